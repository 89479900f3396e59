"""A study pack as a file to print, to show or to cite from."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from search_api.bounded import HeavyRoute
from search_api.exports import FORMATS, FormatName, disposition, export
from search_api.packs.cookie import owner_of
from search_api.packs.desk import PackDesk, Visit
from search_api.problems import answers

router = APIRouter(prefix="/api/packs", route_class=HeavyRoute)

_NAME = Annotated[
    str,
    Path(
        max_length=64,
        description="Mã tập (ở trình duyệt đã lập tập) hoặc khoá của liên kết chia sẻ",
        examples=["4f1d2c3b5a697887", "Zk3v9Qw1xY7uB2nM5pL8sT4rE6cA0dGh"],
    ),
]
_FORMAT = Annotated[
    FormatName,
    Query(
        alias="format",
        description="; ".join(f"{name}: {kind.label}" for name, kind in FORMATS.items()),
        examples=["docx"],
    ),
]
_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Tệp, kèm tên tệp trong Content-Disposition",
        "content": {
            kind.media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
            for kind in FORMATS.values()
        },
    }
}


def _desk(request: Request) -> PackDesk:
    desk: PackDesk = request.app.state.study.desk
    return desk


def _visit(request: Request, pack: _NAME) -> Visit:
    return Visit(pack, owner_of(request))


# Not a coroutine: FastAPI runs it in a worker thread, and other requests go on while a file is made.
@router.get(
    "/{pack}/export", summary="Xuất một tập", response_class=Response, responses=_FILE | answers(403, 404, 422, 503)
)
def exported(
    desk: Annotated[PackDesk, Depends(_desk)],
    visit: Annotated[Visit, Depends(_visit)],
    format_name: _FORMAT = "docx",
) -> Response:
    """Tập thành tệp; lời trích nào nay đã khác, hoặc ở văn bản hết hiệu lực, thì tệp ghi rõ tại lời trích ấy."""
    content = desk.read(visit).content
    warnings = {one.label: one.warning for one in desk.states_of(content).quotes if one.warning}
    made = export(content, format_name, warnings)
    headers = {
        "Content-Disposition": disposition(made),
        "X-Content-Type-Options": "nosniff",
        # A pack is its users' own, and changes while they work on it.
        "Cache-Control": "no-store",
    }
    return Response(made.body, headers=headers, media_type=made.media_type)

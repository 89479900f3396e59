"""A study pack as a file to print, to show or to cite from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from search_api.bounded import HeavyRoute
from search_api.downloads import disposition, file_answer
from search_api.exports import FORMATS, FormatName, export
from search_api.problems import answers
from search_api.routes.given import PackVisit, TheDesk

router = APIRouter(prefix="/api/packs", route_class=HeavyRoute)

_FORMAT = Annotated[
    FormatName,
    Query(
        alias="format",
        description="; ".join(f"{name}: {kind.label}" for name, kind in FORMATS.items()),
        examples=["docx"],
    ),
]
_FILE = file_answer(
    "Tệp, kèm tên tệp trong Content-Disposition",
    *(kind.media_type.partition(";")[0] for kind in FORMATS.values()),
)


# Not a coroutine: FastAPI runs it in a worker thread, and other requests go on while a file is made.
@router.get(
    "/{pack}/export", summary="Xuất một tập", response_class=Response, responses=_FILE | answers(403, 404, 422, 503)
)
def exported(desk: TheDesk, visit: PackVisit, format_name: _FORMAT = "docx") -> Response:
    """Tập thành tệp; lời trích nào nay đã khác, hoặc ở văn bản hết hiệu lực, thì tệp ghi rõ tại lời trích ấy."""
    content = desk.read(visit).content
    warnings = {one.label: one.warning for one in desk.states_of(content).quotes if one.warning}
    made = export(content, format_name, warnings)
    headers = {
        "Content-Disposition": disposition(made.name),
        "X-Content-Type-Options": "nosniff",
        # A pack is its users' own, and changes while they work on it.
        "Cache-Control": "no-store",
    }
    return Response(made.body, headers=headers, media_type=made.media_type)

"""The table of targets and deadlines over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from search_api.bounded import HeavyRoute
from search_api.problems import answers
from search_api.service import Service
from search_api.targets.asked import MOST_DOCUMENTS, KindName, Sort, TargetsAsked
from search_api.targets.export import targets_sheet
from search_api.targets.schemas import TargetTableOut
from search_api.targets.values import Kind

router = APIRouter(prefix="/api/targets", route_class=HeavyRoute)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "Bảng XLSX", "content": {_XLSX: {"schema": {"type": "string", "format": "binary"}}}}
}
_Document = Annotated[str, Query(max_length=300)]
_Year = Annotated[int, Query(ge=1900, le=2099)]
_Body = Annotated[str, Query(max_length=300)]


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _asked(
    document: Annotated[
        list[_Document],
        Query(
            min_length=1,
            max_length=MOST_DOCUMENTS,
            description="Mã văn bản; lặp lại để chọn nhiều văn bản",
            examples=[["57-nq-tw-2024-12-22"]],
        ),
    ],
    kind: Annotated[
        list[KindName], Query(description="Loại; lặp lại để chọn nhiều loại", examples=[["chỉ tiêu"]])
    ] = [],  # noqa: B006
    year: Annotated[
        list[_Year], Query(description="Năm của thời hạn; lặp lại để chọn nhiều năm", examples=[[2030]])
    ] = [],  # noqa: B006
    body: Annotated[
        list[_Body], Query(description="Cơ quan, người chịu trách nhiệm, như in; lặp lại được", examples=[["Chi bộ"]])
    ] = [],  # noqa: B006
    words: Annotated[str, Query(max_length=300, description="Từ phải có trong câu", examples=["đảng viên"])] = "",
    sort: Annotated[
        Sort,
        Query(
            description="Thứ tự: như in (order), con số (amount), thời hạn (deadline), cơ quan (body), văn bản "
            "(document), loại (kind)",
            examples=["deadline"],
        ),
    ] = "order",
    descending: Annotated[bool, Query(description="Xếp ngược lại", examples=[False])] = False,
) -> TargetsAsked:
    return TargetsAsked(tuple(document), tuple(map(Kind, kind)), tuple(year), tuple(body), words, sort, descending)


_Service = Annotated[Service, Depends(_service)]
_Asked = Annotated[TargetsAsked, Depends(_asked)]


@router.get("", summary="Bảng chỉ tiêu và thời hạn", responses=answers(404, 422, 503))
def targets(
    service: _Service,
    asked: _Asked,
    page: Annotated[int, Query(ge=1, le=1000, description="Trang, từ 1", examples=[1])] = 1,
    page_size: Annotated[int, Query(ge=1, le=500, description="Số dòng mỗi trang", examples=[50])] = 50,
) -> TargetTableOut:
    """Con số, tỉ lệ, thời hạn, cơ quan chịu trách nhiệm trong các văn bản đã chọn, kèm nguyên văn câu và trích dẫn."""
    return service.targets.page(asked, page, page_size)


@router.get(
    "/export", summary="Bảng chỉ tiêu dưới dạng XLSX", response_class=Response, responses=_FILE | answers(404, 422, 503)
)
def targets_export(service: _Service, asked: _Asked) -> Response:
    """Mọi dòng qua bộ lọc, theo thứ tự đã chọn."""
    content = targets_sheet(service.targets.rows(asked))
    headers = {"Content-Disposition": 'attachment; filename="chi-tieu-thoi-han.xlsx"'}
    return Response(content, media_type=_XLSX, headers=headers)

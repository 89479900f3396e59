"""The table of targets and deadlines over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from search_api.bounded import HeavyRoute
from search_api.downloads import disposition, file_answer
from search_api.exports.sheet import MEDIA_TYPE as XLSX
from search_api.problems import answers
from search_api.routes.given import TheService
from search_api.targets.asked import MOST_DOCUMENTS, KindName, Sort, TargetsAsked
from search_api.targets.export import targets_sheet
from search_api.targets.schemas import TargetTableOut
from search_api.targets.values import Kind

router = APIRouter(prefix="/api/targets", route_class=HeavyRoute)

_Document = Annotated[str, Query(max_length=300)]
_Year = Annotated[int, Query(ge=1900, le=2099)]
_Body = Annotated[str, Query(max_length=300)]


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


_Asked = Annotated[TargetsAsked, Depends(_asked)]


@router.get("", summary="Bảng chỉ tiêu và thời hạn", responses=answers(404, 422, 503))
def targets(
    service: TheService,
    asked: _Asked,
    page: Annotated[int, Query(ge=1, le=1000, description="Trang, từ 1", examples=[1])] = 1,
    page_size: Annotated[int, Query(ge=1, le=500, description="Số dòng mỗi trang", examples=[50])] = 50,
) -> TargetTableOut:
    """Con số, tỉ lệ, thời hạn, cơ quan chịu trách nhiệm trong các văn bản đã chọn, kèm nguyên văn câu và trích dẫn."""
    return service.targets.page(asked, page, page_size)


@router.get(
    "/export",
    summary="Bảng chỉ tiêu dưới dạng XLSX",
    response_class=Response,
    responses=file_answer("Bảng XLSX", XLSX) | answers(404, 422, 503),
)
def targets_export(service: TheService, asked: _Asked) -> Response:
    """Mọi dòng qua bộ lọc, theo thứ tự đã chọn."""
    content = targets_sheet(service.targets.rows(asked))
    headers = {"Content-Disposition": disposition("Chỉ tiêu, thời hạn.xlsx")}
    return Response(content, media_type=XLSX, headers=headers)

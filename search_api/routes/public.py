"""What anyone may ask: search, documents, passages, health."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import FileResponse

from corpus.types import Filters
from search_api import schemas
from search_api.problems import RESPONSES
from search_api.service import LARGEST_RESULT, Service
from search_api.understand import LONGEST_QUERY

router = APIRouter(prefix="/api", responses=RESPONSES)

_FIRST_YEAR, _LAST_YEAR = 1930, 2100
_PAGE = Annotated[int, Query(ge=1, le=1000, description="Trang kết quả, từ 1")]
_SHOWN_INLINE = "application/pdf"


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _filters(
    document: Annotated[list[str], Query(description="Mã văn bản", examples=["57-nq-tw-2024-12-22"])] = [],  # noqa: B006
    number: Annotated[list[str], Query(description="Số hiệu", examples=["57-NQ/TW"])] = [],  # noqa: B006
    kind: Annotated[list[str], Query(description="Loại văn bản", examples=["Nghị quyết"])] = [],  # noqa: B006
    issuer: Annotated[list[str], Query(description="Cơ quan ban hành", examples=["Bộ Chính trị"])] = [],  # noqa: B006
    year: Annotated[list[Annotated[int, Query(ge=_FIRST_YEAR, le=_LAST_YEAR)]], Query(description="Năm ban hành")] = [],  # noqa: B006
) -> Filters:
    return Filters(tuple(document), tuple(number), tuple(kind), tuple(issuer), tuple(year))


_Service = Annotated[Service, Depends(_service)]
_Filters = Annotated[Filters, Depends(_filters)]


@router.get("/search", summary="Tìm đoạn văn bản")
def search(
    service: _Service,
    filters: _Filters,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=LONGEST_QUERY,
            description="Câu hỏi hoặc từ cần tìm",
            examples=["chuyển đổi số"],
        ),
    ],
    page: _PAGE = 1,
    page_size: Annotated[int, Query(ge=1, le=LARGEST_RESULT)] = 10,
) -> schemas.SearchOut:
    """Các đoạn sát câu hỏi nhất, kèm nguyên văn, chỗ khớp và trích dẫn."""
    return service.search(q, filters, page, page_size)


@router.get("/documents", summary="Danh sách văn bản")
def documents(
    service: _Service,
    filters: _Filters,
    page: _PAGE = 1,
    page_size: Annotated[int, Query(ge=1, le=LARGEST_RESULT)] = 20,
) -> schemas.DocumentListOut:
    """Các văn bản trong kho, mới nhất trước, kèm các giá trị có thể lọc."""
    return service.documents(filters, page, page_size)


@router.get("/documents/{document}", summary="Toàn văn một văn bản theo từng mục")
def document_detail(
    service: _Service, document: Annotated[str, Path(max_length=300, examples=["57-nq-tw-2024-12-22"])]
) -> schemas.DocumentDetailOut:
    """Mục lục và nguyên văn từng mục."""
    return service.document(document)


@router.get("/documents/{document}/file", summary="Tệp gốc", response_class=FileResponse)
def document_file(service: _Service, document: Annotated[str, Path(max_length=300)]) -> FileResponse:
    """Tệp đã nạp vào kho, để đối chiếu từng chữ."""
    path, name, media_type = service.original(document)
    # Only a PDF is shown in the browser: a page from a stranger's HTML would run in this site's name.
    disposition = "inline" if media_type == _SHOWN_INLINE else "attachment"
    return FileResponse(
        path,
        media_type=media_type,
        filename=name,
        content_disposition_type=disposition,
        headers={"X-Content-Type-Options": "nosniff"},
    )


@router.get("/passages/{passage:path}", summary="Một đoạn và hai đoạn kề bên")
def passage_detail(
    service: _Service,
    passage: Annotated[str, Path(max_length=500, examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3"])],
) -> schemas.PassageDetailOut:
    """Nguyên văn một đoạn, kèm đoạn trước và đoạn sau trong văn bản."""
    return service.passage(passage)


@router.get("/health", summary="Tình trạng dịch vụ")
def health(request: Request, service: _Service) -> schemas.HealthOut:
    """Kho có bao nhiêu văn bản, máy tìm kiếm và mô hình nào đang chạy."""
    return service.health(request.app.version)

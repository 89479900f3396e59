"""What anyone may ask: search, documents, passages, health."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Path, Query, Request
from fastapi.responses import FileResponse
from fastapi.routing import APIRoute

from corpus.source_kinds import SCAN
from corpus.types import Filters
from search_api import schemas
from search_api.asking.fields import FIRST_YEAR, LAST_YEAR
from search_api.asking.understand import LONGEST_QUERY
from search_api.downloads import file_answer
from search_api.keeper import told_to
from search_api.problems import answers
from search_api.ranking.finding import LARGEST_RESULT
from search_api.references.schemas import CitationStyle, StyledOut
from search_api.references.shown import styled
from search_api.routes.given import PASSAGE, TheService
from search_api.showing.arranged import Group, Sort, View

router = APIRouter(prefix="/api")

_YEAR = Annotated[int, Query(ge=FIRST_YEAR, le=LAST_YEAR)]
_OTHER_METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
_SHOWN_INLINE = "application/pdf"
_PAGE = Annotated[int, Query(ge=1, le=1000, description="Trang kết quả, từ 1", examples=[1])]
_PAGE_SIZE = Annotated[int, Query(ge=1, le=LARGEST_RESULT, description="Số kết quả mỗi trang", examples=[10])]
_DOCUMENT = Annotated[str, Path(max_length=300, description="Mã văn bản", examples=["57-nq-tw-2024-12-22"])]
_VERSION = Annotated[
    str, Path(max_length=64, description="Mã của bản: sha256 của tệp", examples=["9f86d081884c7d65" * 4])
]
_FILE = file_answer("Tệp gốc", "*/*")


def _any_of(description: str, example: str | int) -> Any:
    """A filter that may be given more than once; its values are alternatives."""
    return Query(description=f"{description}; lặp lại để chọn nhiều giá trị", examples=[[example]])


def _filters(
    document: Annotated[list[str], _any_of("Mã văn bản", "57-nq-tw-2024-12-22")] = [],  # noqa: B006
    number: Annotated[list[str], _any_of("Số hiệu", "57-NQ/TW")] = [],  # noqa: B006
    kind: Annotated[list[str], _any_of("Loại văn bản", "Nghị quyết")] = [],  # noqa: B006
    issuer: Annotated[list[str], _any_of("Cơ quan ban hành", "Bộ Chính trị")] = [],  # noqa: B006
    year: Annotated[list[_YEAR], _any_of("Năm ban hành", 2024)] = [],  # noqa: B006
    validity: Annotated[list[str], _any_of("Hiệu lực", "còn hiệu lực")] = [],  # noqa: B006
    source: Annotated[list[str], _any_of("Nguồn", SCAN)] = [],  # noqa: B006
) -> Filters:
    return Filters(
        tuple(document), tuple(number), tuple(kind), tuple(issuer), tuple(year), tuple(validity), tuple(source)
    )


def _view(
    sort: Annotated[
        Sort, Query(description="Thứ tự: sát câu hỏi nhất (relevance) hay mới nhất trước (date)", examples=["date"])
    ] = "relevance",
    group: Annotated[
        Group, Query(description="Gộp: không (none) hay mỗi văn bản một đoạn (document)", examples=["document"])
    ] = "none",
) -> View:
    return View(sort, group)


_Filters = Annotated[Filters, Depends(_filters)]
_View = Annotated[View, Depends(_view)]


@router.get("/search", summary="Tìm đoạn văn bản", responses=answers(422, 503))
def search(
    service: TheService,
    filters: _Filters,
    view: _View,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=LONGEST_QUERY,
            description='Câu hỏi hoặc từ cần tìm; nhận cả "cụm từ", -từ, loai: so: coquan: nam: hieuluc:',
            examples=["chuyển đổi số"],
        ),
    ],
    page: _PAGE = 1,
    page_size: _PAGE_SIZE = 10,
    explain: Annotated[bool, Query(description="Nói rõ vì sao mỗi đoạn đứng ở hạng ấy", examples=[True])] = False,
) -> schemas.SearchOut:
    """Các đoạn sát câu hỏi nhất, kèm nguyên văn, chỗ khớp và trích dẫn; answered nói kho có lời đáp hay không."""
    return service.search(q, filters, page, page_size, view, explain=explain)


@router.get("/suggest", summary="Gợi ý khi đang gõ", responses=answers(422))
def suggest(
    service: TheService,
    background: BackgroundTasks,
    q: Annotated[str, Query(max_length=LONGEST_QUERY, description="Chữ đã gõ trong ô tìm", examples=["nq 57 muc"])],
) -> schemas.SuggestOut:
    """Văn bản, mục của văn bản đang nêu và từ ngữ thường gặp, theo chữ đã gõ."""
    # Terms are counted anew after the answer: it takes longer than people type.
    background.add_task(service.suggester.refresh)
    return service.suggest(q)


@router.get("/documents", summary="Danh sách văn bản", responses=answers(422))
def documents(
    service: TheService,
    filters: _Filters,
    page: _PAGE = 1,
    page_size: _PAGE_SIZE = 20,
) -> schemas.DocumentListOut:
    """Các văn bản trong kho, mới nhất trước, kèm các giá trị có thể lọc."""
    return service.documents(filters, page, page_size)


@router.get("/documents/{document}", summary="Toàn văn một văn bản theo từng mục", responses=answers(404, 422))
def document_detail(service: TheService, document: _DOCUMENT) -> schemas.DocumentDetailOut:
    """Mục lục và nguyên văn từng mục."""
    return service.document(document)


@router.get(
    "/documents/{document}/file",
    summary="Tệp gốc",
    response_class=FileResponse,
    responses=_FILE | answers(404, 422),
)
def document_file(service: TheService, document: _DOCUMENT) -> FileResponse:
    """Tệp đã nạp vào kho, để đối chiếu từng chữ."""
    return _sent(*service.original(document))


@router.get(
    "/documents/{document}/copies/{version}/file",
    summary="Tệp của một bản",
    response_class=FileResponse,
    responses=_FILE | answers(404, 422),
)
def copy_file(service: TheService, document: _DOCUMENT, version: _VERSION) -> FileResponse:
    """Tệp của một bản khác của văn bản."""
    return _sent(*service.original(document, version))


@router.get(
    "/documents/{document}/copies/{version}/differences",
    summary="Chỗ khác nhau giữa một bản và bản đang dùng",
    responses=answers(404, 422),
)
def copy_differences(service: TheService, document: _DOCUMENT, version: _VERSION) -> schemas.DifferencesOut:
    """Các chữ khác nhau, kèm vị trí và chữ đứng quanh."""
    return service.differences(document, version)


def _sent(path: FilePath, name: str, media_type: str) -> FileResponse:
    # Only a PDF is shown in the browser: a page from a stranger's HTML would run in this site's name.
    disposition = "inline" if media_type == _SHOWN_INLINE else "attachment"
    return FileResponse(
        path,
        media_type=media_type,
        filename=name,
        content_disposition_type=disposition,
        headers={"X-Content-Type-Options": "nosniff"},
    )


@router.get(
    "/passages/{passage:path}/similar", summary="Các đoạn gần nội dung với một đoạn", responses=answers(404, 422, 503)
)
def similar_passages(
    service: TheService,
    passage: PASSAGE,
    limit: Annotated[int, Query(ge=1, le=20, description="Số đoạn", examples=[5])] = 5,
) -> schemas.SimilarOut:
    """Các đoạn nói điều tương tự, ở cùng văn bản hay văn bản khác."""
    return service.similar(passage, limit)


@router.get(
    "/passages/{passage:path}/citation", summary="Dẫn một đoạn theo lối đã chọn", responses=answers(404, 422, 503)
)
def citation(
    service: TheService,
    passage: PASSAGE,
    style: Annotated[
        CitationStyle,
        Query(
            description="Lối dẫn: lần đầu (full), lần sau (short), chú thích cuối trang (footnote), BibTeX (bibtex), "
            "CSL-JSON (csl)",
            examples=["full"],
        ),
    ] = "full",
) -> StyledOut:
    """Trích dẫn của đoạn, kèm vị trí và trang."""
    return styled(service, passage, style)


@router.get("/passages/{passage:path}", summary="Một đoạn và hai đoạn kề bên", responses=answers(404, 422, 503))
def passage_detail(
    service: TheService,
    passage: PASSAGE,
) -> schemas.PassageDetailOut:
    """Nguyên văn một đoạn, kèm đoạn trước và đoạn sau trong văn bản."""
    return service.passage(passage)


@router.get("/health", summary="Tình trạng dịch vụ")
def health(request: Request, service: TheService) -> schemas.HealthOut:
    """Kho có bao nhiêu văn bản, máy tìm kiếm và mô hình nào đang chạy."""
    return service.health(request.app.version)


@router.get("/status", summary="Kho có gì, nạp thế nào")
def status(request: Request, service: TheService) -> schemas.StatusOut:
    """Văn bản theo loại, các lần nạp gần đây, số tệp bị từ chối, phiên bản.

    Người hỏi ngay trên máy chủ còn được biết tên từng tệp bị từ chối, lý do và việc cần làm.
    """
    return told_to(request, service.status(request.app.version))


@router.api_route("/{rest:path}", methods=["GET", "HEAD", *_OTHER_METHODS], include_in_schema=False)
def unknown(request: Request) -> None:
    """Every other address under /api, which would otherwise fall to the pages and be answered in HTML.

    Raises:
        HTTPException: 404; 405 where the address exists for another method.
    """
    every = (route for part in request.app.state.routers for route in part.routes)
    here = [route for route in every if isinstance(route, APIRoute) and route.endpoint is not unknown]
    known = {method for route in here if route.path_regex.match(request.url.path) for method in route.methods or ()}
    if known:
        raise HTTPException(405, headers={"Allow": ", ".join(sorted(known))})
    raise HTTPException(404)

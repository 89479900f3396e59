"""References in a text, and citations of a passage. Nothing of a text that is sent is kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from search_api.bounded import HeavyRoute
from search_api.checking.schemas import CheckedOut
from search_api.problems import answers
from search_api.references.schemas import CheckQuoteIn, CitationStyle, ReferencesOut, ResolveIn, StyledOut
from search_api.references.shown import references_out, styled
from search_api.routes.given import PASSAGE, TheService


class TextRoute(HeavyRoute):
    """A route that takes the longest text, however its letters are written in JSON."""

    most = 3_000_000


router = APIRouter(prefix="/api")
_texts = APIRouter(route_class=TextRoute)


@_texts.post(
    "/citations/resolve", summary="Tìm các chỗ dẫn văn bản trong lời văn", responses=answers(400, 413, 422, 503)
)
def resolve(service: TheService, body: ResolveIn, response: Response) -> ReferencesOut:
    """Mọi chỗ dẫn văn bản, kèm vị trí, văn bản trong kho được nói tới và đơn vị được nêu; không lưu gì của lời văn."""
    response.headers["Cache-Control"] = "no-store"
    return references_out(service, body.text)


@_texts.post("/citations/check", summary="Soát một lời trích", responses=answers(400, 413, 422, 503))
def check(service: TheService, body: CheckQuoteIn, response: Response) -> CheckedOut:
    """Lời trích có đúng nguyên văn và đúng chỗ được nêu hay không; không lưu gì của lời ấy."""
    response.headers["Cache-Control"] = "no-store"
    return service.checker.check_quote(body.quote, body.attribution or None)


router.include_router(_texts)


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

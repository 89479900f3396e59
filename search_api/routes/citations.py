"""References in a text, and whether a quotation is one. Nothing of a text that is sent is kept."""

from __future__ import annotations

from fastapi import APIRouter, Response

from search_api.bounded import HeavyRoute
from search_api.checking.schemas import CheckedOut
from search_api.problems import answers
from search_api.references.schemas import CheckQuoteIn, ReferencesOut, ResolveIn
from search_api.references.shown import references_out
from search_api.routes.given import TheService


class TextRoute(HeavyRoute):
    """A route that takes the longest text, however its letters are written in JSON."""

    most = 3_000_000


router = APIRouter(prefix="/api/citations", route_class=TextRoute)


@router.post("/resolve", summary="Tìm các chỗ dẫn văn bản trong lời văn", responses=answers(400, 413, 422, 503))
def resolve(service: TheService, body: ResolveIn, response: Response) -> ReferencesOut:
    """Mọi chỗ dẫn văn bản, kèm vị trí, văn bản trong kho được nói tới và đơn vị được nêu; không lưu gì của lời văn."""
    response.headers["Cache-Control"] = "no-store"
    return references_out(service, body.text)


@router.post("/check", summary="Soát một lời trích", responses=answers(400, 413, 422, 503))
def check(service: TheService, body: CheckQuoteIn, response: Response) -> CheckedOut:
    """Lời trích có đúng nguyên văn và đúng chỗ được nêu hay không; không lưu gì của lời ấy."""
    response.headers["Cache-Control"] = "no-store"
    return service.checker.check_quote(body.quote, body.attribution or None)

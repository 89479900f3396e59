"""References in a text, and citations of a passage. Nothing of a text that is sent is kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from search_api.bounded import BoundedRoute
from search_api.problems import answers
from search_api.references.schemas import CitationStyle, ReferencesOut, ResolveIn, StyledOut
from search_api.references.shown import references_out, styled
from search_api.routes.public import PASSAGE
from search_api.service import Service


class TextRoute(BoundedRoute):
    """A route that takes the longest text, however its letters are written in JSON."""

    most = 3_000_000


router = APIRouter(prefix="/api", route_class=TextRoute)


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


_Service = Annotated[Service, Depends(_service)]


@router.post(
    "/citations/resolve", summary="Tìm các chỗ dẫn văn bản trong lời văn", responses=answers(400, 413, 422, 503)
)
def resolve(service: _Service, body: ResolveIn, response: Response) -> ReferencesOut:
    """Mọi chỗ dẫn văn bản, kèm vị trí, văn bản trong kho được nói tới và đơn vị được nêu; không lưu gì của lời văn."""
    response.headers["Cache-Control"] = "no-store"
    return references_out(service, body.text)


@router.get(
    "/passages/{passage:path}/citation", summary="Dẫn một đoạn theo lối đã chọn", responses=answers(404, 422, 503)
)
def citation(
    service: _Service,
    passage: PASSAGE,
    style: Annotated[
        CitationStyle,
        Query(
            description="Lối dẫn: lần đầu (full), lần sau (short), chú thích cuối trang (footnote), BibTeX (bibtex), "
            "CSL-JSON (csl)",
            examples=["full"],
        ),
    ] = CitationStyle.FULL,
) -> StyledOut:
    """Trích dẫn của đoạn, kèm vị trí và trang."""
    return styled(service, passage, style)

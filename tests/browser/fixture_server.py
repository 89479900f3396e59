"""A server that speaks the API from canned documents: enough to see and try the pages without an index.

A document answers a question when a unit of it holds any word of the question; marks and order are the
simplest that look real. The shapes are the API's own models, so a field that changes there fails here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from search_api.schemas import (
    CitationOut,
    CopyOut,
    DifferenceOut,
    DifferencesOut,
    DocumentDetailOut,
    DocumentListOut,
    DocumentOut,
    FacetsOut,
    FacetValueOut,
    HitOut,
    OutlineItemOut,
    ParentOut,
    PassageOut,
    SearchOut,
    SimilarOut,
    SuggestionOut,
    SuggestOut,
    UnderstoodOut,
)
from search_api.snippets import snippet
from web import pages

FIXTURES = Path(__file__).parent / "fixtures"
PAGE_SIZE = 10
MOST = 100
TERM = "đảng viên cao tuổi"


@cache
def details() -> tuple[DocumentDetailOut, ...]:
    """The canned documents, newest first."""
    texts = (path.read_text(encoding="utf-8") for path in FIXTURES.glob("*.json"))
    found = (_scanned(_with_copies(DocumentDetailOut.model_validate(json.loads(text)))) for text in texts)
    return tuple(sorted(found, key=lambda detail: str(detail.document.issued_on), reverse=True))


def _with_copies(detail: DocumentDetailOut) -> DocumentDetailOut:
    """A document of which there is a page of a newspaper, too."""
    source = detail.document
    served = CopyOut(
        version="a" * 64,
        name=source.file_name,
        media_type=source.media_type,
        pages=source.pages,
        conversion="pypdf",
        served=True,
    )
    press = CopyOut(
        version="b" * 64, name="trang-bao.html", media_type="text/html", pages=0, conversion="selectolax", served=False
    )
    return detail.model_copy(update={"copies": (served, press)})


def _scanned(detail: DocumentDetailOut) -> DocumentDetailOut:
    """The first unit that has a year in it is made one that was read from a picture, its years unsure."""
    outline = list(detail.outline)
    for index, item in enumerate(outline):
        years = tuple(match.span() for match in re.finditer(r"\b20\d\d\b", item.text))
        if years and not item.tables:
            outline[index] = item.model_copy(update={"recognised": True, "doubts": years})
            break
    return detail.model_copy(update={"outline": tuple(outline)})


def application() -> Starlette:
    """The pages over the canned API."""
    return Starlette(
        routes=[
            Route("/api/search", search),
            Route("/api/suggest", suggest),
            Route("/api/passages/{passage:path}/similar", similar),
            Route("/api/documents", documents),
            Route("/api/documents/{document_id}", document),
            Route("/api/documents/{document_id}/file", file),
            Route("/api/documents/{document_id}/copies/{version}/file", file),
            Route("/api/documents/{document_id}/copies/{version}/differences", differences),
            Mount("/", pages()),
        ]
    )


async def search(request: Request) -> Response:
    """``GET /api/search``."""
    query, page = request.query_params["q"], int(request.query_params.get("page", "1"))
    hits = sorted(_hits(query, request), key=lambda hit: -hit.score)[:MOST]
    if request.query_params.get("sort") == "date":
        hits.sort(key=lambda hit: str(hit.document.issued_on), reverse=True)
    facets = _facets(list({hit.document.id: hit.document for hit in hits}.values()))
    if request.query_params.get("group") == "document":
        hits = _grouped(hits)
    shown = tuple(hits[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    understood = UnderstoodOut(text=query, changes=(), suggestion=None)
    found = SearchOut(
        query=query,
        understood=understood,
        choices=(),
        answered=True,
        confidence=1.0,
        page=page,
        page_size=PAGE_SIZE,
        total=len(hits),
        took_ms=1.0,
        hits=shown,
        facets=facets,
    )
    return _json(found)


def _grouped(hits: list[HitOut]) -> list[HitOut]:
    counts = Counter(hit.document.id for hit in hits)
    first = {hit.document.id: hit for hit in reversed(hits)}
    return [first[name].model_copy(update={"further": count - 1}) for name, count in counts.items()]


async def suggest(request: Request) -> Response:
    """``GET /api/suggest``: documents and units that hold what was typed, and one term."""
    typed = request.query_params["q"]
    found = [
        SuggestionOut(type="document", text=_name(one), detail=one.title, document=one.id, address=None)
        for one in (detail.document for detail in details())
        if typed.lower() in f"{_name(one)} {one.title}".lower()
    ]
    units = [
        SuggestionOut(type="unit", text=unit.place, detail=_name(one), document=one.id, address=unit.address)
        for one, unit in ((detail.document, detail.outline[1]) for detail in details())
        if typed.lower() == _name(one).lower()
    ]
    terms = [SuggestionOut(type="term", text=TERM, detail=None, document=None, address=None)]
    return _json(
        SuggestOut(query=typed, suggestions=(*found, *units, *(terms if TERM.startswith(typed.lower()) else [])))
    )


async def similar(request: Request) -> Response:
    """``GET /api/passages/{id}/similar``: the next units of the same document."""
    name, _, address = request.path_params["passage"].partition("/")
    detail = next(one for one in details() if one.document.id == name)
    units = [unit for unit in detail.outline if unit.text]
    place = next(index for index, unit in enumerate(units) if unit.address == address)
    hits = tuple(_hit_of(detail, unit, ()) for unit in units[place + 1 : place + 4])
    return _json(SimilarOut(passage=_passage(detail, units[place]), hits=hits))


def _name(source: DocumentOut) -> str:
    return f"{source.kind} {source.number}"


def _hits(query: str, request: Request) -> list[HitOut]:
    words = [word for word in re.findall(r"\w+", query.lower()) if len(word) > 1]
    wanted = request.query_params.get("document")
    hits: list[HitOut] = []
    for detail in details():
        if _passes(detail.document, request) and wanted in (None, detail.document.id):
            hits += [hit for unit in detail.outline if (hit := _hit(detail, unit, words))]
    return hits


def _hit(detail: DocumentDetailOut, unit: OutlineItemOut, words: list[str]) -> HitOut | None:
    spans = tuple(match.span() for match in re.finditer(r"\w+", unit.text) if match.group().lower() in words)
    if not spans:
        return None
    return _hit_of(detail, unit, spans)


def _hit_of(detail: DocumentDetailOut, unit: OutlineItemOut, spans: tuple[tuple[int, int], ...]) -> HitOut:
    distinct = {unit.text[start:end].lower() for start, end in spans}
    above = [item for item in detail.outline if unit.address.startswith(f"{item.address}/")]
    return HitOut(
        passage=_passage(detail, unit),
        document=detail.document,
        score=float(len(distinct) ** 2 + len(spans)),
        matched_by=("lexical",),
        highlights=spans,
        snippet=snippet(unit.text, spans),
        parents=tuple(ParentOut(address=item.address, title=item.text.split("\n")[0]) for item in above),
        further=0,
        also=(),
        explanation=None,
    )


def _passage(detail: DocumentDetailOut, unit: OutlineItemOut) -> PassageOut:
    source = detail.document
    above = [item.text.split("\n")[0] for item in detail.outline if unit.address.startswith(f"{item.address}/")]
    return PassageOut(
        id=f"{source.id}/{unit.address}",
        address=unit.address,
        path=unit.path,
        trail=tuple(above),
        text=unit.text,
        pages=unit.pages,
        recognised=False,
        doubts=(),
        citation=CitationOut(
            full=f"{source.citation}, {unit.place}",
            short=f"{source.kind} {source.number}, {unit.place}",
            place=unit.place,
        ),
    )


async def documents(request: Request) -> Response:
    """``GET /api/documents``."""
    every = [detail.document for detail in details()]
    shown = tuple(one for one in every if _passes(one, request))
    found = DocumentListOut(total=len(shown), page=1, page_size=20, documents=shown, facets=_facets(every))
    return _json(found)


def _facets(documents: list[DocumentOut]) -> FacetsOut:
    return FacetsOut(
        kind=_facet([str(one.kind) for one in documents]),
        issuer=_facet([str(one.issuer) for one in documents]),
        year=_facet([_year(one) for one in documents]),
        validity=_facet([one.validity for one in documents]),
    )


def _facet(values: list[str]) -> tuple[FacetValueOut, ...]:
    return tuple(FacetValueOut(value=value, count=count) for value, count in Counter(values).most_common())


def _year(source: DocumentOut) -> str:
    return str(source.issued_on)[:4]


def _passes(source: DocumentOut, request: Request) -> bool:
    fields = {"kind": source.kind, "issuer": source.issuer, "year": _year(source), "validity": source.validity}
    wanted = {name: request.query_params.getlist(name) for name in fields}
    return all(not wanted[name] or value in wanted[name] for name, value in fields.items())


async def document(request: Request) -> Response:
    """``GET /api/documents/{id}``."""
    wanted = request.path_params["document_id"]
    for detail in details():
        if detail.document.id == wanted:
            return _json(detail)
    problem = {
        "type": "/loi/khong-tim-thay",
        "title": "Không tìm thấy",
        "status": 404,
        "detail": f"Không có văn bản «{wanted}». Xin xem danh sách văn bản.",
        "instance": request.url.path,
    }
    return JSONResponse(problem, 404, media_type="application/problem+json")


async def differences(request: Request) -> Response:
    """``GET /api/documents/{id}/copies/{version}/differences``: three places of the first unit."""
    detail = next(one for one in details() if one.document.id == request.path_params["document_id"])
    unit = detail.outline[0]
    changed = DifferenceOut(
        place=unit.place, address=unit.address, served="bàng", copied="bằng", before="trồng cây ", after=" trong thôn"
    )
    lost = changed.model_copy(update={"served": "hằng tháng", "copied": ""})
    added = changed.model_copy(update={"served": "", "copied": "Báo xã", "before": "", "after": "Mỗi hộ trồng"})
    copy = next(one for one in detail.copies if one.version == request.path_params["version"])
    places = (changed, lost, added)
    return _json(DifferencesOut(document=detail.document, copy_compared=copy, total=3, differences=places))


async def file(_request: Request) -> Response:
    """``GET /api/documents/{id}/file``: some bytes, the pages only link to it."""
    return Response("tệp gốc", media_type="text/plain; charset=utf-8")


def _json(model: BaseModel) -> Response:
    return Response(model.model_dump_json(), media_type="application/json")

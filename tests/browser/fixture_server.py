"""A server over canned documents: enough to see and try the pages without an index.

A document answers a question when a unit of it holds any word of the question; marks and order are the
simplest that look real. The shapes are the API's own models, so a field that changes there fails here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from fastapi import FastAPI

from corpus.errors import BadQuery, NotFound
from corpus.types import Filters
from search_api.app import create_app
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
    HealthOut,
    HitOut,
    OutlineItemOut,
    ParentOut,
    PassageDetailOut,
    PassageOut,
    SearchOut,
    SimilarOut,
    SuggestionOut,
    SuggestOut,
    UnderstoodOut,
)
from search_api.showing.arranged import BEST_FIRST, View
from search_api.showing.snippets import snippet
from search_api.showing.within import Places, phrase_places
from web import pages

FIXTURES = Path(__file__).parent / "fixtures"
MOST = 100
QUESTION = "đảng viên cao tuổi"
TERM = QUESTION


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


def application(service: CannedService) -> FastAPI:
    """The API and the pages over canned documents."""
    app = create_app(service)
    app.mount("/", pages(service))
    return app


class CannedService:
    """Answers as the service does; a test may put another answer in the place of a method."""

    def __init__(self) -> None:
        self.suggester = self

    def refresh(self) -> None:
        """Nothing to count anew."""

    def search(
        self, raw: str, filters: Filters, page: int, page_size: int, view: View = BEST_FIRST, *, explain: bool = False
    ) -> SearchOut:
        if not any(char.isalnum() for char in raw):
            raise BadQuery("Câu hỏi chưa có chữ nào.", "Hãy nhập vài từ cần tìm.")
        assert not explain
        hits = sorted(self._hits(raw, filters), key=lambda hit: -hit.score)[:MOST]
        if view.sort == "date":
            hits.sort(key=lambda hit: str(hit.document.issued_on), reverse=True)
        facets = _facets(list({hit.document.id: hit.document for hit in hits}.values()))
        if view.group == "document":
            hits = _grouped(hits)
        return SearchOut(
            query=raw,
            understood=UnderstoodOut(text=raw, changes=(), suggestion=None, absent=None),
            choices=(),
            answered=True,
            confidence=1.0,
            page=page,
            page_size=page_size,
            total=len(hits),
            took_ms=1.0,
            hits=tuple(hits[(page - 1) * page_size : page * page_size]),
            facets=facets,
        )

    def _hits(self, raw: str, filters: Filters) -> list[HitOut]:
        words = [word for word in re.findall(r"\w+", raw.lower()) if len(word) > 1]
        passing = (detail for detail in details() if _passes(detail.document, filters))
        return [hit for detail in passing for unit in detail.outline if (hit := _hit(detail, unit, words))]

    def suggest(self, typed: str) -> SuggestOut:
        """Documents and units that hold what was typed, and one term."""
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
        shown = (*found, *units, *(terms if TERM.startswith(typed.lower()) else []))
        return SuggestOut(query=typed, suggestions=shown)

    def similar(self, passage: str, limit: int) -> SimilarOut:
        """The next units of the same document."""
        name, _, address = passage.partition("/")
        detail = self.document(name)
        units = [unit for unit in detail.outline if unit.text]
        place = _place(units, address)
        hits = tuple(_hit_of(detail, unit, ()) for unit in units[place + 1 : place + 4][:limit])
        return SimilarOut(passage=_passage(detail, units[place]), hits=hits)

    def documents(self, filters: Filters, page: int, page_size: int) -> DocumentListOut:
        every = [detail.document for detail in details()]
        passing = [one for one in every if _passes(one, filters)]
        shown = tuple(passing[(page - 1) * page_size : page * page_size])
        return DocumentListOut(
            total=len(passing), page=page, page_size=page_size, documents=shown, facets=_facets(every)
        )

    def document(self, document: str) -> DocumentDetailOut:
        for detail in details():
            if detail.document.id == document:
                return detail
        raise NotFound(f"Không có văn bản «{document}».", "Hãy xem danh sách tại /api/documents.")

    def phrase_places(self, document: str, typed: str) -> Places:
        return phrase_places(self.document(document).outline, typed)

    def answer_places(self, document: str, raw: str) -> Places:
        """Every word of the question, wherever it stands."""
        words = {word for word in re.findall(r"\w+", raw.lower()) if len(word) > 1}
        found = {
            unit.address: tuple(m.span() for m in re.finditer(r"\w+", unit.text) if m.group().lower() in words)
            for unit in self.document(document).outline
        }
        return {address: spans for address, spans in found.items() if spans}

    def passage(self, passage: str) -> PassageDetailOut:
        name, _, address = passage.partition("/")
        detail = self.document(name)
        units = [unit for unit in detail.outline if unit.quotable]
        place = _place(units, address)
        around = {
            name: _passage(detail, units[at]) if 0 <= at < len(units) else None
            for name, at in (("previous", place - 1), ("next", place + 1))
        }
        return PassageDetailOut(passage=_passage(detail, units[place]), document=detail.document, rects=(), **around)

    def original(self, document: str, version: str | None = None) -> tuple[Path, str, str]:
        """Some file: the pages only link to it."""
        self.document(document)
        return FIXTURES.parent / "fixture_server.py", f"{version or 'tep-goc'}.txt", "text/plain"

    def differences(self, document: str, version: str) -> DifferencesOut:
        """Three places of the first unit."""
        detail = self.document(document)
        copy = next((one for one in detail.copies if one.version == version), None)
        if copy is None:
            raise NotFound(f"Văn bản «{document}» không có bản «{version}».", "Hãy xem các bản của văn bản.")
        unit = detail.outline[0]
        changed = DifferenceOut(
            place=unit.place,
            address=unit.address,
            served="bàng",
            copied="bằng",
            before="trồng cây ",
            after=" trong thôn",
        )
        lost = changed.model_copy(update={"served": "hằng tháng", "copied": ""})
        added = changed.model_copy(update={"served": "", "copied": "Báo xã", "before": "", "after": "Mỗi hộ trồng"})
        places = (changed, lost, added)
        return DifferencesOut(document=detail.document, copy_compared=copy, total=3, differences=places)

    def health(self, version: str) -> HealthOut:
        passages = sum(len(detail.outline) for detail in details())
        return HealthOut(
            status="sẵn sàng",
            documents=len(details()),
            passages=passages,
            encoder="thử",
            engine="thử",
            version=version,
        )


def _grouped(hits: list[HitOut]) -> list[HitOut]:
    counts = Counter(hit.document.id for hit in hits)
    first = {hit.document.id: hit for hit in reversed(hits)}
    return [first[name].model_copy(update={"further": count - 1}) for name, count in counts.items()]


def _name(source: DocumentOut) -> str:
    return f"{source.kind} {source.number}"


def _place(units: list[OutlineItemOut], address: str) -> int:
    for index, unit in enumerate(units):
        if unit.address == address:
            return index
    raise NotFound(f"Văn bản không có đoạn «{address}».", "Hãy xem mục lục.")


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
            footnote=f"{source.issuer}: {source.kind} số {source.number}, {unit.place}.",
            place=unit.place,
        ),
    )


def _facets(documents: list[DocumentOut]) -> FacetsOut:
    return FacetsOut(
        kind=_facet([str(one.kind) for one in documents]),
        issuer=_facet([str(one.issuer) for one in documents]),
        year=_facet([_year(one) for one in documents]),
        validity=_facet([one.validity for one in documents]),
        source=_facet([one.source for one in documents]),
    )


def _facet(values: list[str]) -> tuple[FacetValueOut, ...]:
    return tuple(FacetValueOut(value=value, count=count) for value, count in Counter(values).most_common())


def _year(source: DocumentOut) -> str:
    return str(source.issued_on)[:4]


def _passes(source: DocumentOut, filters: Filters) -> bool:
    held = {"document": source.id} | {name: getattr(source, name) for name in ("kind", "issuer", "validity", "source")}
    wanted = {name: getattr(filters, name) for name in held}
    by_year = not filters.year or int(_year(source)) in filters.year
    return by_year and all(not wanted[name] or value in wanted[name] for name, value in held.items())

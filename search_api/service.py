"""What the API answers with: hits, documents and passages from the corpus, turned into the JSON models."""

from __future__ import annotations

import time
from collections.abc import Set
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.abbreviations import write_out
from corpus.citation import Citation, cited
from corpus.doubts import find_doubts
from corpus.errors import NotFound
from corpus.pages import rects_of, words_in
from corpus.pieces import pieces
from corpus.runtime.catalogue import Entry
from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import run
from corpus.runtime.library import Library
from corpus.types import Document, Filters, PageRange, Passage, Section, Stated
from search_api import schemas
from search_api.arranged import BEST_FIRST, FACETS, View, arranged, facet_values
from search_api.conditions import condition_of
from search_api.copies import copy_out, differences_out
from search_api.fields import narrowed
from search_api.highlight import highlights
from search_api.operators import read_operators
from search_api.phrase import Phrase, with_phrases
from search_api.rank import Hit
from search_api.retrieve import search_pipeline
from search_api.shown_tables import shown_tables
from search_api.similar import similar
from search_api.snippets import snippet
from search_api.suggest import Suggester
from search_api.suggestions import suggest_out

LARGEST_RESULT = 100
"""Hits a search can page through; who does not find it among these asks differently."""


@dataclass(frozen=True, slots=True)
class Found:
    """All hits of a question, best first, with the words and phrases they were matched with."""

    hits: tuple[Hit, ...]
    topic: str = ""
    phrases: tuple[Phrase, ...] = ()

    @property
    def documents(self) -> set[str]:
        """Ids of the documents they stand in."""
        return {hit.passage.ref.id for hit in self.hits}


class Service:
    """Answers over one corpus with one encoder."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self.library = library
        self._encoder = encoder
        self._pipeline = search_pipeline(library, encoder)
        self.suggester = Suggester(library)

    def find(self, raw: str, filters: Filters) -> Found:
        """All hits of a question.

        Raises:
            BadQuery: The question cannot be read.
            CorpusIndexError: There is no corpus yet.
        """
        asked = read_operators(raw)
        catalogue = self.library.catalogue
        filters = narrowed(catalogue, self._followed(filters), asked.fields)
        condition = condition_of(asked, catalogue)
        given = {"understand": {"raw": asked.text, "filters": filters}, "retrieve": {"condition": condition}}
        hits: tuple[Hit, ...] = run(self._pipeline, given)["rank"]["ranked"].hits
        if condition is not None:
            # A unit the question names is put in whatever it says.
            hits = tuple(hit for hit in hits if condition.accepts(hit.passage))
        return Found(hits[:LARGEST_RESULT], write_out(asked.loose), asked.phrases)

    def search(
        self, raw: str, filters: Filters, page: int, page_size: int, view: View = BEST_FIRST
    ) -> schemas.SearchOut:
        """One page of the hits of a question."""
        began = time.perf_counter()
        found = self.find(raw, filters)
        every = arranged(found.hits, view)
        shown = every[(page - 1) * page_size : page * page_size]
        facets, entries = self._facets(raw, filters, found)
        return schemas.SearchOut(
            query=raw,
            page=page,
            page_size=page_size,
            total=len(every),
            # A document may have been taken out since it was found.
            hits=tuple(
                hit_out(hit, entries[hit.passage.ref.id], found, further)
                for hit, further in shown
                if hit.passage.ref.id in entries
            ),
            facets=facets,
            took_ms=round((time.perf_counter() - began) * 1000, 1),
        )

    def _facets(self, raw: str, filters: Filters, found: Found) -> tuple[schemas.FacetsOut, dict[str, Entry]]:
        """The values among the documents found, and those documents.

        A field that filters is counted as if it did not: its other values are what it could be changed to.
        """
        entries = self._entries(found.documents)
        values = {}
        for field in FACETS:
            held = entries
            if getattr(filters, field):
                held = self._entries(self.find(raw, replace(filters, **{field: ()})).documents)
            values[field] = facet_values(field, held.values())
        return schemas.FacetsOut(**values), entries

    def similar(self, passage: str, limit: int) -> schemas.SimilarOut:
        """Passages that say something near to one.

        Raises:
            NotFound: There is no such passage.
        """
        name, _, address = passage.partition("/")
        document = self._entry(name).ref.id
        source = next(iter(self.library.passages(document, [address])), None)
        if source is None:
            raise NotFound(
                f"Văn bản «{document}» không có đoạn «{address}».",
                f"Hãy xem mục lục tại /api/documents/{document}.",
            )
        found = Found(tuple(similar(self.library, self._encoder, source)[:limit]))
        entries = self._entries(found.documents)
        return schemas.SimilarOut(
            passage=passage_out(source),
            hits=tuple(
                hit_out(hit, entries[hit.passage.ref.id], found, 0)
                for hit in found.hits
                if hit.passage.ref.id in entries
            ),
        )

    def suggest(self, typed: str) -> schemas.SuggestOut:
        """What may be meant by what has been typed."""
        return suggest_out(typed, self.suggester.suggest(typed))

    def documents(self, filters: Filters, page: int, page_size: int) -> schemas.DocumentListOut:
        """A page of the documents, newest first."""
        catalogue = self.library.catalogue
        total, entries = catalogue.entries(self._followed(filters), (page - 1) * page_size, page_size)
        facets = {
            field: tuple(schemas.FacetValueOut(value=value, count=count) for value, count in catalogue.facet(field))
            for field in FACETS
        }
        return schemas.DocumentListOut(
            total=total,
            page=page,
            page_size=page_size,
            documents=tuple(document_out(entry) for entry in entries),
            facets=schemas.FacetsOut(**facets),
        )

    def document(self, document: str) -> schemas.DocumentDetailOut:
        """A whole document, unit by unit.

        Raises:
            NotFound: There is no such document.
        """
        entry = self._entry(document)
        body = self._body(entry.ref.id)
        quoted = {piece.address for piece in pieces(body)}
        return schemas.DocumentDetailOut(
            document=document_out(entry),
            copies=tuple(
                copy_out(copy, served=copy.version == entry.version)
                for copy in self.library.catalogue.copies(entry.ref.id)
            ),
            signer=body.signer,
            position=body.signer_position,
            place=body.place,
            effective_on=body.effective_on,
            stated=tuple(_stated(body, item) for item in body.stated),
            encodings=body.source.encodings,
            outline=tuple(_outline_item(body, section, quoted) for section in body.sections),
        )

    def original(self, document: str, version: str | None = None) -> tuple[Path, str, str]:
        """Where the original file of a document or of one of its copies is, its name and its media type."""
        return self.library.original(self._known(document), version)

    def differences(self, document: str, version: str) -> schemas.DifferencesOut:
        """The words in which a copy differs from what readers see.

        Raises:
            NotFound: There is no such document or copy.
        """
        entry = self._entry(document)
        catalogue, name = self.library.catalogue, entry.ref.id
        copy = next((copy for copy in catalogue.copies(name) if copy.version == version), None)
        text = catalogue.copy(name, version)
        if copy is None or text is None:
            raise NotFound(f"Văn bản «{name}» không có bản «{version}».", f"Hãy xem các bản tại /api/documents/{name}.")
        told = copy_out(copy, served=version == entry.version)
        return differences_out(document_out(entry), told, self._body(name), text)

    def passage(self, passage: str) -> schemas.PassageDetailOut:
        """A passage with its neighbours.

        Raises:
            NotFound: There is no such passage.
        """
        name, _, address = passage.partition("/")
        entry = self._entry(name)
        document = entry.ref.id
        body = self._body(document)
        names = [piece.address for piece in pieces(body)]
        units = (section.address for section in body.sections)
        if address not in (*names, *units, *(table.address for table in body.tables)):
            raise NotFound(
                f"Văn bản «{document}» không có mục «{address}».",
                f"Hãy xem mục lục tại /api/documents/{document}.",
            )
        around = self.library.passages(document, names)
        place = next((i for i, found in enumerate(around) if found.id == f"{document}/{address}"), None)
        if place is None:
            raise NotFound(f"«{passage}» không phải là một đoạn trích được.", "Hãy chọn một mục có nội dung.")
        return schemas.PassageDetailOut(
            passage=passage_out(around[place]),
            document=document_out(entry),
            rects=tuple(
                schemas.RectOut(page=page, **{side: round(value, 1) for side, value in rect._asdict().items()})
                for page, rect in rects_of(around[place].span, body.layout, body.text)
            ),
            previous=passage_out(around[place - 1]) if place > 0 else None,
            next=passage_out(around[place + 1]) if place + 1 < len(around) else None,
        )

    def health(self, version: str) -> schemas.HealthOut:
        """How much is in the corpus, and what serves it."""
        documents, passages = self.library.catalogue.totals()
        return schemas.HealthOut(
            status="sẵn sàng" if documents else "kho chưa có văn bản",
            documents=documents,
            passages=passages,
            encoder=f"{self._encoder.name} ({self._encoder.runtime})",
            engine=self.library.store.engine,
            version=version,
        )

    def _entries(self, documents: set[str]) -> dict[str, Entry]:
        _, entries = self.library.catalogue.entries(Filters(document=tuple(documents)), 0, len(documents))
        return {entry.ref.id: entry for entry in entries}

    def _followed(self, filters: Filters) -> Filters:
        """Filters with the ids that documents have now."""
        return replace(filters, document=tuple(map(self._known, filters.document)))

    def _known(self, document: str) -> str:
        """The id a document has now: links to a former one last."""
        return self.library.catalogue.known_as(document)

    def _entry(self, document: str) -> Entry:
        entry = self.library.catalogue.entry(self._known(document))
        if entry is None:
            raise NotFound(f"Không có văn bản «{document}».", "Hãy xem danh sách tại /api/documents.")
        return entry

    def _body(self, document: str) -> Document:
        body = self.library.catalogue.body(document)
        if body is None:
            raise NotFound(f"Không có văn bản «{document}».", "Hãy xem danh sách tại /api/documents.")
        return body


def hit_out(hit: Hit, entry: Entry, found: Found, further: int) -> schemas.HitOut:
    """A hit as JSON, with what of the words and phrases looked for stands in it."""
    passage = hit.passage
    marks = with_phrases(passage.text, highlights(passage.text, found.topic), found.phrases)
    return schemas.HitOut(
        passage=passage_out(passage),
        document=document_out(entry),
        score=round(hit.score, 4),
        matched_by=hit.matched_by,
        highlights=marks,
        snippet=snippet(passage.text, marks),
        parents=_parents(passage),
        further=further,
    )


def _parents(passage: Passage) -> tuple[schemas.ParentOut, ...]:
    steps = passage.id.partition("/")[2].split("/")
    outer = passage.path[:-1]
    # The trail names every unit around, except in a document that does not print one of them.
    titles = passage.trail if len(passage.trail) >= len(outer) else [f"{unit} {label}".strip() for unit, label in outer]
    return tuple(
        schemas.ParentOut(address="/".join(steps[:depth]), title=titles[depth - 1])
        for depth in range(1, len(outer) + 1)
    )


def document_out(entry: Entry) -> schemas.DocumentOut:
    """A catalogue entry as JSON."""
    ref = entry.ref
    return schemas.DocumentOut(
        id=ref.id,
        number=ref.number,
        kind=ref.kind,
        issuer=ref.issuer,
        issued_on=ref.issued_on,
        title=ref.title,
        secrecy=ref.secrecy,
        validity=ref.validity,
        citation=Citation(ref).document,
        pages=entry.pages,
        file_name=entry.name,
        media_type=entry.media_type,
    )


def passage_out(passage: Passage) -> schemas.PassageOut:
    """A passage as JSON."""
    citation = Citation(passage.ref, passage.path, passage.pages, passage.page_labels)
    return schemas.PassageOut(
        id=passage.id,
        address=passage.id.partition("/")[2],
        path=tuple(schemas.StepOut(unit=step.unit, label=step.label) for step in passage.path),
        trail=passage.trail,
        text=passage.text,
        pages=page_numbers(passage.pages),
        recognised=passage.recognised,
        doubts=tuple((span.start, span.end) for span in passage.doubts),
        citation=schemas.CitationOut(full=citation.full, short=citation.short, place=citation.place),
    )


def page_numbers(pages: PageRange | None) -> tuple[int, ...]:
    """Every page of a range, counted from 1; empty where the format has none."""
    return tuple(range(pages.first, pages.last + 1)) if pages else ()


def _stated(document: Document, item: Stated) -> schemas.StatedOut:
    text = document.text[slice(*item.span)] if item.span else None
    return schemas.StatedOut(field=item.field, text=text, page=item.page or None)


def _outline_item(document: Document, section: Section, quoted: Set[str]) -> schemas.OutlineItemOut:
    text, words = document.text[slice(*section.span)], words_in(section.span, document.layout)
    return schemas.OutlineItemOut(
        address=section.address,
        path=tuple(schemas.StepOut(unit=step.unit, label=step.label) for step in section.path),
        heading=section.heading,
        text=text,
        quotable=section.address in quoted,
        recognised=bool(words),
        doubts=tuple((span.start, span.end) for span in find_doubts(text, words)),
        pages=page_numbers(section.pages),
        place=cited(document, section.path, section.pages).place,
        tables=tuple(shown_tables(document, section)),
    )

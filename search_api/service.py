"""What the API answers with: hits, documents and passages from the corpus, turned into the JSON models."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Semaphore

from corpus.errors import NotFound
from corpus.pages import rects_of
from corpus.pieces import pieces
from corpus.runtime.document_rows import Entry
from corpus.runtime.encoder import Encoder
from corpus.runtime.library import Library
from corpus.types import Document, Filters
from search_api import schemas
from search_api.asking.suggest import Suggester
from search_api.checking.checker import Checker
from search_api.drafting.drafter import Drafter
from search_api.heavy import HeavyWork
from search_api.ranking.finding import Finder, Found
from search_api.ranking.similar import similar
from search_api.references.resolve import Resolver
from search_api.showing.arranged import BEST_FIRST, FACETS, View, arranged, facet_values
from search_api.showing.copies import copy_out, differences_out
from search_api.showing.explain import explanation_out
from search_api.showing.outline import note_out, outline_out
from search_api.showing.proof import Proof, proof_of
from search_api.showing.relations import ended_by, relations_out
from search_api.showing.shown import (
    document_out,
    hit_out,
    passage_out,
    stated_out,
    understood_out,
)
from search_api.showing.status import status_out
from search_api.showing.suggestions import suggest_out
from search_api.showing.within import Places, answer_places, phrase_places
from search_api.targets.table import Targets

# Searches hold the interpreter most of the time: more at once answer nobody sooner and get in each other's way (of
# sixteen clients 33 questions a second were answered without this, 41 with it).
_SEARCHES_AT_ONCE = 2
# Some 100 KB each.
_KEPT_PAGES = 500
# Some 2 MB for a hundred pages.
_KEPT_DOCUMENTS = 8


class Service:
    """Answers over one corpus with one encoder."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self.library = library
        self._encoder = encoder
        self._finder = Finder(library, encoder)
        self.heavy = HeavyWork()
        self.suggester = Suggester(library)
        self.targets = Targets(library)
        self.drafter = Drafter(library, self._finder)
        self.resolver = Resolver(library)
        self.checker = Checker(library, self.resolver)
        self._turn = Semaphore(_SEARCHES_AT_ONCE)
        # People go back and reload, and classes type the same words. What the corpus was when a page was made is part
        # of what it is kept under: after a document came or went it is made anew.
        self._page = lru_cache(maxsize=_KEPT_PAGES)(self._new_page)
        # Who reads a document comes back to it from each of its places.
        self._detail = lru_cache(maxsize=_KEPT_DOCUMENTS)(self._new_detail)

    def find(self, raw: str, filters: Filters) -> Found:
        """All hits of a question.

        Raises:
            BadQuery: The question cannot be read.
            CorpusIndexError: There is no corpus yet.
        """
        return self._finder.find(raw, self._followed(filters))

    def search(
        self, raw: str, filters: Filters, page: int, page_size: int, view: View = BEST_FIRST, *, explain: bool = False
    ) -> schemas.SearchOut:
        """One page of the hits of a question."""
        began = time.perf_counter()
        page_out = self._page(self.library.catalogue.changes, raw, filters, page, page_size, view, explain)
        return page_out.model_copy(update={"took_ms": round((time.perf_counter() - began) * 1000, 1)})

    def _new_page(
        self, _changes: int, raw: str, filters: Filters, page: int, page_size: int, view: View, explain: bool
    ) -> schemas.SearchOut:
        with self._turn:
            return self._page_of(self.find(raw, filters), raw, filters, page, page_size, view, explain)

    def _page_of(
        self, found: Found, raw: str, filters: Filters, page: int, page_size: int, view: View, explain: bool
    ) -> schemas.SearchOut:
        every = arranged(found.shown, view)
        shown = every[(page - 1) * page_size : page * page_size]
        texts = self.library.texts([one for hit, _ in shown for one in (hit.listed, *hit.also)])
        entries = self._entries({hit.listed.ref.id for hit, _ in shown})
        marks = found.marker()
        return schemas.SearchOut(
            query=raw,
            understood=understood_out(found.addressed, raw),
            choices=tuple(map(document_out, self._entries(found.addressed.choices).values())),
            document=next(map(document_out, self._entries(found.addressed.alone).values()), None),
            answered=found.answered,
            confidence=round(found.confidence, 3),
            page=page,
            page_size=page_size,
            total=len(every),
            # A document may have been taken out since it was found.
            hits=tuple(
                hit_out(
                    hit,
                    texts,
                    entries[hit.listed.ref.id],
                    marks(texts[hit.listed.id].text),
                    further,
                    explanation_out(hit, texts[hit.listed.id], found.weights) if explain else None,
                )
                for hit, further in shown
                if hit.listed.ref.id in entries and hit.listed.id in texts
            ),
            facets=self._facets(raw, filters, found),
            took_ms=0,
        )

    def _facets(self, raw: str, filters: Filters, found: Found) -> schemas.FacetsOut:
        """The values among the documents found.

        A field that filters is counted as if it did not: its other values are what it could be changed to.
        """
        values = {}
        for field in FACETS:
            held = found
            if getattr(filters, field):
                held = self.find(raw, replace(filters, **{field: ()}))
            values[field] = facet_values(field, held.documents)
        return schemas.FacetsOut(**values)

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
        hits = similar(self.library, self._encoder, source)[:limit]
        entries = self._entries({hit.listed.ref.id for hit in hits})
        texts = self.library.texts([hit.listed for hit in hits])
        return schemas.SimilarOut(
            passage=passage_out(source),
            hits=tuple(
                hit_out(hit, texts, entries[hit.listed.ref.id])
                for hit in hits
                if hit.listed.ref.id in entries and hit.listed.id in texts
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
        return self._detail(self.library.catalogue.changes, self._known(document))

    def _new_detail(self, _changes: int, document: str) -> schemas.DocumentDetailOut:
        entry = self._entry(document)
        body = self._body(entry.ref.id)
        catalogue = self.library.catalogue
        return schemas.DocumentDetailOut(
            document=document_out(entry),
            copies=tuple(
                copy_out(copy, served=copy.version == entry.version) for copy in catalogue.copies(entry.ref.id)
            ),
            signer=body.signer,
            position=body.signer_position,
            place=body.place,
            effective_on=body.effective_on,
            stated=tuple(stated_out(body, item) for item in body.stated),
            relations=tuple(relations_out(body, catalogue)),
            ended_by=ended_by(entry, catalogue),
            notes=tuple(note_out(note) for note in body.notes if note.anchor is None),
            encodings=body.source.encodings,
            outline=outline_out(body),
        )

    def phrase_places(self, document: str, typed: str) -> Places:
        """Where in a document the words that were typed stand just so.

        Raises:
            NotFound: There is no such document.
        """
        return phrase_places(self.document(document).outline, typed)

    def answer_places(self, document: str, raw: str) -> Places:
        """What of a document matches a question, in the units that answer it.

        Raises:
            BadQuery: The question cannot be read.
            NotFound: There is no such document.
        """
        detail = self.document(document)
        name = detail.document.id
        return answer_places(detail.outline, name, self.find(raw, Filters(document=(name,))))

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

    def proof(self, document: str, address: str | None) -> Proof:
        """A document, and where a place of it is printed.

        Args:
            document: Its id.
            address: Of a passage, a unit or a table; without it the document as a whole.

        Raises:
            NotFound: There is no such document or place.
        """
        entry = self._entry(document)
        return proof_of(entry, self._body(entry.ref.id), address)

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

    def status(self, version: str) -> schemas.StatusOut:
        """What is in the corpus and how it got there.

        Args:
            version: Of the program.
        """
        return status_out(self.library, self.health(version))

    def _entries(self, documents: Collection[str]) -> dict[str, Entry]:
        """The documents that are there, newest first."""
        return {entry.ref.id: entry for entry in self.library.catalogue.those(documents)} if documents else {}

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

"""The documents of the corpus, ready to have quotations looked for in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from search_api.checking.neighbours import Neighbours
from search_api.checking.source import Source
from search_api.checking.words import words_of
from search_api.schemas import DocumentOut
from search_api.showing.relations import ended_by

# Some 500 KB each: a resolution of twenty pages.
_KEPT_SOURCES = 60


class Shelf:
    """What a check reads of the corpus, kept until a document comes or goes."""

    def __init__(self, library: Library) -> None:
        self._catalogue = library.catalogue
        self._source = lru_cache(maxsize=_KEPT_SOURCES)(self._new_source)
        self._lock = Lock()
        self._neighbours: tuple[int, Neighbours] | None = None
        self._titles: tuple[int, frozenset[tuple[str, ...]]] | None = None

    def source(self, document: str) -> Source | None:
        """A document by id; ``None`` if it went meanwhile."""
        return self._source(self._catalogue.changes, document)

    def nearest(self, text: str, limit: int) -> tuple[str, ...]:
        """The documents that share the most with a text, best first."""
        # One at a time: while the pairs of a large corpus are sorted, others wait for them.
        with self._lock:
            changes = self._catalogue.changes
            if self._neighbours is None or self._neighbours[0] != changes:
                self._neighbours = (changes, Neighbours(self._catalogue.every_passage_words()))
        return self._neighbours[1].nearest(text, limit)

    def titles(self) -> frozenset[tuple[str, ...]]:
        """The titles of all documents, as forms of words."""
        with self._lock:
            changes = self._catalogue.changes
            if self._titles is None or self._titles[0] != changes:
                self._titles = (changes, frozenset(words_of(title).forms for title in self._catalogue.every_title()))
        return self._titles[1]

    def entries(self, documents: Sequence[str]) -> dict[str, Entry]:
        """The documents by id, as the catalogue has them."""
        return {entry.ref.id: entry for entry in self._catalogue.those(documents)} if documents else {}

    def ended_by(self, entry: Entry) -> DocumentOut | None:
        """What took the force of a document, if the corpus has it."""
        return ended_by(entry, self._catalogue)

    def _new_source(self, _changes: int, document: str) -> Source | None:
        body = self._catalogue.body(document)
        return Source.of(body) if body else None

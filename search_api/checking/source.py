"""A document of the corpus as words: where a run of words stands in it, and in which of its units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.pieces import Piece, pieces
from corpus.types import Document, Span, Value
from search_api.checking.words import Row, Words, words_of


@dataclass(frozen=True)
class Source(Value):
    """A document and its words; behind its text stand its notes, which are quoted, too.

    Attributes:
        document: The document.
        words: The words of both.
    """

    document: Document
    words: Words

    @classmethod
    def of(cls, document: Document) -> Source:
        """A document made ready."""
        notes = "\n".join(note.text for note in document.notes)
        return cls(document, words_of(f"{document.text}\n{notes}" if notes else document.text))

    @cached_property
    def labels(self) -> frozenset[int]:
        """The words that are labels of units and numbers of rows: who quotes several units may leave them out."""
        starts = [span.start for span in self.words.spans]
        return frozenset(
            place
            for span in _labels(self.document)
            for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        )

    @cached_property
    def bare(self) -> tuple[Row, tuple[int, ...]]:
        """The words without the labels, and the place of each among all."""
        places = tuple(place for place in range(len(self.words)) if place not in self.labels)
        return Row([self.words.forms[place] for place in places]), places

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """Two words side by side → the places of the first."""
        found: dict[tuple[str, str], list[int]] = {}
        forms = self.words.forms
        for place in range(len(forms) - 1):
            found.setdefault((forms[place], forms[place + 1]), []).append(place)
        return found

    @cached_property
    def _pieces(self) -> tuple[tuple[Piece, ...], tuple[int, ...]]:
        every = tuple(sorted(pieces(self.document), key=lambda piece: piece.span.start))
        return every, tuple(piece.span.start for piece in every)

    def pieces_at(self, first: int, end: int) -> tuple[Piece, ...]:
        """The quotable pieces in which the words ``[first, end)`` stand, in order; of a note that it is noted at.

        None for what is not quoted on its own: a letterhead, a signature.
        """
        span = self.anchored(first, end)
        every, starts = self._pieces
        begin = max(0, bisect_right(starts, span.start) - 1)
        until = bisect_left(starts, span.end)
        return tuple(piece for piece in every[begin:until] if piece.span.overlaps(span))

    def anchored(self, first: int, end: int) -> Span:
        """Where the words ``[first, end)`` stand in the text of the document; of a note where its mark stands."""
        span = self.words.cover(first, end)
        if span.start < len(self.document.text):
            return span
        at = len(self.document.text) + 1
        for note in self.document.notes:
            if at <= span.start <= at + len(note.text) and note.anchor is not None:
                return Span(max(0, note.anchor - 1), note.anchor)
            at += len(note.text) + 1
        return span


def _labels(document: Document) -> Iterator[Span]:
    for section in document.sections:
        if section.path[-1].unit not in ("phần đầu", "ký", "nơi nhận"):
            yield Span(section.span.start, section.body_start)
    for table in document.tables:
        for row in table.data:
            yield from (cell.span for cell in row.cells if document.text[slice(*cell.span)].strip(" .)") == row.label)

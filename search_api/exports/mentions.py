"""Footnotes: ``[3]`` in a text is the passage labelled 3; a document is named in full at first, then in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search_api.packs.content import PackPassage

MARK = re.compile(r"\s*\[(\d{1,6})\]")
"""A mention in a text, with the white space before it: a footnote mark stands at the word it belongs to."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the footnote whose mark stands right after it (``""`` for none)."""

    text: str
    note: str = ""


def plain(text: str) -> tuple[Piece, ...]:
    """A text without footnotes."""
    return (Piece(text),)


class Mentions:
    """Knows the passages by their labels, and which documents were mentioned already."""

    def __init__(self, passages: Iterable[PackPassage]) -> None:
        self._passages = {passage.label: passage for passage in passages}
        self._mentioned: set[str] = set()

    def note(self, passage: PackPassage) -> str:
        """What stands at the foot of the page for a mention that comes now."""
        citation = passage.quote.citation
        return self.first_note(passage) or f"{citation.short.removesuffix('.')}."

    def first_note(self, passage: PackPassage) -> str:
        """The same where it names a document for the first time, in full; ``""`` where a short one would say it all."""
        document = passage.quote.document.id
        if document in self._mentioned:
            return ""
        self._mentioned.add(document)
        return passage.quote.citation.footnote

    def marked(self, text: str) -> tuple[Piece, ...]:
        """A text of the user's, cut where footnote marks stand; ``[9]`` stays as it is where there is no passage 9."""
        return tuple(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[Piece]:
        start = 0
        for match in MARK.finditer(text):
            passage = self._passages.get(int(match[1]))
            if passage is None:
                continue
            before = text[start : match.start()]
            # Two marks side by side would read as one number.
            yield Piece(before if before or not start else ", ", self.note(passage))
            start = match.end()
        if start < len(text):
            yield Piece(text[start:])

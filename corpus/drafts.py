"""A draft somebody wrote, as it was read to have its quotations checked. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.types import Span, Value

LARGEST_DRAFT = 20 * 1024 * 1024
"""Bytes of a file that is read as a draft: a report of a hundred pages with its pictures has less."""


@dataclass(frozen=True, slots=True)
class DraftNote(Value):
    """A footnote or endnote of a draft.

    Attributes:
        anchor: Offset in ``Draft.text`` right after the word its mark stands at; ``None`` if no mark was found.
        span: The note itself in ``Draft.text``, below the body.
    """

    anchor: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Draft(Value):
    """A draft as it was read.

    Attributes:
        name: Name of the file, or what stands for one where the text was pasted.
        text: Its paragraphs and the lines of its tables, one a line, NFC; below them its notes. Of a wrapped line
            the break is a space.
        body_end: Where in ``text`` the notes begin.
        notes: Its footnotes and endnotes, in the order in which they stand in ``text``.
        page_starts: Offset in ``text`` at which each page begins; empty without pages.
        recognised: Some of it was read from pictures of pages.
        word_file: The file itself if it is a DOCX whose text was taken as it stands: comments can be put into it.
    """

    name: str
    text: str
    body_end: int
    notes: tuple[DraftNote, ...] = ()
    page_starts: tuple[int, ...] = ()
    recognised: bool = False
    word_file: bytes | None = None


DraftReader = Callable[[str, bytes], Draft]
"""Name and bytes of a file → the draft; raises ``Refusal`` for what is not read. It leaves nothing on the disk."""


def pasted_draft(name: str, text: str) -> Draft:
    """A draft of words that were typed or pasted; the text stays as it was given."""
    return Draft(name, text, len(text))

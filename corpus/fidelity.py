"""Which of several copies is the best: the one readers see and quote.

A total order, so that the same copies always stand in the same order, whichever came first:

1. *Completeness.* A copy that lacks a part another has loses to it, whatever its format and however small the
   part: a passage that is not there cannot be found; see ``corpus.completeness``.
2. *Fidelity*, how near the file is to what was signed; see ``Fidelity``.
3. *Quality*: the share of words that can be Vietnamese, which tells a good scan from a bad one.
4. The sha256 of the file: means nothing, and never changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from corpus.completeness import missing_words
from corpus.quality import quality
from corpus.text import fold
from corpus.types import Document

_PDF = "application/pdf"
_WORD_FORMATS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/msword",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
)
_HTML = "text/html"
_NUMBER_LINE = re.compile(r"(?m)^\W*(?:[^\n|]{0,60}\|\s*)?so\s*:?\s*\d{1,5}[a-z]?\s?[-/]")
_HEAD = 1500


class Fidelity(IntEnum):
    """How near a file is to what was signed; the lower the nearer.

    A PDF is what was printed, page by page. Word keeps the words and, where it states them, the pages. A portal
    retypes or converts. Text and Markdown lost the layout. A scan has all of the pages, but its words were
    guessed. A page without the document's letterhead is a newspaper's: it introduces, shortens and corrects.
    """

    PDF = 1
    WORD_WITH_PAGES = 2
    WORD = 3
    PORTAL = 4
    TEXT = 5
    SCAN = 6
    PRESS = 7


def fidelity(document: Document) -> Fidelity:
    """How near a copy is to what was signed, by its format and by what was read in it."""
    source = document.source
    if _mostly_recognised(document):
        return Fidelity.SCAN
    if source.media_type == _PDF:
        return Fidelity.PDF
    if source.media_type in _WORD_FORMATS:
        return Fidelity.WORD_WITH_PAGES if source.pages else Fidelity.WORD
    if document.place is None and not _NUMBER_LINE.search(fold(document.text[:_HEAD])):
        return Fidelity.PRESS
    return Fidelity.PORTAL if source.media_type == _HTML else Fidelity.TEXT


def _mostly_recognised(document: Document) -> bool:
    """Whether more than half of the text was read from pictures: one scanned annex makes no scan."""
    letters = sum(word.end - word.start for word in document.layout.words)
    return letters * 2 > len("".join(document.text.split()))


def best_first(copies: Sequence[Document]) -> tuple[Document, ...]:
    """The copies of one document in the order the module describes."""
    missing = missing_words(copies)

    def rank(index: int) -> tuple[int, int, float, str]:
        copy = copies[index]
        return (
            missing[index],
            fidelity(copy),
            -round(quality(copy.text).valid, 3),
            copy.source.sha256,
        )

    return tuple(copies[index] for index in sorted(range(len(copies)), key=rank))

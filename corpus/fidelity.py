"""Which of several copies is the best: the one readers see and quote.

A total order, so that the same copies always stand in the same order, whichever came first:

1. *Completeness.* A copy that lacks parts another has loses to it, whatever its format: a passage that is not
   there cannot be found. Parts are units with a number of their own (items, articles, annexes); letterhead,
   press introduction and signature are no reason to prefer a copy.
2. *Fidelity*, how near the file is to what was signed; see ``Fidelity``.
3. *Quality*: the share of words that can be Vietnamese, which tells a good scan from a bad one.
4. The sha256 of the file: means nothing, and never changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from corpus.overlap import shingles
from corpus.quality import quality
from corpus.text import fold, one_line
from corpus.types import Document, Section

_PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD_FORMATS = (_WORD, "application/msword", "application/rtf", "text/rtf")
_HTML = "text/html"
_UNNUMBERED = ("phần đầu", "ký", "nơi nhận")
# Units of fewer words ("2. Giao các thôn thực hiện.") are found in too many documents to say anything.
_LEAST_SHINGLES = 6
# A scan with 5 % of its characters wrong keeps half of a unit's shingles; another unit shares a quarter.
_COVERED = 0.35
# What a web page adds around a document ("Tin liên quan …") may end up in a unit: a twentieth is no missing part.
_STEP = 0.05
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
    words = [shingles(copy.text) for copy in copies]
    units = [_units(copy) for copy in copies]

    def rank(index: int) -> tuple[int, int, float, str]:
        copy = copies[index]
        lacking = max((_lacking(parts, words[index]) for parts in units), default=0.0)
        return (
            int(lacking / _STEP),
            fidelity(copy),
            -round(quality(copy.text).valid, 3),
            copy.source.sha256,
        )

    return tuple(copies[index] for index in sorted(range(len(copies)), key=rank))


def _units(document: Document) -> list[frozenset[str]]:
    found = (shingles(_text(document, section)) for section in document.sections if _is_part(section))
    return [unit for unit in found if len(unit) >= _LEAST_SHINGLES]


def _is_part(section: Section) -> bool:
    return not any(step.unit in _UNNUMBERED for step in section.path)


def _text(document: Document, section: Section) -> str:
    return one_line(document.text[slice(*section.span)])


def _lacking(units: Sequence[frozenset[str]], words: frozenset[str]) -> float:
    """Share of another copy's units that a copy with these shingles does not have, by their length."""
    whole = sum(map(len, units))
    missing = sum(len(unit) for unit in units if len(unit & words) < _COVERED * len(unit))
    return missing / whole if whole else 0.0

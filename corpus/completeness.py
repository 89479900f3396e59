"""Which parts a copy lacks that another copy of the same document has.

Both are laid beside each other word by word; a part is missing where many words in a row of the one have nothing
opposite in the other. Wrong words of a scan have something opposite, so they are not missing. Parts are units
with a number of their own (items, articles, annexes) and the paragraphs in them: letterhead, press introduction
and signature are none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from corpus.differences import stretches
from corpus.overlap import containment, shingles
from corpus.text import fold, words
from corpus.types import Document, Section

# Words of parts in a row, a choice: two lines. A scan that drops a line and a web page that puts a link to another
# article between two paragraphs stay below it.
_LEAST_MISSING = 25
# Of a unit half and so many words do: below, "II. TÌNH HÌNH" is a line that a scan did not read.
_LEAST_OF_UNIT = 8
# What stands in another place (a footnote, a table, a column) is not missing. A choice below the 0.48 that an excerpt
# with 5 % of its letters wrong keeps of its shingles, and above the 0.33 that two documents share.
_ELSEWHERE = 0.35
_UNNUMBERED = ("phần đầu", "ký", "nơi nhận")
_CLOSING = ("ký", "nơi nhận")
_ANNEXED = ("phụ lục", "văn bản kèm theo")


def missing_words(copies: Sequence[Document]) -> tuple[int, ...]:
    """For each copy how many words it lacks in missing parts: the most that any one other copy shows."""
    laid = [_Laid(copy) for copy in copies]
    most = [0] * len(laid)
    for one, other in combinations(range(len(laid)), 2):
        if laid[one].forms == laid[other].forms:
            continue
        ranges = list(stretches(laid[one].forms, laid[other].forms))
        there = sum(_missing(laid[one], laid[other], begin, end, d - c) for begin, end, c, d in ranges)
        here = sum(_missing(laid[other], laid[one], begin, end, b - a) for a, b, begin, end in ranges)
        most[other], most[one] = max(most[other], there), max(most[one], here)
    return tuple(most)


@dataclass(frozen=True)
class _Laid:
    """A copy laid out to be compared."""

    document: Document

    @cached_property
    def forms(self) -> list[str]:
        return [match.group() for match in words(fold(self.document.text))]

    @cached_property
    def shingles(self) -> frozenset[str]:
        return shingles(self.document.text)

    @cached_property
    def parts(self) -> list[tuple[int, int, bool]]:
        """Units with a number of their own: the numbers of their words, from and up to, and whether an annex's."""
        starts = [match.start() for match in words(self.document.text)]
        return [
            (bisect_left(starts, section.span.start), bisect_left(starts, section.span.end), _is(section, _ANNEXED))
            for section in self.document.sections
            if not _is(section, _UNNUMBERED)
        ]

    @cached_property
    def closed(self) -> bool:
        """Whether its end is there: somebody signed it, or it names who gets it."""
        return any(_is(section, _CLOSING) for section in self.document.sections)


def _is(section: Section, units: Sequence[str]) -> bool:
    return any(step.unit in units for step in section.path)


def _missing(whole: _Laid, copy: _Laid, begin: int, end: int, opposite: int) -> int:
    """How many words of parts a copy lacks among those of a stretch, to which it has so many opposite."""
    if end - begin - opposite < _LEAST_OF_UNIT:
        return 0
    touched = [
        (min(last, end) - max(first, begin), last - first, annexed)
        for first, last, annexed in whole.parts
        if first < end and begin < last
    ]
    missing = sum(inside for inside, _, _ in touched) - opposite
    unit = any(inside >= max(_LEAST_OF_UNIT, length / 2) for inside, length, _ in touched)
    if missing < (_LEAST_OF_UNIT if unit else _LEAST_MISSING):
        return 0
    # Behind the words both share a closed copy can lack an annex; else it is what the web page added below.
    if end >= whole.parts[-1][1] and copy.closed and not any(annexed for _, _, annexed in touched):
        return 0
    return 0 if _stands_elsewhere(whole.forms[begin:end], copy) else missing


def _stands_elsewhere(forms: Sequence[str], copy: _Laid) -> bool:
    return containment(shingles(" ".join(forms)), copy.shingles) >= _ELSEWHERE

"""The clauses that a sentence is made of, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.text import trimmed
from corpus.types import Span

# Characters; the longest clause of the Party documents at hand has 1,100.
_LONGEST = 4000
_CLAUSE_END = re.compile(r";(?=\s|$)")


def clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons; one that never ends is cut, so that reading it stays quick."""
    start = sentence.start
    for end in (*(match.start() for match in _CLAUSE_END.finditer(text, *sentence)), sentence.end):
        for begin in range(start, end, _LONGEST):
            yield from _with_words(text, begin, min(end, begin + _LONGEST))
        start = end + 1


def _with_words(text: str, start: int, end: int) -> Iterator[Span]:
    span = trimmed(text, start, end)
    if span.end > span.start:
        yield span

"""Sentences of a passage and the clauses they are made of, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.text import trimmed
from corpus.types import Span

# No sentence ends at the stop of "tr. 4", "TP. Huế" or an initial.
_SENTENCE_END = re.compile(r"(?<!\btr)(?<!\bTP)(?<![\s(][A-ZĐ])[.!?](?:/\.)?(?=\s|$)|\n", re.MULTILINE)
_LABEL_ONLY = re.compile(
    r"\s*(?:(?:điều|mục|chương|phần)\s)?(?:[\dIVXivx]{1,5}(?:\.\d+)*|[a-zđ])\s*[.)]?", re.IGNORECASE
)
# Characters; the longest clause of the Party documents at hand has 1,100.
_LONGEST = 4000
_CLAUSE_END = re.compile(r";(?=\s|$)")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text without blanks around; a line of its own (a title) is one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        # "1." before the words it numbers.
        if match.group()[0] == "." and _LABEL_ONLY.fullmatch(text, start, match.start()):
            continue
        yield from _with_words(text, start, match.end())
        start = match.end()
    yield from _with_words(text, start, len(text))


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

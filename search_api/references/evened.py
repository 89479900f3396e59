"""A text in the form the grammar reads, from which every place leads back to the text as it was given.

NFC, nothing invisible, runs of blanks and line breaks one space. The end of a paragraph is a sign of its own, which is
no blank, so that no mention reaches over it. It cleans as ``corpus.text`` does, which does not keep offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from corpus.text import repaired
from corpus.types import Span

# Sequences that are not taken over as they are: a letter with what is set on it, blanks, what is invisible or another
# letter than it looks.
_CHANGED = re.compile(
    "[^\\W\\d_][\u0300-\u036f]+|[\\s\u00a0\u2007\u202f\u00ad\u200b-\u200d\ufeff]{2,}"
    "|[\t\n\v\f\r\u0085\u2028\u2029\u00a0\u2007\u202f\u00ad\u200b-\u200d\ufeff\u00d0\u00f0\u2010\u2011]"
)
PARAGRAPH = "¶"
"""Stands for the end of a paragraph."""

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_CLOSED = re.compile(r"[.;:!?…”\"]\s*")
# What a paragraph or an item begins with; a line that was cut in the middle of a mention does not.
_ITEM = re.compile(
    r"(?:[-–—+•*]|\d{1,3}(?:\.\d{1,2})*(?:[.)]|[-–](?=\s))|\d{1,2}\.\d{1,2}|[a-zđA-ZĐ]\)|[IVX]{1,5}[.)])\s"
    r"|điều\s\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evened:
    """A text evened out.

    Attributes:
        text: Evened.
        starts: Where each stretch that was taken over or changed as a whole begins in ``text``.
        sources: Where each of them begins in the text as given, and one past the last of them.
        kept: Whether each of them was taken over as it is, one character for one.
        breaks: Where in ``text`` a space stands for a line break.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    kept: tuple[bool, ...]
    breaks: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where the characters from ``start`` up to ``end``, at least one, stand in the text as given."""
        return Span(self._source(start), self._source(end - 1, after=True))

    def _source(self, at: int, *, after: bool = False) -> int:
        part = bisect_right(self.starts, at) - 1
        if self.kept[part]:
            return self.sources[part] + at - self.starts[part] + after
        return self.sources[part + after]


def evened(text: str) -> Evened:
    """A text evened out; linear in its length."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    kept: list[bool] = []
    breaks: list[int] = []
    length = at = 0

    def add(part: str, source: int, *, as_is: bool) -> None:
        nonlocal length
        if part:
            starts.append(length)
            sources.append(source)
            kept.append(as_is)
            parts.append(part)
            length += len(part)

    for match in _CHANGED.finditer(text):
        add(text[at : match.start()], at, as_is=True)
        shown = _evened(text, match)
        if shown == " " and "\n" in match.group():
            breaks.append(length)
        add(shown, match.start(), as_is=False)
        at = match.end()
    add(text[at:], at, as_is=True)
    sources.append(len(text))
    return Evened("".join(parts), tuple(starts), tuple(sources), tuple(kept), tuple(breaks))


def _evened(text: str, match: re.Match[str]) -> str:
    sequence = repaired(match.group())
    if sequence.strip():
        return sequence
    if "\n" in sequence and _ends_paragraph(text, match):
        return PARAGRAPH
    return " " if sequence else ""


def _ends_paragraph(text: str, blanks: re.Match[str]) -> bool:
    return bool(
        _EMPTY_LINE.search(blanks.group())
        or _CLOSED.match(text, blanks.start() - 1 if blanks.start() else 0)
        or _ITEM.match(text, blanks.end())
    )

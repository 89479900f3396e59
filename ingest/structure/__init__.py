"""From lines to a document: the text, the units found in it, the pages each stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.identity import addresses
from corpus.types import PageRange, Section, Span, Value
from ingest.reading import Line, Reading
from ingest.structure.headings import heading_of
from ingest.structure.outline import Opening, find_openings

__all__ = ["Structured", "structure"]


@dataclass(frozen=True, slots=True)
class Structured(Value):
    """What the lines of a file turned out to be.

    Attributes:
        text: The whole text; a wrapped line is joined to the one before by a space, others by a line break.
        line_starts: Offset in ``text`` of each line.
        page_starts: Offset in ``text`` at which each physical page begins; empty without pages.
        sections: The units in reading order.
    """

    text: str
    line_starts: tuple[int, ...]
    page_starts: tuple[int, ...]
    sections: tuple[Section, ...]


def structure(reading: Reading) -> Structured:
    """Find the units of a document.

    Args:
        reading: At least one line.
    """
    text, starts = _join(reading.lines)
    openings = _without_empty_opening(find_openings(reading.lines, visual=reading.visual))
    sections = _sections(reading, openings, text, starts)
    return Structured(text, tuple(starts), _page_starts(reading, starts, len(text)), sections)


def _without_empty_opening(openings: list[Opening]) -> list[Opening]:
    """An excerpt may begin with its first unit ("Điều 5. …"): it has no *phần đầu*."""
    return openings[1:] if len(openings) > 1 and openings[1].line == 0 else openings


def _join(lines: Sequence[Line]) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for index, line in enumerate(lines):
        if index:
            parts.append(" " if line.continues else "\n")
            length += 1
        starts.append(length)
        parts.append(line.text)
        length += len(line.text)
    return "".join(parts), starts


def _page_starts(reading: Reading, starts: Sequence[int], end: int) -> tuple[int, ...]:
    """Offset of each page; a page without text begins where the next one does."""
    if not reading.pages:
        return ()
    first: dict[int, int] = {}
    for line, start in zip(reading.lines, starts, strict=True):
        first.setdefault(line.page, start)
    offsets: list[int] = []
    following = end
    for page in range(reading.pages, 0, -1):
        following = first.get(page, following)
        offsets.append(following)
    return tuple(reversed(offsets))


def _sections(reading: Reading, openings: Sequence[Opening], text: str, starts: Sequence[int]) -> tuple[Section, ...]:
    spans = _spans(openings, text, starts)
    names = addresses(opening.path for opening in openings)
    made: list[Section] = []
    for index, (opening, span, address) in enumerate(zip(openings, spans, names, strict=True)):
        last = _last_descendant(openings, index)
        made.append(
            Section(
                path=opening.path,
                address=address,
                heading=heading_of(reading.lines, opening, _next_line(openings, index, len(reading.lines))),
                span=span,
                body_start=min(starts[opening.line] + opening.body, span.end),
                pages=_pages(reading, starts, span),
                unit_pages=_pages(reading, starts, Span(span.start, max(span.end, spans[last].end))),
            )
        )
    return tuple(made)


def _spans(openings: Sequence[Opening], text: str, starts: Sequence[int]) -> list[Span]:
    begins = [starts[opening.line] + opening.offset for opening in openings]
    ends = [*begins[1:], len(text)]
    return [_trimmed(text, begin, end) for begin, end in zip(begins, ends, strict=True)]


def _trimmed(text: str, begin: int, end: int) -> Span:
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end)


def _next_line(openings: Sequence[Opening], index: int, lines: int) -> int:
    return openings[index + 1].line if index + 1 < len(openings) else lines


def _last_descendant(openings: Sequence[Opening], index: int) -> int:
    path = openings[index].path
    last = index
    while (
        last + 1 < len(openings)
        and openings[last + 1].path[: len(path)] == path
        and len(openings[last + 1].path) > len(path)
    ):
        last += 1
    return last


def _pages(reading: Reading, starts: Sequence[int], span: Span) -> PageRange | None:
    if not reading.pages:
        return None
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, max(span.start, span.end - 1)) - 1
    return PageRange(reading.lines[first].page, reading.lines[last].page)

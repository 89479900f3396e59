"""From lines to a document: the text, the units and tables found in it, the pages each stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.identity import addresses
from corpus.types import PageRange, Section, Span, Table, Value
from ingest.reading import Line, Reading
from ingest.structure.grids import data_grids
from ingest.structure.headings import heading_of
from ingest.structure.open_units import Opening
from ingest.structure.outline import find_openings
from ingest.structure.tables import tables_of

__all__ = ["Structured", "structure"]


@dataclass(frozen=True, slots=True)
class Structured(Value):
    """What the lines of a file turned out to be.

    Attributes:
        text: The whole text; a wrapped line is joined to the one before by a space, others by a line break.
        line_starts: Offset in ``text`` of each line.
        page_starts: Offset in ``text`` at which each physical page begins; empty without pages.
        sections: The units in reading order.
        tables: The tables of data in reading order.
    """

    text: str
    line_starts: tuple[int, ...]
    page_starts: tuple[int, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()


def structure(reading: Reading) -> Structured:
    """Find the units and the tables of a document.

    Args:
        reading: At least one line.
    """
    text, starts = _join(reading.lines)
    openings = find_openings(reading.lines, visual=reading.visual)
    grids = data_grids(reading.lines, openings)
    if grids:
        # What looks like a label in a table of data is part of its row.
        tabled = frozenset(index for grid in grids for index in range(grid.first, grid.last + 1))
        openings = find_openings(reading.lines, visual=reading.visual, tabled=tabled)
    openings = _without_empty_opening(openings)
    sections = _sections(reading, openings, [grid.first for grid in grids], text, starts)
    tables = tables_of(reading.lines, starts, sections, grids)
    return Structured(text, tuple(starts), _page_starts(reading, starts, len(text)), sections, tables)


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


def _sections(
    reading: Reading, openings: Sequence[Opening], tables: Sequence[int], text: str, starts: Sequence[int]
) -> tuple[Section, ...]:
    spans = _spans(openings, text, starts)
    names = addresses(opening.path for opening in openings)
    made: list[Section] = []
    for index, (opening, span, address) in enumerate(zip(openings, spans, names, strict=True)):
        last = _last_descendant(openings, index)
        made.append(
            Section(
                path=opening.path,
                address=address,
                heading=heading_of(reading.lines, opening, _title_limit(openings, index, tables, len(reading.lines))),
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


def _title_limit(openings: Sequence[Opening], index: int, tables: Sequence[int], lines: int) -> int:
    """The line at which no title goes on: where the next unit or a table begins."""
    following = openings[index + 1].line if index + 1 < len(openings) else lines
    return min((table for table in tables if openings[index].line < table < following), default=following)


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

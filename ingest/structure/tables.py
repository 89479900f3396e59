"""From the tables of data to values: what each is called, and each row's label, place and surroundings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.identity import addresses_below
from corpus.text import match_form
from corpus.types import Section, Span, Step, Table, TableCell, TableRow
from ingest.reading import Line
from ingest.structure.grids import Filled, Grid, Row
from ingest.structure.row_labels import RowLabel, row_labels

# "Bảng 2.1. Mức chi …", "Biểu số 3: …" right above the table, perhaps with a line "Đơn vị tính: …" between.
_CAPTION = re.compile(r"(?:bảng|biểu)\s+(?:số\s+)?(?P<n>[\divxlc]{1,4}[a-zđ]?(?:[.\-]\d{1,3}){0,2})(?=\s*[.:\-–(]|$)")
_UNIT_OF_MEASURE = re.compile(r"\(?(?:đơn vị|đvt)")
_LONGEST_CAPTION = 300


def tables_of(
    lines: Sequence[Line], starts: Sequence[int], sections: Sequence[Section], grids: Sequence[Grid]
) -> tuple[Table, ...]:
    """The tables of a document.

    Args:
        lines: Its lines.
        starts: Offset of each line in the text.
        sections: Its units.
        grids: Its tables of data in reading order.
    """
    places = _Places(lines, starts)
    around = [_section_at(sections, starts[grid.first]) for grid in grids]
    counts: Counter[str] = Counter()
    steps: dict[str, list[Step]] = {}
    captions = [_caption(lines, starts, section, grid.first) for grid, section in zip(grids, around, strict=True)]
    for section, caption in zip(around, captions, strict=True):
        counts[section.address] += 1
        label = _printed_number(lines[caption].text) if caption is not None else str(counts[section.address])
        steps.setdefault(section.address, []).append(Step("bảng", label))
    addresses = {address: iter(addresses_below(address, inner)) for address, inner in steps.items()}
    inner_steps = {address: iter(inner) for address, inner in steps.items()}
    return tuple(
        Table(
            section=section.address,
            path=(*section.path, next(inner_steps[section.address])),
            address=(address := next(addresses[section.address])),
            caption=places.of(caption, grid.first - 1) if caption is not None else None,
            columns=len(_columns(grid.rows)),
            rows=tuple(_table_rows(grid, address, places)),
        )
        for grid, section, caption in zip(grids, around, captions, strict=True)
    )


class _Places:
    """Where lines stand in the text."""

    def __init__(self, lines: Sequence[Line], starts: Sequence[int]) -> None:
        self._lines = lines
        self._starts = starts

    def of(self, first: int, last: int) -> Span:
        """From the beginning of one line to the end of another."""
        return Span(self._starts[first], self._starts[last] + len(self._lines[last].text))


def _section_at(sections: Sequence[Section], start: int) -> Section:
    return next(section for section in reversed(sections) if section.span.start <= start)


def _caption(lines: Sequence[Line], starts: Sequence[int], section: Section, first: int) -> int | None:
    """The line of the caption above a table, inside its unit."""
    for index in range(first - 1, max(first - 3, -1), -1):
        line = lines[index]
        if starts[index] < section.body_start or line.cell is not None:
            return None
        form = match_form(line.text)
        if _CAPTION.match(form):
            return index if len(line.text) <= _LONGEST_CAPTION else None
        if not (line.continues or _UNIT_OF_MEASURE.match(form)):
            return None
    return None


def _printed_number(caption: str) -> str:
    match = _CAPTION.match(match_form(caption))
    return caption[slice(*match.span("n"))] if match else ""


def _columns(rows: Sequence[Row]) -> list[int]:
    return sorted({filled.cell.column for row in rows for filled in row})


def _table_rows(grid: Grid, address: str, places: _Places) -> Iterator[TableRow]:
    numbers = [row[0].cell.row for row in grid.rows]
    columns = _columns(grid.rows)
    heads, data = grid.rows[: grid.heads], grid.rows[grid.heads :]
    repeated = {_words(row) for row in heads}
    for row in heads:
        yield TableRow("", address, _span(row, places), _cells(row, numbers, columns, places), head=True)
    labels = row_labels(data)
    for row, label, own, under in zip(data, labels, _addresses(address, labels), _within(data, labels), strict=True):
        cells = _cells(row, numbers, columns, places)
        if _words(row) in repeated:
            yield TableRow("", address, _span(row, places), cells, head=True)
        else:
            within = tuple(places.of(filled.first, filled.last) for filled in under)
            yield TableRow(label.label, own, _span(row, places), cells, within=within)


def _words(row: Row) -> tuple[str, ...]:
    return tuple(filled.text for filled in row)


def _span(row: Row, places: _Places) -> Span:
    return places.of(row[0].first, row[-1].last)


def _cells(row: Row, numbers: Sequence[int], columns: Sequence[int], places: _Places) -> tuple[TableCell, ...]:
    """The cells of a row, places and spans counted in rows and columns that hold text."""
    return tuple(
        TableCell(
            places.of(filled.first, filled.last),
            columns.index(cell.column),
            sum(cell.column <= column < cell.column + cell.columns for column in columns),
            sum(cell.row <= number < cell.row + cell.rows for number in numbers),
        )
        for filled in row
        for cell in (filled.cell,)
    )


def _addresses(address: str, labels: Sequence[RowLabel]) -> Iterator[str]:
    """The address of each row; rows that go with the one above them have its address."""
    own = [Step("dòng", label.label) if label.label else Step("nhóm", "") for label in labels if not label.goes_on]
    made = iter(addresses_below(address, own))
    here = address
    for label in labels:
        here = here if label.goes_on else next(made)
        yield here


def _within(rows: Sequence[Row], labels: Sequence[RowLabel]) -> Iterator[list[Filled]]:
    """What stands over each row: the headings it is under, and the cells above that reach down to it."""
    reaching: list[Filled] = []
    for row, label in zip(rows, labels, strict=True):
        number = row[0].cell.row
        reaching = [filled for filled in reaching if filled.cell.row + filled.cell.rows > number]
        # A row that goes with the one above it is quoted together with those cells.
        yield [filled for above in label.under for filled in rows[above]] + ([] if label.goes_on else reaching)
        reaching = reaching + [filled for filled in row if filled.cell.rows > 1]

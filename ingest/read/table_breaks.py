"""Ruled tables that run over pages: one table in all, its head said once, a row that a break cut one row.

A table goes on where one ends a page and the next page begins with one that has the same columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.sentences import ends_sentence
from corpus.text import match_form
from corpus.types import Furniture
from ingest.read.layout import Visual
from ingest.read.lines import is_ornament, starts_lower
from ingest.read.ruled_tables import PageTable
from ingest.reading import Cell


@dataclass(frozen=True, slots=True)
class WholeTables:
    """The pages of a document, ``Visual.cell.table`` counting the tables of the file.

    Attributes:
        pages: The lines, page by page.
        furniture: Heads that are printed again.
    """

    pages: list[list[Visual]]
    furniture: list[Furniture]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with text on one page: its number there, and the lines of each of its cells."""

    number: int
    cells: tuple[tuple[Cell, tuple[Visual, ...]], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What its cells say."""
        return tuple(match_form(" ".join(line.text for line in lines)) for _, lines in self.cells)

    @property
    def first_column(self) -> int:
        """The column in which it begins."""
        return self.cells[0][0].column


@dataclass(frozen=True, slots=True)
class _Open:
    """A table that may go on.

    Attributes:
        table: Its number in the file.
        form: How it stands on the page before.
        first: Its rows on its first page.
        last: Its last row.
        rows: How many rows it has.
    """

    table: int
    form: PageTable
    first: list[_Row]
    last: _Row
    rows: int


def with_whole_tables(pages: Sequence[Sequence[Visual]], tables: Sequence[Sequence[PageTable]]) -> WholeTables:
    """Number the tables over all pages, and join those that run over a break.

    Args:
        pages: The lines of each page, furniture and notes left out.
        tables: The tables of each page.
    """
    bodies: list[list[Visual]] = []
    taken: list[Furniture] = []
    above: _Open | None = None
    count = 0
    for number, (page, forms) in enumerate(zip(pages, tables, strict=True), 1):
        body: list[Visual] = []
        for place, run in groupby(page, key=lambda line: line.cell.table if line.cell else None):
            lines = list(run)
            if place is None:
                body += lines
                above = above if all(is_ornament(line.text) for line in lines) else None
                continue
            rows = list(_rows(lines))
            if above is not None and above.form.has_columns_of(forms[place]) and not _has_cells(body):
                heads = _repeated(above.first, rows)
                taken += [Furniture(number, "đầu bảng", line.text) for row in rows[:heads] for line in _lines(row)]
                body += _going_on(above, rows[heads:])
                above = _after(above, forms[place], rows[heads:])
            else:
                above = _Open(count, forms[place], rows, rows[-1], forms[place].rows)
                body += [line for row in rows for line in _placed(row, count, 0)]
                count += 1
        bodies.append(body)
    return WholeTables(bodies, taken)


def _has_cells(lines: Sequence[Visual]) -> bool:
    return any(line.cell is not None for line in lines)


def _rows(lines: Sequence[Visual]) -> Iterator[_Row]:
    cells = [(cell, tuple(held)) for cell, held in groupby(lines, key=lambda line: line.cell) if cell is not None]
    for number, row in groupby(cells, key=lambda item: item[0].row):
        yield _Row(number, tuple(row))


def _lines(row: _Row) -> Iterator[Visual]:
    return (line for _, lines in row.cells for line in lines)


def _repeated(first: Sequence[_Row], rows: Sequence[_Row]) -> int:
    """How many rows under a break are those the table begins with."""
    count = 0
    while count < min(len(first), len(rows)) and first[count].words == rows[count].words:
        count += 1
    return count


def _going_on(above: _Open, rows: Sequence[_Row]) -> Iterator[Visual]:
    for index, row in enumerate(rows):
        shift = above.rows - rows[0].number
        yield from _placed(row, above.table, shift, goes_on=index == 0 and _is_rest(above.last, row))


def _placed(row: _Row, table: int, shift: int, *, goes_on: bool = False) -> Iterator[Visual]:
    for cell, lines in row.cells:
        place = cell._replace(table=table, row=cell.row + shift, goes_on=goes_on)
        yield from (replace(line, cell=place) for line in lines)


def _is_rest(last: _Row, row: _Row) -> bool:
    """Whether a row under a break is the rest of the one above it: it has no beginning of its own."""
    if row.first_column != last.first_column:
        return row.first_column > last.first_column
    (_, above), (_, below) = last.cells[0], row.cells[0]
    # A label alone (a, b) is a beginning.
    runs_on = starts_lower(below[0].text) and " " in below[0].text
    return runs_on and not ends_sentence(above[-1].text)


def _after(above: _Open, form: PageTable, rows: Sequence[_Row]) -> _Open:
    if not rows:
        return replace(above, form=form)
    return replace(above, form=form, last=rows[-1], rows=above.rows + form.rows - rows[0].number)

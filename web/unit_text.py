"""The text of a unit cut into what a page shows: a heading, paragraphs, tables, and in them what is marked.

Nothing is lost and nothing added: the words of the blocks, with the gaps between them, are the text of the unit.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from search_api.schemas import OutlineItemOut, TableCellOut, TableOut
from web.words import Spans

# A heading stands right behind its label; further in, the same words are part of a sentence.
_LONGEST_LABEL = 40


class Piece(NamedTuple):
    """A stretch of text that is shown in one way, and what stands in front of it."""

    text: str
    page: int = 0
    """The page that begins with it; 0 where none does."""
    notes: tuple[int, ...] = ()
    """Places among the unit's notes of those whose marks stand in front of it."""
    marked: bool = False
    doubtful: bool = False
    hit: int = 0
    """Which of the marked places of the document ends with it, from 1; 0 where none does."""


class Cell(NamedTuple):
    """A cell of a table, also one in which nothing is printed."""

    pieces: tuple[Piece, ...]
    columns: int
    rows: int


class Row(NamedTuple):
    """A row of a table; of rows that share an address the first bears it."""

    address: str | None
    place: str
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """A table: the rows that say what the columns are, and the others."""

    address: str
    place: str
    head: tuple[Row, ...]
    body: tuple[Row, ...]


class Block(NamedTuple):
    """A part of a unit that stands on lines of its own; ``gap`` is the white space in front of it."""

    gap: str
    is_heading: bool = False
    pieces: tuple[Piece, ...] = ()
    grid: Grid | None = None

    @property
    def plain(self) -> str | None:
        """Its words where nothing is to be shown in them, as in nearly every block of a long document."""
        return self.pieces[0].text if len(self.pieces) == 1 and self.pieces[0] == Piece(self.pieces[0].text) else None


@dataclass(frozen=True, slots=True)
class UnitText:
    """A unit's text with what is to be shown in it.

    Attributes:
        unit: The unit.
        marks: What is looked for in it, ascending.
        first: The number of the first of these among all of the document.
    """

    unit: OutlineItemOut
    marks: Spans = ()
    first: int = 1

    def blocks(self) -> Iterator[Block]:
        """Its parts in reading order."""
        end = 0
        for start, stop, table in self._regions():
            gap = self.unit.text[end:start]
            if table is None:
                yield Block(gap, start == 0 and bool(self._heading_end()), self.pieces(start, stop))
            else:
                yield Block(gap, grid=self._grid(table))
            end = stop

    def _regions(self) -> Iterator[tuple[int, int, TableOut | None]]:
        at = self._heading_end()
        if at:
            yield 0, at, None
        for table in self.unit.tables:
            yield from self._lines(at, table.start)
            yield table.start, table.end, table
            at = table.end
        yield from self._lines(at, len(self.unit.text))

    def _lines(self, start: int, end: int) -> Iterator[tuple[int, int, None]]:
        for line in self.unit.text[start:end].splitlines(keepends=True):
            words = line.strip()
            if words:
                begins = start + line.index(words)
                yield begins, begins + len(words), None
            start += len(line)

    @property
    def heading(self) -> str:
        """Its heading with its label, word for word; empty without one."""
        return self.unit.text[: self._heading_end()].strip()

    def _heading_end(self) -> int:
        """Where its heading ends, with its label; 0 without one."""
        text, heading = self.unit.text, self.unit.heading
        if not heading:
            return 0
        at = text.find(heading)
        # White space may be another in it than in the text: then it is the first line.
        return at + len(heading) if 0 <= at <= _LONGEST_LABEL else len(text.partition("\n")[0].rstrip())

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """A stretch of its text, cut where something begins or ends."""
        unit = self.unit
        if not (self.marks or unit.doubts or unit.turns or unit.notes):
            return (Piece(unit.text[start:end]),)
        pages = {turn.at: turn.page for turn in unit.turns}
        notes: dict[int | None, tuple[int, ...]] = {}
        for number, note in enumerate(unit.notes):
            notes[note.at] = (*notes.get(note.at, ()), number)
        cuts = {
            *pages,
            *(note.at or 0 for note in unit.notes),
            *(at for spans in (self.marks, unit.doubts) for span in _touching(spans, start, end) for at in span),
        }
        edges = [start, *sorted(at for at in cuts if start < at < end), end]
        made = tuple(
            Piece(
                unit.text[begin:stop],
                pages.get(begin, 0),
                # The mark of a note stands behind its word: what begins a block has the marks of none.
                notes.get(begin, ()) if begin > start else (),
                _covered(self.marks, begin),
                _covered(unit.doubts, begin),
                self._hit_ending(stop),
            )
            for begin, stop in pairwise(edges)
        )
        return (*made, Piece("", notes=notes[end])) if end in notes else made

    def _hit_ending(self, at: int) -> int:
        place = _first_behind(self.marks, at - 1)
        return self.first + place if place < len(self.marks) and self.marks[place][1] == at else 0

    def _grid(self, table: TableOut) -> Grid:
        met: set[str] = set()
        reach = [0] * table.columns
        at, rows = table.start, []
        for index, row in enumerate(table.rows):
            cells, at = self._cells(row.cells, index, reach, len(table.rows), at)
            address = None if row.head or row.address in met else row.address
            met.add(row.address)
            rows.append(Row(address, row.place, cells))
        heads = next((index for index, row in enumerate(table.rows) if not row.head), len(rows))
        return Grid(table.address, table.place, tuple(rows[:heads]), tuple(rows[heads:]))

    def _cells(
        self, printed: Sequence[TableCellOut], index: int, reach: list[int], count: int, at: int
    ) -> tuple[tuple[Cell, ...], int]:
        """The cells of a row, empty ones where nothing is printed, and where its text ends.

        Args:
            printed: The cells that hold text.
            index: The row's place.
            reach: Down to which row each column is taken, changed in place.
            count: How many rows the table has.
            at: Where its text begins.
        """
        by_column = {cell.column: cell for cell in printed}
        made: list[Cell] = []
        column = 0
        while column < len(reach):
            cell = by_column.get(column)
            if cell is None and reach[column] > index:
                column += 1
                continue
            width, height = (cell.columns, min(cell.rows, count - index)) if cell else (1, 1)
            pieces: tuple[Piece, ...] = ()
            if cell is not None:
                start = self.unit.text.index(cell.text, at)
                at = start + len(cell.text)
                pieces = self.pieces(start, at)
            made.append(Cell(pieces, width, height))
            reach[column : column + width] = [index + height] * width
            column += width
        return tuple(made), at


# A table can have ten thousand cells and as many marks: each cell looks at its own alone.


def _first_behind(spans: Spans, at: int) -> int:
    """Index of the first range that ends behind a place."""
    return bisect_right(spans, at, key=itemgetter(1))


def _touching(spans: Spans, start: int, end: int) -> Spans:
    """The ranges that reach into a stretch."""
    return spans[_first_behind(spans, start) : bisect_left(spans, end, key=itemgetter(0))]


def _covered(spans: Spans, at: int) -> bool:
    place = _first_behind(spans, at)
    return place < len(spans) and spans[place][0] <= at

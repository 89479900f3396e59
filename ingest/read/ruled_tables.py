"""The ruled tables of a PDF page: what stands in their cells, cell by cell, in place of the lines across them.

A line as readers find it runs through all cells of a row, or through a few of them. Only pdfium says of each
character where it stands, so cells are read by pdfium's characters, and a page stays as it was read where that
would be the worse text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.types import Rect
from ingest.read.layout import Look, PdfiumPage, PlacedText, Visual
from ingest.read.page_choice import PageReading, is_better
from ingest.read.ruled_grid import RuledGrid, ruled_grids
from ingest.read.ruling import page_rules
from ingest.reading import Cell

# The same column on two pages is as wide within this many points.
_SAME_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table as it stands on one page.

    Attributes:
        edges: Where its columns begin, and where the last one ends, in points on the page as it is shown.
        rows: How many rows it has here.
    """

    edges: tuple[float, ...]
    rows: int

    def has_columns_of(self, other: PageTable) -> bool:
        """Whether the other has columns as wide; left and right pages may have other margins."""
        return len(self.edges) == len(other.edges) and all(
            abs((edge - self.edges[0]) - (its - other.edges[0])) <= _SAME_EDGE
            for edge, its in zip(self.edges, other.edges, strict=True)
        )


class TabledPage(NamedTuple):
    """A reading of a page, and the tables that ``Visual.cell.table`` counts."""

    reading: PageReading
    tables: tuple[PageTable, ...] = ()


class _Slot(NamedTuple):
    """A cell of a page: which table, and which of its cells."""

    table: int
    cell: int


class _Piece(NamedTuple):
    """A line or a part of one; ``slot`` is ``None`` outside of all tables."""

    slot: _Slot | None
    part: PlacedText


def tabled_page(best: PageReading, page: PdfiumPage, before: Sequence[PageTable]) -> TabledPage:
    """The reading with its tables as cells; as it was where it has none, and where its text would be the worse.

    Args:
        best: The reading.
        page: Its page.
        before: The tables of the page before: of one of them a single row may be left.
    """
    grids = [] if best.encodings else [grid for grid in ruled_grids(page_rules(page)) if _is_table(grid, before)]
    if not grids:
        return TabledPage(best)
    pieces = [piece for line in page.lines() for piece in _cut(line, grids, page)]
    cells = _lines_of_cells(pieces, grids)
    own = [(piece.slot.table if piece.slot else None, piece.part.visual) for piece in pieces]
    others = [(_table_around(line.rect, grids, page), line) for line in best.lines]
    # Outside of its tables a page is read as it was, unless some line there runs on into a table.
    same = _letters(others) == _letters(own)
    made = PageReading(list(_with_cells(others if same else own, cells)), best.library if same else "pypdfium2")
    if not cells or is_better(best.score, made.score):
        return TabledPage(best)
    return TabledPage(made, tuple(map(_table, grids)))


def _table(grid: RuledGrid) -> PageTable:
    return PageTable(grid.edges, grid.rows)


def _is_table(grid: RuledGrid, before: Sequence[PageTable]) -> bool:
    return grid.rows > 1 or any(table.has_columns_of(_table(grid)) for table in before)


def _cut(line: PlacedText, grids: Sequence[RuledGrid], page: PdfiumPage) -> Iterator[_Piece]:
    """A line of a page in pieces, each in one cell or outside of all tables."""
    if line.visual.look is not Look.PLAIN:  # what is laid over a page is not part of its tables
        yield _Piece(None, line)
        return
    slots = [_slot(page.middle_as_shown(letter.place), grids) for letter in line.letters]
    if len(set(slots)) == 1:
        yield _Piece(slots[0], line)
        return
    starts = [0, *(at for at in range(1, len(slots)) if slots[at] != slots[at - 1])]
    places = [*(line.letters[at].place for at in starts), line.end]
    for at, start, end in zip(starts, places, places[1:], strict=False):
        part = page.part(start, end)
        if part is not None:
            yield _Piece(slots[at], part)


def _slot(point: tuple[float, float], grids: Sequence[RuledGrid]) -> _Slot | None:
    for table, grid in enumerate(grids):
        if _holds(grid.box, point):
            found = next((cell for cell, rect in enumerate(grid.rects) if _holds(rect, point)), None)
            return None if found is None else _Slot(table, found)
    return None


def _holds(rect: Rect, point: tuple[float, float]) -> bool:
    return rect.left <= point[0] < rect.right and rect.bottom <= point[1] < rect.top


def _table_around(rect: Rect | None, grids: Sequence[RuledGrid], page: PdfiumPage) -> int | None:
    """The table in which the middle of a line stands."""
    if rect is None:
        return None
    slot = _slot(page.as_shown(rect).middle, grids)
    return slot.table if slot else None


def _letters(lines: Iterable[tuple[int | None, Visual]]) -> Counter[str]:
    """The letters outside of tables."""
    return Counter(char for table, line in lines if table is None for char in line.text if char != " ")


def _lines_of_cells(pieces: Sequence[_Piece], grids: Sequence[RuledGrid]) -> dict[int, list[Visual]]:
    """The lines of each table, cell by cell; in a cell they stay as the file has them, labels of figures too."""
    inside: defaultdict[_Slot, list[Visual]] = defaultdict(list)
    for piece in pieces:
        if piece.slot is not None:
            inside[piece.slot].append(piece.part.visual)
    tables: defaultdict[int, list[Visual]] = defaultdict(list)
    for slot in sorted(inside):
        cell = Cell(slot.table, *grids[slot.table].places[slot.cell])
        tables[slot.table].extend(replace(line, cell=cell) for line in inside[slot])
    return tables


def _with_cells(lines: Iterable[tuple[int | None, Visual]], cells: dict[int, list[Visual]]) -> Iterator[Visual]:
    """The lines outside of tables, and each table where the first of its lines stood."""
    waiting = dict(cells)
    for table, line in lines:
        if table is None:
            yield line
        else:
            yield from waiting.pop(table, ())
    for table in sorted(waiting):
        yield from waiting[table]

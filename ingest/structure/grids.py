"""Which tables of a file hold data, and their rows and cells; the others only set text side by side.

Letterheads, signatures and boxes are tables in Word and on the web; so are whole documents whose articles stand in
cells. What they hold stays ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.text import match_form
from ingest.reading import Cell, Line
from ingest.structure.open_units import Opening

# A head and two rows: of less a reader sees more in one piece.
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2
# Above the first unit stand letterheads of two columns.
_FEWEST_COLUMNS_ABOVE = 3
# In a table of data this share of the rows has more than one cell filled; a form waits to be.
_FILLED = 0.5
# Units that may stand in a frame and never in a cell of data.
_FRAMED = ("chương", "điều", "phụ lục", "văn bản kèm theo", "ký", "nơi nhận")
_OUTSIDE = ("ký", "nơi nhận")
_NUMBER_HEAD = re.compile(r"(?:s\W?)?tt$|số tt$|số thứ tự$|#$")
# "(1) | (2) | (3) = (1) + (2)" under the names of columns.
_COLUMN_NUMBER = re.compile(r"[(\[]?(?:(?P<n>\d{1,2})|[a-zđ])[)\]]?(?:\s*=.+)?")
_ROW_NUMBER = re.compile(r"(?:\d{1,4}|[ivx]{1,5}|[a-zđ])[.)]?")


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell with text: its place and the lines it holds, first and last."""

    cell: Cell
    first: int
    last: int
    text: str
    bold: bool


Row = list[Filled]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data.

    Attributes:
        first: Index of its first line.
        last: Index of its last line.
        rows: Its rows that hold text.
        heads: How many of them, from the first, say what the columns are.
    """

    first: int
    last: int
    rows: tuple[Row, ...]
    heads: int


def data_grids(lines: Sequence[Line], openings: Sequence[Opening]) -> list[Grid]:
    """The tables of data among the lines.

    Args:
        lines: The document's lines.
        openings: The units found when the tables were taken for ordinary text.
    """
    found = []
    for first, last in _runs(lines):
        rows = _rows(lines, first, last)
        if _is_regular(rows) and _holds_data(rows, _around(openings, first), _inside(openings, first, last)):
            found.append(Grid(first, last, tuple(rows), _heads(rows)))
    return found


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last line of each table."""
    for table, run in groupby(enumerate(lines), key=lambda item: item[1].cell.table if item[1].cell else None):
        if table is not None:
            indices = [index for index, _ in run]
            yield indices[0], indices[-1]


def _rows(lines: Sequence[Line], first: int, last: int) -> list[Row]:
    cells: list[Filled] = []
    for cell, run in groupby(range(first, last + 1), key=lambda index: lines[index].cell):
        held = list(run)
        text = " ".join(lines[index].text for index in held)
        if cell is not None:
            cells.append(Filled(cell, held[0], held[-1], text, all(lines[index].bold for index in held)))
    return [list(row) for _, row in groupby(cells, key=lambda filled: filled.cell.row)]


def _is_regular(rows: Sequence[Row]) -> bool:
    """Whether rows and cells come in order, each once."""
    places = [(filled.cell.row, filled.cell.column) for row in rows for filled in row]
    return places == sorted(set(places))


def _around(openings: Sequence[Opening], first: int) -> Opening:
    return next(opening for opening in reversed(openings) if opening.line <= first or opening is openings[0])


def _inside(openings: Sequence[Opening], first: int, last: int) -> Iterator[str]:
    return (opening.path[-1].unit for opening in openings if first <= opening.line <= last)


def _holds_data(rows: Sequence[Row], around: Opening, inside: Iterator[str]) -> bool:
    columns = len({filled.cell.column for row in rows for filled in row})
    above = around.path[-1].unit == "phần đầu"
    return (
        len(rows) >= _FEWEST_ROWS
        and columns >= (_FEWEST_COLUMNS_ABOVE if above else _FEWEST_COLUMNS)
        and _rows_filled(rows) >= _FILLED * len(rows)
        and around.path[-1].unit not in _OUTSIDE
        and not any(unit in _FRAMED for unit in inside)
    )


def _rows_filled(rows: Sequence[Row]) -> int:
    """How many rows have more than one cell with text, those that reach down from above counted in."""
    reach: list[int] = []
    count = 0
    for row in rows:
        reach = [end for end in reach if end > row[0].cell.row]
        count += len(row) + len(reach) > 1
        reach += [filled.cell.row + filled.cell.rows for filled in row]
    return count


def _heads(rows: Sequence[Row]) -> int:
    """How many rows make up the head: those the file marks, or the first if it looks like one, and what they reach."""
    marked = next((index for index, row in enumerate(rows) if not row[0].cell.head), len(rows))
    heads = marked or int(_looks_like_head(rows))
    if 0 < heads < len(rows):
        reach = max(filled.cell.row + filled.cell.rows for row in rows[:heads] for filled in row)
        heads = sum(row[0].cell.row < reach for row in rows)
        heads += heads < len(rows) and _splits_columns(rows[heads - 1], rows[heads])
        heads += heads < len(rows) and _numbers_columns(rows[heads])
    return min(heads, len(rows) - 1)


def _looks_like_head(rows: Sequence[Row]) -> bool:
    first = rows[0]
    if len(first) < _FEWEST_COLUMNS:
        return False
    if _NUMBER_HEAD.match(match_form(first[0].text)):
        return True
    if all(filled.bold for filled in first):
        return not all(filled.bold for row in rows for filled in row)
    numbered = [bool(_ROW_NUMBER.fullmatch(match_form(row[0].text))) for row in rows]
    return not numbered[0] and all(numbered[1:])


def _splits_columns(above: Row, row: Row) -> bool:
    """Whether a row under a head names the parts of its wide columns."""
    wide = [filled.cell for filled in above if filled.cell.columns > 1]
    return bool(wide) and all(
        any(cell.column <= filled.cell.column < cell.column + cell.columns for cell in wide) for filled in row
    )


def _numbers_columns(row: Row) -> bool:
    found = [_COLUMN_NUMBER.fullmatch(match_form(filled.text)) for filled in row]
    labels = [match["n"] or "" for match in found if match]
    numbers = list(map(int, filter(None, labels)))
    # Columns of words are lettered, those of figures after them numbered: A, B, 1, 2, 3.
    in_order = numbers == list(range(1, len(numbers) + 1)) and labels[-len(numbers) :] == list(map(str, numbers))
    return None not in found and len(numbers) > 1 and in_order

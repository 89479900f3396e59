"""Tables of Markdown files: a row a line with a rule under the head, or, as crawlers leave them, a border a line.

The borders of the second kind stand alone on their lines, so that an empty cell looks like the end of a row; the
first row, whose cells all hold text, tells how many belong to each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.read.grid import Part, laid_out
from ingest.reading import Cell

BORDER = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:\-]*-{3,}[\s|:\-]*")


class Closing(NamedTuple):
    """The border that closes a cell: the source line it stands on, and which of that line's borders it is."""

    line: int
    border: int


_Rows = list[list[Closing]]


def cells_by_closing(lines: Sequence[str]) -> dict[Closing, Cell]:
    """The cells of all tables of a source, by the borders that close them."""
    cells: dict[Closing, Cell] = {}
    for number, (rows, headed) in enumerate(_tables(lines)):
        grid = laid_out([[Part(closing) for closing in row] for row in rows], frozenset((0,) if headed else ()))
        cells.update(grid.cells(number))
    return cells


def _tables(lines: Sequence[str]) -> Iterator[tuple[_Rows, bool]]:
    """The rows of each table, and whether the first is marked as its head."""
    at = 0
    while at < len(lines):
        if _is_row(lines[at]) and at + 1 < len(lines) and RULE.fullmatch(lines[at + 1]):
            last = at + 1
            while last + 1 < len(lines) and _is_row(lines[last + 1]):
                last += 1
            yield [_closings(lines, row) for row in (at, *range(at + 2, last + 1))], _has_text(lines[at])
            at = last
        elif lines[at].strip() == "|":
            last = _last_border(lines, at)
            yield from _spread_out(lines, at, last)
            at = last
        at += 1


def _is_row(line: str) -> bool:
    return line.strip().startswith("|") and line.strip().endswith("|") and len(line.strip()) > 1


def _has_text(line: str) -> bool:
    return any(char.isalnum() for char in line)


def _closings(lines: Sequence[str], row: int) -> list[Closing]:
    return [Closing(row, border) for border in range(1, len(BORDER.findall(lines[row])))]


def _last_border(lines: Sequence[str], first: int) -> int:
    """The line of the last border of a table; an empty line right under a border ends it."""
    last = first
    for at in range(first + 1, len(lines)):
        if lines[at].strip() == "|":
            last = at
        elif at == last + 1 and not lines[at].strip():
            break
    return last


def _spread_out(lines: Sequence[str], first: int, last: int) -> Iterator[tuple[_Rows, bool]]:
    """The table between two borders, if every row has as many cells as the first."""
    borders = [at for at in range(first, last + 1) if lines[at].strip() == "|"]
    follows = [after == before + 1 for before, after in pairwise(borders)]
    width = follows.index(True) + 1 if True in follows else 0
    # The border that opens a row follows the one that closed the row above it.
    opens = range(width, len(borders), width) if width > 2 and len(borders) % width == 0 else ()
    if opens and all(follows[at - 1] for at in opens):
        yield [[Closing(at, 0) for at in borders[row + 1 : row + width]] for row in (0, *opens)], False

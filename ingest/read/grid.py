"""The grid of a table: which row and column each cell stands in, spans counted in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ingest.reading import Cell

Content = TypeVar("Content")

MOST_SPANNED = 100
"""Columns a cell may span: broken files state spans without end, and no page is wide enough for more."""
_WIDEST = 1000
"""Columns from which on no cell reaches into rows below: spans on spans would fill the memory."""


class Part(NamedTuple, Generic[Content]):
    """A cell as a source writes it: in its row, one after another, with how far it spans."""

    content: Content
    rows: int = 1
    columns: int = 1


class Place(NamedTuple):
    """Where a cell stands; see ``ingest.reading.Cell``."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid(Generic[Content]):
    """The cells of a table in reading order, each once however it is merged.

    Attributes:
        places: Where each cell stands.
        contents: What each cell holds, in the same order; what that is only the reader knows.
    """

    places: tuple[Place, ...]
    contents: tuple[Content, ...]

    @property
    def is_frame(self) -> bool:
        """Whether it has but one row or one column: it sets text in a box or side by side and holds no data."""
        return len({place.row for place in self.places}) < 2 or len({place.column for place in self.places}) < 2

    def cells(self, table: int) -> Iterator[tuple[Content, Cell]]:
        """What each cell holds, with the cell as lines name it; ``table`` is the number of the table in its file."""
        for place, content in zip(self.places, self.contents, strict=True):
            yield content, Cell(table, *place)


def laid_out(rows: Sequence[Sequence[Part[Content]]], heads: frozenset[int]) -> Grid[Content]:
    """A grid as HTML lays it out: a cell takes the next column that no cell from above reaches into.

    Args:
        rows: Cells row by row.
        heads: Numbers of the rows that are marked as heads.
    """
    until: dict[int, int] = {}  # column → the first row that no cell from above reaches into
    places: list[Place] = []
    for row, parts in enumerate(rows):
        column = 0
        for part in parts:
            while until.get(column, 0) > row:
                column += 1
            reach = range(row, min(row + part.rows, len(rows)))
            for across in range(column, min(column + part.columns, _WIDEST)):
                until[across] = max(until.get(across, 0), reach.stop)
            places.append(Place(row, column, len(reach), part.columns, row in heads))
            column += part.columns
    return Grid(tuple(places), tuple(part.content for parts in rows for part in parts))

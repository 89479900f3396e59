"""From the rules of a page to grids: which rules belong together, and the cells they enclose.

A cell is what rules enclose, however many rows and columns it reaches over. Whatever is open to the outside (a line
under a heading, the corner beside a table that is not as wide at its top) is no cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_high

from corpus.types import Rect
from ingest.read.grid import Place
from ingest.read.ruling import PageRules

# Rules closer than this, in points, are one that was drawn twice, or meet although a program left a gap.
_NEAR = 3.0
# A wall stands between two boxes if rules cover this share of it.
_COVERED = 0.6
# More edges than a page of print has rows and columns: a drawing on squared paper.
_MOST_EDGES = 150


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A table as it is drawn on one page, as the page is shown, in points from the lower left corner.

    Attributes:
        edges: Where its columns begin, and where the last one ends.
        box: The rectangle around its cells.
        places: Its cells from above, a row from the left, empty ones too.
        rects: Where each of them stands.
    """

    edges: tuple[float, ...]
    box: Rect
    places: tuple[Place, ...]
    rects: tuple[Rect, ...]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(place.row + place.rows for place in self.places)


@dataclass(slots=True)
class _Rule:
    """A rule along one axis: where it stands across it, from where to where it reaches."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class _Figure:
    level: list[_Rule]
    upright: list[_Rule]


def ruled_grids(rules: PageRules) -> list[RuledGrid]:
    """The grids of a page from above, of two columns at the least; one inside a cell of another is none."""
    level = _merged([_Rule((rule.bottom + rule.top) / 2, rule.left, rule.right) for rule in rules.level])
    upright = _merged([_Rule((rule.left + rule.right) / 2, rule.bottom, rule.top) for rule in rules.upright])
    found = [grid for figure in _figures(level, upright) if (grid := _grid(figure)) is not None]
    outer = [grid for grid in found if not any(_is_inside(grid.box, other.box) for other in found if other is not grid)]
    return sorted(outer, key=lambda grid: (-grid.box.top, grid.box.left))


def _is_inside(box: Rect, other: Rect) -> bool:
    return (
        other.left - _NEAR <= box.left
        and box.right <= other.right + _NEAR
        and other.bottom - _NEAR <= box.bottom
        and box.top <= other.top + _NEAR
    )


def _merged(rules: list[_Rule]) -> list[_Rule]:
    """Rules in one line that touch, as one."""
    lines: list[list[_Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= _NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [merged for line in lines for merged in _in_one_line(line)]


def _in_one_line(line: list[_Rule]) -> Iterator[_Rule]:
    at = median_high(rule.at for rule in line)
    current: _Rule | None = None
    for rule in sorted(line, key=lambda rule: rule.start):
        if current is not None and rule.start <= current.end + _NEAR:
            current.end = max(current.end, rule.end)
        else:
            if current is not None:
                yield current
            current = _Rule(at, rule.start, rule.end)
    if current is not None:
        yield current


def _figures(level: list[_Rule], upright: list[_Rule]) -> Iterator[_Figure]:
    """Rules that meet, with all that meet those."""
    left_level, left_upright = list(level), list(upright)
    while left_level:
        figure = _Figure([left_level.pop()], [])
        grown = True
        while grown:
            met = [rule for rule in left_upright if any(_meet(other, rule) for other in figure.level)]
            left_upright = [rule for rule in left_upright if not any(rule is one for one in met)]
            figure.upright += met
            more = [rule for rule in left_level if any(_meet(rule, other) for other in met)]
            left_level = [rule for rule in left_level if not any(rule is one for one in more)]
            figure.level += more
            grown = bool(more)
        yield figure


def _meet(level: _Rule, upright: _Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _grid(figure: _Figure) -> RuledGrid | None:
    _close(figure)
    xs = _edges([rule.at for rule in figure.upright])
    ys = _edges([rule.at for rule in figure.level])[::-1]
    if not (3 <= len(xs) <= _MOST_EDGES and 2 <= len(ys) <= _MOST_EDGES):
        return None
    cells = _Boxes(figure, xs, ys).cells()
    if cells is None or len({place.column for place in cells}) < 2:
        return None
    rects = [
        Rect(xs[place.column], ys[place.row + place.rows], xs[place.column + place.columns], ys[place.row])
        for place in cells
    ]
    around = Rect.around(corner for rect in rects for corner in rect.corners)
    return RuledGrid(tuple(xs), around, tuple(cells), tuple(rects))


def _close(figure: _Figure) -> None:
    """Where a row runs over the page, its sides may be drawn and no rule at the break: there the page is its rule."""
    if len(figure.upright) < 2:
        return
    left, right = min(rule.at for rule in figure.upright), max(rule.at for rule in figure.upright)
    sides = [rule for rule in figure.upright if min(rule.at - left, right - rule.at) <= _NEAR]
    low, high = max(rule.start for rule in sides), min(rule.end for rule in sides)
    if low < min(rule.at for rule in figure.level) - 2 * _NEAR:
        figure.level.append(_Rule(low, left, right))
    if high > max(rule.at for rule in figure.level) + 2 * _NEAR:
        figure.level.append(_Rule(high, left, right))


def _edges(places: list[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


class _Boxes:
    """The boxes between neighbouring edges; those without a wall between them are one cell."""

    def __init__(self, figure: _Figure, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._figure = figure
        self._xs = xs
        self._ys = ys

    def cells(self) -> list[Place] | None:
        """The cells, ``None`` where what rules enclose is not a rectangle."""
        rows, columns = len(self._ys) - 1, len(self._xs) - 1
        seen: set[tuple[int, int]] = set()
        cells: list[Place] = []
        for row in range(rows):
            for column in range(columns):
                if (row, column) in seen:
                    continue
                cell, is_open = self._reached(row, column)
                seen |= cell
                if is_open:
                    continue
                bottom, right = max(row for row, _ in cell), max(column for _, column in cell)
                left = min(column for _, column in cell)
                if len(cell) != (bottom - row + 1) * (right - left + 1):
                    return None
                cells.append(Place(row, left, bottom - row + 1, right - left + 1))
        return sorted(cells)

    def _reached(self, row: int, column: int) -> tuple[set[tuple[int, int]], bool]:
        """All boxes that no wall parts from one, and whether they are open to the outside."""
        cell = {(row, column)}
        todo = [(row, column)]
        is_open = False
        while todo:
            here, across = todo.pop()
            for near, wall in self._neighbours(here, across):
                if wall or near in cell:
                    continue
                if 0 <= near[0] < len(self._ys) - 1 and 0 <= near[1] < len(self._xs) - 1:
                    cell.add(near)
                    todo.append(near)
                else:
                    is_open = True
        return cell, is_open

    def _neighbours(self, row: int, column: int) -> Iterator[tuple[tuple[int, int], bool]]:
        left, right = self._xs[column], self._xs[column + 1]
        top, bottom = self._ys[row], self._ys[row + 1]
        yield (row, column - 1), _covers(self._figure.upright, left, bottom, top)
        yield (row, column + 1), _covers(self._figure.upright, right, bottom, top)
        yield (row - 1, column), _covers(self._figure.level, top, left, right)
        yield (row + 1, column), _covers(self._figure.level, bottom, left, right)


def _covers(rules: Sequence[_Rule], at: float, start: float, end: float) -> bool:
    """Whether rules that stand there reach over most of a side."""
    reach = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _NEAR)
    return reach >= _COVERED * (end - start)

"""The units that are open where a line begins: what a new one would stand in, and which number is due there.

Labels are kept as printed, also wrong ones; dashes are counted in their nearest numbered parent, pluses in their dash.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus.numbers import roman_value
from corpus.types import Path, Step
from ingest.structure.markers import Level, Marker

COUNTED = ("gạch", "cộng")
"""Units without a label of their own, known by their count."""
OPENING = Step("phần đầu", "")
RECIPIENTS = Step("nơi nhận", "")
SIGNATURE = Step("ký", "")

# Articles number on across chapters and sections, chapters across parts.
_RUNNING = ("điều", "chương")
_IN_ARTICLE = {Level.ROMAN: Level.ROMAN_OF_ARTICLE, Level.LETTER: Level.LETTER_OF_ARTICLE}


@dataclass(frozen=True, slots=True)
class Opening:
    """A unit as it is found: where it opens and under which path.

    Attributes:
        line: Index of its first line.
        offset: Character of that line at which it begins; not 0 only in side-by-side columns.
        body: Character of that line after the label.
        path: Labels from the outermost unit inwards.
    """

    line: int
    offset: int
    body: int
    path: Path


@dataclass(slots=True)
class _Open:
    """An open unit, with the last label and order seen of its children of each level."""

    step: Step | None
    level: int
    last: dict[int, tuple[str, int]] = field(default_factory=dict)


class OpenUnits:
    """The stack of open units, and every opening so far; the first is always the opening (*phần đầu*)."""

    def __init__(self) -> None:
        self.openings: list[Opening] = [Opening(0, 0, 0, (OPENING,))]
        self._stack = [_Open(None, -1)]
        self._headings = 0
        self._running: dict[str, int] = {}

    @property
    def begun(self) -> bool:
        """A unit has been opened after the *phần đầu*."""
        return len(self.openings) > 1

    @property
    def in_annex(self) -> bool:
        """A *phụ lục* is open."""
        return any(unit.step is not None and unit.step.unit == "phụ lục" for unit in self._stack)

    @property
    def in_signature(self) -> bool:
        """The last that was opened is the signature."""
        return self.openings[-1].path == (SIGNATURE,)

    def within(self, *levels: Level) -> bool:
        """Whether a unit of one of these levels is open."""
        return any(unit.level in levels for unit in self._stack)

    def placed(self, marker: Marker, *, led: bool) -> Marker:
        """A marker at its level; below an article stand letters and Roman figures that do not stand above it.

        Args:
            marker: As its line alone tells it.
            led: The line above ends in a colon.
        """
        if marker.level is Level.BRACKET and self._is_of_dash(marker, led=led):
            return replace(marker, level=Level.BRACKET_OF_DASH)
        inner = _IN_ARTICLE.get(marker.level)
        if inner is None or not self.within(Level.ARTICLE):
            return marker
        return marker if marker.level in self._parent(marker).last else replace(marker, level=inner)

    def _is_of_dash(self, marker: Marker, *, led: bool) -> bool:
        """Whether a number in brackets counts what a dash lists: "- Giao các bộ:" / "(1) …" / "(2) …"."""
        dash = next((unit for unit in self._stack if unit.level == Level.DASH), None)
        if dash is None:
            return False
        return Level.BRACKET_OF_DASH in dash.last or (marker.order == 1 and led and self._stack[-1] is dash)

    def previous(self, marker: Marker) -> tuple[str, int] | None:
        """Label and order of the last sibling that a marker would have."""
        return self._parent(marker).last.get(marker.level)

    def runs_on(self, marker: Marker) -> bool:
        """Whether a marker without siblings continues those of the unit before."""
        return marker.order == self._running.get(marker.unit, -1) + 1

    def is_child_number(self, marker: Marker) -> bool:
        """Whether a dotted number names the unit it stands in: 2.1 in 2, or in II."""
        step = self._parent(marker).step
        return step is not None and marker.parent_label in (step.label, str(roman_value(step.label)))

    def open(self, marker: Marker, index: int) -> None:
        """Open a unit at a line; those that cannot hold it are closed."""
        parent = self._parent(marker)
        while self._stack[-1] is not parent:
            self._stack.pop()
        _, count = parent.last.get(marker.level, ("", 0))
        order = count + 1 if marker.unit in COUNTED else marker.order
        label = str(order) if marker.unit in COUNTED else marker.label
        parent.last[marker.level] = (label, order)
        if marker.level is Level.ANNEX:
            self._running.clear()
        elif marker.unit in _RUNNING:
            self._running[marker.unit] = order
        self._stack.append(_Open(Step(marker.unit, label), marker.level))
        path = tuple(unit.step for unit in self._stack if unit.step is not None)
        self.openings.append(Opening(index, 0, marker.body, path))

    def open_heading(self, index: int, level: Level) -> None:
        """Open a unit that has a heading and no number at a line."""
        self._headings += 1
        self.open(Marker("tiêu đề", str(self._headings), level, 0, 0), index)

    def _parent(self, marker: Marker) -> _Open:
        return next(unit for unit in reversed(self._stack) if unit.level < marker.level)

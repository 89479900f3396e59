"""The order in which people read what stands on a page: rows from the top, columns from the left.

Two columns side by side, as a letterhead and a signature block have them, are read one after the other, as the
text layer of a PDF gives them. The rows of a table, which lines are drawn around, stay rows, and so do numbers
or codes with what each of them stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.read.ocr.found import Segment
from ingest.read.ocr.picture import Rule

# Two segments stand in one row if this much of the lower one is beside the other: lines of two columns may be half
# a line apart, lines of one column overlap by a fifth at most, where a tail meets a mark.
_BESIDE = 0.35
# Columns are parted by at least this many times the height of a line.
_GUTTER = 0.8
# A row belongs to the columns above it if no more than this many heights of a line lie between.
_FAR = 4.0
# A left column of at least so many words with a figure in nearly each is a list of codes: recognition spoils some.
_FEWEST_CODES = 3
_SHARE_OF_CODES = 0.8
_LONGEST_CODE = 6


@dataclass(slots=True)
class _Row:
    """Segments at one height, from left to right."""

    segments: list[Segment] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(segment.top for segment in self.segments)

    @property
    def bottom(self) -> float:
        return max(segment.bottom for segment in self.segments)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A strip of paper between two columns, in pixels."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


def in_reading_order(segments: Sequence[Segment], rules: Sequence[Rule] = ()) -> list[Segment]:
    """Segments as they are read; the cells of one row of a table become one segment.

    Args:
        segments: What was found on an upright page.
        rules: The lines drawn down the page.
    """
    rows = _rows(segments)
    ordered: list[Segment] = []
    at = 0
    while at < len(rows):
        gap, end = _columns(rows, at, rules)
        ordered.extend(map(_joined, rows[at:end]) if gap is None else _by_column(rows[at:end], gap))
        at = end
    return ordered


def _rows(segments: Sequence[Segment]) -> list[_Row]:
    rows: list[_Row] = []
    for segment in sorted(segments, key=lambda segment: segment.middle):
        row = next((row for row in reversed(rows[-3:]) if _in_row(segment, row)), None)
        if row is None:
            row = _Row()
            rows.append(row)
        row.segments.append(segment)
    for row in rows:
        row.segments.sort(key=lambda segment: segment.left)
    return rows


def _in_row(segment: Segment, row: _Row) -> bool:
    """Whether a segment stands beside those of a row and over none of them."""
    for other in row.segments:
        beside = min(segment.bottom, other.bottom) - max(segment.top, other.top)
        if beside < _BESIDE * min(segment.height, other.height):
            return False
        if min(segment.right, other.right) - max(segment.left, other.left) > segment.height:
            return False
    return True


def _joined(row: _Row) -> Segment:
    return Segment(tuple(word for segment in row.segments for word in segment.words))


def _columns(rows: Sequence[_Row], start: int, rules: Sequence[Rule]) -> tuple[_Gap | None, int]:
    """The strip that parts the rows from ``start`` on into two columns, and the row at which they end.

    Without a strip the rows up to that one are read as rows.
    """
    gap, end, paired = _first_gap(rows, start)
    if gap is None or not paired or any(_parts(rule, rows[start:end], gap) for rule in rules):
        return None, start + 1
    return (None if _begin_with_codes(rows[start:end], gap) else gap), end


def _begin_with_codes(rows: Sequence[_Row], gap: _Gap) -> bool:
    """Whether the left column holds the number or code of what stands beside it."""
    left = [segment for row in rows for segment in row.segments if segment.right <= gap.left]
    codes = sum(len(segment.words) == 1 and _is_code(segment.text) for segment in left)
    return codes >= max(_FEWEST_CODES, _SHARE_OF_CODES * len(left))


def _is_code(word: str) -> bool:
    return len(word) <= _LONGEST_CODE and any(char.isdigit() for char in word)


def _parts(rule: Rule, rows: Sequence[_Row], gap: _Gap) -> bool:
    """Whether a line is drawn between two columns: they are those of a table."""
    inside = gap.left <= rule.x <= gap.right
    return inside and rule.top < rows[-1].bottom and rule.bottom > rows[0].top


def _first_gap(rows: Sequence[_Row], start: int) -> tuple[_Gap | None, int, bool]:
    """Take rows in as long as one strip runs through them all."""
    gap: _Gap | None = None
    paired = False
    at = start
    while at < len(rows):
        row = rows[at]
        if at > start and row.top - rows[at - 1].bottom > _FAR * row.segments[0].height:
            break
        here = _gap_of(row, gap)
        if here is None or (gap is None and len(row.segments) < 2 and not _may_open(rows, at)):
            break
        gap, paired, at = here, paired or len(row.segments) == 2, at + 1
    return gap, at, paired


def _may_open(rows: Sequence[_Row], at: int) -> bool:
    """Whether a row of one segment may be the first of a right column that begins above the left one."""
    following = rows[at + 1] if at + 1 < len(rows) else None
    if following is None or len(following.segments) != 2:
        return False
    return rows[at].segments[0].left > following.segments[0].right


def _gap_of(row: _Row, before: _Gap | None) -> _Gap | None:
    """The strip of a row, as far as it is also the strip of the rows before; ``None`` where there is none."""
    least = _GUTTER * row.segments[0].height
    if len(row.segments) > 2:
        return None
    if len(row.segments) == 2:
        here = _Gap(row.segments[0].right, row.segments[1].left)
    else:
        here = _beside(row.segments[0], before)
    if before is not None:
        here = _Gap(max(here.left, before.left), min(here.right, before.right))
    return here if here.width >= least else None


def _beside(segment: Segment, before: _Gap | None) -> _Gap:
    """The paper on the side of a lone segment on which the other column may stand."""
    if before is None or segment.left >= before.left:
        return _Gap(0.0 if before is None else before.left, segment.left)
    return _Gap(segment.right, float("inf"))


def _by_column(rows: Sequence[_Row], gap: _Gap) -> Iterator[Segment]:
    segments = [segment for row in rows for segment in row.segments]
    yield from (segment for segment in segments if segment.right <= gap.left)
    yield from (segment for segment in segments if segment.right > gap.left)

"""What an engine finds on the picture of a page: words with their places, put together to segments of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

# Words of a justified line stand closer than this many times its height; columns stand further apart.
_COLUMN_GAP = 1.6


class Found(NamedTuple):
    """A word as an engine read it: pixels of the picture from the upper left corner, 0..100 how sure."""

    text: str
    confidence: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side in one column: a line, or the part of it that stands in one column.

    Attributes:
        words: At least one, from left to right.
    """

    words: tuple[Found, ...]

    @property
    def text(self) -> str:
        """The words with one space between each two."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Left edge in pixels."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Right edge in pixels."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge in pixels."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge in pixels."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way between upper and lower edge."""
        return (self.top + self.bottom) / 2


def segments_of(line: Sequence[Found]) -> Iterator[Segment]:
    """A line of an engine, cut where two columns meet."""
    height = max(word.bottom for word in line) - min(word.top for word in line)
    start = 0
    for index, (word, following) in enumerate(pairwise(line), 1):
        if following.left - word.right > _COLUMN_GAP * height:
            yield Segment(tuple(line[start:index]))
            start = index
    yield Segment(tuple(line[start:]))

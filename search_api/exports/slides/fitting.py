"""What fits on a slide, measured with the widths of the letters.

Arial, which the slides ask for, and Liberation Sans, which this package ships, have the same widths.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil
from pathlib import Path

from PIL import ImageFont

from corpus.sentences import parts

_FONTS = Path(__file__).parent.parent / "fonts"
_MM_PER_POINT = 25.4 / 72
# Of the size: what a line of Arial takes, and the space that parts/master.xml puts after a paragraph.
_LINE, _AFTER = 1.17, 0.4
# Programs place letters in whole units of their screens: a line may come out this much wider.
_WIDER = 1.03
# Letters that the font lacks come from another one; those of Chinese and pictures are as wide as high.
_WIDE_FROM = "\u2e80"
_WORD_END = re.compile(r"\s+")
CUT = "[…]"
"""Stands where a text that goes on in the notes is cut."""


@dataclass(frozen=True, slots=True)
class Area:
    """Room on a slide, in mm."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is shown of a text.

    Attributes:
        paragraphs: Its paragraphs; the last may be the beginning of one. Character for character as they were.
        size: Of the letters, in points.
        is_cut: There is more of the text than shown.
    """

    paragraphs: tuple[str, ...]
    size: int
    is_cut: bool


def fitted(paragraphs: Sequence[str], area: Area, sizes: Sequence[int], *, bold: bool = False) -> Fitted:
    """As much of a text as an area holds.

    All of it in the largest size that holds it; if none does, as many whole sentences as the smallest holds, and of a
    first sentence that is too long as many whole words.

    Args:
        paragraphs: The text.
        area: Where it is to stand.
        sizes: To choose from, in points, largest first.
        bold: The letters are bold.
    """
    for size in sizes:
        if height(paragraphs, size, area.width, bold=bold) <= area.height:
            return Fitted(tuple(paragraphs), size, is_cut=False)
    return Fitted(_beginning(paragraphs, area, sizes[-1], bold=bold), sizes[-1], is_cut=True)


def height(paragraphs: Sequence[str], size: int, width: float, *, bold: bool = False) -> float:
    """How high paragraphs stand, in mm, in letters of a size in points and lines of a width in mm."""
    rows = sum(_rows(one, size, width, bold=bold) for one in paragraphs)
    return (rows * _LINE + max(len(paragraphs) - 1, 0) * _AFTER) * size * _MM_PER_POINT


def _beginning(paragraphs: Sequence[str], area: Area, size: int, *, bold: bool) -> tuple[str, ...]:
    """Whole paragraphs, then what fits of the next; the sign of the cut has its room."""
    shown: tuple[str, ...] = ()

    def too_high(last: str) -> bool:
        return height([*shown, f"{last} {CUT}”"], size, area.width, bold=bold) > area.height

    for text in paragraphs:
        if not too_high(text):
            shown += (text,)
            continue
        # The longer a beginning, the higher it stands: looked for by halves.
        for places in ([part.end for part in parts(text)], [match.start() for match in _WORD_END.finditer(text)]):
            number = bisect_right(places, 0, key=lambda end: int(too_high(text[:end])))
            if number:
                return *shown, text[: places[number - 1]]
            if shown:
                break
        return shown
    return shown


def _rows(text: str, size: int, width: float, *, bold: bool) -> int:
    """Lines that a paragraph takes when it is broken between words; a word longer than a line is broken anywhere."""
    room = width / (size * _MM_PER_POINT * _WIDER)
    blank = _advance(" ", bold=bold)
    rows, at = 1, 0.0
    for word in text.split(" "):
        wide = sum(_advance(letter, bold=bold) for letter in word)
        if at and at + blank + wide > room:
            rows, at = rows + 1, 0.0
        elif at:
            at += blank
        if wide > room:
            more = ceil(wide / room) - 1
            rows, wide = rows + more, wide - more * room
        at += wide
    return rows


@lru_cache(maxsize=4096)
def _advance(letter: str, *, bold: bool) -> float:
    """How wide a letter is, of its size."""
    return 1.0 if letter >= _WIDE_FROM else _font(bold=bold).getlength(letter) / 1000


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    # Basic: the width of each letter by itself, which is what slides are set with.
    name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
    return ImageFont.truetype(_FONTS / name, 1000, layout_engine=ImageFont.Layout.BASIC)

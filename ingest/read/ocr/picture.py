"""What is done to the picture of a page before it is read: set upright, ground and grain taken away.

Measured on five pages of the sample documents at 200 dpi, three levels of wear (``bench/reading/scans.py``), share of
wrong characters of Tesseract alone: hard scans 11.8 % as they are, 5.6 % after non-local means (2.6 s a page), 1.4 %
after fading coloured ink and a light smoothing (0.1 s); smoothing a picture without grain costs 0.1 % of marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.read.ocr.sheet import Colour

Gray = NDArray[np.uint8]
"""A picture in shades of grey: (height, width), 0 is black."""

# Lines of a skewed page are searched within this many degrees; scanners feed no sheet further off.
_MOST_SKEW = 4.0
_FINEST = 0.05
# Long side of the picture the angle is searched on: a line of text is some eight pixels high there.
_THUMB = 1000
# A skew below this moves the end of a line by less than a pixel.
_LEAST_SKEW = 0.04
# The ground is what stays when letters (at most some 40 pixels high at 200 dpi) are closed; it is sought on a
# picture of a quarter of the size.
_LETTER = 11
_SHRINK = 0.25
# Grain in grey steps from which smoothing helps: mild scans have 1.2, hard ones 9.6, good machines 0.
_GRAINY = 4.0
# Ink this far from grey is coloured, and a page with less than this share of it has no stamp.
_COLOURED = 60
_STAMPED = 0.0005
# A line drawn down a page is at least this long (15 mm), and darker than this.
_RULE = 118
_DARK = 160


class Rule(NamedTuple):
    """A line drawn down the page, in pixels."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was turned to stand upright; finds the way back.

    Attributes:
        quarters: Quarter turns clockwise, done first.
        degrees: Counter-clockwise, about the centre of the picture, done then.
        width: Width of the upright picture in pixels.
        height: Its height.
    """

    quarters: int
    degrees: float
    width: int
    height: int

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the upright picture stood in the picture as it came."""
        angle = np.deg2rad(self.degrees)
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        dx, dy = x - self.width / 2, y - self.height / 2
        x, y = self.width / 2 + dx * cos - dy * sin, self.height / 2 + dx * sin + dy * cos
        width, height = self.width, self.height
        for _ in range(self.quarters % 4):
            x, y = y, width - x
            width, height = height, width
        return x, y


@dataclass(frozen=True, slots=True)
class Upright:
    """A page ready to be read.

    Attributes:
        letters: Black letters on white, coloured ink faded.
        inks: The same with coloured ink kept; ``None`` where the page has none.
        turn: How it was turned.
        rules: Lines drawn down the page.
    """

    letters: Gray
    inks: Gray | None
    turn: Turn
    rules: tuple[Rule, ...]


def upright(colour: Colour, quarters: int = 0) -> Upright:
    """Turn and clean a page.

    Args:
        colour: The page as it came.
        quarters: Quarter turns clockwise that it lacks.
    """
    colour = np.ascontiguousarray(np.rot90(colour, -quarters))
    gray = gray_of(colour)
    degrees = skew_of(gray)
    stamped = float((colour.max(axis=2) - colour.min(axis=2) > _COLOURED).mean()) > _STAMPED
    letters = cleaned(turned(_gray(colour.max(axis=2)) if stamped else gray, degrees))
    height, width = gray.shape
    inks = cleaned(turned(gray, degrees)) if stamped else None
    return Upright(letters, inks, Turn(quarters, degrees, width, height), rules_of(letters))


def gray_of(colour: Colour) -> Gray:
    """The picture as an eye sees it without colours."""
    return _gray(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY))


def skew_of(gray: Gray) -> float:
    """Degrees by which the picture must be turned counter-clockwise so that its lines lie level.

    The right angle is the one at which rows of ink and rows of paper differ most.
    """
    scale = _THUMB / max(gray.shape)
    small = _gray(cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    ink = _gray(255 - flat(small))
    best, span, step = 0.0, _MOST_SKEW, 1.0
    while step >= _FINEST:
        tried = np.arange(best - span, best + span + step / 2, step)
        best = float(max(tried, key=lambda degrees: _sharpness(ink, float(degrees))))
        span, step = step, step / 4
    return best if abs(best) >= _LEAST_SKEW else 0.0


def turned(gray: Gray, degrees: float) -> Gray:
    """The picture turned counter-clockwise about its centre; at the corners its edge is drawn out."""
    return _turned(gray, degrees, cv2.INTER_CUBIC, cv2.BORDER_REPLICATE) if degrees else gray


def cleaned(gray: Gray) -> Gray:
    """The picture on even ground, smoothed where it is grainy."""
    if grain_of(gray) >= _GRAINY:
        gray = _gray(cv2.medianBlur(cv2.GaussianBlur(gray, (0, 0), 0.8), 3))
    return flat(gray)


def grain_of(gray: Gray) -> float:
    """Spread of the noise on the paper, in grey steps.

    The mask is blind to slopes and edges that run straight (Immerkær, Fast noise variance estimation, 1996).
    """
    mask = np.asarray([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    response = np.abs(np.asarray(cv2.filter2D(gray, cv2.CV_32F, mask)))
    return float(np.median(response)) / 0.6745 / 6


def flat(gray: Gray) -> Gray:
    """The picture with its ground divided out: paper is white everywhere."""
    small = cv2.resize(gray, None, fx=_SHRINK, fy=_SHRINK, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_LETTER, _LETTER), np.uint8))
    height, width = gray.shape
    return _gray(cv2.divide(gray, cv2.resize(cv2.medianBlur(ground, _LETTER), (width, height)), scale=255))


def rules_of(letters: Gray) -> tuple[Rule, ...]:
    """The lines drawn down a page: the borders of its tables."""
    dark = _gray(letters < _DARK)
    # A line may lean by a pixel or two over its length.
    thick = cv2.dilate(dark, np.ones((1, 3), np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((_RULE, 1), np.uint8))
    boxes = cv2.connectedComponentsWithStats(_gray(lines))[2][1:]
    return tuple(
        Rule(float(left + width / 2), float(top), float(top + height)) for left, top, width, height, _ in boxes.tolist()
    )


def as_png(gray: Gray) -> bytes:
    """The picture as a file, packed lightly: it is read once."""
    return bytes(cv2.imencode(".png", gray, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes())


def _sharpness(ink: Gray, degrees: float) -> float:
    rows = _turned(ink, degrees, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT).sum(axis=1, dtype=np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def _turned(gray: Gray, degrees: float, method: int, border: int) -> Gray:
    height, width = gray.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return _gray(cv2.warpAffine(gray, turn, (width, height), flags=method, borderMode=border))


def _gray(picture: Any) -> Gray:
    return np.asarray(picture, np.uint8)

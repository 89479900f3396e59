"""A page of a PDF drawn as a picture, which knows where each of its pixels lies on the page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

Colour = NDArray[np.uint8]
"""A picture in red, green and blue: (height, width, 3)."""

# The engines were measured at this resolution; 300 dpi brought nothing on real scans and costs twice the time.
DPI = 200
_POINTS = 72.0
# A plan of A0 at 200 dpi would be 60 million pixels; letters on one are large.
_LONGEST = 5000
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawn page.

    Attributes:
        colour: The picture.
        scale: Pixels a point.
        origin: Where its upper left corner lies on the page, in the file's own points.
        across: Where its upper right corner lies.
        down: Where its lower left corner lies.
    """

    colour: Colour
    scale: float
    origin: Point
    across: Point
    down: Point

    def place(self, x: float, y: float) -> Point:
        """A pixel's place in the file's own coordinates."""
        height, width = self.colour.shape[:2]
        u, v = x / width, y / height
        return (
            self.origin[0] + u * (self.across[0] - self.origin[0]) + v * (self.down[0] - self.origin[0]),
            self.origin[1] + u * (self.across[1] - self.origin[1]) + v * (self.down[1] - self.origin[1]),
        )


def draw(page: pdfium.PdfPage) -> Sheet:
    """Draw a page as the engines want it."""
    scale = min(DPI / _POINTS, _LONGEST / max(page.get_size()))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    places = bitmap.get_posconv(page)
    colour = np.array(bitmap.to_numpy()[:, :, :3])
    height, width = colour.shape[:2]
    corners = (places.to_page(0, 0), places.to_page(width, 0), places.to_page(0, height))
    bitmap.close()
    return Sheet(colour, scale, *corners)

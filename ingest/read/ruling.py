"""The straight rules a page draws: borders of tables and boxes, underlines; what a table is made of is not said here.

Programs draw a border as a stroked line, as a stroked rectangle, or (Word) as a thin filled one for each cell.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium_c

from corpus.types import Rect
from ingest.read.layout import PdfiumPage

# A filled rectangle no thicker than this is a rule; the borders of Word are half a point to three thick.
_THICKEST = 3.0
# Ends of a line that are less apart than this in height (or breadth) make it level (or upright).
_STRAIGHT = 1.0
# Two rules of each direction, and one more, are the fewest that enclose two cells.
_FEWEST = 5
# Maps and drawings are made of tens of thousands of strokes, and are no tables.
_MOST = 5000
# Lighter than this (0 black, 255 white) nobody sees a rule on white paper.
_INVISIBLE = 250
_DEEPEST_FORM = 4


class PageRules(NamedTuple):
    """Rules of a page as it is shown, as thin rectangles.

    Attributes:
        level: From left to right.
        upright: From bottom to top.
    """

    level: tuple[Rect, ...]
    upright: tuple[Rect, ...]


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def within(self, outer: _Matrix) -> _Matrix:
        """This matrix, then the one of what it is drawn in."""
        return _Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def moved(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def page_rules(page: PdfiumPage) -> PageRules:
    """The rules of a page; none where there are too few for a table or too many for one."""
    raw = page.page.raw
    objects = (pdfium_c.FPDFPage_GetObject(raw, index) for index in range(pdfium_c.FPDFPage_CountObjects(raw)))
    paths = [path for drawn in objects for path in _paths(drawn, _Matrix(), _DEEPEST_FORM)]
    if len(paths) > _MOST:
        return PageRules((), ())
    found = [page.as_shown(rule) for path, matrix in paths for rule in _rules_of(path, matrix)]
    level = tuple(rule for rule in found if rule.right - rule.left >= rule.top - rule.bottom)
    upright = tuple(rule for rule in found if rule.right - rule.left < rule.top - rule.bottom)
    return PageRules(level, upright) if len(found) >= _FEWEST else PageRules((), ())


def _paths(drawn: object, around: _Matrix, depth: int) -> Iterator[tuple[object, _Matrix]]:
    """An object if it is a path, or the paths of a form, each with its matrix on the page."""
    kind = pdfium_c.FPDFPageObj_GetType(drawn)
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        yield drawn, _matrix(drawn).within(around)
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth:
        inside = _matrix(drawn).within(around)
        for index in range(pdfium_c.FPDFFormObj_CountObjects(drawn)):
            yield from _paths(pdfium_c.FPDFFormObj_GetObject(drawn, index), inside, depth - 1)


def _matrix(drawn: object) -> _Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(drawn, matrix):
        return _Matrix()
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _rules_of(path: object, matrix: _Matrix) -> Iterator[Rect]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke):
        return
    stroked = stroke.value and _is_seen(path, pdfium_c.FPDFPageObj_GetStrokeColor)
    if not stroked and not (fill.value and _is_seen(path, pdfium_c.FPDFPageObj_GetFillColor)):
        return
    for corners in _outlines(path, matrix):
        around = Rect.around(corners)
        if min(around.right - around.left, around.top - around.bottom) <= _THICKEST:
            yield around
        elif stroked:
            yield from _sides(corners)


def _is_seen(path: object, color_of: object) -> bool:
    channels = [ctypes.c_uint() for _ in range(4)]
    if not color_of(path, *channels):  # type: ignore[operator] # a function of the library, which has no types
        return True
    *colors, opacity = (channel.value for channel in channels)
    return opacity > 0 and min(colors) < _INVISIBLE


def _outlines(path: object, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each figure a path is made of, the first one again at the end of a closed one; no curves."""
    corners: list[tuple[float, float]] = []
    for index in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            return
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if len(corners) > 1:
                yield corners
            corners = []
        corners.append(matrix.moved(x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if len(corners) > 1:
        yield corners


def _sides(corners: list[tuple[float, float]]) -> Iterator[Rect]:
    for (x, y), (to_x, to_y) in pairwise(corners):
        if min(abs(x - to_x), abs(y - to_y)) <= _STRAIGHT:
            yield Rect.around(((x, y), (to_x, to_y)))

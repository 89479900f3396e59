"""What pdfium says of a single character of a page: its size, its boxes, its look."""

from __future__ import annotations

import ctypes
import math

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corpus.types import Rect

# Weights from "bold" upwards, as CSS counts them.
_BOLD_WEIGHT = 600
_NAME_LENGTH = 128
# Text this light (0 black, 255 white) is meant to be read through.
_FAINT = 150
# Characters further off the page's own lines than this stand aslant on purpose, in degrees.
_ASLANT = 10


def font_size(textpage: pdfium.PdfTextPage, index: int) -> float:
    """Its font size in points as it is drawn; the size a file states may be scaled."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFText_GetMatrix(textpage, index, matrix):
        return 0.0
    return float(pdfium_c.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d))


def font_box(textpage: pdfium.PdfTextPage, index: int) -> Rect | None:
    """Its box, as high as its font."""
    rectangle = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFText_GetLooseCharBox(textpage, index, rectangle):
        return None
    return Rect(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def ink_box(textpage: pdfium.PdfTextPage, index: int) -> Rect:
    """The box of what is printed of it."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    return Rect(left.value, bottom.value, right.value, top.value)


def origin(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    """Where its baseline begins."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def font_name(textpage: pdfium.PdfTextPage, index: int) -> str:
    """What its font is called in the file."""
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, _NAME_LENGTH, ctypes.c_int())
    return name.value.decode("utf-8", "replace")


def is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    """Whether its font is bold, by weight or by name."""
    if pdfium_c.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT:
        return True
    return "bold" in font_name(textpage, index).lower()


def is_aslant(textpage: pdfium.PdfTextPage, index: int, turned: int) -> bool:
    """Whether it stands off the lines of its page, which is turned by so many degrees for reading."""
    degrees = math.degrees(pdfium_c.FPDFText_GetCharAngle(textpage, index))
    # Angles are counted against the clock in newer versions of the library and with it in older ones.
    off = min(abs((degrees - sign * turned + 180) % 360 - 180) for sign in (1, -1))
    return off > _ASLANT


def is_faint(textpage: pdfium.PdfTextPage, index: int) -> bool:
    """Whether it is drawn so light that text over it can be read."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium_c.FPDFText_GetFillColor(textpage, index, *channels):
        return False
    red, green, blue, opacity = (channel.value for channel in channels)
    drawn = (0.299 * red + 0.587 * green + 0.114 * blue) * opacity / 255 + 255 - opacity
    return drawn > _FAINT


def is_artifact(textpage: pdfium.PdfTextPage, index: int) -> bool:
    """Whether the file marks it as no part of the text (``/Artifact``): heads, feet, watermarks."""
    drawn = pdfium_c.FPDFText_GetTextObject(textpage, index)
    if not drawn:
        return False
    marks = (pdfium_c.FPDFPageObj_GetMark(drawn, at) for at in range(pdfium_c.FPDFPageObj_CountMarks(drawn)))
    return any(_name(mark) == "Artifact" for mark in marks)


def _name(mark: object) -> str:
    buffer = (pdfium_c.FPDF_WCHAR * _NAME_LENGTH)()
    length = ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
        return ""
    return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\x00")

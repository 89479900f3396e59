"""Where pdfium finds the lines of a page: text, position and weight of each."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.read.lines import tidy

# Weights from "bold" upwards, as CSS counts them.
_BOLD_WEIGHT = 600
_SAMPLES = 5
_NAME_LENGTH = 128
# pdfium marks a hyphen it found at a line's end with U+FFFE.
_HYPHEN_MARK = 0xFFFE
_ANNOTATION_KEYS = (b"Contents", b"Name", b"Subj")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line stands on its page, in points from the lower left corner.

    Attributes:
        left: Left edge of its first letter.
        right: Right edge of its last letter.
        top: Upper edge of its first letter's font box.
        size: Font size of its first letter.
        bold: All sampled letters are bold.
    """

    left: float
    right: float
    top: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Visual:
    """One visual line of a page; ``box`` is ``None`` where no position is known."""

    text: str
    box: Box | None = None


def page_visuals(page: pdfium.PdfPage) -> list[Visual]:
    """The visual lines of a page as pdfium reads them."""
    textpage = page.get_textpage()
    try:
        count = pdfium_c.FPDFText_CountChars(textpage)
        codes = [pdfium_c.FPDFText_GetUnicode(textpage, index) for index in range(count)]
        return list(_visuals(textpage, codes))
    finally:
        textpage.close()


def _visuals(textpage: pdfium.PdfTextPage, codes: list[int]) -> Iterator[Visual]:
    start = 0
    for end in (*(index for index, code in enumerate(codes) if code in (10, 13)), len(codes)):
        shown = [index for index in range(start, end) if codes[index] and not chr(codes[index]).isspace()]
        text = tidy("".join("-" if codes[i] == _HYPHEN_MARK else chr(codes[i]) for i in range(start, end) if codes[i]))
        if shown and text:
            yield Visual(text, _box(textpage, shown))
        start = end + 1


def _box(textpage: pdfium.PdfTextPage, shown: list[int]) -> Box | None:
    rectangle = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFText_GetLooseCharBox(textpage, shown[0], rectangle):
        return None
    left, top = rectangle.left, rectangle.top
    if not pdfium_c.FPDFText_GetLooseCharBox(textpage, shown[-1], rectangle):
        return None
    size = pdfium_c.FPDFText_GetFontSize(textpage, shown[0])
    step = max(1, len(shown) // _SAMPLES)
    bold = all(_is_bold(textpage, index) for index in shown[::step])
    return Box(left, rectangle.right, top, size, bold)


def _is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, _NAME_LENGTH, flags)
    return b"bold" in name.value.lower()


def page_notes(page: pdfium.PdfPage) -> list[str]:
    """Words of a page's annotations: stamps put on it in a viewer are not part of its text."""
    notes: list[str] = []
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        notes.extend(filter(None, (_annotation_text(annotation, key) for key in _ANNOTATION_KEYS)))
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return notes


def _annotation_text(annotation: object, key: bytes) -> str:
    length = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = (pdfium_c.FPDF_WCHAR * (length // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return tidy(bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00"))

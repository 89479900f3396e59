"""Where pdfium finds the lines of a page: text, position and weight of each."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corpus.types import Rect
from ingest.read.lines import tidy
from ingest.reading import Word

# Weights from "bold" upwards, as CSS counts them.
_BOLD_WEIGHT = 600
_SAMPLES = 5
_NAME_LENGTH = 128
# pdfium marks a hyphen it found at a line's end with U+FFFE.
_HYPHEN_MARK = 0xFFFE
_ANNOTATION_KEYS = (b"Contents", b"Name", b"Subj")


@dataclass(frozen=True, slots=True)
class Box:
    """How a line stands on its page as it is shown, in points from the lower left corner.

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
    """One visual line of a page; ``box`` and ``rect`` are ``None`` where no position is known.

    Attributes:
        text: Tidied.
        box: How it stands on the page as it is shown.
        rect: Where it stands in the file's own coordinates, whichever way the page is turned.
        words: Its words where they were read from a picture of the page.
    """

    text: str
    box: Box | None = None
    rect: Rect | None = None
    words: tuple[Word, ...] = ()


class Letter(NamedTuple):
    """A letter with its marks, composed, and the place of its first character on the page."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A visual line with the letters it is made of, blanks left out."""

    visual: Visual
    letters: tuple[Letter, ...]


class PdfiumPage:
    """A page as pdfium sees it; close it after use.

    Attributes:
        page: The page.
        textpage: Its characters.
        codes: The Unicode code point of each, 0 where there is none.
    """

    def __init__(self, document: pdfium.PdfDocument, index: int) -> None:
        self.page: pdfium.PdfPage = document[index]
        self.textpage: pdfium.PdfTextPage = self.page.get_textpage()
        count = pdfium_c.FPDFText_CountChars(self.textpage)
        self.codes = [pdfium_c.FPDFText_GetUnicode(self.textpage, index) for index in range(count)]
        self._turned = self.page.get_rotation() % 360
        self._crop = Rect(*self.page.get_cropbox())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.textpage.close()
        self.page.close()

    def lines(self) -> Iterator[PlacedText]:
        """The visual lines of the page in pdfium's order."""
        codes = self.codes
        start = 0
        for end in (*(index for index, code in enumerate(codes) if code in (10, 13)), len(codes)):
            shown = [index for index in range(start, end) if codes[index] and not chr(codes[index]).isspace()]
            text = tidy("".join(self._char(index) for index in range(start, end) if codes[index]))
            if shown and text:
                yield PlacedText(self.visual(text, shown), self._letters(shown))
            start = end + 1

    def visual(self, text: str, shown: Sequence[int]) -> Visual:
        """A line of that text made of these characters."""
        rect = self._rect(shown)
        return Visual(text, self._box(shown, rect) if rect else None, rect)

    def stamps(self) -> list[str]:
        """Words of the page's annotations: stamps put on it in a viewer are not part of its text."""
        stamps: list[str] = []
        for index in range(pdfium_c.FPDFPage_GetAnnotCount(self.page)):
            annotation = pdfium_c.FPDFPage_GetAnnot(self.page, index)
            if not annotation:
                continue
            stamps.extend(filter(None, (_annotation_text(annotation, key) for key in _ANNOTATION_KEYS)))
            pdfium_c.FPDFPage_CloseAnnot(annotation)
        return stamps

    def _char(self, index: int) -> str:
        return "-" if self.codes[index] == _HYPHEN_MARK else chr(self.codes[index])

    def _letters(self, shown: Sequence[int]) -> tuple[Letter, ...]:
        letters: list[Letter] = []
        for index in shown:
            char = self._char(index)
            if letters and unicodedata.combining(char):
                last = letters.pop()
                letters.append(Letter(tidy(last.text + char), last.place))
            else:
                letters.extend(Letter(piece, index) for piece in _tidy_char(char))
        return tuple(letters)

    def _rect(self, shown: Sequence[int]) -> Rect | None:
        """The rectangle around these characters: their ink, and at both ends the font's own height."""
        found = [*self._inked(shown), *filter(None, (self._font_box(index) for index in (shown[0], shown[-1])))]
        if not found:
            return None
        return Rect(
            min(rect.left for rect in found),
            min(rect.bottom for rect in found),
            max(rect.right for rect in found),
            max(rect.top for rect in found),
        )

    def _inked(self, shown: Sequence[int]) -> Iterator[Rect]:
        for start, count in _runs(shown):
            for index in range(pdfium_c.FPDFText_CountRects(self.textpage, start, count)):
                left, top, right, bottom = (ctypes.c_double() for _ in range(4))
                if pdfium_c.FPDFText_GetRect(self.textpage, index, left, top, right, bottom):
                    yield Rect(left.value, bottom.value, right.value, top.value)

    def _font_box(self, index: int) -> Rect | None:
        rectangle = pdfium_c.FS_RECTF()
        if not pdfium_c.FPDFText_GetLooseCharBox(self.textpage, index, rectangle):
            return None
        return Rect(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)

    def _box(self, shown: Sequence[int], rect: Rect) -> Box:
        first = self._as_shown(self._font_box(shown[0]) or rect)
        last = self._as_shown(self._font_box(shown[-1]) or rect)
        size = pdfium_c.FPDFText_GetFontSize(self.textpage, shown[0])
        step = max(1, len(shown) // _SAMPLES)
        bold = all(self._is_bold(index) for index in shown[::step])
        return Box(first.left, last.right, first.top, size, bold)

    def _as_shown(self, rect: Rect) -> Rect:
        """A rectangle of the file on the page as it is turned and cropped for reading."""
        left, bottom, right, top = rect
        crop = self._crop
        match self._turned:
            case 90:
                return Rect(bottom - crop.bottom, crop.right - right, top - crop.bottom, crop.right - left)
            case 180:
                return Rect(crop.right - right, crop.top - top, crop.right - left, crop.top - bottom)
            case 270:
                return Rect(crop.top - top, left - crop.left, crop.top - bottom, right - crop.left)
        return Rect(left - crop.left, bottom - crop.bottom, right - crop.left, top - crop.bottom)

    def _is_bold(self, index: int) -> bool:
        if pdfium_c.FPDFText_GetFontWeight(self.textpage, index) >= _BOLD_WEIGHT:
            return True
        name = ctypes.create_string_buffer(_NAME_LENGTH)
        flags = ctypes.c_int()
        pdfium_c.FPDFText_GetFontInfo(self.textpage, index, name, _NAME_LENGTH, flags)
        return b"bold" in name.value.lower()


@lru_cache(maxsize=4096)
def _tidy_char(char: str) -> str:
    return tidy(char)


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending indices as ranges, small gaps (blanks) closed: start and length of each."""
    start = last = indices[0]
    for index in indices[1:]:
        if index > last + 2:
            yield start, last - start + 1
            start = index
        last = index
    yield start, last - start + 1


def _annotation_text(annotation: object, key: bytes) -> str:
    length = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = (pdfium_c.FPDF_WCHAR * (length // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return tidy(bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00"))

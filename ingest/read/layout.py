"""Where pdfium finds the lines of a page: text, position and weight of each."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from statistics import median_high
from typing import NamedTuple, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corpus.types import Rect, Span
from ingest.read.chars import font_box, font_size, ink_box, is_artifact, is_aslant, is_bold, is_faint, origin
from ingest.read.lines import tidy
from ingest.reading import Cell, Mark, Word

_SAMPLES = 5
HYPHEN_MARK = 0xFFFE
"""What pdfium puts for a hyphen at a line's end, a soft one included."""
# The mark of a note stands above the line by this much of the letters' size, and is less high than a digit is.
_HIGHER, _LOW = 0.15, 0.6
_MARKING = frozenset("0123456789()[]")
# Heads and feet stand in this share of a page's height, at either end.
_MARGIN = 0.1
# Raised in every font.
_RAISED = frozenset("¹²³⁴⁵⁶⁷⁸⁹⁰*†‡")
_ANNOTATION_KEYS = (b"Contents", b"Name", b"Subj", b"V")  # the last is what a field holds, drawn or not


@dataclass(frozen=True, slots=True)
class Box:
    """How a line stands on its page as it is shown, in points from the lower left corner.

    Attributes:
        left: Left edge of its first letter.
        right: Right edge of its last letter.
        top: Upper edge of its first letter's font box.
        size: Font size of its first letter as it is drawn.
        bold: All sampled letters are bold.
    """

    left: float
    right: float
    top: float
    size: float
    bold: bool


class Look(Enum):
    """What the way a line is drawn says about it."""

    PLAIN = "plain"
    LIKE_WATERMARK = "like a watermark"  # aslant or faint; a label in a drawing may be so, too
    WATERMARK = "watermark"  # the file says that the page has one, and that this is no text


@dataclass(frozen=True, slots=True)
class Visual:
    """One visual line of a page; ``box`` and ``rect`` are ``None`` where no position is known.

    Attributes:
        text: Tidied.
        box: How it stands on the page as it is shown.
        rect: Where it stands in the file's own coordinates, whichever way the page is turned.
        words: Its words where they were read from a picture of the page.
        look: How it is drawn.
        raised: Small raised digits and asterisks in ``text``, as notes are marked.
        marks: Marks of notes that were taken out of ``text``.
        cell: Where it stands in a ruled table, of which ``table`` counts those of the page.
    """

    text: str
    box: Box | None = None
    rect: Rect | None = None
    words: tuple[Word, ...] = ()
    look: Look = Look.PLAIN
    raised: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    cell: Cell | None = None

    def respaced(self, text: str) -> Visual:
        """The same letters with other blanks between them."""
        if text == self.text:
            return self
        return replace(self, text=text, raised=tuple(_moved(span, self.text, text) for span in self.raised))


class Letter(NamedTuple):
    """A letter with its marks, composed, and the place of its first character on the page."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A visual line, or a part of one.

    Attributes:
        visual: The line.
        letters: What it is made of, blanks left out.
        end: The place on the page after its last character.
    """

    visual: Visual
    letters: tuple[Letter, ...]
    end: int


class PdfiumPage:
    """A page as pdfium sees it; close it after use.

    Args:
        document: The file.
        index: The page's place in it, from 0.
        watermarked: The file says that the page has a watermark.

    Attributes:
        page: The page.
        textpage: Its characters.
        codes: The Unicode code point of each, 0 where there is none.
    """

    def __init__(self, document: pdfium.PdfDocument, index: int, *, watermarked: bool = False) -> None:
        self.page: pdfium.PdfPage = document[index]
        self.textpage: pdfium.PdfTextPage = self.page.get_textpage()
        count = pdfium_c.FPDFText_CountChars(self.textpage)
        self.codes = [pdfium_c.FPDFText_GetUnicode(self.textpage, index) for index in range(count)]
        self._turned = self.page.get_rotation() % 360
        self._crop = Rect(*self.page.get_cropbox())
        self._watermarked = watermarked
        self._lines: tuple[PlacedText, ...] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.textpage.close()
        self.page.close()

    def lines(self) -> tuple[PlacedText, ...]:
        """The visual lines of the page in pdfium's order."""
        if self._lines is None:
            self._lines = tuple(self._found_lines())
        return self._lines

    def middle(self, index: int) -> float:
        """How far right the middle of a character stands."""
        return (font_box(self.textpage, index) or ink_box(self.textpage, index)).middle[0]

    def middle_as_shown(self, index: int) -> tuple[float, float]:
        """Where the middle of a character stands on the page as it is shown, how far right and how high."""
        return self.as_shown(font_box(self.textpage, index) or ink_box(self.textpage, index)).middle

    def _found_lines(self) -> Iterator[PlacedText]:
        start = 0
        for end in (*(index for index, code in enumerate(self.codes) if code in (10, 13)), len(self.codes)):
            part = self.part(start, end)
            if part is not None:
                yield part
            start = end + 1

    def part(self, start: int, end: int) -> PlacedText | None:
        """What the characters from one place to before another print, all on one line; ``None`` for blanks."""
        codes = self.codes
        shown = [index for index in range(start, end) if codes[index] and not chr(codes[index]).isspace()]
        text = tidy("".join(self._char(index) for index in range(start, end) if codes[index]))
        return PlacedText(self.visual(text, shown), self._letters(shown), end) if shown and text else None

    def visual(self, text: str, shown: Sequence[int]) -> Visual:
        """A line of that text made of these characters."""
        rect = self._rect(shown)
        if rect is None:
            return Visual(text)
        return Visual(text, self._box(shown, rect), rect, look=self._look(shown[0]), raised=self._raised(text, shown))

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
        return "-" if self.codes[index] == HYPHEN_MARK else chr(self.codes[index])

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
        found = [
            *self._inked(shown),
            *filter(None, (font_box(self.textpage, index) for index in (shown[0], shown[-1]))),
        ]
        if not found:
            return None
        return Rect.around(corner for rect in found for corner in rect.corners)

    def _inked(self, shown: Sequence[int]) -> Iterator[Rect]:
        for start, count in _runs(shown):
            for index in range(pdfium_c.FPDFText_CountRects(self.textpage, start, count)):
                left, top, right, bottom = (ctypes.c_double() for _ in range(4))
                if pdfium_c.FPDFText_GetRect(self.textpage, index, left, top, right, bottom):
                    yield Rect(left.value, bottom.value, right.value, top.value)

    def _box(self, shown: Sequence[int], rect: Rect) -> Box:
        first = self.as_shown(font_box(self.textpage, shown[0]) or rect)
        last = self.as_shown(font_box(self.textpage, shown[-1]) or rect)
        step = max(1, len(shown) // _SAMPLES)
        bold = all(is_bold(self.textpage, index) for index in shown[::step])
        return Box(first.left, last.right, first.top, self._usual_size(shown), bold)

    def _usual_size(self, shown: Sequence[int]) -> float:
        """Font size of most letters: the first may be the mark of a note."""
        step = max(1, len(shown) // _SAMPLES)
        return median_high(font_size(self.textpage, index) for index in shown[::step])

    def _look(self, index: int) -> Look:
        if self._watermarked and is_artifact(self.textpage, index) and self._is_inside(index):
            return Look.WATERMARK
        like = is_aslant(self.textpage, index, self._turned) or is_faint(self.textpage, index)
        return Look.LIKE_WATERMARK if like else Look.PLAIN

    def _is_inside(self, index: int) -> bool:
        """Whether it stands where a page has its text: heads and feet are marked like watermarks."""
        height: float = self.page.get_height()
        return _MARGIN * height < self._height(index) < (1 - _MARGIN) * height

    def _raised(self, text: str, shown: Sequence[int]) -> tuple[Span, ...]:
        """Where small raised digits and asterisks stand in a line; none if its letters are not all in place."""
        raised = set(self._raised_places(shown))
        if not raised:
            return ()
        places = [letter.place for letter in self._letters(shown) for _ in letter.text]
        offsets = [offset for offset, char in enumerate(text) if char != " "]
        if len(places) != len(offsets):
            return ()
        return tuple(_joined([at for at, place in zip(offsets, places, strict=True) if place in raised]))

    def _raised_places(self, shown: Sequence[int]) -> Iterator[int]:
        yield from (index for index in shown if self._char(index) in _RAISED)
        suspects = [index for index in shown if self._char(index) in _MARKING]
        base = next((index for index in shown if self._char(index).isalpha()), None)
        if suspects and base is not None:
            usual = self._usual_size(shown)
            line = self._height(base) + _HIGHER * usual
            for index in suspects:
                ink = self.as_shown(ink_box(self.textpage, index))
                if ink.bottom > line and ink.top - ink.bottom < _LOW * usual:
                    yield index

    def _height(self, index: int) -> float:
        """How high its baseline stands on the page as it is shown."""
        x, y = origin(self.textpage, index)
        return self.as_shown(Rect(x, y, x, y)).top

    def as_shown(self, rect: Rect) -> Rect:
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


@lru_cache(maxsize=4096)
def _tidy_char(char: str) -> str:
    return tidy(char)


def _joined(offsets: Sequence[int]) -> Iterator[Span]:
    """Ascending offsets as spans."""
    spans: list[Span] = []
    for offset in offsets:
        if spans and spans[-1].end == offset:
            spans[-1] = Span(spans[-1].start, offset + 1)
        else:
            spans.append(Span(offset, offset + 1))
    yield from spans


def _moved(span: Span, before: str, after: str) -> Span:
    """Where a part of a text is in one that has the same letters and other blanks."""
    first = sum(char != " " for char in before[: span.start])
    length = sum(char != " " for char in before[span.start : span.end])
    offsets = [offset for offset, char in enumerate(after) if char != " "]
    return Span(offsets[first], offsets[first + length - 1] + 1)


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

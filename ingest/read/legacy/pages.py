"""PDF pages with text in old encodings: each letter by its font, then by what the lines say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.read.chars import font_name
from ingest.read.layout import HYPHEN_MARK, PdfiumPage, Visual
from ingest.read.legacy.convert import HYPHEN_OR_LETTER
from ingest.read.legacy.fonts import Piece, legacy_font
from ingest.read.legacy.paragraphs import in_unicode
from ingest.read.lines import tidy
from ingest.read.page_choice import PageReading

# Below this share of valid syllables the letters of a page are wrong; good pages score 0.96 and more.
_GOOD = 0.88
_CODES = range(0xA1, 0x100)


def may_be_old(page: PdfiumPage, best: PageReading) -> bool:
    """Whether a page is worth reading as one in an old encoding: it reads badly so far, or names a font of theirs."""
    if best.score.valid < _GOOD:
        return True
    return any(legacy_font(font_name(page.textpage, index)) for index, code in enumerate(page.codes) if code in _CODES)


def old_page(page: PdfiumPage) -> PageReading | None:
    """A page read by its old encodings; ``None`` if nothing on it is in one."""
    lines = _lines(page)
    converted = in_unicode([_pieces(page, line) for line in lines])
    if not converted.encodings:
        return None
    texts = [tidy("".join(pieces).replace(HYPHEN_OR_LETTER, "-")) for pieces in converted.texts]
    visuals = [_visual(page, text, line) for text, line in zip(texts, lines, strict=True) if text]
    return PageReading(visuals, "pypdfium2", converted.encodings)


def _lines(page: PdfiumPage) -> list[list[int]]:
    """The characters of each visual line, blanks included."""
    lines: list[list[int]] = [[]]
    for index, code in enumerate(page.codes):
        if code in (10, 13):
            lines.append([])
        elif code:
            lines[-1].append(index)
    return [line for line in lines if any(_is_shown(page, index) for index in line)]


def _is_shown(page: PdfiumPage, index: int) -> bool:
    return not chr(page.codes[index]).isspace()


def _visual(page: PdfiumPage, text: str, line: Sequence[int]) -> Visual:
    made = page.visual(text, [index for index in line if _is_shown(page, index)])
    # Codes of letters look like raised digits: "¹" is "ạ" in TCVN3.
    marks = tuple(span for span in made.raised if not any(char.isalpha() for char in text[span.start : span.end]))
    return replace(made, raised=marks)


def _pieces(page: PdfiumPage, line: Sequence[int]) -> list[Piece]:
    """The text of a line by fonts; blanks, which pdfium puts in of itself, go with what stands before them."""
    named: list[tuple[str, str]] = []
    for index in line:
        font = font_name(page.textpage, index) if _is_shown(page, index) or not named else named[-1][0]
        named.append((font, HYPHEN_OR_LETTER if page.codes[index] == HYPHEN_MARK else chr(page.codes[index])))
    grouped = groupby(named, key=lambda each: each[0])
    return [Piece(font, "".join(char for _, char in chars)) for font, chars in grouped]

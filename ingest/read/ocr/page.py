"""One sheet read: upright, by every engine at hand, put in order, with its places on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from corpus.types import Rect
from ingest import components
from ingest.read.layout import Box, Visual
from ingest.read.lines import tidy
from ingest.read.ocr import tesseract, trueocr
from ingest.read.ocr.arrange import in_reading_order
from ingest.read.ocr.found import Found, Segment, segments_of
from ingest.read.ocr.merge import merged, seen_elsewhere
from ingest.read.ocr.picture import Turn, Upright, gray_of, upright
from ingest.read.ocr.sheet import Sheet
from ingest.reading import Word

OCR_VERSION = 2
"""Raised when the same picture is read in another way; pages kept from before are then read anew."""

# Borders of tables and underlines, read as letters.
_STROKES = re.compile(r"[|¦_~=\\/\[\]{}<>—–\-.,:;'\"`´*·•°^]*")
_DASH = re.compile(r"[-–—+*•]")
# From the height of a line's letters, marks above and tails below, to the size of its font.
_LETTERS_TO_SIZE = 0.9
# Of the height of a line, what lies above and below the line its letters stand on.
_ABOVE, _BELOW = 0.8, 0.2
_TAIL = re.compile(r"[gjpqyQ,;()/|ạặậẹệịọộợụựỵýỳỷỹẠẶẬẸỆỊỌỘỢỤỰỴ]")


@dataclass(frozen=True, slots=True)
class Engines:
    """What reads pictures on this machine.

    Attributes:
        tesseract: The program, ``None`` where it is missing.
        trueocr: Whether trueocr can be imported.
        name: The engines with their versions.
    """

    tesseract: Path | None
    trueocr: bool
    name: str


def engines() -> Engines | None:
    """The engines of this machine; ``None`` where there is none."""
    program, other = components.tesseract(), components.trueocr()
    names = [tesseract.name_of(program)] if program is not None else []
    names += [f"trueocr {version('trueocr')}"] if other else []
    return Engines(program, other, " + ".join(names)) if names else None


def read_sheet(sheet: Sheet, by: Engines) -> list[Visual]:
    """The lines of a page in reading order.

    Raises:
        OSError: Tesseract does not run.
    """
    quarters = trueocr.quarter_turns(gray_of(sheet.colour)) if by.trueocr else 0
    page = upright(sheet.colour, quarters)
    ordered = in_reading_order(_segments(page, by), page.rules)
    usual = median(segment.height for segment in ordered) if ordered else 0.0
    return [visual for segment in ordered if (visual := _visual(segment, sheet, page.turn, usual)) is not None]


def _segments(page: Upright, by: Engines) -> list[Segment]:
    theirs = trueocr.read_page(page.letters) if by.trueocr else []
    if by.trueocr and page.inks is not None:
        theirs += seen_elsewhere(trueocr.read_page(page.inks), theirs)
    if by.tesseract is None:
        return [segment for line in theirs for segment in segments_of(line)]
    ours = tesseract.read_page(by.tesseract, page.letters)
    if not by.trueocr and page.inks is not None:
        ours += seen_elsewhere(tesseract.read_page(by.tesseract, page.inks), ours)
    ours = [words for line in ours if (words := _without_strokes(line))]
    return merged(ours, theirs) if by.trueocr else [segment for line in ours for segment in segments_of(line)]


def _without_strokes(line: Sequence[Found]) -> list[Found]:
    """A line without what is no word; a dash at its beginning is one, and so is one between two words."""
    kept = [word for word in line if not _STROKES.fullmatch(word.text) or _DASH.fullmatch(word.text)]
    while kept and _DASH.fullmatch(kept[-1].text):
        kept.pop()
    return kept


def _visual(segment: Segment, sheet: Sheet, turn: Turn, usual: float) -> Visual | None:
    text, words = _text(segment.words)
    if not text:
        return None
    points = 1 / sheet.scale
    size = usual if 0.7 * usual <= segment.height <= 1.5 * usual else segment.height
    top = _baseline(segment) - _ABOVE * size
    box = Box(
        segment.left * points,
        segment.right * points,
        (turn.height - top) * points,
        size * _LETTERS_TO_SIZE * points,
        bold=False,
    )
    return Visual(text, box, _rect(segment, sheet, turn), words)


def _baseline(segment: Segment) -> float:
    """Where the letters of a line stand, in pixels: marks and tails move its edges, not this."""
    standing = [word.bottom for word in segment.words if not _TAIL.search(word.text)]
    return median(standing) if standing else segment.bottom - _BELOW * segment.height


def _text(found: Sequence[Found]) -> tuple[str, tuple[Word, ...]]:
    """The words of a line with one blank between each two, and their places."""
    parts: list[str] = []
    words: list[Word] = []
    at = 0
    for word in found:
        text = tidy(word.text)
        if text:
            words.append(Word(at, at + len(text), word.confidence))
            parts.append(text)
            at += len(text) + 1
    return " ".join(parts), tuple(words)


def _rect(segment: Segment, sheet: Sheet, turn: Turn) -> Rect:
    """The smallest rectangle of the page around a line that may have stood askew."""
    return Rect.around(sheet.place(*turn.back(x, y)) for x, y in _corners(segment))


def _corners(segment: Segment) -> Iterator[tuple[float, float]]:
    for x in (segment.left, segment.right):
        for y in (segment.top, segment.bottom):
            yield x, y

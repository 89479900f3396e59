"""Words put on a page in form fields: the number and the date an office stamps when it signs, and other stamps.

They are drawn over the page, in the gaps the text leaves for them ("Số:     /QĐ-UBND"), and only the appearance of
the field holds them. Digits stamped into a gap are text of the document; whatever else a signature field says (who
signed, when) is a stamp on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pypdf

from corpus.types import Rect
from ingest.read.layout import PdfiumPage, PlacedText, Visual
from ingest.read.lines import tidy

_FIGURES = re.compile(r"\d[\d./-]{0,11}")
_TYPED = ("/Tx", "/Ch")
_STAMPS = ("/Stamp", "/FreeText")
_HIDDEN = 2 | 32  # bits of /F: hidden, not to be viewed
_WIDE_AS = 0.35  # a figure, beside the height of its field
_ORIENTATIONS, _SPACE = (0, 90, 180, 270), 200.0  # pypdf's own defaults
# So many letters on both sides of a gap tell it from others.
_CONTEXT = 8


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a field or a stamp shows.

    Attributes:
        text: Its words, tidied.
        rect: Where, in the file's coordinates.
        figures: They belong to the text of the page.
    """

    text: str
    rect: Rect
    figures: bool


class _Gap(NamedTuple):
    """Where a stamp goes: the line, how many of its letters stand before, how many typed ones are under it."""

    line: int
    letters: int
    covered: int
    stamp: Stamp


def page_stamps(page: pypdf.PageObject) -> list[Stamp]:
    """What the fields of a page show."""
    annotations = (reference.get_object() for reference in page.get("/Annots") or ())
    made = (_stamp(page, annotation) for annotation in annotations)
    return [stamp for stamp in made if stamp is not None]


def _stamp(page: pypdf.PageObject, annotation: Any) -> Stamp | None:
    field = annotation.get("/Subtype") == "/Widget"
    if int(annotation.get("/F", 0)) & _HIDDEN or not (field or annotation.get("/Subtype") in _STAMPS):
        return None
    said = "" if field else tidy(str(annotation.get("/Contents", "")))
    text = said or tidy(_drawn(page, annotation))
    left, bottom, right, top = (float(value) for value in annotation["/Rect"])
    figures = field and (annotation.get("/FT") in _TYPED or _FIGURES.fullmatch(text) is not None)
    return Stamp(text, Rect(left, bottom, right, top), figures) if text else None


def _drawn(page: pypdf.PageObject, annotation: Any) -> str:
    """The words in the appearance of a field; a button has one for each of its states and no words."""
    drawn = annotation.get("/AP", {}).get("/N")
    drawn = drawn.get_object() if drawn is not None else None
    if not isinstance(drawn, pypdf.generic.StreamObject):
        return ""
    return page.extract_xform_text(drawn, _ORIENTATIONS, _SPACE)  # type: ignore[arg-type]


def with_stamps(lines: Sequence[Visual], stamps: Iterable[Stamp], page: PdfiumPage) -> tuple[list[Visual], list[str]]:
    """Put stamped figures into the gaps of the lines.

    Returns:
        The lines, and what is on the page beside its text: other stamps, and figures that one was set over.
    """
    gaps: defaultdict[int, list[_Gap]] = defaultdict(list)
    beside: list[str] = []
    for stamp in stamps:
        gap = _gap(stamp, lines, page) if stamp.figures else None
        if gap is None:
            beside.append(stamp.text)
        else:
            gaps[gap.line].append(gap)
    filled = list(lines)
    for at, found in gaps.items():
        for gap in sorted(found, key=lambda gap: gap.letters, reverse=True):
            filled[at], covered = _filled(filled[at], gap)
            beside.extend(filter(None, [covered]))
    return filled, beside


def _gap(stamp: Stamp, lines: Sequence[Visual], page: PdfiumPage) -> _Gap | None:
    for row in page.lines():
        at = _place_in_row(stamp, row, page)
        if at is None:
            continue
        first, last = at
        letters = "".join(letter.text for letter in row.letters)
        before, under, after = letters[max(0, first - _CONTEXT) : first], letters[first:last], letters[last:]
        wanted = before + under + after[:_CONTEXT]
        for index, line in enumerate(lines):
            start = line.text.replace(" ", "").find(wanted)
            if start >= 0:
                return _Gap(index, start + len(before), len(under), stamp)
    return None


def _place_in_row(stamp: Stamp, row: PlacedText, page: PdfiumPage) -> tuple[int, int] | None:
    """How many letters of a row stand before a stamp, and how many before its end; ``None`` on another row."""
    rect, drawn = row.visual.rect, stamp.rect
    _, middle = drawn.middle
    if (
        rect is None
        or not rect.bottom < middle < rect.top
        or not rect.left <= drawn.right <= rect.right + len(row.letters)
    ):
        return None
    end = drawn.left + len(stamp.text) * _WIDE_AS * (drawn.top - drawn.bottom)
    places = [page.middle(letter.place) for letter in row.letters]
    first = sum(place < drawn.left for place in places)
    last = first
    while last < len(places) and places[last] < end and row.letters[last].text.isdigit():
        last += 1
    return first, last


def _filled(line: Visual, gap: _Gap) -> tuple[Visual, str]:
    offsets = [offset for offset, char in enumerate(line.text) if char != " "] + [len(line.text)]
    start, end = offsets[gap.letters], offsets[gap.letters + gap.covered]
    before, covered, after = line.text[:start].rstrip(), line.text[start:end].strip(), line.text[end:].lstrip()
    left = "" if before.endswith("/") or not before else " "
    right = "" if after.startswith(("/", "-")) or not after else " "
    return replace(line, text=f"{before}{left}{gap.stamp.text}{right}{after}", raised=()), covered

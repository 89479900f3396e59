"""Page furniture: printed page numbers and running heads or feet, told from the text they surround.

A line is furniture only at the edge of its page. A number is one only if it goes up with the pages; a head
or foot only if the same words (digits apart) stand there on most pages, or on most odd or even ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.text import match_form
from ingest.read.layout import Visual

# Lines looked at on each edge of a page: running heads of two or three lines exist, longer ones do not.
_EDGE = 3
_NUMBER = re.compile(
    r"(?:[-–—*\[(~.|\s]*)(?:trang|tr\.?|page)?\s*(\d{1,4})(?:\s*/\s*\d{1,4})?(?:[-–—*\])~.|\s]*)"
)
_DIGITS = re.compile(r"\d+")
# A running line stands on at least this share of the pages (of one parity, where left and right differ).
_MOST = 0.6
# Two lines count as equally high when their tops differ by less, in points.
_SAME_HEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document without furniture.

    Attributes:
        pages: The lines that are text, page by page.
        numbers: The number each page prints, ``None`` where it prints none.
    """

    pages: list[list[Visual]]
    numbers: list[int | None]


def without_furniture(pages: Sequence[Sequence[Visual]]) -> Pages:
    """Take page numbers, then running heads and feet, off every page."""
    bare, numbers = _without_numbers(pages)
    return Pages(_without_running_lines(bare), numbers)


def _edges(page: Sequence[Visual], depth: int) -> tuple[list[int], list[int]]:
    """Indices of the first and the last lines of a page, by height where it is known."""
    order = list(range(len(page)))
    if all(line.box for line in page):
        order.sort(key=lambda index: -page[index].box.top)  # type: ignore[union-attr]
    return order[:depth], order[::-1][:depth]


def _without_numbers(pages: Sequence[Sequence[Visual]]) -> tuple[list[list[Visual]], list[int | None]]:
    candidates = [_number_candidates(page) for page in pages]
    offsets: Counter[int] = Counter()
    for index, found in enumerate(candidates):
        offsets.update({number - index for number in found.values()})
    offset = _best_offset(offsets, len(pages))
    bare: list[list[Visual]] = []
    numbers: list[int | None] = []
    for index, page in enumerate(pages):
        place = next((at for at, number in candidates[index].items() if number - index == offset), None)
        numbers.append(None if place is None else candidates[index][place])
        bare.append([line for at, line in enumerate(page) if at != place])
    return bare, numbers


def _number_candidates(page: Sequence[Visual]) -> dict[int, int]:
    """Edge lines that are only a number: index in the page → number."""
    found: dict[int, int] = {}
    for index in {*(edge for side in _edges(page, 1) for edge in side), 0, len(page) - 1} if page else ():
        match = _NUMBER.fullmatch(match_form(page[index].text))
        if match:
            found[index] = int(match[1])
    return found


def _best_offset(offsets: Counter[int], pages: int) -> int | None:
    """By how much printed numbers run ahead of the page's place; ``None`` if there is no such sequence."""
    # A lone number may be text; it is believed where it agrees with the page's own place (offset 1).
    likely = sorted(offsets, key=lambda offset: (-offsets[offset], offset != 1, abs(offset)))
    for offset in likely[:1]:
        if offset == 1 or offsets[offset] >= max(3, pages // 2):
            return offset
    return None


def _without_running_lines(pages: Sequence[Sequence[Visual]]) -> list[list[Visual]]:
    running = _running_keys(pages, top=True), _running_keys(pages, top=False)
    bare: list[list[Visual]] = []
    for page in pages:
        dropped = {
            index
            for keys, edge in zip(running, _edges(page, _EDGE), strict=True)
            for index in edge
            if _key(page[index]) in keys
        }
        bare.append([line for index, line in enumerate(page) if index not in dropped])
    return bare


def _running_keys(pages: Sequence[Sequence[Visual]], *, top: bool) -> set[str]:
    seen: dict[str, set[int]] = {}
    heights: dict[str, list[float]] = {}
    for place, page in enumerate(pages):
        for index in _edges(page, _EDGE)[0 if top else 1]:
            key = _key(page[index])
            seen.setdefault(key, set()).add(place)
            box = page[index].box
            if box is not None:
                heights.setdefault(key, []).append(box.top)
    likely = {key for key, places in seen.items() if _on_most(places, len(pages))}
    return {key for key in likely if _stands_apart(key, heights.get(key, []), pages, likely, top=top)}


def _key(line: Visual) -> str:
    return _DIGITS.sub("#", match_form(line.text))


def _on_most(places: Iterable[int], pages: int) -> bool:
    places = set(places)
    if len(places) < 2:
        return False
    for group in (range(pages), range(0, pages, 2), range(1, pages, 2)):
        if len(group) > 1 and len(places.intersection(group)) >= max(2, _MOST * len(group)):
            return True
    return False


def _stands_apart(
    key: str, heights: list[float], pages: Sequence[Sequence[Visual]], likely: set[str], *, top: bool
) -> bool:
    """Whether text hardly ever reaches the height of a running line.

    The head of a table that runs over many pages stands where text stands on other pages, and stays.
    """
    if not heights:
        return True
    edge = sorted(heights)[len(heights) // 2]
    reached = 0
    for page in pages:
        tops = [line.box.top for line in page if line.box is not None and _key(line) not in likely]
        beyond = tops and (max(tops) > edge - _SAME_HEIGHT if top else min(tops) < edge + _SAME_HEIGHT)
        reached += bool(beyond)
    return reached <= max(1, len(pages) // 10) or len(pages) == reached == 0

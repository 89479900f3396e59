"""Page furniture: printed page numbers and running heads or feet, told from the text they surround.

A line is furniture only at the edge of its page. A number is one only if it goes up with the pages; a head
or foot only if the same words (digits apart) stand there on most pages, or on most odd or even ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_high

from corpus.text import match_form
from corpus.types import Furniture
from ingest.read.layout import Visual
from ingest.read.page_numbers import printed_numbers, top_down

Page = Sequence[Visual]

# Lines looked at on each edge of a page: running heads of two or three lines exist, longer ones do not.
_EDGE = 3
# A running line stands on at least this share of the pages (of one parity, where left and right differ).
_MOST = 0.6
# Two lines count as equally high when their tops differ by less, in points.
_SAME_HEIGHT = 2.0
# On this share of the pages something else may stand as high: a stamp, a wide table.
_EXCEPTIONS = 0.1


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document without furniture.

    Attributes:
        pages: The lines that are text, page by page.
        labels: The number each page prints, as it is printed; empty where it prints none.
        furniture: What was taken off them.
    """

    pages: list[list[Visual]]
    labels: list[str]
    furniture: list[Furniture]


def without_furniture(pages: Sequence[Page]) -> Pages:
    """Take page numbers, then running heads and feet, off every page."""
    numbers = printed_numbers(pages)
    bare = [
        [line for at, line in enumerate(page) if number is None or at != number.at]
        for page, number in zip(pages, numbers, strict=True)
    ]
    taken = [
        Furniture(index, "số trang", page[number.at].text)
        for index, (page, number) in enumerate(zip(pages, numbers, strict=True), 1)
        if number is not None
    ]
    labels = [number.label if number is not None else "" for number in numbers]
    ahead = numbers_ahead(labels)
    text, running = _without_running_lines(bare, 1 if ahead is None else ahead)
    return Pages(text, labels, sorted([*taken, *running], key=lambda each: each.page))


def numbers_ahead(labels: Sequence[str]) -> int | None:
    """By how much the figures that pages print run ahead of a page's index; ``None`` where none prints any."""
    return next((int(label) - index for index, label in enumerate(labels) if label.isdecimal()), None)


def neighbours_label(labels: Sequence[str], index: int) -> str:
    """What a page without a number is called by the next page that prints one, else by the last; may be empty.

    The next comes first: the first page of a document, and of an annex that counts anew, often prints none.
    """
    after = (place for place in range(index + 1, len(labels)) if labels[place].isdecimal())
    before = (place for place in range(index - 1, -1, -1) if labels[place].isdecimal())
    due = (int(labels[place]) + index - place for place in (next(after, None), next(before, None)) if place is not None)
    return str(next((number for number in due if number > 0), ""))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of a page as it is compared with those of other pages."""

    key: str
    height: float | None


def _without_running_lines(pages: Sequence[Page], ahead: int) -> tuple[list[list[Visual]], list[Furniture]]:
    placed = [[_placed(line, index + ahead) for line in page] for index, page in enumerate(pages)]
    orders = [top_down(page) for page in pages]
    # What stands in a table is never furniture; the head of one may be printed again on every page.
    heads = [_outside_tables(page, order[:_EDGE]) for page, order in zip(pages, orders, strict=True)]
    feet = [_outside_tables(page, order[::-1][:_EDGE]) for page, order in zip(pages, orders, strict=True)]
    above, below = _running(placed, heads, 1), _running(placed, feet, -1)
    bare: list[list[Visual]] = []
    taken: list[Furniture] = []
    for number, (page, keys, head, foot) in enumerate(zip(pages, placed, heads, feet, strict=True), 1):
        gone = {at: "chân trang" for at in foot if keys[at].key in below}
        gone |= {at: "đầu trang" for at in head if keys[at].key in above}
        bare.append([line for at, line in enumerate(page) if at not in gone])
        taken.extend(Furniture(number, gone[at], page[at].text) for at in sorted(gone))
    return bare, taken


def _outside_tables(page: Page, indices: Sequence[int]) -> list[int]:
    return [index for index in indices if page[index].cell is None]


def _placed(line: Visual, number: int) -> _Placed:
    """What must be the same on other pages: the words, with the page's own number taken out."""
    text = match_form(line.text)
    key, count = re.subn(rf"(?<!\d){number}(?=\s*/\s*\d)", "#", text)  # "4/9", also on page 9
    if not count:
        key = re.sub(rf"^(.*)(?<!\d){number}(?!\d)", r"\1#", text)
    return _Placed(key, line.box.top if line.box is not None else None)


def _running(pages: Sequence[Sequence[_Placed]], edges: Sequence[Sequence[int]], side: int) -> set[str]:
    """Keys of the running lines of one edge; ``side`` is 1 for the upper, -1 for the lower."""
    seen: defaultdict[str, list[tuple[int, float | None]]] = defaultdict(list)
    for place, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        for index in edge:
            seen[page[index].key].append((place, page[index].height))
    likely = {key for key, found in seen.items() if _on_most(_at_one_height(found), len(pages))}
    return {key for key in likely if _stands_apart(key, pages, likely, side)}


def _at_one_height(found: Sequence[tuple[int, float | None]]) -> list[int]:
    """The pages on which a line stands as high as it usually does."""
    usual = _middle(height for _, height in found if height is not None)
    return [place for place, height in found if usual is None or height is None or abs(height - usual) <= _SAME_HEIGHT]


def _middle(heights: Iterable[float]) -> float | None:
    known = list(heights)
    return median_high(known) if known else None


def _on_most(places: Iterable[int], pages: int) -> bool:
    here = set(places)
    groups = (range(pages), range(0, pages, 2), range(1, pages, 2))
    return any(len(here.intersection(group)) >= max(2, _MOST * len(group)) for group in groups)


def _stands_apart(key: str, pages: Sequence[Sequence[_Placed]], likely: set[str], side: int) -> bool:
    """Whether other text hardly ever reaches the height of a running line.

    The head of a table that runs over many pages stands where text stands on other pages, and stays.
    """
    usual = _middle(line.height for page in pages for line in page if line.key == key and line.height is not None)
    if usual is None:
        return True
    reached = sum(
        any(
            line.height is not None and line.key not in likely and (line.height - usual) * side > -_SAME_HEIGHT
            for line in page
        )
        for page in pages
    )
    return reached <= max(1, int(len(pages) * _EXCEPTIONS))

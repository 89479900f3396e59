"""The numbers that pages print: which line of a page is its number, and how it reads.

A number is one only if it goes up with the pages. Front matter counts in Roman figures, apart from the text, and an
annex counts anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.numbers import roman_value
from ingest.read.layout import Visual

Page = Sequence[Visual]
_BEFORE, _AFTER = r"[-–—*\[(~.|\s]*(?:trang|tr\.?|page)?\s*", r"[-–—*\])~.|\s]*"
_ARABIC = re.compile(rf"{_BEFORE}(\d{{1,4}})(?:\s*(?:/|trên|of)\s*\d{{1,4}})?{_AFTER}", re.IGNORECASE)
_SMALL = re.compile(rf"(?i:{_BEFORE})([ivxl]+){_AFTER}")
_CAPITALS = re.compile(rf"(?i:{_BEFORE})([IVXL]+){_AFTER}")
# A number sequence that does not begin with page 1 is believed from this many pages on.
_FEWEST = 3
# Front matter may have but two numbered pages; capitals alone in a line may be the numbers of parts, too.
_FEWEST_SMALL, _FEWEST_CAPITALS = 2, 3
# The first page of what counts anew often prints no number. Two pages in a row are believed, one only where it stands
# as high as the others, within so many points.
_FIRST = 2
_RUN = 2
_SAME_HEIGHT = 3.0


class Found(NamedTuple):
    """A line that is, or may be, the number of its page.

    Attributes:
        at: Index of the line in its page.
        value: What it says.
        label: As it is printed, without what stands around it.
    """

    at: int
    value: int
    label: str


def printed_numbers(pages: Sequence[Page]) -> list[Found | None]:
    """The number of each page, ``None`` where it prints none."""
    arabic = [list(_candidates(page, _ARABIC)) for page in pages]
    numbers = _at(arabic, _step(arabic, max(_FEWEST, len(pages) // 2), trusted=1))
    if any(numbers):
        numbers = _with_restarts(numbers, arabic, pages)
    for form, fewest in ((_SMALL, _FEWEST_SMALL), (_CAPITALS, _FEWEST_CAPITALS)):
        roman = [list(_candidates(page, form)) for page in pages]
        found = _at(roman, _step(roman, fewest))
        numbers = [number or other for number, other in zip(numbers, found, strict=True)]
    return numbers


def _with_restarts(
    numbers: Sequence[Found | None], candidates: Sequence[Sequence[Found]], pages: Sequence[Page]
) -> list[Found | None]:
    """The numbers with those of parts that count their pages anew from 1, before or after the longest count."""
    heights = {_height(page, number) for page, number in zip(pages, numbers, strict=True) if number is not None}
    whole = list(numbers)
    for index, found in enumerate(candidates):
        for number in found:
            run = _run(whole, candidates, index, number) if 0 < number.value <= _FIRST else []
            if len(run) >= _RUN or (run and _is_near(_height(pages[index], number), heights)):
                whole[index : index + len(run)] = run
    return whole


def _run(
    numbers: Sequence[Found | None], candidates: Sequence[Sequence[Found]], start: int, first: Found
) -> list[Found]:
    """Numbers that go up page by page from the first, as long as the pages have no other."""
    run: list[Found] = []
    for taken, found in zip(numbers[start:], candidates[start:], strict=True):
        due = next((number for number in found if number.value == first.value + len(run)), None)
        if taken is not None or due is None:
            break
        run.append(due)
    return run


def _height(page: Page, number: Found) -> float | None:
    box = page[number.at].box
    return box.top if box is not None else None


def _is_near(height: float | None, others: Iterable[float | None]) -> bool:
    return height is not None and any(other is not None and abs(height - other) <= _SAME_HEIGHT for other in others)


def top_down(page: Page) -> list[int]:
    """Indices of a page's lines from its upper to its lower edge, by height where it is known."""
    heights = [line.box.top for line in page if line.box is not None]
    order = list(range(len(page)))
    return sorted(order, key=lambda index: -heights[index]) if len(heights) == len(page) else order


def _candidates(page: Page, form: re.Pattern[str]) -> Iterator[Found]:
    """Edge lines that hold only a number; what stands in a table is none."""
    order = [at for at in top_down(page) if page[at].cell is None]
    if not order:
        return
    for at in dict.fromkeys((order[0], order[-1], min(order), max(order))):
        match = form.fullmatch(page[at].text)
        value = _value(match[1]) if match else None
        if match and value is not None:
            yield Found(at, value, match[1])


def _value(label: str) -> int | None:
    return int(label) if label.isdecimal() else roman_value(label.upper())


def _step(candidates: Sequence[Sequence[Found]], fewest: int, trusted: int | None = None) -> int | None:
    """By how much printed numbers run ahead of a page's index; ``None`` if there is no such sequence.

    Args:
        candidates: Page by page.
        fewest: So many pages must agree.
        trusted: A step that is believed at once: the number is the page's own place.
    """
    ahead: Counter[int] = Counter()
    for index, found in enumerate(candidates):
        ahead.update({number.value - index for number in found})
    if not ahead:
        return None
    best = max(ahead, key=lambda step: (ahead[step], step == 1, -abs(step)))
    return best if best == trusted or ahead[best] >= fewest else None


def _at(candidates: Sequence[Sequence[Found]], step: int | None) -> list[Found | None]:
    """The candidates that go up with the pages by that step."""
    return [
        next((number for number in found if number.value - index == step), None)
        for index, found in enumerate(candidates)
    ]

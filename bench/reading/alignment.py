"""Which characters of two long texts are the same ones, in seconds where ``difflib`` alone takes hours.

Stretches that occur once in either text are matched first, in order; between them the same is done with
shorter stretches, and what is left is small enough for ``difflib``. The matches are a common subsequence, so
a figure counted from them is never too good.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_STRETCHES = (24, 12, 6)
# Beyond this many pairs of elements difflib takes longer than a moment.
_MOST_PAIRS = 4_000_000


def matching(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Indices of the elements of two texts (characters, or words) that match, in order."""
    yield from _between(a, b, 0, len(a), 0, len(b), 0)


def _between(
    a: Sequence[Hashable], b: Sequence[Hashable], a_start: int, a_end: int, b_start: int, b_end: int, level: int
) -> Iterator[tuple[int, int]]:
    while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
        yield a_start, b_start
        a_start, b_start = a_start + 1, b_start + 1
    if a_start == a_end or b_start == b_end:
        return
    if level == len(_STRETCHES):
        yield from _by_difflib(a[a_start:a_end], b[b_start:b_end], a_start, b_start)
        return
    for a_next, b_next in (*_anchors(a, b, a_start, a_end, b_start, b_end, _STRETCHES[level]), (a_end, b_end)):
        if a_next >= a_start and b_next >= b_start:
            yield from _between(a, b, a_start, a_next, b_start, b_next, level + 1)
            a_start, b_start = a_next, b_next
            while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
                yield a_start, b_start
                a_start, b_start = a_start + 1, b_start + 1


def _anchors(
    a: Sequence[Hashable], b: Sequence[Hashable], a_start: int, a_end: int, b_start: int, b_end: int, length: int
) -> list[tuple[int, int]]:
    """Where stretches begin that occur once in each part: the longest series that keeps its order."""
    once_a, once_b = _once(a, a_start, a_end, length), _once(b, b_start, b_end, length)
    pairs = sorted((place, once_b[stretch]) for stretch, place in once_a.items() if stretch in once_b)
    tails: list[int] = []
    chain: list[int] = []
    before: list[int | None] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(chain[at - 1] if at else None)
        tails[at : at + 1], chain[at : at + 1] = [place], [index]
    found: list[tuple[int, int]] = []
    last = chain[-1] if chain else None
    while last is not None:
        found.append(pairs[last])
        last = before[last]
    return found[::-1]


def _once(text: Sequence[Hashable], start: int, end: int, length: int) -> dict[Hashable, int]:
    stretches = [_stretch(text, place, length) for place in range(start, end - length + 1)]
    counts = Counter(stretches)
    return {stretch: start + offset for offset, stretch in enumerate(stretches) if counts[stretch] == 1}


def _stretch(text: Sequence[Hashable], place: int, length: int) -> Hashable:
    part = text[place : place + length]
    return part if isinstance(part, str) else tuple(part)


def _by_difflib(a: Sequence[Hashable], b: Sequence[Hashable], a_start: int, b_start: int) -> Iterator[tuple[int, int]]:
    matcher = SequenceMatcher(None, a, b, autojunk=len(a) * len(b) > _MOST_PAIRS)
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            yield a_start + block.a + offset, b_start + block.b + offset

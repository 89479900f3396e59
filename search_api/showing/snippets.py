"""Which part of a long passage to show first: whole sentences around the words that were looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from corpus.sentences import parts
from corpus.text import fold, words
from corpus.types import Span

LONGEST = 600
"""Characters; a passage no longer than this is shown whole, and no snippet is longer unless one sentence is."""


def snippet(text: str, highlights: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans ``[start, end)`` of a passage to show, none if it is short enough to be shown whole.

    Args:
        text: The passage.
        highlights: Where the words looked for stand in it.
    """
    if len(text) <= LONGEST:
        return ()
    sentences = list(parts(text))
    first, last = _best_window(text, sentences, highlights)
    return ((sentences[first].start, sentences[last].end),)


def _best_window(text: str, sentences: Sequence[Span], highlights: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """First and last sentence of the window with the most of the words; of equal ones that which begins with them."""
    found = _matched(text, sentences, highlights)
    best, window = -1.0, (0, _as_far_as_fits(sentences, 0))
    # What a window holds that begins with none of the words, the one holds, too, that begins with the first of them.
    for first in (place for place, words_found in enumerate(found) if words_found):
        last = _as_far_as_fits(sentences, first)
        held = [word for words_found in found[first : last + 1] for word in words_found]
        worth = len(set(held)) + len(held) / 1000
        if worth >= best:
            best, window = worth, (first, last)
    first, last = window
    while first > 0 and sentences[last].end - sentences[first - 1].start <= LONGEST:
        first -= 1
    return first, last


def _as_far_as_fits(sentences: Sequence[Span], first: int) -> int:
    last = first
    while last + 1 < len(sentences) and sentences[last + 1].end - sentences[first].start <= LONGEST:
        last += 1
    return last


def _matched(text: str, sentences: Sequence[Span], highlights: Sequence[tuple[int, int]]) -> list[list[str]]:
    """The words that match in each sentence."""
    starts = [sentence.start for sentence in sentences]
    found: list[list[str]] = [[] for _ in sentences]
    for start, end in highlights:
        place = bisect_right(starts, start) - 1
        if place >= 0 and start < sentences[place].end:
            found[place] += [fold(match.group()) for match in words(text[start:end])]
    return found

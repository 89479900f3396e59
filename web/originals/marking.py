"""Finding the words of a passage in a cleaned original, and marking them; never marking anything else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from markupsafe import Markup, escape

from search_api.showing.proof import Wording
from web.originals.cleaned import Cleaned

Outcome = Literal["found", "absent", "several"]
TARGET = "doan"
"""Id of the first mark."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A cleaned original.

    Attributes:
        markup: Ready to be shown.
        outcome: The passage is marked in it, is not in it word for word, or is in it several times and nothing tells
            which one is meant.
    """

    markup: Markup
    outcome: Outcome


def marked(original: Cleaned, wordings: Sequence[Wording]) -> Marked:
    """An original with a passage marked, where it can be told for sure.

    Args:
        original: The original.
        wordings: The passage's words as the original may have them, likeliest first; none to mark nothing.
    """
    outcome: Outcome = "absent"
    # The mark of a note is in the original and not in the text of the corpus.
    for skipped in (frozenset[int](), _raised(original.tags)):
        words = ["" if index in skipped else "".join(text.split()) for index, text in enumerate(original.words)]
        whole = "".join(words)
        for wording in wordings:
            places = list(_places(whole, wording.text))
            if len(places) == wording.times:
                start = places[wording.before]
                return Marked(_drawn(original, _cuts(words, start, start + len(wording.text))), "found")
            if places:
                outcome = "several"
    return Marked(_drawn(original, {}), outcome)


def _raised(tags: Sequence[str]) -> frozenset[int]:
    """Indices of the words that are set in ``<sup>``."""
    return frozenset(index + 1 for index, tag in enumerate(tags) if tag == "<sup>")


def _places(whole: str, wanted: str) -> Iterator[int]:
    start = whole.find(wanted)
    while start >= 0:
        yield start
        start = whole.find(wanted, start + len(wanted))


def _cuts(words: Sequence[str], start: int, end: int) -> dict[int, tuple[int, int]]:
    """Index of each stretch of words that a range covers → first and last character in it, blanks not counted."""
    ends = list(accumulate(map(len, words)))
    cuts = {}
    for index in range(bisect_right(ends, start), len(words)):
        begins = ends[index] - len(words[index])
        if begins >= end:
            break
        if words[index]:
            cuts[index] = (max(start, begins) - begins, min(end, ends[index]) - begins)
    return cuts


def _drawn(original: Cleaned, cuts: dict[int, tuple[int, int]]) -> Markup:
    first = min(cuts, default=None)
    drawn: list[str] = []
    for index, text in enumerate(original.words):
        drawn.append(_with_mark(text, cuts[index], first=index == first) if index in cuts else escape(text))
        drawn.extend(original.tags[index : index + 1])
    # The tags come from the sanitiser, all else is escaped.
    return Markup("".join(drawn))  # noqa: S704


def _with_mark(text: str, cut: tuple[int, int], *, first: bool) -> str:
    letters = [place for place, char in enumerate(text) if not char.isspace()]
    start, end = letters[cut[0]], letters[cut[1] - 1] + 1
    name = f' id="{TARGET}" tabindex="-1"' if first else ""
    return f"{escape(text[:start])}<mark{name}>{escape(text[start:end])}</mark>{escape(text[end:])}"

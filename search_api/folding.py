"""The same rule in two documents is shown once: where it counts, with the other places beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from corpus.terms import syllables
from corpus.types import Passage
from corpus.validity import EXPIRED, validity_class
from search_api.rank import Hit

# Hits that are compared with each other: a page or two; what stands further down nobody reads side by side.
_COMPARED = 40
# Share of pairs of words that two passages must have in common (Jaccard) to be the same rule: a year may differ.
_SAME = 0.85
# Shorter texts ("1. Phạm vi điều chỉnh") are alike without being the same rule.
_FEWEST_WORDS = 12


def fold_copies(hits: Sequence[Hit]) -> list[Hit]:
    """The hits in their order, those that say the same as a better one of another document folded into it.

    Shown is the one the question names; then the one in force, the newest, the best.
    """
    folded: list[list[Hit]] = []
    prints: list[frozenset[tuple[str, str]]] = []
    for hit in hits[:_COMPARED]:
        own = _pairs(hit.passage)
        same = next((place for place, other in enumerate(prints) if _is_same(own, other, hit, folded[place])), None)
        if same is None:
            folded.append([hit])
            prints.append(own)
        else:
            folded[same].append(hit)
    return [*map(_shown, folded), *hits[_COMPARED:]]


def _pairs(passage: Passage) -> frozenset[tuple[str, str]]:
    found = syllables(passage.text)
    return frozenset(pairwise(found)) if len(found) >= _FEWEST_WORDS else frozenset()


def _is_same(
    own: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]], hit: Hit, group: Sequence[Hit]
) -> bool:
    if not own or min(len(own), len(other)) < _SAME * max(len(own), len(other)):
        return False
    if any(hit.passage.ref.id == one.passage.ref.id for one in group):
        return False
    together = len(own & other)
    return together >= _SAME * (len(own) + len(other) - together)


def _shown(group: Sequence[Hit]) -> Hit:
    first = min(group, key=lambda hit: (-hit.worth.named, _is_expired(hit), -_day(hit)))
    others = tuple(hit.passage for hit in group if hit is not first)
    # It stands where the best of them stood.
    return replace(first, also=others, worth=group[0].worth if first is not group[0] else first.worth)


def _is_expired(hit: Hit) -> bool:
    return validity_class(hit.passage.ref.validity) == EXPIRED


def _day(hit: Hit) -> int:
    return (hit.passage.ref.issued_on or date.min).toordinal()

"""The same rule in two documents is shown once: where it counts, with the other places beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from corpus.terms import syllables
from corpus.validity import EXPIRED, validity_class
from search_api.rank import Hit

# Hits that are compared with each other: two pages; what stands further down nobody reads side by side.
_COMPARED = 20
# Share of pairs of words that two passages must have in common (Jaccard) to be the same rule: a year may differ.
_SAME = 0.8
# Shorter texts ("1. Phạm vi điều chỉnh") are alike without being the same rule.
_FEWEST_WORDS = 12


Wording = frozenset[tuple[str, str]]
"""The pairs of words that stand side by side in a text; empty for one too short to be told by."""


def wording(text: str) -> Wording:
    """How a text words what it says."""
    found = syllables(text)
    return frozenset(pairwise(found)) if len(found) >= _FEWEST_WORDS else frozenset()


def says_the_same(one: Wording, other: Wording) -> bool:
    """Whether two texts are the same rule in two copies."""
    if not one or min(len(one), len(other)) < _SAME * max(len(one), len(other)):
        return False
    together = len(one & other)
    return together >= _SAME * (len(one) + len(other) - together)


def fold_copies(hits: Sequence[Hit]) -> list[Hit]:
    """The hits in their order, those that say the same as a better one of another document folded into it.

    Shown is the one the question names; then the one in force, the newest, the best.
    """
    folded: list[list[Hit]] = []
    wordings: list[Wording] = []
    for hit in hits[:_COMPARED]:
        own = wording(hit.passage.text)
        same = next(
            (n for n, other in enumerate(wordings) if says_the_same(own, other) and _may_join(hit, folded[n])), None
        )
        if same is None:
            folded.append([hit])
            wordings.append(own)
        else:
            folded[same].append(hit)
    return [*map(_shown, folded), *hits[_COMPARED:]]


def _may_join(hit: Hit, group: Sequence[Hit]) -> bool:
    """Within one document every place is a citation of its own."""
    return all(hit.passage.ref.id != one.passage.ref.id for one in group)


def _shown(group: Sequence[Hit]) -> Hit:
    first = min(group, key=lambda hit: (-hit.worth.named, _is_expired(hit), -_day(hit)))
    others = tuple(hit.passage for hit in group if hit is not first)
    # It stands where the best of them stood.
    return replace(first, also=others, worth=group[0].worth if first is not group[0] else first.worth)


def _is_expired(hit: Hit) -> bool:
    return validity_class(hit.passage.ref.validity) == EXPIRED


def _day(hit: Hit) -> int:
    return (hit.passage.ref.issued_on or date.min).toordinal()

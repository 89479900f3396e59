"""The same rule in two documents is shown once: where it counts, with the other places beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import numpy as np

from corpus.validity import EXPIRED, validity_class
from corpus.wording import SENTENCE_END
from search_api.ranking.rank import Hit, ReadWords

# Hits that are compared with each other: two pages; what stands further down nobody reads side by side.
_COMPARED = 20
# Share of pairs of words that two passages must have in common (Jaccard) to be the same rule: a year may differ.
_SAME = 0.8
# Titles around two copies of one rule may differ; of what is no longer than this beside the other nothing is the same.
_OF_A_LENGTH = 0.6


# Shorter texts ("1. Phạm vi điều chỉnh") are alike without being the same rule.
_FEWEST_WORDS = 12

Pairs = frozenset[int]
"""The pairs of words that stand side by side in a text; empty for one too short to be told by."""


def pairs_of(packed: bytes) -> Pairs:
    """The pairs of words that stand side by side in a passage, from sentence to sentence, too.

    Args:
        packed: The words of the passage, as ``corpus.wording.packed_words`` gives them.
    """
    words = np.frombuffer(packed, np.uint32).astype(np.uint64)
    ends = words == SENTENCE_END
    own = words[np.cumsum(ends, dtype=bool) & ~ends]
    return frozenset((own[:-1] << np.uint64(32) | own[1:]).tolist()) if len(own) >= _FEWEST_WORDS else frozenset()


def says_the_same(one: Pairs, other: Pairs) -> bool:
    """Whether two texts are the same rule in two copies."""
    if not one or min(len(one), len(other)) < _SAME * max(len(one), len(other)):
        return False
    together = len(one & other)
    return together >= _SAME * (len(one) + len(other) - together)


def fold_copies(hits: Sequence[Hit], read: ReadWords) -> list[Hit]:
    """The hits in their order, those that say the same as a better one of another document folded into it.

    Shown is the one the question names; then the one in force, the newest, the best.
    """
    folded: list[list[Hit]] = []
    compared = hits[:_COMPARED]
    packed = read([hit.listed.point for hit in compared])
    lengths = {point: len(wording) for point, wording in packed.items()}

    @cache
    def wording(point: int) -> Pairs:
        return pairs_of(packed[point])

    def belongs(hit: Hit, group: Sequence[Hit]) -> bool:
        one, other = hit.listed.point, group[0].listed.point
        return _may_join(hit, group) and says_the_same(wording(one), wording(other))

    for hit in compared:
        # Most are of another length than the one beside them: what they say need not be compared.
        length = lengths.get(hit.listed.point, 0)
        near = (group for group in folded if _is_of_a_length(length, lengths.get(group[0].listed.point, 0)))
        group = next((group for group in near if belongs(hit, group)), None)
        if group is None:
            folded.append([hit])
        else:
            group.append(hit)
    return [*map(_shown, folded), *hits[_COMPARED:]]


def _is_of_a_length(one: int, other: int) -> bool:
    """Whether two passages are of a length; one without words is of no length."""
    return 0 < one >= _OF_A_LENGTH * other and 0 < other >= _OF_A_LENGTH * one


def _may_join(hit: Hit, group: Sequence[Hit]) -> bool:
    """Within one document every place is a citation of its own."""
    return all(hit.listed.ref.id != one.listed.ref.id for one in group)


def _shown(group: Sequence[Hit]) -> Hit:
    first = min(group, key=lambda hit: (-hit.worth.named, _is_expired(hit), -_day(hit)))
    others = tuple(hit.listed for hit in group if hit is not first)
    # It stands where the best of them stood.
    return first._replace(also=others, worth=group[0].worth)


def _is_expired(hit: Hit) -> bool:
    return validity_class(hit.listed.ref.validity) == EXPIRED


def _day(hit: Hit) -> int:
    return (hit.listed.ref.issued_on or date.min).toordinal()

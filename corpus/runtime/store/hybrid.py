"""Hybrid search over any engine that can find nearest points: both sides, then the score each side lacks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from corpus.record import from_payload
from corpus.runtime.store.protocol import CANDIDATES, Condition, Scored
from corpus.types import SparseVector

Side = Literal["dense", "sparse"]
BATCH = 64
"""Points a write sends at once: the embedded engine holds the interpreter for some 10 ms a batch of this size."""
HELD_PAGE = 500
"""Points asked for at once where a condition decides: the embedded engine holds the interpreter meanwhile."""

# Where this many passages fulfil a condition, twice what a result can show, the others are not looked for one by one.
_ENOUGH = 2 * CANDIDATES
# As far as passages are looked through that only must not hold something: who excludes most of a corpus asks badly.
_FARTHEST = 6400


class Near(NamedTuple):
    """A point near a vector: its id, its score, and its payload where that was asked for."""

    point: int
    score: float
    payload: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far to look: how many points, from which on, among which (``None``: any), and whether with payloads."""

    limit: int
    offset: int = 0
    among: frozenset[int] | None = None
    payloads: bool = False


Nearest = Callable[[Side, "Sequence[float] | SparseVector", Reach], list[Near]]
"""Side, vector, reach → points, best first."""


def hybrid(
    nearest: Nearest, dense: Sequence[float], sparse: SparseVector, condition: Condition | None = None
) -> list[Scored]:
    """The best points of both sides, each with both scores."""
    if condition is None:
        return _best(nearest, dense, sparse, CANDIDATES)[0]
    if condition.term is None:
        return _accepted(nearest, dense, sparse, condition)
    return _holding(nearest, dense, sparse, condition, condition.term)


def _best(
    nearest: Nearest, dense: Sequence[float], sparse: SparseVector, limit: int, condition: Condition | None = None
) -> tuple[list[Scored], int]:
    """The best of each side that a condition accepts, and how many they were before it was asked.

    A fusion of scores needs the cosine of what only the terms found, and the other way round; the engine
    is asked for exactly those points.
    """
    reach = Reach(limit, payloads=condition is not None)
    by_terms = nearest("sparse", sparse, reach) if sparse.ids else []
    by_meaning = nearest("dense", dense, reach)
    lexical = {near.point: near.score for near in by_terms}
    cosine = {near.point: near.score for near in by_meaning}
    if missing := lexical.keys() - cosine.keys():
        cosine.update(_scores(nearest, "dense", dense, missing))
    # Fewer than asked for by terms means that the others have no term in common: their score is 0.
    if sparse.ids and len(by_terms) == limit and (missing := cosine.keys() - lexical.keys()):
        lexical.update(_scores(nearest, "sparse", sparse, missing))
    accepted = _fulfilling((*by_terms, *by_meaning), condition) if condition else cosine.keys()
    return [Scored(point, lexical.get(point, 0.0), cosine.get(point, 0.0)) for point in accepted], len(cosine)


def _accepted(nearest: Nearest, dense: Sequence[float], sparse: SparseVector, condition: Condition) -> list[Scored]:
    """The best of those a condition accepts, found by looking farther and farther."""
    limit = CANDIDATES
    while True:
        accepted, found = _best(nearest, dense, sparse, limit, condition)
        if len(accepted) >= CANDIDATES or found < limit or limit >= _FARTHEST:
            return accepted
        limit *= 4


def _holding(
    nearest: Nearest, dense: Sequence[float], sparse: SparseVector, condition: Condition, term: int
) -> list[Scored]:
    """All that have a term and are accepted, with both scores; of very many those that fit the question best, too."""
    accepted, whole = _with_term(nearest, condition, term)
    best = [] if whole else _best(nearest, dense, sparse, CANDIDATES, condition)[0]
    lexical = _scores(nearest, "sparse", sparse, accepted) if sparse.ids and accepted else {}
    cosine = _scores(nearest, "dense", dense, accepted) if accepted else {}
    found = [*best, *(Scored(point, lexical.get(point, 0.0), cosine.get(point, 0.0)) for point in accepted)]
    return list({one.point: one for one in found}.values())


def _with_term(nearest: Nearest, condition: Condition, term: int) -> tuple[Set[int], bool]:
    """Accepted points that have a term, and whether these are all."""
    only, offset = SparseVector((term,), (1.0,)), 0
    accepted: set[int] = set()
    while len(accepted) < _ENOUGH:
        page = nearest("sparse", only, Reach(HELD_PAGE, offset, payloads=True))
        accepted |= _fulfilling(page, condition)
        if len(page) < HELD_PAGE:
            return accepted, True
        offset += HELD_PAGE
    return accepted, False


def _fulfilling(found: Sequence[Near], condition: Condition) -> set[int]:
    """Those of some points with payloads that a condition accepts."""
    return {near.point for near in found if near.payload and condition.accepts(from_payload(dict(near.payload)))}


def _scores(
    nearest: Nearest, side: Side, vector: Sequence[float] | SparseVector, points: Collection[int]
) -> dict[int, float]:
    near = nearest(side, vector, Reach(len(points), among=frozenset(points)))
    return {point.point: point.score for point in near}

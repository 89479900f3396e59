"""Hybrid search over any engine that can find nearest points: both sides, then the score each side lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from corpus.record import from_payload
from corpus.runtime.store.protocol import CANDIDATES
from corpus.types import Candidate, SparseVector

Side = Literal["dense", "sparse"]
BATCH = 64
"""Points a write sends at once: the embedded engine holds the interpreter for some 10 ms a batch of this size."""


@dataclass(frozen=True, slots=True)
class Near:
    """A point near a vector: its id, its score, and its payload where that was asked for."""

    point: str
    score: float
    payload: Mapping[str, Any] | None


Nearest = Callable[[Side, "Sequence[float] | SparseVector", "set[str] | None"], list[Near]]
"""Side, vector, and the only points allowed (``None``: any, with payloads) → points, best first."""


def hybrid(nearest: Nearest, dense: Sequence[float], sparse: SparseVector) -> list[Candidate]:
    """Candidates of both sides, each with both scores.

    A fusion of scores needs the cosine of what only the terms found, and the other way round; the engine
    is asked for exactly those points.
    """
    by_terms = nearest("sparse", sparse, None) if sparse.ids else []
    by_meaning = nearest("dense", dense, None)
    lexical = {near.point: near.score for near in by_terms}
    cosine = {near.point: near.score for near in by_meaning}
    if missing := lexical.keys() - cosine.keys():
        cosine.update((near.point, near.score) for near in nearest("dense", dense, set(missing)))
    # Fewer than CANDIDATES by terms means that the others have no term in common: their score is 0.
    if sparse.ids and len(by_terms) == CANDIDATES and (missing := cosine.keys() - lexical.keys()):
        lexical.update((near.point, near.score) for near in nearest("sparse", sparse, set(missing)))
    payloads = {near.point: near.payload for near in (*by_terms, *by_meaning) if near.payload is not None}
    return [
        Candidate(from_payload(dict(payload)), payload["version"], lexical.get(point, 0.0), cosine.get(point, 0.0))
        for point, payload in payloads.items()
    ]

"""What the product asks of a vector engine, in its own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from corpus.spec import IndexSpec
from corpus.types import Filters, IndexedPassage, Passage, SparseVector, Value

CANDIDATES = 100
"""Candidates each side of a hybrid search brings in; a page shows ten, and an answer past 100 helps nobody."""


@dataclass(frozen=True, slots=True)
class Condition(Value):
    """What the text of a passage must fulfil beside its scores.

    Attributes:
        accepts: Says of a passage whether it does.
        term: A term of ours that every passage has that does, the rarer the better; ``None`` if there is none.
    """

    accepts: Callable[[Passage], bool]
    term: int | None = None


class Scored(NamedTuple):
    """A point the index offers for a question, with its score on each side (``corpus.types.Candidate``)."""

    point: int
    lexical: float
    cosine: float


class PassageStore(Protocol):
    """Passages with their vectors; every implementation passes ``tests/contract/test_store.py``."""

    engine: str

    def spec(self) -> IndexSpec | None:
        """What the index was made with; ``None`` if there is no index yet."""

    def create(self, spec: IndexSpec) -> None:
        """Make an empty index for a spec, in place of whatever was there."""

    def add(self, passages: Sequence[IndexedPassage], version: str) -> None:
        """Store the passages of one version of a document; they are durable when this returns."""

    def drop(self, document: str, version: str) -> None:
        """Take out one version of a document; nothing happens if it is not there."""

    def search(
        self, dense: Sequence[float], sparse: SparseVector, filters: Filters, condition: Condition | None = None
    ) -> list[Scored]:
        """The best passages of each side, of all versions, each with both scores; no order is promised.

        Under a condition as many as without it; with a term none that fulfils it is missed. ``filters.validity``
        and ``filters.source`` are not for the store: it is told the documents.
        """

    def get(self, points: Sequence[int]) -> list[Passage]:
        """Passages by their ids (``corpus.record.point_id``), in the order asked; absent ones are left out."""

    def count(self) -> int:
        """Number of passages of all versions."""

    def close(self) -> None:
        """Let go of the engine; nothing acknowledged is lost."""

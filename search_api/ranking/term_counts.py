"""How many passages of the corpus have each term of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.terms import pair_term, rarity, word_term
from corpus.types import Value


@dataclass(frozen=True, slots=True)
class TermCounts(Value):
    """The terms of a question with their passages.

    Attributes:
        counts: Term → number of passages that have it; one that none has may be absent.
        passages: Number of passages in the corpus.
    """

    counts: Mapping[str, int]
    passages: int

    def rarity(self, term: str) -> float:
        """Inverse document frequency of a term."""
        return rarity(self.counts.get(term, 0), self.passages)

    def tie(self, left: str, right: str) -> float:
        """How much two neighbours are one word: the share of the rarer one's passages that have the pair, 0 to 1."""
        rarer = min(self.counts.get(word_term(word), 0) for word in (left, right))
        return self.counts.get(pair_term(left, right), 0) / rarer if rarer else 0.0

"""Which candidate comes first: a fusion of normalised scores, then what the question names.

The terms' score is divided by the question's best, the cosine is spread over the question's candidates to
0..1, and the two are added. Fusing scores beats fusing ranks here: ranks throw away by how much the terms
agree, and good Vietnamese terms know more than a small model (``docs/measurements.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text import has_marks
from corpus.types import Candidate, Passage, Value

# What the model's side is worth beside the terms' 1.0; best between 0.8 and 1.0 on the labelled questions.
_SEMANTIC_WEIGHT = 0.8
# A bare title ("3.2. Hạ tầng dữ liệu:") holds the question's words and little of the answer.
_BARE_TITLE_WORDS = 10
_BARE_TITLE_WORTH = 0.85
# A side counts as a reason for a hit when it gives at least this share of its best.
_REASON = 0.5


@dataclass(frozen=True, slots=True)
class Hit(Value):
    """An answer: a passage, its score, and why it was found.

    Attributes:
        passage: The passage.
        score: Larger is better; comparable within one question only.
        matched_by: ``lexical``, ``semantic``, ``address``.
    """

    passage: Passage
    score: float
    matched_by: tuple[str, ...]


def semantic_weight(question: str) -> float:
    """What the model's side is worth for a question: nothing if it was typed without marks.

    The model takes Vietnamese without marks for another language (success@10 is 0).
    """
    return _SEMANTIC_WEIGHT if has_marks(question) else 0.0


def rank(candidates: Sequence[Candidate], semantic: float) -> list[Hit]:
    """All candidates, best first; equal scores are ordered by passage id, so that the order is always the same."""
    if not candidates:
        return []
    best_lexical = max(c.lexical for c in candidates) or 1.0
    lowest = min(c.cosine for c in candidates)
    spread = max(c.cosine for c in candidates) - lowest or 1.0
    hits = [_hit(c, c.lexical / best_lexical, semantic * (c.cosine - lowest) / spread) for c in candidates]
    return in_order(hits)


def in_order(hits: Sequence[Hit]) -> list[Hit]:
    """Best first, ties by passage id; scores are rounded first, since engines differ in the last digits."""
    return sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.passage.id))


def _hit(candidate: Candidate, lexical: float, semantic: float) -> Hit:
    reasons = [name for name, value in (("lexical", lexical), ("semantic", semantic)) if value >= _REASON]
    is_bare = candidate.passage.text.count(" ") + 1 < _BARE_TITLE_WORDS
    score = (lexical + semantic) * (_BARE_TITLE_WORTH if is_bare else 1.0)
    return Hit(candidate.passage, score, tuple(reasons) or ("lexical" if lexical >= semantic else "semantic",))

"""Which candidate comes first: three measures added, then what the question names.

* The terms' score (BM25), divided by the question's best.
* The cosine, spread over the question's candidates to 0..1. Fusing scores beats fusing ranks here: ranks throw
  away by how much the terms agree, and good Vietnamese terms know more than a small model.
* Of the best candidates, how much of the question one sentence says (``ranking.sentences``): a rule answers in
  one sentence, and an article that has the words here and there does not.

Every constant was chosen on the labelled Party questions and on the first half of 729 questions over 3,368 articles;
``docs/measurements.md`` has the figures of the other half.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from corpus.types import Candidate, DocumentRef, Listed
from corpus.validity import EXPIRED, validity_class
from search_api.ranking.sentences import WantedWords

# What the model's side is worth beside the terms' 1.0; anything from 0.6 to 0.8 is as good.
_SEMANTIC_WEIGHT = 0.7
# What one sentence that says all of the question is worth.
_SENTENCE_WEIGHT = 0.6
# Candidates whose sentences are read: the answer is among so many or nowhere.
_READ = 30
# A bare title ("3.2. Hạ tầng dữ liệu:") holds the question's words and little of the answer.
_BARE_TITLE_WORTH = 0.85
# Where the words do not decide: what is no longer in force stands below, and the newest document a little above.
_EXPIRED_WORTH = 0.95
_NEWEST = 0.02
# What does not say what it is (a loose text without kind and number) cannot be cited as Party style wants: it stands
# below a document that says as much. Measured on 379 Party questions among 40,817 loose articles of state law: found in
# the first five 0.889 at 0.85, 0.900 at 0.8, 0.908 at 0.75; still lower, a reader's own loose texts would be lost.
_UNNAMED_WORTH = 0.8
# A side counts as a reason for a hit when it gives at least this share of its best.
_REASON = 0.5


Named = Literal["address", "document", ""]
"""What a question names of a passage: its unit or one around it, its document only, nothing."""

ReadWords = Callable[[Collection[int]], Mapping[int, bytes]]
"""Points of the index → the packed words of their passages (``corpus.wording``); those that are gone are absent."""


# Two hundred of each are made for every question: named tuples, which are made five times as fast as data classes.
class Worth(NamedTuple):
    """What a hit's score is made of: ``(lexical + semantic + sentence) * factor + newness + named``.

    Attributes:
        lexical: The terms, 0 to 1.
        semantic: The meaning, 0 to the weight of the model.
        sentence: What its best sentence says of the question, 0 to the weight of sentences.
        factor: Less than 1 for a bare title, for a document that is no longer in force and for one that does not say
            what it is.
        newness: Of its document among those of the candidates.
        named: For standing where the question says.
    """

    lexical: float = 0.0
    semantic: float = 0.0
    sentence: float = 0.0
    factor: float = 1.0
    newness: float = 0.0
    named: float = 0.0

    @property
    def score(self) -> float:
        """The sum."""
        return (self.lexical + self.semantic + self.sentence) * self.factor + self.newness + self.named


class Hit(NamedTuple):
    """An answer: a passage, and why it stands where it does.

    Attributes:
        listed: The passage.
        worth: What its score is made of.
        cosine: Between the question and the passage.
        also: Passages of other documents that say the same.
        named: What the question names of it.
    """

    listed: Listed
    worth: Worth
    cosine: float = 0.0
    also: tuple[Listed, ...] = ()
    named: Named = ""

    @property
    def score(self) -> float:
        """Larger is better; comparable within one question only."""
        return self.worth.score

    @property
    def matched_by(self) -> tuple[str, ...]:
        """Why it was found: ``lexical``, ``semantic``, ``address``, ``document``."""
        worth = self.worth
        sides = (("lexical", worth.lexical), ("semantic", worth.semantic))
        reasons = [name for name, value in sides if value >= _REASON] + [self.named] * bool(self.named)
        return tuple(reasons) or ("lexical" if worth.lexical >= worth.semantic else "semantic",)


def rank(candidates: Sequence[Candidate], words: WantedWords, read: ReadWords, *, by_meaning: bool = True) -> list[Hit]:
    """All candidates, best first; equal scores are ordered by passage id, so that the order is always the same.

    Args:
        candidates: What the index offers.
        words: The words of the question.
        read: Reads the words of passages.
        by_meaning: Whether the model understood the question.
    """
    if not candidates:
        return []
    best_lexical = max(c.lexical for c in candidates) or 1.0
    lowest = min(c.cosine for c in candidates)
    spread = max(c.cosine for c in candidates) - lowest or 1.0
    semantic = (_SEMANTIC_WEIGHT if by_meaning else 0.0) / spread
    documents = {c.listed.ref.id: c.listed.ref for c in candidates}
    factors = {name: _factor(ref) for name, ref in documents.items()}
    newness = _newness(documents)

    def worth(c: Candidate) -> Worth:
        name = c.listed.ref.id
        factor = factors[name] * (_BARE_TITLE_WORTH if c.listed.is_brief else 1.0)
        return Worth(c.lexical / best_lexical, semantic * (c.cosine - lowest), 0.0, factor, newness[name])

    fused = in_order(Hit(c.listed, worth(c), c.cosine) for c in candidates)
    packed = read([hit.listed.point for hit in fused[:_READ]])
    best = [_with_sentence(hit, words, packed.get(hit.listed.point, b"")) for hit in fused[:_READ]]
    # What a sentence adds puts nobody down: the others stay behind these, as they stood.
    return [*in_order(best), *fused[_READ:]]


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Best first, ties by passage id; scores are rounded first, since engines differ in the last digits."""
    return sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.listed.id))


def _factor(document: DocumentRef) -> float:
    """What everything in a document is worth for what the document is."""
    is_expired = validity_class(document.validity) == EXPIRED
    is_unnamed = document.kind is None and document.number is None
    return (_EXPIRED_WORTH if is_expired else 1.0) * (_UNNAMED_WORTH if is_unnamed else 1.0)


def _with_sentence(hit: Hit, words: WantedWords, packed: bytes) -> Hit:
    said = words.most_in_a_sentence(packed)
    return hit._replace(worth=hit.worth._replace(sentence=_SENTENCE_WEIGHT * said))


def _newness(documents: Mapping[str, DocumentRef]) -> dict[str, float]:
    """Document → its place between the oldest and the newest of them; one without a date counts as the oldest."""
    known = [ref.issued_on.toordinal() for ref in documents.values() if ref.issued_on]
    oldest, newest = min(known, default=0), max(known, default=0)
    span = newest - oldest or 1
    return {
        name: _NEWEST * (ref.issued_on.toordinal() - oldest) / span if ref.issued_on else 0.0
        for name, ref in documents.items()
    }

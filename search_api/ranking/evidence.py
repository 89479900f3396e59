"""Whether what was found answers the question, or only lies nearest to it.

A logistic regression over what the best hit says of the question. It was fitted on the labelled Party questions, the
unanswerable among them (``python -m bench.retrieval.confidence`` fits it anew and tells how it does on questions it
was not fitted on); the threshold is where one answered question in twenty would be called unanswered.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.abbreviations import readings
from corpus.terms import pair_term, pair_terms, syllables, word_term
from corpus.text import fold, match_form
from corpus.types import Passage, Value
from corpus.wording import packed_words
from search_api.asking.address import Addressed
from search_api.ranking.highlight import is_common
from search_api.ranking.rank import Hit
from search_api.ranking.sentences import WantedWords
from search_api.ranking.term_counts import TermCounts

ANSWERED = 0.3
"""Confidence from which a question counts as answered."""

# Fitted: the bias, then a weight each of sentence, pairs, compounds, absent, figureless, cosine.
_WITH_COSINE = (-29.5, 3.3, 1.3, -2.4, -5.5, -2.9, 31.4)
# Another model's cosines lie elsewhere: its words alone are weighed.
_BY_WORDS = (-2.7, 4.6, 1.6, -2.1, -5.2, -2.9)
# Two words that stand together in so many of the passages of the rarer one are one word of two syllables.
_ONE_WORD = 0.3
# Words that ask and are no part of the answer.
_ASKING = frozenset(match_form("ai bao lâu sao đâu gì hay hỏi mấy nhiêu nào như ra thế vì cách gồm hiện nay").split())
_ASKS_FIGURE = re.compile(
    r"(?<!\w)(?:bao nhiêu|bao lâu|mấy|khi nào|lúc nào|ngày nào|tháng nào|năm nào|tỷ lệ|tỉ lệ|tối đa|tối thiểu)(?!\w)"
)
_FIGURE = re.compile(r"\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)")
_LABEL = re.compile(r"^\s*(?:điều\s+)?[\dIVXa-zđ.()/-]{1,8}[.)]?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence(Value):
    """What speaks for an answer.

    Attributes:
        sentence: Share of the telling words that the best sentence of the best hit has, by rarity, 0 to 1.
        pairs: Share of the pairs of telling words that the best hit has, 0 to 1.
        compounds: Share of the pairs that make one word in this corpus ("tiền thưởng") that the best hit lacks, 0 to 1.
        absent: 1 if the question names a document or unit that the corpus has not, and the best hit does not name it.
        figureless: 1 if it asks for a figure and the best hit has none, else 0.
        cosine: Largest cosine among the hits; ``None`` from a model the weights were not fitted on.
        named: It asks for a place that is there.
    """

    sentence: float
    pairs: float
    compounds: float
    absent: float
    figureless: float
    cosine: float | None
    named: bool = False

    @property
    def confidence(self) -> float:
        """Probability that the question is answered, 0 to 1, if as many are as are not."""
        if self.named:
            return 1.0
        bias, *weights = _BY_WORDS if self.cosine is None else _WITH_COSINE
        total = bias + sum(weight * value for weight, value in zip(weights, self.measures, strict=True))
        return 1 / (1 + math.exp(-total))

    @property
    def measures(self) -> tuple[float, ...]:
        """What the weights belong to."""
        by_words = (self.sentence, self.pairs, self.compounds, self.absent, self.figureless)
        return by_words if self.cosine is None else (*by_words, self.cosine)


def evidence_of(
    hits: Sequence[Hit],
    best: Passage | None,
    addressed: Addressed,
    marked: str,
    counts: TermCounts,
    alike: Collection[str],
    *,
    known_model: bool,
) -> Evidence:
    """What the hits of a question say for their answering it.

    Args:
        hits: Best first.
        best: The first of them.
        addressed: What the question names.
        marked: Its words with the marks they most likely have.
        counts: How many passages have each of its terms.
        alike: The words of the corpus that are one of the question's without marks.
        known_model: Whether the cosines come from the model the weights were fitted on.
    """
    absent = float(addressed.is_missing_in(best))
    if best is None:
        return Evidence(0.0, 0.0, 0.0, absent, 0.0, None)
    words = _telling(addressed.words, marked)
    worth = {word_term(word): counts.rarity(word_term(word)) for word in words if word}
    side_by_side = [(left, right) for left, right in pairwise(words) if left and right]
    pairs = {pair_term(left, right) for left, right in side_by_side}
    compounds = {pair_term(left, right) for left, right in side_by_side if counts.tie(left, right) >= _ONE_WORD}
    has = pair_terms("\n".join((*best.trail, best.text)))
    return Evidence(
        sentence=WantedWords(worth, alike).most_in_a_sentence(packed_words(best)),
        pairs=sum(map(counts.rarity, sorted(pairs & has))) / (sum(map(counts.rarity, sorted(pairs))) or 1.0),
        compounds=len(compounds - has) / (len(compounds) or 1),
        absent=absent,
        figureless=float(_asks_figure(marked) and not _has_figure(best)),
        cosine=max(hit.cosine for hit in hits) if known_model else None,
        named=_is_there(addressed),
    )


def _is_there(addressed: Addressed) -> bool:
    """Whether a question asks for a place, or for nothing but a document, that the corpus has."""
    only_document = (
        addressed.is_sure and bool(addressed.documents) and not addressed.query.topic and not addressed.lacks_unit
    )
    return bool(addressed.places) or only_document


def _telling(text: str, marked: str) -> list[str]:
    """The words of a question in their order, those that tell nothing as empty strings."""
    typed, read = syllables(text), syllables(marked)
    short = {fold(word) for word in typed if readings(word)}
    return [
        "" if is_common(meant) or meant in _ASKING or fold(word) in short else word
        for word, meant in zip(typed, read, strict=True)
    ]


def _asks_figure(marked: str) -> bool:
    return _ASKS_FIGURE.search(match_form(marked)) is not None


def _has_figure(best: Passage) -> bool:
    return _FIGURE.search(_LABEL.sub("", best.text.lower())) is not None

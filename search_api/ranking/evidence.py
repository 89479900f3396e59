"""Whether what was found answers the question, or only lies nearest to it.

A logistic regression over what the best hits say of the question. It was fitted on the labelled Party questions, the
unanswerable among them (``python -m bench.retrieval.confidence`` fits it anew and tells how it does on questions it
was not fitted on); the threshold is where one answered question in twenty would be called unanswered.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.abbreviations import readings
from corpus.quality import is_syllable
from corpus.terms import pair_term, said_terms, syllables, word_term
from corpus.text import fold, match_form
from corpus.types import Passage, Value
from search_api.asking.address import Addressed
from search_api.ranking.asked_figure import asked_figure
from search_api.ranking.highlight import is_common
from search_api.ranking.rank import Hit
from search_api.ranking.term_counts import TermCounts

ANSWERED = 0.3
"""Confidence from which a question counts as answered."""

READ = 5
"""Hits whose texts are read: a figure that the best one lacks may stand in one of the next."""

# Fitted: the bias, then a weight each of terms, compounds, absent, figureless, numberless, untold, cosine.
_WITH_COSINE = (-48.47, 4.33, -1.17, -5.82, -4.72, -3.88, -2.48, 54.42)
# Another model's cosines lie elsewhere: its words alone are weighed.
_BY_WORDS = (-1.63, 6.41, -0.64, -4.74, -4.19, -2.6, -2.24)
# Two words that stand together in so many of the passages of the rarer one are one word of two syllables.
_ONE_WORD = 0.3
# Words that ask and are no part of the answer.
_ASKING = frozenset(match_form("ai bao lâu sao đâu gì hay hỏi mấy nhiêu nào như ra thế vì cách gồm hiện nay").split())
_ROMAN = re.compile(r"[ivx]{2,}")
_LABEL = re.compile(r"^\s*(?:điều\s+)?[\dIVXa-zđ.()/-]{1,8}[.)]?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence(Value):
    """What speaks for an answer.

    Attributes:
        terms: Share of the telling words and of their pairs that the best hit has, by rarity, 0 to 1.
        compounds: How many pairs that make one word in this corpus ("tiền thưởng") the best hit lacks.
        absent: 1 if the question names a document or unit that the corpus has not, and the best hit is silent on it.
        figureless: 0 if it asks for no figure or the best hit states such a one ("mấy ngày": a number of days), 1/2 if
            the second hit is the first that does, 2/3 the third, and so on; 1 if none of the first does.
        numberless: 1 if it says numbers and the best hit and its document's title have none of them, else 0.
        untold: 1 if the best hit is no more than a title, else 0.
        cosine: Largest cosine among the hits; ``None`` from a model the weights were not fitted on.
        named: It asks for a place that is there.
    """

    terms: float
    compounds: float
    absent: float
    figureless: float
    numberless: float
    untold: float
    cosine: float | None
    named: bool = False

    @property
    def confidence(self) -> float:
        """How likely the question is answered, 0 to 1."""
        if self.named:
            return 1.0
        bias, *weights = _BY_WORDS if self.cosine is None else _WITH_COSINE
        total = bias + sum(weight * value for weight, value in zip(weights, self.measures, strict=True))
        return 1 / (1 + math.exp(-total))

    @property
    def measures(self) -> tuple[float, ...]:
        """What the weights belong to."""
        by_words = (self.terms, self.compounds, self.absent, self.figureless, self.numberless, self.untold)
        return by_words if self.cosine is None else (*by_words, self.cosine)


def evidence_of(
    hits: Sequence[Hit],
    best: Sequence[Passage],
    addressed: Addressed,
    marked: str,
    counts: TermCounts,
    *,
    known_model: bool,
) -> Evidence:
    """What the hits of a question say for their answering it.

    Args:
        hits: Best first.
        best: The texts of the first ``READ`` of them.
        addressed: What the question names.
        marked: Its words with the marks they most likely have.
        counts: How many passages have each of its terms.
        known_model: Whether the cosines come from the model the weights were fitted on.
    """
    absent = float(addressed.is_missing_in(best[0] if best else None))
    if not best:
        return Evidence(0.0, 0.0, absent, 0.0, 0.0, 0.0, None)
    words = _telling(addressed.words, marked)
    side_by_side = [(left, right) for left, right in pairwise(words) if left and right]
    compounds = {pair_term(left, right) for left, right in side_by_side if counts.tie(left, right) >= _ONE_WORD}
    terms = {*(word_term(word) for word in words if word), *(pair_term(left, right) for left, right in side_by_side)}
    has = said_terms("\n".join((*best[0].trail, best[0].text)))
    written_out = len(addressed.words) - len(addressed.typed)
    return Evidence(
        terms=_worth(terms & has, counts) / (_worth(terms, counts) or 1.0),
        compounds=float(len(compounds - has)),
        absent=absent,
        figureless=_figureless(marked[: len(marked) - written_out], best),
        numberless=_numberless(addressed.words, best[0]),
        untold=float(hits[0].listed.is_brief),
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


def _worth(terms: set[str], counts: TermCounts) -> float:
    return sum(map(counts.rarity, sorted(terms)))


def _figureless(marked: str, best: Sequence[Passage]) -> float:
    asked = asked_figure(marked)
    if asked is None:
        return 0.0
    stated = (place for place, one in enumerate(best, 1) if asked.search(match_form(_LABEL.sub("", one.text))))
    first = next(stated, None)
    return 1 - 1 / first if first else 1.0


def _numberless(text: str, best: Passage) -> float:
    said = _numbers(text)
    if not said:
        return 0.0
    has = "\n".join((best.ref.title or "", best.ref.number or "", *best.trail, best.text))
    return float(not said & _numbers(has))


def _numbers(text: str) -> set[str]:
    """Numbers in digits, and Roman ones that are no syllable of Vietnamese as "vi" and "xi" are."""
    return {word.lstrip("0") for word in syllables(text) if word[0].isdigit() or _is_roman(word)}


def _is_roman(word: str) -> bool:
    return _ROMAN.fullmatch(word) is not None and not is_syllable(word)

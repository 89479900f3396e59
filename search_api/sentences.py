"""How much of a question one sentence of a passage says.

Sentences end at a full stop, a semicolon, a colon, a question or exclamation mark before a blank, and at the end
of a line. What the titles around the passage say, all of its sentences say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.terms import is_word, word_terms
from corpus.types import Passage

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence and not sentence.isspace()]


def most_in_a_sentence(passage: Passage, terms: Mapping[str, float]) -> float:
    """The share of a question's words, each by its weight, that the best sentence has: 0 to 1.

    Args:
        passage: The passage.
        terms: The question's terms with their weights; pairs are left aside.
    """
    worth = {term: weight for term, weight in terms.items() if is_word(term)}
    total = sum(worth.values())
    return best_sentence(passage, worth)[1] / total if total else 0.0


def best_sentence(passage: Passage, worth: Mapping[str, float]) -> tuple[str, float]:
    """The sentence that says most, and what the terms are worth that it or a title around it has."""
    around = _known("\n".join((*passage.trail, *passage.notes)), worth)
    said = [
        (sentence, sum(worth[term] for term in _known(sentence, worth) | around))
        for sentence in sentences(passage.text)
    ]
    return max(said, key=lambda one: one[1], default=("", 0.0))


def _known(text: str, worth: Mapping[str, float]) -> set[str]:
    return worth.keys() & word_terms(text)

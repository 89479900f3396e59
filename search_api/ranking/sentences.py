"""How much of a question one sentence of a passage says (``corpus.wording`` says what a sentence is).

What the titles around the passage say, all of its sentences say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from corpus.terms import is_word
from corpus.text import fold
from corpus.wording import SENTENCE_END, word_id


class WantedWords:
    """The single words a question looks for.

    Args:
        terms: The question's terms with their weights; pairs and figures are left aside.
        alike: The words of the corpus that are one of them without marks.
    """

    def __init__(self, terms: Mapping[str, float], alike: Iterable[str]) -> None:
        self._worth = {term: weight for term, weight in terms.items() if is_word(term)}
        self._total = sum(self._worth.values())
        written = {*alike, *plain_words(terms), *self._worth}
        held = {word_id(word): {word, "~" + fold(word)} & self._worth.keys() for word in written}
        self._terms = {word: terms for word, terms in held.items() if terms}
        self._sought = np.array(sorted({SENTENCE_END, *self._terms}), np.uint32)

    def most_in_a_sentence(self, packed: bytes) -> float:
        """The share of the words, each by its weight, that the best sentence of a passage has: 0 to 1.

        Args:
            packed: The words of the passage, as ``corpus.wording.packed_words`` gives them.
        """
        if not self._total:
            return 0.0
        words = np.frombuffer(packed, np.uint32)
        places = np.searchsorted(self._sought, words)
        # The words around the passage stand first, as a sentence of their own.
        said: list[set[str]] = []
        terms: set[str] = set()
        for word in words[self._sought.take(places, mode="clip") == words].tolist():
            if word != SENTENCE_END:
                terms |= self._terms[word]
            elif terms or not said:
                said.append(terms)
                terms = set()
        around, *sentences = *said, terms
        scores = (sum(self._worth[term] for term in sorted(one | around)) for one in sentences)
        return max(scores, default=0.0) / self._total


def plain_words(terms: Iterable[str]) -> set[str]:
    """The words among some terms, without marks."""
    return {fold(term).removeprefix("~") for term in terms if is_word(term)}

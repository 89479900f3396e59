"""How much of a question one sentence of a passage says.

Sentences end at a full stop, a semicolon, a colon, a question or exclamation mark before a blank, and at the end
of a line. What the titles around the passage say, all of its sentences say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from corpus.terms import is_word
from corpus.text import fold, match_form
from corpus.types import Passage

# One reading of the whole text finds words and ends alike: a search reads some fifty passages.
_TOKEN = re.compile(r"[^\W_]+|[.;:!?](?=\s)|\n")
_ENDS = frozenset(".;:!?\n")


class WantedWords:
    """The single words a question looks for.

    Args:
        terms: The question's terms with their weights; pairs and figures are left aside.
    """

    def __init__(self, terms: Mapping[str, float]) -> None:
        self._worth = {term: weight for term, weight in terms.items() if is_word(term)}
        self._plain = {fold(term).removeprefix("~") for term in self._worth}
        self.total = sum(self._worth.values())

    def most_in_a_sentence(self, passage: Passage) -> float:
        """The share of the words, each by its weight, that the best sentence of a passage has: 0 to 1."""
        if not self.total:
            return 0.0
        around = {term for title in (*passage.trail, *passage.notes) for one in self._said(title) for term in one}
        said = (sum(self._worth[term] for term in one | around) for one in self._said(passage.text))
        return max(said, default=0.0) / self.total

    def _said(self, text: str) -> Iterator[set[str]]:
        """The terms that each sentence has."""
        form = match_form(unicodedata.normalize("NFC", text))
        found: set[str] = set()
        for word, plain in zip(_TOKEN.findall(form), _TOKEN.findall(fold(form)), strict=True):
            if plain in self._plain:
                found |= {word, "~" + plain} & self._worth.keys()
            elif plain in _ENDS and found:
                yield found
                found = set()
        yield found

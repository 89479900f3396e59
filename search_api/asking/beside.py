"""What is looked for beside the words of a question: other spellings of the same, each worth less than the words.

Abbreviations of what is written out, every reading of an abbreviation that has several, and what a word in
doubt likely means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.abbreviations import abbreviated, readings
from corpus.terms import query_terms
from corpus.types import Value
from search_api.asking.slips import Reading

# Half: whoever prints what was typed comes first, whoever prints the other spelling alone is still found.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Beside(Value):
    """Words to look for beside the question's own.

    Attributes:
        text: The words.
        share: What they are worth beside the question's own, 0 to 1.
    """

    text: str
    share: float


def beside(words: str, reading: Reading) -> tuple[Beside, ...]:
    """What to look for beside these words of a question."""
    several = [reading for found in readings(words) if len(found) > 1 for reading in found]
    return tuple(Beside(text, _SHARE) for text in (*abbreviated(words), *several, *reading.also))


def terms_with(words: str, others: Sequence[Beside]) -> dict[str, float]:
    """The terms of a question with those of what is looked for beside it, each with its largest share."""
    shares = query_terms(words)
    for other in others:
        for term, share in query_terms(other.text).items():
            shares[term] = max(share * other.share, shares.get(term, 0.0))
    return shares

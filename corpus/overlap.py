"""How much of one text stands in another, whatever the layout, the marks or a scan did to it.

Texts are compared by their shingles: every three words in a row, folded. Three is what a scan leaves whole
(with 2 % of the characters wrong 0.76 of the threes survive, 0.58 of the fives) and what two documents on one
subject still do not share (at most 0.33 of the shorter one's); see ``corpus.copies`` for the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.terms import term_id
from corpus.text import fold, words

_WORDS = 3
# Longer, because what many documents share ("Đảng Cộng sản Việt Nam") leads to none of them.
_FINGERPRINT_WORDS = 6
# One in 32 is kept: some thirty for a thousand words, three for an excerpt of a hundred.
_KEPT = 32


def shingles(text: str) -> frozenset[str]:
    """Every three words in a row; a text of fewer words has none."""
    return frozenset(_runs(text, _WORDS))


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that is in the other, 0..1; an excerpt is contained whole in what it was cut from."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def fingerprints(text: str) -> tuple[int, ...]:
    """A sample of what a text says, as unsigned 32-bit numbers, ascending: the same words give the same numbers.

    Which runs of words are kept depends on the words alone, so an excerpt keeps those that its document keeps.
    """
    return tuple(sorted(set(_sampled(term_id(run) for run in _runs(text, _FINGERPRINT_WORDS)))))


def _sampled(hashes: Iterable[int]) -> Iterator[int]:
    return (value for value in hashes if value % _KEPT == 0)


def _runs(text: str, length: int) -> Iterator[str]:
    found = [match.group() for match in words(fold(text))]
    return (" ".join(found[start : start + length]) for start in range(len(found) - length + 1))

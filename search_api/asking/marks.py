"""The marks of a question that was typed without any: "chuyen doi so" is most likely "chuyển đổi số".

The model takes Vietnamese without marks for another language (success@10 is 0), so it is asked the question
with the likeliest marks; the terms go on matching any. The likeliest marks are those whose neighbouring words
stand side by side in the corpus: a Viterbi search (Forney 1973) over a bigram model, interpolated with single
words (Jelinek & Mercer 1980), counted in passages.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from corpus.terms import pair_term
from corpus.text import fold, has_marks, words
from search_api.asking.spelling import KnownWords

# Weight of the pairs in the interpolation. Of 3,472 syllables of the labelled questions, by the words of 25 documents,
# 0.81 come back right with 0.3, 0.84 with 0.7, 0.86 with anything from 0.95 to 0.999.
_PAIRS = 0.98
# Rarer readings of a syllable than these add work and no sense.
_READINGS = 8

# What questions are asked with stands in few documents, and otherwise marked words beside each other in many.
_ASKING = (
    "bao nhiêu", "bao lâu", "bao giờ", "thế nào", "ra sao", "làm sao", "vì sao", "tại sao", "khi nào", "lúc nào",
    "ở đâu", "là gì", "làm gì", "là ai", "phần trăm", "có phải",
)  # fmt: skip
_ASKED = {tuple(fold(phrase).split()): tuple(phrase.split()) for phrase in _ASKING}

Counts = dict[str, int]
"""Word → number of passages that have it."""

Pairs = dict[tuple[str, str], int]
"""Two words → number of passages in which they stand side by side."""


def with_marks(text: str, known: KnownWords) -> str:
    """The text with the likeliest marks; unchanged if it has any, or the corpus knows none for it.

    Args:
        text: In NFC.
        known: The words of the corpus.
    """
    found = [] if has_marks(text) else list(words(text))
    plains = [fold(match.group()) for match in found]
    options = _options(plains, known)
    for place, pair in enumerate(pairwise(plains)):
        for word, at in zip(_ASKED.get(pair, ()), (place, place + 1), strict=False):
            options[at] = {word: max(1, sum(options[at].values()))}
    chosen = _likeliest(options, _together(options, known))
    made, at = [], 0
    for match, word in zip(found, chosen, strict=True):
        made += [text[at : match.start()], match.group() if match.group().lower() == word else word]
        at = match.end()
    return "".join((*made, text[at:]))


def _options(plains: Sequence[str], known: KnownWords) -> list[Counts]:
    """For each word what it may be, with the number of passages that have it."""
    alike: dict[str, Counts] = {}
    for word, count in known.alike(set(plains)).items() if plains else ():
        alike.setdefault(fold(word), {})[word] = count
    return [_most(plain, alike.get(plain, {})) for plain in plains]


def _most(plain: str, counts: Counts) -> Counts:
    own = {**counts, plain: counts.get(plain, 0) - sum(count for word, count in counts.items() if word != plain)}
    kept = sorted(own, key=lambda word: (-own[word], word))[:_READINGS]
    # A word nobody knows is its own only reading.
    return {word: own[word] for word in kept if own[word] > 0} or {plain: 1}


def _together(options: Sequence[Counts], known: KnownWords) -> list[Pairs]:
    """How often each reading of a word stands before each of the next, for every two neighbours."""
    steps = [{(a, b): pair_term(a, b) for a in left for b in right} for left, right in pairwise(options)]
    counts = known.counts({term for step in steps for term in step.values()}) if steps else {}
    return [_own({pair: counts.get(term, 0) for pair, term in step.items()}) for step in steps]


def _own(found: Pairs) -> Pairs:
    """The counts without what the term of a pair without marks has from its other readings."""
    marked = sum(count for pair, count in found.items() if has_marks("".join(pair)))
    return {pair: count if has_marks("".join(pair)) else max(0, count - marked) for pair, count in found.items()}


def _likeliest(options: Sequence[Counts], pairs: Sequence[Pairs]) -> list[str]:
    """One word of each position, so that the product of the steps' probabilities is largest."""
    total = sum(sum(here.values()) for here in options)
    best: dict[str, tuple[float, list[str]]] = {}
    for place, here in enumerate(options):
        steps: dict[str, tuple[float, list[str]]] = {}
        for word, alone in here.items():
            single = (1 - _PAIRS) * alone / total
            reached = [
                (
                    score + math.log(_PAIRS * pairs[place - 1][last, word] / options[place - 1][last] + single),
                    path,
                )
                for last, (score, path) in best.items()
            ] or [(math.log(single), [])]
            score, path = max(reached, key=lambda one: one[0])
            steps[word] = (score, [*path, word])
        best = steps
    return max(best.values(), key=lambda one: one[0])[1] if best else []

"""Our sparse vectors: which terms a text has and what each is worth. One function for both sides.

Terms are syllables and pairs of neighbouring syllables, each twice: as written (tone placement evened out)
and folded. Pairs stand in for Vietnamese words, most of which have two syllables; a segmenter brought
nothing on top and made queries typed without marks findable no more. Typed marks count: a syllable typed
with marks looks for its accented term and, at a discount, for the folded one; one typed without marks
looks for the folded term alone, so that it matches any marks. A figure or date is one more term, in the form that
all its spellings share.

Weights follow BM25 (Robertson & Zaragoza 2009, eq. 3.15) with k1 and b as measured on the article sets.
The document side holds the saturated term frequency, the query side the inverse document frequency, so
that their inner product is the BM25 score in every engine and on every shard alike.
"""

from __future__ import annotations

import math
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from corpus.figures import figures
from corpus.text import fold, has_marks, match_form, words
from corpus.types import SparseVector

TERMS_VERSION = 2
"""Raise when the terms or weights of a text change: an index made before is then refused."""

# Chosen on the labelled Party questions and on the first half of 729 questions over 3,368 articles
# (docs/measurements.md): units are short, and a short one is not better for being short, so length counts for
# little; saying a word again counts for less still (nDCG@10 of the fused ranking over all 729, b 0.3 and k1 0.3, 0.6,
# 0.9: 0.922, 0.912, 0.906; with the usual 1.2 and 0.75: 0.878).
K1 = 0.3
B = 0.3
# Mean number of syllables of a passage with its trail. A constant, not the corpus mean, so that a passage's
# weights depend on nothing but the passage; BM25 moves little with it.
MEAN_LENGTH = 90.0
# What the folded term is worth beside the accented one when the marks were typed.
FOLDED_SHARE = 0.35
_PAIR_JOINT = "_"
_FOLDED_MARK = "~"
_FIGURE_MARK = "#"


def term_id(term: str) -> int:
    """Stable 32-bit id of a term. Collisions are possible and rare: 1 in 40,000 pairs at 100,000 terms."""
    return zlib.crc32(term.encode())


def syllables(text: str) -> list[str]:
    """Syllables and numbers in the accented form compared in matching."""
    return [match.group() for match in words(match_form(unicodedata.normalize("NFC", text)))]


def _with_pairs(tokens: list[str]) -> list[str]:
    return tokens + [left + _PAIR_JOINT + right for left, right in pairwise(tokens)]


def _figure_terms(text: str) -> list[str]:
    return [_FIGURE_MARK + figure.key for figure in figures(unicodedata.normalize("NFC", text))]


def word_term(word: str) -> str:
    """The term of one word: as written where it has marks, folded where it has none.

    Args:
        word: In the form that ``syllables`` gives.
    """
    return word if fold(word) != word else _FOLDED_MARK + word


def pair_term(left: str, right: str) -> str:
    """The term of two words that stand side by side, as ``word_term``."""
    return word_term(left + _PAIR_JOINT + right)


def said_terms(text: str) -> set[str]:
    """The terms of the words of a text and of its pairs, folded ones among them."""
    accented = syllables(text)
    folded = fold(" ".join(accented)).split(" ")
    return {*_with_pairs(accented), *(_FOLDED_MARK + term for term in _with_pairs(folded))}


def is_word(term: str) -> bool:
    """Whether a term is that of a single word, not of a pair or figure."""
    return _PAIR_JOINT not in term and not term.startswith(_FIGURE_MARK)


def spelled(term: str) -> str:
    """A term as people read it: the words it stands for."""
    return term.removeprefix(_FOLDED_MARK).removeprefix(_FIGURE_MARK).replace(_PAIR_JOINT, " ")


def text_terms(text: str) -> Counter[str]:
    """Every term of a text with its frequency: figures, folded ones, and accented ones where a mark tells them apart.

    A term without marks is looked for in its folded form alone, so it is not kept twice.
    """
    accented = syllables(text)
    counts = Counter(_figure_terms(text))
    for written in _with_pairs(accented):
        plain = fold(written)
        counts[_FOLDED_MARK + plain] += 1
        if plain != written:
            counts[written] += 1
    return counts


def passage_vector(text: str, trail: Iterable[str]) -> SparseVector:
    """Document-side weights of a passage: saturated frequencies of its own and its trail's terms."""
    whole = "\n".join((*trail, text))
    norm = K1 * (1 - B + B * len(syllables(whole)) / MEAN_LENGTH)
    return _vector({term: count * (K1 + 1) / (count + norm) for term, count in text_terms(whole).items()})


def query_terms(text: str) -> dict[str, float]:
    """The terms a question looks for, each with its share (1, or less for the folded twin of a marked one)."""
    accented = syllables(text)
    folded = [fold(token) for token in accented]
    shares = dict.fromkeys(_figure_terms(text), 1.0)
    pairs = zip(_with_pairs(accented), _with_pairs(folded), strict=True)
    for written, plain in pairs:
        if written == plain:
            shares[_FOLDED_MARK + plain] = 1.0
        else:
            shares[written] = 1.0
            shares.setdefault(_FOLDED_MARK + plain, FOLDED_SHARE)
    return shares


def certain_terms(text: str) -> set[str]:
    """Terms that every text has in which these words stand in a row, wherever marks were not typed."""
    accented = syllables(text)
    terms = {_FOLDED_MARK + fold(term) for term in _with_pairs(accented)}
    # An accented pair is certain only if neither syllable may be written with other marks.
    marked = {token for token in accented if has_marks(token)}
    pairs = {left + _PAIR_JOINT + right for left, right in pairwise(accented) if {left, right} <= marked}
    return terms | marked | pairs


def query_weights(shares: Mapping[str, float], frequencies: Mapping[int, int], passages: int) -> dict[str, float]:
    """What each term of a question is worth: share times inverse document frequency; none for a term nobody has.

    Args:
        shares: From ``query_terms``.
        frequencies: Term id → number of passages that have it; a term that is absent has 0.
        passages: Number of passages in the corpus.
    """
    weights = {}
    for term, share in _with_twins(shares, frequencies).items():
        frequency = frequencies.get(term_id(term), 0)
        if frequency:
            weights[term] = share * rarity(frequency, passages)
    return weights


def rarity(frequency: int, passages: int) -> float:
    """Inverse document frequency of a term that ``frequency`` of ``passages`` have (Robertson & Zaragoza 2009)."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def query_vector(weights: Mapping[str, float]) -> SparseVector:
    """Query-side weights as the index is searched with them."""
    return _vector(weights)


def _with_twins(shares: Mapping[str, float], frequencies: Mapping[int, int]) -> dict[str, float]:
    """Shares in which a pair typed half without marks counts as its folded twin, if no passage has it as typed.

    "chuyen đổi" stands nowhere and means "chuyển đổi"; "chi bộ" stands there, and means no other.
    """
    moved = dict(shares)
    for term, share in shares.items():
        left, joint, right = term.partition(_PAIR_JOINT)
        if joint and (left == fold(left)) != (right == fold(right)) and not frequencies.get(term_id(term)):
            twin = _FOLDED_MARK + fold(term)
            moved[twin] = max(share, moved.get(twin, 0.0))
    return moved


def _vector(weights: Mapping[str, float]) -> SparseVector:
    by_id: dict[int, float] = {}
    for term, weight in weights.items():
        key = term_id(term)
        by_id[key] = max(weight, by_id.get(key, 0.0))
    ids = tuple(sorted(by_id))
    return SparseVector(ids, tuple(by_id[key] for key in ids))

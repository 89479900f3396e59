"""How Vietnamese syllables are mistyped and misspelled: letters, without marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_LETTERS = "abcdeghiklmnopqrstuvxy"
# Sounds that dialects do not tell apart: the table of "lỗi chính tả thường gặp" of school grammars.
_ONSETS = (
    ("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("d", "v"), ("gi", "v"), ("l", "n"), ("g", "gh"),
    ("ng", "ngh"), ("c", "k"), ("qu", "c"),
)  # fmt: skip
_ENDINGS = (("n", "ng"), ("t", "c"), ("n", "nh"), ("i", "y"), ("ieu", "iu"), ("uou", "iu"), ("ao", "au"), ("ay", "ai"))


@lru_cache(maxsize=4096)
def often_mistaken(plain: str) -> frozenset[str]:
    """Spellings that a syllable is often mistaken for.

    Args:
        plain: In lower case, without marks.
    """
    return frozenset(_swapped_onset(plain)) | frozenset(_swapped_ending(plain)) - {plain}


def _swapped_onset(plain: str) -> Iterator[str]:
    for pair in _ONSETS:
        for one, other in (pair, pair[::-1]):
            if plain.startswith(one):
                yield other + plain[len(one) :]


def _swapped_ending(plain: str) -> Iterator[str]:
    for pair in _ENDINGS:
        for one, other in (pair, pair[::-1]):
            if plain.endswith(one):
                yield plain[: -len(one)] + other


def at_one_letter(plain: str) -> Iterator[str]:
    """Everything one letter too many, too few or wrong away, or with two neighbours changed over."""
    for place in range(len(plain) + 1):
        head, tail = plain[:place], plain[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]

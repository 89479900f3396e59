"""Texts as words to be compared: what makes two quotations the same, and what does not.

The same are words whose letters, marks and figures are; where in a syllable its tone is written (``hoá``, ``hóa``;
``toàn``, ``tòan``) does not count, nor do normal forms of Unicode, capitals, white space, dashes, quotation marks and
other signs between words. Signs that change what a figure says (``%``, ``≥``) are words of their own, and a number
keeps its separators: 1.5 is not 1,5.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.text import repaired
from corpus.types import Span, Value

# Marks of a word that is not in NFC, and what office software leaves inside words.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\ufeff"
_SIGNS = "%‰°<>≤≥=±×$€"
_DASHES = "-\u2012\u2013\u2014\u2212"
# A minus sign is one before a figure in a line; at its beginning it is the dash of a list, behind a figure of a range.
_WORD = re.compile(rf"\d+(?:[.,]\d+)+(?![^\W_])|[^\W_]+(?:[{_INSIDE}]+[^\W_]*)*|[{_SIGNS}]|(?<=[ (])[{_DASHES}](?=\d)")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Some 200 bytes each; a language has some thousand syllables, a corpus some ten thousand words.
_KEPT_FORMS = 50_000


@lru_cache(maxsize=_KEPT_FORMS)
def word_form(word: str) -> str:
    """What a word is compared by: lower case, its tone behind its letters (``Hoá`` → ``hoa`` + acute)."""
    if word in _DASHES:
        return _DASHES[0]
    letters = unicodedata.normalize("NFD", repaired(word).lower())
    bare = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", bare) + "".join(letter for letter in letters if letter in _TONES)


@dataclass(frozen=True)
class Words(Value):
    """A text and its words.

    Attributes:
        text: The text, in any normal form.
        spans: Where its words stand.
        forms: What they are compared by.
    """

    text: str
    spans: tuple[Span, ...]
    forms: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def cover(self, first: int, end: int) -> Span:
        """Where the words ``[first, end)``, at least one, stand."""
        return Span(self.spans[first].start, self.spans[end - 1].end)

    def written(self, first: int, end: int) -> str:
        """The words ``[first, end)`` as the text has them, with what stands between them."""
        return self.text[slice(*self.cover(first, end))] if end > first else ""

    @cached_property
    def row(self) -> Row:
        """Its forms, to look for a run of them."""
        return Row(self.forms)


def words_of(text: str) -> Words:
    """The words of a text."""
    spans = tuple(Span(*match.span()) for match in _WORD.finditer(text))
    return Words(text, spans, tuple(word_form(text[start:end]) for start, end in spans))


class Row:
    """A row of words in which runs of words are found."""

    def __init__(self, forms: Sequence[str]) -> None:
        # One string: finding in it is a hundred times as fast as comparing words.
        self._joined = f" {' '.join(forms)} "
        self._starts: list[int] = []
        at = 0
        for form in forms:
            self._starts.append(at)
            at += len(form) + 1
        self._place = {start: place for place, start in enumerate(self._starts)}

    def __len__(self) -> int:
        return len(self._starts)

    def find(self, run: Sequence[str], begin: int = 0, end: int | None = None, *, last: bool = False) -> int | None:
        """The first place, or the ``last``, at which a run of words stands within the words ``[begin, end)``."""
        end = len(self) if end is None else min(end, len(self))
        if begin >= end:
            return None
        look = self._joined.rfind if last else self._joined.find
        until = self._starts[end] if end < len(self) else len(self._joined) - 1
        found = look(f" {' '.join(run)} ", self._starts[begin], until + 1)
        return self._place[found] if found >= 0 else None

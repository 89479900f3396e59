"""Words that must stand in a text just so: the matching behind "exact phrase" and -word.

A syllable typed with marks must have the same marks, one typed without matches any; case, tone placement, breaks of
lines and signs between words do not count. Only the end of a sentence keeps two words apart, unless the phrase has a
sign there itself: "đảng viên, chi bộ" and "đảng viên chi bộ" are one, "đảng viên. Chi bộ" is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.text import fold, has_marks, match_form, words
from corpus.types import Span, Value

# Whatever may end a sentence or an item: asked of the signs between two words, which belong to no sentence yet.
_SENTENCE_END = re.compile(r"[.;:?!…]\s*$")
_WITHIN = r"(?:(?![.;:?!…]\s)[\W_])+"
_ANYTHING = r"[\W_]+"


@dataclass(frozen=True, slots=True)
class Phrase(Value):
    """A run of words to look for.

    Attributes:
        text: As it was typed.
        words: Its syllables and numbers in the form compared in matching.
        pattern: Where a folded text may hold it; whether the marks agree is seen in the written form.
    """

    text: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def spans(self, text: str) -> Iterator[Span]:
        """Where a text holds it."""
        written = ""
        for match in self.pattern.finditer(fold(text)):
            # Most texts are none: what takes longer is done for the others alone.
            written = written or match_form(text)
            places = [Span(*match.span(group)) for group in range(1, len(self.words) + 1)]
            if all(_agrees(word, written[slice(*at)]) for word, at in zip(self.words, places, strict=True)):
                yield Span(places[0].start, places[-1].end)

    def stands_in(self, text: str) -> bool:
        """Whether a text holds it."""
        return next(self.spans(text), None) is not None


def _agrees(typed: str, written: str) -> bool:
    return typed == written or not has_marks(typed)


def phrase(text: str) -> Phrase | None:
    """The phrase a text spells; ``None`` if it has no letter or digit."""
    form = match_form(unicodedata.normalize("NFC", text))
    found = list(words(form))
    if not found:
        return None
    parts = [f"({re.escape(fold(found[0].group()))})"]
    for before, word in pairwise(found):
        ends = _SENTENCE_END.search(form[before.end() : word.start()])
        parts += [_ANYTHING if ends else _WITHIN, f"({re.escape(fold(word.group()))})"]
    # Looked for at every word, also inside a match whose marks do not agree.
    pattern = re.compile(rf"(?<![^\W_])(?={''.join(parts)}(?![^\W_]))")
    return Phrase(text, tuple(match.group() for match in found), pattern)


def with_phrases(text: str, marks: Iterable[tuple[int, int]], phrases: Iterable[Phrase]) -> tuple[tuple[int, int], ...]:
    """Marks ``[start, end)`` of a text together with the places of phrases, ascending and apart."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((*marks, *(span for one in phrases for span in one.spans(text)))):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

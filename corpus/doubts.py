"""Which recognised words a reader should compare with the picture: numbers, labels and misspelled words read unsurely.

A wrong letter in a word is seen and understood; a wrong digit in a date or in "Điều 11" is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.quality import is_syllable
from corpus.text import match_form
from corpus.types import RecognisedWord, Span

# Of the numbers read with less than this one in ten was wrong on worn pages, of the others one in two hundred.
_SURE_NUMBER = 85
# Words that are no syllables are mostly names and abbreviations, read well; below this they are mostly misread.
_SURE_WORD = 70
# A letter where a digit belongs: 34O, l5, O1/7/2O25; not QH15, A4 or 5G.
_CONFUSED = re.compile(r"\d[OolI|](?![^\W\d_])|(?<![^\W_])[OolI|SBZ]\d")
_UNITS = frozenset(("điều", "khoản", "điểm", "mục", "chương", "phần", "số", "ngày", "tháng", "năm", "trang"))
# After these a number stands, never a letter; "chương I" and "điểm l" are right.
_NUMBERED = frozenset(("điều", "khoản", "ngày", "tháng", "năm"))
_LETTER_FOR_NUMBER = re.compile(r"[lLIiOo|]{1,2}[.,:;)]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_EDGES = " .,:;!?()[]“”\"'…"


def find_doubts(text: str, words: Sequence[RecognisedWord]) -> tuple[Span, ...]:
    """The places of a text a reader cannot be sure of.

    Args:
        text: The text of a document or of a part of it.
        words: Its recognised words in order, their offsets counted in ``text``.
    """
    return tuple(_doubts(text, words))


def _doubts(text: str, words: Sequence[RecognisedWord]) -> Iterator[Span]:
    before = ""
    for start, end, confidence in words:
        word = text[start:end]
        if _is_doubtful(word, confidence, before) and (span := _bare(word, start)) is not None:
            yield span
        before = match_form(word)


def _is_doubtful(word: str, confidence: int, before: str) -> bool:
    if _CONFUSED.search(word) or (before in _NUMBERED and _LETTER_FOR_NUMBER.fullmatch(word)):
        return True
    if any(char.isdigit() for char in word) or before in _UNITS:
        return confidence < _SURE_NUMBER
    return confidence < _SURE_WORD and not all(is_syllable(part) for part in _LETTERS.findall(word))


def _bare(word: str, start: int) -> Span | None:
    """The word without the signs around it."""
    inner = word.strip(_EDGES)
    if not inner:
        return None
    begin = start + word.index(inner)
    return Span(begin, begin + len(inner))

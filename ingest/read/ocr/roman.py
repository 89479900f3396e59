"""Roman numbers that recognition takes for capitals: two strokes side by side are read as H ("Phụ lục IH", "quý H")."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.read.layout import Visual
from ingest.reading import Word

_LABEL = r"(?P<label>[IVXH]{1,6})"
# Where a Roman number stands after the word it counts, and where it stands alone before a title.
_COUNTED = re.compile(rf"(?i:phụ lục|chương|phần|mục|quý) {_LABEL}(?=[\s.,:;)/⁄\-]|$)")
_ALONE = re.compile(rf"{_LABEL}(?=[.\-–] ?[^\W\d_])")
_NUMBER = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# What a changed word is worth: below every threshold of ``corpus.doubts``.
_UNSURE = 50


class RomanNumbers:
    """Repairs the lines of a document, which it must be shown in their order."""

    def __init__(self) -> None:
        self._before = ""

    def repaired(self, line: Visual) -> Visual:
        """The line with II for H where a number must stand; the word is unsure then."""
        for found in reversed([*_COUNTED.finditer(line.text)]):
            line = self._with_number(line, found)
        alone = _ALONE.match(line.text)
        return self._with_number(line, alone) if alone else line

    def _with_number(self, line: Visual, found: re.Match[str]) -> Visual:
        start, end = found.span("label")
        label, before = found["label"], self._before
        number = label.replace("H", "II")
        # H alone is a letter, too: it comes after G, and as a title of its own only I says that letters are not meant.
        letter = label == "H" and not (before == "I" or start > 0)
        if number == label or letter or not _NUMBER.fullmatch(number):
            self._before = label if start == 0 else before
            return line
        self._before = number if start == 0 else before
        text = line.text[:start] + number + line.text[end:]
        return replace(line, text=text, words=tuple(_moved(word, start, end, len(number)) for word in line.words))


def _moved(word: Word, start: int, end: int, length: int) -> Word:
    """A word of a line in which the characters from ``start`` to ``end`` have become ``length`` characters."""
    further = length - (end - start)
    if word.end <= start:
        return word
    if word.start >= end:
        return word._replace(start=word.start + further, end=word.end + further)
    return Word(word.start, word.end + further, min(word.confidence, _UNSURE))

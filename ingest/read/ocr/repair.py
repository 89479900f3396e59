"""Letters that recognition takes for others, put right where the document itself leaves no choice.

Every repair here changes a character into another one, so that places stay (``roman`` moves them); a number or label
that was changed is marked unsure, and is shown so. Marks are not repaired by a model of the language: one would have
to be trained on texts that may not be shipped, or on the documents of each installation, and then two of them would
read one scan differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from corpus.text import fold, old_tone
from ingest.read.layout import Visual
from ingest.read.ocr.roman import RomanNumbers
from ingest.reading import Word

# What a repaired word is worth: below every threshold of ``corpus.doubts``.
_UNSURE = 50
_DIGITS = str.maketrans("OoDlLIi|SBZ", "00011111582")
_ARTICLE = re.compile(r"Điều\s+([\dOoDlLIi|SBZ]{1,3})(?=[.:]?(?:\s|$))")
_ARABIC = re.compile(r"Điều\s+\d")
# "l." and "|." at the start of a line are "1."; "I." is a Roman one, "l)" comes after "k)".
_FIRST_ITEM = re.compile(r"[l|](?=\s?\.\s)")
_IN_NUMBER = (
    re.compile(r"(?<=\d)[Oo](?![^\W\d_])"),  # 34O-CV, 2O25
    re.compile(r"(?<![^\W_])[Oo](?=\d[/.\-]\d)"),  # O1/7
    re.compile(r"(?i:(?<=ngày )|(?<=tháng )|(?<=số ))[Oo](?=\d)"),  # ngày O2
    re.compile(r"(?<![^\W_])[lI|](?=\d+(?:[/.\-]\d|-[A-ZĐ]))"),  # l5/8, l2-NQ
    re.compile(r"(?<=\d)[lI|](?=\d)"),  # 2l5
    re.compile(r"(?i:(?<=ngày )|(?<=tháng )|(?<=số ))[lI|](?=\d)"),  # ngày l5
)
# What stands at the head of every document, whatever became of its marks in small capitals.
_HEADS = (
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG BỘ",
    "ĐẢNG ỦY",
    "CHI BỘ",
)
# Tesseract writes "chỉ" for "chi" one time in two; "chỉ bộ" and "chỉ uỷ" are no words ("chỉ bộ phận này" are three).
_BRANCH = re.compile(r"\b([Cc])hỉ(?= (?:bộ(?! phận)|uỷ|ủy)\b)")


def repaired(pages: Sequence[Sequence[Visual]]) -> list[list[Visual]]:
    """The recognised pages of a file, in their order."""
    arabic = any(_ARABIC.match(line.text) for line in chain.from_iterable(pages))
    articles = _Articles()
    numbers = RomanNumbers()
    return [[numbers.repaired(_line(line, articles if arabic else None)) for line in page] for page in pages]


class _Articles:
    """Knows which number the next điều must have."""

    def __init__(self) -> None:
        self._last = 0

    def place(self, text: str) -> tuple[int, int, str] | None:
        """Start and end of the number of an article that was misread, and what it must be."""
        found = _ARTICLE.match(text)
        if found is None:
            return None
        read = found[1].translate(_DIGITS)
        if int(read) not in (self._last + 1, 1) and not found[1].isdigit():
            return None
        self._last = int(read)
        return None if found[1].isdigit() else (found.start(1), found.end(1), read)


def _line(line: Visual, articles: _Articles | None) -> Visual:
    text, changed = line.text, set[int]()
    if articles is not None and (place := articles.place(text)) is not None:
        start, end, number = place
        text = text[:start] + number + text[end:]
        changed.update(range(start, end))
    for pattern in (_FIRST_ITEM, *_IN_NUMBER):
        found = [_FIRST_ITEM.match(text)] if pattern is _FIRST_ITEM else list(pattern.finditer(text))
        for match in filter(None, found):
            at = match.start()
            text = text[:at] + text[at].translate(_DIGITS) + text[at + 1 :]
            changed.add(at)
    text = _BRANCH.sub(r"\1hi", _with_known_head(text))
    return line if text == line.text else replace(line, text=text, words=_unsure(line.words, changed))


def _unsure(words: Iterable[Word], changed: set[int]) -> tuple[Word, ...]:
    return tuple(
        word._replace(confidence=min(word.confidence, _UNSURE)) if changed.intersection(range(*word[:2])) else word
        for word in words
    )


def _with_known_head(text: str) -> str:
    """A line in capitals with the marks its first words are known to have."""
    if not text.isupper():
        return text
    letters = "".join(fold(char) for char in text)
    for head in _HEADS:
        if len(letters) == len(text) and re.match(re.escape(fold(head)) + r"\b", letters):
            pairs = zip(text[: len(head)].split(" "), head.split(" "), strict=True)
            known = " ".join(read if old_tone(read) == old_tone(word) else word for read, word in pairs)
            return known + text[len(head) :]
    return text

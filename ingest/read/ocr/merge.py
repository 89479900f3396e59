"""Two engines on one page: Tesseract's words, trueocr's where Tesseract is unsure, wrong or blind.

Tesseract places marks better, trueocr sees through grain and stamps and reads numbers and capitals better; they
rarely make the same mistake, so what both read is sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.quality import is_syllable
from corpus.text import fold
from ingest.read.ocr.found import Found, Segment, segments_of

# Below this Tesseract is more often wrong than right about marks, from here on it is right nine times in ten.
_UNSURE = 60
_SURE = 85
# trueocr is seldom wrong about a mark it adds when it is as sure as this: it was right about "đầu tư" where
# Tesseract had read "đâu tư" 16 times on one real page. A mark it leaves out counts less.
_CERTAIN = 96
_MARGIN = 5
# By how much the other reading must be surer.
_AHEAD = 15
# A word only one engine sees is taken from here on; below, grain and strokes of stamps are read as letters.
_SEEN_BY_TESSERACT = 50
_SEEN_BY_TRUEOCR = 80
# Words of one line overlap in height by this share at least.
_BESIDE = 0.5
_LETTERS = re.compile(r"[^\W\d_]+")
# trueocr leaves out the blank after a mark: "TW,ngày", "3.Lý".
_GLUED = re.compile(r"(?<=[,;])(?=[^\W\d_])|(?<=^\d[.)])(?=[^\W\d_])")


def merged(ours: Sequence[Sequence[Found]], theirs: Sequence[Sequence[Found]]) -> list[Segment]:
    """The segments of a page.

    Args:
        ours: Lines as Tesseract read them.
        theirs: Lines as trueocr read them.
    """
    segments = [segment for line in ours for segment in segments_of(line)]
    loose = [word for line in theirs for found in line for word in _unglued(found)]
    made: list[Segment] = []
    for segment in segments:
        beside = [word for word in loose if _stands_in(word, segment)]
        loose = [word for word in loose if word not in beside]
        words = tuple(_agreed(segment.words, sorted(beside, key=lambda word: word.left)))
        if words:
            made.append(Segment(words))
    return [*made, *_overlooked(theirs, set(loose))]


def seen_elsewhere(lines: Sequence[Sequence[Found]], known: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """What a second reading has found where the first saw nothing: words in coloured ink."""
    words = [word for line in known for word in line]
    new = ([word for word in line if not any(_covers(other, word) for other in words)] for line in lines)
    return [line for line in new if line]


def _covers(known: Found, word: Found) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return known.left <= across <= known.right and known.top <= down <= known.bottom


def _unglued(found: Found) -> Iterator[Found]:
    parts = _GLUED.split(found.text)
    width = (found.right - found.left) / max(1, len(found.text))
    left = found.left
    for part in parts:
        right = left + width * len(part)
        yield found._replace(text=part, left=left, right=right)
        left = right


def _stands_in(word: Found, segment: Segment) -> bool:
    centre = (word.left + word.right) / 2
    if not segment.left - segment.height < centre < segment.right + segment.height:
        return False
    return _beside(word, min(segment.words, key=lambda other: abs((other.left + other.right) / 2 - centre)), segment)


def _beside(word: Found, nearest: Found, segment: Segment) -> bool:
    """Whether a word stands in the line at its place, which may be less high than the line is elsewhere."""
    top, bottom = min(nearest.top, segment.top), max(nearest.bottom, segment.bottom)
    overlap = min(word.bottom, bottom) - max(word.top, top)
    return overlap >= _BESIDE * min(word.bottom - word.top, bottom - top)


def _overlooked(lines: Sequence[Sequence[Found]], loose: set[Found]) -> Iterator[Segment]:
    """What trueocr alone has seen, where it is sure."""
    for line in lines:
        words = [word for found in line for word in _unglued(found) if word in loose]
        sure = words and sum(word.confidence for word in words) >= _SEEN_BY_TRUEOCR * len(words)
        if sure and any(char.isalnum() for word in words for char in word.text):
            yield from segments_of([_if_no_figure(word) for word in words])


def _agreed(ours: Sequence[Found], theirs: Sequence[Found]) -> Iterator[Found]:
    matcher = SequenceMatcher(None, [_key(word) for word in ours], [_key(word) for word in theirs], autojunk=False)
    for kind, start, end, their_start, their_end in matcher.get_opcodes():
        mine, other = ours[start:end], theirs[their_start:their_end]
        if len(mine) == len(other):
            yield from (_choice(our, their) for our, their in zip(mine, other, strict=True))
        elif kind == "insert":
            seen = (word for word in other if word.confidence >= _SEEN_BY_TRUEOCR and _is_free(word, ours))
            yield from map(_if_no_figure, seen)
        elif kind == "delete":
            yield from (_if_no_figure(word) for word in mine if word.confidence >= _SEEN_BY_TESSERACT)
        else:
            chosen = other if _are_surer(other, mine) else mine
            agree = _digits_of(mine) == _digits_of(other)
            yield from chosen if agree else map(_if_no_figure, chosen)


def _if_no_figure(word: Found) -> Found:
    """A word that the other engine does not confirm: figures in it are unsure, for handwriting is read as any."""
    return word._replace(confidence=min(word.confidence, _UNSURE)) if _digits(word.text) else word


def _digits_of(words: Sequence[Found]) -> str:
    return "".join(_digits(word.text) for word in words)


def _key(word: Found) -> str:
    return "".join(char for char in fold(word.text) if char.isalnum()) or word.text


def _is_free(word: Found, ours: Sequence[Found]) -> bool:
    middle = (word.left + word.right) / 2
    return any(char.isalnum() for char in word.text) and not any(our.left < middle < our.right for our in ours)


def _are_surer(theirs: Sequence[Found], ours: Sequence[Found]) -> bool:
    mine = min(word.confidence for word in ours)
    return mine < _UNSURE and min(word.confidence for word in theirs) > mine + _AHEAD


def _choice(our: Found, their: Found) -> Found:
    """One of two readings of a word, at our place; digits they do not agree on make it unsure."""
    if our.text == their.text:
        return our._replace(confidence=max(our.confidence, their.confidence))
    if _key(our) == _key(their):
        text = _with_letters(our.text, their.text)
        return our if not _has_better_marks(our, their) else our._replace(text=text, confidence=their.confidence)
    chosen = their if _has_better_letters(our, their) else our
    differ = _digits(our.text) != _digits(their.text)
    confidence = min(our.confidence, their.confidence, _UNSURE) if differ else chosen.confidence
    return our._replace(text=chosen.text, confidence=confidence)


def _has_better_marks(our: Found, their: Found) -> bool:
    """Whether the other reading of the same letters is to be believed."""
    valid, other_valid = _is_spelled(our.text), _is_spelled(their.text)
    if valid != other_valid:
        return other_valid and (our.confidence < _SURE or their.confidence >= _SURE)
    if _is_odd(our.text) and not _is_odd(their.text):
        return True
    if _adds_marks(our.text, their.text):
        return their.confidence >= _CERTAIN
    if _adds_marks(their.text, our.text):
        return our.confidence < _SURE and their.confidence > _CERTAIN
    return our.confidence < _SURE <= their.confidence - _MARGIN


def _has_better_letters(our: Found, their: Found) -> bool:
    valid, other_valid = _is_spelled(our.text), _is_spelled(their.text)
    if valid != other_valid:
        return other_valid and (our.confidence < _SURE or their.confidence >= _SURE)
    ahead = their.confidence > our.confidence + _AHEAD
    return ahead and our.confidence < (_UNSURE if valid else _SURE)


def _with_letters(text: str, other: str) -> str:
    """A word with the letters of another and its own signs around them."""
    letters = [char for char in other if char.isalnum()]
    if len(letters) != sum(char.isalnum() for char in text):
        return other
    following = iter(letters)
    return "".join(next(following) if char.isalnum() else char for char in text)


def _is_odd(text: str) -> bool:
    """Whether capitals and small letters are mixed as no word has them: "sỐ"."""
    parts = _LETTERS.findall(text)
    return any(not (part.islower() or part.isupper() or part[1:].islower()) for part in parts)


def _adds_marks(text: str, other: str) -> bool:
    """Whether the other word has all the marks of the first, and more."""
    mine, theirs = _marks(text), _marks(other)
    same = len(mine) == len(theirs)
    return same and mine != theirs and all(a <= b for a, b in zip(mine, theirs, strict=True))


def _marks(text: str) -> list[frozenset[str]]:
    """The marks of each letter; the stroke of đ counts as one."""
    return [
        frozenset("-" if letter in "đĐ" else unicodedata.normalize("NFD", letter)[1:])
        for letter in unicodedata.normalize("NFC", text)
        if letter.isalnum()
    ]


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _is_spelled(text: str) -> bool:
    """Whether all that is letters in a word could be Vietnamese."""
    return all(is_syllable(part) for part in _LETTERS.findall(text))

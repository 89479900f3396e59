"""Old encodings told from the text alone, where no font is known: plain text, web pages, PDFs without font names.

A line is in an old encoding if reading it so turns words that no Vietnamese syllable can be into syllables,
several of them and hardly any the other way round. Lines too short to tell go with those around them. Text in
Unicode, in other languages and formulas give no such gain, so they are left alone, in the midst of a converted
document, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.quality import is_syllable
from ingest.read.legacy.convert import letters, to_unicode
from ingest.read.legacy.fonts import has_unicode_letters
from ingest.read.legacy.tables import Encoding

# Codes of old encodings are no letters to Unicode ("x·" is "xã"), so words end at blanks and ASCII signs only.
# Blanks are written out: \s takes codes of VPS and VISCII (0x1C, 0x85) for some.
_WORD = re.compile(r"[^ \t\n\r\v\f\xa0!-@\[-`{-~\u2000-\u200b\u201c-\u201f\u2026\u3000]+")
_CODE = re.compile("[^\x00-\x7f\u1ea0-\u1ef9]")
# A sign alone may become a letter; a word has a plain letter beside it.
_SPELLED = re.compile(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
# Three different words that all become syllables are no chance; a measure alone may ("m²" is "mỗ" in VISCII).
_FEWEST_WORDS = 3
# Names and abbreviations ("Q§-TTg") become no syllables; in other languages hardly anything does.
_MOSTLY = 0.6
_HARDLY = 0.1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one line is in.

    Attributes:
        encoding: ``None`` for Unicode and for everything that is not Vietnamese.
        found: One string for each character of the line: what became of it.
    """

    encoding: Encoding | None
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What reading a line by an encoding brings: words that become syllables, those that cease to be."""

    gained: tuple[str, ...]
    lost: int
    words: int

    @property
    def gain(self) -> int:
        return len(self.gained) - self.lost

    @property
    def is_sure(self) -> bool:
        spelled = {word for word in self.gained if _SPELLED.search(word)}
        many = len(spelled) >= _FEWEST_WORDS
        return many and len(self.gained) >= _MOSTLY * self.words and self.lost <= _HARDLY * self.words


def by_text(lines: Sequence[str]) -> list[Verdict]:
    """What each line of a file is in, and how it reads in Unicode.

    Args:
        lines: In reading order, codes as Latin-1 characters.
    """
    sure = [_sure_encoding(line) for line in lines]
    if not any(isinstance(encoding, Encoding) for encoding in sure):
        return [Verdict(None, tuple(line)) for line in lines]
    return [_verdict(line, encoding) for line, encoding in zip(lines, _spread(lines, sure), strict=True)]


def best_encoding(text: str) -> Encoding | None:
    """The old encoding that makes most of a whole text Vietnamese; ``None`` where none does."""
    sure = _sure_encoding(text)
    return sure if isinstance(sure, Encoding) else None


_UNICODE, _UNSURE = "unicode", "unsure"
_Sure = Encoding | str


def _sure_encoding(line: str) -> _Sure:
    """The encoding a line shows of itself."""
    words = {word for word in _WORD.findall(line) if _CODE.search(word)}
    odd = sum(not (has_unicode_letters(word) or _reads(word)) for word in words)
    if odd >= _FEWEST_WORDS:
        read = {encoding: _evidence(line, encoding) for encoding in Encoding}
        best = max(read, key=lambda encoding: read[encoding].gain)
        if read[best].is_sure:
            return best
    # Enough words to tell, and no encoding makes Vietnamese of them: another language, or good already.
    return _UNICODE if has_unicode_letters(line) or len(words) >= _FEWEST_WORDS else _UNSURE


def _evidence(line: str, encoding: Encoding) -> _Evidence:
    gained: list[str] = []
    lost = words = 0
    for word in _WORD.findall(line):
        if not _CODE.search(word) or has_unicode_letters(word):
            continue
        words += 1
        read = to_unicode(word, encoding)
        before, after = _reads(word), _reads(read) and _has_one_case(read)
        if after and not before:
            gained.append(word)
        lost += before and not after
    return _Evidence(tuple(gained), lost, words)


def _reads(word: str) -> bool:
    return is_syllable(word.strip("“”‘’…"))


def _has_one_case(word: str) -> bool:
    """Whether a word is in small letters, in capitals or begins with one; "m³" in VISCII ("mỠ") is not."""
    return word.islower() or word.isupper() or word.istitle()


def _spread(lines: Sequence[str], sure: Sequence[_Sure]) -> Iterator[Encoding | None]:
    """The encoding of each line, unsure ones as the nearest sure line above them, or below."""
    first = next((each for each in sure if each != _UNSURE), _UNSURE)
    near = first
    for line, each in zip(lines, sure, strict=True):
        near = near if each == _UNSURE else each
        if isinstance(near, Encoding) and (each != _UNSURE or _evidence(line, near).gain >= 0):
            yield near
        else:
            yield None


def _verdict(line: str, encoding: Encoding | None) -> Verdict:
    if encoding is None or not _CODE.search(line):
        return Verdict(None, tuple(line))
    found = letters(line, encoding)
    if has_unicode_letters(line):
        for start, end in _unicode_spans(line, encoding):
            found[start:end] = line[start:end]
    return Verdict(encoding, tuple(found))


def _unicode_spans(line: str, encoding: Encoding) -> Iterator[tuple[int, int]]:
    """Stretches of a line that are in Unicode: words that say so, with the undecided ones after them."""
    kept = False
    for match in _WORD.finditer(line):
        word = match.group()
        if has_unicode_letters(word):
            kept = True
        elif _evidence(word, encoding).gained:
            kept = False
        if kept:
            yield match.span()

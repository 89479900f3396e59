"""From codes of an old encoding to letters, each letter kept at the place of its code."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.quality import is_syllable
from ingest.read.legacy.tables import Encoding, table

# Word keeps the codes of a font of symbols in a private area.
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}
# Windows shows other characters at these codes; VPS and VISCII have letters there.
_WINDOWS = {
    ord(shown): code for code in range(0x80, 0xA0) for shown in bytes((code,)).decode("cp1252", "ignore")
} | _PRIVATE
HYPHEN_OR_LETTER = "\ufffe"
"""Stands for a character that is a hyphen, or in TCVN3 the letter kept where others have the soft hyphen."""
# Acrobat Distiller and Word write these for codes that a font's own names do not cover.
_SUBSTITUTES = {"\u2212": "\xad", HYPHEN_OR_LETTER: "\xad", "\u2219": "\xb7", "\u03bc": "\xb5"}
# Word's own soft hyphen beside the letter at its code: no syllable has that letter twice.
_TWICE = "\xad\xad"
_WORD = re.compile(r"[^\W\d_]+")
# One capital with small letters is the beginning of a name ("Hµ" is "Hà"), two are a word in capitals.
_FEWEST_CAPITALS = 2


def to_unicode(text: str, encoding: Encoding, capitals: bool = False) -> str:
    """The text in Unicode (NFC); characters the encoding does not use stay as they are.

    Args:
        text: Codes as Latin-1 characters.
        encoding: What they are in.
        capitals: Their font draws small letters as capitals (``.VnTimeH``).
    """
    return "".join(letters(text, encoding, capitals))


def letters(text: str, encoding: Encoding, capitals: bool = False) -> list[str]:
    """As ``to_unicode``, one string for each character of ``text``: what became of it.

    A mark that went into the letter before it leaves an empty string, so that offsets can be carried over.
    """
    codes, pattern = _table(encoding)
    plain = text.translate(_WINDOWS if encoding in (Encoding.VPS, Encoding.VISCII) else _PRIVATE)
    found = list(plain)
    for match in pattern.finditer(plain):
        found[match.start()] = codes[match.group()]
        found[match.start() + 1 : match.end()] = [""] * (match.end() - match.start() - 1)
    if encoding is Encoding.TCVN3:
        _restore_substitutes(plain, found)
        if not capitals:
            _restore_capitals(found)
    return [letter.upper() for letter in found] if capitals else found


@lru_cache(maxsize=len(Encoding))
def _table(encoding: Encoding) -> tuple[dict[str, str], re.Pattern[str]]:
    codes = table(encoding)
    if encoding is Encoding.TCVN3:
        codes[_TWICE] = codes[_TWICE[0]]
    return codes, re.compile("|".join(map(re.escape, sorted(codes, key=len, reverse=True))))


def _restore_substitutes(codes: str, found: list[str]) -> None:
    """Take a substitute for its letter where that makes a syllable of its word: a minus stays a minus."""
    for index, char in enumerate(codes):
        if char in _SUBSTITUTES:
            kept = found[index]
            found[index] = _table(Encoding.TCVN3)[0][_SUBSTITUTES[char]]
            word = _word_at(found, index)
            if len(word) == 1 or not is_syllable(word):
                found[index] = kept


def _word_at(found: list[str], index: int) -> str:
    start, end = index, index + 1
    while start > 0 and found[start - 1].isalpha():
        start -= 1
    while end < len(found) and found[end].isalpha():
        end += 1
    return "".join(found[start:end])


def _restore_capitals(found: list[str]) -> None:
    """Write words in capitals wholly so: TCVN3 has no capitals with tones, they are typed small ("TOµN")."""
    matches = list(_WORD.finditer("".join(found)))
    sure = [_is_capitals(match.group(), _FEWEST_CAPITALS) for match in matches]
    for index, match in enumerate(matches):
        beside = sure[max(0, index - 1) : index] + sure[index + 1 : index + 2]
        short = len(match.group()) <= _FEWEST_CAPITALS and all(beside) and bool(beside)
        if sure[index] or (short and _is_capitals(match.group(), 0)):
            found[match.start() : match.end()] = match.group().upper()


def _is_capitals(word: str, fewest: int) -> bool:
    """Whether a word is in capitals but for letters that have none in TCVN3."""
    plain = [char for char in word if char.isascii() or char in _CAPITALS]
    return len(plain) >= fewest and all(char.isupper() for char in plain)


_CAPITALS = frozenset("ĂÂÊÔƠƯĐăâêôơưđ")

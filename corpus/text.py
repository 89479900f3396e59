"""Vietnamese text: cleaning, folding, tone placement. Every function keeps offsets unless it says otherwise.

Folding is for matching only; what is shown or quoted is never folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corpus.types import Span

TEXT_VERSION = 2
"""Raise when cleaning changes what ``Document.text`` holds: an index made before is then refused."""

# Parts of a character class: what neither XML 1.0 nor every database holds; UTF-8 has no halves of characters.
CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
"""Controls but tab, line feed and carriage return; DEL, which XML holds, means nothing either."""
NO_CHARACTERS = r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Halves of characters, and code points that will never be one."""

# Letters drawn with eth instead of d with stroke, and the blanks and joiners office software leaves behind.
_REPAIRS = {
    0xD0: "Đ",
    0xF0: "đ",
    0xA0: " ",
    0x2007: " ",
    0x202F: " ",
    0x09: " ",
    0xAD: None,
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0xFEFF: None,
    0x2010: "-",
    0x2011: "-",
}
_BLANKS = re.compile(r" {2,}")


def clean(text: str) -> str:
    """NFC, with invisible characters dropped, odd blanks made spaces and runs of spaces made one.

    Does not keep offsets: it makes the text that offsets then point into.
    """
    # Repairs first: a letter and its mark are composed only once nothing invisible stands between them.
    return _BLANKS.sub(" ", repaired(text))


def repaired(text: str) -> str:
    """NFC, with invisible characters dropped and odd blanks made spaces; runs of spaces stay. Does not keep offsets."""
    return unicodedata.normalize("NFC", text.translate(_REPAIRS))


def squeezed(text: str) -> str:
    """Text without any white space, in which words laid out differently are found alike. Does not keep offsets."""
    return "".join(repaired(text).split())


def _fold_table() -> dict[int, str]:
    table = {ord("đ"): "d", ord("Đ"): "d"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letters = [c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c)]
        if len(letters) == 1 and letters[0] != chr(code):
            table[code] = letters[0].lower()
    table.update({code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)})
    return table


# Letters that stay have an entry, too: one without costs an exception each time, half of what folding takes.
_FOLD = {code: chr(code) for code in range(0x2100)} | _fold_table()


def fold(text: str) -> str:
    """NFC text without marks and in lower case; one character for one, so offsets stay."""
    return text.translate(_FOLD)


def _tone_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in "\u0300\u0301\u0309\u0303\u0323":
            new = first + unicodedata.normalize("NFC", second + tone)
            old = unicodedata.normalize("NFC", first + tone) + second
            table[new] = old
            table[new.upper()] = old.upper()
            table[new.capitalize()] = old.capitalize()
    return table


_OLD_TONE = _tone_table()
# Only where the pair ends the syllable (hoá, but toán stays), and not after q (quý has its tone right). A class for
# each letter, and what stands before looked at last: ten times as fast as a choice among all pairs.
_PAIRS = "|".join(
    f"{first}[{''.join(pair[1] for pair in _OLD_TONE if pair[0] == first)}]"
    for first in sorted({p[0] for p in _OLD_TONE})
)
_NEW_TONE = re.compile(rf"(?:{_PAIRS})(?<![qQ]..)(?![^\W\d_])")


def old_tone(text: str) -> str:
    """Tone marks of oa, oe, uy on the first vowel (``hoá`` → ``hóa``, ``uỷ`` → ``ủy``); keeps offsets."""
    return _NEW_TONE.sub(lambda match: _OLD_TONE[match.group()], text)


def match_form(text: str) -> str:
    """The accented form compared in matching: NFC, old tone placement, lower case; keeps offsets."""
    lowered = old_tone(text).lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] for c in old_tone(text))


_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Iterator[re.Match[str]]:
    """Syllables and numbers of a text, with their offsets."""
    return _WORD.finditer(text)


def has_marks(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark (``đ`` included)."""
    lowered = text.lower()
    return fold(lowered) != lowered


def marked_or_plain(phrase: str) -> str:
    """A pattern of a phrase whose syllables have all their marks or none (``phần`` → ``(?:phần|phan)``).

    Args:
        phrase: In the form compared in matching; what is no letter stands for itself.
    """
    return _WORD.sub(lambda match: _marked_or_plain(match.group()), re.escape(phrase).replace(r"\ ", " "))


def _marked_or_plain(word: str) -> str:
    return word if fold(word) == word else f"(?:{word}|{fold(word)})"


def slug(text: str) -> str:
    """Folded words joined by hyphens: ``Nghị quyết 57-NQ/TW`` → ``nghi-quyet-57-nq-tw``."""
    return "-".join(
        match.group() for match in words(fold(unicodedata.normalize("NFC", text))) if match.group().isascii()
    )


def one_line(text: str) -> str:
    """Any run of white space made one space, ends stripped."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span:
    """Where the characters ``[start, end)`` of a text stand without the white space around them."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

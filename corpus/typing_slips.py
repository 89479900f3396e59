"""Words typed with an input method that was off or slipped: Telex and VNI keys left over, a tone on the wrong letter.

Telex writes marks as letters (``chuyeern``, ``ddooir``), VNI as digits (``chuye63n``, ``d9o6i3``). A word is
decoded only if the language cannot have it as it stands and can have what the keys would have made of it.
Rules of the keys: the help pages of UniKey 4.0; of where a tone stands: ``corpus.text.old_tone``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.quality import is_syllable
from corpus.text import fold, match_form
from corpus.types import Value

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = dict(zip("12345", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_TONE_MARKS = frozenset(_TONES.values())
_VOWELS = frozenset("aăâeêioôơuưy")
_DOUBLED = {"a": "â", "e": "ê", "o": "ô"}
_HORNED = {"a": "ă", "o": "ơ", "u": "ư"}
_VNI_SHAPES = {"6": _DOUBLED, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}}

# Foreign words of office life whose letters happen to be keys of a syllable: "test" is not "tét", "car" not "cả".
_FOREIGN_LIST = """
    air as bar been box bus car co2 cos door gas has her his how ios is laos law los low max mix moon news now of or
    pair per pos room seen ses six sos star tax teen test this tour us vas visa was
"""
_FOREIGN = frozenset(_FOREIGN_LIST.split())
# Syllables of a handful of loan words ("xoong", "boong") are far likelier "ông" and "ôc" in keys.
_LEFT_OVER = re.compile(r"(?<!^x)(?<!^b)oo(?:ng|c)$")
# "XIX", "IX": numerals; "A4", "B1": labels.
_LABEL = re.compile(r"[ivxlc]+|\w\d")
# "dieu5", "khoan2", "quy3", "nam2025": a unit and its number without the blank.
_NUMBERED = re.compile(
    r"(?:dieu|khoan|muc|diem|phan|chuong|phu luc|bang|dong|gach|quy|thang|nam|ngay|tuan|lop|tap|trang|khoa|ky|nhom|to|"
    r"bai|cap|lan|mau|buoc|loai|hang|bac|tang|toa|ban|xa|khu|doi|thon|kv|vung|qd|nq|ct|kl|hd|tb|kh|tt|nd)\d+"
)


@dataclass(frozen=True, slots=True)
class Decoded(Value):
    """What the keys of a word would have made.

    Attributes:
        word: In NFC, with the capitals of what was typed.
        keys: How many keys were left over; one may be chance, two hardly are.
    """

    word: str
    keys: int


def decode(word: str) -> Decoded | None:
    """What a word was meant to be, if it is a leftover of Telex or VNI keys; ``None`` if it is none.

    Args:
        word: One word in NFC, letters and digits only.
    """
    lowered = word.lower()
    if len(lowered) != len(word) or len(word) < 2 or lowered in _FOREIGN or _is_abbreviation(word):
        return None
    if _LABEL.fullmatch(lowered):
        return None
    if lowered.isalpha():
        read = None if is_syllable(lowered) and not _LEFT_OVER.search(lowered) else _telex(lowered)
    else:
        read = _vni(lowered) if not _NUMBERED.fullmatch(fold(lowered)) else None
    if read is None or not is_syllable(read.word) or read.word.endswith(("ă", "â")):
        return None
    return Decoded(with_capitals(read.word, word), read.keys)


def _is_abbreviation(word: str) -> bool:
    """Whether a word has capitals inside, or no vowel: "DDoS", "TW"; small "nhwng" has its ư in the w."""
    has_vowel = any(char.lower() in "aeiouy" for char in unicodedata.normalize("NFD", word))
    is_mixed = word[1:] != word[1:].lower() and not word.isupper()
    return is_mixed or not (has_vowel or ("w" in word and len(word) > 2))


def with_capitals(word: str, like: str) -> str:
    """A word in lower case with the capitals of another: none, the first letter, all."""
    if like.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _telex(word: str) -> Decoded | None:
    """Letters read as keys: ``dd``, ``aa ee oo``, ``w``, and a tone behind a vowel."""
    letters, tone = _without_tone(word)
    made: list[str] = []
    keys, early = 0, False
    for place, key in enumerate(letters):
        if key == "d" and made == ["d"]:
            made[0] = "đ"
        elif made and key in _DOUBLED and made[-1] == key:
            made[-1] = _DOUBLED[key]
        elif key == "w" and _horn(made):
            pass
        elif key in _TONES and not tone and any(char in _VOWELS for char in made):
            tone = _TONES[key]
            early = any(char in _VOWELS for char in letters[place + 1 :])
        else:
            made.append(key)
            continue
        keys += 1
    # "taxi" and "hero" have a tone key amid their vowels, and no other.
    return Decoded(put_tone("".join(made), tone), keys) if keys > early else None


def _horn(made: list[str]) -> bool:
    """Give the vowel before a ``w`` its horn or breve; alone behind a consonant ``w`` is ư. Changes ``made``."""
    for place in range(len(made) - 1, -1, -1):
        if made[place] in _HORNED:
            if made[place] == "o" and place and made[place - 1] == "u":
                made[place - 1] = "ư"
            made[place] = _HORNED[made[place]]
            return True
    if made and not any(char in _VOWELS for char in made):
        made.append("ư")
        return True
    return False


def _vni(word: str) -> Decoded | None:
    """Digits read as keys: 1 to 5 are tones, 6 a roof, 7 a horn, 8 a breve, 9 the bar of đ."""
    letters, tone = _without_tone(word)
    made: list[str] = []
    keys = 0
    for key in letters:
        if not key.isdigit():
            made.append(key)
            continue
        keys += 1
        if key in _VNI_TONES and not tone and any(char in _VOWELS for char in made):
            tone = _VNI_TONES[key]
        elif key == "9" and made[:1] == ["d"]:
            made[0] = "đ"
        elif key not in _VNI_SHAPES or not _shape(made, _VNI_SHAPES[key]):
            return None
    return Decoded(put_tone("".join(made), tone), keys)


def _shape(made: list[str], shapes: dict[str, str]) -> bool:
    for place in range(len(made) - 1, -1, -1):
        if made[place] in shapes:
            if made[place] == "o" and shapes["o"] == "ơ" and place and made[place - 1] == "u":
                made[place - 1] = "ư"
            made[place] = shapes[made[place]]
            return True
    return False


def _without_tone(word: str) -> tuple[str, str]:
    """A word without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(char for char in parts if char in _TONE_MARKS)
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONE_MARKS)), tone


def put_tone(letters: str, tone: str) -> str:
    """A syllable with its tone where it belongs (oa, oe, uy: on the first vowel, as in ``match_form``).

    Args:
        letters: The syllable in lower case without a tone, NFC.
        tone: A combining mark, or nothing.
    """
    match = _SYLLABLE.match(letters)
    if not tone or match is None:
        return letters
    at = match.start(1) + _toned(match[1], closed=match.end() < len(letters))
    return unicodedata.normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


# The u of qu and the i of gi belong to the consonant where another vowel follows.
_SYLLABLE = re.compile(r"(?:qu(?=[aăâeêioôơy])|gi(?=[aăâeêoôơuư])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)")


def _toned(vowels: str, *, closed: bool) -> int:
    """Which vowel of a nucleus carries the tone: a shaped one, else the last before a consonant, else by number."""
    shaped = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if shaped:
        return shaped[-1] if vowels[shaped[-1]] != "ư" or len(shaped) == 1 else shaped[0]
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) > 2 else 0


def well_placed(word: str) -> str:
    """A word with its tone where it belongs (``đôỉ`` → ``đổi``, ``cuả`` → ``của``); capitals stay.

    A word that is no syllable, or has its tone right in either style, comes back as it is.
    """
    lowered = word.lower()
    letters, tone = _without_tone(lowered)
    if len(tone) != 1 or not is_syllable(lowered):
        return word
    placed = put_tone(letters, tone)
    return word if placed == match_form(lowered) else with_capitals(placed, word)

"""Numbers written in words, up to 999: "ba mươi chín", "hai mốt", "một trăm linh năm", digit by digit "hai chín bốn".

Marks that were typed must be those of the word ("năm" is five, "nằm" is not); words typed without any may be either.
"""

from __future__ import annotations

import re

from corpus.text import fold, has_marks, match_form

# Every spelling of a numeral that is in use, in the form compared in matching.
_DIGITS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
# What some of them become behind ten or tens.
_ONES = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_TEN, _TENS, _HUNDRED, _AND = ("mười",), ("mươi",), ("trăm",), ("linh", "lẻ")
_WRITTEN = frozenset(map(match_form, (*_ONES, *_TEN, *_TENS, *_HUNDRED, *_AND)))
_VALUES = {fold(word): value for word, value in _ONES.items()}

_DIGIT = "|".join(dict.fromkeys(map(fold, _DIGITS)))
# Behind ten or tens five is "lăm": "mười năm" are ten years.
_ONE = "|".join(dict.fromkeys(fold(word) for word in _ONES if word != "năm"))
_UNDER_HUNDRED = rf"muoi(?: (?:{_ONE}))?|(?:{_DIGIT}) muoi(?: (?:{_ONE}))?"
_COUNTED_OUT = (
    rf"(?:{_DIGIT}) tram(?: (?:linh|le) (?:{_DIGIT}|tu|lam)| (?:{_UNDER_HUNDRED})| (?:{_ONE}))?|{_UNDER_HUNDRED}"
)
_BY_DIGITS = rf"(?:{_DIGIT})(?: (?:{_ONE})){{1,3}}"

COUNTED_OUT = rf"(?:{_COUNTED_OUT})"
"""Pattern of a number from ten on that is written out, folded."""
BY_DIGITS = rf"(?:{_BY_DIGITS})"
"""Pattern of a number whose digits are named one by one, folded: "năm bảy" for 57."""
NUMERAL = rf"(?:{_COUNTED_OUT}|{_BY_DIGITS}|{_DIGIT}|tu)"
"""Pattern of any number in words, folded."""

_SHAPE = re.compile(NUMERAL)


def numeral_value(written: str) -> int | None:
    """The number that words spell, or ``None`` if they spell none, or their marks are those of other words.

    Args:
        written: In the form compared in matching, one blank between two words.
    """
    said = written.split()
    plain = [fold(word) for word in said]
    if not _SHAPE.fullmatch(" ".join(plain)) or any(has_marks(word) and word not in _WRITTEN for word in said):
        return None
    if "muoi" not in plain and "tram" not in plain:
        return int("".join(str(_VALUES[word]) for word in plain))
    return _counted_out(plain)


def _counted_out(plain: list[str]) -> int:
    if "tram" in plain:
        hundreds, rest = _VALUES[plain[0]], [word for word in plain[2:] if word not in ("linh", "le")]
        # "một trăm hai" are a hundred and two tens, "một trăm linh hai" two ones.
        short = len(rest) == 1 and rest != ["muoi"] and not {"linh", "le"} & set(plain)
        return 100 * hundreds + (10 * _VALUES[rest[0]] if short else _counted_out(rest) if rest else 0)
    if "muoi" not in plain:
        return _VALUES[plain[0]]
    place = plain.index("muoi")
    tens = _VALUES[plain[0]] if place else 1
    return 10 * tens + (_VALUES[plain[place + 1]] if plain[place + 1 :] else 0)

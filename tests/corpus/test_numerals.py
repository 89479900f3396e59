"""Numbers in words: what they are worth, and what only looks like one."""

from __future__ import annotations

import pytest

from corpus.numerals import numeral_value
from corpus.text import fold, match_form

VALUES = {
    "hai": 2,
    "bẩy": 7,
    "tư": 4,
    "mười": 10,
    "mười một": 11,
    "mười lăm": 15,
    "hai mươi": 20,
    "hai mươi mốt": 21,
    "bốn mươi tư": 44,
    "sáu mươi nhăm": 65,
    "chín mươi chín": 99,
    "một trăm": 100,
    "một trăm linh năm": 105,
    "hai trăm lẻ tư": 204,
    "một trăm hai": 120,
    "một trăm mười": 110,
    "ba trăm tám mươi ba": 383,
    # digit by digit
    "ba chín": 39,
    "bốn lăm": 45,
    "hai chín bốn": 294,
    "một một bốn bảy": 1147,
}


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_words_are_worth(written: str, value: int) -> None:
    assert numeral_value(match_form(written)) == value
    assert numeral_value(fold(written)) == value


@pytest.mark.parametrize(
    "written",
    [
        "",
        "mười năm",
        "hai mươi năm",
        "nằm",
        "bà",
        "chính",
        "trăm",
        "linh năm",
        "tư hai",
        "ba điều",
        "mươi hai trăm",
        "57",
    ],
)
def test_what_only_looks_like_a_number_is_none(written: str) -> None:
    assert numeral_value(match_form(written)) is None

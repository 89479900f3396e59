from __future__ import annotations

import unicodedata

import hypothesis
import pytest
from hypothesis import strategies

from corpus.text import clean, fold, has_marks, match_form, old_tone, one_line, slug, words


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Đảng ủy", "Đảng ủy"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
        ("\u00d0ảng viên \u00f0ọc", "Đảng viên đọc"),  # eth in place of d with stroke
        ("khoản\u00a02", "khoản 2"),
        ("cán\tbộ", "cán bộ"),
        ("cán   bộ", "cán bộ"),
        ("nghị\u200bquyết", "nghịquyết"),
        ("xây\u00addựng", "xâydựng"),
        ("\ufeffĐiều 1", "Điều 1"),
        ("57\u2011NQ/TW", "57-NQ/TW"),
        ("dòng một\ndòng hai", "dòng một\ndòng hai"),
        ("e\u200b\u0301", "é"),  # composed although something invisible stood between letter and mark
    ],
)
def test_clean(given: str, wanted: str) -> None:
    assert clean(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Đường lối", "duong loi"),
        ("đảng, đang, dâng", "dang, dang, dang"),
        ("CHUYỂN ĐỔI SỐ", "chuyen doi so"),
        ("hoá hóa uỷ ủy", "hoa hoa uy uy"),
        ("Ưu đãi Ấn phẩm Ỹ", "uu dai an pham y"),
        ("57-NQ/TW", "57-nq/tw"),
        ("", ""),
    ],
)
def test_fold(given: str, wanted: str) -> None:
    assert fold(given) == wanted
    assert len(fold(given)) == len(given)


@hypothesis.given(strategies.text(max_size=40))
def test_a_long_text_folds_as_its_parts_do(part: str) -> None:
    assert fold(part * 200) == fold(part) * 200


def test_every_vietnamese_letter_folds_to_one_plain_letter() -> None:
    vowels = [
        unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in ("", *"\u0300\u0301\u0309\u0303\u0323")
    ]
    assert len(set(vowels)) == 72
    for letter in [*vowels, "đ"]:
        assert fold(letter) == fold(letter.upper()) in set("aeiouyd")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("hoá", "hóa"),
        ("HOÁ", "HÓA"),
        ("Hoà bình", "Hòa bình"),
        ("khoẻ", "khỏe"),
        ("uỷ", "ủy"),
        ("Uỷ ban", "Ủy ban"),
        ("thuý", "thúy"),
        ("ủy", "ủy"),
        # not at the end of the syllable, or after q: placed right already
        ("toán", "toán"),
        ("hoàn", "hoàn"),
        ("huỳnh", "huỳnh"),
        ("khuỷu", "khuỷu"),
        ("ngoéo", "ngoéo"),
        ("quý", "quý"),
        ("QUỸ", "QUỸ"),
        ("uỷ-ban, hoá.", "ủy-ban, hóa."),
    ],
)
def test_old_tone(given: str, wanted: str) -> None:
    assert old_tone(given) == wanted


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Hoá", "hóa", True),
        ("ỦY BAN", "uỷ ban", True),
        ("đảng", "đang", False),
        ("đảng", "dang", False),
        ("tỉ lệ", "tỷ lệ", False),
    ],
)
def test_match_form(left: str, right: str, same: bool) -> None:
    assert (match_form(left) == match_form(right)) is same


def test_match_form_keeps_offsets_of_letters_that_grow_in_lower_case() -> None:
    assert len("İ".lower()) == 2
    assert match_form("Tỉnh İ uỷ") == "tỉnh i ủy"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("chuyen doi so", False),
        ("chuyển doi so", True),
        ("Đ", True),
        ("57-NQ/TW", False),
        ("Σ Ж Ø", False),
        ("", False),
    ],
)
def test_has_marks(text: str, marked: bool) -> None:
    assert has_marks(text) is marked


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Nghị quyết 57-NQ/TW", "nghi-quyet-57-nq-tw"),
        ("01-QĐ/ĐU", "01-qd-du"),
        (unicodedata.normalize("NFD", "Đảng ủy xã"), "dang-uy-xa"),
        ("  --  ", ""),
        ("mục 中 III", "muc-iii"),
    ],
)
def test_slug(given: str, wanted: str) -> None:
    assert slug(given) == wanted


def test_words_have_offsets() -> None:
    text = "Điều 5. Đảng_viên"
    assert [(match.start(), match.group()) for match in words(text)] == [
        (0, "Điều"),
        (5, "5"),
        (8, "Đảng"),
        (13, "viên"),
    ]


def test_one_line() -> None:
    assert one_line("  một\n\thai  ba ") == "một hai ba"

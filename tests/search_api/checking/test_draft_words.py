"""What makes two texts the same words."""

from __future__ import annotations

import unicodedata

import pytest

from search_api.checking.words import words_of

SAME = [
    ("hoá", "hóa"),
    ("uỷ ban", "ủy ban"),
    ("THUỶ LỢI", "thủy lợi"),
    ("tòan quốc", "toàn quốc"),
    ("quí", "Quí"),
    ("chuyển  đổi\nsố", "chuyển đổi số"),
    ("giai đoạn 2025 - 2030", "giai đoạn 2025–2030"),
    ("“ba không”", '"ba không"'),
    ("chuy\u00adển đổi", "chuyển đổi"),
    ("Ðảng", "Đảng"),
    (unicodedata.normalize("NFD", "Đảng uỷ xã"), "Đảng uỷ xã"),
    ("a\u00a0b", "a b"),
]
OTHERS = [
    ("đảng", "đang"),
    ("hóa", "hoa"),
    ("tỉ lệ", "tỷ lệ"),
    ("15%", "15"),
    ("1,5", "1.5"),
    ("1.000", "1000"),
    ("10 %", "10 ‰"),
    ("tăng -5%", "tăng 5%"),
    ("12", "l2"),
    ("m2", "m²"),
    ("≥ 5", "≤ 5"),
    ("nghiã", "nghia"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert words_of(one).forms == words_of(other).forms


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_not_the_same(one: str, other: str) -> None:
    assert words_of(one).forms != words_of(other).forms


def test_words_keep_their_places_in_any_normal_form() -> None:
    text = unicodedata.normalize("NFD", "“Đảng uỷ, xã”")
    found = words_of(text)
    assert [unicodedata.normalize("NFC", text[slice(*span)]) for span in found.spans] == ["Đảng", "uỷ", "xã"]
    assert unicodedata.normalize("NFC", found.written(0, 2)) == "Đảng uỷ"
    assert found.written(1, 1) == ""


def test_a_run_is_found_at_whole_words_and_within_bounds() -> None:
    row = words_of("chi bộ thôn, chi bộ xã, chi bộ").row
    run = words_of("chi bộ").forms
    assert [row.find(run), row.find(run, 1), row.find(run, 4), row.find(run, last=True)] == [0, 3, 6, 6]
    assert row.find(run, 1, 4) is None
    assert row.find(run, 1, 5) == 3
    assert row.find(words_of("hi bộ").forms) is None
    assert row.find(run, 7) is None

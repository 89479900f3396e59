"""Figures and dates, as tables: spellings that are one, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures import figures
from corpus.text import fold

SAME = {
    "2%": ["2%", "2 %", "02%", "2,0%", "hai phần trăm", "2 phần trăm", "hai phan tram", "Hai phần trăm", "2 phan tram"],
    "1,5%": ["1,5%", "1.5%", "1,50 %", "1,5 phần trăm"],
    "15%": ["15%", "mười lăm phần trăm", "muoi lam phan tram"],
    "25%": ["hai mươi lăm phần trăm", "25%"],
    "100%": ["100%", "một trăm phần trăm"],
    "30/6": ["30/6", "30/06", "30-6", "30 tháng 6", "ngày 30/6", "trước 30/6", "trước ngày 30-06", "30 thang 6"],
    "3/2": ["ngày 3/2", "ngày 03-02", "mùng 3 tháng 2", "3/2"],
    "6/2025": ["6/2025", "06/2025", "tháng 6/2025", "tháng 6 năm 2025", "thang 6 nam 2025", "tháng 06-2025"],
    "100000": ["100.000", "100000", "100 nghìn", "100 ngàn", "100 nghin", "một trăm nghìn", "100.000 đồng"],
    "1500000": ["1,5 triệu", "1.500.000 đồng", "1500000", "1.5 triệu đồng"],
    "2000000000000": ["2 nghìn tỷ", "2.000 tỷ đồng", "hai nghìn tỉ"],
    "250000": ["250.000", "hai trăm năm mươi nghìn đồng"],
    "3 nam": ["3 năm", "03 năm", "ba năm", "3 nam", "ba nam"],
    "5 nam": ["5 năm", "năm năm", "5 năm 2021-2025"],
    "10 nam": ["10 năm", "mười năm", "muoi nam"],
    "15 nam": ["15 năm", "mười lăm năm"],
    "21 nguoi": ["21 người", "hai mươi mốt người"],
    "105 nguoi": ["105 người", "một trăm linh năm người"],
    "3 dong chi": ["3 đồng chí", "ba đồng chí"],
    "quy 2": ["quý II", "quý 2", "quy ii", "Quý 2"],
    "muc 3": ["mục III", "mục 3", "muc iii"],
    "chuong 4": ["chương IV", "Chương 4"],
    "khoa 13": ["khóa XIII", "khoá 13", "khoa xiii"],
    "dai hoi 14": [
        "Đại hội XIV", "đại hội 14", "đại hội lần thứ XIV", "Đại hội Đảng lần thứ 14", "dai hoi dang lan thu 14",
        "Đại hội đại biểu toàn quốc lần thứ XIV",
    ],
}  # fmt: skip
ROWS = [(key, text) for key, texts in SAME.items() for text in texts]


def keys(text: str) -> list[str]:
    return [figure.key for figure in figures(text)]


@pytest.mark.parametrize(("key", "text"), ROWS)
def test_every_spelling_has_the_one_form(key: str, text: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text", ["30/6/2025", "30-06-2025", "30.6.2025", "ngày 30 tháng 6 năm 2025", "30 thang 6/2025"]
)
def test_a_whole_date_is_its_day_and_its_month_too(text: str) -> None:
    assert keys(text) == ["30/6", "30/6/2025", "6/2025"]


@pytest.mark.parametrize("text", ["quý II/2025", "quý 2 năm 2025", "quy ii-2025"])
def test_a_quarter_of_a_year_is_a_quarter_too(text: str) -> None:
    assert keys(text) == ["quy 2", "quy 2/2025"]


NONE = [
    "sau năm 2025", "năm 2025", "nhiệm kỳ 2025-2030", "bà năm", "hại người", "một số", "phần trăm", "một phần ba",
    "57-NQ/TW", "30/2020/NĐ-CP", "117/2025/QH15", "mục 3.2", "điểm 6.1.2", "2-3 người", "5-7 ngày", "20-30%", "32/13",
    "trước 0/6", "ngày 31.2", "12", "khoản 2", "điều 5", "tam nông", "quý vị", "khóa học", "đại hội",
    "lần đầu", "sau nam", "",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert keys(text) == []


def test_a_span_is_where_the_figure_stands() -> None:
    text = "Trước ngày 30/6 phải đạt hai phần trăm."
    assert [text[slice(*figure.span)] for figure in figures(text)] == ["hai phần trăm", "30/6"]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from([text for _, text in ROWS]), st.text(max_size=8)), max_size=6))
def test_any_text_is_read_and_case_does_not_count(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = list(figures(text))
    assert all(0 <= figure.span.start < figure.span.end <= len(text) for figure in found)
    assert all(figure.key == fold(figure.key) for figure in found)

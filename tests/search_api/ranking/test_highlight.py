"""Marked ranges: the question's words, with the marks that were typed, in code points of the shown text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search_api.ranking.highlight import highlights


def marked(text: str, question: str) -> list[str]:
    return [text[start:end] for start, end in highlights(text, question)]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        # typed marks count, untyped match any
        ("đảng, đang, dâng, dang", "đảng", ["đảng"]),
        ("đảng, đang, dâng, dang", "dang", ["đảng", "đang", "dâng", "dang"]),
        ("Đảng viên và đang viện", "đảng viên", ["Đảng viên"]),
        ("Đảng viên, đang viện", "dang vien", ["Đảng viên", "đang viện"]),
        # case and tone placement do not
        ("Ủy ban, UỶ BAN, ủy ban", "uỷ ban", ["Ủy ban", "UỶ BAN", "ủy ban"]),
        # runs are joined over blanks and line breaks, not over punctuation
        ("chuyển đổi số", "số chuyển đổi", ["chuyển đổi số"]),
        ("chuyển đổi\nsố", "chuyển đổi số", ["chuyển đổi\nsố"]),
        ("chuyển đổi, số hóa", "chuyển đổi số hóa", ["chuyển đổi", "số hóa"]),
        # a lone syllable only where no two stand together
        ("chi bộ họp, bộ phận khác", "chi bộ", ["chi bộ"]),
        ("bộ phận khác", "chi bộ", ["bộ"]),
        # common words alone tell nothing
        ("các là của và", "các của", []),
        ("các là cua va", "cac cua", []),
        ("quyền của đảng viên", "quyền của đảng viên", ["quyền của đảng viên"]),
        ("bàn về đổi mới, chuyển đổi số", "nói gì về chuyển đổi số", ["chuyển đổi số"]),
        ("bàn về chuyển đổi số", "nói gì về chuyển đổi số", ["về chuyển đổi số"]),
        ("ban ve doi moi, chuyển đổi số", "noi gi ve chuyen doi so", ["chuyển đổi số"]),
        ("không có gì", "", []),
        ("", "chi bộ", []),
        # whole words only
        ("bộphận", "bộ", []),
        ("57-NQ/TW", "57-NQ/TW", ["57", "NQ", "TW"]),
        # figures and dates in any spelling
        ("đạt hai phần trăm tổng chi", "2%", ["hai phần trăm"]),
        ("xong trước 30/06/2025.", "30 tháng 6", ["30/06/2025"]),
        ("mức 100.000 đồng", "100 nghìn", ["100.000"]),
        ("mức 100.000 đồng", "101 nghìn", []),
    ],
)
def test_what_is_marked(text: str, question: str, expected: list[str]) -> None:
    assert marked(text, question) == expected


def test_offsets_count_code_points() -> None:
    text = "😀👩🏽‍🌾 chi bộ 🇻🇳 họp"
    assert highlights(text, "chi bộ") == ((text.index("chi"), text.index("chi") + len("chi bộ")),)


def test_offsets_point_into_text_that_is_not_composed() -> None:
    # A combining mark that NFC cannot compose stays a character of its own.
    text = "e\u0301\u0323 chi bộ"
    assert marked(text, "chi bộ") == ["chi bộ"]


WORDS = st.sampled_from(
    ["chi", "bộ", "BỘ", "họp", "đảng", "dang", "và", "😀", "İ", "ß", ",", "\n", "hoá", "hóa", "e\u0301"]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join), st.lists(WORDS, max_size=5).map(" ".join))
def test_ranges_lie_in_the_text_in_order_and_apart(text: str, question: str) -> None:
    text, question = (unicodedata.normalize("NFC", value) for value in (text, question))
    ranges = highlights(text, question)
    edges = [edge for start_end in ranges for edge in start_end]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(text[start:end].strip() == text[start:end] for start, end in ranges)

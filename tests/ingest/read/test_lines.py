from __future__ import annotations

import pytest

from ingest.read.lines import is_ornament, may_precede_marker, starts_marker, tidy


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Đảng\u00a0bộ   xã ", "Đảng bộ xã"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("\u0110a\u0309ng", "Đảng"),
        ("Ðảng ủy", "Đảng ủy"),
        ("một\x00hai\ud800ba\x0bbốn", "một hai ba bốn"),
        ("“giữ nguyên” – dấu…", "“giữ nguyên” – dấu…"),
        ("\n", ""),
    ],
)
def test_tidy(raw: str, text: str) -> None:
    assert tidy(raw) == text


@pytest.mark.parametrize("text", ["*", "---------------", "***", "* * *", "|", "_____", "==="])
def test_ornaments(text: str) -> None:
    assert is_ornament(text)


@pytest.mark.parametrize("text", ["-", "…", "....", "- a", "* Ghi chú", "1", "–"])
def test_text_that_is_no_ornament(text: str) -> None:
    assert not is_ornament(text)


NUMBERED = [
    "1. Một",
    "1.1. Một",
    "10.4.3 Các",
    "1- Một",
    "1/ Một",
    "a) Một",
    "đ) Một",
    "(1) Một",
    "Điều 5. Một",
]
NAMED = ["I- MỘT", "IV. MỘT", "A- MỘT", "- một", "– Một", "+ một", "Chương II", "Phụ lục 1", "Mục 2"]


@pytest.mark.parametrize("text", NUMBERED + NAMED)
def test_markers(text: str) -> None:
    assert starts_marker(text)


@pytest.mark.parametrize(
    "text",
    [
        "57-NQ/TW và",
        "03-CTr/ĐU, ngày",
        "30/2020/NĐ-CP",
        "2025 và",
        "18 tuổi",
        "một hai",
        "Điều này",
        "12/3/2026",
    ],
)
def test_no_markers(text: str) -> None:
    assert not starts_marker(text)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("hết câu.", "1. Một", True),
        ("như sau:", "- một", True),
        ("- Ban Bí thư (để báo cáo),", "- Lưu Văn phòng", True),
        ("phát triển kinh tế", "- xã hội", False),
        ("tại điểm a), b), c),", "d) khoản 1", False),
        ("theo quy định tại khoản", "2. Điều", False),
        ("1. Nhiệm vụ của giảng viên", "a) Thực hiện", True),
        ("1. Theo quy định tại điểm", "a) khoản 2", False),
    ],
)
def test_what_may_stand_before_a_marker(before: str, after: str, expected: bool) -> None:
    assert may_precede_marker(before, after) is expected

from __future__ import annotations

import re

import pytest

from ingest.read.layout import Visual
from ingest.read.ocr.repair import repaired
from ingest.reading import Word


def visual(text: str) -> Visual:
    return Visual(text, words=tuple(Word(found.start(), found.end(), 95) for found in re.finditer(r"\S+", text)))


def repair(*texts: str) -> list[str]:
    [page] = repaired([[visual(text) for text in texts]])
    return [line.text for line in page]


def test_an_article_gets_the_number_that_is_due() -> None:
    assert repair("Điều l. Phạm vi", "Điều 2. Đối tượng", "Điều S. Nguyên tắc", "Điều 4. Kinh phí") == [
        "Điều 1. Phạm vi",
        "Điều 2. Đối tượng",
        "Điều S. Nguyên tắc",  # 5 is not due
        "Điều 4. Kinh phí",
    ]
    nine = [f"Điều {number}. Mục" for number in range(1, 10)]
    assert repair(*nine, "Điều lO. Mục")[-1] == "Điều 10. Mục"


def test_roman_articles_stay() -> None:
    assert repair("Điều I. Phạm vi", "Điều II. Đối tượng") == ["Điều I. Phạm vi", "Điều II. Đối tượng"]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Công văn 34O-CV/ĐU ngày O1/7/2O25", "Công văn 340-CV/ĐU ngày 01/7/2025"),
        ("ngày l5 tháng O8 năm 2025", "ngày 15 tháng 08 năm 2025"),
        ("Số l2-NQ/ĐU", "Số 12-NQ/ĐU"),
        ("l. Trồng cây", "1. Trồng cây"),
        ("l) trồng cây", "l) trồng cây"),
        ("khí O2 và CO2, nước 10l", "khí O2 và CO2, nước 10l"),
        ("chỉ bộ, chỉ uỷ họp; chỉ bộ phận này", "chi bộ, chi uỷ họp; chỉ bộ phận này"),
        ("ĐÀNG CỌNG SÀN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("ĐĂNG BỘ TỈNH MẪU", "ĐẢNG BỘ TỈNH MẪU"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("đang bộ", "đang bộ"),
    ],
)
def test_letters_that_cannot_be_meant(read: str, right: str) -> None:
    assert repair(read) == [right]
    assert len(read) == len(right)


def test_a_repaired_number_is_unsure_and_its_neighbours_are_not() -> None:
    [[line]] = repaired([[visual("ngày O1/7/2025 họp")]])
    assert [word.confidence for word in line.words] == [95, 50, 95]


def test_articles_count_on_over_the_pages() -> None:
    pages = repaired([[visual("Điều 1. Phạm vi")], [visual("Điều Z. Đối tượng")]])
    assert pages[1][0].text == "Điều 2. Đối tượng"

"""Roman numbers read as capitals, and capitals that are none."""

from __future__ import annotations

import re

import pytest

from ingest.read.layout import Visual
from ingest.read.ocr.roman import RomanNumbers
from ingest.reading import Word


def scanned(text: str) -> Visual:
    return Visual(text, None, None, tuple(Word(*found.span(), 95) for found in re.finditer(r"\S+", text)))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["Phụ lục IH"], "Phụ lục III"),
        (["PHỤ LỤC H"], "PHỤ LỤC II"),
        (["Chương HI"], "Chương III"),
        (["từ quý H/2026 đến quý I/2028"], "từ quý II/2026 đến quý I/2028"),
        (["IH. NHIỆM VỤ"], "III. NHIỆM VỤ"),
        (["I- TÌNH HÌNH", "H- NHIỆM VỤ"], "II- NHIỆM VỤ"),
        (["G- TÌNH HÌNH", "H- NHIỆM VỤ"], "H- NHIỆM VỤ"),
        (["H. Nguyễn"], "H. Nguyễn"),
        (["Chương IHI"], "Chương IHI"),
        (["Phần HÀNH CHÍNH"], "Phần HÀNH CHÍNH"),
    ],
)
def test_two_strokes_are_two_where_a_number_must_stand(read: list[str], meant: str) -> None:
    numbers = RomanNumbers()
    assert [numbers.repaired(scanned(line)).text for line in read][-1] == meant


def test_words_move_with_the_letters_and_the_changed_one_is_unsure() -> None:
    line = RomanNumbers().repaired(scanned("quý H/2026 và sau"))
    assert [line.text[word.start : word.end] for word in line.words] == line.text.split()
    assert [word.confidence for word in line.words] == [95, 50, 95, 95]

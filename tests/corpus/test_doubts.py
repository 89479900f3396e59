from __future__ import annotations

import re

import pytest

from corpus.doubts import find_doubts
from corpus.types import RecognisedWord


def doubted(text: str, sure: int = 95, **unsure: int) -> list[str]:
    """Doubtful words of a text whose words are read with one confidence, but for some."""
    words = [
        RecognisedWord(found.start(), found.end(), unsure.get(found.group().strip(".,;"), sure))
        for found in re.finditer(r"\S+", text)
    ]
    return [text[slice(*span)] for span in find_doubts(text, words)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công văn số 34O-CV/ĐU, ngày O1/7/2O25", ["34O-CV/ĐU", "O1/7/2O25"]),
        ("trong l5 ngày", ["l5"]),
        ("Điều L. Phạm vi", ["L"]),
        ("theo khoản l Điều này", ["l"]),
        ("Chương I và điểm l khoản 2, Luật số 72/2025/QH15, khổ A4, mạng 5G", []),
        ("Nghị quyết số 57-NQ/TW, ngày 22/12/2024", []),
    ],
)
def test_letters_among_digits_are_doubtful_however_sure(text: str, found: list[str]) -> None:
    assert doubted(text) == found


def test_numbers_and_what_stands_after_a_unit_must_be_read_surely() -> None:
    assert doubted("Điều 11 và mục III", **{"11": 84, "III": 84}) == ["11", "III"]
    assert doubted("Điều 11 và mục III", **{"11": 85, "III": 85}) == []


def test_a_word_is_doubtful_if_it_is_unsure_and_no_syllable() -> None:
    assert doubted("cấp uỷ chhi bộ", chhi=60, uỷ=60) == ["chhi"]
    assert doubted("Công ty Vinasat", Vinasat=90) == []


def test_signs_around_a_word_are_no_part_of_the_doubt() -> None:
    text = "(năm “2O25”)"
    [span] = find_doubts(text, [RecognisedWord(0, 4, 95), RecognisedWord(5, 12, 95)])
    assert text[slice(*span)] == "2O25"
    assert find_doubts("–", [RecognisedWord(0, 1, 0)]) == ()

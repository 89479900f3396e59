from __future__ import annotations

import pytest
from made_words import found, line

from ingest.read.ocr.found import Found
from ingest.read.ocr.merge import merged, seen_elsewhere


def texts(ours: list[list[Found]], theirs: list[list[Found]]) -> list[str]:
    return [segment.text for segment in merged(ours, theirs)]


@pytest.mark.parametrize(
    ("our", "sure", "their", "surer", "taken"),
    [
        ("trực", 97, "trục", 100, "trực"),  # marks of the first, where both are sure
        ("đâu", 90, "đầu", 99, "đầu"),  # a mark the first left out
        ("đâu", 90, "đầu", 80, "đâu"),
        ("Nghị", 97, "Nghi", 99, "Nghị"),  # a mark the second left out
        ("chỉ", 72, "chi", 99, "chi"),
        ("MẤU", 11, "MẪU", 91, "MẪU"),
        ("294-QOĐ/TW,", 30, "294-QĐ/TW,", 99, "294-QĐ/TW,"),
        ("viét", 80, "viết", 88, "viết"),
        ("sỐ", 79, "số", 100, "số"),
        ("tử.", 70, "tủ", 99, "tủ."),  # signs of the first
    ],
)
def test_which_reading_of_a_word_is_taken(our: str, sure: int, their: str, surer: int, taken: str) -> None:
    assert texts([[found(our, 0, 0, sure)]], [[found(their, 0, 0, surer)]]) == [taken]


def test_what_both_read_is_as_sure_as_the_surer_of_them() -> None:
    [segment] = merged([[found("chi", 0, 0, 40)]], [[found("chi", 0, 0, 90)]])
    assert segment.words[0].confidence == 90


def test_digits_they_do_not_agree_on_are_unsure() -> None:
    [segment] = merged([[found("15/8/2025", 0, 0, 96)]], [[found("16/8/2025", 0, 0, 99)]])
    assert segment.words[0].text == "15/8/2025"
    assert segment.words[0].confidence <= 60


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([line("số: đ5#Ÿ /QĐ", 0, 0, sure=64)], [line("số: 2558/QĐ", 0, 0, sure=97)]),  # a number written by hand
        ([line("ngày", 0, 0) + line("tháng", 80, 0)], [line("ngày 17 tháng", 0, 0)]),
        ([line("Điều", 0, 0)], [line("Điều", 0, 0), line("17", 300, 3)]),
        ([line("ngày 17 tháng", 0, 0)], [line("ngày", 0, 0) + line("tháng", 80, 0)]),
    ],
)
def test_figures_only_one_of_them_reads_are_unsure(ours: list[list[Found]], theirs: list[list[Found]]) -> None:
    words = [word for segment in merged(ours, theirs) for word in segment.words]
    figures = [word.confidence for word in words if any(char.isdigit() for char in word.text)]
    assert figures
    assert max(figures) <= 64


def test_noise_only_one_of_them_sees_is_left_out() -> None:
    ours = [line("về tị việc này", 0, 0, tị=35)]
    assert texts(ours, [line("về", 0, 0) + line("việc này", 60, 0)]) == ["về việc này"]
    assert texts([line("về tị việc này", 0, 0, tị=70)], [line("về", 0, 0) + line("việc này", 60, 0)]) == [
        "về tị việc này"
    ]


def test_what_the_first_overlooked_is_added() -> None:
    assert texts([line("Điều 1", 0, 0)], [line("Điều 1", 0, 0), line("7", 300, 3)]) == ["Điều 1", "7"]
    assert texts([line("Điều 1", 0, 0)], [line("Điều 1", 0, 0), line("j", 300, 3, sure=60)]) == ["Điều 1"]


def test_words_the_second_runs_together_are_those_of_the_first() -> None:
    assert texts([line("số 50-CT/TW, ngày", 0, 0)], [line("số 50-CT/TW,ngày", 0, 0)]) == ["số 50-CT/TW, ngày"]
    assert texts([line("thí điểm", 0, 0)], [line("thíđiểm", 0, 0)]) == ["thí điểm"]


def test_only_what_was_not_seen_in_black_is_taken_from_the_coloured_picture() -> None:
    black = [line("Số", 0, 0)]
    assert seen_elsewhere([line("Số 57", 0, 0)], black) == [[found("57", 30, 0)]]

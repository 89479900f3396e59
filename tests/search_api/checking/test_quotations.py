"""Quotations in drafts as people type them, and what is none."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from corpus.errors import TooLong
from search_api.checking.quotations import Skipped, find_quotations, reason_to_skip
from search_api.checking.words import words_of

MARKED = [
    ("Nêu: “một hai ba”.", ["một hai ba"]),
    ('Nêu "một hai ba" và «bốn năm».', ["một hai ba", "bốn năm"]),
    ('“Giữ nguyên tắc "ba không" ở thôn”', ['Giữ nguyên tắc "ba không" ở thôn']),
    ('"Giữ nguyên tắc "ba không" ở thôn" nhé', ['Giữ nguyên tắc "ba không" ở thôn']),
    ("Từ ‘một hai’ và 'ba bốn' thôi", ["một hai", "ba bốn"]),
    ("”gõ ngược hai đầu”, “đóng sai“ và “thừa dấu cách “ nữa", ["gõ ngược hai đầu", "đóng sai", "thừa dấu cách"]),
    ("(“trong ngoặc”) [“vuông”]", ["trong ngoặc", "vuông"]),
    ("Trích:\n“Đoạn một.\n“Đoạn hai.”\nHết", ["Đoạn một.\n“Đoạn hai."]),
    ("Điều 5, nguyên văn:\nĐảng viên phải:\n- Họp;\n- Học.\nĐoạn khác.", ["Đảng viên phải:\n- Họp;\n- Học."]),
    ("Trích dẫn nguyên văn như sau:\n“Có dấu rồi.”\n", ["Có dấu rồi."]),
    ("Nguyên văn là gì: không ai nói", []),
    ("“” và “ ”", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    found, passed = find_quotations(text)
    assert [text[slice(*one.span)] for one in found] == expected
    assert passed == ()


def test_a_mark_without_its_partner_swallows_nothing_and_is_told() -> None:
    text = "Mở “không đóng.\nĐoạn sau “có đóng” rồi.\nThừa dấu đóng” đây."
    found, passed = find_quotations(text)
    assert [text[slice(*one.span)] for one in found] == ["có đóng"]
    assert [(text[slice(*one.span)], one.reason) for one in passed] == [
        ("không đóng.", Skipped.UNCLOSED),
        ("Thừa dấu đóng", Skipped.UNOPENED),
    ]


def test_what_follows_a_mark_that_is_never_closed_is_still_found() -> None:
    text = 'Trích: "không đóng.\nĐoạn sau.\nTrích: “Giữ "ba không" ở thôn” (NQ).'
    found, passed = find_quotations(text)
    assert [text[slice(*one.span)] for one in found] == ['Giữ "ba không" ở thôn']
    assert [(text[slice(*one.span)], one.reason) for one in passed] == [("không đóng.", Skipped.UNCLOSED)]


SKIPPED = [
    ("công cuộc “chuyển đổi số” này", Skipped.SHORT),
    ("đạt “ít nhất 80%” là được", None),
    ("sinh hoạt chuyên đề “Mỗi đảng viên một việc tốt”", Skipped.NAME),
    ("phong trào mang tên “Mỗi đảng viên một việc tốt”", Skipped.NAME),
    ("yêu cầu “mỗi đảng viên một việc tốt”", None),
    ("Nghị quyết “về phát triển vườn ươm ở thôn”", Skipped.TITLE),
    ("Nghị quyết “phát triển vườn ươm ở thôn”", Skipped.TITLE),
    ("Chỉ thị 05-CT/TW “Về đẩy mạnh học tập và làm theo”", Skipped.TITLE),
    ("Chỉ thị 05-CT/TW nêu “về đẩy mạnh học tập và làm theo”", None),
]


@pytest.mark.parametrize(("text", "reason"), SKIPPED)
def test_why_words_are_not_judged(text: str, reason: Skipped | None) -> None:
    titles = frozenset({words_of("về phát triển vườn ươm ở thôn").forms, words_of("phát triển vườn ươm ở thôn").forms})
    named = [text.index("05-CT/TW") + 8] if "05-CT/TW" in text else []
    (one,), _ = find_quotations(text)
    assert reason_to_skip(text, one, titles, named) is reason


HOSTILE = [
    '"' * 1_000_000,
    "“" * 1_000_000,
    "“a " * 300_000,
    '"a\n' * 300_000,
    "'a " * 300_000,
    "“a” " * 250_000,
    "“" + "a " * 500_000 + "”",
    "trích:\n" * 150_000,
    ("“" + "\n" * 50) * 20_000,
    ":“\n" * 70 + "“”" * 200_000,
    "1," * 400_000 + "1x",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_drafts_are_done_with_in_a_moment(text: str) -> None:
    began = time.process_time()
    with suppress(TooLong):
        find_quotations(text)
    words_of(text)
    assert time.process_time() - began < 8

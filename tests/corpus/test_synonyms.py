"""Other words for the same matter."""

from __future__ import annotations

from itertools import combinations

import pytest

from corpus.abbreviations import in_full
from corpus.synonyms import _GROUPS, in_other_words
from corpus.text import match_form


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Phát triển đảng viên trẻ ở thôn", "kết nạp đảng viên trẻ ở thôn"),
        ("công tác phát triển Đảng", "công tác kết nạp đảng viên"),
        ("tam nông", "nông nghiệp, nông dân, nông thôn"),
        ("lừa đảo qua mạng", "lừa đảo trực tuyến"),
        ("chi bộ họp", "sinh hoạt chi bộ"),
    ],
)
def test_a_name_is_put_in_the_words_of_the_documents_first(text: str, other: str) -> None:
    assert in_other_words(text)[0] == other
    assert match_form(text) not in in_other_words(text)


@pytest.mark.parametrize("text", ["phát triển đảng bộ xã", "chuyển đảng bộ", "kết nạp đoàn viên", "nông dân", ""])
def test_what_only_begins_like_a_name_has_no_other_words(text: str) -> None:
    assert in_other_words(text) == ()


def test_no_name_stands_in_two_rows() -> None:
    forms = [{match_form(name) for name in group} for group in _GROUPS]
    assert all(len(group) > 1 for group in forms)
    assert not any(one & other for one, other in combinations(forms, 2))


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("CĐS ở chi bộ", "chuyển đổi số ở chi bộ"),
        ("AI", "trí tuệ nhân tạo"),
        ("ai làm", "ai làm"),
        ("CB trẻ", "CB trẻ"),
        ("KTGS năm 2026", "kiểm tra, giám sát năm 2026"),
    ],
)
def test_abbreviations_are_put_in_full_where_they_are_sure(text: str, full: str) -> None:
    assert in_full(text) == full

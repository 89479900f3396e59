"""The likeliest marks of a question typed without any, by the words of a corpus that stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import pytest
from doubles import ENCODER

from corpus.runtime.library import Library
from corpus.terms import syllables, text_terms, word_term
from corpus.text import fold
from corpus.types import Filters
from search_api.asking.address import locate
from search_api.asking.marks import with_marks
from search_api.asking.understand import understand
from search_api.ranking.retrieve import Encode

TEXTS = [
    "Chuyển đổi số trong hoạt động của chi bộ",
    "Chi bộ họp mỗi tháng một lần",
    "Chuyên đề của chi bộ quý này",
    "Số đảng viên của chi bộ",
    "Sổ theo dõi chi tiêu",
    "Đổi mới nội dung họp chi bộ",
    "Cây đổ bộ rễ",
]


class Known:
    """The words of a few texts."""

    def __init__(self, texts: list[str]) -> None:
        self._terms = Counter(term for text in texts for term in set(text_terms(text)))
        self._words = {word for text in texts for word in syllables(text) if word.isalpha()}

    def counts(self, terms: Collection[str]) -> dict[str, int]:
        return {term: self._terms[term] for term in terms if self._terms[term]}

    def alike(self, plains: Collection[str]) -> dict[str, int]:
        return {word: self._terms[word_term(word)] for word in self._words if fold(word) in plains}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("chuyen doi so", "chuyển đổi số"),
        ("so theo doi", "sổ theo dõi"),
        ("so dang vien", "số đảng viên"),
        ("chi bo hop moi thang", "chi bộ họp mỗi tháng"),
        ("Chi bo, 57-NQ/TW hop?", "Chi bộ, 57-NQ/TW họp?"),
        ("chi bộ hop", "chi bộ hop"),
        ("xyz abc", "xyz abc"),
        ("chi bo co bao nhieu dang vien", "chi bộ co bao nhiêu đảng viên"),
        ("2025", "2025"),
    ],
)
def test_neighbours_tell_the_marks(typed: str, read: str) -> None:
    assert with_marks(typed, Known(TEXTS)) == read


def test_a_corpus_without_words_changes_nothing() -> None:
    assert with_marks("chuyen doi so", Known([])) == "chuyen doi so"


def test_what_abbreviations_stand_for_does_not_keep_the_rest_without_marks(small: Library) -> None:
    """It is written out with its marks, behind a question that has none."""
    asked = locate(small, understand("UBND cham soc cay giong", Filters()))
    (marked,) = {one.marked for one in Encode(ENCODER, small).run(asked).values()}
    assert marked == "UBND chăm sóc cây giống ủy ban nhân dân"

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reading.alignment import matching

pytest.importorskip("viparse", reason="the library this is measured beside is not installed")
from bench.reading.legacy import score


@settings(max_examples=60, deadline=None)
@given(st.text("abc ", max_size=60), st.text("abc ", max_size=60))
def test_matches_are_a_common_subsequence(a: str, b: str) -> None:
    found = list(matching(a, b))
    assert all(a[i] == b[j] for i, j in found)
    assert all(one[0] < next_[0] and one[1] < next_[1] for one, next_ in pairwise(found))


def test_long_texts_with_a_stretch_left_out() -> None:
    words = [f"từ {number} mới" for number in range(3000)]
    whole, cut = " ".join(words), " ".join(words[:1000] + words[1010:])
    assert sum(1 for _ in matching(cut, whole)) >= len(cut) - 2


def test_the_numbers_of_the_metric() -> None:
    truth = "Báo cáo tài chính quý một"
    assert score(truth, truth) == (1.0, 1.0, 1.0, 1.0)
    bare = score("Bao cao tai chinh quy mot", truth)
    assert bare.diacritics == 0.0
    assert bare.characters == pytest.approx(19 / 25)
    assert bare.syllables == 0.0


def test_capitals_cost_nothing_in_any_case_only() -> None:
    shouted = score("BÁO CÁO", "Báo cáo")
    assert shouted.characters_in_any_case == 1.0
    assert shouted.characters < 0.5

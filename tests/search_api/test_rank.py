"""The order of candidates: total, the same whatever order they come in, and without a model where it cannot help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles import made_document, plain_passages
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Candidate
from search_api.rank import Hit, in_order, rank, semantic_weight

LONG = "một hai ba bốn năm sáu bảy tám chín mười mười một"
PASSAGES = plain_passages(made_document(*[f"{LONG} {place}" for place in range(12)]))


def candidate(place: int, lexical: float, cosine: float, text: str = LONG) -> Candidate:
    return Candidate(replace(PASSAGES[place], text=text), "v", lexical, cosine)


def places(hits: list[Hit]) -> list[int]:
    return [hit.passage.position for hit in hits]


def test_nothing_gives_nothing() -> None:
    assert rank([], 0.8) == []


def test_both_sides_add_up() -> None:
    hits = rank([candidate(0, 10, 0.5), candidate(1, 5, 0.9), candidate(2, 0, 0.5)], 0.8)
    assert places(hits) == [1, 0, 2]
    assert [hit.score for hit in hits] == pytest.approx([0.5 + 0.8, 1.0, 0.0])


def test_equal_scores_are_ordered_by_passage_id() -> None:
    found = [candidate(place, 3, 0.4) for place in (7, 2, 11, 0)]
    by_id = sorted(found, key=lambda one: one.passage.id)
    assert [hit.passage.id for hit in rank(found, 0.8)] == [one.passage.id for one in by_id]


def test_the_last_digits_of_an_engine_do_not_change_the_order() -> None:
    first, second = PASSAGES[1], PASSAGES[0]
    hits = [Hit(first, 1.00000004, ()), Hit(second, 1.00000001, ())]
    assert [hit.passage.id for hit in in_order(hits)] == sorted([first.id, second.id])


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 50), st.floats(-1, 1)), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
    st.sampled_from([0.0, 0.8]),
)
def test_the_order_is_total(scores: list[tuple[float, float]], random, weight: float) -> None:
    found = [candidate(place, *pair) for place, pair in enumerate(scores)]
    shuffled = random.sample(found, len(found))
    hits = rank(found, weight)
    assert hits == rank(shuffled, weight)
    assert sorted(places(hits)) == list(range(len(found)))
    rounded = [round(hit.score, 6) for hit in hits]
    assert rounded == sorted(rounded, reverse=True)
    assert all(0 <= hit.score <= 1.8 + 1e-9 for hit in hits)


def test_one_candidate_and_no_common_term_divide_nothing_by_zero() -> None:
    assert rank([candidate(0, 0, 0.3)], 0.8)[0].score == 0
    assert rank([candidate(0, 2, 0.3)], 0.8)[0].score == 1


def test_a_bare_title_is_worth_less_than_a_text_with_the_same_scores() -> None:
    hits = rank([candidate(0, 4, 0.5, "3.2. Hạ tầng:"), candidate(1, 4, 0.5)], 0.8)
    assert places(hits) == [1, 0]


@pytest.mark.parametrize(
    ("question", "weighs"),
    [("chuyển đổi số", True), ("chuyen doi so", False), ("đ", True), ("57-NQ/TW", False), ("QĐ 294", True)],
)
def test_the_model_weighs_nothing_in_a_question_without_marks(question: str, weighs: bool) -> None:
    assert (semantic_weight(question) > 0) is weighs


def test_reasons_name_the_sides_that_found_a_hit() -> None:
    hits = rank([candidate(0, 10, 0.9), candidate(1, 9, 0.1), candidate(2, 0, 0.8), candidate(3, 0, 0.1)], 1.0)
    assert {hit.passage.position: hit.matched_by for hit in hits} == {
        0: ("lexical", "semantic"),
        1: ("lexical",),
        2: ("semantic",),
        3: ("lexical",),
    }

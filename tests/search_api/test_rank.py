"""The order of candidates: total, the same whatever order they come in, and without a model where it cannot help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from doubles import made_document, plain_passages
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Candidate
from search_api.rank import Hit, Worth, in_order, rank

LONG = "một hai ba bốn năm sáu bảy tám chín mười mười một"
PASSAGES = plain_passages(made_document(*[f"{LONG} {place}" for place in range(12)]))


def candidate(place: int, lexical: float, cosine: float, text: str = LONG) -> Candidate:
    return Candidate(replace(PASSAGES[place], text=text), "v", lexical, cosine)


def places(hits: list[Hit]) -> list[int]:
    return [hit.passage.position for hit in hits]


def test_nothing_gives_nothing() -> None:
    assert rank([], {}) == []


def test_both_sides_add_up() -> None:
    hits = rank([candidate(0, 10, 0.5), candidate(1, 5, 0.9), candidate(2, 0, 0.5)], {})
    assert places(hits) == [1, 0, 2]
    assert [hit.score for hit in hits] == pytest.approx([0.5 + 0.7, 1.0, 0.0])


def test_a_model_that_did_not_understand_has_no_say() -> None:
    hits = rank([candidate(0, 10, 0.5), candidate(1, 5, 0.9), candidate(2, 0, 0.5)], {}, by_meaning=False)
    assert [hit.score for hit in hits] == pytest.approx([1.0, 0.5, 0.0])


def test_one_sentence_that_says_it_all_beats_words_here_and_there() -> None:
    scattered = "Bón phân vào đầu mùa mưa cho cây. Tỉa cành, tưới nước và làm cỏ hằng tuần."
    together = "Chăm sóc vườn ươm theo từng mùa trong năm. Bón phân, tỉa cành hằng tuần."
    hits = rank([candidate(0, 4, 0.5, scattered), candidate(1, 4, 0.5, together)], {"bón": 2, "tỉa": 2, "~tuan": 1})
    assert places(hits) == [1, 0]
    assert [hit.worth.sentence for hit in hits] == pytest.approx([0.6, 0.6 * 3 / 5])


def test_equal_scores_are_ordered_by_passage_id() -> None:
    found = [candidate(place, 3, 0.4) for place in (7, 2, 11, 0)]
    by_id = sorted(found, key=lambda one: one.passage.id)
    assert [hit.passage.id for hit in rank(found, {})] == [one.passage.id for one in by_id]


def test_the_last_digits_of_an_engine_do_not_change_the_order() -> None:
    first, second = PASSAGES[1], PASSAGES[0]
    hits = [Hit(first, Worth(1.00000004)), Hit(second, Worth(1.00000001))]
    assert [hit.passage.id for hit in in_order(hits)] == sorted([first.id, second.id])


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 50), st.floats(-1, 1)), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_the_order_is_total(scores: list[tuple[float, float]], random, by_meaning: bool) -> None:
    found = [candidate(place, *pair) for place, pair in enumerate(scores)]
    shuffled = random.sample(found, len(found))
    terms = {"ba": 1.0, "chín": 2.0}
    hits = rank(found, terms, by_meaning=by_meaning)
    assert hits == rank(shuffled, terms, by_meaning=by_meaning)
    assert sorted(places(hits)) == list(range(len(found)))
    rounded = [round(hit.score, 6) for hit in hits]
    assert rounded == sorted(rounded, reverse=True)
    assert all(0 <= hit.score <= 2.32 + 1e-9 for hit in hits)


def test_one_candidate_and_no_common_term_divide_nothing_by_zero() -> None:
    assert rank([candidate(0, 0, 0.3)], {})[0].score == 0
    assert rank([candidate(0, 2, 0.3)], {})[0].score == 1


def test_a_bare_title_is_worth_less_than_a_text_with_the_same_scores() -> None:
    hits = rank([candidate(0, 4, 0.5, "3.2. Hạ tầng:"), candidate(1, 4, 0.5)], {})
    assert places(hits) == [1, 0]


def dated(place: int, day: date | None, validity: str = "chưa rõ") -> Candidate:
    passage = PASSAGES[place]
    ref = replace(passage.ref, id=f"vb-{place}", issued_on=day, validity=validity)
    return Candidate(replace(passage, id=f"vb-{place}/khoan-1", ref=ref), "v", 4.0, 0.5)


def test_where_the_words_do_not_decide_the_newest_document_in_force_comes_first() -> None:
    old, new, expired = (
        dated(0, date(2012, 1, 1)),
        dated(1, date(2025, 1, 1)),
        dated(2, date(2025, 1, 1), "hết hiệu lực từ 01/11/2025"),
    )
    undated = dated(3, None)
    assert places(rank([old, expired, undated, new], {})) == [1, 0, 3, 2]


def test_reasons_name_the_sides_that_found_a_hit() -> None:
    hits = rank([candidate(0, 10, 0.9), candidate(1, 9, 0.1), candidate(2, 0, 0.8), candidate(3, 0, 0.1)], {})
    assert {hit.passage.position: hit.matched_by for hit in hits} == {
        0: ("lexical", "semantic"),
        1: ("lexical",),
        2: ("semantic",),
        3: ("lexical",),
    }

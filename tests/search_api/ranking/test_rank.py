"""The order of candidates: total, the same whatever order they come in, and without a model where it cannot help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from doubles import listed, made_document, plain_passages
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Candidate
from corpus.wording import packed_words
from search_api.ranking.rank import Hit, Worth, in_order, rank
from search_api.ranking.sentences import WantedWords

LONG = "một hai ba bốn năm sáu bảy tám chín mười mười một"
PASSAGES = plain_passages(made_document(*[f"{LONG} {place}" for place in range(12)]))


PLACES = {passage.id: passage.position for passage in PASSAGES}


def candidate(place: int, lexical: float, cosine: float, text: str = LONG) -> Candidate:
    return Candidate(listed(replace(PASSAGES[place], text=text)), lexical, cosine)


def ranked(
    candidates: list[Candidate], terms: Mapping[str, float] | None = None, *texts: str, by_meaning: bool = True
) -> list[Hit]:
    """Candidates in order; the first of them have these texts."""
    packed = {
        one.listed.point: packed_words(replace(PASSAGES[0], text=text))
        for one, text in zip(candidates, texts, strict=False)
    }
    return rank(candidates, WantedWords(terms or {}, ["bón", "tỉa", "tuần"]), lambda _: packed, by_meaning=by_meaning)


def places(hits: list[Hit]) -> list[int]:
    return [PLACES[hit.listed.id] for hit in hits]


def test_nothing_gives_nothing() -> None:
    assert ranked([]) == []


def test_both_sides_add_up() -> None:
    hits = ranked([candidate(0, 10, 0.5), candidate(1, 5, 0.9), candidate(2, 0, 0.5)])
    assert places(hits) == [1, 0, 2]
    assert [hit.score for hit in hits] == pytest.approx([0.5 + 0.7, 1.0, 0.0])


def test_a_model_that_did_not_understand_has_no_say() -> None:
    hits = ranked([candidate(0, 10, 0.5), candidate(1, 5, 0.9), candidate(2, 0, 0.5)], by_meaning=False)
    assert [hit.score for hit in hits] == pytest.approx([1.0, 0.5, 0.0])


def test_one_sentence_that_says_it_all_beats_words_here_and_there() -> None:
    scattered = "Bón phân vào đầu mùa mưa cho cây. Tỉa cành, tưới nước và làm cỏ hằng tuần."
    together = "Chăm sóc vườn ươm theo từng mùa trong năm. Bón phân, tỉa cành hằng tuần."
    terms = {"bón": 2, "tỉa": 2, "~tuan": 1}
    hits = ranked([candidate(0, 4, 0.5), candidate(1, 4, 0.5)], terms, scattered, together)
    assert places(hits) == [1, 0]
    assert [hit.worth.sentence for hit in hits] == pytest.approx([0.6, 0.6 * 3 / 5])


def test_equal_scores_are_ordered_by_passage_id() -> None:
    found = [candidate(place, 3, 0.4) for place in (7, 2, 11, 0)]
    by_id = sorted(found, key=lambda one: one.listed.id)
    assert [hit.listed.id for hit in ranked(found)] == [one.listed.id for one in by_id]


def test_the_last_digits_of_an_engine_do_not_change_the_order() -> None:
    first, second = PASSAGES[1], PASSAGES[0]
    hits = [Hit(listed(first), Worth(1.00000004)), Hit(listed(second), Worth(1.00000001))]
    assert [hit.listed.id for hit in in_order(hits)] == sorted([first.id, second.id])


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
    hits = ranked(found, terms, by_meaning=by_meaning)
    assert hits == ranked(shuffled, terms, by_meaning=by_meaning)
    assert sorted(places(hits)) == list(range(len(found)))
    rounded = [round(hit.score, 6) for hit in hits]
    assert rounded == sorted(rounded, reverse=True)
    assert all(0 <= hit.score <= 2.32 + 1e-9 for hit in hits)


def test_one_candidate_and_no_common_term_divide_nothing_by_zero() -> None:
    assert ranked([candidate(0, 0, 0.3)])[0].score == 0
    assert ranked([candidate(0, 2, 0.3)])[0].score == 1


def test_a_bare_title_is_worth_less_than_a_text_with_the_same_scores() -> None:
    hits = ranked([candidate(0, 4, 0.5, "3.2. Hạ tầng:"), candidate(1, 4, 0.5)])
    assert places(hits) == [1, 0]


def dated(place: int, day: date | None, validity: str = "chưa rõ") -> Candidate:
    passage = PASSAGES[place]
    ref = replace(passage.ref, id=f"vb-{place}", issued_on=day, validity=validity)
    return Candidate(replace(listed(passage), ref=ref), 4.0, 0.5)


def test_where_the_words_do_not_decide_the_newest_document_in_force_comes_first() -> None:
    old, new, expired = (
        dated(0, date(2012, 1, 1)),
        dated(1, date(2025, 1, 1)),
        dated(2, date(2025, 1, 1), "hết hiệu lực từ 01/11/2025"),
    )
    undated = dated(3, None)
    assert places(ranked([old, expired, undated, new])) == [1, 0, 3, 2]


def test_a_text_that_does_not_say_what_it_is_stands_below_a_document_that_does() -> None:
    loose = dated(0, None)
    loose = loose._replace(listed=replace(loose.listed, ref=replace(loose.listed.ref, number=None, kind=None)))
    by_kind = loose._replace(listed=replace(dated(1, None).listed, ref=replace(dated(1, None).listed.ref, number=None)))
    assert places(ranked([loose, by_kind])) == [1, 0]
    assert ranked([loose])[0].worth.factor < ranked([by_kind])[0].worth.factor


def test_reasons_name_the_sides_that_found_a_hit() -> None:
    hits = ranked([candidate(0, 10, 0.9), candidate(1, 9, 0.1), candidate(2, 0, 0.8), candidate(3, 0, 0.1)])
    assert {PLACES[hit.listed.id]: hit.matched_by for hit in hits} == {
        0: ("lexical", "semantic"),
        1: ("lexical",),
        2: ("semantic",),
        3: ("lexical",),
    }

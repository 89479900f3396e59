from __future__ import annotations

import unicodedata

import pytest

from corpus.terms import (
    FOLDED_SHARE,
    passage_vector,
    query_terms,
    query_vector,
    query_weights,
    said_terms,
    syllables,
    term_id,
    text_terms,
)
from corpus.types import SparseVector


def score(question: str, *passages: str) -> list[float]:
    """Inner products of a question with passages that are the whole corpus."""
    vectors = [passage_vector(passage, ()) for passage in passages]
    counts: dict[int, int] = {}
    for vector in vectors:
        for term in vector.ids:
            counts[term] = counts.get(term, 0) + 1
    asked = query_vector(query_weights(query_terms(question), counts, len(passages)))
    return [product(asked, vector) for vector in vectors]


def product(left: SparseVector, right: SparseVector) -> float:
    weights = dict(zip(right.ids, right.weights, strict=True))
    return sum(weight * weights.get(term, 0.0) for term, weight in zip(left.ids, left.weights, strict=True))


def test_syllables_and_pairs_each_written_and_folded() -> None:
    assert text_terms("Cấp uỷ, cấp") == {
        "cấp": 2, "ủy": 1, "cấp_ủy": 1, "ủy_cấp": 1,
        "~cap": 2, "~uy": 1, "~cap_uy": 1, "~uy_cap": 1,
    }  # fmt: skip


def test_a_typed_mark_asks_for_the_written_term_and_less_for_the_folded_one() -> None:
    assert query_terms("đảng") == {"đảng": 1.0, "~dang": FOLDED_SHARE}
    assert query_terms("dang") == {"~dang": 1.0}
    assert query_terms("57") == {"~57": 1.0}


@pytest.mark.parametrize("question", ["đảng dang", "dang đảng"])
def test_an_unmarked_twin_is_not_discounted(question: str) -> None:
    assert query_terms(question)["~dang"] == 1.0


def test_typed_marks_count() -> None:
    party, present, raised, other = score("đảng", "tổ chức đảng", "đang họp", "dâng hoa", "kế hoạch năm")
    assert party > present == raised > other == 0.0


def test_unmarked_words_match_any_marks() -> None:
    party, present, other = score("dang", "tổ chức đảng", "việc đang họp", "kế hoạch năm")
    assert party == present > other == 0.0


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("chuyen doi so", "chuyển đổi số"),
        ("CHUYỂN ĐỔI SỐ", "chuyển đổi số"),
        ("uỷ ban", "Ủy ban"),
        (unicodedata.normalize("NFD", "chuyển đổi số"), "chuyển đổi số"),
        ("57-NQ/TW", "Nghị quyết 57-NQ/TW"),
    ],
)
def test_ways_of_typing_that_find(question: str, passage: str) -> None:
    found, other = score(question, passage, "việc khác hẳn")
    assert found > other == 0.0


def test_neighbouring_syllables_are_worth_more_than_scattered_ones() -> None:
    together, apart = score("tổ chức", "tổ chức họp bàn", "tổ họp bàn chức")
    assert together > apart > 0.0


def test_normal_forms_give_the_same_terms() -> None:
    text = "Đổi mới sáng tạo; hoá, hóa"
    assert text_terms(unicodedata.normalize("NFD", text)) == text_terms(text)
    assert syllables(unicodedata.normalize("NFD", "Điều 5")) == ["điều", "5"]


def test_a_term_weighs_more_the_oftener_it_occurs_and_less_the_longer_the_passage() -> None:
    def weight(text: str) -> float:
        return product(SparseVector((term_id("~chi"),), (1.0,)), passage_vector(text, ()))

    filler = " ".join(["từ"] * 8)
    once, twice, thrice = (weight(" ".join(["chi"] * times + ["từ"] * (10 - times))) for times in (1, 2, 3))
    assert 0 < once < twice < thrice
    assert twice - once > thrice - twice, "saturation"
    assert weight("chi " + filler) > weight("chi " + filler * 40) > 0


def test_a_rarer_term_weighs_more() -> None:
    shares = {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0}
    frequencies = {term_id("a"): 1, term_id("b"): 50, term_id("c"): 100}
    vector = query_vector(query_weights(shares, frequencies, 100))
    weights = dict(zip(vector.ids, vector.weights, strict=True))
    assert weights[term_id("a")] > weights[term_id("b")] > weights[term_id("c")] > 0
    assert term_id("d") not in weights, "what no passage has cannot be looked for"


def test_titles_above_a_passage_help_to_find_it() -> None:
    with_trail, without = passage_vector("Họp hằng tháng.", ("Điều 5. Sinh hoạt chi bộ",)), passage_vector("Họp.", ())
    assert term_id("sinh_hoạt") in with_trail.ids
    assert term_id("sinh_hoạt") not in without.ids


def test_the_vector_is_in_order_and_the_same_every_time() -> None:
    vector = passage_vector("Đảng ủy xã lãnh đạo chuyển đổi số, số hóa hồ sơ", ())
    assert list(vector.ids) == sorted(set(vector.ids))
    assert len(vector.ids) == len(vector.weights)
    assert vector == passage_vector("Đảng ủy xã lãnh đạo chuyển đổi số, số hóa hồ sơ", ())


def test_term_ids_are_fixed_for_good() -> None:
    # An index holds them: another function here would silently find nothing.
    assert (term_id("đảng"), term_id("~dang_vien")) == (3890851962, 3643613634)


@pytest.mark.parametrize("text", ["", "…", " - "])
def test_a_text_without_words_has_no_terms(text: str) -> None:
    assert passage_vector(text, ()) == SparseVector((), ())
    assert query_terms(text) == {}


@pytest.mark.parametrize("asked", ["2%", "2 %", "hai phần trăm", "2 phần trăm", "hai phan tram"])
@pytest.mark.parametrize("printed", ["đạt 02% tổng chi", "đạt hai phần trăm tổng chi", "đạt 2 % tổng chi"])
def test_a_figure_is_found_however_it_is_written(asked: str, printed: str) -> None:
    right, other = score(asked, printed, "đạt 3% tổng chi")
    assert right > other


@pytest.mark.parametrize("asked", ["chuyen đổi", "chuyển doi"])
def test_a_pair_typed_half_without_marks_counts_as_a_pair(asked: str) -> None:
    together, apart = score(asked, "chuyển đổi", "chuyển nhanh đổi")
    assert together > 1.5 * apart


def test_a_pair_that_stands_as_typed_means_no_other() -> None:
    assert score("chi bộ", "chi bộ", "chỉ bỏ")[0] > 2 * score("chi bộ", "chi bộ", "chỉ bỏ")[1]


def test_a_text_says_its_words_and_pairs_as_a_question_may_look_for_them() -> None:
    assert said_terms("Đổi mới 5") == {
        "đổi", "mới", "5", "đổi_mới", "mới_5", "~doi", "~moi", "~5", "~doi_moi", "~moi_5"
    }  # fmt: skip
    text = "Chi bộ họp, đảng viên dự."
    words_and_pairs = {term for term in query_terms(text) if not term.startswith("#")}
    assert words_and_pairs <= said_terms(text)

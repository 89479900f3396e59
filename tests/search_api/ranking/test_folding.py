"""The same rule in two documents is one hit, shown where it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from doubles import listed, made_document, plain_passages

from corpus.wording import packed_words
from search_api.ranking.folding import fold_copies, pairs_of, says_the_same
from search_api.ranking.rank import Hit, Worth

RULE = "Chi bộ họp định kỳ mỗi tháng một lần vào ngày mồng ba, do bí thư chi bộ triệu tập và chủ trì"
(PASSAGE,) = plain_passages(made_document(RULE))

TEXTS: dict[int, bytes] = {}


def hit(document: str, score: float, text: str = RULE, day: date | None = None, validity: str = "chưa rõ") -> Hit:
    ref = replace(PASSAGE.ref, id=document, issued_on=day, validity=validity)
    passage = replace(PASSAGE, id=f"{document}/khoan-1", ref=ref, text=text)
    TEXTS[listed(passage, text).point] = packed_words(passage)
    return Hit(listed(passage, text), Worth(score))


def folded(hits: list[Hit]) -> list[Hit]:
    return fold_copies(hits, lambda points: {point: TEXTS[point] for point in points})


def shown(hits: list[Hit]) -> list[tuple[str, list[str]]]:
    return [(one.listed.ref.id, [other.ref.id for other in one.also]) for one in folded(hits)]


def test_the_newest_is_shown_where_the_best_stood() -> None:
    hits = [
        hit("cu", 1.0, day=date(2012, 1, 1)),
        hit("khac", 0.9, "Một điều khác hẳn"),
        hit("moi", 0.8, day=date(2025, 1, 1)),
    ]
    assert shown(hits) == [("moi", ["cu"]), ("khac", [])]
    assert folded(hits)[0].score == 1.0


def test_one_in_force_goes_before_a_newer_one_that_is_not() -> None:
    hits = [hit("het", 1.0, day=date(2025, 1, 1), validity="hết hiệu lực"), hit("con", 0.8, day=date(2020, 1, 1))]
    assert shown(hits) == [("con", ["het"])]


def test_one_the_question_names_stays() -> None:
    named = hit("cu", 0.0, day=date(2012, 1, 1))._replace(worth=Worth(1.0, named=4.0))
    assert shown([named, hit("moi", 0.9, day=date(2025, 1, 1))]) == [("cu", ["moi"])]


def test_a_few_words_or_a_year_may_differ() -> None:
    other = RULE.replace("mồng ba", "mồng bốn")
    assert says_the_same(*(pairs_of(packed_words(replace(PASSAGE, text=text))) for text in (RULE.upper(), RULE)))
    assert shown([hit("a", 1.0), hit("b", 0.9, other)]) == [("a", ["b"])]


def test_other_rules_short_titles_and_units_of_one_document_stay_apart() -> None:
    apart = [
        hit("a", 1.0),
        hit("b", 0.9, RULE.replace("mỗi tháng", "mỗi quý").replace("triệu tập", "ủy quyền họp bàn")),
    ]
    assert shown(apart) == [("a", []), ("b", [])]
    short = "1. Phạm vi điều chỉnh"
    assert shown([hit("a", 1.0, short), hit("b", 0.9, short)]) == [("a", []), ("b", [])]
    assert shown([hit("a", 1.0), hit("a", 0.9)]) == [("a", []), ("a", [])]

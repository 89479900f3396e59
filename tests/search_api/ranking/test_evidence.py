"""What speaks for an answer, and that it is told in the API and by the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from doubles import listed, made_document, plain_passages
from fastapi.testclient import TestClient

from corpus.abbreviations import write_out
from corpus.terms import query_terms
from corpus.types import Filters
from search_api.asking.address import Addressed
from search_api.asking.named_document import WantedDocument
from search_api.asking.understand import understand
from search_api.ranking.evidence import ANSWERED, Evidence, evidence_of
from search_api.ranking.rank import Hit, Worth
from search_api.ranking.term_counts import TermCounts
from search_api.service import Service

(PASSAGE,) = plain_passages(made_document("1. Chi bộ họp mỗi tháng một lần. Bí thư chi bộ chủ trì."))


def evidence(
    question: str,
    *texts: str,
    cosine: float | None = 0.9,
    absent: str = "",
    counts: Mapping[str, int] | None = None,
    is_brief: bool = False,
) -> Evidence:
    """What hits with these texts, best first, say of a question; without texts the one passage."""
    query = understand(question, Filters())
    best = [replace(PASSAGE, text=text) for text in texts] or [PASSAGE]
    typed, words = query.text, write_out(query.text)
    addressed = Addressed(query, (), True, Filters(), (), (), words, typed, (), absent)
    terms = TermCounts(dict.fromkeys(query_terms(words), 2) | (counts or {}), 20)
    hits = [Hit(replace(listed(passage), is_brief=is_brief), Worth(1.0), cosine or 0.0) for passage in best]
    return evidence_of(hits, best, addressed, words, terms, known_model=cosine is not None)


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("chi bộ họp", 1.0),
        ("chi bộ họp mỗi tháng mấy lần", 1.0),
        ("chi bộ họp ở đâu và vì sao", 1.0),
        ("bí thư chủ trì", 6 / 7),
        ("chi bộ họp trực tuyến", 5 / 9),
        ("bóng đá hôm nào", 0.0),
        ("chi bo hop", 1.0),
        ("chi bo hop truc tuyen", 5 / 9),
    ],
)
def test_the_best_hit_has_so_much_of_the_telling_words_and_their_pairs(question: str, share: float) -> None:
    assert evidence(question).terms == pytest.approx(share)


def test_rare_words_tell_more() -> None:
    often = evidence("chi bộ họp trực tuyến", counts={"trực": 15, "tuyến": 15}).terms
    assert often > evidence("chi bộ họp trực tuyến").terms


def test_words_of_two_syllables_are_wanted_whole() -> None:
    """Two words make one if most passages of the rarer have both side by side."""
    rule = "1. Chi bộ họp mỗi tháng, thưởng đảng viên; tiền ăn tự túc."
    assert evidence("chi bộ tiền thưởng", rule, counts={"bộ_tiền": 0}).compounds == 1
    assert evidence("chi bộ tiền thưởng", rule, counts={"bộ_tiền": 0, "tiền_thưởng": 0}).compounds == 0
    assert evidence("sổ sách tiền thưởng", rule, counts={"sách_tiền": 0}).compounds == 2
    assert evidence("chi bộ họp", rule).compounds == 0
    assert evidence("họp", rule).compounds == 0


def test_a_question_for_a_figure_wants_one() -> None:
    assert evidence("chi bộ họp mấy lần").figureless == 0
    assert evidence("chi bộ họp mấy lần", "1. Chi bộ họp đều đặn.").figureless == 1
    assert evidence("chi bộ họp thế nào", "1. Chi bộ họp đều đặn.").figureless == 0


def test_a_figure_may_stand_in_a_hit_below_the_best() -> None:
    regular, often = "Chi bộ họp đều đặn.", "Chi bộ họp 12 lần."
    assert evidence("chi bộ họp mấy lần", often, regular).figureless == 0
    assert evidence("chi bộ họp mấy lần", regular, often).figureless == 1 / 2
    assert evidence("chi bộ họp mấy lần", regular, regular, often).figureless == pytest.approx(2 / 3)


def test_what_is_counted_is_read_from_what_was_typed_not_from_what_an_abbreviation_stands_for() -> None:
    """The words that are written out stand behind the question and are not what it counts."""
    assert write_out("TTCT họp tháng mấy").endswith("mấy trung tâm chính trị")
    assert evidence("TTCT họp tháng mấy", "Họp trong tháng 12.").figureless == 0


def test_the_numbers_of_a_question_are_looked_for() -> None:
    rule = "Điều 4. Chi bộ nhiệm kỳ 2025 - 2030 tặng huy hiệu 50 năm."
    assert evidence("huy hiệu 50 năm", rule).numberless == 0
    assert evidence("huy hiệu 60 năm", rule).numberless == 1
    assert evidence("nhiệm kỳ 2030 và 2045", rule).numberless == 0
    assert evidence("tặng huy hiệu", rule).numberless == 0
    assert evidence("điều 04 nói gì về chi bộ", rule).numberless == 0


def test_roman_numbers_are_numbers_unless_they_are_syllables() -> None:
    assert evidence("đại hội khóa XIII", "Đại hội khóa XII.").numberless == 1
    assert evidence("đại hội khóa XIII", "Đại hội khóa XIII.").numberless == 0
    assert evidence("hành vi nào", "Điều cấm.").numberless == 0


def test_a_number_may_stand_in_the_title_of_the_document() -> None:
    assert PASSAGE.ref.title is not None
    named = replace(PASSAGE, ref=replace(PASSAGE.ref, title="Kế hoạch năm 2031"))
    query = understand("chi bộ năm 2031", Filters())
    addressed = Addressed(query, (), True, Filters(), (), (), query.text, query.text, ())
    hits = [Hit(listed(named), Worth(1.0))]
    terms = TermCounts({}, 20)
    assert evidence_of(hits, [named], addressed, query.text, terms, known_model=True).numberless == 0
    assert evidence_of(hits, [PASSAGE], addressed, query.text, terms, known_model=True).numberless == 1


def test_a_bare_title_tells_nothing() -> None:
    assert evidence("chi bộ họp", is_brief=True).untold == 1
    assert evidence("chi bộ họp").untold == 0
    assert evidence("chi bộ họp", is_brief=True).confidence < evidence("chi bộ họp").confidence


def test_without_a_hit_there_is_no_evidence() -> None:
    query = understand("chi bộ họp", Filters())
    addressed = Addressed(query, (), True, Filters(), (), (), query.text, query.text, ())
    nothing = evidence_of([], [], addressed, query.text, TermCounts({}, 0), known_model=True)
    assert nothing.confidence < ANSWERED


@pytest.mark.parametrize("cosine", [0.9, None])
def test_marks_that_were_not_typed_change_nothing(cosine: float | None) -> None:
    """What the question is understood as is the same, so the verdict is."""
    counts = {"trực_tuyến": 2}
    plain = {"~truc": 2, "~tuyen": 2, "~truc_tuyen": 2}
    typed = evidence("chi bộ họp trực tuyến", counts=counts, cosine=cosine)
    assert evidence("chi bo hop truc tuyen", counts=plain, cosine=cosine).confidence == pytest.approx(typed.confidence)


def test_a_number_that_the_corpus_has_not_speaks_against_an_answer() -> None:
    assert isinstance(understand("nghị quyết 99-NQ/TW", Filters()).document, WantedDocument)
    assert evidence("nghị quyết 99-NQ/TW nói gì", absent="Nghị quyết số 99-NQ/TW").absent == 1
    assert evidence("nghị quyết 99-NQ/TW nói gì").absent == 0
    assert evidence("nghị quyết 99-NQ/TW chi bộ họp").confidence < evidence("chi bộ họp").confidence


def test_a_hit_that_tells_what_became_of_the_number_outweighs_that_it_is_not_here() -> None:
    told = "3. Quy định này thay thế Quy định số 99-QĐ/TW, ngày 01/2/2020."
    name = "Quy định số 99"
    assert evidence("quy định 99 còn hiệu lực không", told, absent=name).absent == 0
    assert evidence("quy định 99", told, absent=name).absent == 0
    assert evidence("quy định 98 còn hiệu lực không", told, absent="Quy định số 98").absent == 1
    assert evidence("quy định 99 nói gì về họp chi bộ", told, absent=name).absent == 1


def test_a_unit_that_is_not_there_speaks_against_an_answer(service: Service) -> None:
    found = service.find("khoản 9 mục III nghị quyết 57", Filters())
    assert (found.evidence.named, found.evidence.absent, found.answered) == (False, 1, False)


def test_more_evidence_is_more_confidence() -> None:
    assert evidence("chi bộ họp", cosine=0.9).confidence > evidence("chi bộ họp", cosine=0.8).confidence
    assert evidence("chi bộ họp").confidence > evidence("chi bộ họp trực tuyến").confidence
    assert evidence("chi bộ họp", cosine=None).confidence > evidence("chi bộ họp trực tuyến", cosine=None).confidence
    assert 0 < evidence("bóng đá hôm nào", cosine=-1).confidence < evidence("chi bộ họp").confidence < 1


def test_a_place_that_is_there_is_an_answer(service: Service) -> None:
    found = service.search("khoản 2 mục III nghị quyết 57", Filters(), 1, 10)
    assert (found.answered, found.confidence) == (True, 1.0)


def test_what_nothing_answers_comes_with_the_nearest_sections(service: Service) -> None:
    found = service.search("giá vàng hôm nay bao nhiêu một lượng", Filters(), 1, 10)
    assert not found.answered
    assert len(found.hits) <= 5
    assert found.total == len(found.hits)


def test_why_a_hit_stands_where_it_does_is_told_when_asked(client: TestClient) -> None:
    asked = {"q": "số hóa sổ theo dõi cây giống", "explain": "true"}
    hit = client.get("/api/search", params=asked).json()["hits"][0]
    told = hit["explanation"]
    total = (told["lexical"] + told["semantic"] + told["sentence"]) * told["factor"] + told["newness"] + told["named"]
    assert total == pytest.approx(hit["score"], abs=0.001)
    assert {"số hóa", "cây giống"} <= {term["term"] for term in told["terms"]}
    weights = [term["weight"] for term in told["terms"]]
    assert weights == sorted(weights, reverse=True)
    assert client.get("/api/search", params={"q": "cây giống"}).json()["hits"][0]["explanation"] is None

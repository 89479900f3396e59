"""What speaks for an answer, and that it is told in the API and by the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from doubles import listed, made_document, plain_passages
from fastapi.testclient import TestClient

from corpus.terms import query_terms
from corpus.types import Filters
from search_api.asking.address import Addressed
from search_api.asking.named_document import WantedDocument
from search_api.asking.understand import understand
from search_api.ranking.evidence import Evidence, evidence_of
from search_api.ranking.rank import Hit, Worth
from search_api.ranking.term_counts import TermCounts
from search_api.service import Service

(PASSAGE,) = plain_passages(made_document("1. Chi bộ họp mỗi tháng một lần. Bí thư chi bộ chủ trì."))


def evidence(
    question: str,
    text: str | None = None,
    cosine: float | None = 0.9,
    absent: str = "",
    counts: Mapping[str, int] | None = None,
) -> Evidence:
    query = understand(question, Filters())
    passage = PASSAGE if text is None else replace(PASSAGE, text=text)
    addressed = Addressed(query, (), True, Filters(), (), (), query.text, query.text, (), absent)
    terms = TermCounts(dict.fromkeys(query_terms(query.text), 2) | (counts or {}), 20)
    hits = [Hit(listed(passage), Worth(1.0), cosine or 0.0)]
    return evidence_of(hits, passage, addressed, query.text, terms, (), known_model=cosine is not None)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("chi bộ họp", 1.0),
        ("chi bộ họp mỗi tháng mấy lần", 1.0),
        ("chi bộ họp ở đâu và vì sao", 1.0),
        ("chi bộ họp trực tuyến", 3 / 5),
        ("bóng đá hôm nào", 0.0),
    ],
)
def test_the_best_sentence_has_so_much_of_the_telling_words(question: str, sentence: float) -> None:
    assert evidence(question).sentence == pytest.approx(sentence, abs=0.01)


def test_pairs_count_where_both_words_tell() -> None:
    assert evidence("bí thư chủ trì").pairs == pytest.approx(2 / 3)


def test_words_of_two_syllables_are_wanted_whole() -> None:
    """Two words make one if most passages of the rarer have both side by side."""
    rule = "1. Chi bộ họp mỗi tháng, thưởng đảng viên; tiền ăn tự túc."
    assert evidence("chi bộ tiền thưởng", rule, counts={"bộ_tiền": 0}).compounds == 1 / 2
    assert evidence("chi bộ tiền thưởng", rule, counts={"bộ_tiền": 0, "tiền_thưởng": 0}).compounds == 0
    assert evidence("chi bộ họp", rule).compounds == 0
    assert evidence("họp", rule).compounds == 0


def test_a_question_for_a_figure_wants_one() -> None:
    assert evidence("chi bộ họp mấy lần").figureless == 0
    assert evidence("chi bộ họp mấy lần", "1. Chi bộ họp đều đặn.").figureless == 1
    assert evidence("chi bộ họp thế nào", "1. Chi bộ họp đều đặn.").figureless == 0


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

"""What the reader needs of a document over HTTP: relations, notes, page turns; and where words stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from doubles import ADDRESS, ENCODER
from fastapi.testclient import TestClient
from small_corpus import BCT, NQ57, TW, document, put

from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.types import Note, Reference, Span
from search_api.app import create_app
from search_api.service import Service

BASES = "Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị;"
REPEATED = "Căn cứ Nghị quyết số 57-NQ/TW và Nghị quyết số 18-NQ/TW, ngày 25/10/2017;"
AMBIGUOUS = "Thực hiện Kết luận số 99-KL/TW của Ban Bí thư."
ENDS = "Quyết định này thay thế Quyết định số 20-QĐ/TW, ngày 01/3/2020 của Bộ Chính trị."


def said(text: str, *relations: tuple[str, str]) -> tuple[Reference, ...]:
    """References to numbers, where a text has them."""
    return tuple(
        Reference(relation, number, None, Span(text.index(number), text.index(number) + len(number)))
        for relation, number in relations
    )


@pytest.fixture
def made(library: Library, settings: Settings) -> Iterator[TestClient]:
    """A decision with everything, and the documents it speaks of."""
    units = {"phần đầu ": f"{BASES}\n{REPEATED}", "điều 1": f"Điều 1. {AMBIGUOUS}", "điều 2": f"Điều 2. {ENDS}"}
    decision, content = document("21-QĐ/TW", "Quyết định", "về vườn", BCT, date(2025, 5, 1), units)
    text = decision.text
    relations = (
        *said(
            text, ("căn cứ", "57-NQ/TW"), ("căn cứ", "18-NQ/TW"), ("thực hiện", "99-KL/TW"), ("thay thế", "20-QĐ/TW")
        ),
        Reference("căn cứ", None, "Điều lệ Đảng", Span(0, 3)),
        # Said twice, told once.
        Reference("căn cứ", "57-NQ/TW", None, Span(text.rindex("57-NQ/TW"), text.rindex("57-NQ/TW") + 8)),
    )
    notes = (Note("1", text.index("Điều 1.") + 7, "Ghi chú.", 1), Note("*", None, "Lạc chỗ.", 1))
    turned = replace(decision, relations=relations, notes=notes, page_starts=(0, text.index("của Ban Bí thư")))
    for other, file in (
        document("20-QĐ/TW", "Quyết định", "về vườn cũ", BCT, date(2020, 3, 1), {"điều 1": "Điều 1. Việc cũ."}),
        document("18-NQ/TW", "Nghị quyết", "về tưới nước", TW, date(2017, 10, 25), {"khoản 1": "1. Tưới nước."}),
        document("18-NQ/TW", "Nghị quyết", "về đất vườn", TW, date(2022, 6, 16), {"khoản 1": "1. Đo lại đất."}),
        (NQ57, b"%PDF-57"),
        (turned, content),
    ):
        put(library, settings, other, file)
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as client:
        yield client


@pytest.fixture
def detail(made: TestClient) -> dict:
    found: dict = made.get("/api/documents/21-qd-tw-2025-05-01").json()
    return found


def test_relations_name_the_documents_the_corpus_has_where_nothing_is_left_to_guess(detail: dict) -> None:
    told = [
        (one["relation"], one["number"] or one["name"], (one["document"] or {}).get("id"))
        for one in detail["relations"]
    ]
    assert told == [
        ("căn cứ", "57-NQ/TW", "57-nq-tw-2024-12-22"),
        ("căn cứ", "18-NQ/TW", "18-nq-tw-2017-10-25"),
        ("thực hiện", "99-KL/TW", None),
        ("thay thế", "20-QĐ/TW", "20-qd-tw-2020-03-01"),
        ("căn cứ", "Điều lệ Đảng", None),
    ]


def test_a_document_that_was_ended_tells_by_which(made: TestClient, detail: dict) -> None:
    ended = made.get("/api/documents/20-qd-tw-2020-03-01").json()
    assert ended["document"]["validity"].startswith("hết hiệu lực do Quyết định số 21-QĐ/TW")
    assert ended["ended_by"]["id"] == detail["document"]["id"]
    assert detail["ended_by"] is None


def test_notes_are_told_with_the_unit_their_mark_stands_in(detail: dict) -> None:
    notes = {unit["address"]: unit["notes"] for unit in detail["outline"] if unit["notes"]}
    assert notes == {"dieu-1": [{"label": "1", "at": 7, "text": "Ghi chú.", "page": 1}]}
    assert detail["notes"] == [{"label": "*", "at": None, "text": "Lạc chỗ.", "page": 1}]


def test_a_page_that_begins_inside_a_unit_is_told(detail: dict) -> None:
    turns = {unit["address"]: unit["turns"] for unit in detail["outline"] if unit["turns"]}
    [(address, [turn])] = turns.items()
    text = next(unit["text"] for unit in detail["outline"] if unit["address"] == address)
    assert (address, turn["page"], text[turn["at"] :]) == ("dieu-1", 2, "của Ban Bí thư.")


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("nghi quyet so 57", ["phan-dau"]),
        ("thay thế", ["dieu-2"]),
        ("thay thẻ", []),
        ("Điều", ["dieu-1", "dieu-2"]),
        ("bí thư. điều 2", []),
        ("...", []),
    ],
)
def test_words_are_found_just_so_in_every_unit(made: TestClient, typed: str, units: list[str]) -> None:
    asked: Service = made.app.state.service  # type: ignore[attr-defined]
    places = asked.phrase_places("21-qd-tw-2025-05-01", typed)
    assert list(places) == units


def test_the_words_of_a_question_are_found_in_the_units_that_answer_it(service: Service) -> None:
    places = service.answer_places("57-nq-tw-2024-12-22", "số hóa sổ theo dõi")
    texts = {unit.address: unit.text for unit in service.document("57-nq-tw-2024-12-22").outline}
    [(start, end)] = places["muc-iii/khoan-2"]
    assert texts["muc-iii/khoan-2"][start:end] == "Số hóa sổ theo dõi"
    assert set(places) <= set(texts)


def test_a_document_is_read_anew_when_the_corpus_changed(
    library: Library, settings: Settings, made: TestClient
) -> None:
    address = "/api/documents/18-nq-tw-2017-10-25"
    assert made.get(address).json()["outline"][0]["text"] == "1. Tưới nước."
    other, file = document(
        "18-NQ/TW", "Nghị quyết", "về tưới nước", TW, date(2017, 10, 25), {"khoản 1": "1. Tưới nước buổi chiều."}
    )
    put(library, settings, other, file)
    assert made.get(address).json()["outline"][0]["text"] == "1. Tưới nước buổi chiều."

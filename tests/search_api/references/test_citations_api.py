"""References and citations over HTTP."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from small_corpus import NQ57

PASSAGE = f"{NQ57.ref.id}/muc-iii/khoan-2"


def test_every_reference_is_told_with_its_place_and_target(client: TestClient) -> None:
    text = "Theo khoản 2 mục III Nghị quyết 57-NQ/TW và Nghị quyết 18; Quy định này. 😀 Kết luận số 9-KL/TW."
    answer = client.post("/api/citations/resolve", json={"text": text})
    assert answer.headers["cache-control"] == "no-store"
    found = answer.json()["references"]
    assert [text[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    assert [one["status"] for one in found] == ["found", "ambiguous", "self", "not_in_corpus"]
    first, second = found[0], found[1]
    assert first["documents"][0]["id"] == NQ57.ref.id
    assert first["places"][0]["words"] == "mục III, khoản 2"
    assert first["places"][0]["places"] == [PASSAGE]
    assert first["citation"].endswith("về phát triển vườn ươm, mục III, khoản 2, tr. 1")
    assert len(second["candidates"]) == 2


def test_units_alone_say_what_names_their_document(client: TestClient) -> None:
    text = "Nghị quyết 57-NQ/TW đã rõ. Theo khoản 2 mục III nêu trên, chi bộ làm."
    named, alone = client.post("/api/citations/resolve", json={"text": text}).json()["references"]
    assert named["through"] is None
    assert alone["through"] == {key: named[key] for key in ("start", "end", "text")}
    assert (alone["text"], alone["places"][0]["places"]) == ("khoản 2 mục III nêu trên", [PASSAGE])


def test_a_text_without_references_has_none(client: TestClient) -> None:
    assert client.post("/api/citations/resolve", json={"text": ""}).json() == {"references": []}


def test_longer_texts_are_refused_before_they_are_read(client: TestClient) -> None:
    assert client.post("/api/citations/resolve", json={"text": "a" * 200_001}).status_code == 422
    assert client.post("/api/citations/resolve", content=b"{" + b" " * 3_000_001).status_code == 413
    assert client.post("/api/citations/resolve", json={"text": "ộ" * 200_000}).status_code == 200


def test_other_methods_are_told(client: TestClient) -> None:
    answer = client.get("/api/citations/resolve")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("full", "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị"),
        ("short", "Nghị quyết 57-NQ/TW, mục III, khoản 2, tr. 1"),
        ("footnote", "Bộ Chính trị: Nghị quyết số 57-NQ/TW"),
        ("bibtex", "@techreport{57-nq-tw-2024-12-22"),
    ],
)
def test_styles(client: TestClient, style: str, begins: str) -> None:
    told = client.get(f"/api/passages/{PASSAGE}/citation", params={"style": style}).json()
    assert told["citation"].strip().startswith(begins)
    assert (told["passage"], told["style"]) == (PASSAGE, style)


def test_csl_is_json(client: TestClient) -> None:
    told = client.get(f"/api/passages/{PASSAGE}/citation", params={"style": "csl"}).json()
    assert json.loads(told["citation"])[0]["number"] == "57-NQ/TW"


def test_the_full_style_is_what_is_given_if_none_is_asked_for(client: TestClient) -> None:
    told = client.get(f"/api/passages/{PASSAGE}/citation").json()
    assert told["citation"] == client.get(f"/api/passages/{PASSAGE}").json()["passage"]["citation"]["full"]


def test_no_such_passage_no_such_style(client: TestClient) -> None:
    assert client.get(f"/api/passages/{NQ57.ref.id}/muc-ix/citation").status_code == 404
    assert client.get(f"/api/passages/{PASSAGE}/citation", params={"style": "apa"}).status_code == 422


def test_a_quotation_is_checked(client: TestClient) -> None:
    body = {"quote": "Số hóa sổ theo dõi cây giống.", "attribution": "khoản 2 mục III Nghị quyết 57-NQ/TW"}
    assert client.post("/api/citations/check", json=body).json()["verdict"] == "exact"
    altered = body | {"quote": "Số hóa sổ theo dõi hạt giống."}
    assert client.post("/api/citations/check", json=altered).json()["verdict"] == "altered"
    assert client.post("/api/citations/check", json={"quote": "…"}).status_code == 422

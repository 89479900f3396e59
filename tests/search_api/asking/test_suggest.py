"""Suggestions while typing: documents, units of the document named, terms; always those of the corpus as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from doubles import ENCODER, SPEC, settings_in
from fastapi.testclient import TestClient
from small_corpus import BCT, NAMES, NQ57, document, put

from corpus.runtime.library import Library
from search_api.service import Service


def suggested(client: TestClient, typed: str) -> list[tuple[str, str]]:
    response = client.get("/api/suggest", params={"q": typed})
    assert response.status_code == 200, response.text
    return [(item["type"], item["text"]) for item in response.json()["suggestions"]]


@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        ("vuon uom", ["Nghị quyết 57-NQ/TW"]),
        ("nghi quyet vu", ["Nghị quyết 57-NQ/TW", "Nghị quyết 18-NQ/TW"]),
        ("18", ["Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW"]),
        ("nq 18", ["Nghị quyết 18-NQ/TW", "Nghị quyết 18-NQ/TW"]),
        ("94-KH/BTG", ["Kế hoạch 94-KH/BTGDVTW"]),
        ("điều lệ hội", ["Điều lệ Hội Làm vườn xã Mẫu"]),
        ("Quy ĐỊNH ch", ["Quy định 03-QĐ/ĐU"]),
        ("xyz", []),
        ("", []),
        ("?!", []),
    ],
)
def test_documents(client: TestClient, typed: str, documents: list[str]) -> None:
    assert [text for kind, text in suggested(client, typed) if kind == "document"] == documents


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("nq 57", []),
        ("nq 57 muc 3", ["mục III"]),
        ("nq 57 khoản 2 mục III", ["mục III, khoản 2"]),
        ("nq 57 gach", ["mục III, khoản 2, gạch 1", "mục III, khoản 2, gạch 2"]),
        ("quy dinh 03 điểm đ", ["chương II, điều 2, khoản 1, điểm đ"]),
        (
            "quy dinh 03 dieu",
            ["chương I, điều 1", "chương II, điều 2"]
            + [f"chương II, điều 2, khoản 1{inner}" for inner in ("", ", điểm d", ", điểm đ")],
        ),
        ("nq 57 xyz", []),
    ],
)
def test_units_of_the_document_named(client: TestClient, typed: str, units: list[str]) -> None:
    assert [text for kind, text in suggested(client, typed) if kind == "unit"] == units


def test_a_suggestion_says_where_it_leads(client: TestClient) -> None:
    found = client.get("/api/suggest", params={"q": "nq 57 gach 1"}).json()
    assert found == {
        "query": "nq 57 gach 1",
        "suggestions": [
            {
                "type": "document",
                "text": "Nghị quyết 57-NQ/TW",
                "detail": "về phát triển vườn ươm",
                "document": NQ57.ref.id,
                "address": None,
            },
            {
                "type": "unit",
                "text": "mục III, khoản 2, gạch 1",
                "detail": "Nghị quyết 57-NQ/TW",
                "document": NQ57.ref.id,
                "address": "muc-iii/khoan-2/gach-1",
            },
        ],
    }


def test_a_name_that_begins_so_stands_before_a_title_that_holds_it(empty: Service, tmp_path: Path) -> None:
    for number, kind, title, day in (
        ("05-CT/TW", "Chỉ thị", "về việc chuyên tâm đọc sách", date(2022, 1, 1)),
        ("06-CT/TW", "Chỉ thị", "thực hiện Nghị quyết về chuyển đổi", date(2024, 1, 1)),
        ("07-NQ/TW", "Nghị quyết", "về đổi mới và chuyển giao", date(2023, 1, 1)),
    ):
        put(empty.library, settings_in(tmp_path), *document(number, kind, title, BCT, day, {"khoản 1": "1. Trồng."}))
    assert shown(empty, "nghi quyet") == ["Nghị quyết 07-NQ/TW", "Chỉ thị 06-CT/TW"]
    assert shown(empty, "chuyen do") == ["Chỉ thị 06-CT/TW", "Nghị quyết 07-NQ/TW", "Chỉ thị 05-CT/TW"]


def test_a_number_stands_before_what_only_begins_with_it(client: TestClient) -> None:
    found: dict[str, Any] = client.get("/api/suggest", params={"q": "3"}).json()
    assert found["suggestions"][0]["document"] == NAMES["03-QĐ/ĐU@2025-10-01"]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Service]:
    library = Library(settings_in(tmp_path), SPEC)
    yield Service(library, ENCODER)
    library.close()


def shown(service: Service, typed: str) -> list[str]:
    return [item.text for item in service.suggest(typed).suggestions]


def test_what_is_suggested_follows_the_corpus(empty: Service, tmp_path: Path) -> None:
    library, settings = empty.library, settings_in(tmp_path)
    first = document("05-NQ/TW", "Nghị quyết", "về vườn ươm", BCT, date(2024, 1, 1), {"khoản 1": "1. Trồng."})
    second = document("06-CT/TW", "Chỉ thị", "về vườn ươm", BCT, date(2025, 1, 1), {"khoản 1": "1. Gieo."})
    assert shown(empty, "vuo") == []
    put(library, settings, *first)
    empty.suggester.refresh()
    assert shown(empty, "vuo") == ["Nghị quyết 05-NQ/TW"]
    put(library, settings, *second)
    assert shown(empty, "vuo") == ["Chỉ thị 06-CT/TW", "Nghị quyết 05-NQ/TW"]
    empty.suggester.refresh()
    assert shown(empty, "vuo") == ["Chỉ thị 06-CT/TW", "Nghị quyết 05-NQ/TW", "vườn ươm"]
    assert shown(empty, "nq 05 khoan") == ["Nghị quyết 05-NQ/TW", "khoản 1"]
    library.remove(first[0].ref.id)
    empty.suggester.refresh()
    assert shown(empty, "vuo") == ["Chỉ thị 06-CT/TW"]
    assert shown(empty, "nq 05 khoan") == []


def test_a_document_read_again_shows_its_new_units(empty: Service, tmp_path: Path) -> None:
    library, settings = empty.library, settings_in(tmp_path)
    for units in ({"khoản 1": "1. Trồng."}, {"điều 1": "Điều 1. Trồng.", "điều 2": "Điều 2. Gieo."}):
        put(library, settings, *document("05-NQ/TW", "Nghị quyết", "về cây", BCT, date(2024, 1, 1), units))
        assert shown(empty, "nq 05 tr") == ["Nghị quyết 05-NQ/TW"]
    assert shown(empty, "nq 05 dieu") == ["Nghị quyết 05-NQ/TW", "điều 1", "điều 2"]
    assert shown(empty, "nq 05 khoan") == ["Nghị quyết 05-NQ/TW"]

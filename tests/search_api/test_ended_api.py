"""What a document says of another is told wherever the other is shown, and counts where it is ranked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from doubles import ADDRESS, ENCODER, SPEC, settings_in
from fastapi.testclient import TestClient
from rich.console import Console
from small_corpus import BCT, OWNER_KEY, document, put

from corpus.record import point_id
from corpus.runtime.library import Library
from corpus.types import Document, Filters, Reference, Span
from search_api.answering import OwnAnswers
from search_api.app import create_app
from search_api.commands import search as search_command
from search_api.service import Service

RULE = "1. Mỗi hộ trồng ba cây giống ở đầu ngõ."
EXPIRED = "hết hiệu lực do Quy định số 66-QĐ/TW, ngày 01/5/2025 thay thế"
OLD = document("18-QĐ/TW", "Quy định", "về cây", BCT, date(2017, 6, 1), {"khoản 1": RULE})
OTHER = document("19-QĐ/TW", "Quy định", "về ngõ", BCT, date(2017, 6, 1), {"khoản 1": RULE.replace("ba", "bốn")})


def ender() -> tuple[Document, bytes]:
    text = "1. Quy định này thay thế Quy định số 18-QĐ/TW, ngày 01/6/2017."
    made, content = document("66-QĐ/TW", "Quy định", "về vườn", BCT, date(2025, 5, 1), {"khoản 1": text})
    start = text.index("18-QĐ/TW")
    said = Reference("thay thế", "18-QĐ/TW", None, Span(start, start + len("18-QĐ/TW")))
    return replace(made, relations=(said,), effective_on=None), content


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(settings_in(tmp_path), SPEC)
    for made, content in (OLD, OTHER, ender()):
        put(opened, settings_in(tmp_path), made, content)
    yield opened
    opened.close()


def get(service: Service, address: str, **query: Any) -> dict[str, Any]:
    with TestClient(create_app(service, OWNER_KEY), base_url=ADDRESS) as client:
        found: dict[str, Any] = client.get(address, params=query).json()
    return found


def test_hits_documents_and_facets_tell_it(library: Library) -> None:
    service = Service(library, ENCODER)
    (hit,) = get(service, "/api/search", q="cây giống hieuluc:hết")["hits"]
    assert hit["document"]["validity"] == EXPIRED
    assert get(service, f"/api/documents/{OLD[0].ref.id}")["document"]["validity"] == EXPIRED
    listed = get(service, "/api/documents", validity="hết hiệu lực")
    assert [one["number"] for one in listed["documents"]] == ["18-QĐ/TW"]
    counted = get(service, "/api/search", q="cây giống")["facets"]["validity"]
    assert {one["value"]: one["count"] for one in counted}["hết hiệu lực"] == 1


def test_what_the_index_offers_and_what_is_named_tell_it(library: Library) -> None:
    service = Service(library, ENCODER)
    for question in ("cây giống ở đầu ngõ", "khoản 1 quy định 18-QĐ/TW"):
        told = {hit.listed.ref.number: hit.listed.ref.validity for hit in service.find(question, Filters()).hits}
        assert told["18-QĐ/TW"] == EXPIRED, question
    (passage,) = library.passages(OLD[0].ref.id, ["khoan-1"])
    assert passage.ref.validity == EXPIRED
    assert library.store.get([point_id(f"{OLD[0].ref.id}/khoan-1", OLD[0].source.sha256)])[0].ref.validity == "chưa rõ"


def test_it_stands_below_one_that_is_in_force_until_the_other_is_gone(library: Library) -> None:
    def factors() -> dict[str | None, float]:
        found = Service(library, ENCODER).find("hộ trồng cây giống ở đầu ngõ", Filters()).hits
        return {hit.listed.ref.number: hit.worth.factor for hit in found}

    assert factors()["18-QĐ/TW"] < factors()["19-QĐ/TW"]
    library.remove(ender()[0].ref.id)
    assert factors()["18-QĐ/TW"] == factors()["19-QĐ/TW"]


def test_the_command_line_tells_it_under_the_citation(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    service = Service(library, ENCODER)

    monkeypatch.setattr(search_command, "open_answers", lambda *_: OwnAnswers(service))
    shown = io.StringIO()
    console = Console(file=shown, soft_wrap=True)
    search_command.search(settings_in(tmp_path), "18-QĐ/TW", 1, "relevance", console, as_json=False)
    assert shown.getvalue().splitlines()[:3] == [
        "1. Quy định số 18-QĐ/TW, ngày 01/6/2017 của Bộ Chính trị về cây, khoản 1, tr. 1",
        f"   {EXPIRED[0].upper()}{EXPIRED[1:]}.",
        f"   {RULE}",
    ]
    shown.truncate(0)
    search_command.search(settings_in(tmp_path), "19-QĐ/TW", 1, "relevance", console, as_json=False)
    assert "hiệu lực" not in shown.getvalue()

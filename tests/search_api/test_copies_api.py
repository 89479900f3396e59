"""The copies of a document over HTTP: listed, opened, compared; links to former ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from doubles import ADDRESS, ENCODER
from fastapi.testclient import TestClient
from made_copies import HTML, copy, items

from corpus.copies import Copy
from corpus.runtime.library import Library, original_path
from corpus.runtime.settings import Settings
from corpus.types import Document
from ingest.shelving import Shelf
from search_api import schemas
from search_api.app import create_app
from search_api.service import Service

PRESS = copy(
    *items()[:14], items()[14].replace("Đảng ủy", "Đảng uỷ") + " Hết.", name="báo.html", media_type=HTML, day=None
)
SIGNED = copy(name="ban-ky.pdf")


@pytest.fixture
def client(library: Library, settings: Settings) -> Iterator[TestClient]:
    """A corpus into which the press page came first."""
    shelf = Shelf(library, library.catalogue, ENCODER)
    for document in (PRESS, SIGNED):
        keep(settings, document)
        shelf.put(Copy(document, f"C:/vb/{document.source.name}"))
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS, raise_server_exceptions=False) as made:
        yield made


def keep(settings: Settings, document: Document) -> None:
    settings.files_folder.mkdir(parents=True, exist_ok=True)
    path = original_path(settings.files_folder, document.source.sha256, document.source.name)
    path.write_bytes(document.source.name.encode())


def get(client: TestClient, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def copies_at(document: str, version: str) -> str:
    return f"/api/documents/{document}/copies/{version}"


def test_the_copies_are_listed_best_first_without_a_path(client: TestClient) -> None:
    copies = get(client, f"/api/documents/{SIGNED.ref.id}")["copies"]
    assert [(one["name"], one["served"], one["pages"]) for one in copies] == [
        ("ban-ky.pdf", True, len(SIGNED.sections)),
        ("báo.html", False, 0),
    ]
    assert "C:/" not in str(copies)


def test_a_link_to_the_former_id_leads_to_the_document(client: TestClient) -> None:
    former = PRESS.ref.id
    assert former != SIGNED.ref.id
    assert get(client, f"/api/documents/{former}")["document"]["id"] == SIGNED.ref.id
    assert get(client, f"/api/passages/{former}/khoan-3")["passage"]["id"] == f"{SIGNED.ref.id}/khoan-3"
    assert client.get(f"/api/documents/{former}/file").content == b"ban-ky.pdf"
    found = get(client, f"/api/search?q=đảng ủy&document={former}")
    assert {hit["document"]["id"] for hit in found["hits"]} == {SIGNED.ref.id}


def test_the_file_of_a_copy_is_sent_and_a_web_page_never_shown(client: TestClient) -> None:
    response = client.get(f"{copies_at(SIGNED.ref.id, PRESS.source.sha256)}/file")
    assert response.content == "báo.html".encode()
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["x-content-type-options"] == "nosniff"


def test_the_differing_words_are_shown_with_their_places(client: TestClient) -> None:
    told = get(client, f"{copies_at(SIGNED.ref.id, PRESS.source.sha256)}/differences")
    found = schemas.DifferencesOut.model_validate(told)
    assert found.copy_compared.name == "báo.html"
    # The tone mark of "uỷ" stands elsewhere, which is no difference; from item 16 on the page has one word instead.
    [difference] = found.differences
    assert (difference.place, difference.address) == ("khoản 16, tr. 16", "khoan-16")
    assert difference.copied == "Hết"
    assert difference.served.startswith("16. Đảng ủy xã")
    assert difference.served.endswith(" …")
    assert items()[14].endswith(difference.before.strip())


def test_the_served_copy_differs_from_itself_in_nothing(client: TestClient) -> None:
    assert get(client, f"{copies_at(SIGNED.ref.id, SIGNED.source.sha256)}/differences")["total"] == 0


@pytest.mark.parametrize("what", ["file", "differences"])
@pytest.mark.parametrize("version", ["khong-co", "..%2f..", "%2e%2e%2f", "0" * 64])
def test_a_copy_that_is_not_there_is_a_problem_in_vietnamese(client: TestClient, version: str, what: str) -> None:
    response = client.get(f"{copies_at(SIGNED.ref.id, version)}/{what}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_comparing_in_a_document_that_is_not_there(client: TestClient) -> None:
    response = client.get(f"{copies_at('khong-co', '0' * 64)}/differences")
    assert (response.status_code, response.json()["title"]) == (404, "Không tìm thấy")


def test_texts_too_long_to_compare_are_a_problem_in_vietnamese(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search_api.showing.copies.MOST_WORDS", 100)
    response = client.get(f"{copies_at(SIGNED.ref.id, PRESS.source.sha256)}/differences")
    assert (response.status_code, response.json()["title"]) == (422, "Văn bản quá dài")
    assert "«ban-ky.pdf» dài quá" in response.json()["detail"]

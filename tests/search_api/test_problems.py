"""Every error is a problem in Vietnamese that says what to do, and shows nothing of the inside."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from doubles import ADDRESS, ENCODER
from fastapi.testclient import TestClient
from httpx import Response
from small_corpus import OWNER_KEY

from corpus.runtime.library import Library
from corpus.text import has_marks
from search_api.app import create_app
from search_api.packs.desk import PackDesk
from search_api.packs.opening import open_engine
from search_api.schemas import ProblemOut
from search_api.service import Service
from search_api.study import Study
from web.pages import pages


def problem(response: Response, status: int) -> ProblemOut:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    found = ProblemOut.model_validate(response.json(), extra="forbid")
    assert found.status == status
    assert found.type.startswith("/loi/")
    assert has_marks(found.title)
    assert has_marks(found.detail)
    assert "Traceback" not in response.text
    assert ".py" not in response.text
    return found


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("/api/documents/khong-co", "khong-co"),
        ("/api/documents/khong-co/file", "khong-co"),
        ("/api/passages/khong-co/khoan-1", "khong-co"),
        ("/api/passages/khong-co", "khong-co"),
        ("/api/khong-co", "/api/openapi.json"),
        ("/api/", "/api/openapi.json"),
        ("/khong-co", "/api/openapi.json"),
        ("/api/documents/", "/api/openapi.json"),
    ],
)
def test_what_is_not_there_is_404(client: TestClient, address: str, named: str) -> None:
    found = problem(client.get(address, follow_redirects=False), 404)
    assert named in found.detail
    assert found.instance == address


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize("address", ["/api/search", "/api/documents", "/api/health", "/api/passages/a/b"])
def test_another_method_is_405_and_names_the_right_one(client: TestClient, method: str, address: str) -> None:
    response = client.request(method, address)
    assert response.headers["allow"] == "GET"
    if method == "HEAD":
        assert response.status_code == 405
    else:
        problem(response, 405)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("", "«q» còn thiếu"),
        ("q=", "«q» không được để trống"),
        ("q=" + "a" * 1001, "«q» quá dài"),
        ("q=a&page=0", "«page» nhỏ hơn mức cho phép"),
        ("q=a&page=1001", "«page» lớn hơn mức cho phép"),
        ("q=a&page=hai", "«page» phải là số nguyên"),
        ("q=a&page_size=101", "«page_size» lớn hơn mức cho phép"),
        ("q=a&year=2024&year=abc", "«year» phải là số nguyên"),
        ("q=a&year=1", "«year» nhỏ hơn mức cho phép"),
        ("q=%20", "Câu hỏi chưa có chữ nào"),
        ("q=%3F%21", "Câu hỏi chưa có chữ nào"),
        ("q=a&page=0&page_size=0", "«page_size»"),
    ],
)
def test_a_wrong_parameter_is_422_and_is_named(client: TestClient, query: str, named: str) -> None:
    assert named in problem(client.get(f"/api/search?{query}"), 422).detail


def test_too_long_an_id_is_422(client: TestClient) -> None:
    assert "«document» quá dài" in problem(client.get("/api/documents/" + "a" * 301), 422).detail


def test_an_empty_corpus_is_503_and_says_how_to_fill_it(library: Library) -> None:
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as empty:
        assert "tracuu ingest" in problem(empty.get("/api/search?q=cây"), 503).detail
        problem(empty.get("/api/documents/a"), 404)
        assert empty.get("/api/documents").json()["total"] == 0
        assert empty.get("/api/health").json()["status"] == "kho chưa có văn bản"


def test_an_error_nobody_thought_of_is_500_and_is_logged(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("bí mật bên trong")

    monkeypatch.setattr(service, "health", fail)
    with TestClient(create_app(service), base_url=ADDRESS, raise_server_exceptions=False) as broken:
        found = problem(broken.get("/api/health"), 500)
    assert "bí mật" not in found.model_dump_json()
    assert "/api/health" in caplog.text
    assert caplog.records[0].exc_info is not None


@pytest.mark.parametrize("header", [None, "Bearer sai", "Bearer ", OWNER_KEY, "Basic YTpi"])
@pytest.mark.parametrize(
    ("method", "address"), [("GET", "/owner"), ("PUT", "/owner/documents"), ("DELETE", "/owner/documents/a")]
)
def test_who_does_not_know_the_secret_is_kept_out(
    client: TestClient, method: str, address: str, header: str | None
) -> None:
    headers = {"Authorization": header} if header else {}
    problem(client.request(method, address, headers=headers, json={} if method == "PUT" else None), 401)


def test_nothing_is_read_of_what_a_stranger_sends(client: TestClient) -> None:
    sent = []

    def endless():
        for part in (b"{", b"?"):
            sent.append(part)
            yield part

    headers = {"Authorization": "Bearer sai", "Content-Type": "application/json"}
    problem(client.put("/owner/documents", headers=headers, content=endless()), 401)
    assert len(sent) < 2


def test_who_knows_it_is_let_in(client: TestClient) -> None:
    assert client.get("/owner", headers={"Authorization": f"Bearer {OWNER_KEY}"}).status_code == 204


def test_a_key_that_opens_a_pack_is_not_logged(
    service: Service, study: Study, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(PackDesk, "read", fail)
    app = create_app(service, study=study)
    app.mount("/", pages(service, study))
    client = TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)
    for path in ("/api/packs/Zk3v9Qw1xY7uB2nM", "/tap/Zk3v9Qw1xY7uB2nM", "/tap/Zk3v9Qw1xY7uB2nM/xem"):
        assert client.get(path).status_code == 500
    assert len(caplog.records) >= 3
    assert "/tap/…" in caplog.text
    assert "Zk3v9Qw1xY7uB2nM" not in caplog.text


def test_what_users_wrote_is_in_no_words_of_an_error_of_the_database(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{(tmp_path / 'packs.sqlite').as_posix()}")
    with engine.connect() as connection, pytest.raises(sa.exc.DBAPIError) as told:
        connection.execute(sa.text("INSERT INTO nowhere VALUES (:words)"), {"words": "lời riêng"})
    engine.dispose()
    assert "lời riêng" not in str(told.value)

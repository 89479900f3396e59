"""Heavy work leaves threads for searches, and turns away what is too much before reading it."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile

import anyio
import own_loop
import pytest
from doubles import ADDRESS, ENCODER
from fastapi.testclient import TestClient
from starlette.requests import Request
from starlette.types import Message

from corpus.errors import Busy, TooSlow
from corpus.runtime.library import Library
from search_api import bounded, heavy
from search_api.app import create_app
from search_api.bounded import whole
from search_api.heavy import HeavyWork
from search_api.service import Service
from search_api.study import Study
from web.pages import pages

HEAVY = {
    "/api/checks": {"text": "Chi bộ họp."},
    "/api/citations/resolve": {"text": "Chi bộ họp."},
    "/api/citations/check": {"quote": "Chi bộ họp."},
    "/api/packs/draft": {"topic": "vườn ươm"},
}
READ = ("/api/targets?document=x", "/api/packs/x/export", "/chi-tieu", "/soat?tap=x")


def test_few_work_at_a_time_and_few_wait() -> None:
    async def measured() -> tuple[int, int, int]:
        work, at_work, most, refused = HeavyWork(), 0, 0, 0
        done = 0

        async def one() -> None:
            nonlocal at_work, most, refused, done
            try:
                async with work.admitted() as turn, turn:
                    at_work += 1
                    most = max(most, at_work)
                    await anyio.sleep(0.01)
                    at_work -= 1
                    done += 1
            except Busy:
                refused += 1

        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(one)
        async with work.admitted() as turn, turn:
            done += 1  # whoever comes when the others have left
        return most, refused, done

    assert own_loop.run(measured) == (2, 36, 15)


@pytest.fixture
def full(small: Library, study: Study, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The server while as many do heavy work as may."""
    monkeypatch.setattr(heavy, "_MOST_WAITING", -heavy._AT_ONCE)
    service = Service(small, ENCODER)
    app = create_app(service, study=study)
    app.mount("/", pages(service, study))
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


@pytest.mark.parametrize("path", HEAVY)
def test_what_is_sent_to_a_busy_server_comes_back(full: TestClient, path: str) -> None:
    answer = full.post(path, json=HEAVY[path])
    assert (answer.status_code, answer.json()["type"]) == (503, "/loi/may-chu-dang-ban")


@pytest.mark.parametrize("path", READ)
def test_what_is_asked_of_a_busy_server_too(full: TestClient, path: str) -> None:
    answer = full.get(path)
    assert answer.status_code == 503
    assert "đang bận" in answer.text


def test_files_and_forms_too(full: TestClient) -> None:
    for path in ("/api/checks/file", "/api/checks/annotated", "/soat"):
        assert full.post(path, files={"file": ("a.txt", b"Chi bo hop.")}).status_code == 503
    assert full.post("/tap/nhap", data={"topic": "vườn ươm"}).status_code == 503


def test_a_busy_server_searches_and_shows_packs(full: TestClient) -> None:
    for path in ("/api/search?q=vườn ươm", "/", "/tap", "/api/packs", "/soat"):
        assert full.get(path).status_code == 200, path


def test_who_sends_too_slowly_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_PATIENCE", 0.05)

    async def receive() -> Message:
        await anyio.sleep(0.02)
        return {"type": "http.request", "body": b"a", "more_body": True}

    async def read() -> None:
        await whole(Request({"type": "http", "headers": [], "method": "POST"}, receive), 1000)

    with pytest.raises(TooSlow):
        own_loop.run(read)


def test_answers_about_packs_are_stored_nowhere(full: TestClient) -> None:
    made = full.post("/api/packs", json={"template": "chuyen-de"})
    for answer in (made, full.get("/api/packs"), full.get(f"/api/packs/{made.json()['id']}")):
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_a_draft_that_is_sent_touches_no_disk(full: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_file: object) -> None:
        raise AssertionError

    monkeypatch.setattr(heavy, "_MOST_WAITING", 1)
    monkeypatch.setattr(SpooledTemporaryFile, "rollover", fail)
    large = "Chi bộ họp bàn việc trồng cây. ".encode() * 60_000
    for path in ("/api/checks/file", "/soat"):
        answer = full.post(path, files={"file": ("a.txt", large)})
        assert (answer.status_code, "quá mức" in answer.text) == (422, True), "read, and longer than can be checked"

"""The generator behind a fake endpoint on this machine: what is sent, what comes back, what goes wrong."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from doubles import ADDRESS, settings_in
from fastapi.testclient import TestClient

from corpus.errors import SettingsError
from corpus.runtime.settings import Settings
from search_api.app import create_app
from search_api.drafting.errors import GeneratorFailed, NothingToSend
from search_api.drafting.generator import Endpoint, Generator
from search_api.drafting.verified import UNVERIFIED
from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.study import Study, open_study


class Fake(HTTPServer):
    """Answers every request with one text, and keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.text, self.status, self.sent = "", 200, []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: Fake

    def do_POST(self) -> None:
        self.server.sent.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        message = {"role": "assistant", "content": self.server.text}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        body = json.dumps({"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]})
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def fake():
    server = Fake()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def pack(green):
    return green.drafter.draft("trồng cây xanh")


def generator(fake, green) -> Generator:
    return Generator(Endpoint(fake.url, "mau", "khoa"), green.library)


def test_sentences_are_checked_and_marked(fake, green, pack):
    fake.text = "Trồng cây xanh là việc của toàn dân [1]. Ai cũng đồng tình."
    made = generator(fake, green).introduction(pack)
    assert made.introduction.startswith("Trồng cây xanh là việc của toàn dân [1].")
    assert (made.unverified, made.introduction.count(UNVERIFIED)) == (1, 1)


def test_restricted_documents_never_leave(fake, green, pack):
    restricted = [one for one in pack.passages if one.quote.document.number == "09-KH/ĐU"]
    assert restricted
    fake.text = "Trồng cây xanh là việc của toàn dân [1]."
    made = generator(fake, green).introduction(pack)
    assert made.withheld == tuple(one.label for one in restricted)
    sent = json.dumps(fake.sent, ensure_ascii=False)
    assert all(one.quote.text not in sent and "09-KH" not in sent for one in restricted)


def test_a_pack_of_restricted_passages_sends_nothing(fake, green, pack):
    restricted = tuple(one for one in pack.passages if one.quote.document.number == "09-KH/ĐU")
    with pytest.raises(NothingToSend):
        generator(fake, green).introduction(pack.model_copy(update={"passages": restricted}))
    assert fake.sent == []


def test_what_claims_a_restricted_label_is_marked(fake, green, pack):
    label = next(one.label for one in pack.passages if one.quote.document.number == "09-KH/ĐU")
    fake.text = f"Văn phòng theo dõi [{label}]."
    assert generator(fake, green).introduction(pack).unverified == 1


@pytest.mark.parametrize(("status", "text"), [(500, "x"), (401, "x"), (200, "")])
def test_errors_are_told_in_words(fake, green, pack, status, text):
    fake.status, fake.text = status, text
    with pytest.raises(GeneratorFailed) as told:
        generator(fake, green).introduction(pack)
    assert "vẫn giữ nguyên" in str(told.value)


def test_an_endpoint_that_is_not_there_is_told(green, pack):
    with pytest.raises(GeneratorFailed):
        Generator(Endpoint("http://127.0.0.1:9/v1", "mau", ""), green.library).introduction(pack)


def test_it_is_off_unless_configured(green, tmp_path):
    with open_study(settings_in(tmp_path), green, lambda *_: None) as study:
        assert study.generator is None
        with TestClient(create_app(green, study=study), base_url=ADDRESS) as api:
            made = api.post("/api/packs/draft", json={"topic": "trồng cây xanh"})
            assert made.status_code == 200
            answer = api.post(f"/api/packs/{made.json()['id']}/introduction")
            assert answer.status_code == 404
            assert "TRACUU_GENERATOR_URL" in answer.json()["detail"]


def test_over_http_the_pack_stays_as_it_was(fake, green, tmp_path):
    fake.text = "Trồng cây xanh là việc của toàn dân [1]."
    with PackStore(f"sqlite:///{(tmp_path / 'packs.sqlite').as_posix()}") as store:
        study = Study(PackDesk(store, green), lambda *_: None, generator(fake, green))
        with TestClient(create_app(green, study=study), base_url=ADDRESS) as api:
            name = api.post("/api/packs/draft", json={"topic": "trồng cây xanh"}).json()["id"]
            before = api.get(f"/api/packs/{name}").json()
            assert api.post(f"/api/packs/{name}/introduction").json()["introduction"] == fake.text
            assert api.get(f"/api/packs/{name}").json() == before
            assert api.post("/api/packs/khong-co/introduction").status_code == 404


def test_an_unanswered_topic_begins_no_pack(green, tmp_path):
    with (
        open_study(settings_in(tmp_path), green, lambda *_: None) as study,
        TestClient(create_app(green, study=study), base_url=ADDRESS) as api,
    ):
        answer = api.post("/api/packs/draft", json={"topic": "bảo hiểm tàu vũ trụ"})
        assert answer.status_code == 422
        assert api.get("/api/packs").json()["packs"] == []


@pytest.mark.parametrize("given", [{"TRACUU_GENERATOR_URL": "http://127.0.0.1/v1"}, {"TRACUU_GENERATOR_MODEL": "m"}])
def test_half_a_configuration_is_an_error(given):
    with pytest.raises(SettingsError, match="TRACUU_GENERATOR"):
        Settings.from_environment(given)

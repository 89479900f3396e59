from __future__ import annotations

from io import BytesIO
from urllib.parse import unquote

import docx
import pytest
from doubles import ADDRESS
from fastapi.testclient import TestClient
from read_back import docx_words
from small_corpus import OWNER_KEY

from search_api.app import create_app
from search_api.exports import FORMATS, FormatName
from search_api.packs.desk import PackDesk
from search_api.packs.schemas import QuoteStatesOut
from search_api.service import Service
from search_api.study import Study

PASSAGES = ["57-nq-tw-2024-12-22/muc-iii/khoan-2", "57-nq-tw-2024-12-22/muc-i"]


@pytest.fixture
def client(service: Service, study: Study) -> TestClient:
    """A browser with a desk of its own."""
    return TestClient(create_app(service, OWNER_KEY, study=study), base_url=ADDRESS, raise_server_exceptions=False)


@pytest.fixture
def pack(client: TestClient) -> str:
    made = client.post("/api/packs", json={"title": "Số hoá vườn ươm", "passages": PASSAGES})
    assert made.status_code == 200, made.text
    name: str = made.json()["id"]
    return name


@pytest.mark.parametrize("name", FORMATS)
def test_pack_is_handed_out_in_each_format(client: TestClient, pack: str, name: FormatName) -> None:
    answer = client.get(f"/api/packs/{pack}/export", params={"format": name})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == FORMATS[name].media_type
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    kind, plain, marked = answer.headers["content-disposition"].split("; ")
    assert (kind, plain) == ("attachment", f'filename="so-hoa-vuon-uom-tai-lieu{FORMATS[name].suffix}"')
    assert unquote(marked) == f"filename*=UTF-8''Số hoá vườn ươm tài liệu{FORMATS[name].suffix}"
    assert answer.content


def test_word_is_what_comes_unasked(client: TestClient, pack: str) -> None:
    text = docx_words(client.get(f"/api/packs/{pack}/export").content)
    assert "“2. Số hóa sổ theo dõi cây giống.”" in text
    assert "“I- TÌNH HÌNH CÂY GIỐNG 😀 năm qua còn nhiều khó khăn.”" in text


def test_right_to_read_is_enough_and_nobody_else_gets_it(client: TestClient, pack: str) -> None:
    link = client.post(f"/api/packs/{pack}/shares", json={"right": "xem"}).json()
    stranger = TestClient(client.app, base_url=ADDRESS, raise_server_exceptions=False)
    assert stranger.get(f"/api/packs/{pack}/export").status_code == 404
    answer = stranger.get(f"/api/packs/{link['key']}/export", params={"format": "md"})
    assert answer.status_code == 200
    assert "Số hóa sổ theo dõi cây giống" in answer.text


@pytest.mark.parametrize("query", ["format=exe", "format=", "format=../docx"])
def test_unknown_format_is_refused(client: TestClient, pack: str, query: str) -> None:
    answer = client.get(f"/api/packs/{pack}/export?{query}")
    assert answer.status_code == 422
    assert "«format»" in answer.json()["detail"]


def test_warnings_of_the_desk_are_printed(client: TestClient, pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    states = PackDesk.states_of

    def ended(desk: PackDesk, content: object) -> QuoteStatesOut:
        told = states(desk, content)  # type: ignore[arg-type]
        first = told.quotes[0].model_copy(update={"warning": "Văn bản hết hiệu lực."})
        return QuoteStatesOut(quotes=(first, *told.quotes[1:]))

    monkeypatch.setattr(PackDesk, "states_of", ended)
    word = docx.Document(BytesIO(client.get(f"/api/packs/{pack}/export").content))
    texts = [paragraph.text for paragraph in word.paragraphs]
    place = texts.index("Lưu ý: Văn bản hết hiệu lực.")
    assert texts[place - 1] == "“2. Số hóa sổ theo dõi cây giống.”"
    assert sum("Lưu ý" in text for text in texts) == 1


def test_json_is_described_as_json_and_files_as_bytes(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()["paths"]["/api/packs/{pack}/export"]["get"]
    content = described["responses"]["200"]["content"]
    assert content["application/vnd.citationstyles.csl+json"]["schema"] == {}
    assert content["application/pdf"]["schema"] == {"type": "string", "format": "binary"}

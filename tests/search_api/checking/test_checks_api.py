"""Checks over HTTP: what is answered, what is refused, and that nothing of a draft stays."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from doubles import ADDRESS, settings_in
from fastapi.testclient import TestClient

from ingest.draft_process import draft_reader
from search_api.app import create_app
from search_api.service import Service
from search_api.study import open_study

SAID = "Chỉ thị số 02-CT/ĐU: “Mật khẩu dài ít nhất 14 ký tự, có chữ hoa”."


@pytest.fixture(scope="module")
def client(samples: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = settings_in(tmp_path_factory.mktemp("study"))
    with open_study(settings, samples, draft_reader(settings)) as study:
        yield TestClient(create_app(samples, study=study), base_url=ADDRESS, raise_server_exceptions=False)


def word_file(text: str = SAID) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_macros() -> bytes:
    stream = BytesIO(word_file())
    with ZipFile(stream, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    return stream.getvalue()


def test_a_text_is_checked(client: TestClient) -> None:
    answer = client.post("/api/checks", json={"text": SAID})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    report = answer.json()
    (quote,) = report["quotes"]
    assert quote["verdict"] == "altered"
    assert report["text"][quote["start"] : quote["end"]] == "Mật khẩu dài ít nhất 14 ký tự, có chữ hoa"


@pytest.mark.parametrize(("name", "data"), [("de-dan.docx", word_file()), ("de-dan.txt", SAID.encode())])
def test_a_file_is_checked_and_comes_back_with_comments(client: TestClient, name: str, data: bytes) -> None:
    report = client.post("/api/checks/file", files={"file": (name, data)}).json()
    assert [quote["verdict"] for quote in report["quotes"]] == ["altered"]
    answer = client.post("/api/checks/annotated", files={"file": (name, data)})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith("de-dan-da-soat.docx")
    assert len(list(docx.Document(BytesIO(answer.content)).comments)) == 1


REFUSED = [
    ("macro.docx", with_macros(), "có macro"),
    ("de-dan.docm", word_file(), "lưu thành .docx"),
    ("rong.docx", b"", "không có nội dung"),
    ("anh.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 64, "nội dung là hình ảnh"),
    ("hong.docx", word_file()[:2000], "hỏng"),
    ("mat.txt", "TỐI MẬT\nĐề dẫn sinh hoạt chi bộ thôn tháng này".encode(), "mang dấu «TỐI MẬT»"),
    ("", b"abc", "định dạng không rõ"),
]


@pytest.mark.parametrize(("name", "data", "told"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_reason(client: TestClient, name: str, data: bytes, told: str) -> None:
    answer = client.post("/api/checks/file", files={"file": (name or "khong-duoi", data)})
    assert answer.status_code == 422
    assert told in answer.json()["detail"]


def test_a_file_of_200_mb_is_not_read_to_its_end(client: TestClient) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(200):
            sent += 1
            yield b"0" * 1_000_000

    answer = client.post(
        "/api/checks/file", content=endless(), headers={"Content-Type": "multipart/form-data; boundary=x"}
    )
    assert answer.status_code == 413
    told = client.post("/api/checks/file", files={"file": ("to.txt", b"a " * 10_600_000)})
    assert told.status_code == 413
    assert "Hãy" in told.json()["detail"]


def test_what_is_no_form_is_told(client: TestClient) -> None:
    answer = client.post(
        "/api/checks/file", content=b"xyz", headers={"Content-Type": "multipart/form-data; boundary=x"}
    )
    assert answer.status_code in (400, 422)
    assert client.post("/api/checks", json={"text": ""}).status_code == 422
    assert client.post("/api/checks", json={"text": "“…”"}).status_code == 422
    assert client.post("/api/checks", json={"text": "TUYỆT MẬT\nchữ"}).json()["detail"].startswith("Lời văn mang dấu")


def test_pages_of_others_may_not_ask(client: TestClient) -> None:
    answer = client.post("/api/checks", json={"text": SAID}, headers={"Origin": "http://xau.example"})
    assert answer.status_code == 403


def test_nothing_of_a_draft_stays(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    large = word_file(SAID + " Chi bộ đã bàn kỹ việc này." * 200_000)
    with caplog.at_level(logging.DEBUG, "tracuu"):
        client.post("/api/checks/file", files={"file": ("to.docx", large)})
        client.post("/api/checks/file", files={"file": ("hong.docx", word_file()[:2000])})
        client.post("/api/checks/annotated", files={"file": ("a.docx", word_file())})
    assert list(tmp_path.iterdir()) == []
    assert "Mật khẩu" not in caplog.text

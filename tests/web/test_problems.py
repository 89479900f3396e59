"""What goes wrong is told in words a reader can use, and nothing of the program is shown."""

from __future__ import annotations

import logging

import pytest
from html_rules import RulesOfPages
from starlette.exceptions import HTTPException

from corpus.errors import BadQuery, CorpusIndexError, IndexMismatch, NotFound, TooLong
from web import assets

STEP = "Hãy chạy «tracuu ingest»."


def raising(monkeypatch, error):
    """Lets the next request for a static file fail, which any page can do."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(assets, "_known_etags", fail)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (CorpusIndexError("Kho chưa có.", STEP), 503),
        (IndexMismatch("Kho lập bằng bản khác.", STEP), 409),
        (BadQuery("Câu hỏi chưa có chữ nào.", STEP), 422),
        (TooLong("Bản «a.pdf» dài quá.", STEP), 422),
    ],
)
def test_an_error_of_ours_is_told_in_its_own_words(client, monkeypatch, error, status):
    raising(monkeypatch, error)
    answer = client.get("/static/base.css")
    assert answer.status_code == status
    assert f"<h1>{error.title}</h1>" in answer.text
    assert f"{error.message} {STEP}" in answer.text
    assert "content-security-policy" in answer.headers
    rules = RulesOfPages()
    rules.feed(answer.text)
    rules.check()


def test_the_way_on_from_an_unknown_document_is_the_list_and_not_the_api(client, monkeypatch):
    raising(monkeypatch, NotFound("Không có văn bản «x».", "Hãy xem danh sách tại /api/documents."))
    answer = client.get("/static/base.css")
    assert answer.status_code == 404
    assert "Không có văn bản «x»." in answer.text
    assert "/api/" not in answer.text
    assert 'href="/van-ban"' in answer.text


def test_a_text_that_looks_like_markup_stays_text(client, monkeypatch):
    raising(monkeypatch, NotFound("Không có văn bản «<script>alert(1)</script>».", ""))
    assert "<script>alert" not in client.get("/static/base.css").text


@pytest.mark.parametrize(("status", "title"), [(404, "Không có trang này"), (405, "Không thực hiện được")])
def test_an_address_that_leads_nowhere(client, monkeypatch, status, title):
    raising(monkeypatch, HTTPException(status))
    answer = client.get("/static/base.css")
    assert answer.status_code == status
    assert title in answer.text


def test_only_reading_is_asked_of_pages(client):
    assert client.post("/").status_code == 405


def test_a_fault_is_logged_and_not_shown(client, monkeypatch, caplog):
    raising(monkeypatch, ZeroDivisionError("bí mật của chương trình"))
    with caplog.at_level(logging.ERROR, logger="tracuu"):
        answer = client.get("/static/base.css")
    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi" in answer.text
    assert "bí mật" not in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "/static/base.css" in caplog.text

"""The page for the keeper of the corpus."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from doubles import ADDRESS
from html_rules import RulesOfPages
from starlette.testclient import TestClient

from search_api.schemas import FileNoteOut, RunOut
from web.pages import pages

RUN = RunOut(
    command="ingest",
    ended=datetime(2026, 7, 1, 2, 15, tzinfo=UTC),
    read=12,
    replaced=1,
    copies=2,
    unchanged=40,
    refused=3,
    unnamed=2,
    ignored=0,
    pages=310,
)
REFUSED = FileNoteOut(
    name="<b>hỏng</b>.pdf",
    document=None,
    reason="tệp rỗng",
    message="Tệp không có nội dung.",
    next_step="Hãy chép lại.",
)
DOUBTFUL = FileNoteOut(
    name="quét.pdf",
    document="57-nq-tw",
    reason="đọc chưa chắc",
    message="số hiệu để trống",
    next_step="Hãy xem ảnh trang.",
)


def page(client) -> str:
    answer = client.get("/trang-thai")
    assert answer.status_code == 200
    rules = RulesOfPages()
    rules.feed(answer.text)
    rules.check()
    return re.sub(r"\s+", " ", answer.text)


@pytest.fixture
def told(service, monkeypatch):
    """Something to tell: runs, a refusal, a doubt."""
    told = {"runs": (RUN,), "refused_files": 1, "refused": (REFUSED,), "doubtful": (DOUBTFUL,)}
    status = service.status("9.9.9").model_copy(update=told)
    monkeypatch.setattr(service, "status", lambda _version: status)


def test_a_corpus_without_runs_says_so(client, service):
    text = page(client)
    documents, passages = service.library.catalogue.totals()
    assert f"<dt>Văn bản</dt><dd>{documents}</dd>" in text
    assert f"<dt>Đoạn</dt><dd>{passages}</dd>" in text
    assert "Không có tệp nào." in text
    assert "Chưa có lần nạp nào được ghi lại." in text
    assert 'href="/van-ban?kind=Ngh%E1%BB%8B%20quy%E1%BA%BFt">Nghị quyết</a>: ' in text


@pytest.mark.usefixtures("told")
def test_what_was_refused_is_told_with_the_reason_and_the_next_step(service):
    text = page(TestClient(pages(service), base_url=ADDRESS, client=("127.0.0.1", 50000)))
    assert "&lt;b&gt;hỏng&lt;/b&gt;.pdf" in text
    assert '<span class="why">Tệp rỗng.</span> Tệp không có nội dung.' in text
    assert "Hãy chép lại." in text
    assert "từ chối 2 tệp có dấu mật hoặc dấu hạn chế lưu hành" in text


@pytest.mark.usefixtures("told")
def test_other_readers_see_how_many_were_refused_but_not_which(client):
    text = page(client)
    assert "<dt>Tệp bị từ chối</dt><dd>1</dd>" in text
    assert "Có 1 tệp. Tên tệp và lý do chỉ người giữ kho xem được" in text
    assert "hỏng" not in text
    assert "từ chối 2 tệp có dấu mật hoặc dấu hạn chế lưu hành" in text


@pytest.mark.usefixtures("told")
def test_doubts_lead_to_their_document(client):
    assert '<a href="/van-ban/57-nq-tw">quét.pdf</a>' in page(client)


@pytest.mark.usefixtures("told")
def test_runs_are_told_with_their_counts(client):
    text = page(client)
    cells = re.findall(r'<td data-column="([^"]+)">([^<]+)</td>', text)
    assert cells == [
        ("Mới", "12"),
        ("Thay bản cũ", "1"),
        ("Bản sao", "2"),
        ("Không đổi", "40"),
        ("Từ chối", "3 (2 không nêu tên)"),
        ("Trang", "310"),
    ]
    here = RUN.ended.astimezone()
    assert f"{here.hour} giờ 15, ngày" in text


@pytest.mark.usefixtures("told")
def test_versions_are_told(client, service):
    text = page(client)
    assert f"<dd>{service.status('x').health.encoder}</dd>" in text
    assert "Tra Cứu 9.9.9" in text

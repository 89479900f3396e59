"""Without JavaScript one can still search, narrow, turn pages and read; what only a script can do is not offered."""

from __future__ import annotations

import re

import pytest
from fixture_server import QUESTION

from corpus.types import Filters


@pytest.fixture
def plain(browser, base_url):
    """A page in a browser whose owner switched scripts off."""
    context = browser.new_context(base_url=base_url, locale="vi-VN", java_script_enabled=False)
    context.set_default_timeout(8000)
    yield context.new_page()
    context.close()


def test_one_can_search_narrow_and_turn_pages(plain, service):
    plain.goto("/")
    plain.get_by_label("Đồng chí cần tìm nội dung gì?").fill(QUESTION)
    plain.get_by_role("button", name="Tìm", exact=True).click()
    usual = service.search(QUESTION, Filters(), 1, 10)
    titles = plain.locator(".hit h2")
    assert titles.all_text_contents() == [hit.passage.citation.short for hit in usual.hits]
    plain.locator(".pager").get_by_role("link", name="Trang sau").click()
    assert "trang 2" in plain.locator("#results-title").text_content()
    kind = usual.hits[0].document.kind
    plain.get_by_role("checkbox", name=re.compile(f"^{kind} ")).check()
    plain.get_by_role("button", name="Xem kết quả đã lọc").click()
    narrowed = service.search(QUESTION, Filters(kind=(kind,)), 1, 10)
    assert titles.all_text_contents() == [hit.passage.citation.short for hit in narrowed.hits]
    plain.get_by_role("link", name="Gộp theo văn bản").click()
    plain.get_by_role("link", name="Xem thêm").first.click()
    plain.get_by_role("link", name=f"Bỏ lọc {kind}").click()
    assert "kind" not in plain.url


def test_a_whole_passage_and_its_citations_can_be_read(plain, service, monkeypatch):
    usual = service.search(QUESTION, Filters(), 1, 10)
    hit = usual.hits[0].model_copy(update={"snippet": ((0, 10),)})
    monkeypatch.setattr(service, "search", lambda *_, **__: usual.model_copy(update={"hits": (hit,)}))
    plain.goto(f"/?q={QUESTION}")
    plain.get_by_text("Xem hết đoạn").click()
    assert plain.locator(".passage").last.inner_text().strip() == hit.passage.text.strip()
    plain.get_by_text("Các kiểu trích dẫn").click()
    assert plain.locator(".cite-styles").get_by_text(hit.passage.citation.footnote).is_visible()


def test_what_only_a_script_can_do_is_not_offered(plain):
    for address in ("/", f"/?q={QUESTION}"):
        plain.goto(address)
        for words in ("Chép", "Lưu câu tìm", "Câu tìm đã lưu", "Dùng phím"):
            assert not any(one.is_visible() for one in plain.get_by_text(words).all()), words


def test_the_list_of_documents_can_be_narrowed(plain, service):
    plain.goto("/van-ban")
    listed = service.documents(Filters(), 1, 20)
    assert plain.locator(".doc-list h3").count() == listed.total
    year = listed.facets.year[0]
    plain.get_by_role("checkbox", name=re.compile(f"^{year.value} ")).check()
    plain.get_by_role("button", name="Xem kết quả đã lọc").click()
    assert plain.locator(".doc-list h3").count() == year.count


def test_two_copies_can_be_compared(plain, service):
    document = service.documents(Filters(), 1, 1).documents[0]
    plain.goto(f"/so-sanh/{document.id}/{'b' * 64}")
    assert plain.locator(".differences tbody tr").count() == 3

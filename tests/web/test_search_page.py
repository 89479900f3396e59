"""The search page over a real corpus: what the service answers is what the page says."""

from __future__ import annotations

import html
import re

from doubles import ENCODER
from small_corpus import NQ57
from starlette.testclient import TestClient

from corpus.runtime.library import Library
from corpus.types import Filters
from search_api.service import Service
from web import pages


def ask(client, question, **parameters):
    answer = client.get("/", params={"q": question, **parameters})
    assert answer.status_code == 200
    return html.unescape(answer.text)


def title_of(page):
    return re.search(r'<h1 id="results-title"[^>]*>(.*?)</h1>', page)[1]


def test_the_passages_come_in_the_order_of_the_service(client, service):
    page = ask(client, "vườn ươm")
    found = service.search("vườn ươm", Filters(), 1, 10)
    assert re.findall(r'<h2><a href="/van-ban/([^?"]+)', page) == [hit.passage.id for hit in found.hits]
    assert title_of(page) == f"Tìm được {found.total} đoạn"
    assert "<mark>vườn ươm</mark>" in page


def test_words_typed_without_marks_are_marked_too(client):
    assert "<mark>vườn ươm</mark>" in ask(client, "vuon uom")


def test_a_slip_is_told(client, service):
    page = ask(client, "vưowfn ươm")
    told = service.search("vưowfn ươm", Filters(), 1, 10).understood
    assert told.changes or told.suggestion
    assert ("Đã tìm theo" in page) == bool(told.changes)
    assert ("Có phải đồng chí muốn tìm" in page) == bool(told.suggestion)


def test_a_unit_that_a_document_has_not_is_told_above_the_nearest(client):
    page = ask(client, "mục IX nghị quyết 57")
    assert "Nghị quyết 57-NQ/TW trong kho không có mục IX." in page


def test_a_number_that_no_document_has_is_told_above_the_nearest(client):
    page = ask(client, "nghị quyết 99 về cây giống")
    assert "Kho chưa có <bdi>Nghị quyết số 99</bdi>." in page.partition('class="plain hits"')[0]
    assert "Kho chưa có" not in ask(client, "nghị quyết 57")


def test_a_number_that_two_documents_carry_offers_both_newest_first(client):
    page = ask(client, "18-NQ/TW")
    assert "Có 2 văn bản mang số này" in page
    dates = re.findall(r"Nghị quyết 18-NQ/TW, ngày ([\d/]+)", page.split("choices-title")[2])
    assert dates == ["16/6/2022", "25/10/2017"]


def test_a_question_that_is_but_a_document_leads_to_its_beginning(client):
    page = ask(client, "nghị quyết 57")
    assert f'<a href="/van-ban/{NQ57.ref.id}">Đọc Nghị quyết 57-NQ/TW từ đầu</a>' in page
    assert "Văn bản đồng chí hỏi" not in ask(client, "nghị quyết 57 bảng tính")


def test_every_place_of_a_passage_leads_to_it(client):
    page = ask(client, "lập sổ theo dõi bằng bảng tính")
    passage = f"{NQ57.ref.id}/muc-iii/khoan-2/gach-1"
    for address in (f"/van-ban/{passage}?q=", f"/doi-chieu/{passage}", f"/tuong-tu/{passage}"):
        assert f'href="{address}' in page
    assert f'href="/van-ban/{NQ57.ref.id}/muc-iii/khoan-2"' in page


def test_in_one_document_its_name_is_told_also_where_it_has_no_answer(client):
    for question in ("vườn ươm", '"tàu vũ trụ"'):
        page = ask(client, question, document=NQ57.ref.id)
        assert "Bỏ lọc Trong: Nghị quyết 57-NQ/TW" in page
    assert "Bỏ lọc Trong: một văn bản" in ask(client, "vườn ươm", document="khong-co")


def test_what_a_field_cannot_be_is_told_under_the_box(client):
    answer = client.get("/", params={"q": "loai:xyz vườn", "kind": "Nghị quyết", "sort": "date"})
    assert answer.status_code == 422
    page = html.unescape(answer.text)
    assert "Trường «loai» không có giá trị «xyz» trong kho." in page
    assert 'value="loai:xyz vườn"' in page
    for kept in ('name="kind" value="Nghị quyết"', 'name="sort" value="date"'):
        assert kept in page


def test_an_empty_corpus_says_how_to_fill_it(library: Library):
    page = html.unescape(TestClient(pages(Service(library, ENCODER))).get("/").text)
    assert "Kho chưa có văn bản nào" in page
    assert "tracuu ingest" in page


def test_the_list_names_every_document_and_its_state(client, service):
    page = html.unescape(client.get("/van-ban").text)
    listed = service.documents(Filters(), 1, 20)
    assert f"Có {listed.total} văn bản" in page
    for document in listed.documents:
        assert f'href="/van-ban/{document.id}"' in page
        assert (document.title or "") in page


def test_a_copy_that_says_the_same_is_said_to(client):
    page = html.unescape(client.get(f"/so-sanh/{NQ57.ref.id}/{NQ57.source.sha256}").text)
    assert "Hai bản không khác nhau chữ nào" in page

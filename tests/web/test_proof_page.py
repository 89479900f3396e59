"""The page proof as it is sent: all that a reader needs without a script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from html_rules import RulesOfPages
from small_corpus import NAMES, NQ57, QD03

from corpus.types import Rect
from web.proof import Sheet

PDF = f"/doi-chieu/{NQ57.ref.id}"
PLACE = f"{PDF}/muc-iii/khoan-2"
HTML = f"/doi-chieu/{QD03.ref.id}/chuong-ii/dieu-2/khoan-1/diem-d"
TEXT = f"/doi-chieu/{NAMES['45-CT/TW@None']}/khoan-3/so-3-2"
PAGES = [PDF, PLACE, f"{PLACE}?page=1", HTML, TEXT, f"/doi-chieu/{QD03.ref.id}"]


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_well_formed(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    rules = RulesOfPages()
    rules.feed(answer.text)
    rules.check()


def test_only_the_proof_of_a_pdf_may_start_a_worker(client):
    def policy(address: str) -> str:
        return client.get(address).headers["content-security-policy"]

    assert policy(PLACE) == f"{policy(HTML)}; worker-src 'self'"
    assert "worker-src" not in policy("/trang-thai")
    assert "eval" not in policy(PLACE)
    assert "proof.js" in client.get(PLACE).text
    assert "proof.js" not in client.get(HTML).text


def test_the_words_their_page_and_the_original_are_there_without_a_script(client):
    text = client.get(PLACE).text
    assert "2. Số hóa sổ theo dõi cây giống." in text
    assert "Trang 1 / 1" in text
    assert f'href="/api/documents/{NQ57.ref.id}/file#page=1"' in text
    assert f'href="/van-ban/{NQ57.ref.id}/muc-iii/khoan-2"' in text
    assert f'href="/doi-chieu/{NQ57.ref.id}/muc-iii/khoan-1"' in text


def test_the_rectangles_come_from_the_server(client, service):
    (found,) = re.findall(r'data-lines="([^"]*)"', client.get(PLACE).text)
    told = service.passage(f"{NQ57.ref.id}/muc-iii/khoan-2").rects
    assert json.loads(unescape(found)) == [[rect.page, rect.left, rect.bottom, rect.right, rect.top] for rect in told]


def test_the_passage_is_marked_in_an_original_without_pages(client):
    for address, words in ((HTML, "d) Bón phân hằng tháng."), (TEXT, "3.2. Chọn gốc ghép khỏe.")):
        text = client.get(address).text
        assert re.findall(r"<mark[^>]*>([^<]*)</mark>", text) == [words]
        assert 'href="#doan"' in text


def test_an_original_that_says_it_otherwise_is_shown_unmarked_and_says_so(client, service, monkeypatch):
    found = service.proof(QD03.ref.id, "chuong-ii/dieu-2/khoan-1/diem-d")

    other = tuple(replace(one, text="khác") for one in found.place.wordings)
    changed = replace(found, place=replace(found.place, wordings=other))
    monkeypatch.setattr(service, "proof", lambda *_: changed)
    text = client.get(HTML).text
    assert "<mark" not in text
    assert "Không tìm thấy đoạn này đúng từng chữ trong tệp gốc" in text
    assert "Bón phân hằng tháng." in text


@pytest.mark.parametrize("address", [f"{PDF}/khong-co", "/doi-chieu/khong-co", "/doi-chieu/khong-co/muc-i"])
def test_a_place_that_is_not_there_is_a_page_of_its_own(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Không tìm thấy" in answer.text


def sheet(service, asked: str, *, pages: int = 12, labels: tuple[str, ...] = (), rects=()) -> Sheet:
    found = service.proof(NQ57.ref.id, "muc-iii/khoan-2")
    place = replace(found.place, pages=(3, 4), rects=rects)
    document = found.document.model_copy(update={"pages": pages})
    return Sheet.of(replace(found, document=document, place=place, labels=labels), asked)


@pytest.mark.parametrize(
    ("asked", "page"),
    [("", 3), ("5", 5), ("0", 1), ("99", 12), ("x", 3), ("-1", 3), ("٣", 3), ("9" * 30, 3)],
)
def test_an_address_that_makes_no_sense_opens_the_passage(service, asked: str, page: int):
    assert sheet(service, asked).page == page


def test_a_page_that_prints_another_number_says_so(service):
    labels = ("i", "ii", "1", "2", *("" for _ in range(8)))
    assert sheet(service, "3", labels=labels).words == "Trang 3 / 12 (in số 1)"
    assert sheet(service, "5", labels=labels).words == "Trang 5 / 12"
    assert sheet(service, "5").words == "Trang 5 / 12"


def test_lines_of_all_pages_are_told(service):
    rects = ((3, Rect(72, 100, 500.04, 112)), (4, Rect(72, 700, 300, 712)))
    assert json.loads(sheet(service, "", rects=rects).lines) == [[3, 72, 100, 500.0, 112], [4, 72, 700, 300, 712]]

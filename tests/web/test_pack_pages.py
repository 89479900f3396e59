"""The list of packs, adding passages to them, links, history, copies, and what strangers may not do."""

from __future__ import annotations

import html
import re

import pytest
from html_rules import RulesOfPages
from sent_form import filled, form_of
from small_corpus import NQ57
from starlette.testclient import TestClient

from corpus.errors import BadQuery
from search_api.app import create_app
from search_api.drafting.errors import NotAnswered
from search_api.packs.content import PackContent
from web import pages

PASSAGE = f"{NQ57.ref.id}/muc-iii/khoan-1"
OTHER = f"{NQ57.ref.id}/muc-iii/khoan-2/gach-1"
JSON = {"Accept": "application/json"}


def begun(visitor, **fields):
    answer = visitor.post("/tap", data=fields, follow_redirects=False)
    assert answer.status_code == 303
    return answer.headers["location"]


def name_of(address):
    return address.rpartition("/")[2]


def well_formed(page):
    rules = RulesOfPages()
    rules.feed(page)
    rules.check()


def key_of(visitor, address, right):
    page = visitor.post(f"{address}/chia-se", data={"right": right}).text
    return re.search(r'data-copy="http://testserver(/tap/[^"]+)"', page)[1]


@pytest.mark.parametrize("template", ["", "thuong-ky", "chuyen-de", "bai-giang"])
def test_a_pack_is_begun_empty_or_from_a_template(visitor, template):
    well_formed(visitor.get("/tap").text)
    address = begun(visitor, template=template)
    page = visitor.get(address).text
    well_formed(page)
    assert (filled(form_of(page))["step_what"] != [""]) == bool(template)
    listed = visitor.get("/tap").text
    assert "Có 1 tập" in listed
    assert f'href="{address}"' in listed


def test_reading_begins_no_desk(visitor):
    for address in ("/tap", "/tap/khong-co", f"/tap/them?doan={PASSAGE}"):
        assert "set-cookie" not in visitor.get(address).headers


def test_a_draft_is_opened_and_where_there_is_none_the_topic_stays(visitor, service, monkeypatch):
    monkeypatch.setattr(
        service.drafter, "draft", lambda topic, occasion: PackContent(title=f"Nháp {topic}", occasion=occasion)
    )
    answer = visitor.post("/tap/nhap", data={"topic": " vườn ươm ", "occasion": "bai-giang"})
    assert "Nháp vườn ươm" in answer.text
    assert filled(form_of(answer.text))["occasion"] == ["bai-giang"]

    def refused(error):
        def draft(_topic, _occasion):
            raise error

        return draft

    for error in (NotAnswered("Kho chưa nói về «x».", "Hãy đổi chủ đề."), BadQuery("Câu hỏi trống.", "Hãy gõ vài từ.")):
        monkeypatch.setattr(service.drafter, "draft", refused(error))
        page = visitor.post("/tap/nhap", data={"topic": "<b>x"})
        assert page.status_code == 422
        assert str(error) in html.unescape(page.text)
        assert 'value="&lt;b&gt;x"' in page.text
        well_formed(page.text)


def test_a_passage_goes_to_the_pack_that_was_changed_last(visitor):
    new = visitor.post("/tap/them", data={"passage": PASSAGE}, headers=JSON).json()
    assert (new["is_new"], new["is_present"], new["label"]) == (True, False, 1)
    begun(visitor, title="Tập khác")
    other = visitor.post("/tap/them", data={"passage": PASSAGE}, headers=JSON).json()
    assert (other["title"], other["is_new"]) == ("Tập khác", False)
    again = visitor.post("/tap/them", data={"passage": PASSAGE}, headers=JSON).json()
    assert (again["address"], again["is_present"], again["label"]) == (other["address"], True, 1)


def test_a_passage_goes_to_the_pack_that_is_open_while_it_is_there(visitor):
    opened = begun(visitor, title="Đang mở")
    last = begun(visitor, title="Sửa sau cùng")
    fields = {"passage": PASSAGE, "opened": name_of(opened)}
    assert visitor.post("/tap/them", data=fields, headers=JSON).json()["address"] == opened
    visitor.post(f"{opened}/xoa")
    assert visitor.post("/tap/them", data=fields, headers=JSON).json()["address"] == last


def test_a_passage_goes_to_the_pack_that_is_chosen(visitor):
    first = begun(visitor, title="Tập đầu")
    begun(visitor, title="Tập sau")
    page = visitor.get(f"/tap/them?doan={OTHER}")
    well_formed(page.text)
    assert "- Lập sổ theo dõi bằng bảng tính." in page.text
    fields = {"passage": OTHER, "pack": name_of(first)}
    answer = visitor.post("/tap/them", data=fields, follow_redirects=False)
    assert answer.headers["location"] == f"{first}#trich-dan-1"
    answer = visitor.post("/tap/them", data=fields | {"pack": "moi", "title": "Tập mới"})
    assert filled(form_of(answer.text))["title"] == ["Tập mới"]


def test_a_passage_that_is_not_there_begins_no_pack(visitor):
    answer = visitor.post("/tap/them", data={"passage": "khong-co/muc-i"}, headers=JSON)
    assert (answer.status_code, answer.json()["title"]) == (404, "Không tìm thấy")
    assert 'id="packs-title"' not in visitor.get("/tap").text


def test_every_place_of_a_passage_offers_to_add_it(visitor):
    for address in (f"/?q={NQ57.ref.number}", f"/van-ban/{PASSAGE}", f"/tuong-tu/{PASSAGE}"):
        page = visitor.get(address).text
        assert 'class="press add-passage"' in page, address


def test_a_link_to_read_shows_the_pack_and_changes_nothing(visitor, service, study):
    address = begun(visitor, title="Vườn ươm", template="chuyen-de")
    visitor.post("/tap/them", data={"passage": PASSAGE})
    link = key_of(visitor, address, "xem")
    guest = TestClient(pages(service, study), raise_server_exceptions=False)
    page = guest.get(link).text
    well_formed(page)
    assert "1. Mở rộng vườn ươm ở từng thôn." in page
    assert 'id="pack"' not in page
    fields = filled(form_of(visitor.get(address).text), local="chen vào")
    assert guest.post(link, data=fields).status_code == 403
    for part in ("lich-su", "chia-se"):
        assert guest.get(f"{link}/{part}").status_code == 403
    for part in ("xoa", "thu-hoi", "lay-lai", "chia-se"):
        assert guest.post(f"{link}/{part}").status_code == 403
    assert guest.get(address).status_code == 404
    copied = guest.post(f"{link}/nhan-ban")
    assert filled(form_of(copied.text))["title"] == ["Vườn ươm"]


def test_a_link_to_edit_edits_until_it_is_revoked(visitor, service, study):
    address = begun(visitor, title="Vườn ươm")
    link = key_of(visitor, address, "sua")
    guest = TestClient(pages(service, study), raise_server_exceptions=False)
    page = guest.get(link).text
    assert "Chia sẻ" not in page
    assert "Xoá tập này" not in page
    assert guest.post(link, data=filled(form_of(page), local="của khách")).status_code == 200
    assert filled(form_of(visitor.get(address).text))["local"] == ["của khách"]
    share = re.search(r'name="share" value="([^"]+)"', visitor.get(f"{address}/chia-se").text)[1]
    visitor.post(f"{address}/thu-hoi", data={"share": share})
    assert guest.get(link).status_code == 404


def test_a_deleted_pack_can_be_had_back(visitor):
    address = begun(visitor, title="Vườn ươm")
    page = visitor.post(f"{address}/xoa").text
    well_formed(page)
    assert "Đã xoá «Vườn ươm»" in page
    assert visitor.get(address).status_code == 404
    assert f'href="{address}"' in visitor.post(f"{address}/khoi-phuc").text


def test_a_template_of_ones_own_begins_packs(visitor):
    address = begun(visitor, title="Khung của tôi")
    assert "Mẫu của tôi" in visitor.post(f"{address}/lam-mau").text
    page = visitor.get("/tap").text
    own = re.search(r'name="template" value="([^"]+)">\s*<button[^>]*>Khung của tôi', page)[1]
    assert filled(form_of(visitor.get(begun(visitor, template=own)).text))["title"] == ["Khung của tôi"]


def test_an_earlier_revision_is_seen_and_brought_back(visitor):
    address = begun(visitor, title="Vườn ươm")
    visitor.post("/tap/them", data={"passage": PASSAGE})
    page = visitor.get(f"{address}/lich-su").text
    number = re.search(r'name="number" value="(\d+)"', page)[1]
    assert "Đây là bản" in visitor.get(f"{address}/lich-su/{number}").text
    base = re.search(r'name="base" value="(\d+)"', page)[1]
    restored = visitor.post(f"{address}/lay-lai", data={"base": base, "number": number})
    assert "passage" not in filled(form_of(restored.text))
    assert visitor.post(f"{address}/lay-lai", data={"base": base, "number": base}).status_code == 409


def test_what_a_pack_quotes_is_checked(visitor, service, study):
    address = begun(visitor, title="Vườn ươm")
    visitor.post("/tap/them", data={"passage": PASSAGE})
    page = visitor.get(f"/soat?tap={name_of(address)}")
    assert page.status_code == 200
    assert "“1. Mở rộng vườn ươm ở từng thôn.”" in page.text
    assert "văn bản dán vào" not in page.text
    assert f'href="{address}">Về tập tài liệu' in page.text
    stranger = TestClient(pages(service, study), raise_server_exceptions=False)
    assert stranger.get(f"/soat?tap={name_of(address)}").status_code == 404


def test_pages_of_others_cannot_press_our_buttons(service, study):
    app = create_app(service, study=study)
    app.mount("/", pages(service, study))
    visitor = TestClient(app, base_url="http://localhost")
    strange = {"Origin": "http://la.example", "Sec-Fetch-Site": "cross-site"}
    assert visitor.post("/tap", data={"title": "x"}, headers=strange).status_code == 403
    assert 'id="packs-title"' not in visitor.get("/tap").text
    own = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert visitor.post("/tap", data={"title": "x"}, headers=own).status_code == 200


def test_mentions_lead_to_their_passages_and_other_brackets_stay(visitor):
    address = begun(visitor)
    visitor.post("/tap/them", data={"passage": PASSAGE})
    text = "Theo [1], không phải [2], [x] hay [01]."
    visitor.post(address, data=filled(form_of(visitor.get(address).text), introduction=text))
    page = visitor.get(f"{address}/xem").text
    assert re.findall(r'<a class="mention" href="(#[^"]+)">(.*?)</a>', page) == [
        ("#trich-dan-1", "[1]"),
        ("#trich-dan-1", "[01]"),
    ]
    assert "không phải [2], [x] hay" in page

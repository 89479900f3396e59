"""The reader as it is sent: the whole document, the place that is meant, what is looked for. No script is needed."""

from __future__ import annotations

import re

import pytest
from html_rules import RulesOfPages
from made_detail import NAME, OUTLINE, PRESS, ROWS, OneDocument, detail, document, unit
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from web import pages

HOME = f"/van-ban/{NAME}"


def client_of(**changes):
    return TestClient(pages(OneDocument(detail(**changes))), raise_server_exceptions=False)


def opened(address=HOME, **changes):
    """The page at an address, which keeps the rules that hold for all pages."""
    answer = client_of(**changes).get(address)
    rules = RulesOfPages()
    rules.feed(answer.text)
    rules.check()
    return LexborHTMLParser(answer.text)


def text_of(tree, address):
    """The words of a unit without what the page adds to them."""
    found = tree.css_first(f'[id="u:{address}"]')
    for added in found.css(".apart"):
        added.decompose()
    return re.sub(r"\s*\n\s*", "\n", found.text()).strip()


@pytest.mark.parametrize("query", ["", "?tim=chi+bo", "?tim=cay&q=x", "?q=trồng"])
@pytest.mark.parametrize("item", OUTLINE, ids=lambda item: item.address)
def test_every_unit_is_there_word_for_word_whatever_is_marked_in_it(item, query):
    assert text_of(opened(HOME + query), item.address) == item.text


def test_headings_are_headings_with_their_labels_and_leave_out_no_level():
    tree = opened(outline=(OUTLINE[0], OUTLINE[1].model_copy(update={"notes": ()}), *OUTLINE[2:]))
    found = [(node.tag, node.text()) for node in tree.css(".doc-text :is(h2, h3, h4)")]
    assert found == [("h2", "Chương I\nQUY ĐỊNH CHUNG"), ("h3", "Điều 1. Chi bộ trồng cây.")]


def test_what_recognition_was_not_sure_of_is_underlined_and_said():
    tree = opened()
    assert [node.text() for node in tree.css(".doubt")] == ["2O26"]
    assert len(tree.css(".recognised")) == 1
    assert "Bản quét" in tree.css_first(".badges").text()


def test_a_note_and_its_mark_lead_to_each_other():
    tree = opened()
    mark = tree.css_first(".note-mark a")
    note = tree.css_first(f'[id="{mark.attributes["href"][1:]}"]')
    assert note.text() == "1 Theo <b>kế hoạch</b>."
    assert note.css_first("a").attributes["href"] == f"#{mark.attributes['id']}"
    before = tree.css_first('[id="u:chuong-i/dieu-1"] h3').html
    assert before.index("trồng") < before.index("note-mark") < before.index("cây")
    assert "Không rõ chỗ." in tree.css_first("article > .notes").text()


def test_pages_are_marked_where_they_begin_and_lead_to_the_original():
    tree = opened()
    marks = [(node.text(), node.attributes["href"]) for node in tree.css(".page-mark, .turn")]
    original = f"/doi-chieu/{NAME}/"
    assert marks == [
        ("trang 1", f"{original}chuong-i"),
        ("trang 2", f"{original}chuong-i/dieu-1"),
        ("trang 3", f"{original}phu-luc-i"),
    ]
    body = tree.css_first('[id="u:chuong-i/dieu-1"] p').html
    assert body.index("Chi bộ") < body.index("trang 2") < body.index("tưới")


def test_a_table_has_its_rows_and_columns():
    tree = opened()
    assert [cell.text() for cell in tree.css("thead th[scope=col]")] == list(ROWS[0])
    rows = [[cell.text() for cell in row.css("td")] for row in tree.css("tbody tr")]
    assert rows == [list(ROWS[1]), list(ROWS[2]), [*ROWS[3], ""]]
    assert tree.css_first("td[rowspan='2']").text() == "Hội Nông dân"
    assert [row.attributes["id"] for row in tree.css("tbody tr")] == [f"u:phu-luc-i/bang-1/dong-{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("chuong-i/dieu-1/khoan-1", "Điều 1, khoản 1, tr. 2"),
        ("chuong-i/dieu-1/khoan-1/tiep-2", "Điều 1, khoản 1, tr. 2"),
        ("phu-luc-i/bang-1/dong-2", "Phụ lục I, bảng 1, dòng 2"),
        ("phu-luc-i/bang-1", "Phụ lục I, bảng 1"),
    ],
)
def test_the_address_of_a_place_marks_it(address, place):
    tree = opened(f"{HOME}/{address}")
    [goal] = tree.css("[aria-current=location]")
    assert goal.attributes["id"][2:] == address.removesuffix("/tiep-2")
    assert "autofocus" in goal.attributes
    assert tree.css_first("title").text() == f"{place} - Quy chế 01-QC/ĐU - Tra Cứu"
    assert not tree.css("[role=alert]")
    links = [node.attributes["href"] for node in tree.css("#actions a")]
    assert links[0] == f"/doi-chieu/{NAME}/{address.removesuffix('/tiep-2')}"


@pytest.mark.parametrize(
    ("address", "said"),
    [("chuong-i/dieu-9", "mục gần nhất"), ("muc-ix", "sau đây là toàn văn"), ("<b>x</b>", "sau đây là toàn văn")],
)
def test_a_place_that_is_not_there_is_said_not_to_be(address, said):
    answer = client_of().get(f"{HOME}/{address}")
    assert answer.status_code == 404
    tree = LexborHTMLParser(answer.text)
    told = tree.css_first("[role=alert]").text()
    assert f"«{address}»" in told
    assert said in told
    assert text_of(tree, "chuong-i") == OUTLINE[0].text


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/van-ban/ten-cu/chuong-i?tim=cay", f"{HOME}/chuong-i?tim=cay"),
        ("/van-ban/ten-cu", HOME),
        (f"{HOME}/", HOME),
        (f"{HOME}/chuong-i/", f"{HOME}/chuong-i"),
    ],
)
def test_a_former_name_leads_to_the_name_of_now(asked, leads):
    answer = client_of().get(asked, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, leads)


def test_an_unknown_document_is_said_to_be_unknown(client):
    answer = client.get("/van-ban/khong-co")
    assert answer.status_code == 404
    assert "Không có văn bản «khong-co»." in answer.text


def test_the_card_says_what_the_document_is():
    tree = opened()
    facts = {
        node.css_first("dt").text(): " ".join(node.css_first("dd").text().split()) for node in tree.css(".facts div")
    }
    assert facts == {
        "Cơ quan ban hành": "Đảng ủy xã Mẫu",
        "Ngày ban hành": "20/10/2025",
        "Nơi ban hành": "Xã Mẫu",
        "Người ký": "Nguyễn Văn Mẫu, Bí thư",
        "Có hiệu lực từ": "01/11/2025",
        "Căn cứ": "Quy chế 57; 294-QĐ/TW",
        "Tệp gốc": "01-qc-du.pdf",
    }
    assert [node.attributes["href"] for node in tree.css(".facts a")] == [
        "/van-ban/57-nq",
        f"/api/documents/{NAME}/file",
    ]
    assert tree.css_first(".copies .button").attributes["href"] == f"/so-sanh/{NAME}/{PRESS}"
    assert tree.css_first(".citation").text() == document().citation
    assert tree.css_first("h1").text().split() == ["Quy", "chế", "số", "01-QC/ĐU", "về", "trồng", "cây"]


def test_a_document_that_states_nothing_has_a_card_without_gaps():
    silent = document(number=None, kind=None, issuer=None, issued_on=None, title=None)
    tree = opened(
        document=silent, signer=None, position=None, place=None, effective_on=None, copies=(), relations=(), notes=()
    )
    assert [node.text() for node in tree.css(".facts dt")] == ["Tệp gốc"]
    assert tree.css_first("h1").text().strip() == "Văn bản"


def test_who_would_quote_what_is_no_longer_in_force_is_warned_and_led_on():
    ended = document(
        validity="hết hiệu lực do Quy chế số 02-QC/ĐU, ngày 01/01/2026 thay thế", secrecy="LƯU HÀNH NỘI BỘ"
    )
    tree = opened(document=ended, ended_by=document(id="02-qc", number="02-QC/ĐU"))
    assert "Hết hiệu lực do Quy chế số 02-QC/ĐU" in tree.css_first(".badges").text()
    assert "LƯU HÀNH NỘI BỘ" in tree.css_first(".badges").text()
    assert tree.css_first(".notice a").attributes["href"] == "/van-ban/02-qc"


def test_the_contents_are_links_within_the_page():
    tree = opened()
    links = {node.attributes["href"]: node.text() for node in tree.css("#tree a")}
    assert links == {
        "#u:chuong-i": "Chương I. QUY ĐỊNH CHUNG",
        "#u:chuong-i/dieu-1": "Điều 1. Chi bộ trồng cây.",
        "#u:phu-luc-i": "PHỤ LỤC I. CÂY 😀 TRỒNG",
    }
    assert all(tree.css_first(f'[id="{link[1:]}"]') for link in links)


def test_the_contents_of_a_long_document_are_its_titles():
    units = [unit("dieu-1", "Điều 1. Việc", heading="Việc")]
    units += [unit(f"dieu-1/khoan-{n}{rest}", f"{n}. Việc.") for n in range(200) for rest in ("", "/diem-a")]
    assert len(opened(outline=tuple(units)).css("#tree a")) == 1


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("chi bo", ["Chi bộ", "Chi bộ", "chi bộ"]),
        ("chi bộ", ["Chi bộ", "Chi bộ", "chi bộ"]),
        ("chí bộ", []),
        ("BO TUOI", ["bộ tưới"]),
        ("hoi nong dan", ["Hội Nông dân"]),
        ("quy định", ["QUY ĐỊNH"]),
        ("cay trong", ["cây trong", "CÂY 😀 TRỒNG"]),
        ("2o26", ["2O26"]),
        ("😀", []),
    ],
)
def test_words_are_found_in_headings_and_tables_too_with_and_without_marks(typed, hits):
    tree = opened(f"{HOME}?tim={typed}")
    marks = tree.css("mark")
    found: list[str] = [""]
    for node in marks:
        found[-1] += node.text()
        if "id" in node.attributes:
            found.append("")
    assert found[:-1] == hits
    assert [node.attributes["id"] for node in marks if "id" in node.attributes] == [
        f"khop-{n}" for n in range(1, len(hits) + 1)
    ]
    bar = " ".join(tree.css_first("#hits").text().split())
    assert (f"{len(hits)} chỗ" in bar) if hits else (f"Không có “{typed}” trong văn bản này." in bar)


def test_without_a_script_the_found_places_lead_from_one_to_the_next():
    tree = opened(f"{HOME}?tim=chi bo")
    form = tree.css_first("form.within")
    assert (form.attributes["action"], form.attributes["method"]) == (f"{HOME}#khop-1", "get")
    assert form.css_first("input[name=tim]").attributes["value"] == "chi bo"
    steps = [[link.attributes["href"] for link in node.css("a")] for node in tree.css("mark[id] + .hop")]
    assert steps == [["#khop-2"], ["#khop-1", "#khop-3"], ["#khop-2"]]


def test_from_a_search_one_comes_to_its_words_and_back():
    tree = opened(f"{HOME}/chuong-i?q=chi bộ&tim=")
    assert len(tree.css("mark")) == 3
    assert tree.css_first("#way-back").attributes["href"] == "/?q=chi+b%E1%BB%99"
    assert tree.css_first("input[name=tim]").attributes["value"] == ""


def test_too_much_to_look_for_is_said_to_be():
    tree = opened(f"{HOME}?tim={'chi bộ ' * 2000}")
    assert "không quá 200 ký tự" in tree.css_first("#hits").text()
    assert not tree.css("mark")


HOSTILE = "<script>alert(1)</script> \u202evăn bản\u202c " + "x" * 10_000 + " '\"&{{7*7}}"


def test_hostile_text_stays_text():
    outline = (
        unit("muc-i", HOSTILE, heading=HOSTILE, place=HOSTILE, notes=(OUTLINE[1].notes[0],), pages=(1,)),
        unit("muc-i/khoan-1", HOSTILE, place=HOSTILE),
    )
    told = document(title=HOSTILE, issuer=HOSTILE, citation=HOSTILE, number=HOSTILE, kind=HOSTILE)
    address = f"{HOME}/muc-i?tim=alert"
    tree = opened(address, document=told, outline=outline, signer=HOSTILE, place=HOSTILE)
    assert not [node for node in tree.css("script") if "src" not in node.attributes]
    assert text_of(tree, "muc-i/khoan-1") == HOSTILE
    assert "49" not in tree.css_first("h1").text()


def test_hostile_words_and_addresses_do_nothing():
    for address in (f"{HOME}?tim=<script>alert(1)</script>", f'{HOME}?q="><img src=x onerror=alert(1)>'):
        tree = opened(address)
        assert not [node for node in tree.css("script") if "src" not in node.attributes]
        assert not tree.css("main img")

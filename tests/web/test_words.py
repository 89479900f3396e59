"""Names and marks as readers see them."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.schemas import CopyOut, DocumentOut
from web.words import beside, file_name, in_doubt, in_force, marked, short_name, validity_badge, validity_detail


def document(**said: object) -> DocumentOut:
    silent = dict.fromkeys(("number", "kind", "issuer", "issued_on", "title", "secrecy"))
    known = {"id": "x", "validity": "chưa rõ", "citation": "x", "pages": 0, "file_name": "x", "media_type": "x"} | {
        "source": "x"
    }
    return DocumentOut(**{**silent, **known, **said})


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"kind": "Nghị quyết", "number": "57-NQ/TW", "title": "về thử"}, "Nghị quyết 57-NQ/TW"),
        ({"kind": "Điều lệ", "title": "Hội Làm vườn"}, "Điều lệ Hội Làm vườn"),
        ({"number": "57-NQ/TW"}, "Văn bản 57-NQ/TW"),
        ({"kind": "Kết luận"}, "Kết luận (tệp x)"),
        ({}, "Văn bản (tệp x)"),
    ],
)
def test_a_document_has_a_name_whatever_it_leaves_unsaid(said, name):
    assert short_name(document(**said)) == name


@pytest.mark.parametrize(
    ("validity", "badge", "detail", "warns", "holds"),
    [
        ("chưa rõ", "Chưa rõ", "", False, False),
        ("còn hiệu lực", "Còn hiệu lực", "", False, True),
        ("còn hiệu lực từ 01/7/2025", "Còn hiệu lực", " từ 01/7/2025", False, True),
        ("hết hiệu lực do Quy chế số 01 thay thế", "Hết hiệu lực", " do Quy chế số 01 thay thế", True, False),
        ("hết hiệu lực một phần", "Hết hiệu lực một phần", "", True, False),
    ],
)
def test_in_force_or_not(validity, badge, detail, warns, holds):
    told = document(validity=validity)
    assert (validity_badge(told), validity_detail(told)) == (badge, detail)
    assert (in_doubt(told), in_force(told)) == (warns, holds)


def test_a_file_says_what_it_is():
    copy = CopyOut(version="a", name="a.pdf", media_type="application/pdf", pages=12, conversion="", served=True)
    assert file_name(copy) == "a.pdf (PDF, 12 trang)"
    assert file_name(copy.model_copy(update={"pages": 0, "media_type": "text/x"})) == "a.pdf (text/x)"


def test_a_phrase_is_marked_as_one():
    assert marked("sinh hoạt\nchi bộ", [(10, 13), (0, 4), (5, 9)]) == "<mark>sinh hoạt\nchi</mark> bộ"


def test_a_number_is_marked_as_one():
    assert marked("3.2.1. Là", [(0, 1), (2, 3), (4, 5)]) == "<mark>3.2.1</mark>. Là"
    assert marked("57-NQ/TW", [(0, 2), (3, 5), (6, 8)]) == "<mark>57-NQ/TW</mark>"
    assert marked("một. hai", [(0, 3), (5, 8)]) == "<mark>một</mark>. <mark>hai</mark>"


def test_what_is_unsure_is_underlined_inside_a_mark_too():
    text = marked("a < 30 ngày", hits=[(0, 6)], doubts=[(4, 6), (7, 8)])
    assert re.sub(r'<span class="doubt"[^>]*>', "<u>", text).replace("</span>", "</u>") == (
        "<mark>a &lt; <u>30</u></mark> <u>n</u>gày"
    )


def test_of_a_stretch_only_what_lies_in_it_is_marked():
    assert marked("một hai ba", [(0, 7), (8, 10)], start=4, end=9) == "<mark>hai b</mark>"
    assert marked("một, hai", [(0, 3), (5, 8)], start=3) == ", <mark>hai</mark>"


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple), max_size=6)


@given(st.text("ab \n<&𝐀ữ\u202e", max_size=30), SPANS, SPANS)
def test_the_words_stay_what_they_are(text, hits, doubts):
    shown = re.sub(r"</?(?:mark|span)[^>]*>", "", marked(text, hits, doubts))
    assert html.unescape(shown) == text


@pytest.mark.parametrize(
    ("before", "after", "blank"),
    [
        ("cây", "bàng", " "),
        ("cây ", "bàng", ""),
        ("cây", " bàng", ""),
        ("cây", ", bàng", ""),
        ("cây.", "[không có]", " "),
        ("", "bàng", ""),
        ("cây", "", ""),
        ("(", "bàng", ""),
    ],
)
def test_what_was_cut_apart_gets_its_blank_back(before, after, blank):
    assert beside(before, after) == blank

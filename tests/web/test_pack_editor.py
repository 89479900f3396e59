"""The editor of a study pack as a browser without scripts uses it, and what its script is answered."""

from __future__ import annotations

import html
import re

import pytest
from html_rules import RulesOfPages
from sent_form import filled, form_of
from small_corpus import NQ57

PASSAGES = [f"{NQ57.ref.id}/muc-iii/{unit}" for unit in ("khoan-1", "khoan-2/gach-1", "khoan-2/gach-2")]
JSON = {"Accept": "application/json"}
SCRIPT = "<script>window.hurt = 1</script> {{ 7 * 7 }} \"' &amp;"


@pytest.fixture
def address(visitor):
    """A pack with three passages, on the visitor's desk."""
    made = visitor.post("/tap", data={"title": "Vườn ươm"}, follow_redirects=False).headers["location"]
    for passage in PASSAGES:
        visitor.post("/tap/them", data={"passage": passage, "pack": made.rpartition("/")[2]})
    return made


def shown(visitor, address):
    answer = visitor.get(address)
    assert answer.status_code == 200
    return answer.text


def order(page):
    return re.findall(r'id="trich-dan-(\d+)"', page)


def save(visitor, address, action="luu", **typed):
    return visitor.post(address, data=filled(form_of(shown(visitor, address)), action, **typed))


def test_everything_typed_is_there_again(visitor, address):
    typed = {
        "title": "  Chuyển đổi số\r\n ở chi bộ ",
        "occasion": "bai-giang",
        "branch": "Chi bộ thôn Mẫu",
        "superior": "Đảng uỷ xã Mẫu",
        "place": "Mẫu",
        "held_on": "3/12/2026",
        "author": "Nguyễn Văn Mẫu",
        "aim": "Nắm vững.\r\nLàm ngay.",
        "step_what": ["Mở đầu", "", "Thảo luận"],
        "step_minutes": ["5", "", "20"],
        "introduction": "\r\nLời mở [2].",
        "note_2": "Nhấn mạnh.",
        "question_2": "Đã làm chưa?",
        "local": "Thôn đã làm.",
        "question": ["Việc gì?", " ", "Ai làm?"],
        "conclusion": SCRIPT,
    }
    answer = save(visitor, address, **typed)
    assert answer.status_code == 200
    kept = filled(form_of(answer.text))
    assert kept["title"] == ["Chuyển đổi số ở chi bộ"]
    assert kept["step_what"] == ["Mở đầu", "Thảo luận", ""]
    assert kept["step_minutes"] == ["5", "20", ""]
    assert kept["question"] == ["Việc gì?", "Ai làm?", ""]
    same = typed.keys() - {"title", "step_what", "step_minutes", "question", "held_on"}
    assert {name: kept[name] for name in same} == {name: [typed[name]] for name in same}
    assert kept["held_on"] == ["03/12/2026"]
    assert '<strong id="minutes-sum">25</strong>' in answer.text
    assert "<script>window" not in answer.text


@pytest.mark.parametrize(
    ("action", "wanted"),
    [
        ("len:2", ["2", "1", "3"]),
        ("xuong:2", ["1", "3", "2"]),
        ("len:1", ["1", "2", "3"]),
        ("xuong:3", ["1", "2", "3"]),
        ("bo:2", ["1", "3"]),
        ("bo:99", ["1", "2", "3"]),
        ("len:²", ["1", "2", "3"]),
        ("khac:1", ["1", "2", "3"]),
    ],
)
def test_a_button_rearranges_and_keeps_what_was_typed(visitor, address, action, wanted):
    answer = save(visitor, address, action, introduction="chưa lưu")
    assert order(answer.text) == wanted
    assert filled(form_of(answer.text))["introduction"] == ["chưa lưu"]


def test_a_line_is_dropped_where_its_button_stood(visitor, address):
    lines = {"step_what": ["một", "", "ba"], "step_minutes": ["1", "", "3"], "question": ["một", "hai", "ba"]}
    answer = save(visitor, address, "bo-viec:2", **lines)
    assert filled(form_of(answer.text))["step_what"] == ["một", ""]
    answer = save(visitor, address, "bo-cau:0")
    assert filled(form_of(answer.text))["question"] == ["hai", "ba", ""]


def test_undo_takes_back_the_last_change_and_redo_brings_it_again(visitor, address):
    save(visitor, address, local="một")
    save(visitor, address, "bo:1")
    answer = save(visitor, address, "hoan-tac")
    assert order(answer.text) == ["1", "2", "3"]
    assert order(save(visitor, address, "lam-lai").text) == ["2", "3"]


def test_quotations_are_never_taken_from_the_form(visitor, address):
    fields = filled(form_of(shown(visitor, address))) | {"text_1": ["Lời bịa"], "passage": ["1", "1", "2"]}
    answer = visitor.post(address, data=fields)
    assert order(answer.text) == ["1", "2"]
    assert "Lời bịa" not in answer.text
    unknown = visitor.post(address, data=filled(form_of(answer.text)) | {"passage": ["1", "77"]})
    assert unknown.status_code == 422
    assert order(shown(visitor, address)) == ["1", "2"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"held_on": "31/2/2026"}, "Ngày sinh hoạt «31/2/2026» không đọc được"),
        ({"held_on": "mai"}, "Ngày sinh hoạt «mai» không đọc được"),
        ({"step_minutes": "mười"}, "Số phút «mười» không phải là số"),
        ({"step_what": "x", "step_minutes": "99999"}, "Kế hoạch thời gian"),
        ({"branch": "x" * 301}, "Chi bộ, đảng bộ hoặc lớp học"),
        ({"occasion": "le-hoi"}, "Dịp"),
        ({"note_1": "x" * 4001}, "Nội dung quán triệt"),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_field(visitor, address, typed, told):
    fields = filled(form_of(shown(visitor, address)), **typed)
    answer = visitor.post(address, data=fields)
    assert (answer.status_code, told in html.unescape(answer.text)) == (422, True)
    assert told in visitor.post(address, data=fields, headers=JSON).json()["detail"]


def test_a_page_that_was_not_there_whole_changes_nothing(visitor, address):
    fields = filled(form_of(shown(visitor, address)))
    del fields["whole"], fields["passage"]
    assert visitor.post(address, data=fields).status_code == 422
    assert order(shown(visitor, address)) == ["1", "2", "3"]


def test_who_is_late_loses_nothing_and_may_keep_their_own(visitor, address):
    before = form_of(shown(visitor, address))
    save(visitor, address, "bo:3", local="của người khác")
    late = visitor.post(address, data=filled(before, local="của tôi"))
    assert late.status_code == 409
    assert "vừa được sửa ở nơi khác" in late.text
    assert order(late.text) == ["1", "2", "3"]
    mine = filled(form_of(late.text))
    assert mine["local"] == ["của tôi"]
    assert filled(form_of(shown(visitor, address)))["local"] == ["của người khác"]
    assert visitor.post(address, data=mine).status_code == 200
    assert filled(form_of(shown(visitor, address)))["local"] == ["của tôi"]


def test_the_script_is_told_what_was_saved(visitor, address):
    before = form_of(shown(visitor, address))
    told = visitor.post(address, data=filled(before, local="một"), headers=JSON).json()
    assert told.keys() == {"revision", "saved", "can_undo", "can_redo"}
    assert re.fullmatch(r"\d+ giờ \d\d", told["saved"])
    late = visitor.post(address, data=filled(before, local="hai"), headers=JSON)
    assert (late.status_code, late.json()) == (409, {"revision": told["revision"]})


def test_a_quotation_that_is_no_longer_what_it_was_is_flagged(visitor, address, study, monkeypatch):
    usual = study.desk.states_of

    def changed(content):
        first, *others = usual(content).quotes
        return usual(content).model_copy(
            update={"quotes": (first.model_copy(update={"warning": "Lời đã khác."}), *others)}
        )

    monkeypatch.setattr(study.desk, "states_of", changed)
    for page in (shown(visitor, address), shown(visitor, f"{address}/xem")):
        assert page.count("Lời đã khác.") == 1


@pytest.mark.parametrize("part", ["", "/xem", "/lich-su", "/lich-su/1", "/chia-se"])
def test_pages_are_well_formed_whatever_was_typed(visitor, address, part):
    typed = dict.fromkeys(("title", "branch", "author", "introduction", "note_1", "question_1"), SCRIPT)
    save(visitor, address, **typed, question=[SCRIPT, ""], step_what=[SCRIPT], step_minutes=["5"])
    visitor.post(f"{address}/chia-se", data={"right": "xem"})
    rules = RulesOfPages()
    rules.feed(shown(visitor, address + part))
    rules.check()


def test_forms_are_read_within_bounds(visitor, address):
    fields = filled(form_of(shown(visitor, address)))
    assert visitor.post(address, data=fields | {"local": ["x" * 4_000_000]}).status_code == 413
    assert visitor.post(address, data=fields | {"question": ["x"] * 1100}).status_code == 422
    assert visitor.post(address, json={}).status_code == 422
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.post(address, content=b"title=%ff%fe", headers=kind).status_code == 422

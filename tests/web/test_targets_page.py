"""The table of targets: choosing documents, filters in the address, links to the passages."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from html_rules import RulesOfPages
from starlette.datastructures import QueryParams

from web.targets_asked import TargetsPage

DOCUMENT = "57-nq-tw-2024-12-22"


def test_without_a_document_there_is_a_list_to_choose_from(client):
    page = client.get("/chi-tieu")
    assert page.status_code == 200
    assert f'name="document" value="{DOCUMENT}"' in page.text
    assert "Lập bảng từ văn bản đã chọn" in page.text


def test_pages_keep_the_rules(client):
    one = f"/chi-tieu?document={DOCUMENT}"
    for address in ("/chi-tieu", one, f"{one}&words=xyz&kind=định kỳ&sort=body&descending=true"):
        rules = RulesOfPages()
        rules.feed(client.get(address).text)
        rules.check()


def test_a_document_that_is_not_there_is_told(client):
    page = client.get("/chi-tieu?document=khong-co")
    assert page.status_code == 404
    assert "Không có văn bản" in page.text


def test_what_makes_no_sense_in_an_address_is_left_out():
    asked = TargetsPage.read(QueryParams("document=a&kind=<script>&year=20x5&sort=bad&page=-3&descending=maybe"))
    assert asked == TargetsPage(document=("a",))


def test_an_address_says_everything_that_is_set():
    asked = TargetsPage(("a", "b"), ("chỉ tiêu",), ("2030",), ("Chi bộ",), "đảng viên", "deadline", True, 3)
    assert TargetsPage.read(QueryParams(urlsplit(asked.at()).query)) == asked


def test_a_head_sorts_and_turns_round():
    asked = TargetsPage(("a",))
    once = asked.sorted_by("deadline")
    assert (once.sort, once.descending, once.direction("deadline")) == ("deadline", False, "ascending")
    assert once.sorted_by("deadline").descending
    assert asked.direction("deadline") == "none"


def test_the_export_is_of_the_same_rows(client):
    page = client.get(f"/chi-tieu?document={DOCUMENT}&sort=deadline")
    found = re.search(r'href="(/api/targets/export\?[^"]+)"', page.text)
    if found:
        assert parse_qs(urlsplit(found[1].replace("&amp;", "&")).query)["sort"] == ["deadline"]

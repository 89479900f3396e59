"""The button that has a generator phrase a đề dẫn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from html_rules import RulesOfPages
from sent_form import filled, form_of
from small_corpus import NQ57
from starlette.testclient import TestClient

from search_api.drafting.errors import GeneratorFailed
from search_api.drafting.schemas import IntroductionOut
from search_api.drafting.verified import UNVERIFIED
from web import pages

BUTTON = 'value="soan-de-dan"'
WRITTEN = f"Trồng cây là việc chung [1]. Ai cũng vui. {UNVERIFIED}"


class Writer:
    """Answers as a generator does."""

    withheld: tuple[int, ...] = ()
    fails = False

    def introduction(self, _content):
        """The same for every pack."""
        if self.fails:
            raise GeneratorFailed("Bộ soạn lời không trả lời được.", "Hãy thử lại sau ít phút.")
        return IntroductionOut(introduction=WRITTEN, unverified=1, withheld=self.withheld)


@pytest.fixture
def writer():
    return Writer()


@pytest.fixture
def author(service, study, writer):
    """Somebody whose installation has a generator."""
    return TestClient(pages(service, replace(study, generator=writer)), raise_server_exceptions=False)


@pytest.fixture
def address(author):
    made = author.post("/tap", data={"title": "Vườn ươm"}, follow_redirects=False).headers["location"]
    author.post("/tap/them", data={"passage": f"{NQ57.ref.id}/muc-iii/khoan-1", "pack": made.rpartition("/")[2]})
    return made


def press(author, address, **typed):
    return author.post(address, data=filled(form_of(author.get(address).text), "soan-de-dan", **typed))


def shown(page):
    rules = RulesOfPages()
    rules.feed(page.text)
    rules.check()
    return page.text


def test_without_a_generator_there_is_no_button(visitor):
    made = visitor.post("/tap", data={"title": "x"}, follow_redirects=False).headers["location"]
    assert BUTTON not in visitor.get(made).text
    answer = visitor.post(made, data=filled(form_of(visitor.get(made).text), "soan-de-dan"))
    assert (answer.status_code, "chưa bật bộ soạn lời" in answer.text) == (404, True)


def test_what_it_writes_goes_behind_what_was_typed_and_can_be_undone(author, address):
    page = press(author, address, introduction="Lời của tôi.", note_1="Ghi nhớ.")
    text = shown(page)
    assert BUTTON in text
    fields = filled(form_of(text))
    assert fields["introduction"] == [f"Lời của tôi.\r\n\r\n{WRITTEN}"]
    assert fields["note_1"] == ["Ghi nhớ."]
    assert f"1 câu mang dấu {UNVERIFIED}" in text
    undone = author.post(address, data=filled(form_of(text), "hoan-tac"))
    assert filled(form_of(undone.text))["introduction"] == ["Lời của tôi."]
    assert "1 câu mang dấu" not in undone.text


def test_passages_that_stayed_here_are_named(author, address, writer):
    writer.withheld = (1,)
    page = press(author, address)
    assert str(page.url).endswith("?khong-gui=1#introduction-title")
    assert "Trích dẫn 1 không gửi cho máy soạn" in shown(page)
    assert "không gửi cho máy soạn" not in author.get(f"{address}?khong-gui=7.x.").text


def test_where_it_fails_the_pack_is_as_it_was_typed(author, address, writer):
    writer.fails = True
    page = press(author, address, introduction="Lời của tôi.")
    assert page.status_code == 502
    assert "Bộ soạn lời không trả lời được." in shown(page)
    assert filled(form_of(author.get(address).text))["introduction"] == ["Lời của tôi."]


def test_a_full_introduction_takes_no_more(author, address):
    page = press(author, address, introduction="x" * 19_990)
    assert page.status_code == 422
    assert "Đề dẫn không còn chỗ" in shown(page)

"""A first draft: what it quotes, in which order, what it asks, and when it says that there is nothing."""

from __future__ import annotations

import re

import pytest

from corpus.types import Filters
from search_api.drafting import topic as topic_module
from search_api.drafting.errors import NotAnswered
from search_api.drafting.topic import Topic
from search_api.packs.content import Occasion

TOPIC = "trồng cây xanh"


@pytest.fixture(scope="session")
def pack(green):
    return green.drafter.draft(TOPIC)


def test_it_goes_from_the_centre_to_the_branch_and_as_printed(pack):
    numbers = [one.quote.document.number for one in pack.passages]
    assert list(dict.fromkeys(numbers)) == ["60-NQ/TW", "09-KH/ĐU", "02-NQ/CB"]
    of_centre = [
        one.quote.passage.partition("/")[2] for one in pack.passages if one.quote.document.number == "60-NQ/TW"
    ]
    assert of_centre == ["muc-i/khoan-1", "muc-ii/khoan-1", "muc-iii/khoan-1"]


def test_quotations_are_the_corpus_word_for_word(pack, green):
    for one in pack.passages:
        assert one.quote.text == green.passage(one.quote.passage).passage.text
    assert [one.label for one in pack.passages] == list(range(1, len(pack.passages) + 1))


def test_titles_lead_ins_what_was_and_what_is_said_twice_stay_out(pack):
    texts = [one.quote.text for one in pack.passages]
    assert not [text for text in texts if text.endswith(":") or "Năm qua" in text or text.startswith("I")]
    assert len([text for text in texts if "đưa nội dung này vào trường học" in text]) == 1


def test_questions_quote_the_passage_they_stand_under_and_make_no_second_footnote_to_it(pack):
    asked = [one for one in pack.passages if one.question]
    assert asked
    for one in asked:
        assert "[" not in one.question
        for words in re.findall("«([^»]+)»", one.question):
            assert words in " ".join(one.quote.text.split())
    (day,) = [one.question for one in asked if "30/6/2026" in one.question]
    assert "«trước ngày 30/6/2026»" in day
    assert [one for one in asked if "mỗi đồng chí" in one.question and "Mỗi đảng viên phải" in one.quote.text]


def test_the_introduction_is_made_of_quotations(pack):
    lines = [line for line in pack.introduction.splitlines() if line.startswith("“")]
    assert lines
    for line in lines:
        words, label = re.fullmatch(r"“(.+)” \[(\d+)\]", line).groups()
        assert words in pack.passages[int(label) - 1].quote.text


@pytest.mark.parametrize("occasion", list(Occasion))
def test_every_occasion_fits_into_an_hour(green, occasion):
    made = green.drafter.draft(TOPIC, occasion)
    assert made.occasion is occasion
    assert 0 < sum(step.minutes for step in made.plan) <= 60
    assert made.title == "Trồng cây xanh"
    assert f"«{TOPIC}»" in made.aim


def test_filters_hold(green):
    name = next(one.id for one in green.documents(Filters(), 1, 10).documents if one.number == "02-NQ/CB")
    made = green.drafter.draft(TOPIC, filters=Filters(document=(name,)))
    assert {one.quote.document.id for one in made.passages} == {name}


def test_what_the_corpus_does_not_answer_is_not_made_up(green):
    with pytest.raises(NotAnswered) as told:
        green.drafter.draft("bảo hiểm tàu vũ trụ")
    assert "«bảo hiểm tàu vũ trụ»" in str(told.value)
    assert told.value.status == 422


def test_a_figure_at_the_beginning_of_a_point_is_no_label(pack):
    (asked,) = [one.question for one in pack.passages if one.quote.text.startswith("a) 100%")]
    assert "«100% hộ trong thôn trồng cây xanh quanh nhà" in asked


@pytest.mark.parametrize(
    ("topic", "text", "carried"),
    [
        ("văn hoá", "Đặt một máy tính tại nhà văn hóa thôn.", 0.0),
        ("văn hoá", "Xây dựng văn hoá đọc trong thôn.", 1.0),
        ("trồng cây ở chi bộ", "Mỗi chi bộ trồng cây trong tháng Giêng.", 1.0),
        ("trồng cây ở chi bộ", "Cả xã trồng cây trong tháng Giêng.", 0.7),
        ("trồng cây ở chi bộ", "Mỗi chi bộ họp trong tháng Giêng.", 0.0),
    ],
)
def test_a_topic_is_its_matter_and_where_and_no_name_of_a_thing(topic, text, carried):
    parts = topic_module._parts(topic_module.syllables(topic))
    understood = Topic(spellings=(parts,), weights={}, documents=frozenset(), numbers=(), alone=False)
    assert understood.said_in(text) == pytest.approx(carried)


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("Đẩy mạnh chuyển đổi số ở chi bộ", "chuyển đổi số ở chi bộ"),
        ("nâng cao chất lượng, hiệu quả sinh hoạt chi bộ", "sinh hoạt chi bộ"),
        ("chuyên đề về tiếp tục thực hiện việc cưới", "việc cưới"),
        ("xây dựng Đảng", "xây dựng Đảng"),
    ],
)
def test_what_is_to_be_done_about_a_matter_is_no_part_of_it(typed, topic):
    assert topic_module.matter_of(typed) == topic

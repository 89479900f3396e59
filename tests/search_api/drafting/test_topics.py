"""Which topics the sample documents carry, in whatever words, and which they only mention or do not know."""

from __future__ import annotations

import pytest

from corpus.types import DocumentRef, Passage, Span, Step
from search_api.drafting.errors import NotAnswered
from search_api.drafting.topic import Topic, _parts

# A topic, and the document a pack about it has to quote.
ACCEPTED = [
    ("kết nạp đảng viên", "08-QĐ/ĐU"),
    ("phát triển đảng viên", "08-QĐ/ĐU"),
    ("công tác phát triển Đảng", "08-QĐ/ĐU"),
    ("kết nạp Đảng", "08-QĐ/ĐU"),
    ("sinh hoạt chi bộ", "01-QC/ĐU"),
    ("họp chi bộ", "01-QC/ĐU"),
    ("nâng cao chất lượng họp chi bộ", "01-QC/ĐU"),
    ("lừa đảo trực tuyến", "02-CT/ĐU"),
    ("lừa đảo qua mạng", "02-CT/ĐU"),
    ("phòng, chống lừa đảo trên không gian mạng", "02-CT/ĐU"),
    ("ATTT", "02-CT/ĐU"),
    ("CĐS", "05-NQ/ĐU"),
    ("đẩy mạnh chuyển đổi số ở chi bộ", "05-NQ/ĐU"),
    ("SHCĐ", "04-HD/ĐU"),
    ("trí tuệ nhân tạo", "03-NQ/CB"),
    ("AI", "03-NQ/CB"),
    ("sổ tay đảng viên điện tử", "03-QĐ/ĐU"),
    ("tổ công nghệ số cộng đồng", "11-QĐ/ĐU"),
    ("chữ ký số", "02-QC/ĐU"),
    ("bồi dưỡng kỹ năng số", "07-KH/ĐU"),
    ("kiểm tra, giám sát", "14-KH/ĐU"),
    ("KTGS", "14-KH/ĐU"),
]
REFUSED = [
    *("thu gom rác ở thôn", "xử lý rác thải", "bãi đỗ xe", "tiêm chủng", "lương hưu", "y tế", "tiết kiệm"),
    *("nhà ở xã hội", "kiểm điểm cuối năm", "học Bác", "tam nông", "phát triển đảng bộ", "tinh gọn bộ máy"),
    *("nuôi tôm hùm", "trồng cà phê", "giá vàng", "thời tiết", "chứng khoán", "đường sắt tốc độ cao"),
    *("tuyển sinh đại học", "hôn nhân đồng giới", "năng lượng hạt nhân", "phòng, chống tham nhũng"),
]


@pytest.mark.parametrize(("topic", "number"), ACCEPTED)
def test_a_topic_is_carried_in_whatever_words(samples, topic, number):
    pack = samples.drafter.draft(topic)
    assert len(pack.passages) >= 5
    assert number in {one.quote.document.number for one in pack.passages}


@pytest.mark.parametrize("topic", REFUSED)
def test_a_topic_that_is_only_mentioned_or_unknown_is_refused(samples, topic):
    with pytest.raises(NotAnswered) as told:
        samples.drafter.draft(topic)
    assert f"«{topic}»" in str(told.value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("phát triển đảng viên", "kết nạp đảng viên"),
        ("lừa đảo qua mạng", "lừa đảo trực tuyến"),
        ("AI", "trí tuệ nhân tạo"),
    ],
)
def test_other_words_for_the_same_bring_much_the_same(samples, one, other):
    first, second = ({p.quote.passage for p in samples.drafter.draft(topic).passages} for topic in (one, other))
    assert len(first & second) >= len(second) / 2


def test_where_is_no_part_of_a_word_that_ends_so() -> None:
    assert _parts(["nhà", "ở", "xã", "hội"]) == (("nhà", "ở", "xã", "hội"),)
    assert _parts(["chuyển", "đổi", "số", "ở", "chi", "bộ"]) == (("chuyển", "đổi", "số"), ("chi", "bộ"))


@pytest.mark.parametrize(
    ("trail", "is_title"),
    [
        (("3. Tiết kiệm giấy mực",), True),
        (("I. Tiết kiệm giấy mực", "1. Việc của thôn"), True),
        (("3. Giáo viên tiết kiệm ba giờ mỗi tuần. Mặt chưa được:",), False),
    ],
)
def test_a_sentence_that_leads_to_a_passage_is_no_title_of_it(trail, is_title):
    ref = DocumentRef("mot", "01-NQ/CB", "Nghị quyết", None, None, "về sân trường")
    passage = Passage(
        "mot/khoan-1", ref, (Step("khoản", "1"),), trail, "Phụ huynh băn khoăn.", None, None, Span(0, 20), 0
    )
    topic = Topic((_parts(("tiết", "kiệm")),), {}, frozenset(), (), alone=False)
    assert (topic.carried_by(passage) >= 0.6) is is_title


def test_a_passage_that_only_mentions_the_topic_is_asked_nothing_but_of_the_topic(samples):
    pack = samples.drafter.draft("an toàn thông tin")
    asked = [one.question for one in pack.passages if "mỗi chi uỷ có ít nhất một đồng chí" in one.quote.text]
    assert not any(asked)

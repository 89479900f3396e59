"""Which figure a question asks for, and which texts state it."""

from __future__ import annotations

import pytest

from corpus.text import match_form
from search_api.ranking.asked_figure import asked_figure


@pytest.mark.parametrize(
    ("question", "states", "does_not"),
    [
        ("Chi bộ họp mấy lần?", "Họp 12 lần một năm.", "Họp 12 tháng."),
        ("Phải báo trước mấy ngày", "Báo trước 05 (năm) ngày.", "Báo trước 5 giờ."),
        ("Phải báo trước mấy ngày", "Báo trước 15 ngày.", "Báo trước nhiều ngày."),
        ("phải báo trước mấy ngày", "báo trước ba ngày làm việc", "bằng ba cách ngay trong ngày"),
        ("Bao nhiêu phần trăm đảng viên dự họp?", "Có 80 % dự.", "Có 80 người dự."),
        ("bao nhiêu % hộ đã nộp", "hai phần trăm số hộ", "12 hộ đã nộp"),
        ("Bao nhiêu dân số đã có thẻ?", "Đạt 30% dân số.", "Đạt 30% số thẻ."),
        ("Thưởng bao nhiêu tiền?", "Thưởng 2 triệu đồng.", "Thưởng 2 lần."),
        ("Thưởng bao nhiêu tiền?", "Thưởng 500.000 đồng.", "Thưởng bằng tiền đồng năm 2025."),
        ("Phụ cấp hằng tháng là bao nhiêu?", "Mức 900 nghìn đồng.", "Lập 2 bảng hằng tháng."),
        ("Đảng phí đóng bao nhiêu?", "Đóng 1% thu nhập.", "Đóng trước ngày 5."),
        ("Trợ cấp khi nghỉ là bao nhiêu?", "Bằng 3 lần lương tháng.", "Khi nghỉ từ 3 tháng."),
        ("Xã có bao nhiêu báo cáo viên?", "Mỗi xã 10 báo cáo viên.", "Mỗi xã 10 lớp."),
        ("Xã có bao nhiêu báo cáo viên?", "Không quá 10 đồng chí.", "Nhiều đồng chí."),
        ("Cả nước còn bao nhiêu tỉnh?", "Còn 34 tỉnh.", "Còn 34 đơn vị hành chính."),
        ("Trụ sở có mấy phòng?", "Trụ sở có 3 căn phòng.", "Trụ sở có 3 tầng, nhiều phòng."),
        ("Họp trong bao lâu?", "Trong 90 phút.", "Trong 90 trang."),
        ("Giữ chức bao lâu?", "Giữ hai nhiệm kỳ.", "Giữ hai chức vụ."),
    ],
)
def test_a_figure_is_wanted_of_what_is_counted(question: str, states: str, does_not: str) -> None:
    asked = asked_figure(question)
    assert asked is not None
    assert asked.search(match_form(states))
    assert not asked.search(match_form(does_not))


@pytest.mark.parametrize(
    "question",
    [
        "Nộp trước ngày nào?",
        "Họp vào tháng mấy?",
        "Số thẻ là bao nhiêu?",
        "tỉ lệ tối thiểu",
        "Mỗi xã có bao nhiêu BCV?",
    ],
)
def test_any_figure_will_do_where_nothing_is_counted_or_only_an_abbreviation(question: str) -> None:
    asked = asked_figure(question)
    assert asked is not None
    assert asked.search("trước 30/6")
    assert not asked.search("trước kỳ họp")


@pytest.mark.parametrize("question", ["Chi bộ họp thế nào?", "mục tiêu đến năm 2030", "ai chủ trì", ""])
def test_most_questions_ask_for_no_figure(question: str) -> None:
    assert asked_figure(question) is None


def test_the_last_thing_counted_is_what_is_asked() -> None:
    asked = asked_figure("Bao nhiêu xã được xây, riêng năm nay mấy trường?")
    assert asked is not None
    assert asked.search("xây 5 trường")
    assert not asked.search("ở 5 xã")

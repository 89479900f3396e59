"""Figures and deadlines in running text and in tables; the sentences are ours."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from corpus.types import Span
from ingest.document import read_document
from ingest.read.rules import Rules
from search_api.targets.context import Context
from search_api.targets.finding import find_targets
from search_api.targets.prose import in_prose
from search_api.targets.values import Comparison, Kind, Precision, Target

SAMPLES = Path(__file__).parents[3] / "corpus" / "documents"


def found(text: str, **context: object) -> list[Target]:
    made = Context(issued_on=date(2025, 8, 18), **context)  # type: ignore[arg-type]
    return list(in_prose(text, Span(0, len(text)), "khoan-1", made))


def told(text: str, targets: Sequence[Target]) -> list[tuple[str | None, str | None, str | None]]:
    """Figure, key of the deadline and body of each."""
    return [
        (
            text[slice(*one.amount.span)] if one.amount else None,
            one.deadline.key if one.deadline else None,
            text[slice(*one.body)] if one.body else None,
        )
        for one in targets
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mỗi chi bộ trồng ít nhất 20 cây.", [("20 cây", None, "chi bộ")]),
        ("Tỉ lệ hộ dùng nước sạch đạt trên 90%.", [("90%", None, None)]),
        ("Trạm Y tế xã khám xong trước ngày 30/6/2026.", [(None, "2026-06-30", "Trạm Y tế xã")]),
        ("Đến 31/12/2025, ít nhất 40%; đến 30/6/2026 đạt 60%.",
         [("40%", "2025-12-31", None), ("60%", "2026-06-30", None)]),
        ("Hết quý I/2026 đạt 32%, quý II/2026 đạt 38%.", [("32%", "2026-Q1", None), ("38%", "2026-Q2", None)]),
        ("Báo cáo trong 05 ngày làm việc kể từ ngày nhận đơn.", [(None, "5 ngày làm việc", None)]),
        ("Hằng quý, Uỷ ban Kiểm tra kiểm tra sổ thu.", [(None, "mỗi quý", "Uỷ ban Kiểm tra")]),
        ("Định kỳ sáu tháng lấy ý kiến ít nhất 300 hộ dân.", [("300 hộ dân", "mỗi 6 tháng", None)]),
        ("Kinh phí không quá 3,6 triệu đồng.", [("3,6 triệu đồng", None, None)]),
        ("Giao Văn phòng Đảng uỷ theo dõi, xong trong quý IV/2025.", [(None, "2025-Q4", "Văn phòng Đảng uỷ")]),
        ("Danh sách do chi ủy lập trước ngày 15/02/2026.", [(None, "2026-02-15", "chi ủy")]),
    ],
)  # fmt: skip
def test_what_is_set_is_found(text, expected):
    assert told(text, found(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị quyết số 05-NQ/ĐU, ngày 18/8/2025 của Đảng uỷ xã.",
        "Thực hiện Quy chế số 01-QC/ĐU, ngày 20/10/2025 tại khoản 2 Điều 14.",
        "Đảng viên từ đủ 60 tuổi trở lên được giúp đỡ.",
        "Đã trồng 300 cây trong hai tháng.",
        "Quy định này có hiệu lực từ ngày 01/3/2026.",
        "Nhiệm kỳ 2025 - 2030 và Đại hội XIV.",
        "Kỹ năng mức 1 gồm ba buổi.",
    ],
)
def test_numbers_that_set_nothing_are_left_out(text):
    assert found(text) == []


def test_what_was_reached_before_is_no_deadline():
    assert found("Tổ chức xong trước ngày 01/7/2025.") == []


def test_figures_say_how_they_bind():
    text = "Lớp không quá 25 người, ít nhất 3 người hướng dẫn, từ 4 đến 5 buổi, giảm còn dưới 5%."
    assert [one.comparison for one in found(text)] == [Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.UNDER]


def test_a_range_has_two_ends():
    text = "Phấn đấu tăng bình quân 5,5 - 6%/năm."
    (one,) = found(text)
    assert one.amount is not None
    assert (float(one.amount.number), float(one.amount.upper or 0), one.amount.unit) == (5.5, 6, "%/năm")


def test_nothing_is_taken_from_the_sentence_before():
    text = "Chi bộ thôn đến từng nhà. Xong lượt đầu trước ngày 30/11/2025."
    (one,) = found(text)
    assert one.body is None


def test_the_kinds():
    text = "Phấn đấu 80% hộ. Thưởng 200.000 đồng. Họp mỗi tháng một lần. Nộp trước ngày 30/9/2026. Không quá hai trang."
    assert [one.kind for one in found(text)] == [Kind.GOAL, Kind.MONEY, Kind.PERIODIC, Kind.DEADLINE, Kind.LIMIT]


def test_a_heading_gives_its_items_their_year():
    document = read_document(SAMPLES / "05-nq-du-2025-08-18.pdf", Rules())
    targets = [one for one in find_targets(document) if one.address == "muc-ii/khoan-3/diem-a"]
    assert [one.deadline.key if one.deadline else None for one in targets] == ["2030", "2030"]
    assert all(one.precision is Precision.YEAR for one in (target.deadline for target in targets) if one)


def test_a_table_is_read_by_its_heads():
    document = read_document(SAMPLES / "03-ctr-du-2025-09-12.pdf", Rules())
    rows = [one for one in find_targets(document) if one.address == "phu-luc/bang-1/dong-1"]
    assert told(document.text, rows) == [
        ("60%", "2027", "Trung tâm Phục vụ hành chính công"),
        ("80%", "2030", "Trung tâm Phục vụ hành chính công"),
    ]


@pytest.mark.parametrize(
    "unit", ["trước ngày 30/6/2026, ", "ít nhất 5 chi bộ ", "Chiến lược đến năm 2030 ", "năm " * 9]
)
def test_a_sentence_without_an_end_is_read_quickly(unit):
    text = unit * (400_000 // len(unit))
    began = time.process_time()
    found(text)
    assert time.process_time() - began < 10

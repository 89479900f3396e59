"""What is posted under a document is told from its own last words; every line here is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.types import Furniture
from ingest.read import read_file
from ingest.read.page_tail import without_tail
from ingest.read.rules import Rules
from ingest.reading import Cell, Line

POSTED = [
    "Văn bản này chưa cập nhật nội dung Tiếng Anh",
    "Văn bản đang được cập nhật",
    "https://mau.vn/tin/trong-cay?id=3",
    "Theo TTXVN",
    "(TTXVN)",
    "(TTXVN/Vietnam+)",
    "Theo Báo Mẫu Mới",
    "Theo Cổng Thông tin điện tử xã Minh Khai Mẫu",
    "Nguồn: Trang tin xã Minh Khai Mẫu",
    "Tác giả: Trần Văn Mẫu",
    "Từ khóa: trồng cây, vệ sinh",
    "Ngày đăng bài viết gốc: 09:30 11/4/2026",
    "Lượt xem: 1.204",
    "Phòng Tổng hợp biên tập",
    "Quý khách cần hỏi thêm thông tin về trồng cây có thể đặt câu hỏi tại đây.",
    ">>> Tải về toàn văn Chỉ thị số 9-CT/TU",
    "Xem thêm: Trồng cây ở xã bên",
    "Chia sẻ Facebook Zalo",
    "Cây đa đầu làng Mẫu (Ảnh minh họa internet)",
    "INFOGRAPHICS: Những điểm mới của Chỉ thị số 9-CT/TU",
    "Chỉ thị 9-CT/TU năm 2024 về trồng cây hai bên đường do Tỉnh ủy Mẫu ban hành",
]
OWN = [
    "Trần Văn Mẫu",
    "Theo Điều lệ Đảng, chi bộ họp mỗi tháng một lần.",
    "Theo đề nghị của Chánh Văn phòng Đảng ủy xã,",
    "Xem chi tiết tại Phụ lục kèm theo.",
    "Xem thêm Phụ lục II.",
    "Chia sẻ kinh nghiệm trồng cây giữa các thôn;",
    "Ban Thường vụ Đảng ủy xã tổng hợp, báo cáo Tỉnh ủy.",
    "Quy chế này do Ban Thường vụ Đảng ủy xã ban hành",
    "Chỉ thị này phổ biến đến chi bộ.",
    "- Lưu Văn phòng Đảng ủy.",
]


@pytest.mark.parametrize("text", POSTED)
def test_what_is_posted_under_a_document_is_taken_off_and_kept(text: str) -> None:
    lines, tail = without_tail([Line("1. Trồng cây."), Line(text), Line(text)])
    assert [line.text for line in lines] == ["1. Trồng cây."]
    assert tail == (Furniture(0, "chân trang", text),) * 2


@pytest.mark.parametrize("text", OWN)
def test_the_last_words_of_a_document_stay(text: str) -> None:
    assert without_tail([Line("1. Trồng cây."), Line(text)]) == ((Line("1. Trồng cây."), Line(text)), ())


def test_only_the_end_is_looked_at_and_something_is_always_left() -> None:
    inside = (Line("Theo TTXVN"), Line("1. Trồng cây."))
    assert without_tail(inside) == (inside, ())
    assert without_tail([Line("Theo TTXVN")]) == ((Line("Theo TTXVN"),), ())


def test_the_source_of_a_table_belongs_to_it() -> None:
    table = (Line("Số cây"), Line("12", cell=Cell(0, 1, 1)), Line("Nguồn: Trạm khuyến nông xã"))
    assert without_tail(table) == (table, ())


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("mau.md", "1. Xã trồng cây ở các thôn.\n\nTheo Báo Mẫu Mới\n"),
        ("mau.txt", "1. Xã trồng cây ở các thôn.\n\nTheo Báo Mẫu Mới\n"),
        ("mau.html", "<html><body><p>1. Xã trồng cây ở các thôn.</p><p>Theo Báo Mẫu Mới</p></body></html>"),
    ],
)
def test_files_without_pages_are_read_without_it(tmp_path: Path, name: str, source: str) -> None:
    (tmp_path / name).write_text(source, encoding="utf-8")
    reading = read_file(tmp_path / name, Rules())
    assert [line.text for line in reading.lines] == ["1. Xã trồng cây ở các thôn."]
    assert reading.furniture == (Furniture(0, "chân trang", "Theo Báo Mẫu Mới"),)

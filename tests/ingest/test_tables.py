"""Which tables hold data, what their rows are called and what stands over them; all of it made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_tables import document_with, made_table

from corpus.types import Document, Span, Table
from ingest.reading import Line, Reading
from ingest.structure import structure

PLAN = """
    Mở đầu.
    1. Việc phải làm:
    TT | Nhiệm vụ | Thời hạn
    1 | Trồng cây | Tháng 2
    2 | Tưới cây | Tháng 3
    Làm xong thì báo cáo.
    2. Tổ chức thực hiện.
"""


def texts(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [document.text[slice(*span)] for span in spans]


def table_of(written: str) -> tuple[Document, Table]:
    document = document_with(written)
    assert len(document.tables) == 1
    return document, document.tables[0]


def labels(*rows: str) -> list[str]:
    """The labels of the rows of a table; ``~`` for one that goes with the row above."""
    _, table = table_of("Mở đầu.\n1. Việc:\n" + "\n".join(rows))
    data = table.data
    repeats = [index > 0 and row.address == data[index - 1].address for index, row in enumerate(data)]
    return ["~" if again else row.label for row, again in zip(data, repeats, strict=True)]


def test_a_table_belongs_to_its_unit_and_has_head_and_rows() -> None:
    document, table = table_of(PLAN)
    assert table.section == "khoan-1"
    assert [tuple(step) for step in table.path] == [("khoản", "1"), ("bảng", "1")]
    assert (table.address, table.columns, table.caption) == ("khoan-1/bang-1", 3, None)
    assert [row.head for row in table.rows] == [True, False, False]
    assert [row.address for row in table.data] == ["khoan-1/bang-1/dong-1", "khoan-1/bang-1/dong-2"]
    assert texts(document, tuple(cell.span for cell in table.data[0].cells)) == ["1", "Trồng cây", "Tháng 2"]
    assert document.text[slice(*table.data[1].span)] == "2\nTưới cây\nTháng 3"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ĐẢNG ỦY XÃ | ĐẢNG CỘNG SẢN\n* | *\nSố 1 | Mẫu, ngày 1\n1. Việc.", "letterhead"),
        ("Mở đầu.\n1. Việc:\nTT | Việc\n1 | Trồng cây", "too few rows"),
        (
            "Mở đầu.\n1. Việc.\nNơi nhận: | T/M BAN THƯỜNG VỤ\n- Các chi bộ. | BÍ THƯ\n- Lưu. | Trần Văn Mẫu",
            "signature",
        ),
        ("Mở đầu.\nĐiều 1. Một | x\nĐiều 2. Hai | y\nĐiều 3. Ba | z", "a frame of articles"),
        ("Mở đầu.\n1. Đơn:\nHọ tên: |\nQuê quán: |\nNơi ở: | Xã Mẫu", "a form"),
    ],
)
def test_what_only_sets_text_side_by_side_is_no_table(written: str, why: str) -> None:
    assert document_with(written).tables == (), why


def test_labels_in_cells_open_no_units() -> None:
    document = document_with(
        "Mở đầu.\n1. Việc:\nTT | Ai | Việc\n1. | - Hội; | a) Trồng\n2. | - Đoàn; | b) Tưới\n2. Hết."
    )
    assert [section.address for section in document.sections] == ["phan-dau", "khoan-1", "khoan-2"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("STT | A | B", "1. | a | b", "2. | c | d"), ["1", "2"]),
        (("** Nhóm | Mức", "Cán bộ | 5", "Hội viên | 3"), ["1", "2"]),
        (("Năm | Mức", "2025 | 5", "2026 | 3"), ["1", "2"]),
        (("TT | A | B", "I | Nhóm |", "1 | a | b", "II | Nhóm |", "1 | c | d"), ["I", "I.1", "II", "II.1"]),
        (("TT | A | B", "I | Nhóm |", "1 | a | b", "II | Nhóm |", "2 | c | d"), ["I", "1", "II", "2"]),
        (("TT | A | B", "A | Nhóm |", "B | Nhóm |", "C | Nhóm |", "1 | c | d"), ["A", "B", "C", "1"]),
        (("TT | A | B", "3x I. Nhóm |", "1 | a | b", "3x II. Nhóm |", "2 | c | d"), ["I", "1", "II", "2"]),
        (("TT | A | B", "3x Nhóm một |", "1 | a | b", "2 | c | d"), ["", "1", "2"]),
        (("TT | A | B", "1 | a | b", "| a' | b'", "2 | c | d"), ["1", "~", "2"]),
        (("TT | A | B", "2v 1 | a | b", "a' | b'", "2 | c | d"), ["1", "~", "2"]),
        (("TT | A | B", "1 | a | b", "2 | c | d", "| Tổng cộng | 9"), ["1", "2", "Tổng cộng"]),
        (("TT | A | B", "1 | a | b", "1 | c | d", "2 | e | g"), ["1", "2", "3"]),
        (("TT | A | B", "1 | a | b", "7 | c | d", "8 | e | g"), ["1", "2", "3"]),
        (("** TT | A | B", "** (1) | (2) | (3)", "1 | a | b", "** TT | A | B", "2 | c | d"), ["1", "2"]),
    ],
)
def test_rows_are_called_by_their_printed_numbers_or_their_order(rows: tuple[str, ...], expected: list[str]) -> None:
    assert labels(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (("** TT | A", "1 | a", "2 | b"), 1),
        (("TT | A", "1 | a", "2 | b"), 1),
        (("Việc | Hạn", "1 | a", "2 | b"), 1),
        (("Việc | Hạn", "Trồng | a", "Tưới | b"), 0),
        (("2v TT | 2x Mức", "Thấp | Cao", "1 | 5 | 6", "2 | 7 | 8"), 2),
        (("TT | Mức | Ghi chú", "(1) | (2) | (3)", "1 | 5 | 6", "2 | 7 | 8"), 2),
        (("TT | 2x Mức", "| Thấp | Cao", "1 | 5 | 6", "2 | 7 | 8"), 2),
    ],
)
def test_heads(rows: tuple[str, ...], heads: int) -> None:
    _, table = table_of("Mở đầu.\n1. Việc:\n" + "\n".join(rows))
    assert sum(row.head for row in table.rows) == heads


def test_what_stands_over_a_row() -> None:
    document, table = table_of(
        """
        Mở đầu.
        1. Việc:
        TT | Việc | Ai
        I | Trồng cây |
        1 | Đào hố | 2v Hội Nông dân
        2 | Lấp hố
        3x Việc khác |
        3 | Tưới | Đoàn xã
        """
    )
    over = {row.label: texts(document, row.within) for row in table.data}
    assert over["1"] == ["I", "Trồng cây"]
    assert over["2"] == ["I", "Trồng cây", "Hội Nông dân"]
    assert over["3"] == ["I", "Trồng cây", "Việc khác"]


@pytest.mark.parametrize(
    ("above", "label", "caption"),
    [
        ("Bảng 2.1. Mức đóng góp", "2.1", "Bảng 2.1. Mức đóng góp"),
        ("Biểu số 03: Mức đóng góp\nĐơn vị tính: đồng", "03", "Biểu số 03: Mức đóng góp\nĐơn vị tính: đồng"),
        ("Bảng này nêu mức đóng góp:", "1", None),
    ],
)
def test_captions(above: str, label: str, caption: str | None) -> None:
    document, table = table_of(f"Mở đầu.\n1. Mức:\n{above}\nTT | Mức\n1 | 5\n2 | 7")
    assert table.path[-1].label == label
    assert (document.text[slice(*table.caption)] if table.caption else None) == caption


def test_tables_of_one_unit_are_counted() -> None:
    document = document_with(
        "Mở đầu.\n1. Mức:\nTT | A\n1 | 5\n2 | 7\nVà:\nTT | A\n1 | 5\n2 | 7\n2. Khác:\nA | B\n1 | 5\n2 | 7"
    )
    assert [table.address for table in document.tables] == ["khoan-1/bang-1", "khoan-1/bang-2", "khoan-2/bang-1"]


def test_the_head_of_a_table_is_no_title_of_its_annex() -> None:
    document = document_with(
        "Mở đầu.\n1. Việc.\nT/M BAN THƯỜNG VỤ\nTrần Văn Mẫu\nPHỤ LỤC I\nDANH MỤC VIỆC\n"
        "VIỆC | HẠN\n1 | Tháng 2\n2 | Tháng 3"
    )
    assert document.sections[-1].heading == "DANH MỤC VIỆC"


def test_a_row_that_a_page_break_cut_goes_with_the_one_above() -> None:
    rows = [
        "**Việc | Ai làm | Hạn",
        "Rà soát | Chi uỷ | Quý I",
        "danh sách | hội viên | hằng tháng",
        "Họp | Chi bộ | Quý II",
    ]
    lines = [
        replace(line, cell=line.cell._replace(goes_on=line.cell.row == 2)) if line.cell else line
        for line in made_table(0, rows)
    ]
    reading = Reading((Line("Mở đầu."), Line("1. Việc phải làm:"), *lines), "text/plain", 0, (), "thử")
    (table,) = structure(reading).tables
    assert [row.label for row in table.data] == ["1", "1", "2"]
    assert len({row.address for row in table.data}) == 2

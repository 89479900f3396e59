"""Ruled tables of PDFs: rows and cells in order, over pages, and everything that is ruled and no table."""

from __future__ import annotations

import pypdfium2
import pytest
from pdf_maker import Text, make_pdf, paragraph
from ruled_maker import ROW, ruled

from corpus.types import Furniture
from ingest.read.layout import PdfiumPage, Visual
from ingest.read.page_choice import PageReading
from ingest.read.pdf import read_pdf
from ingest.read.ruled_tables import tabled_page
from ingest.reading import Cell, Line, Reading

WIDTHS = (40.0, 200.0, 120.0)
TASKS = ["TT | Nhiệm vụ | Thời hạn", "1 | Rà soát danh sách | Quý I", "2 | Tổ chức tập huấn | Quý II"]
BODY = paragraph(
    ["Chi bộ phân công nhiệm vụ cho từng đảng viên theo bảng sau đây, mỗi tháng", "kiểm điểm một lần."], 780
)


def read(*pages: list[Text]) -> Reading:
    return read_pdf(make_pdf(list(pages)), 100).reading


def rows(reading: Reading) -> list[list[str]]:
    """The lines of each cell of each row, those of a cell joined as the text has them."""
    found: dict[tuple[int, int], dict[int, str]] = {}
    for line in reading.lines:
        if line.cell is not None:
            row = found.setdefault((line.cell.table, line.cell.row), {})
            before = row.get(line.cell.column)
            joint = " " if line.continues else "\n"
            row[line.cell.column] = line.text if before is None else before + joint + line.text
    return [[row[column] for column in sorted(row)] for row in found.values()]


def cells(lines: tuple[Line, ...]) -> list[Cell]:
    return [line.cell for line in lines if line.cell is not None]


def words(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines if line.cell is None]


def test_cells_stand_in_the_order_of_their_rows() -> None:
    reading = read([*BODY, *ruled(TASKS, 740, WIDTHS), Text("Chi uỷ theo dõi.", 72, 600)])
    assert rows(reading) == [[cell.strip() for cell in row.split("|")] for row in TASKS]
    assert cells(reading.lines)[4] == Cell(0, 1, 1)
    assert [line.text for line in reading.lines[:2]] == [text.text for text in BODY]
    assert reading.lines[-1].text == "Chi uỷ theo dõi."


def test_thin_filled_rectangles_are_rules() -> None:
    assert len(rows(read([*BODY, *ruled(TASKS, 740, WIDTHS, thin=True)]))) == 3


def test_rules_nobody_sees_make_no_table() -> None:
    white = [Text("", 72, 800, before="1 1 1 RG 1 1 1 rg")]
    drawn = [
        Text(text.text, text.left, text.baseline, before=f"1 1 1 RG {text.before} 0 g")
        for text in ruled(TASKS, 740, WIDTHS)
    ]
    assert not cells(read([*BODY, *white, *drawn]).lines)


def test_the_lines_of_a_cell_are_joined_where_they_were_wrapped() -> None:
    reading = read(
        [*BODY, *ruled(["TT | Nhiệm vụ | Ghi chú", "1 | Rà soát/danh sách | Họp xong./Có biên bản"], 740, WIDTHS)]
    )
    assert rows(reading)[1] == ["1", "Rà soát danh sách", "Họp xong.\nCó biên bản"]


def test_a_merged_cell_belongs_to_its_first_row() -> None:
    reading = read([*BODY, *ruled([*TASKS[:2], "^ | Tổ chức tập huấn | Quý II"], 740, WIDTHS)])
    assert rows(reading)[1:] == [["1", "Rà soát danh sách", "Quý I"], ["Tổ chức tập huấn", "Quý II"]]
    assert cells(reading.lines)[3] == Cell(0, 1, 0, rows=2)


def test_every_line_of_a_cell_knows_its_place() -> None:
    reading = read([*BODY, *ruled(TASKS, 740, WIDTHS)])
    line = next(line for line in reading.lines if line.text == "Rà soát danh sách")
    assert line.rect is not None
    assert 72 + 40 < line.rect.left < 72 + 40 + 10
    assert 740 - 2 * ROW < line.rect.bottom < line.rect.top < 740 - ROW + 3


def test_boxes_underlines_and_frames_are_no_tables() -> None:
    frame = Text("", 72, 800, before="50 50 495 742 re S")
    underline = Text("", 72, 800, before="200 770 m 400 770 l S")
    box = ruled(["Số hồ sơ: 12"], 700, (200.0,))
    reading = read([frame, underline, *BODY, *box, Text("Chi uỷ theo dõi.", 72, 600)])
    assert not cells(reading.lines)
    assert "Số hồ sơ: 12" in words(reading)


def test_a_letterhead_in_one_ruled_row_is_no_table() -> None:
    head = ruled(["ĐẢNG UỶ XÃ MINH KHAI MẪU | ĐẢNG CỘNG SẢN VIỆT NAM"], 820, (220.0, 220.0))
    assert not cells(read([*head, *BODY]).lines)


def test_a_table_goes_on_over_the_page_and_says_its_head_once() -> None:
    first = ruled(TASKS, 740, WIDTHS)
    second = ruled([TASKS[0], "3 | Báo cáo kết quả | Quý III"], 780, WIDTHS, left=86)
    reading = read([*BODY, *first], [*second, Text("Chi uỷ theo dõi.", 72, 600)])
    assert rows(reading)[3:] == [["3", "Báo cáo kết quả", "Quý III"]]
    assert [line.page for line in reading.lines if line.text == "Báo cáo kết quả"] == [2]
    assert {cell.table for cell in cells(reading.lines)} == {0}
    assert [one for one in reading.furniture if one.kind == "đầu bảng"] == [
        Furniture(2, "đầu bảng", text) for text in ("TT", "Nhiệm vụ", "Thời hạn")
    ]


def test_one_row_left_for_the_next_page_is_a_row() -> None:
    reading = read([*BODY, *ruled(TASKS, 740, WIDTHS)], ruled(["3 | Báo cáo kết quả | Quý III"], 780, WIDTHS))
    assert rows(reading)[3:] == [["3", "Báo cáo kết quả", "Quý III"]]


def test_a_table_under_words_of_the_next_page_is_another() -> None:
    words_between = Text("Bảng sau nêu các nhiệm vụ khác.", 72, 790)
    reading = read([*BODY, *ruled(TASKS, 740, WIDTHS)], [words_between, *ruled(TASKS, 780, WIDTHS)])
    assert {cell.table for cell in cells(reading.lines)} == {0, 1}


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    reading = read(
        [*BODY, *ruled(TASKS, 740, WIDTHS)], ruled([" | cho đảng viên mới | ", "3 | Báo cáo | Quý III"], 780, WIDTHS)
    )
    assert [line.text for line in reading.lines if line.cell and line.cell.goes_on] == ["cho đảng viên mới"]


def test_page_numbers_of_pages_that_are_all_table_are_furniture() -> None:
    def page(number: int) -> list[Text]:
        own = [f"{index} | Việc thứ {index} | Quý I" for index in range(number * 9, number * 9 + 9)]
        return [Text(str(number), 290, 810), *ruled([TASKS[0], *own], 780, WIDTHS)]

    reading = read(*(page(number) for number in range(1, 5)))
    assert [one.text for one in reading.furniture if one.kind == "số trang"] == ["1", "2", "3", "4"]
    assert len(rows(reading)) == 1 + 4 * 9
    assert not words(reading)


@pytest.mark.parametrize(("words", "tables"), [("phát triển sản xuất", 1), ("ph át tr iển s ản xu ất", 0)])
def test_cells_whose_words_are_broken_leave_a_page_as_it_was_read(words: str, tables: int) -> None:
    drawn = ruled([f"{number} | {words}" for number in range(1, 20)], 780, (40.0, 200.0))
    best = PageReading([Visual(f"{number} phát triển sản xuất") for number in range(1, 20)], "pdfplumber")
    with pypdfium2.PdfDocument(make_pdf([drawn])) as document, PdfiumPage(document, 0) as page:
        made = tabled_page(best, page, ())
    assert len(made.tables) == tables
    assert (made.reading is best) == (tables == 0)


def test_text_converted_from_an_old_encoding_has_no_cells() -> None:
    best = PageReading([Visual("Nhiệm vụ")], "pypdfium2", encodings=("TCVN3",))
    with pypdfium2.PdfDocument(make_pdf([ruled(TASKS, 780, WIDTHS)])) as document, PdfiumPage(document, 0) as page:
        assert tabled_page(best, page, ()).reading is best

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from hostile_packs import BROKEN, LITERAL

from search_api.exports.sheet import Column, sheet

COLUMNS = (Column("Chỉ tiêu", 40), Column("Giá trị", 10), Column("Hạn", 14), Column("Căn cứ", 60))
ROWS = (
    ("Số chi bộ dùng sổ tay điện tử", 17, date(2026, 12, 31), "Nghị quyết 05-NQ/ĐU, mục III"),
    ("Tỷ lệ đảng viên học trực tuyến", 0.85, None, "Kế hoạch 07-KH/ĐU"),
)


def _open(content: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(content)).active


def test_values_keep_their_kinds() -> None:
    page = _open(sheet("Chỉ tiêu, thời hạn", COLUMNS, ROWS))
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0] == [column.title for column in COLUMNS]
    assert rows[1][1] == 17
    assert rows[1][2].date() == date(2026, 12, 31)
    assert page["C2"].number_format == "dd/mm/yyyy"
    assert rows[2] == ["Tỷ lệ đảng viên học trực tuyến", 0.85, None, "Kế hoạch 07-KH/ĐU"]


def test_head_stays_filters_and_columns_are_as_wide_as_asked() -> None:
    page = _open(sheet("Chỉ tiêu", COLUMNS, ROWS))
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:D3"
    assert [page.column_dimensions[letter].width for letter in "ABCD"] == [40, 10, 14, 60]
    assert page["A2"].alignment.wrap_text
    assert page["A1"].font.bold


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x","a")', "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "- gạch đầu dòng"]
)
def test_texts_are_never_formulas(text: str) -> None:
    content = sheet("Bảng", COLUMNS[:1], [(text,)])
    cell = _open(content)["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    with ZipFile(BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (LITERAL, LITERAL),
        (BROKEN, "đầu\n\n cuối".replace("\n\n", "\n\n\ufffd")),
        ("\ud800", "\ufffd"),
        ("_x0041_ và _xong_", "_x005F_x0041_ và _xong_"),
        ("", None),
    ],
)
def test_broken_texts_break_no_sheet(text: str, held: str | None) -> None:
    assert _open(sheet("Bảng", COLUMNS[:1], [(text,)]))["A2"].value == held


def test_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    value = _open(sheet("Bảng", COLUMNS[:1], [("a" * 40_000,)]))["A2"].value
    assert len(value) == 32_767
    assert value.endswith(" […]")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Chỉ tiêu và thời hạn", "Chỉ tiêu và thời hạn"),
        ("a/b\\c:d*e?f[g]h", "a b c d e f g h"),
        ("'", "Bảng"),
        ("x" * 50, "x" * 31),
    ],
)
def test_names_of_sheets_are_what_excel_takes(title: str, name: str) -> None:
    assert _open(sheet(title, COLUMNS, ROWS)).title == name


def test_rows_that_do_not_match_the_columns_are_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        sheet("Bảng", COLUMNS, [("chỉ một",)])


def test_same_table_gives_the_same_bytes() -> None:
    assert sheet("Bảng", COLUMNS, ROWS) == sheet("Bảng", COLUMNS, iter(ROWS))


def test_table_without_rows_opens() -> None:
    assert [cell.value for cell in _open(sheet("Bảng", COLUMNS, []))[1]] == [column.title for column in COLUMNS]

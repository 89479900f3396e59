"""A table as an XLSX sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from corpus.text import one_line
from search_api.exports.packed import property_of, repacked
from search_api.exports.printable import printable

Value = str | int | float | date | None

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FONT = "Times New Roman"
_SIDE = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
# What a cell holds at most; Excel calls a file with more damaged.
_LONGEST_TEXT = 32_767
_CUT = " […]"
# In points; a unit of width holds some 1.3 letters of Times New Roman 12, and lines end at words, before they are full.
_LINE, _LETTERS = 15.75, 1.15
_HIGHEST_ROW = 409.0
# openpyxl writes the time of saving; a table that says the same should be the same.
_CLOCK = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CORE = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        title: Its head.
        width: In characters of the text size of the sheet.
    """

    title: str
    width: int


def sheet(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """An XLSX file with one sheet: head frozen, a filter over it, text wrapped. The same table gives the same bytes.

    Args:
        title: Of the sheet; what Excel does not take in a name is left out.
        columns: From left to right.
        rows: Values of the columns; dates stay dates and numbers numbers, and no text is taken for a formula. A text
            longer than a cell holds (32,767 characters) is cut, with ``[…]`` at its end.

    Raises:
        ValueError: A row has another number of values than there are columns.
    """
    book = Workbook()
    page = book.active
    if not isinstance(page, Worksheet):
        raise TypeError("a new workbook has no sheet")
    page.title = _sheet_name(title)
    book.properties.title = property_of(printable(title))
    book.properties.creator = "Tra Cứu"
    book.properties.language = "vi-VN"
    _add_head(page, columns)
    for number, values in enumerate(rows, start=2):
        for (index, value), _ in zip(enumerate(values, start=1), columns, strict=True):
            _fill(page.cell(number, index), value)
        page.row_dimensions[number].height = _row_height(values, columns)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    _set_up_print(page)
    written = BytesIO()
    book.save(written)
    return repacked(written.getvalue(), {_CORE: lambda core: _CLOCK.sub(b"", core)})


def _add_head(page: Worksheet, columns: Sequence[Column]) -> None:
    for index, column in enumerate(columns, start=1):
        cell = page.cell(1, index)
        _fill(cell, column.title)
        cell.font = Font(name=_FONT, size=12, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.fill = PatternFill("solid", start_color="F2DCDB")
        page.column_dimensions[get_column_letter(index)].width = column.width


def _fill(cell: Cell | MergedCell, value: Value) -> None:
    cell.font = Font(name=_FONT, size=12)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = _BORDER
    match value:
        case str():
            _write(cell, printable(value))
        case date():
            cell.value = value
            cell.number_format = "dd/mm/yyyy"
        case _:
            cell.value = value


def _write(cell: Cell | MergedCell, text: str) -> None:
    """A text as text, whatever it begins with.

    The type of the cell says so here, and the mark of a quoted text where the sheet is saved as something else.
    """
    if len(text) > _LONGEST_TEXT:
        text = text[: _LONGEST_TEXT - len(_CUT)] + _CUT
    # Excel reads _x0041_ as the character of that number, unless its first stroke is written so itself.
    cell.value = _ESCAPE.sub("_x005F_", text)
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t"))


def _row_height(values: Sequence[Value], columns: Sequence[Column]) -> float:
    """In points; not every program finds by itself how high wrapped text stands."""
    rows = 1
    for value, column in zip(values, columns, strict=True):
        lines = printable(value).split("\n") if isinstance(value, str) else [""]
        rows = max(rows, sum(ceil(len(line) / (column.width * _LETTERS)) or 1 for line in lines))
    return min(rows * _LINE + 3, _HIGHEST_ROW)


def _sheet_name(title: str) -> str:
    name = one_line(_NOT_IN_NAMES.sub(" ", printable(title)))
    # An apostrophe at an end would quote the name.
    return name[:_LONGEST_NAME].strip(" '") or "Bảng"


def _set_up_print(page: Worksheet) -> None:
    """A4 lying, as wide as the paper, the head on every page."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"

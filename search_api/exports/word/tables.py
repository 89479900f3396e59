"""The tables of a Word file: letterhead and signature without borders, the time plan with them."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.run import Run

from search_api.exports.paper import Paper, PlanTable
from search_api.exports.signature import Signature

_HEAD_STYLE, _CELL_STYLE = "Phần đầu và phần ký", "Ô bảng"
# 165 mm of text; the line of the Party's name takes 88 mm in 15 pt.
_LETTERHEAD, _SIGNATURE, _PLAN = (Mm(73), Mm(92)), (Mm(75), Mm(90)), (Mm(15), Mm(115), Mm(35))
_ROOM_TO_SIGN = Pt(64)


def add_letterhead(word: WordDocument, paper: Paper) -> None:
    """Two columns without borders: whose paper it is, and the Party's name with place and date."""
    # LibreOffice puts an empty line above a table that begins a document with footnotes; above text it does not.
    word.add_paragraph(style=_HEAD_STYLE).paragraph_format.line_spacing = Pt(1)
    left, right = _borderless(word, _LETTERHEAD)
    if paper.superior:
        _line(left, paper.superior.upper())
    if paper.branch:
        _line(left, paper.branch.upper()).bold = True
        _line(left, "*")
    nation = _line(right, paper.nation)
    nation.bold = nation.underline = True
    nation.font.size = Pt(15)
    dated = _line(right, paper.place_and_date)
    dated.italic = True
    right.paragraphs[-1].paragraph_format.space_before = Pt(8)


def add_signature(word: WordDocument, signature: Signature) -> None:
    """At the right, with room to sign; the rows of it stay together."""
    _, cell = _borderless(word, _SIGNATURE)
    _line(cell, signature.head).bold = True
    if signature.position:
        _line(cell, signature.position)
    name = _line(cell, signature.name)
    name.bold = True
    cell.paragraphs[0].paragraph_format.space_before = Pt(12)
    cell.paragraphs[-1].paragraph_format.space_before = _ROOM_TO_SIGN


def add_plan(word: WordDocument, plan: PlanTable) -> None:
    """Step, what is done, minutes, and their sum."""
    table = word.add_table(rows=0, cols=len(_PLAN))
    table.style = "Table Grid"
    table.autofit = False
    rows = [("TT", "Nội dung", "Thời gian (phút)")]
    rows += [(str(number), step.what, str(step.minutes)) for number, step in enumerate(plan.steps, start=1)]
    rows.append(("", "Tổng cộng", str(plan.total)))
    for index, texts in enumerate(rows):
        _fill(table.add_row(), texts, bold=index in (0, len(rows) - 1))
    _repeat_head(table)
    _widen(table, _PLAN)
    # What follows a table has no space above it of its own.
    word.add_paragraph(style=_HEAD_STYLE).paragraph_format.line_spacing = Pt(6)


def _borderless(word: WordDocument, widths: Sequence[Length]) -> tuple[_Cell, _Cell]:
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    table.style = "Không khung"
    _widen(table, widths)
    _unbroken(table.rows[0])
    left, right = table.rows[0].cells
    return left, right


def _widen(table: Table, widths: Sequence[Length]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _line(cell: _Cell, text: str) -> Run:
    """The next line of a cell, whose first paragraph is there from the beginning."""
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph() if first.runs else first
    paragraph.style = _HEAD_STYLE
    run: Run = paragraph.add_run(text)
    return run


def _fill(row: _Row, texts: Sequence[str], *, bold: bool) -> None:
    _unbroken(row)
    for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.style = _CELL_STYLE
        paragraph.add_run(text).bold = bold or None
        if index != 1 or bold:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _unbroken(row: _Row) -> None:
    """A row that no page ends in."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat_head(table: Table) -> None:
    """The head comes again where the table goes over a page."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

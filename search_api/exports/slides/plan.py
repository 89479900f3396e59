"""The time plan as a table on a slide."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Mm

from corpus.text import one_line
from search_api.exports.slides.deck import CELL_SIZE, CELL_WIDTH, row_height
from search_api.exports.slides.writing import write
from search_api.packs.content import TimeStep

# With the margins of its cells, the middle column is CELL_WIDTH and some more.
_WIDTHS = (Mm(20), Mm(CELL_WIDTH + 8), Mm(55))
_LEFT, _TOP = Mm(20), Mm(42)


def add_plan(slide: Slide, first: int, steps: Sequence[TimeStep], total: int | None) -> None:
    """Step, what is done, minutes; the sum where it is given."""
    rows = [("TT", "Nội dung", "Số phút")]
    rows += [(str(number), one_line(one.what), str(one.minutes)) for number, one in enumerate(steps, first)]
    if total is not None:
        rows.append(("", "Tổng cộng", str(total)))
    heights = [Mm(row_height(what)) for _, what, _ in rows]
    size = Emu(sum(_WIDTHS)), Emu(sum(heights))
    frame = slide.shapes.add_table(len(rows), len(_WIDTHS), _LEFT, _TOP, *size)
    frame.name = "Kế hoạch thời gian"
    table = frame.table
    table.last_row = total is not None
    for column, width in enumerate(_WIDTHS):
        table.columns[column].width = width
    for number, (texts, high) in enumerate(zip(rows, heights, strict=True)):
        row = table.rows[number]
        row.height = high
        is_end = number == 0 or (total is not None and number == len(rows) - 1)
        for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            _fill(cell, text, centred=index != 1)
            cell.text_frame.paragraphs[0].runs[0].font.bold = is_end
            _colour(cell, head=number == 0, shaded=number % 2 == 0)


def _fill(cell: _Cell, text: str, *, centred: bool) -> None:
    cell.margin_top = cell.margin_bottom = Mm(1.5)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    write(paragraph, text, CELL_SIZE)
    if centred:
        paragraph.alignment = PP_ALIGN.CENTER


def _colour(cell: _Cell, *, head: bool, shaded: bool) -> None:
    """Colours of the theme, said for each cell: not every program knows the styles of tables."""
    cell.fill.solid()  # type: ignore[no-untyped-call]
    cell.fill.fore_color.theme_color = (
        MSO_THEME_COLOR.ACCENT_1 if head else MSO_THEME_COLOR.BACKGROUND_2 if shaded else MSO_THEME_COLOR.BACKGROUND_1
    )
    colour = cell.text_frame.paragraphs[0].runs[0].font.color
    colour.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if head else MSO_THEME_COLOR.TEXT_1

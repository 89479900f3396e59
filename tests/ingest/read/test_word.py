from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from word_maker import NAMES, append, paragraph, read, run, texts

from ingest.reading import Cell

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LEVELS = (
    ("upperRoman", "%1- "),
    ("decimal", "%2."),
    ("decimal", "%2.%3."),
    ("lowerLetter", "%4)"),
    ("bullet", "\uf0b7"),
)


def item(level: int, number: int = 90) -> str:
    """The property that makes a paragraph an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_paragraphs_and_tables_in_reading_order_each_cell_once() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("trước bảng")
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "gộp"
        table.cell(1, 0).text = "trái"
        inner = table.cell(1, 1).add_table(rows=1, cols=1)
        inner.cell(0, 0).text = "trong"
        document.add_paragraph("sau bảng")

    assert texts(build) == ["trước bảng", "gộp", "trái", "trong", "sau bảng"]


def test_lines_know_their_cells_merged_ones_as_one() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("trước bảng")
        table = document.add_table(rows=3, cols=3)
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NAMES}/>"))
        for row, cells in enumerate(("TT|Việc|Hạn", "1|Trồng|Tháng 2", "|Tưới|")):
            for column, text in enumerate(cells.split("|")):
                table.cell(row, column).text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(2, 1).merge(table.cell(2, 2))
        table.cell(1, 1).add_paragraph("cây")

    cells = {line.text: line.cell for line in read(build).reading.lines}
    assert cells == {
        "trước bảng": None,
        "TT": Cell(0, 0, 0, head=True),
        "Việc": Cell(0, 0, 1, head=True),
        "Hạn": Cell(0, 0, 2, head=True),
        "1": Cell(0, 1, 0, rows=2),
        "Trồng": Cell(0, 1, 1),
        "cây": Cell(0, 1, 1),
        "Tháng 2": Cell(0, 1, 2),
        "Tưới": Cell(0, 2, 1, columns=2),
    }


@pytest.mark.parametrize(("rows", "table"), [(1, 1), (2, 0)])
def test_a_table_in_a_cell_is_a_table_only_inside_a_frame(rows: int, table: int) -> None:
    def build(document: Document) -> None:
        outer = document.add_table(rows=rows, cols=2)
        for row in outer.rows:
            for cell in row.cells:
                cell.text = "ngoài"
        outer.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = "trong"

    inner = next(line for line in read(build).reading.lines if line.text == "trong")
    assert inner.cell is not None
    assert inner.cell.table == table


def test_bold_only_where_all_runs_are() -> None:
    def build(document: Document) -> None:
        whole = document.add_paragraph()
        whole.add_run("Điều 1. ").bold = True
        whole.add_run("Phạm vi").bold = True
        part = document.add_paragraph()
        part.add_run("Điều 2. ").bold = True
        part.add_run("Quy định này")
        document.add_paragraph("Điều 3", style="Heading 2")

    lines = read(build).reading.lines
    assert [line.bold for line in lines] == [True, False, True]
    assert [line.heading for line in lines] == [0, 0, 2]


def test_line_breaks_split_letterheads_and_list_items_but_not_sentences() -> None:
    def build(document: Document) -> None:
        table = document.add_table(rows=1, cols=1)
        table.cell(0, 0).text = "QUỐC HỘI\n-------\nKhoá XV"
        document.add_paragraph("một câu bị\nngắt giữa chừng")
        document.add_paragraph("Nơi nhận:\n- Ban Bí thư,\n- Lưu Văn phòng.")
        document.add_paragraph("TRÌNH TỰ CẤP GIẤY\n(Kèm theo Nghị định)")

    assert texts(build) == [
        "QUỐC HỘI",
        "Khoá XV",
        "một câu bị ngắt giữa chừng",
        "Nơi nhận:",
        "- Ban Bí thư,",
        "- Lưu Văn phòng.",
        "TRÌNH TỰ CẤP GIẤY",
        "(Kèm theo Nghị định)",
    ]


def test_insertions_stay_deletions_and_hidden_text_go() -> None:
    def build(document: Document) -> None:
        append(
            document,
            f"<w:p>{run('giữ ')}<w:ins>{run('thêm ')}</w:ins>"
            "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
            f"<w:moveFrom>{run('dời')}</w:moveFrom>{run('ẩn', '<w:vanish/>')}"
            f"<w:hyperlink>{run('liên kết')}</w:hyperlink><w:r><w:noBreakHyphen/></w:r>{run('cuối')}</w:p>",
        )

    assert texts(build) == ["giữ thêm liên kết-cuối"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('trong hộp')}</w:p></w:txbxContent>"

    def build(document: Document) -> None:
        append(
            document,
            f"<w:p {VML}>{run('ngoài hộp')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert texts(build) == ["ngoài hộp", "trong hộp"]


def test_content_controls_are_read() -> None:
    def build(document: Document) -> None:
        append(document, f"<w:sdt><w:sdtContent><w:p>{run('trong khung')}</w:p></w:sdtContent></w:sdt>")

    assert texts(build) == ["trong khung"]


def test_headers_and_watermarks_are_seen_but_no_text() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("thân văn bản")
        section = document.sections[0]
        section.header.paragraphs[0].text = "đầu trang"
        section.footer.paragraphs[0].text = "chân trang"
        section.header._element.append(
            parse_xml(f'<w:p {NAMES} {VML}><w:r><w:pict><v:textpath string="MẬT"/></w:pict></w:r></w:p>')
        )

    raw = read(build)
    assert [line.text for line in raw.reading.lines] == ["thân văn bản"]
    assert {"đầu trang", "chân trang", "MẬT"} <= set(raw.stamps)


def numbered(document: Document, *, start_override: int | None = None) -> Callable[[str, int, int], None]:
    """Define a list of five levels (numId 90, and 91 restarting at ``start_override``); returns an adder."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(LEVELS)
    )
    override = f'<w:lvlOverride w:ilvl="1"><w:startOverride w:val="{start_override}"/></w:lvlOverride>'
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NAMES} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    numbering.append(
        parse_xml(
            f'<w:num {NAMES} w:numId="91"><w:abstractNumId w:val="90"/>{override if start_override else ""}</w:num>'
        )
    )

    def add(text: str, level: int, number: int = 90) -> None:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {NAMES}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))

    return add


def test_automatic_numbers_are_printed() -> None:
    def build(document: Document) -> None:
        add = numbered(document)
        for text, level in (("A", 0), ("B", 1), ("C", 2), ("D", 2), ("E", 3), ("F", 3), ("G", 4), ("H", 1), ("I", 2)):
            add(text, level)
        add("K", 0)
        add("L", 1)

    assert texts(build) == [
        "I- A", "1. B", "1.1. C", "1.2. D", "a) E", "b) F", "• G", "2. H", "2.1. I", "II- K", "1. L",
    ]  # fmt: skip


@pytest.mark.parametrize(("override", "expected"), [(None, "3. C"), (1, "1. C"), (5, "5. C")])
def test_lists_of_one_definition_go_on_unless_told_otherwise(override: int | None, expected: str) -> None:
    def build(document: Document) -> None:
        add = numbered(document, start_override=override)
        add("A", 1)
        add("B", 1)
        add("C", 1, 91)

    assert texts(build) == ["1. A", "2. B", expected]


def test_numbering_comes_from_styles_too() -> None:
    def build(document: Document) -> None:
        numbered(document)
        style = document.styles["Heading 1"]
        style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {NAMES}><w:numId w:val="90"/></w:numPr>'))
        document.add_paragraph("MỤC TIÊU", style="Heading 1")
        document.add_paragraph("NHIỆM VỤ", style="Heading 1")

    assert texts(build) == ["I- MỤC TIÊU", "II- NHIỆM VỤ"]


def test_switched_off_numbering_prints_nothing() -> None:
    def build(document: Document) -> None:
        add = numbered(document)
        add("A", 1, 0)
        add("B", 1, 777)

    assert texts(build) == ["A", "B"]


def lists(document: Document, definition: str, *instances: str) -> None:
    """Define an abstract list 80 and lists 80, 81 … with the overrides given."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="80">{definition}</w:abstractNum>'))
    for number, overrides in enumerate(instances or ("",), 80):
        numbering.append(
            parse_xml(f'<w:num {NAMES} w:numId="{number}"><w:abstractNumId w:val="80"/>{overrides}</w:num>')
        )


def listed(definition: str, *places: tuple[int, int], instances: tuple[str, ...] = ("",)) -> list[str]:
    """The labels of paragraphs at these places: list, level."""

    def build(document: Document) -> None:
        lists(document, definition, *instances)
        append(document, *(paragraph(run("x"), properties=item(level, number)) for number, level in places))

    return [text.removesuffix("x").rstrip() for text in texts(build)]


def level(depth: int, form: str, text: str, more: str = "") -> str:
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inside}</w:lvl>'


@pytest.mark.parametrize(
    ("definition", "levels", "expected"),
    [
        (level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>"), (0, 0, 1), ["I.", "II.", "2.1"]),
        (level(0, "decimalZero", "Điều %1"), (0, 0), ["Điều 01", "Điều 02"]),
        (level(0, "upperLetter", "Phần %1"), (0, 0), ["Phần A", "Phần B"]),
        (level(0, "none", "Lưu ý:"), (0, 0), ["Lưu ý:", "Lưu ý:"]),
        (
            level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", '<w:lvlRestart w:val="0"/>'),
            (0, 1, 0, 1),
            ["1.", "a)", "2.", "b)"],
        ),
        (level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"), (0,), [""]),
        (level(0, "lowerRoman", "mục %1", "<w:rPr><w:caps/></w:rPr>"), (0, 0), ["MỤC I", "MỤC II"]),
        (level(0, "bullet", "\uf0d8", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'), (0,), ["➢"]),
        (level(0, "bullet", "o", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'), (0,), ["○"]),
        (level(0, "bullet", "+"), (0,), ["+"]),
        (level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."), (1, 1, 0), ["1.1.", "1.2.", "2."]),
    ],
)
def test_labels(definition: str, levels: tuple[int, ...], expected: list[str]) -> None:
    assert listed(definition, *((80, depth) for depth in levels)) == expected


def test_a_list_begins_anew_where_it_says_each_time() -> None:
    definition = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    places = ((80, 0), (80, 1), (81, 1), (81, 1), (81, 0), (81, 1))
    assert listed(definition, *places, instances=("", override)) == ["1.", "1.1.", "1.5.", "1.6.", "2.", "2.5."]


def test_a_list_that_names_a_style_of_lists_is_that_list() -> None:
    def build(document: Document) -> None:
        lists(document, f'<w:styleLink w:val="Dieu"/>{level(0, "decimal", "Điều %1.")}')
        numbering = document.part.numbering_part.element
        link = f'<w:abstractNum {NAMES} w:abstractNumId="70"><w:numStyleLink w:val="Dieu"/></w:abstractNum>'
        numbering.insert(0, parse_xml(link))
        numbering.append(parse_xml(f'<w:num {NAMES} w:numId="70"><w:abstractNumId w:val="70"/></w:num>'))
        append(document, paragraph(run("x"), properties=item(0, 70)))

    assert texts(build) == ["Điều 1. x"]


def test_the_level_of_a_styled_paragraph_is_the_one_tied_to_its_style() -> None:
    def build(document: Document) -> None:
        tied = '<w:pStyle w:val="Heading2"/>'
        lists(document, level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", tied))
        for name in ("Heading 1", "Heading 2"):
            properties = document.styles[name].element.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {NAMES}><w:numId w:val="80"/></w:numPr>'))
        for name in ("Heading 1", "Heading 2", "Heading 2"):
            document.add_paragraph("x", style=name)

    assert texts(build) == ["I. x", "1. x", "2. x"]


def test_entities_are_not_expanded() -> None:
    bomb = (
        f'<!DOCTYPE w:p [<!ENTITY a "mười "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f"<w:p {NAMES}><w:r><w:t>&b;</w:t></w:r></w:p>"
    )
    paragraph = parse_xml(bomb)
    assert (paragraph.find(f"{qn('w:r')}/{qn('w:t')}").text or "") == ""


def test_a_deleted_paragraph_end_joins_what_it_parted() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"

    def build(document: Document) -> None:
        add = numbered(document)
        add("A", 1)
        append(
            document,
            paragraph(run("bị nối "), properties=gone + item(1)),
            paragraph(run("vào đây"), properties=item(1)),
            paragraph("<w:del><w:r><w:delText>mất cả</w:delText></w:r></w:del>", properties=gone + item(1)),
            paragraph(run("C"), properties=item(1)),
        )

    assert texts(build) == ["1. A", "2. bị nối vào đây", "3. C"]


def test_deleted_rows_go() -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(run(text))}</w:tc></w:tr>"

    assert texts(lambda document: append(document, f"<w:tbl>{row('bỏ', '<w:del/>')}{row('giữ')}</w:tbl>")) == ["giữ"]


def field(instruction: str, *result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{''.join(result)}{end}"


def test_fields_show_their_results_only() -> None:
    inner = field(" REF a ", run("ẩn đi"))
    condition = field(f"</w:instrText></w:r>{inner}<w:r><w:instrText>", run("hiện ra"))

    def build(document: Document) -> None:
        append(
            document,
            paragraph(run("Bảng "), field(" SEQ Bảng ", run("1")), run(": "), condition),
            paragraph('<w:fldSimple w:instr=" REF b ">' + run("khoản 2") + "</w:fldSimple>"),
            paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("không mất")),
        )

    assert texts(build) == ["Bảng 1: hiện ra", "khoản 2", "không mất"]


def test_a_table_of_contents_is_no_text() -> None:
    begin, end = field(' TOC \\o "1-3" ', "|").split("|")

    def build(document: Document) -> None:
        document.styles.element.append(
            parse_xml(f'<w:style {NAMES} w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style>')
        )
        append(
            document,
            paragraph(begin, run("Chương I	1")),
            paragraph(run("Chương II	5"), end),
            paragraph(run("Chương III	9"), properties='<w:pStyle w:val="Mucluc1"/>'),
            paragraph(run("Chương I")),
        )

    assert texts(build) == ["Chương I"]


def test_capitals_and_symbols_as_they_are_printed() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'

    def build(document: Document) -> None:
        append(
            document,
            paragraph(run("nghị quyết", "<w:caps/>")),
            paragraph(
                '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', run(" 5 ha "), run("\uf0fc\uf0e8", wingdings)
            ),
            paragraph('<w:r><w:sym w:font="Chữ lạ" w:char="F041"/></w:r>', run("sau")),
        )

    assert texts(build) == ["NGHỊ QUYẾT", "≤ 5 ha ✓➔", "sau"]


def test_the_reading_aid_above_a_word_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('chú âm')}</w:rt><w:rubyBase>{run('chữ')}</w:rubyBase></w:ruby></w:r>"
    assert texts(lambda document: append(document, paragraph(run("một "), ruby))) == ["một chữ"]

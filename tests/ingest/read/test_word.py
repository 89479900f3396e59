from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from ingest.read.word import read_word
from ingest.reading import Line

NAMES = nsdecls("w")
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LEVELS = (
    ("upperRoman", "%1- "),
    ("decimal", "%2."),
    ("decimal", "%2.%3."),
    ("lowerLetter", "%4)"),
    ("bullet", "\uf0b7"),
)


def read(build: Callable[[Document], None]) -> tuple[list[Line], tuple[str, ...]]:
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    raw = read_word(file.getvalue())
    return list(raw.reading.lines), raw.seen


def texts(build: Callable[[Document], None]) -> list[str]:
    return [line.text for line in read(build)[0]]


def append(document: Document, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


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


def test_bold_only_where_all_runs_are() -> None:
    def build(document: Document) -> None:
        whole = document.add_paragraph()
        whole.add_run("Điều 1. ").bold = True
        whole.add_run("Phạm vi").bold = True
        part = document.add_paragraph()
        part.add_run("Điều 2. ").bold = True
        part.add_run("Quy định này")
        document.add_paragraph("Điều 3", style="Heading 2")

    lines = read(build)[0]
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
            f"<w:p {NAMES}>{run('giữ ')}<w:ins>{run('thêm ')}</w:ins>"
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
            f"<w:p {NAMES} {VML}>{run('ngoài hộp')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert texts(build) == ["ngoài hộp", "trong hộp"]


def test_content_controls_are_read() -> None:
    def build(document: Document) -> None:
        append(document, f"<w:sdt {NAMES}><w:sdtContent><w:p>{run('trong khung')}</w:p></w:sdtContent></w:sdt>")

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

    lines, seen = read(build)
    assert [line.text for line in lines] == ["thân văn bản"]
    assert {"đầu trang", "chân trang", "MẬT"} <= set(seen)


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
        "I- A", "1. B", "1.1. C", "1.2. D", "a) E", "b) F", "- G", "2. H", "2.1. I", "II- K", "1. L",
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


def test_footnotes_stand_at_the_end() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("thân")
        notes = "".join(
            f'<w:footnote w:id="{n}" {kind}><w:p>{run(text)}</w:p></w:footnote>'
            for n, kind, text in (
                (-1, 'w:type="separator"', "gạch"),
                (1, "", "Gồm các ban đảng."),
                (2, "", "[2] Như trên."),
            )
        )
        part = docx.opc.part.Part(
            docx.opc.packuri.PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            f"<w:footnotes {NAMES}>{notes}</w:footnotes>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")

    assert texts(build) == ["thân", "[1] Gồm các ban đảng.", "[2] Như trên."]


def test_entities_are_not_expanded() -> None:
    bomb = (
        f'<!DOCTYPE w:p [<!ENTITY a "mười "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f"<w:p {NAMES}><w:r><w:t>&b;</w:t></w:r></w:p>"
    )
    paragraph = parse_xml(bomb)
    assert (paragraph.find(f"{qn('w:r')}/{qn('w:t')}").text or "") == ""

"""Publish a sample document as a Word file with python-docx."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from corpus.documents.source import NATION_LINE, SAMPLE_MARK, Block, BlockKind, SampleDocument

FONT = "Times New Roman"
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold
BOLD_KINDS = (BlockKind.CENTRED, BlockKind.HEADING, BlockKind.SUBHEADING)
CENTRED_KINDS = (BlockKind.CENTRED, BlockKind.NOTE)
TABLE_STYLES = ("Normal Table", "Table Grid")


def render_docx(document: SampleDocument) -> bytes:
    """Return the Word file; the same document always gives the same bytes."""
    word = docx.Document()
    _strip_template(word)
    _set_properties(word, document)
    _set_page(word)
    _add_letterhead(word, document)
    _add_title(word, document)
    for block in document.main_blocks:
        _add_block(word, block)
    _add_signature(word, document)
    for block in document.annex_blocks:
        _add_block(word, block)
    written = BytesIO()
    word.save(written)
    return _with_fixed_dates(written.getvalue())


def _strip_template(word: WordDocument) -> None:
    """Drop what python-docx's template brings and no sample uses: nine tenths of the file."""
    for style in list(word.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
            style.delete()
    for relation in list(word.part.rels.values()):
        if relation.reltype.endswith("/stylesWithEffects"):
            word.part.drop_rel(relation.rId)


def _set_properties(word: WordDocument, document: SampleDocument) -> None:
    made_at = datetime.combine(document.issued_on, time(8), tzinfo=UTC)
    properties = word.core_properties
    properties.author = document.body
    properties.last_modified_by = document.body
    properties.title = f"{document.number} {document.title}"
    properties.comments = SAMPLE_MARK
    properties.created = properties.modified = made_at
    properties.language = "vi"


def _set_page(word: WordDocument) -> None:
    style = word.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(6)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    # The first page of a Party document bears no number, but it bears the mark.
    section.different_first_page_header_footer = True
    _write_mark(section.first_page_footer)
    _write_mark(section.footer)
    _write_page_number(section.header)


def _write_mark(footer: _Footer) -> None:
    run = _centred(footer.paragraphs[0]).add_run(SAMPLE_MARK)
    run.italic = True
    run.font.size = Pt(9)


def _write_page_number(header: _Header) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    _centred(header.paragraphs[0])._p.append(field)


def _add_letterhead(word: WordDocument, document: SampleDocument) -> None:
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    _add_lines(left, (document.superior, document.body, "*", f"Số {document.number}"), bold=1)
    _add_lines(right, (NATION_LINE, document.place_and_date), bold=0)
    right.paragraphs[-1].runs[0].italic = True


def _add_title(word: WordDocument, document: SampleDocument) -> None:
    kind = _centred(word.add_paragraph())
    kind.paragraph_format.space_before = Pt(12)
    kind.add_run(document.kind.upper()).bold = True
    _centred(word.add_paragraph()).add_run(document.title).bold = True
    _centred(word.add_paragraph()).add_run("-----")


def _add_block(word: WordDocument, block: Block) -> None:
    if block.kind is BlockKind.TABLE:
        _add_table(word, block.rows)
    elif block.kind is BlockKind.ANNEX:
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        _add_paragraph(word, block)


def _add_paragraph(word: WordDocument, block: Block) -> None:
    paragraph = word.add_paragraph()
    run = paragraph.add_run(block.text)
    run.bold = True if block.kind in BOLD_KINDS else None
    run.italic = True if block.kind is BlockKind.NOTE else None
    paragraph.paragraph_format.keep_with_next = block.kind in BOLD_KINDS
    if block.kind in CENTRED_KINDS:
        _centred(paragraph)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.1)


def _add_table(word: WordDocument, rows: tuple[tuple[str, ...], ...]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for index, (cells, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text in zip(cells.cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(12)
            run.bold = True if index == 0 else None


def _add_signature(word: WordDocument, document: SampleDocument) -> None:
    word.add_paragraph()
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    *others, last = document.recipients
    lines = ("Nơi nhận:", *(f"- {line}," for line in others), f"- {last}.")
    _add_lines(left, lines, bold=None, centred=False)
    _add_lines(right, (document.signed_for, document.position, "", "", "", document.signer), bold=0)
    right.paragraphs[-1].runs[0].bold = True


def _add_lines(cell: _Cell, lines: tuple[str, ...], *, bold: int | None, centred: bool = True) -> None:
    """Write one paragraph a line into a cell; ``bold`` is the index of the bold one."""
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        if centred:
            _centred(paragraph)
        run = paragraph.add_run(line)
        run.font.size = Pt(12)
        run.bold = True if index == bold else None


def _centred(paragraph: Paragraph) -> Paragraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _with_fixed_dates(content: bytes) -> bytes:
    """Pack the file again without the clock and without compression.

    Compressed bytes differ from one zlib to the next; stored ones are the same on every machine.
    """
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as read, ZipFile(packed, "w", ZIP_STORED) as written:
        for name in read.namelist():
            entry = ZipInfo(name, ZIP_DATE)
            entry.create_system = 0  # otherwise the operating system is noted
            written.writestr(entry, read.read(name))
    return packed.getvalue()

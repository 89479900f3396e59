"""The Word file: letterhead, title, text, signature, list of documents."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from search_api.exports.packed import property_of, repacked, template
from search_api.exports.paper import Look, Paper, Paragraph, PlanTable, Quotation
from search_api.exports.word.footnotes import Footnotes
from search_api.exports.word.tables import add_letterhead, add_plan, add_signature
from search_api.exports.worded import SOURCES_TITLE

_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/header1.xml": "header.xml",
    "word/header2.xml": "header-first.xml",
}
_STYLES = {
    Look.SECTION: "Heading 1",
    Look.ITEM: "Heading 2",
    Look.BODY: "Body Text",
    Look.TRAIL: "Vị trí đoạn trích",
    Look.WARNING: "Lưu ý về đoạn trích",
    Look.REMARK: "Ghi chú về đoạn trích",
    Look.QUESTION: "Body Text",
}


def docx_of(paper: Paper) -> bytes:
    """The paper as a DOCX file."""
    word = docx.Document(template(Path(__file__).parent / "parts", _PARTS))
    word.core_properties.title = property_of(paper.title or paper.kind.capitalize())
    word.core_properties.author = property_of(paper.author)
    add_letterhead(word, paper)
    word.add_paragraph(paper.kind, "Title")
    if paper.title:
        word.add_paragraph(paper.title, "Subtitle")
    word.add_paragraph("-----", "Subtitle")
    _add_blocks(word, paper)
    add_signature(word, paper.signature)
    _add_sources(word, paper)
    written = BytesIO()
    word.save(written)
    return repacked(written.getvalue())


def _add_blocks(word: WordDocument, paper: Paper) -> None:
    footnotes = Footnotes(word)
    last: WordParagraph | None = None
    for block in paper.blocks:
        match block:
            case PlanTable():
                add_plan(word, block)
            case Quotation():
                last = _add_quotation(word, block, footnotes)
            case Paragraph():
                last = _add_paragraph(word, block, footnotes)
    if last is not None:
        # The last paragraph goes over the page with the signature, which never stands alone.
        last.paragraph_format.keep_with_next = True
    footnotes.close()


def _add_paragraph(word: WordDocument, block: Paragraph, footnotes: Footnotes) -> WordParagraph:
    paragraph = word.add_paragraph(style=_STYLES[block.look])
    if block.lead:
        paragraph.add_run(f"{block.lead} ").bold = True
    for piece in block.pieces:
        paragraph.add_run(piece.text)
        if piece.note:
            footnotes.add(paragraph, piece.note)
    if block.is_head:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _add_quotation(word: WordDocument, block: Quotation, footnotes: Footnotes) -> WordParagraph:
    *before, last = [word.add_paragraph(line, "Quote") for line in block.lines]
    for paragraph in before:
        paragraph.paragraph_format.space_after = Pt(0)
    if block.note:
        footnotes.add(last, block.note)
    return last


def _add_sources(word: WordDocument, paper: Paper) -> None:
    if paper.sources:
        word.add_paragraph(SOURCES_TITLE.upper(), "Heading 1")
    for number, source in enumerate(paper.sources, start=1):
        word.add_paragraph(f"{number}. {source.line}", "Bibliography")

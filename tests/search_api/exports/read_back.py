"""What a reader finds in exported files: their words, one space between two."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pptx
import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(text: str) -> str:
    return " ".join(text.split())


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def docx_words(content: bytes) -> str:
    """The text in its order, tables among it; a footnote mark is a space."""
    body = docx.Document(BytesIO(content)).element.body
    return words(" ".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")))


def docx_notes(content: bytes) -> list[str]:
    """The footnotes that have a mark in the text, in the order of the marks."""
    notes = {
        note.get(f"{W}id"): words("".join(t.text for t in note.iter(f"{W}t")))
        for note in part(content, "word/footnotes.xml").iter(f"{W}footnote")
    }
    marks = part(content, "word/document.xml").iter(f"{W}footnoteReference")
    return [notes[mark.get(f"{W}id")] for mark in marks]


def pdf_pages(content: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def pptx_words(content: bytes) -> tuple[str, str]:
    """What the slides show, and what their notes say."""
    shown, noted = [], []
    for slide in pptx.Presentation(BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                shown.append(shape.text_frame.text)
            elif shape.has_table:
                shown += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            noted.append(slide.notes_slide.notes_text_frame.text)
    return words(" ".join(shown)), words(" ".join(noted))

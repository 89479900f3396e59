"""Footnotes of a Word file, for which python-docx has no interface: a part of their own, referred to by number."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree


class Footnotes:
    """The footnotes of a document that is being written."""

    def __init__(self, word: WordDocument) -> None:
        self._part: Part = word.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        # The template holds the two lines that separate notes from the text, numbered -1 and 0.
        self._root = parse_xml(self._part.blob)
        self._last = 0

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a mark at the end of a paragraph, and the note it leads to into the part of the notes."""
        self._last += 1
        number = str(self._last)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        paragraph._p.append(_run(reference))
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), number)
        note.append(_note_paragraph(text))
        self._root.append(note)

    def close(self) -> None:
        """Write the notes into their part, once all are there."""
        self._part._blob = etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _note_paragraph(text: str) -> etree._Element:
    paragraph = OxmlElement("w:p")
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), "FootnoteText")
    properties = OxmlElement("w:pPr")
    properties.append(style)
    run, written = OxmlElement("w:r"), OxmlElement("w:t")
    written.set(qn("xml:space"), "preserve")
    written.text = f" {text}"
    run.append(written)
    paragraph.extend((properties, _run(OxmlElement("w:footnoteRef")), run))
    return paragraph


def _run(mark: etree._Element) -> etree._Element:
    """A run that holds a footnote mark."""
    style = OxmlElement("w:rStyle")
    style.set(qn("w:val"), "FootnoteReference")
    properties = OxmlElement("w:rPr")
    properties.append(style)
    run = OxmlElement("w:r")
    run.extend((properties, mark))
    return run

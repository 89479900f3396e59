"""Word files (.docx): body and tables in reading order, numbering printed, notes at the end.

The elements are walked rather than python-docx's paragraphs: a table cell is met once however it is merged,
and text boxes, content controls and tracked insertions are not lost. Deleted and hidden text is left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import XMLSyntaxError, _Element

from ingest.read.lines import (
    changes_case,
    ends_sentence,
    is_ornament,
    may_precede_marker,
    starts_lower,
    starts_marker,
    tidy,
)
from ingest.read.numbering import Numbering, attribute
from ingest.read.raw import RawReading
from ingest.read.styles import Styles, is_on
from ingest.reading import Line, Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DAMAGE = (
    OpcError,
    BadZipFile,
    zlib.error,
    XMLSyntaxError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    AttributeError,
    TypeError,
    IndexError,
)
"""What python-docx, zipfile and lxml raise on broken packages."""

_BLANK_TAGS = frozenset(qn(tag) for tag in ("w:tab", "w:ptab"))
_BREAK_TAGS = frozenset(qn(tag) for tag in ("w:br", "w:cr"))
# Deleted, moved away, or a second copy of a drawing for old programs.
_SKIPPED = frozenset(qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_BOX = qn("w:txbxContent")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some text of a run, or a line break asked for."""

    text: str
    bold: bool


def read_word(data: bytes) -> RawReading:
    """Read a DOCX that has passed the archive checks.

    Raises:
        One of ``DAMAGE`` if the package or its XML is broken.
    """
    document = Document(BytesIO(data))
    walker = _Walker(document)
    lines = [*walker.lines(document.element.body), *walker.notes()]
    seen = [line.text for line in lines] + list(_around(document))
    return RawReading(Reading(tuple(lines), MEDIA_TYPE, 0, (), "python-docx"), tuple(seen))


class _Walker:
    """Turns the elements of one document into lines."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._styles = Styles(next(_related_roots(document, "styles"), None))
        self._numbering = Numbering(next(_related_roots(document, "numbering"), None))

    def lines(self, container: _Element, in_cell: bool = False) -> Iterator[Line]:
        for element in container.iterchildren():
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, in_cell)
            elif element.tag not in _SKIPPED:
                yield from self.lines(element, in_cell or element.tag == qn("w:tc"))

    def notes(self) -> Iterator[Line]:
        """Footnotes, then endnotes, each with its number in brackets."""
        for kind in ("footnote", "endnote"):
            root = next(_related_roots(self._document, f"{kind}s"), None)
            count = 0
            for note in root.iterfind(qn(f"w:{kind}")) if root is not None else ():
                if attribute(note, "w:type") in ("separator", "continuationSeparator", "continuationNotice"):
                    continue
                count += 1
                text = " ".join(line.text for line in self.lines(note))
                if text:
                    yield Line(text if text.startswith(f"[{count}]") else f"[{count}] {text}")

    def _paragraph(self, paragraph: _Element, in_cell: bool) -> Iterator[Line]:
        style = self._styles.of(paragraph)
        label = self._label(paragraph, style)
        rows: list[list[_Piece]] = [[]]
        for piece in self._pieces(paragraph, self._styles.bold(style)):
            if piece.text == "\n":
                rows.append([])
            else:
                rows[-1].append(piece)
        level = self._styles.heading(paragraph, style)
        for index, row in enumerate(_join_rows(rows, in_cell)):
            text = tidy((label if index == 0 else "") + "".join(piece.text for piece in row))
            shown = [piece for piece in row if piece.text.strip()]
            if shown and not is_ornament(text):
                yield Line(text, heading=level, bold=all(piece.bold for piece in shown))
        for box in _boxes(paragraph):
            yield from self.lines(box, in_cell)

    def _label(self, paragraph: _Element, style: str) -> str:
        found = self._styles.list_of(paragraph, style)
        return self._numbering.label(*found) if found is not None else ""

    def _pieces(self, element: _Element, bold: bool) -> Iterator[_Piece]:
        for child in element.iterchildren():
            if child.tag == qn("w:r"):
                yield from self._run(child, bold)
            elif child.tag == _MATH_TEXT:
                yield _Piece(child.text or "", bold)
            elif child.tag not in _SKIPPED and child.tag != _BOX:
                yield from self._pieces(child, bold)

    def _run(self, run: _Element, bold: bool) -> Iterator[_Piece]:
        properties = run.find(qn("w:rPr"))
        if properties is not None:
            if is_on(properties, "w:vanish"):
                return
            bold = self._styles.run_bold(properties, bold)
        for child in run.iterchildren():
            if child.tag == qn("w:t"):
                yield _Piece((child.text or "").replace("\n", " "), bold)
            elif child.tag in _BREAK_TAGS:
                yield _Piece("\n", bold)
            elif child.tag in _BLANK_TAGS:
                yield _Piece(" ", bold)
            elif child.tag == qn("w:noBreakHyphen"):
                yield _Piece("-", bold)
            elif child.tag == qn("w:sym"):
                yield _Piece(_symbol(child), bold)


def _symbol(element: _Element) -> str:
    """A character of a symbol font; its private code tells nothing, so it becomes a blank."""
    code = attribute(element, "w:char") or ""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return " "
    return " " if "\ue000" <= char <= "\uf8ff" else char


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Text boxes anchored in a paragraph, without the copies kept for old programs."""
    for box in paragraph.iter(_BOX):
        ancestors = [ancestor.tag for ancestor in box.iterancestors()]
        inside = ancestors[: ancestors.index(qn("w:p"))] if qn("w:p") in ancestors else []
        if not _SKIPPED.intersection(inside) and next(box.iterancestors(qn("w:p"))) is paragraph:
            yield box


def _join_rows(rows: list[list[_Piece]], in_cell: bool) -> Iterator[list[_Piece]]:
    """Put rows of a paragraph together again unless each is a line of its own."""
    joined: list[_Piece] = []
    for row in rows:
        after = tidy("".join(piece.text for piece in row))
        before = tidy("".join(piece.text for piece in joined))
        if joined and after and before and _begins_line(before, after, in_cell):
            yield joined
            joined = []
        elif joined:
            joined = [*joined, _Piece(" ", joined[-1].bold)]
        joined = [*joined, *row]
    yield joined


def _begins_line(before: str, after: str, in_cell: bool) -> bool:
    if starts_lower(after):
        return False
    if in_cell or changes_case(before, after) or after.startswith("("):
        return True
    return ends_sentence(before) or (starts_marker(after) and may_precede_marker(before, after))


def _related_roots(document: WordDocument, kind: str) -> Iterator[_Element]:
    """Roots of the XML parts the document points to by a kind of relationship, e.g. ``header``."""
    for relation in document.part.rels.values():
        if relation.reltype.rsplit("/", 1)[-1] == kind and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _around(document: WordDocument) -> Iterator[str]:
    """Text of headers and footers, and of watermarks, which are pictures of words."""
    roots = [document.element]
    for kind in ("header", "footer"):
        roots.extend(_related_roots(document, kind))
    for root in roots:
        if root is not document.element:
            for paragraph in root.iter(qn("w:p")):
                yield tidy("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
        for path in root.iter(_WATERMARK):
            yield tidy(path.get("string") or "")

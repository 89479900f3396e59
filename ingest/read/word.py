"""Word files (.docx): body and tables in reading order, numbering printed, notes tied to their marks.

The elements are walked rather than python-docx's paragraphs: a table cell is met once however it is merged,
and text boxes, content controls and tracked insertions are not lost. Deleted and hidden text is left out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from corpus.sentences import ends_sentence
from ingest.read.grid import Grid
from ingest.read.legacy.package import unicode_package
from ingest.read.lines import (
    changes_case,
    is_ornament,
    may_precede_marker,
    starts_lower,
    starts_marker,
    tidy,
)
from ingest.read.numbering import Numbering
from ingest.read.raw import RawReading
from ingest.read.styles import Styles
from ingest.read.word_notes import Notes
from ingest.read.word_pages import Pages, stated_pages
from ingest.read.word_parts import as_office_writes, related_roots, text_around
from ingest.read.word_runs import BOX, SKIPPED, PageBreak, Piece, Runs
from ingest.read.word_sections import Sections
from ingest.read.word_tables import word_grid
from ingest.reading import Cell, Line, Mark, PrintedNote, Reading

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

_CONTENTS_STYLE = re.compile(r"toc \d")


def read_word(data: bytes) -> RawReading:
    """Read a DOCX that has passed the archive checks.

    Raises:
        One of ``DAMAGE`` if the package or its XML is broken.
    """
    data, encodings = unicode_package(data)
    document = Document(BytesIO(data))
    as_office_writes(document.element)
    stated = stated_pages(document)
    walker = _Walker(document, Pages() if stated else None)
    lines = tuple(walker.body())
    if stated != walker.pages:
        stated, walker = 0, _Walker(document, None)
        lines = tuple(walker.body())
    notes = tuple(walker.notes())
    seen = (*(line.text for line in lines), *(note.text for note in notes))
    stamps = tuple(filter(None, text_around(document)))
    labels = walker.page_labels(stated)
    reading = Reading(lines, MEDIA_TYPE, stated, labels, "python-docx", notes=notes, encodings=encodings)
    return RawReading(reading, seen, stamps)


class _Walker:
    """Turns the elements of one document into lines.

    Args:
        document: The document.
        pages: Counts its pages; ``None`` if it states none.
    """

    def __init__(self, document: WordDocument, pages: Pages | None) -> None:
        self._document = document
        self._pages = pages
        self._styles = Styles(next(related_roots(document, "styles"), None))
        self._numbering = Numbering(next(related_roots(document, "numbering"), None))
        self._sections = Sections(document)
        self._notes = Notes(document, self._sections)
        self._runs = Runs(document.element.body, self._styles)
        self._begins = [(1, 0)]
        self._grids: list[Grid[_Element]] = []
        self._cells: dict[_Element, Cell] = {}

    @property
    def pages(self) -> int:
        return self._pages.count if self._pages else 0

    def page_labels(self, pages: int) -> tuple[str, ...]:
        """The numbers that the pages print, once the body was walked."""
        begins = [max(section for start, section in self._begins if start <= page) for page in range(1, pages + 1)]
        return self._sections.page_labels(begins) if pages else ()

    def body(self) -> Iterator[Line]:
        return self._lines(self._document.element.body)

    def notes(self) -> Iterator[PrintedNote]:
        self._pages = None  # where notes break is not stated

        def text_of(note: _Element) -> str:
            self._runs = Runs(note, self._styles)
            return " ".join(line.text for line in self._lines(note))

        return self._notes.printed(text_of)

    def _lines(self, container: _Element, cell: Cell | None = None) -> Iterator[Line]:
        joined: list[Piece] = []
        for element in container.iterchildren():
            if element.tag == qn("w:p"):
                joined.extend(self._pieces(element))
                # A paragraph whose end was deleted runs into the next one, which keeps its own form.
                if not _is_end_deleted(element) or element.getnext() is None:
                    yield from self._paragraph(element, joined, cell)
                    joined = []
                for box in _boxes(element):
                    yield from self._lines(box, cell)
                self._end_section(element)
            elif element.tag == qn("w:tr"):
                yield from self._row(element, cell)
            elif element.tag == qn("w:tc"):
                if self._pages:
                    self._pages.open_cell()
                yield from self._lines(element, self._cells.get(element, cell))
            elif element.tag not in SKIPPED:
                if element.tag == qn("w:tbl"):
                    self._enter_table(element, cell)
                yield from self._lines(element, cell)

    def _enter_table(self, table: _Element, around: Cell | None) -> None:
        """Know the cells of a table before they come; a table inside a cell of another is text of that cell."""
        if around is None or self._grids[around.table].is_frame:
            grid = word_grid(table)
            self._cells.update(grid.cells(len(self._grids)))
            self._grids.append(grid)

    def _row(self, row: _Element, around: Cell | None) -> Iterator[Line]:
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            return
        if self._pages:
            self._pages.open_row()
        yield from self._lines(row, around)
        if self._pages:
            self._pages.close_row()

    def _end_section(self, paragraph: _Element) -> None:
        ends = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
        if not ends:
            return
        turns = self._sections.end()
        if self._pages and turns:
            self._pages.turn(PageBreak.ASKED)
        # What begins in the middle of a page numbers the pages after it.
        self._begins.append((self.pages + (not turns), self._sections.now))

    def _pieces(self, paragraph: _Element) -> Iterator[Piece]:
        style = self._styles.of(paragraph)
        contents = _CONTENTS_STYLE.fullmatch(self._styles.name(style).lower()) is not None
        for piece in self._runs.pieces(paragraph, style):
            if self._pages if piece.page else not contents:
                yield piece

    def _paragraph(self, paragraph: _Element, pieces: list[Piece], cell: Cell | None) -> Iterator[Line]:
        style = self._styles.of(paragraph)
        if self._pages and self._styles.paragraph_on(paragraph, "w:pageBreakBefore", style):
            self._pages.begin_page()
        label = self._label(paragraph, style)
        level = self._styles.heading(paragraph, style)
        for row in _join_rows(_rows(pieces), cell is not None):
            text = tidy(label + _text(row))
            if any(piece.text.strip() for piece in row) and not is_ornament(text):
                yield from (replace(line, cell=cell) for line in self._printed(row, label, level))
                label = ""
            else:
                self._turn(row)
                tuple(self._marks(row, label))  # a note is not lost with the blank line its mark stands on

    def _printed(self, row: list[Piece], label: str, level: int) -> Iterator[Line]:
        """The line of a row of text; where a page ends within it, one for each page."""
        bold = all(piece.bold for piece in row if piece.text.strip())
        begun = False
        for part in _by_page(row):
            self._turn(part)
            text = tidy(label + _text(part))
            marks = tuple(self._marks(part, label))
            if not any(piece.text.strip() for piece in part):
                continue
            page = 0
            if self._pages:
                self._pages.meet_text()
                page = self._pages.now
            yield Line(text, page, heading=level, bold=bold, continues=begun, marks=marks)
            label, begun = "", True

    def _turn(self, row: list[Piece]) -> None:
        for piece in row:
            if piece.page and self._pages:
                self._pages.turn(piece.page)

    def _marks(self, part: list[Piece], label: str) -> Iterator[Mark]:
        for index, piece in enumerate(part):
            note = self._notes.meet(piece.note, self._pages.now if self._pages else 0) if piece.note else None
            if note is not None:
                yield Mark(len(tidy(label + _text(part[:index]))), note)

    def _label(self, paragraph: _Element, style: str) -> str:
        found = self._styles.list_of(paragraph, style)
        return self._numbering.label(*found, self._styles.chain(style)) if found is not None else ""


def _is_end_deleted(paragraph: _Element) -> bool:
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return mark is not None and any(mark.find(qn(tag)) is not None for tag in ("w:del", "w:moveFrom"))


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            rows.append([])
        else:
            rows[-1].append(piece)
    return rows


def _by_page(row: Iterable[Piece]) -> Iterator[list[Piece]]:
    """A row cut where pages begin; each part but the first begins with the break.

    Lines are joined by a blank, so a word that runs over the break stays whole, on the page it begins on.
    """
    part: list[Piece] = []
    due: list[Piece] = []
    for piece in row:
        if piece.page:
            due.append(piece)
            continue
        if due and (piece.text or not _text(part)):
            blank = 0 if not _text(part)[-1:].strip() else _first_blank(piece.text)
            part.append(replace(piece, text=piece.text[:blank]))
            if blank == len(piece.text):
                continue
            yield part
            part, due, piece = due, [], replace(piece, text=piece.text[blank:])  # noqa: PLW2901
        part.append(piece)
    yield part
    yield due


def _first_blank(text: str) -> int:
    return next((index for index, char in enumerate(text) if char.isspace()), len(text))


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Text boxes anchored in a paragraph, without the copies kept for old programs."""
    for box in paragraph.iter(BOX):
        ancestors = [ancestor.tag for ancestor in box.iterancestors()]
        inside = ancestors[: ancestors.index(qn("w:p"))] if qn("w:p") in ancestors else []
        if not SKIPPED.intersection(inside) and next(box.iterancestors(qn("w:p"))) is paragraph:
            yield box


def _join_rows(rows: list[list[Piece]], in_cell: bool) -> Iterator[list[Piece]]:
    """Put rows of a paragraph together again unless each is a line of its own."""
    joined: list[Piece] = []
    for row in rows:
        after, before = tidy(_text(row)), tidy(_text(joined))
        if joined and after and before and _begins_line(before, after, in_cell):
            yield joined
            joined = []
        elif joined:
            joined = [*joined, Piece(" ", joined[-1].bold)]
        joined = [*joined, *row]
    yield joined


def _begins_line(before: str, after: str, in_cell: bool) -> bool:
    if starts_lower(after):
        return False
    if in_cell or changes_case(before, after) or after.startswith("("):
        return True
    return ends_sentence(before) or (starts_marker(after) and may_precede_marker(before, after))

"""What a reader hands on: the lines of a file, in reading order, with what the layout says about each.

A reader knows formats and nothing about Vietnamese documents; the structure stage knows documents and
nothing about formats. These two values are all that passes between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corpus.types import Furniture, Rect, Value


class Word(NamedTuple):
    """A word of a line that was read from a picture: its place in the line, 0..100 how sure."""

    start: int
    end: int
    confidence: int


class Mark(NamedTuple):
    """The mark of a note: the offset in the line at which it stood, and the note's index in ``Reading.notes``."""

    offset: int
    note: int


class Cell(NamedTuple):
    """The cell of a table that a line stands in.

    Attributes:
        table: Which table of the file, from 0.
        row: Its row, from 0; of a merged cell the uppermost.
        column: Its column, from 0; of a merged cell the leftmost.
        rows: How many rows it spans.
        columns: How many columns it spans.
        head: The file itself marks the row as a head.
        goes_on: The row is the rest of the one above it, which a page break cut.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote or endnote as it is printed, without its mark; ``page`` is 0 where the format has no pages."""

    label: str
    text: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph (HTML, Markdown, Word, text) or one visual line (PDF) of a file.

    Attributes:
        text: NFC, without markup and without line breaks; runs of blanks are one space; never empty.
        page: Physical page from 1, or 0 where the format has no pages.
        heading: Level of a heading mark (``#``, ``<h2>``), 0 for ordinary text.
        bold: The whole line is set in bold.
        continues: The line runs on from the one before it (a wrapped line of the same paragraph).
        rect: Where it stands on its page, ``None`` where that is not known.
        words: Its words where they were read from a picture of the page.
        marks: Marks of notes, which are left out of ``text``.
        cell: Where it stands in a table; a cell may hold several lines.
    """

    text: str
    page: int = 0
    heading: int = 0
    bold: bool = False
    continues: bool = False
    rect: Rect | None = None
    words: tuple[Word, ...] = ()
    marks: tuple[Mark, ...] = ()
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Reading(Value):
    """A whole file as read, page furniture (running heads, page numbers) left out.

    Attributes:
        lines: In reading order.
        media_type: What the file really is, whatever its name says.
        pages: Number of physical pages, 0 where the format has none.
        page_labels: Printed page labels, one a page, or empty.
        reader: The library that read it.
        mark: A circulation mark that does not keep the file out (``DỰ THẢO``), wherever it is printed.
        notes: Footnotes and endnotes, which are left out of ``lines``.
        furniture: Page numbers, running heads and feet, watermarks: also left out of ``lines``.
        encodings: Old encodings the text was converted from (``TCVN3``, ``VNI``).
        visual: Lines are those a page shows, so that a paragraph takes up several and any of them may begin with a
            number; else they are paragraphs, cut only where a page ends.
    """

    lines: tuple[Line, ...]
    media_type: str
    pages: int
    page_labels: tuple[str, ...]
    reader: str
    mark: str | None = None
    notes: tuple[PrintedNote, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    encodings: tuple[str, ...] = ()
    visual: bool = False

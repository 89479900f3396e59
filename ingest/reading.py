"""What a reader hands on: the lines of a file, in reading order, with what the layout says about each.

A reader knows formats and nothing about Vietnamese documents; the structure stage knows documents and
nothing about formats. These two values are all that passes between them.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.types import Value


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph (HTML, Markdown, Word, text) or one visual line (PDF) of a file.

    Attributes:
        text: NFC, without markup and without line breaks; runs of blanks are one space; never empty.
        page: Physical page from 1, or 0 where the format has no pages.
        heading: Level of a heading mark (``#``, ``<h2>``), 0 for ordinary text.
        bold: The whole line is set in bold.
        continues: The line runs on from the one before it (a wrapped line of the same paragraph).
    """

    text: str
    page: int = 0
    heading: int = 0
    bold: bool = False
    continues: bool = False


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
    """

    lines: tuple[Line, ...]
    media_type: str
    pages: int
    page_labels: tuple[str, ...]
    reader: str
    mark: str | None = None

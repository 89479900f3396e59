"""What a document is cut into to be quoted: its units, and of its tables the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.text import trimmed
from corpus.types import Document, Path, Section, Span, Step, Table, TableRow, Value

# Names and addresses, nothing to quote.
_NOT_QUOTABLE = ("ký", "nơi nhận")
# Rows that go together are quoted together, but not pages of them: about as much as a long paragraph.
_LONGEST_ROW = 2000


@dataclass(frozen=True, slots=True)
class Piece(Value):
    """A part of a document that is quoted as one.

    Attributes:
        path: The unit, or the table or row in it.
        address: Unique in the document. Further parts of a unit or of a long row end in ``/tiep-2``, ``/tiep-3``.
        span: Its text in ``Document.text``.
        section: The unit it belongs to.
        table: The table it is part of, ``None`` for the text of a unit.
        row: The first of its rows, ``None`` for the head of a table.
        part: Which part of its unit or long row it is, from 1.
    """

    path: Path
    address: str
    span: Span
    section: Section
    table: Table | None = None
    row: TableRow | None = None
    part: int = 1


def pieces(document: Document) -> Iterator[Piece]:
    """The pieces of a document in reading order; a unit that prints nothing but its label has none."""
    inside: dict[str, list[Table]] = {}
    for table in document.tables:
        inside.setdefault(table.section, []).append(table)
    for section in document.sections:
        if section.path[-1].unit not in _NOT_QUOTABLE and section.body_start < section.span.end:
            yield from _of_section(document.text, section, inside.get(section.address, ()))


def _of_section(text: str, section: Section, tables: Sequence[Table]) -> Iterator[Piece]:
    # Of the opening what follows the letterhead is quoted, of other units all of it, label and title included.
    start = section.body_start if section.path[-1].unit == "phần đầu" else section.span.start
    number = 0
    for table in tables:
        first = _first_quoted_row(text, table, start)
        words = trimmed(text, start, first)
        if words.end > words.start:
            number += 1
            yield Piece(section.path, _continued(section.address, number), words, section, part=number)
        yield from _of_table(text, section, table, first)
        start = table.span.end
    words = trimmed(text, start, section.span.end)
    if words.end > words.start:
        yield Piece(section.path, _continued(section.address, number + 1), words, section, part=number + 1)


def _first_quoted_row(text: str, table: Table, start: int) -> int:
    """Where a table begins to be quoted apart: a head without a caption stays with the text it follows."""
    if table.caption is not None or not text[start : table.span.start].strip():
        return table.span.start
    return next(row.span.start for row in table.rows if not row.head)


def _of_table(text: str, section: Section, table: Table, first: int) -> Iterator[Piece]:
    below = next(row.span.start for row in table.rows if not row.head)
    head = trimmed(text, first, below)
    if head.end > head.start:
        yield Piece(table.path, table.address, head, section, table)
    for address, rows in groupby(table.data, key=lambda row: row.address):
        for number, part in enumerate(_not_too_long([row for row in rows if _says_something(text, row)]), 1):
            label = part[0].label
            path = (*table.path, Step("dòng", label)) if label else table.path
            span = Span(part[0].span.start, part[-1].span.end)
            yield Piece(path, _continued(address, number), span, section, table, part[0], number)


def _says_something(text: str, row: TableRow) -> bool:
    """Whether a row holds more than its number: the rows of a form are there to be filled in."""
    others = [cell for cell in row.cells if text[slice(*cell.span)].strip(" .)") != row.label]
    return any(char.isalnum() for cell in others for char in text[slice(*cell.span)])


def _not_too_long(rows: Sequence[TableRow]) -> Iterator[list[TableRow]]:
    part: list[TableRow] = []
    for row in rows:
        if part and row.span.end - part[0].span.start > _LONGEST_ROW:
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _continued(address: str, number: int) -> str:
    return address if number == 1 else f"{address}/tiep-{number}"

"""Tables as a reader would hand them on, written short: a row a line, ``|`` between cells, ``**`` a head.

``2x`` before a cell lets it span two columns, ``2v`` two rows; an empty cell holds no line.
"""

from __future__ import annotations

import re

from made_lines import made_line

from corpus.types import Document
from ingest.document import name_document
from ingest.read.grid import Part, laid_out
from ingest.reading import Line, Reading
from ingest.structure import structure

_SPANS = re.compile(r"(?:(?P<columns>\d)x)?(?:(?P<rows>\d)v)? ?(?P<text>.*)")


def made_table(number: int, rows: list[str]) -> list[Line]:
    parts = [[_part(cell) for cell in row.removeprefix("**").split("|")] for row in rows]
    heads = frozenset(index for index, row in enumerate(rows) if row.startswith("**"))
    return [Line(text, cell=cell) for text, cell in laid_out(parts, heads).cells(number) if text]


def _part(written: str) -> Part[str]:
    match = _SPANS.fullmatch(written.strip())
    assert match is not None
    return Part(match["text"], int(match["rows"] or 1), int(match["columns"] or 1))


def document_with(written: str) -> Document:
    """A document of lines as in ``made_lines``; those with ``|`` are rows, and a run of them is a table."""
    lines: list[Line] = []
    rows: list[str] = []
    count = 0
    for row in (*filter(None, map(str.strip, written.splitlines())), ""):
        if "|" in row:
            rows.append(row)
            continue
        lines += made_table(count, rows)
        count += bool(rows)
        rows = []
        lines += [made_line(row)] if row else []
    reading = Reading(tuple(lines), "text/plain", 0, (), "thử")
    return name_document(reading, structure(reading), "mau.txt", "0" * 64)

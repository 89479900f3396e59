"""Plain text files: one line each, wrapped lines told from new paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.read.lines import is_ornament, tidy
from ingest.read.paragraphs import Layout, ends_paragraph, layout
from ingest.reading import Line

# Blanks by which the first line of a paragraph stands further right than the line above it.
_INDENT = 2


def plain_lines(source: str) -> Iterator[Line]:
    """The lines of a text; ``continues`` where a line only goes on with the paragraph above."""
    rows = source.expandtabs(4).replace("\f", "\n\n").splitlines()
    how = layout(rows)
    above = ""
    for row in rows:
        text = tidy(row)
        if not text or is_ornament(text):
            above = ""
            continue
        yield Line(text, continues=bool(above) and _goes_on(above, row, how))
        above = row


def _goes_on(above: str, row: str, how: Layout) -> bool:
    if _indent(row) - _indent(above) >= _INDENT:
        return False
    return how.wrapped and not ends_paragraph(tidy(above), tidy(row), how)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())

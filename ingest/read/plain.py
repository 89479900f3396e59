"""Plain text files: one line each, wrapped lines told from new paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.sentences import ends_sentence
from ingest.read.lines import is_ornament, starts_lower, tidy
from ingest.read.paragraphs import Layout, ends_paragraph, layout
from ingest.reading import Line

# Blanks by which the first line of a paragraph stands further right than the line above it.
_INDENT = 2
# A wrapped line ends at most one long word before the column; scans read lines shorter than they are.
_LONGEST_WORD = 10
_FAIRLY_FULL = 0.7


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
    if not how.wrapped or _indent(row) - _indent(above) >= _INDENT:
        return False
    before, after = tidy(above), tidy(row)
    if not starts_lower(after):
        fullest = how.width - _LONGEST_WORD if ends_sentence(before) else how.width * _FAIRLY_FULL
        if len(before) < fullest:
            return False
    return not ends_paragraph(before, after, how)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())

"""From a document to its passages: one citable unit or row of a table, word for word, with what stands over it."""

from __future__ import annotations

from corpus.doubts import find_doubts
from corpus.pages import pages_of, printed_labels, words_in
from corpus.pieces import Piece, pieces
from corpus.text import one_line
from corpus.types import Document, Passage, Path, Section, Table

# A title in a trail longer than this is a sentence; its beginning is enough to match and to recognise.
_LONGEST_TITLE = 160
# The heads of a wide table; beyond this they would outweigh the row.
_LONGEST_HEAD = 300


def split(document: Document) -> tuple[Passage, ...]:
    """The passages of a document in reading order; a unit that prints nothing but its label has none."""
    trails = _trails(document)
    made: list[Passage] = []
    for piece in pieces(document):
        span = piece.span
        pages = pages_of(span, document.page_starts)
        made.append(
            Passage(
                id=f"{document.ref.id}/{piece.address}",
                ref=document.ref,
                path=piece.path,
                trail=_trail_of(document, piece, trails[piece.section.address]),
                text=document.text[slice(*span)],
                pages=pages,
                page_labels=printed_labels(document.source.page_labels, pages),
                span=span,
                position=len(made),
                notes=tuple(
                    note.text for note in document.notes if note.anchor and span.start < note.anchor <= span.end
                ),
                recognised=bool(words := words_in(span, document.layout)),
                doubts=find_doubts(document.text[slice(*span)], words),
            )
        )
    return tuple(made)


def _trails(document: Document) -> dict[str, tuple[str, ...]]:
    """Address of each unit → the titles of those around it and its own."""
    titles: dict[Path, str] = {}
    trails: dict[str, tuple[str, ...]] = {}
    tables = {table.section: table.span.start for table in reversed(document.tables)}
    for section in document.sections:
        # A label may be printed twice: the one above is the nearest before.
        titles[section.path] = _title(document, section, tables.get(section.address, section.span.end))
        above = (section.path[:depth] for depth in range(1, len(section.path) + 1))
        trails[section.address] = tuple(titles[path] for path in above if path in titles)
    return trails


def _trail_of(document: Document, piece: Piece, titles: tuple[str, ...]) -> tuple[str, ...]:
    if piece.table is None:
        return titles if piece.part > 1 else titles[:-1]
    caption = (document.text[slice(*piece.table.caption)],) if piece.table.caption is not None else ()
    if piece.row is None:
        return titles
    over = (one_line(document.text[slice(*span)]) for span in piece.row.within)
    return (*titles, *caption, *_heads(document, piece.table), *(_shortened(text, _LONGEST_TITLE) for text in over))


def _heads(document: Document, table: Table) -> tuple[str, ...]:
    """What the columns are, in one line: "TT | Nhiệm vụ | Thời hạn"."""
    head = (row for row in table.rows if row.head and row.span.start < table.data[0].span.start)
    names = [one_line(document.text[slice(*cell.span)]) for row in head for cell in row.cells]
    return (_shortened(" | ".join(names), _LONGEST_HEAD),) if names else ()


def _title(document: Document, section: Section, end: int) -> str:
    """A unit as it is named above what it holds: its label with its title, or the beginning of its text."""
    text = one_line(document.text[section.span.start : end])
    label = one_line(document.text[section.span.start : section.body_start])
    return _shortened(f"{label} {section.heading}" if section.heading else text, _LONGEST_TITLE)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"

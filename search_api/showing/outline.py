"""The units of a document as JSON, in reading order, each with its tables, notes and page turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import TypeVar

from corpus.citation import cited
from corpus.doubts import find_doubts
from corpus.pages import words_in
from corpus.pieces import pieces
from corpus.types import Document, Note, PageRange, Section, Step, Table
from search_api import schemas
from search_api.showing.shown_tables import table_out

T = TypeVar("T")
K = TypeVar("K")


def outline_out(document: Document) -> tuple[schemas.OutlineItemOut, ...]:
    """Every unit of a document."""
    quoted = {piece.address for piece in pieces(document)}
    tables = _grouped(document.tables, lambda table: table.section)
    begins = [section.span.start for section in document.sections]
    # The mark of a note stands behind its word: at the very start of a unit it belongs to the one before.
    notes = _grouped(document.notes, lambda note: bisect_left(begins, note.anchor or 0) - 1)
    turns = _grouped(enumerate(document.page_starts, 1), lambda turn: bisect_right(begins, turn[1]) - 1)
    return tuple(
        _unit(document, section, quoted, tables.get(section.address, ()), notes.get(index, ()), turns.get(index, ()))
        for index, section in enumerate(document.sections)
    )


def _unit(
    document: Document,
    section: Section,
    quoted: Set[str],
    tables: Sequence[Table],
    notes: Sequence[Note],
    turns: Sequence[tuple[int, int]],
) -> schemas.OutlineItemOut:
    (begin, end), words = section.span, words_in(section.span, document.layout)
    text = document.text[begin:end]
    return schemas.OutlineItemOut(
        address=section.address,
        path=tuple(map(step_out, section.path)),
        heading=section.heading,
        text=text,
        pages=page_numbers(section.pages),
        place=cited(document, section.path, section.pages).place,
        tables=tuple(table_out(document, section, table) for table in tables),
        notes=tuple(note_out(note, section) for note in notes if note.anchor is not None),
        turns=tuple(schemas.PageTurnOut(page=page, at=at - begin) for page, at in turns if begin < at < end),
        quotable=section.address in quoted,
        recognised=bool(words),
        doubts=tuple((span.start, span.end) for span in find_doubts(text, words)),
    )


# A long document has tens of thousands of steps, and few that differ.
@lru_cache(maxsize=4096)
def step_out(step: Step) -> schemas.StepOut:
    """A step of a path as JSON."""
    return schemas.StepOut(unit=step.unit, label=step.label)


def page_numbers(pages: PageRange | None) -> tuple[int, ...]:
    """Every page of a range, counted from 1; empty where the format has none."""
    return tuple(range(pages.first, pages.last + 1)) if pages else ()


def note_out(note: Note, section: Section | None = None) -> schemas.NoteOut:
    """A note as JSON; its place is counted in the text of the unit it belongs to."""
    at = None if section is None or note.anchor is None else note.anchor - section.span.start
    return schemas.NoteOut(label=note.label, at=at, text=note.text, page=note.page or None)


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> Mapping[K, Sequence[T]]:
    groups: dict[K, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups

"""One file from its lines to a document: structure, recognise, name."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.doubts import find_doubts
from corpus.identity import document_id
from corpus.stamps import standing_mark
from corpus.text import TEXT_VERSION
from corpus.types import Document, DocumentRef, Section, Source, Span, Stated
from ingest.certain import without_doubtful
from ingest.layout import layout_of, notes_of
from ingest.read import read_file
from ingest.read.rules import Rules
from ingest.reading import Line, Reading
from ingest.recognise import Block, Letterhead, recognise
from ingest.structure import Structured, structure
from ingest.structure.open_units import OPENING


def read_document(path: Path, rules: Rules) -> Document:
    """Read a file and find out what it is and how it is built.

    Raises:
        Refusal: The file is not taken in.
    """
    reading = read_file(path, rules)
    return name_document(reading, structure(reading), path.name, file_digest(path))


def file_digest(path: Path) -> str:
    """Hex sha256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def name_document(reading: Reading, structured: Structured, name: str, sha256: str) -> Document:
    """A document from the lines of its file and the units found in them.

    Args:
        reading: What the reader found.
        structured: What ``structure`` made of it.
        name: Name of the file.
        sha256: Hex digest of the file.
    """
    first = structured.sections[0]
    has_opening = first.path == (OPENING,)
    opening = _lines(reading, structured, first) if has_opening else []
    layout = layout_of(reading, structured.line_starts)
    stated = recognise(
        opening,
        _signature(reading, structured),
        structured.text,
        first.span.end if has_opening else 0,
        _own_end(structured),
    )
    letterhead = without_doubtful(stated, structured.text, find_doubts(structured.text, layout.words))
    below = (_below_letterhead(structured, letterhead.lines, len(opening)),) if has_opening else ()
    identity = (letterhead.number, letterhead.kind, letterhead.issuer, letterhead.issued_on, letterhead.title)
    return Document(
        ref=DocumentRef(document_id(*identity, structured.text), *identity, secrecy=reading.mark),
        signer=letterhead.signer,
        place=letterhead.place,
        relations=letterhead.relations,
        sections=below + structured.sections[len(below) :],
        text=structured.text,
        page_starts=structured.page_starts,
        source=Source(
            name, sha256, reading.media_type, reading.pages, reading.page_labels, reading.reader, reading.encodings
        ),
        text_version=TEXT_VERSION,
        layout=layout,
        notes=notes_of(reading, structured.line_starts),
        tables=structured.tables,
        signer_position=letterhead.position,
        effective_on=letterhead.effective_on,
        stated=(*_stated(reading, structured, letterhead), *_mark_stated(reading, structured)),
    )


def _own_end(structured: Structured) -> int:
    """Where what is attached to the document begins, which speaks for itself."""
    attached = (s.span.start for s in structured.sections if s.path[0].unit in ("văn bản kèm theo", "phụ lục"))
    return next(attached, len(structured.text))


def _stated(reading: Reading, structured: Structured, letterhead: Letterhead) -> Iterator[Stated]:
    for field, span in letterhead.stated:
        line = bisect_right(structured.line_starts, span.start) - 1
        yield Stated(field, span, reading.lines[line].page)


def _mark_stated(reading: Reading, structured: Structured) -> Iterator[Stated]:
    """Where the circulation mark stands: on a line of its own, or outside the text."""
    if reading.mark is None:
        return
    for line, start in zip(reading.lines, structured.line_starts, strict=True):
        if (found := standing_mark(line.text)) and found.text == reading.mark:
            yield Stated("secrecy", Span(start, start + len(line.text)), line.page)
            return
    around = ((piece.page, standing_mark(piece.text)) for piece in reading.furniture)
    yield Stated("secrecy", None, next((page for page, found in around if found and found.text == reading.mark), 0))


def _below_letterhead(structured: Structured, head: int, lines: int) -> Section:
    """The opening, its body beginning after letterhead and title, which take up ``head`` of its ``lines``."""
    opening = structured.sections[0]
    starts = structured.line_starts
    return replace(opening, body_start=opening.span.end if head >= lines else starts[head])


def _lines(reading: Reading, structured: Structured, section: Section) -> list[Line]:
    return [
        line
        for line, start in zip(reading.lines, structured.line_starts, strict=True)
        if section.span.start <= start < section.span.end
    ]


def _signature(reading: Reading, structured: Structured) -> Block:
    """Lines of the first signature block; side by side with the recipients it begins in mid-line."""
    for section in structured.sections:
        if section.path[-1].unit == "ký":
            inside = _lines(reading, structured, section)
            start = structured.text.rfind("\n", 0, section.span.start) + 1
            cut = structured.text[section.span.start : section.span.end].split("\n")[0]
            return Block(inside if start == section.span.start else [Line(cut), *inside], section.span.start)
    return Block(())

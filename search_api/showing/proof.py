"""What a page proof shows: a place of a document, where it is printed, and what tells it from others like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.citation import Citation, cited
from corpus.doubts import find_doubts
from corpus.errors import NotFound
from corpus.pages import pages_of, rects_of, words_in
from corpus.pieces import Piece, pieces
from corpus.runtime.document_rows import Entry
from corpus.text import squeezed
from corpus.types import Document, Path, Rect, Span
from search_api.schemas import DocumentOut
from search_api.showing.shown import document_out

# What the items of a list begin with.
_DASHES = re.compile(r"^[-+] ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words to look for in the original.

    Attributes:
        text: The words without white space (``corpus.text.squeezed``).
        before: How many times they stand in the document before this place.
        times: How many times they stand in it at all.
    """

    text: str
    before: int
    times: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A passage beside a place: its address, what it is called, its text."""

    address: str
    citation: Citation
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a document that is to be proved.

    Attributes:
        address: In the document.
        citation: How it is cited.
        text: Its words.
        pages: The pages it is printed on, from 1; empty where the format has none.
        rects: Page and rectangle of each of its lines, in reading order; none where they are not known.
        recognised: Some of its words were read from a picture of the page.
        doubts: Places in ``text`` that were read unsurely.
        wordings: Its words as an original without pages may have them, likeliest first: labels and dashes may be
            drawn there and be no part of the text. None for one with pages, whose lines have rectangles.
        before: The passage before it.
        after: The passage after it.
    """

    address: str
    citation: Citation
    text: str
    pages: tuple[int, ...]
    rects: tuple[tuple[int, Rect], ...]
    recognised: bool
    doubts: tuple[Span, ...]
    wordings: tuple[Wording, ...]
    before: Neighbour | None
    after: Neighbour | None


@dataclass(frozen=True, slots=True)
class Proof:
    """A document, and the place in it that is to be proved.

    Attributes:
        document: The document.
        labels: What its pages print as their numbers, one a page; empty where they print none.
        encodings: Old encodings its text was converted from.
        place: The place; ``None`` where the document as a whole is asked for.
    """

    document: DocumentOut
    labels: tuple[str, ...]
    encodings: tuple[str, ...]
    place: Place | None


def proof_of(entry: Entry, body: Document, address: str | None) -> Proof:
    """The proof of a place, or of a document as a whole.

    Args:
        entry: The document in the catalogue.
        body: The document.
        address: Of a passage, a unit or a table.

    Raises:
        NotFound: The document has nothing at the address.
    """
    place = _place(body, address) if address else None
    return Proof(document_out(entry), body.source.page_labels, body.source.encodings, place)


def _place(body: Document, address: str) -> Place:
    quoted = list(pieces(body))
    path, span, words_start = _found(body, quoted, address)
    text, words = body.text[slice(*span)], words_in(span, body.layout)
    pages = pages_of(span, body.page_starts)
    return Place(
        address=address,
        citation=cited(body, path, pages),
        text=text,
        pages=tuple(range(pages.first, pages.last + 1)) if pages else (),
        rects=tuple(rects_of(span, body.layout, body.text)),
        recognised=bool(words),
        doubts=find_doubts(text, words),
        wordings=() if body.source.pages else tuple(dict.fromkeys(_wordings(body.text, span, words_start))),
        before=next((_neighbour(body, piece) for piece in reversed(quoted) if piece.span.end <= span.start), None),
        after=next((_neighbour(body, piece) for piece in quoted if piece.span.start >= span.end), None),
    )


def _found(body: Document, quoted: Sequence[Piece], address: str) -> tuple[Path, Span, int]:
    """Path and span of what has an address, and where its words begin behind its label."""
    passages = ((piece.address, piece.path, piece.span, _words_start(piece)) for piece in quoted)
    units = ((unit.address, unit.path, unit.span, unit.body_start) for unit in body.sections)
    tables = ((table.address, table.path, table.span, table.span.start) for table in body.tables)
    for name, path, span, start in chain(passages, units, tables):
        if name == address:
            return path, span, start
    raise NotFound(
        f"Văn bản «{body.ref.id}» không có mục «{address}».", f"Hãy xem mục lục tại /api/documents/{body.ref.id}."
    )


def _words_start(piece: Piece) -> int:
    label_end = piece.section.body_start
    return label_end if piece.span.start < label_end < piece.span.end else piece.span.start


def _wordings(text: str, span: Span, words_start: int) -> Iterator[Wording]:
    for form in (squeezed, _without_dashes):
        for start in dict.fromkeys((span.start, words_start)):
            if words := form(text[start : span.end]):
                yield Wording(words, form(text[:start]).count(words), form(text).count(words))


def _without_dashes(text: str) -> str:
    return squeezed(_DASHES.sub("", text))


def _neighbour(body: Document, piece: Piece) -> Neighbour:
    pages = pages_of(piece.span, body.page_starts)
    return Neighbour(piece.address, cited(body, piece.path, pages), body.text[slice(*piece.span)])

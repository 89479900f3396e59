"""Everything a document wants reached, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.pieces import pieces
from corpus.types import Document
from search_api.targets.context import Contexts
from search_api.targets.prose import in_prose
from search_api.targets.rows import in_table
from search_api.targets.values import Target

# The opening cites and tells what was; where nothing else is told apart, it is all there is.
_OPENING = "phần đầu"


def find_targets(document: Document) -> tuple[Target, ...]:
    """The targets and deadlines of a document, as printed.

    Left out is what sets nothing: numbers and dates of documents, labels, terms of office, ages, what was reached
    before, and the day a document comes into force.
    """
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Target]:
    contexts = Contexts(document)
    has_body = any(section.path[0].unit != _OPENING for section in document.sections)
    done: set[str] = set()
    for piece in pieces(document):
        context = contexts.over(piece.section)
        if piece.table is None:
            if not (has_body and piece.path[0].unit == _OPENING):
                yield from in_prose(document.text, piece.span, piece.address, context)
        elif piece.table.address not in done:
            done.add(piece.table.address)
            yield from in_table(document, piece.table, context)

"""What a document's coming and going changes in the catalogue: its row, passages, terms, endings and copies.

Every function works inside the transaction it is given a connection of; ``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from corpus.copies import Standing, identity_key
from corpus.runtime import copy_rows
from corpus.runtime.ended import forget_endings, note_endings
from corpus.runtime.listing import Contents, forget_passages, list_passages
from corpus.runtime.tables import ALIASES, COPIES, DOCUMENTS
from corpus.runtime.vocabulary import add_terms, add_words, forget_words, pack_terms, unpack_terms
from corpus.source_kinds import source_kind
from corpus.types import Document


def put_document(connection: sa.Connection, document: Document, standing: Standing, contents: Contents) -> None:
    """Make this the document readers see, instead of the one of its id and of the id its copies had before."""
    name = document.ref.id
    _forget(connection, DOCUMENTS.c.id.in_([name, standing.of or name]))
    connection.execute(sa.insert(DOCUMENTS).values(_row(document, contents)))
    list_passages(connection, contents)
    add_terms(connection, contents.terms)
    add_words(connection, contents.words)
    note_endings(connection, document)
    copy_rows.arrange(connection, name, standing)
    connection.execute(sa.delete(ALIASES).where(ALIASES.c.name == name))
    if standing.of not in (None, name):
        copy_rows.alias(connection, str(standing.of), name)


def vacate(connection: sa.Connection, standing: Standing) -> None:
    """Take out the copy whose only place an arrival takes, unless its standing is told."""
    for name, version in _displaced(connection, standing):
        if copy_rows.number_of_copies(connection, name) == 1:
            remove_document(connection, name)
        else:
            gone = (COPIES.c.document == name) & (COPIES.c.version == version)
            copy_rows.forget_copies(connection, gone)


def remove_document(connection: sa.Connection, document: str) -> None:
    """Take a document out with all its copies."""
    _forget(connection, DOCUMENTS.c.id == document)
    copy_rows.forget_copies(connection, COPIES.c.document == document)
    connection.execute(sa.delete(ALIASES).where(ALIASES.c.document == document))


def leaving(connection: sa.Connection, document: str, standing: Standing) -> list[tuple[str, str]]:
    """Pairs of document and version that readers no longer see, or the corpus no longer has, once it stands so."""
    pairs = set(_superseded(connection, document, standing))
    return sorted(pairs - {(document, standing.order[0])})


def _forget(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> None:
    forgotten = connection.execute(
        sa.select(DOCUMENTS.c.id, DOCUMENTS.c.number_key, DOCUMENTS.c.terms).where(condition)
    ).all()
    for row in forgotten:
        add_terms(connection, {term: -count for term, count in unpack_terms(row.terms)})
    connection.execute(sa.delete(DOCUMENTS).where(condition))
    if forgotten:
        forget_passages(connection, [row.id for row in forgotten])
        forget_words(connection)
        forget_endings(connection, {row.id: row.number_key for row in forgotten})


def _displaced(connection: sa.Connection, standing: Standing) -> list[tuple[str, str]]:
    """The copy of another document whose only place an arrival takes, if no reader sees it beside others."""
    lodger = copy_rows.lodger(connection, standing.arrival.origin) if standing.arrival else None
    if lodger is None or lodger[0] == standing.of:
        return []
    served = connection.execute(sa.select(DOCUMENTS.c.version).where(DOCUMENTS.c.id == lodger[0])).scalar()
    # Another copy that takes its place has to be encoded first: whoever brings the arrival sees to that.
    return [lodger] if served != lodger[1] or copy_rows.number_of_copies(connection, lodger[0]) == 1 else []


def _superseded(connection: sa.Connection, document: str, standing: Standing) -> Iterator[tuple[str, str]]:
    yield from _displaced(connection, standing)
    names = [document, standing.of or document]
    for row in connection.execute(sa.select(DOCUMENTS.c.id, DOCUMENTS.c.version).where(DOCUMENTS.c.id.in_(names))):
        yield row.id, row.version
    gone = (COPIES.c.document == standing.of) & COPIES.c.version.not_in(standing.order)
    for row in connection.execute(sa.select(COPIES.c.document, COPIES.c.version).where(gone)):
        yield row.document, row.version


def _row(document: Document, contents: Contents) -> dict[str, Any]:
    ref, source = document.ref, document.source
    return {
        "id": ref.id,
        "version": source.sha256,
        "name": source.name,
        "media_type": source.media_type,
        "source": source_kind(source.media_type, source.conversion),
        "pages": source.pages,
        "number": ref.number,
        "number_key": identity_key(ref.number) if ref.number else None,
        "kind": ref.kind,
        "issuer": ref.issuer,
        "issued_on": ref.issued_on,
        "title": ref.title,
        "secrecy": ref.secrecy,
        "validity": ref.validity,
        "passages": len(contents.passages),
        "terms": pack_terms(contents.terms),
    }

"""Which files a rebuild of the catalogue has still to read again.

Every function works inside the transaction it is given a connection of; ``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.runtime import copy_rows
from corpus.runtime.tables import (
    ALIASES,
    COPIES,
    DOCUMENTS,
    ENDED,
    ENDINGS,
    FINGERPRINTS,
    PASSAGES,
    PLACES,
    TERMS,
    WAITING,
    WORDS,
)


class Waiting(NamedTuple):
    """A file that a rebuild has still to read again: where it was, and the copy it was read as."""

    origin: str
    document: str
    version: str
    name: str


def await_rebuild(connection: sa.Connection) -> None:
    """Note every file as to be read again, best copies first, and empty the rest."""
    order = (DOCUMENTS.c.issued_on.desc().nulls_last(), COPIES.c.document, COPIES.c.rank, PLACES.c.origin)
    position = sa.func.row_number().over(order_by=order)
    columns = (PLACES.c.origin, position, COPIES.c.document, COPIES.c.version, COPIES.c.name)
    placed = (
        sa.select(*columns)
        .join(COPIES, COPIES.c.id == PLACES.c.copy)
        .join(DOCUMENTS, DOCUMENTS.c.id == COPIES.c.document)
    )
    statement = upsert(WAITING).from_select([column.name for column in WAITING.c], placed.where(sa.true()))
    connection.execute(statement.on_conflict_do_nothing())
    for table in (DOCUMENTS, COPIES, PLACES, FINGERPRINTS, PASSAGES, TERMS, WORDS, ENDINGS, ENDED):
        connection.execute(sa.delete(table))


def waiting(connection: sa.Connection) -> list[Waiting]:
    """Files that a rebuild has still to read again, in the order they are to be read in."""
    columns = [WAITING.c[name] for name in Waiting._fields]
    rows = connection.execute(sa.select(*columns).order_by(WAITING.c.position, WAITING.c.origin))
    return [Waiting(*row) for row in rows]


def read_again(connection: sa.Connection, file: Waiting) -> None:
    """Settle a file of a rebuild; if its document has another id now, the former one leads to it."""
    connection.execute(sa.delete(WAITING).where(WAITING.c.origin == file.origin))
    now = sa.select(COPIES.c.document).join(PLACES, PLACES.c.copy == COPIES.c.id)
    document = connection.execute(now.where(PLACES.c.origin == file.origin)).scalar()
    named = sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == file.document)
    known = sa.select(ALIASES.c.name).where(ALIASES.c.name == file.document)
    if document and connection.execute(named.union_all(known)).first() is None:
        copy_rows.alias(connection, file.document, document)

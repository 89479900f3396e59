"""Which documents of the catalogue others have ended or changed: what is said, and of which documents it is said.

What is said is kept as it stands in the documents that readers see. What it comes to is worked out again for every
number that a document brings or takes along, so that it is the same in whatever order they come. Of a change of a
part only the number is kept: which unit it is, is read where it is asked for.

Every function works inside the transaction it is given a connection of; ``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from corpus.copies import identity_key
from corpus.endings import Ending, amended_keys, ended_one, ended_validity, endings_of
from corpus.runtime.tables import AMENDMENTS, DOCUMENTS, ENDED, ENDINGS
from corpus.types import UNKNOWN_VALIDITY, Document, DocumentRef

_BY_NOW = ENDED.c.since.is_(None) | (ENDED.c.since <= sa.func.date("now", "localtime"))
_SAID = sa.select(ENDED.c.validity).where(ENDED.c.document == DOCUMENTS.c.id, _BY_NOW).scalar_subquery()
_IS_SILENT = DOCUMENTS.c.validity == UNKNOWN_VALIDITY
VALIDITY: sa.ColumnElement[str] = sa.case(
    (_IS_SILENT, sa.func.coalesce(_SAID, UNKNOWN_VALIDITY)), else_=DOCUMENTS.c.validity
)
"""In force or not: what a document states of itself, else what others that are in force by now say of it."""

IS_ENDED: sa.ColumnElement[bool] = _IS_SILENT & DOCUMENTS.c.id.in_(sa.select(ENDED.c.document).where(_BY_NOW))
"""Whether that is what others say."""

_REF = [DOCUMENTS.c[name] for name in ("id", "number", "kind", "issuer", "issued_on", "title")]


def note_endings(connection: sa.Connection, document: Document) -> None:
    """Note what a document that goes live ends and changes, and find out who has ended it."""
    rows = [_row(document, ending) for ending in endings_of(document)]
    if rows:
        connection.execute(sa.insert(ENDINGS), rows)
    changed = [{"document": document.ref.id, "number_key": key} for key in sorted(amended_keys(document))]
    if changed:
        connection.execute(sa.insert(AMENDMENTS), changed)
    own = [identity_key(document.ref.number)] if document.ref.number else []
    _work_out(connection, {*own, *(row["number_key"] for row in rows)})


def forget_endings(connection: sa.Connection, documents: Mapping[str, str | None]) -> None:
    """Take out what documents that were just taken out have ended and changed, and what was said of them.

    Args:
        connection: The transaction.
        documents: Their ids and the keys of their numbers.
    """
    said = connection.execute(sa.select(ENDINGS.c.number_key).where(ENDINGS.c.document.in_(documents))).scalars()
    # Where two could be meant, none was: without the one it may be the other.
    keys = {*said, *(key for key in documents.values() if key)}
    for table in (ENDINGS, AMENDMENTS):
        connection.execute(sa.delete(table).where(table.c.document.in_(documents)))
    _work_out(connection, keys)


def _work_out(connection: sa.Connection, keys: Collection[str]) -> None:
    """Find out again which documents of these numbers others have ended."""
    connection.execute(sa.delete(ENDED).where(ENDED.c.number_key.in_(keys)))
    columns = [ENDINGS.c[name] for name in ("number_key", *Ending.__slots__)]
    query = sa.select(*columns, *_ENDER).join(_BY, _BY.c.id == ENDINGS.c.document)
    claims = connection.execute(query.where(ENDINGS.c.number_key.in_(keys))).all()
    documents = _numbered(connection, {claim.number_key for claim in claims}) if claims else {}
    ended: dict[str, dict[str, Any]] = {}
    # Of several that end it the first in force did.
    for claim in sorted(claims, key=lambda claim: (claim.since or date.max, claim.ender_id, claim.relation)):
        ending = Ending(*(getattr(claim, name) for name in Ending.__slots__))
        ender = DocumentRef(*(getattr(claim, column.name) for column in _ENDER))
        other = ended_one(ending, ender, documents.get(claim.number_key, ()))
        if other is not None:
            row = {"document": other.id, "number_key": claim.number_key, "since": claim.since}
            ended.setdefault(other.id, row | {"validity": ended_validity(ending, ender)})
    if ended:
        connection.execute(sa.insert(ENDED), list(ended.values()))


def amending(connection: sa.Connection, number: str) -> list[str]:
    """Ids of the documents that say to change a part of one of a number, in order."""
    query = sa.select(AMENDMENTS.c.document).where(AMENDMENTS.c.number_key == identity_key(number))
    return list(connection.execute(query.order_by(AMENDMENTS.c.document)).scalars())


_BY = DOCUMENTS.alias("by")
_ENDER = [_BY.c[column.name].label(f"ender_{column.name}") for column in _REF]


def _numbered(connection: sa.Connection, keys: Collection[str]) -> dict[str, list[DocumentRef]]:
    found: dict[str, list[DocumentRef]] = defaultdict(list)
    query = sa.select(DOCUMENTS.c.number_key, *_REF).where(DOCUMENTS.c.number_key.in_(keys))
    for key, *fields in connection.execute(query.order_by(DOCUMENTS.c.id)):
        found[key].append(DocumentRef(*fields))
    return found


def _row(document: Document, ending: Ending) -> dict[str, Any]:
    said = {name: getattr(ending, name) for name in Ending.__slots__}
    return said | {"document": document.ref.id, "number_key": identity_key(ending.number)}

"""The copies of the catalogue's documents: their rows, places and fingerprints, and the ids they were known by before.

Every function works inside the transaction it is given a connection of; ``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.codec import pack_document, unpack_document
from corpus.copies import Copy, Standing, identity_key
from corpus.overlap import fingerprints
from corpus.runtime.tables import ALIASES, COPIES, DOCUMENTS, FINGERPRINTS, PLACES
from corpus.types import Document, DocumentRef

# A phrase that more copies have than this leads to none of them, and following it is what takes long.
_MOST_SHARING = 64
# A document is rarely known from more copies than this.
_COPIES_EACH = 4
# Without a date an "01-NQ/ĐU" may be any commune's: if there are more, only its words tell which.
_MOST_ALIKE = 50
_WITH_FINGERPRINT = (
    sa.select(FINGERPRINTS.c.copy).where(FINGERPRINTS.c.hash == sa.bindparam("value")).limit(_MOST_SHARING + 1)
)


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A copy in the catalogue.

    Attributes:
        version: sha256 of its file.
        name: Name of its file.
        media_type: What the file is.
        pages: Number of pages, 0 where the format has none.
        conversion: What read it.
        added: When it came in, UTC.
        origins: Where the file was read, in order.
    """

    version: str
    name: str
    media_type: str
    pages: int
    conversion: str
    added: datetime
    origins: tuple[str, ...]


def copies_of(connection: sa.Connection, document: str) -> list[CopyEntry]:
    """The copies of a document, best first."""
    rows = connection.execute(sa.select(COPIES).where(COPIES.c.document == document).order_by(COPIES.c.rank)).all()
    return [
        CopyEntry(
            row.version, row.name, row.media_type, row.pages, row.conversion, row.added, _origins(connection, row.id)
        )
        for row in rows
    ]


def copy_of(connection: sa.Connection, document: str, version: str) -> Document | None:
    """One copy of a document as its file gives it."""
    same = (COPIES.c.document == document) & (COPIES.c.version == version)
    packed = connection.execute(sa.select(COPIES.c.body).where(same)).scalar()
    return unpack_document(packed) if packed else None


def has_version(connection: sa.Connection, version: str) -> bool:
    """Whether any copy of any document was read from this file."""
    query = sa.select(COPIES.c.id).where(COPIES.c.version == version).limit(1)
    return connection.execute(query).first() is not None


def stands_at(connection: sa.Connection, origin: str, version: str) -> bool:
    """Whether this is the version that was read from a place."""
    query = sa.select(PLACES.c.origin).join(COPIES, COPIES.c.id == PLACES.c.copy)
    same = (PLACES.c.origin == origin) & (COPIES.c.version == version)
    return connection.execute(query.where(same)).first() is not None


def number_of_copies(connection: sa.Connection, document: str) -> int:
    """How many copies a document has."""
    query = sa.select(sa.func.count()).select_from(COPIES).where(COPIES.c.document == document)
    return connection.execute(query).scalar_one()


def number_not_served(connection: sa.Connection) -> int:
    """Number of files of which readers see another copy."""
    copies = connection.execute(sa.select(sa.func.count()).select_from(COPIES)).scalar_one()
    documents = connection.execute(sa.select(sa.func.count()).select_from(DOCUMENTS)).scalar_one()
    return copies - documents


def last_arrival(connection: sa.Connection) -> datetime | None:
    """When a copy last came in, UTC; ``None`` while there is none."""
    found: datetime | None = connection.execute(sa.select(sa.func.max(COPIES.c.added))).scalar()
    return found.replace(tzinfo=UTC) if found else None


def _origins(connection: sa.Connection, copy: int) -> tuple[str, ...]:
    query = sa.select(PLACES.c.origin).where(PLACES.c.copy == copy).order_by(PLACES.c.origin)
    return tuple(connection.execute(query).scalars())


def arrange(connection: sa.Connection, document: str, standing: Standing) -> None:
    """Make the copies of a document stand as told: who is no longer named leaves, who arrives comes in.

    Args:
        connection: The transaction.
        document: The document's id from now on.
        standing: How its copies stand; those it had under its former id move along.
    """
    if standing.of is not None:
        gone = (COPIES.c.document == standing.of) & COPIES.c.version.not_in(standing.order)
        forget_copies(connection, gone)
        moved = sa.update(COPIES).where(COPIES.c.document == standing.of)
        connection.execute(moved.values(document=document))
    if standing.arrival is not None:
        _settle_in(connection, document, standing.arrival)
    # Copies of the same id that another process brought in meanwhile are not named: they stay, and stand last.
    ranks = {version: rank for rank, version in enumerate(standing.order)}
    ranked = sa.case(ranks, value=COPIES.c.version, else_=len(ranks))
    connection.execute(sa.update(COPIES).where(COPIES.c.document == document).values(rank=ranked))


def _settle_in(connection: sa.Connection, document: str, copy: Copy) -> None:
    found = _copy_id(connection, document, copy.document.source.sha256)
    if found is None:
        inserted = sa.insert(COPIES).values(_row(document, copy)).returning(COPIES.c.id)
        found = connection.execute(inserted).scalar_one()
        hashes = fingerprints(copy.document.text)
        if hashes:
            connection.execute(sa.insert(FINGERPRINTS), [{"hash": value, "copy": found} for value in hashes])
    else:
        # Read again by other rules.
        connection.execute(sa.update(COPIES).where(COPIES.c.id == found).values(body=pack_document(copy.document)))
    _put_place(connection, found, copy.origin)


def _copy_id(connection: sa.Connection, document: str, version: str) -> int | None:
    same = (COPIES.c.document == document) & (COPIES.c.version == version)
    found: int | None = connection.execute(sa.select(COPIES.c.id).where(same)).scalar()
    return found


def _row(document: str, copy: Copy) -> dict[str, Any]:
    source = copy.document.source
    return {
        "document": document,
        "version": source.sha256,
        "rank": 0,
        "name": source.name,
        "media_type": source.media_type,
        "pages": source.pages,
        "conversion": source.conversion,
        "fingerprints": _pack(fingerprints(copy.document.text)),
        "body": pack_document(copy.document),
    }


def add_place(connection: sa.Connection, version: str, origin: str) -> None:
    """Note that the file at a place is a copy that is known from another."""
    query = sa.select(COPIES.c.id).where(COPIES.c.version == version).order_by(COPIES.c.id).limit(1)
    _put_place(connection, connection.execute(query).scalar_one(), origin)


def _put_place(connection: sa.Connection, copy: int, origin: str) -> None:
    statement = upsert(PLACES).values(origin=origin, copy=copy)
    connection.execute(statement.on_conflict_do_update(index_elements=[PLACES.c.origin], set_={"copy": copy}))


def forget_copies(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> None:
    """Take copies out with their places and fingerprints."""
    for row in connection.execute(sa.select(COPIES.c.id, COPIES.c.fingerprints).where(condition)).all():
        mine = FINGERPRINTS.c.hash.in_(_unpack(row.fingerprints)) & (FINGERPRINTS.c.copy == row.id)
        connection.execute(sa.delete(FINGERPRINTS).where(mine))
        connection.execute(sa.delete(PLACES).where(PLACES.c.copy == row.id))
        connection.execute(sa.delete(COPIES).where(COPIES.c.id == row.id))


def lodger(connection: sa.Connection, origin: str) -> tuple[str, str] | None:
    """Document and version of the copy that was read from a place, if it was read from no other."""
    others = PLACES.alias()
    places = sa.select(sa.func.count()).where(others.c.copy == PLACES.c.copy).scalar_subquery()
    query = (
        sa.select(COPIES.c.document, COPIES.c.version)
        .join(PLACES, PLACES.c.copy == COPIES.c.id)
        .where((PLACES.c.origin == origin) & (places == 1))
    )
    row = connection.execute(query).one_or_none()
    return (row.document, row.version) if row else None


def known_as(connection: sa.Connection, name: str) -> str:
    """The id under which a document is known now; a name that never was one comes back as it is."""
    live = sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == name)
    former = sa.select(ALIASES.c.document).where(ALIASES.c.name == name)
    found: str | None = connection.execute(live.union_all(former)).scalars().first()
    return found or name


def names_of(connection: sa.Connection, document: str) -> frozenset[str]:
    """The id of a document and those it had before."""
    former = sa.select(ALIASES.c.name).where(ALIASES.c.document == document)
    return frozenset((document, *connection.execute(former).scalars()))


def alias(connection: sa.Connection, name: str, document: str) -> None:
    """Let a former id lead to a document, and the ids that led to it as well."""
    connection.execute(sa.update(ALIASES).where(ALIASES.c.document == name).values(document=document))
    statement = upsert(ALIASES).values(name=name, document=document)
    connection.execute(statement.on_conflict_do_update(index_elements=[ALIASES.c.name], set_={"document": document}))


def relatives(connection: sa.Connection, ref: DocumentRef, hashes: Sequence[int], limit: int) -> list[str]:
    """Documents that may be the same as another, likeliest first.

    Among 40,000 documents of ninety fingerprints each, of which six are set phrases of a fifth of them all, it takes
    15 ms of CPU.

    Args:
        connection: The transaction.
        ref: What the other states: with its number, those of that number and no other date are found.
        hashes: Its fingerprints.
        limit: How many that share fingerprints are given.
    """
    shared = Counter(copy for value in hashes for copy in _telling(connection, value))
    likeliest = sorted(shared, key=lambda copy: (-shared[copy], copy))[: limit * _COPIES_EACH]
    rows = connection.execute(sa.select(COPIES.c.id, COPIES.c.document).where(COPIES.c.id.in_(likeliest)))
    named = {row.id: row.document for row in rows}
    found = list(dict.fromkeys(named[copy] for copy in likeliest))[:limit]
    same = connection.execute(_numbered_alike(ref)).scalars().all() if ref.number else []
    return list(dict.fromkeys((*found, *(same if len(same) <= _MOST_ALIKE else ()))))


def _telling(connection: sa.Connection, value: int) -> Sequence[int]:
    """The copies that have a fingerprint; none if so many have it that it is a set phrase."""
    rows = connection.execute(_WITH_FINGERPRINT, {"value": value}).scalars().all()
    return rows if len(rows) <= _MOST_SHARING else ()


def _numbered_alike(ref: DocumentRef) -> sa.Select[Any]:
    same = DOCUMENTS.c.number_key == identity_key(ref.number or "")
    if ref.issued_on is not None:
        # Every commune has its own 01-NQ/ĐU; of one day there are few.
        same &= DOCUMENTS.c.issued_on.is_(None) | (DOCUMENTS.c.issued_on == ref.issued_on)
    return sa.select(DOCUMENTS.c.id).where(same).order_by(DOCUMENTS.c.id).limit(_MOST_ALIKE + 1)


_HASH = struct.Struct("<I")


def _pack(hashes: Sequence[int]) -> bytes:
    return b"".join(_HASH.pack(value) for value in hashes)


def _unpack(packed: bytes) -> list[int]:
    return [value for (value,) in _HASH.iter_unpack(packed)]

"""The catalogue: which documents are in the corpus, in which version, and how many passages have a term.

One transaction switches a document from its old version to the new: before it readers see the old one,
after it the new one, and a power cut leaves either.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.codec import pack_document, unpack_document
from corpus.types import Document, DocumentRef, Filters

_METADATA = sa.MetaData()

_DOCUMENTS = sa.Table(
    "documents",
    _METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("version", sa.String, nullable=False, index=True),
    sa.Column("origin", sa.String, nullable=False, unique=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("media_type", sa.String, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("number", sa.String, index=True),
    sa.Column("kind", sa.String, index=True),
    sa.Column("issuer", sa.String, index=True),
    sa.Column("issued_on", sa.Date, index=True),
    sa.Column("title", sa.String),
    sa.Column("secrecy", sa.String),
    sa.Column("validity", sa.String, nullable=False),
    sa.Column("passages", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("terms", sa.LargeBinary, nullable=False),
)
_TERMS = sa.Table(
    "terms",
    _METADATA,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("passages", sa.Integer, nullable=False),
)
# Versions that lie in the vector index or are about to: what is here and not live is left over from a cut.
_PENDING = sa.Table(
    "pending",
    _METADATA,
    sa.Column("document", sa.String, primary_key=True),
    sa.Column("version", sa.String, primary_key=True),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the catalogue.

    Attributes:
        ref: Its identity.
        version: sha256 of the file it was read from.
        origin: Where the file was when it was read.
        name: Name of the file.
        media_type: What the file is.
        pages: Number of pages, 0 where the format has none.
        passages: Number of passages.
    """

    ref: DocumentRef
    version: str
    origin: str
    name: str
    media_type: str
    pages: int
    passages: int


class Catalogue:
    """The catalogue in a SQL database.

    Args:
        url: SQLAlchemy URL; its folder must exist.
    """

    def __init__(self, url: str) -> None:
        self._engine = sa.create_engine(url)
        sa.event.listen(self._engine, "connect", _durable)
        _METADATA.create_all(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # reading

    def entry(self, document: str) -> Entry | None:
        """A document by id."""
        return self._one(_DOCUMENTS.c.id == document)

    def entry_by_origin(self, origin: str) -> Entry | None:
        """The document that was read from a place."""
        return self._one(_DOCUMENTS.c.origin == origin)

    def _one(self, condition: sa.ColumnElement[bool]) -> Entry | None:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(*_ENTRY_COLUMNS).where(condition)).one_or_none()
        return _entry(row) if row else None

    def entries(self, filters: Filters, offset: int, limit: int) -> tuple[int, list[Entry]]:
        """How many documents pass the filters, and a page of them, newest first, undated last."""
        condition = sa.and_(sa.true(), *_conditions(filters))
        order = (_DOCUMENTS.c.issued_on.desc().nulls_last(), _DOCUMENTS.c.id)
        page = sa.select(*_ENTRY_COLUMNS).where(condition).order_by(*order).offset(offset).limit(limit)
        with self._engine.connect() as connection:
            counted = sa.select(sa.func.count()).select_from(_DOCUMENTS).where(condition)
            total = connection.execute(counted).scalar_one()
            return total, [_entry(row) for row in connection.execute(page)]

    def numbered(self, serial: str, filters: Filters) -> list[Entry]:
        """Documents whose number, or without one whose file name, begins with a serial number (57, 05, 66.18).

        Newest first, undated last.
        """
        bare = serial.lstrip("0")
        spellings = {f"{zeros}{bare}{mark}%" for zeros in ("", "0", "00") for mark in ("-", "/")}
        called = sa.func.coalesce(_DOCUMENTS.c.number, _DOCUMENTS.c.name)
        same = sa.or_(*(called.like(spelling) for spelling in sorted(spellings)))
        order = (_DOCUMENTS.c.issued_on.desc().nulls_last(), _DOCUMENTS.c.id)
        query = sa.select(*_ENTRY_COLUMNS).where(same, *_conditions(filters)).order_by(*order)
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def body(self, document: str) -> Document | None:
        """A whole document by id."""
        with self._engine.connect() as connection:
            packed = connection.execute(sa.select(_DOCUMENTS.c.body).where(_DOCUMENTS.c.id == document)).scalar()
        return unpack_document(packed) if packed else None

    def live_versions(self, documents: Iterable[str]) -> dict[str, str]:
        """Document id → the version readers see; documents that are not in the corpus are absent."""
        wanted = list(documents)
        query = sa.select(_DOCUMENTS.c.id, _DOCUMENTS.c.version).where(_DOCUMENTS.c.id.in_(wanted))
        with self._engine.connect() as connection:
            return {row.id: row.version for row in connection.execute(query)}

    def has_version(self, version: str) -> bool:
        """Whether any document that readers see was read from this file."""
        query = sa.select(_DOCUMENTS.c.id).where(_DOCUMENTS.c.version == version).limit(1)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def facet(self, field: str) -> list[tuple[str, int]]:
        """Values of ``kind``, ``issuer`` or ``year`` with the number of documents, most frequent first."""
        column = sa.extract("year", _DOCUMENTS.c.issued_on) if field == "year" else _DOCUMENTS.c[field]
        count = sa.func.count()
        query = sa.select(column, count).where(column.is_not(None)).group_by(column).order_by(count.desc(), column)
        with self._engine.connect() as connection:
            return [(str(value), number) for value, number in connection.execute(query)]

    def marks(self) -> dict[str, int]:
        """Circulation mark → number of documents that carry it."""
        count = sa.func.count()
        query = sa.select(_DOCUMENTS.c.secrecy, count).where(_DOCUMENTS.c.secrecy.is_not(None))
        with self._engine.connect() as connection:
            return {str(row[0]): int(row[1]) for row in connection.execute(query.group_by(_DOCUMENTS.c.secrecy))}

    def totals(self) -> tuple[int, int]:
        """Number of documents and of passages readers see."""
        query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(_DOCUMENTS.c.passages), 0))
        with self._engine.connect() as connection:
            documents, passages = connection.execute(query.select_from(_DOCUMENTS)).one()
        return documents, passages

    def frequencies(self, terms: Sequence[int]) -> tuple[dict[int, int], int]:
        """Term id → number of passages that have it, and the number of all passages."""
        query = sa.select(_TERMS.c.id, _TERMS.c.passages).where(_TERMS.c.id.in_(terms))
        with self._engine.connect() as connection:
            found = {row.id: row.passages for row in connection.execute(query)}
            total = connection.execute(sa.select(sa.func.coalesce(sa.func.sum(_DOCUMENTS.c.passages), 0))).scalar_one()
        return found, total

    # writing

    def announce(self, document: str, version: str) -> None:
        """Note that a version of a document lies, or is about to lie, in the vector index."""
        with self._engine.begin() as connection:
            connection.execute(upsert(_PENDING).values(document=document, version=version).on_conflict_do_nothing())

    def settle(self, document: str, version: str) -> None:
        """Forget a version that was announced: the vector index holds what the catalogue says."""
        same = (_PENDING.c.document == document) & (_PENDING.c.version == version)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_PENDING).where(same))

    def unsettled(self) -> list[tuple[str, str]]:
        """Announced versions that were never settled: work that was cut off."""
        with self._engine.connect() as connection:
            return [(row.document, row.version) for row in connection.execute(sa.select(_PENDING))]

    def switch(self, document: Document, origin: str, passages: int, terms: Counter[int]) -> None:
        """Make this version of a document the one readers see, in one step.

        Args:
            document: The document.
            origin: Where its file is; another document that was read from there goes.
            passages: Number of its passages.
            terms: Term id → number of its passages that have it.
        """
        with self._engine.begin() as connection:
            self._forget(connection, (_DOCUMENTS.c.id == document.ref.id) | (_DOCUMENTS.c.origin == origin))
            connection.execute(sa.insert(_DOCUMENTS).values(_row(document, origin, passages, terms)))
            _add_terms(connection, terms)

    def remove(self, document: str) -> None:
        """Take a document out, in one step."""
        with self._engine.begin() as connection:
            self._forget(connection, _DOCUMENTS.c.id == document)

    def forget_terms(self) -> None:
        """Forget which terms documents have: they are all about to be read again, perhaps by other rules."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(_TERMS))
            connection.execute(sa.update(_DOCUMENTS).values(terms=b""))

    def _forget(self, connection: sa.Connection, condition: sa.ColumnElement[bool]) -> None:
        for packed in connection.execute(sa.select(_DOCUMENTS.c.terms).where(condition)).scalars().all():
            _add_terms(connection, {term: -count for term, count in _unpack_terms(packed)})
        connection.execute(sa.delete(_DOCUMENTS).where(condition))


_ENTRY_COLUMNS = [
    _DOCUMENTS.c[name]
    for name in (
        "id",
        "version",
        "origin",
        "name",
        "media_type",
        "pages",
        "number",
        "kind",
        "issuer",
        "issued_on",
        "title",
        "secrecy",
        "validity",
        "passages",
    )
]


def _durable(connection: Any, _record: Any) -> None:
    """A committed transaction survives a power cut, and readers do not wait for a writer."""
    cursor = connection.cursor()
    # What is removed is overwritten: a document that turns out to be secret leaves nothing in free pages.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _conditions(filters: Filters) -> Iterator[sa.ColumnElement[bool]]:
    columns: dict[str, sa.ColumnElement[Any]] = {
        "document": _DOCUMENTS.c.id,
        "number": _DOCUMENTS.c.number,
        "kind": _DOCUMENTS.c.kind,
        "issuer": _DOCUMENTS.c.issuer,
        "year": sa.extract("year", _DOCUMENTS.c.issued_on),
    }
    for name, column in columns.items():
        if values := getattr(filters, name):
            yield column.in_(values)


def _entry(row: sa.Row[Any]) -> Entry:
    issued_on: date | None = row.issued_on
    ref = DocumentRef(row.id, row.number, row.kind, row.issuer, issued_on, row.title, row.secrecy, row.validity)
    return Entry(ref, row.version, row.origin, row.name, row.media_type, row.pages, row.passages)


def _row(document: Document, origin: str, passages: int, terms: Counter[int]) -> dict[str, Any]:
    ref, source = document.ref, document.source
    return {
        "id": ref.id,
        "version": source.sha256,
        "origin": origin,
        "name": source.name,
        "media_type": source.media_type,
        "pages": source.pages,
        "number": ref.number,
        "kind": ref.kind,
        "issuer": ref.issuer,
        "issued_on": ref.issued_on,
        "title": ref.title,
        "secrecy": ref.secrecy,
        "validity": ref.validity,
        "passages": passages,
        "body": pack_document(document),
        "terms": _pack_terms(terms),
    }


def _add_terms(connection: sa.Connection, terms: dict[int, int]) -> None:
    if not terms:
        return
    statement = upsert(_TERMS)
    added = statement.on_conflict_do_update(
        index_elements=[_TERMS.c.id], set_={"passages": _TERMS.c.passages + statement.excluded.passages}
    )
    connection.execute(added, [{"id": term, "passages": count} for term, count in terms.items()])


_TERM = struct.Struct("<II")


def _pack_terms(terms: Counter[int]) -> bytes:
    return b"".join(_TERM.pack(term, count) for term, count in terms.items())


def _unpack_terms(packed: bytes) -> Iterator[tuple[int, int]]:
    return _TERM.iter_unpack(packed)

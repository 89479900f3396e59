"""The documents readers see, as the catalogue is asked for them.

Every function works inside the transaction it is given a connection of; ``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from corpus.codec import unpack_document
from corpus.runtime.ended import IS_ENDED, VALIDITY
from corpus.runtime.tables import COPIES, DOCUMENTS, among, listed_values
from corpus.text import fold, words
from corpus.types import Document, DocumentRef, Filters
from corpus.validity import DETAILS, EXPIRED, validity_class


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the catalogue.

    Attributes:
        ref: Its identity; its validity is what it states or, where it states none, what other documents say of it.
        stated_validity: What it states itself.
        version: sha256 of the file it was read from.
        name: Name of the file.
        media_type: What the file is.
        source: The kind of source that makes it (``corpus.source_kinds``).
        pages: Number of pages, 0 where the format has none.
        passages: Number of passages.
    """

    ref: DocumentRef
    version: str
    name: str
    media_type: str
    source: str
    pages: int
    passages: int
    stated_validity: str


_ENTRY_COLUMNS: list[sa.ColumnElement[Any]] = [
    DOCUMENTS.c[name]
    for name in (
        "id",
        "version",
        "name",
        "media_type",
        "source",
        "pages",
        "number",
        "kind",
        "issuer",
        "issued_on",
        "title",
        "secrecy",
        "passages",
    )
]
_ENTRY_COLUMNS += [VALIDITY.label("validity"), DOCUMENTS.c.validity.label("stated_validity")]
_NEWEST_FIRST = (DOCUMENTS.c.issued_on.desc().nulls_last(), DOCUMENTS.c.id)
# Made once: making it takes longer than running it.
_THOSE = sa.select(*_ENTRY_COLUMNS).where(among(DOCUMENTS.c.id, "documents"))


def entry(connection: sa.Connection, document: str) -> Entry | None:
    """A document by id."""
    row = connection.execute(sa.select(*_ENTRY_COLUMNS).where(DOCUMENTS.c.id == document)).one_or_none()
    return _entry(row) if row else None


def those(connection: sa.Connection, documents: Collection[str]) -> list[Entry]:
    """The documents that have these ids; those that are not there are left out."""
    return [_entry(row) for row in connection.execute(_THOSE, {"documents": listed_values(documents)})]


def newest_first(entry: Entry) -> tuple[bool, int, str]:
    """What documents are ordered by in Python as ``_NEWEST_FIRST`` orders them in SQL: undated last, then by id."""
    day = entry.ref.issued_on
    return day is None, -day.toordinal() if day else 0, entry.ref.id


def entries(connection: sa.Connection, filters: Filters, offset: int, limit: int) -> tuple[int, list[Entry]]:
    """How many documents pass the filters, and a page of them, newest first, undated last."""
    condition = sa.and_(sa.true(), *_conditions(filters))
    page = sa.select(*_ENTRY_COLUMNS).where(condition).order_by(*_NEWEST_FIRST).offset(offset).limit(limit)
    counted = sa.select(sa.func.count()).select_from(DOCUMENTS).where(condition)
    total = connection.execute(counted).scalar_one()
    return total, [_entry(row) for row in connection.execute(page)]


def numbered(connection: sa.Connection, serial: str, filters: Filters) -> list[Entry]:
    """Documents whose number, or without one whose file name, begins with a serial number; newest first."""
    bare = serial.lstrip("0")
    spellings = {f"{zeros}{bare}{mark}%" for zeros in ("", "0", "00") for mark in ("-", "/")}
    called = sa.func.coalesce(DOCUMENTS.c.number, DOCUMENTS.c.name)
    same = sa.or_(*(called.like(spelling) for spelling in sorted(spellings)))
    query = sa.select(*_ENTRY_COLUMNS).where(same, *_conditions(filters)).order_by(*_NEWEST_FIRST)
    return [_entry(row) for row in connection.execute(query)]


def passing(connection: sa.Connection, filters: Filters) -> tuple[str, ...]:
    """Ids of the documents that pass the filters, in order."""
    query = sa.select(DOCUMENTS.c.id).where(*_conditions(filters)).order_by(DOCUMENTS.c.id)
    return tuple(connection.execute(query).scalars())


def body(connection: sa.Connection, document: str) -> Document | None:
    """A whole document by id, as readers see it."""
    served = (COPIES.c.document == DOCUMENTS.c.id) & (COPIES.c.version == DOCUMENTS.c.version)
    query: sa.Select[Any] = sa.select(*_ENTRY_COLUMNS, COPIES.c.body).join(COPIES, served)
    row = connection.execute(query.where(DOCUMENTS.c.id == document)).one_or_none()
    return replace(unpack_document(row.body), ref=_entry(row).ref) if row else None


def titles(connection: sa.Connection) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Kind → its documents, newest first: id, words of the title (``title_words``) joined and framed by blanks."""
    found: dict[str, list[tuple[str, str]]] = {}
    columns = (DOCUMENTS.c.kind, DOCUMENTS.c.id, DOCUMENTS.c.title)
    query = sa.select(*columns).where(DOCUMENTS.c.kind.is_not(None), DOCUMENTS.c.title.is_not(None))
    for kind, name, title in connection.execute(query.order_by(*_NEWEST_FIRST)):
        found.setdefault(kind, []).append((name, f" {' '.join(title_words(title))} "))
    return found


def title_words(text: str) -> list[str]:
    """Words of a title as titles are compared: folded, without "và", which people leave out and put in."""
    return [word.group() for word in words(fold(text)) if word.group() != "va"]


def every_title(connection: sa.Connection) -> list[str]:
    """The titles of all documents, as printed."""
    query = sa.select(DOCUMENTS.c.title).where(DOCUMENTS.c.title.is_not(None))
    return list(connection.execute(query).scalars())


def live_versions(connection: sa.Connection, documents: Collection[str]) -> dict[str, str]:
    """Document id → the version readers see; documents that are not in the corpus are absent."""
    query = sa.select(DOCUMENTS.c.id, DOCUMENTS.c.version).where(DOCUMENTS.c.id.in_(documents))
    return dict(connection.execute(query).all())


def facet(connection: sa.Connection, field: str) -> list[tuple[str, int]]:
    """Values of a field with the number of documents that have each, most frequent first."""
    columns: dict[str, sa.ColumnElement[Any]] = {
        "year": sa.extract("year", DOCUMENTS.c.issued_on),
        "validity": VALIDITY,
    }
    column = columns[field] if field in columns else DOCUMENTS.c[field]
    query = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
    counts: Counter[str] = Counter()
    for value, number in connection.execute(query):
        counts[validity_class(value) if field == "validity" else str(value)] += number
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def marks(connection: sa.Connection) -> dict[str, int]:
    """Circulation mark → number of documents that carry it."""
    query = sa.select(DOCUMENTS.c.secrecy, sa.func.count()).where(DOCUMENTS.c.secrecy.is_not(None))
    return {str(row[0]): int(row[1]) for row in connection.execute(query.group_by(DOCUMENTS.c.secrecy))}


def totals(connection: sa.Connection) -> tuple[int, int]:
    """Number of documents and of passages readers see."""
    query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(DOCUMENTS.c.passages), 0))
    documents, passages = connection.execute(query.select_from(DOCUMENTS)).one()
    return documents, passages


def _conditions(filters: Filters) -> Iterator[sa.ColumnElement[bool]]:
    columns: dict[str, sa.ColumnElement[Any]] = {
        "document": DOCUMENTS.c.id,
        "number": DOCUMENTS.c.number,
        "kind": DOCUMENTS.c.kind,
        "issuer": DOCUMENTS.c.issuer,
        "year": sa.extract("year", DOCUMENTS.c.issued_on),
        "source": DOCUMENTS.c.source,
    }
    for name, column in columns.items():
        if values := getattr(filters, name):
            yield column.in_(values)
    if filters.validity:
        yield sa.or_(*(condition for validity in filters.validity for condition in _is_of_class(validity)))


def _is_of_class(validity: str) -> Iterator[sa.ColumnElement[bool]]:
    stated = sa.or_(
        DOCUMENTS.c.validity == validity,
        *(DOCUMENTS.c.validity.startswith(validity + detail, autoescape=True) for detail in DETAILS),
    )
    yield stated & ~IS_ENDED
    if validity == EXPIRED:
        yield IS_ENDED


def _entry(row: sa.Row[Any]) -> Entry:
    issued_on: date | None = row.issued_on
    ref = DocumentRef(row.id, row.number, row.kind, row.issuer, issued_on, row.title, row.secrecy, row.validity)
    file = (row.version, row.name, row.media_type, row.source, row.pages)
    return Entry(ref, *file, row.passages, row.stated_validity)

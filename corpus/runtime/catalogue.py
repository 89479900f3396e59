"""The catalogue: which documents are in the corpus, in which version, and how many passages have a term.

One transaction switches a document from its old version to the new: before it readers see the old one,
after it the new one, and a power cut leaves either.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.codec import unpack_document
from corpus.copies import Standing, identity_key
from corpus.runs import FileNote, Outcome, Run
from corpus.runtime import copy_rows, run_rows
from corpus.runtime.copy_rows import CopyEntry
from corpus.runtime.ended import IS_ENDED, VALIDITY, amending, forget_endings, note_endings
from corpus.runtime.listing import (
    Contents,
    forget_passages,
    list_passages,
    listed_addresses,
    listed_points,
    words_of_points,
)
from corpus.runtime.tables import (
    ALIASES,
    AMENDMENTS,
    COPIES,
    DOCUMENTS,
    ENDED,
    ENDINGS,
    FINGERPRINTS,
    PASSAGES,
    PENDING,
    PLACES,
    TERMS,
    WAITING,
    WORDS,
    among,
    listed_values,
    open_tables,
)
from corpus.runtime.vocabulary import Vocabulary, add_words, forget_words
from corpus.source_kinds import source_kind
from corpus.text import fold, words
from corpus.types import Document, DocumentRef, Filters, Listed
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


class Waiting(NamedTuple):
    """A file that a rebuild has still to read again: where it was, and the copy it was read as."""

    origin: str
    document: str
    version: str
    name: str


class Catalogue:
    """The catalogue in a SQL database.

    Args:
        url: SQLAlchemy URL; its folder must exist.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_tables(url)
        self.vocabulary = Vocabulary(self._engine)
        self.changes = 0
        """Grows when a document comes, changes or goes: what was made of the corpus before is then out of date."""
        self._titles: tuple[int, Mapping[str, Sequence[tuple[str, str]]]] = (-1, {})

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # reading

    def entry(self, document: str) -> Entry | None:
        """A document by id."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(*_ENTRY_COLUMNS).where(DOCUMENTS.c.id == document)).one_or_none()
        return _entry(row) if row else None

    def those(self, documents: Collection[str]) -> list[Entry]:
        """The documents that have these ids, newest first, undated last; those that are not there are left out."""
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(_THOSE, {"documents": listed_values(documents)})]

    def known_as(self, name: str) -> str:
        """The id under which a document is known now; a name that never was one comes back as it is."""
        live = sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == name)
        former = sa.select(ALIASES.c.document).where(ALIASES.c.name == name)
        with self._engine.connect() as connection:
            found: str | None = connection.execute(live.union_all(former)).scalars().first()
        return found or name

    def names_of(self, document: str) -> frozenset[str]:
        """The id of a document and those it had before."""
        former = sa.select(ALIASES.c.name).where(ALIASES.c.document == document)
        with self._engine.connect() as connection:
            return frozenset((document, *connection.execute(former).scalars()))

    def entries(self, filters: Filters, offset: int, limit: int) -> tuple[int, list[Entry]]:
        """How many documents pass the filters, and a page of them, newest first, undated last."""
        condition = sa.and_(sa.true(), *_conditions(filters))
        order = (DOCUMENTS.c.issued_on.desc().nulls_last(), DOCUMENTS.c.id)
        page = sa.select(*_ENTRY_COLUMNS).where(condition).order_by(*order).offset(offset).limit(limit)
        with self._engine.connect() as connection:
            counted = sa.select(sa.func.count()).select_from(DOCUMENTS).where(condition)
            total = connection.execute(counted).scalar_one()
            return total, [_entry(row) for row in connection.execute(page)]

    def titles(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Kind → its documents, newest first: id, folded words of the title but "và", joined and framed by blanks.

        Kept from one call to the next until a document comes or goes.
        """
        changes, (at, kept) = self.changes, self._titles
        if at == changes:
            return kept
        found: dict[str, list[tuple[str, str]]] = {}
        columns = (DOCUMENTS.c.kind, DOCUMENTS.c.id, DOCUMENTS.c.title)
        order = (DOCUMENTS.c.issued_on.desc().nulls_last(), DOCUMENTS.c.id)
        query = sa.select(*columns).where(DOCUMENTS.c.kind.is_not(None), DOCUMENTS.c.title.is_not(None))
        with self._engine.connect() as connection:
            for kind, name, title in connection.execute(query.order_by(*order)):
                found.setdefault(kind, []).append((name, f" {' '.join(title_words(title))} "))
        self._titles = (changes, found)
        return found

    def every_title(self) -> list[str]:
        """The titles of all documents, as printed."""
        with self._engine.connect() as connection:
            return list(
                connection.execute(sa.select(DOCUMENTS.c.title).where(DOCUMENTS.c.title.is_not(None))).scalars()
            )

    def numbered(self, serial: str, filters: Filters) -> list[Entry]:
        """Documents whose number, or without one whose file name, begins with a serial number (57, 05, 66.18).

        Newest first, undated last.
        """
        bare = serial.lstrip("0")
        spellings = {f"{zeros}{bare}{mark}%" for zeros in ("", "0", "00") for mark in ("-", "/")}
        called = sa.func.coalesce(DOCUMENTS.c.number, DOCUMENTS.c.name)
        same = sa.or_(*(called.like(spelling) for spelling in sorted(spellings)))
        order = (DOCUMENTS.c.issued_on.desc().nulls_last(), DOCUMENTS.c.id)
        query = sa.select(*_ENTRY_COLUMNS).where(same, *_conditions(filters)).order_by(*order)
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def amending(self, number: str) -> list[str]:
        """Ids of the documents that say to change a part of one of this number, in order."""
        with self._engine.connect() as connection:
            return amending(connection, number)

    def passing(self, filters: Filters) -> tuple[str, ...]:
        """Ids of the documents that pass the filters, in order."""
        query = sa.select(DOCUMENTS.c.id).where(*_conditions(filters)).order_by(DOCUMENTS.c.id)
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def body(self, document: str) -> Document | None:
        """A whole document by id, as readers see it."""
        served = (COPIES.c.document == DOCUMENTS.c.id) & (COPIES.c.version == DOCUMENTS.c.version)
        query: sa.Select[Any] = sa.select(*_ENTRY_COLUMNS, COPIES.c.body).join(COPIES, served)
        with self._engine.connect() as connection:
            row = connection.execute(query.where(DOCUMENTS.c.id == document)).one_or_none()
        return replace(unpack_document(row.body), ref=_entry(row).ref) if row else None

    def copies(self, document: str) -> list[CopyEntry]:
        """The copies of a document, best first: the first is the one readers see."""
        with self._engine.connect() as connection:
            return copy_rows.copies_of(connection, document)

    def copy(self, document: str, version: str) -> Document | None:
        """One copy of a document as its file gives it."""
        same = (COPIES.c.document == document) & (COPIES.c.version == version)
        with self._engine.connect() as connection:
            packed = connection.execute(sa.select(COPIES.c.body).where(same)).scalar()
        return unpack_document(packed) if packed else None

    def lodger(self, origin: str) -> tuple[str, str] | None:
        """Document and version of the copy that was read from a place, if it was read from no other."""
        with self._engine.connect() as connection:
            return copy_rows.lodger(connection, origin)

    def stands_at(self, origin: str, version: str) -> bool:
        """Whether this is the version that was read from a place."""
        query = sa.select(PLACES.c.origin).join(COPIES, COPIES.c.id == PLACES.c.copy)
        same = (PLACES.c.origin == origin) & (COPIES.c.version == version)
        with self._engine.connect() as connection:
            return connection.execute(query.where(same)).first() is not None

    def relatives(self, ref: DocumentRef, hashes: Sequence[int], limit: int) -> list[str]:
        """Documents that may be the same as one that states this and has these fingerprints, likeliest first."""
        with self._engine.connect() as connection:
            return copy_rows.relatives(connection, ref, hashes, limit)

    def live_versions(self, documents: Collection[str]) -> dict[str, str]:
        """Document id → the version readers see; documents that are not in the corpus are absent."""
        query = sa.select(DOCUMENTS.c.id, DOCUMENTS.c.version).where(DOCUMENTS.c.id.in_(documents))
        with self._engine.connect() as connection:
            return dict(connection.execute(query).all())

    def listed(self, points: Collection[int]) -> list[Listed]:
        """The passages that have these points in the index; those that readers do not see are left out."""
        with self._engine.connect() as connection:
            return listed_points(connection, points)

    def listed_at(self, document: str, addresses: Sequence[str]) -> list[Listed]:
        """Passages of a document, in the order asked; those that do not exist are left out."""
        with self._engine.connect() as connection:
            return listed_addresses(connection, document, addresses)

    def passage_words(self, points: Collection[int]) -> dict[int, bytes]:
        """Point → the words of its passage, packed (``corpus.wording``)."""
        with self._engine.connect() as connection:
            return words_of_points(connection, points)

    def every_passage_words(self) -> Iterator[tuple[str, bytes]]:
        """The document and the packed words (``corpus.wording``) of every passage, document by document."""
        query = sa.select(PASSAGES.c.document, PASSAGES.c.words).order_by(PASSAGES.c.document, PASSAGES.c.point)
        with self._engine.connect() as connection:
            yield from ((row.document, row.words) for row in connection.execute(query))

    def has_version(self, version: str) -> bool:
        """Whether any copy of any document was read from this file."""
        query = sa.select(COPIES.c.id).where(COPIES.c.version == version).limit(1)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def facet(self, field: str) -> list[tuple[str, int]]:
        """Values of a field with the number of documents that have each, most frequent first.

        Args:
            field: ``kind``, ``issuer``, ``year``, ``validity`` or ``source``.
        """
        columns: dict[str, sa.ColumnElement[Any]] = {
            "year": sa.extract("year", DOCUMENTS.c.issued_on),
            "validity": VALIDITY,
        }
        column = columns[field] if field in columns else DOCUMENTS.c[field]
        query = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
        counts: Counter[str] = Counter()
        with self._engine.connect() as connection:
            for value, number in connection.execute(query):
                counts[validity_class(value) if field == "validity" else str(value)] += number
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def marks(self) -> dict[str, int]:
        """Circulation mark → number of documents that carry it."""
        count = sa.func.count()
        query = sa.select(DOCUMENTS.c.secrecy, count).where(DOCUMENTS.c.secrecy.is_not(None))
        with self._engine.connect() as connection:
            return {str(row[0]): int(row[1]) for row in connection.execute(query.group_by(DOCUMENTS.c.secrecy))}

    def totals(self) -> tuple[int, int]:
        """Number of documents and of passages readers see."""
        query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(DOCUMENTS.c.passages), 0))
        with self._engine.connect() as connection:
            documents, passages = connection.execute(query.select_from(DOCUMENTS)).one()
        return documents, passages

    def number_of_copies(self) -> int:
        """Number of files of which readers see another copy."""
        with self._engine.connect() as connection:
            copies = connection.execute(sa.select(sa.func.count()).select_from(COPIES)).scalar_one()
            documents = connection.execute(sa.select(sa.func.count()).select_from(DOCUMENTS)).scalar_one()
        return copies - documents

    def last_arrival(self) -> datetime | None:
        """When a copy last came in, UTC; ``None`` while there is none."""
        with self._engine.connect() as connection:
            found: datetime | None = connection.execute(sa.select(sa.func.max(COPIES.c.added))).scalar()
        return found.replace(tzinfo=UTC) if found else None

    def runs(self) -> list[Run]:
        """The last runs, newest first."""
        with self._engine.connect() as connection:
            return run_rows.runs(connection)

    def refused_files(self) -> list[FileNote]:
        """Files that were refused and not taken in since, by name."""
        with self._engine.connect() as connection:
            return run_rows.refused(connection)

    def doubtful_files(self) -> list[tuple[str, FileNote]]:
        """Files that were taken in with doubts, each with the document it is a copy of, by name."""
        with self._engine.connect() as connection:
            return run_rows.doubtful(connection)

    def frequencies(self, terms: Sequence[int]) -> tuple[dict[int, int], int]:
        """Term id → number of passages that have it, and the number of all passages."""
        with self._engine.connect() as connection:
            found = dict(connection.execute(_FREQUENCIES, {"terms": listed_values(terms)}).all())
            return found, connection.execute(_TOTAL).scalar_one()

    # writing

    def announce(self, document: str, version: str) -> None:
        """Note that a version of a document lies, or is about to lie, in the vector index."""
        with self._engine.begin() as connection:
            connection.execute(upsert(PENDING).values(document=document, version=version).on_conflict_do_nothing())

    def settle(self, document: str, version: str) -> None:
        """Forget a version that was announced: the vector index holds what the catalogue says."""
        same = (PENDING.c.document == document) & (PENDING.c.version == version)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(PENDING).where(same))

    def unsettled(self) -> list[tuple[str, str]]:
        """Announced versions that were never settled: work that was cut off."""
        with self._engine.connect() as connection:
            return [(row.document, row.version) for row in connection.execute(sa.select(PENDING))]

    def leaving(self, document: str, standing: Standing) -> list[tuple[str, str]]:
        """What a step takes away from readers or out of the corpus: pairs of document and version.

        Args:
            document: The document's id after the step.
            standing: How its copies stand after it.
        """
        with self._engine.connect() as connection:
            pairs = set(_superseded(connection, document, standing))
        return sorted(pairs - {(document, standing.order[0])})

    def switch(self, document: Document, standing: Standing, contents: Contents) -> None:
        """Make this the document readers see, in one step.

        Args:
            document: What they see, with the identity that all its copies give it.
            standing: How its copies stand; another document whose only file is the arrival's goes.
            contents: What its passages bring.
        """
        name = document.ref.id
        with self._changing() as connection:
            self._vacate(connection, standing)
            self._forget(connection, DOCUMENTS.c.id.in_([name, standing.of or name]))
            connection.execute(sa.insert(DOCUMENTS).values(_row(document, contents)))
            list_passages(connection, contents)
            _add_terms(connection, contents.terms)
            add_words(connection, contents.words)
            note_endings(connection, document)
            copy_rows.arrange(connection, name, standing)
            connection.execute(sa.delete(ALIASES).where(ALIASES.c.name == name))
            if standing.of not in (None, name):
                copy_rows.alias(connection, str(standing.of), name)

    def arrange(self, document: str, standing: Standing) -> None:
        """Make the copies of a document stand otherwise, in one step; what readers see of it stays."""
        with self._changing() as connection:
            self._vacate(connection, standing)
            copy_rows.arrange(connection, document, standing)

    def add_place(self, version: str, origin: str) -> None:
        """Note that the file at a place is a copy that is known from another."""
        query = sa.select(COPIES.c.id).where(COPIES.c.version == version).order_by(COPIES.c.id).limit(1)
        with self._engine.begin() as connection:
            copy_rows.put_place(connection, connection.execute(query).scalar_one(), origin)

    def note_run(self, outcome: Outcome) -> None:
        """Note what became of a run, in one step."""
        with self._engine.begin() as connection:
            run_rows.note(connection, outcome)

    def remove(self, document: str) -> None:
        """Take a document out with all its copies, in one step."""
        with self._changing() as connection:
            self._remove(connection, document)

    @contextmanager
    def _changing(self) -> Iterator[sa.Connection]:
        """A transaction in which documents come or go; what was kept of them is read again behind it."""
        with self._engine.begin() as connection:
            yield connection
        self.changes += 1

    def _vacate(self, connection: sa.Connection, standing: Standing) -> None:
        """Take out the copy whose only place an arrival takes, unless its standing is told."""
        for name, version in _displaced(connection, standing):
            if _number_of_copies(connection, name) == 1:
                self._remove(connection, name)
            else:
                gone = (COPIES.c.document == name) & (COPIES.c.version == version)
                copy_rows.forget_copies(connection, gone)

    def _remove(self, connection: sa.Connection, document: str) -> None:
        self._forget(connection, DOCUMENTS.c.id == document)
        copy_rows.forget_copies(connection, COPIES.c.document == document)
        connection.execute(sa.delete(ALIASES).where(ALIASES.c.document == document))

    def _forget(self, connection: sa.Connection, condition: sa.ColumnElement[bool]) -> None:
        forgotten = connection.execute(
            sa.select(DOCUMENTS.c.id, DOCUMENTS.c.number_key, DOCUMENTS.c.terms).where(condition)
        ).all()
        for row in forgotten:
            _add_terms(connection, {term: -count for term, count in _unpack_terms(row.terms)})
        connection.execute(sa.delete(DOCUMENTS).where(condition))
        if forgotten:
            forget_passages(connection, [row.id for row in forgotten])
            forget_words(connection)
            forget_endings(connection, {row.id: row.number_key for row in forgotten})

    # a rebuild

    def await_rebuild(self) -> list[Waiting]:
        """Note every file as to be read again and empty the rest, in one step; the files, best copies first."""
        order = (DOCUMENTS.c.issued_on.desc().nulls_last(), COPIES.c.document, COPIES.c.rank, PLACES.c.origin)
        position = sa.func.row_number().over(order_by=order)
        columns = (PLACES.c.origin, position, COPIES.c.document, COPIES.c.version, COPIES.c.name)
        placed = (
            sa.select(*columns)
            .join(COPIES, COPIES.c.id == PLACES.c.copy)
            .join(DOCUMENTS, DOCUMENTS.c.id == COPIES.c.document)
        )
        statement = upsert(WAITING).from_select([column.name for column in WAITING.c], placed.where(sa.true()))
        with self._changing() as connection:
            connection.execute(statement.on_conflict_do_nothing())
            for table in _REBUILT:
                connection.execute(sa.delete(table))
        return self.waiting()

    def waiting(self) -> list[Waiting]:
        """Files that a rebuild has still to read again."""
        columns = [WAITING.c[name] for name in Waiting._fields]
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(*columns).order_by(WAITING.c.position, WAITING.c.origin))
            return [Waiting(*row) for row in rows]

    def read_again(self, file: Waiting) -> None:
        """Settle a file of a rebuild; if its document has another id now, the former one leads to it."""
        now = sa.select(COPIES.c.document).join(PLACES, PLACES.c.copy == COPIES.c.id)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(WAITING).where(WAITING.c.origin == file.origin))
            document = connection.execute(now.where(PLACES.c.origin == file.origin)).scalar()
            named = sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == file.document)
            known = sa.select(ALIASES.c.name).where(ALIASES.c.name == file.document)
            if document and connection.execute(named.union_all(known)).first() is None:
                copy_rows.alias(connection, file.document, document)


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


_REBUILT = (DOCUMENTS, COPIES, PLACES, FINGERPRINTS, PASSAGES, TERMS, WORDS, ENDINGS, ENDED, AMENDMENTS)

# Made once: making them takes longer than running them.
_THOSE = (
    sa.select(*_ENTRY_COLUMNS)
    .where(among(DOCUMENTS.c.id, "documents"))
    .order_by(DOCUMENTS.c.issued_on.desc().nulls_last(), DOCUMENTS.c.id)
)
_FREQUENCIES = sa.select(TERMS.c.id, TERMS.c.passages).where(among(TERMS.c.id, "terms"))
_TOTAL = sa.select(sa.func.coalesce(sa.func.sum(DOCUMENTS.c.passages), 0))


def title_words(text: str) -> list[str]:
    """Words of a title as titles are compared: folded, without "và", which people leave out and put in."""
    return [word.group() for word in words(fold(text)) if word.group() != "va"]


def _displaced(connection: sa.Connection, standing: Standing) -> list[tuple[str, str]]:
    """The copy of another document whose only place an arrival takes, if no reader sees it beside others."""
    lodger = copy_rows.lodger(connection, standing.arrival.origin) if standing.arrival else None
    if lodger is None or lodger[0] == standing.of:
        return []
    served = connection.execute(sa.select(DOCUMENTS.c.version).where(DOCUMENTS.c.id == lodger[0])).scalar()
    # Another copy that takes its place has to be encoded first: whoever brings the arrival sees to that.
    return [lodger] if served != lodger[1] or _number_of_copies(connection, lodger[0]) == 1 else []


def _number_of_copies(connection: sa.Connection, document: str) -> int:
    query = sa.select(sa.func.count()).select_from(COPIES).where(COPIES.c.document == document)
    return connection.execute(query).scalar_one()


def _superseded(connection: sa.Connection, document: str, standing: Standing) -> Iterator[tuple[str, str]]:
    yield from _displaced(connection, standing)
    names = [document, standing.of or document]
    for row in connection.execute(sa.select(DOCUMENTS.c.id, DOCUMENTS.c.version).where(DOCUMENTS.c.id.in_(names))):
        yield row.id, row.version
    gone = (COPIES.c.document == standing.of) & COPIES.c.version.not_in(standing.order)
    for row in connection.execute(sa.select(COPIES.c.document, COPIES.c.version).where(gone)):
        yield row.document, row.version


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
        "terms": _pack_terms(contents.terms),
    }


def _add_terms(connection: sa.Connection, terms: dict[int, int]) -> None:
    if not terms:
        return
    statement = upsert(TERMS)
    added = statement.on_conflict_do_update(
        index_elements=[TERMS.c.id], set_={"passages": TERMS.c.passages + statement.excluded.passages}
    )
    connection.execute(added, [{"id": term, "passages": count} for term, count in terms.items()])


_TERM = struct.Struct("<II")


def _pack_terms(terms: Counter[int]) -> bytes:
    return b"".join(_TERM.pack(term, count) for term, count in terms.items())


def _unpack_terms(packed: bytes) -> Iterator[tuple[int, int]]:
    return _TERM.iter_unpack(packed)

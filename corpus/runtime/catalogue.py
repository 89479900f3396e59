"""The catalogue: which documents are in the corpus, in which version, and how many passages have a term.

One transaction switches a document from its old version to the new: before it readers see the old one,
after it the new one, and a power cut leaves either. The transactions are opened here; what is done in them lies
by what it is done to: ``document_rows`` and ``document_changes``, ``copy_rows``, ``listing`` (passages),
``vocabulary``, ``ended``, ``run_rows``, ``rebuild_rows``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.copies import Standing
from corpus.runs import FileNote, Outcome, Run
from corpus.runtime import copy_rows, document_changes, document_rows, rebuild_rows, run_rows
from corpus.runtime.copy_rows import CopyEntry
from corpus.runtime.document_rows import Entry
from corpus.runtime.kept import Changes, KeptRows, KeptWhole
from corpus.runtime.listing import Contents, listed_addresses, listed_points, words_of_points
from corpus.runtime.rebuild_rows import Waiting
from corpus.runtime.tables import PASSAGES, PENDING, open_tables
from corpus.runtime.vocabulary import Vocabulary
from corpus.types import Document, DocumentRef, Filters, Listed

# Passages and documents that are kept in memory, some 300 bytes each: those that questions are about.
_MOST_LISTED = 20_000
_MOST_ENTRIES = 5_000


class Catalogue:
    """The catalogue in a SQL database.

    Args:
        url: SQLAlchemy URL; its folder must exist.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_tables(url)
        self._changes = Changes()
        self.vocabulary = Vocabulary(self._engine, self._changes)
        self._listed = KeptRows(self._changes, self._read_listed, _MOST_LISTED)
        self._entries = KeptRows(self._changes, self._read_entries, _MOST_ENTRIES)
        self._titles = KeptWhole(self._changes, self._read_titles)
        self._totals = KeptWhole(self._changes, self._read_totals)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @property
    def changes(self) -> int:
        """Grows when a document comes, changes or goes: what was made of the corpus before is then out of date."""
        return self._changes.number

    # reading

    def entry(self, document: str) -> Entry | None:
        """A document by id."""
        with self._engine.connect() as connection:
            return document_rows.entry(connection, document)

    def those(self, documents: Collection[str]) -> list[Entry]:
        """The documents that have these ids, newest first, undated last; those that are not there are left out."""
        return sorted(self._entries.of(documents).values(), key=document_rows.newest_first)

    def _read_entries(self, documents: Collection[str]) -> dict[str, Entry]:
        with self._engine.connect() as connection:
            return {entry.ref.id: entry for entry in document_rows.those(connection, documents)}

    def known_as(self, name: str) -> str:
        """The id under which a document is known now; a name that never was one comes back as it is."""
        with self._engine.connect() as connection:
            return copy_rows.known_as(connection, name)

    def names_of(self, document: str) -> frozenset[str]:
        """The id of a document and those it had before."""
        with self._engine.connect() as connection:
            return copy_rows.names_of(connection, document)

    def entries(self, filters: Filters, offset: int, limit: int) -> tuple[int, list[Entry]]:
        """How many documents pass the filters, and a page of them, newest first, undated last."""
        with self._engine.connect() as connection:
            return document_rows.entries(connection, filters, offset, limit)

    def titles(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Kind → its documents, newest first: id, folded words of the title but "và", joined and framed by blanks."""
        return self._titles.get()

    def _read_titles(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        with self._engine.connect() as connection:
            return document_rows.titles(connection)

    def every_title(self) -> list[str]:
        """The titles of all documents, as printed."""
        with self._engine.connect() as connection:
            return document_rows.every_title(connection)

    def numbered(self, serial: str, filters: Filters) -> list[Entry]:
        """Documents whose number, or without one whose file name, begins with a serial number (57, 05, 66.18).

        Newest first, undated last.
        """
        with self._engine.connect() as connection:
            return document_rows.numbered(connection, serial, filters)

    def passing(self, filters: Filters) -> tuple[str, ...]:
        """Ids of the documents that pass the filters, in order."""
        with self._engine.connect() as connection:
            return document_rows.passing(connection, filters)

    def body(self, document: str) -> Document | None:
        """A whole document by id, as readers see it."""
        with self._engine.connect() as connection:
            return document_rows.body(connection, document)

    def copies(self, document: str) -> list[CopyEntry]:
        """The copies of a document, best first: the first is the one readers see."""
        with self._engine.connect() as connection:
            return copy_rows.copies_of(connection, document)

    def copy(self, document: str, version: str) -> Document | None:
        """One copy of a document as its file gives it."""
        with self._engine.connect() as connection:
            return copy_rows.copy_of(connection, document, version)

    def lodger(self, origin: str) -> tuple[str, str] | None:
        """Document and version of the copy that was read from a place, if it was read from no other."""
        with self._engine.connect() as connection:
            return copy_rows.lodger(connection, origin)

    def stands_at(self, origin: str, version: str) -> bool:
        """Whether this is the version that was read from a place."""
        with self._engine.connect() as connection:
            return copy_rows.stands_at(connection, origin, version)

    def relatives(self, ref: DocumentRef, hashes: Sequence[int], limit: int) -> list[str]:
        """Documents that may be the same as one that states this and has these fingerprints, likeliest first."""
        with self._engine.connect() as connection:
            return copy_rows.relatives(connection, ref, hashes, limit)

    def live_versions(self, documents: Collection[str]) -> dict[str, str]:
        """Document id → the version readers see; documents that are not in the corpus are absent."""
        with self._engine.connect() as connection:
            return document_rows.live_versions(connection, documents)

    def listed(self, points: Collection[int]) -> list[Listed]:
        """The passages that have these points in the index; those that readers do not see are left out."""
        return list(self._listed.of(points).values())

    def _read_listed(self, points: Collection[int]) -> dict[int, Listed]:
        with self._engine.connect() as connection:
            return {one.point: one for one in listed_points(connection, points)}

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
        with self._engine.connect() as connection:
            return copy_rows.has_version(connection, version)

    def facet(self, field: str) -> list[tuple[str, int]]:
        """Values of a field with the number of documents that have each, most frequent first.

        Args:
            field: ``kind``, ``issuer``, ``year``, ``validity`` or ``source``.
        """
        with self._engine.connect() as connection:
            return document_rows.facet(connection, field)

    def marks(self) -> dict[str, int]:
        """Circulation mark → number of documents that carry it."""
        with self._engine.connect() as connection:
            return document_rows.marks(connection)

    def totals(self) -> tuple[int, int]:
        """Number of documents and of passages readers see."""
        return self._totals.get()

    def _read_totals(self) -> tuple[int, int]:
        with self._engine.connect() as connection:
            return document_rows.totals(connection)

    def number_of_copies(self) -> int:
        """Number of files of which readers see another copy."""
        with self._engine.connect() as connection:
            return copy_rows.number_not_served(connection)

    def last_arrival(self) -> datetime | None:
        """When a copy last came in, UTC; ``None`` while there is none."""
        with self._engine.connect() as connection:
            return copy_rows.last_arrival(connection)

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

    def frequencies(self, terms: Collection[int]) -> tuple[dict[int, int], int]:
        """Term id → number of passages that have it, and the number of all passages."""
        return self.vocabulary.frequencies(terms), self.totals()[1]

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
            return document_changes.leaving(connection, document, standing)

    def switch(self, document: Document, standing: Standing, contents: Contents) -> None:
        """Make this the document readers see, in one step.

        Args:
            document: What they see, with the identity that all its copies give it.
            standing: How its copies stand; another document whose only file is the arrival's goes.
            contents: What its passages bring.
        """
        with self._changing() as connection:
            document_changes.vacate(connection, standing)
            document_changes.put_document(connection, document, standing, contents)

    def arrange(self, document: str, standing: Standing) -> None:
        """Make the copies of a document stand otherwise, in one step; what readers see of it stays."""
        with self._changing() as connection:
            document_changes.vacate(connection, standing)
            copy_rows.arrange(connection, document, standing)

    def add_place(self, version: str, origin: str) -> None:
        """Note that the file at a place is a copy that is known from another."""
        with self._engine.begin() as connection:
            copy_rows.add_place(connection, version, origin)

    def note_run(self, outcome: Outcome) -> None:
        """Note what became of a run, in one step."""
        with self._engine.begin() as connection:
            run_rows.note(connection, outcome)

    def remove(self, document: str) -> None:
        """Take a document out with all its copies, in one step."""
        with self._changing() as connection:
            document_changes.remove_document(connection, document)

    @contextmanager
    def _changing(self) -> Iterator[sa.Connection]:
        """A transaction in which documents come or go; what was kept of them is read again behind it."""
        with self._changes.one(), self._engine.begin() as connection:
            yield connection

    # a rebuild

    def await_rebuild(self) -> list[Waiting]:
        """Note every file as to be read again and empty the rest, in one step; the files, best copies first."""
        with self._changing() as connection:
            rebuild_rows.await_rebuild(connection)
        return self.waiting()

    def waiting(self) -> list[Waiting]:
        """Files that a rebuild has still to read again."""
        with self._engine.connect() as connection:
            return rebuild_rows.waiting(connection)

    def read_again(self, file: Waiting) -> None:
        """Settle a file of a rebuild; if its document has another id now, the former one leads to it."""
        with self._engine.begin() as connection:
            rebuild_rows.read_again(connection, file)

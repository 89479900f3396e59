"""The tables of the catalogue.

A document is one row of ``documents`` and one or more of ``copies``: the one its ``version`` names is served,
the others are listed. A copy lies in one or more ``places``, which are the files it was read from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from corpus.codec import unpack_document
from corpus.endings import amended_keys
from corpus.source_kinds import source_kind

METADATA = sa.MetaData()

DOCUMENTS = sa.Table(
    "documents",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("version", sa.String, nullable=False, index=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("media_type", sa.String, nullable=False),
    sa.Column("source", sa.String, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("number", sa.String, index=True),
    sa.Column("number_key", sa.String, index=True),
    sa.Column("kind", sa.String, index=True),
    sa.Column("issuer", sa.String, index=True),
    sa.Column("issued_on", sa.Date, index=True),
    sa.Column("title", sa.String),
    sa.Column("secrecy", sa.String),
    sa.Column("validity", sa.String, nullable=False),
    sa.Column("passages", sa.Integer, nullable=False),
    sa.Column("terms", sa.LargeBinary, nullable=False),
)
COPIES = sa.Table(
    "copies",
    METADATA,
    # Never given out again: a fingerprint cannot come to point at another copy.
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("document", sa.String, nullable=False),
    sa.Column("version", sa.String, nullable=False, index=True),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("media_type", sa.String, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("conversion", sa.String, nullable=False),
    sa.Column("added", sa.DateTime, nullable=False, server_default=sa.func.current_timestamp()),
    sa.Column("fingerprints", sa.LargeBinary, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("document", "version"),
    sqlite_autoincrement=True,
)
PLACES = sa.Table(
    "places",
    METADATA,
    sa.Column("origin", sa.String, primary_key=True),
    sa.Column("copy", sa.Integer, nullable=False, index=True),
)
FINGERPRINTS = sa.Table(
    "fingerprints",
    METADATA,
    sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("copy", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
# Ids under which a document was known before its copies completed each other: links last.
ALIASES = sa.Table(
    "aliases",
    METADATA,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("document", sa.String, nullable=False, index=True),
)
# The passages readers see: what puts them in order, and their words (``corpus.wording``).
PASSAGES = sa.Table(
    "passages",
    METADATA,
    sa.Column("point", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("document", sa.String, nullable=False, index=True),
    sa.Column("address", sa.String, nullable=False),
    sa.Column("is_brief", sa.Boolean, nullable=False),
    sa.Column("words", sa.LargeBinary, nullable=False),
)
TERMS = sa.Table(
    "terms",
    METADATA,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("passages", sa.Integer, nullable=False),
)
# What the words among the terms are, so that a slip in a question can be told from a word of the corpus.
WORDS = sa.Table(
    "words",
    METADATA,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("word", sa.String, nullable=False),
    sa.Column("plain", sa.String, nullable=False, index=True),
)
# What the documents readers see say of others whose force they end.
ENDINGS = sa.Table(
    "endings",
    METADATA,
    sa.Column("document", sa.String, nullable=False, index=True),
    sa.Column("number_key", sa.String, nullable=False, index=True),
    sa.Column("relation", sa.String, nullable=False),
    sa.Column("number", sa.String, nullable=False),
    sa.Column("kind", sa.String),
    sa.Column("issued_on", sa.Date),
    sa.Column("issuer", sa.String),
    sa.Column("since", sa.Date),
)
# Which documents are meant, and what it makes of their validity.
ENDED = sa.Table(
    "ended",
    METADATA,
    sa.Column("document", sa.String, primary_key=True),
    sa.Column("number_key", sa.String, nullable=False, index=True),
    sa.Column("validity", sa.String, nullable=False),
    sa.Column("since", sa.Date),
)
# Numbers of the documents of which the documents readers see change a part.
AMENDMENTS = sa.Table(
    "amendments",
    METADATA,
    sa.Column("document", sa.String, primary_key=True),
    sa.Column("number_key", sa.String, primary_key=True, index=True),
)
# Versions that lie in the vector index or are about to: what is here and not live is left over from a cut.
PENDING = sa.Table(
    "pending",
    METADATA,
    sa.Column("document", sa.String, primary_key=True),
    sa.Column("version", sa.String, primary_key=True),
)
# Files that a rebuild has still to read again.
WAITING = sa.Table(
    "waiting",
    METADATA,
    sa.Column("origin", sa.String, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("document", sa.String, nullable=False),
    sa.Column("version", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
)
# What became of the last runs, for the keeper.
RUNS = sa.Table(
    "runs",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("command", sa.String, nullable=False),
    sa.Column("ended", sa.DateTime, nullable=False),
    *(
        sa.Column(name, sa.Integer, nullable=False)
        for name in ("read", "replaced", "copies", "unchanged", "refused", "unnamed", "ignored", "pages")
    ),
)
# Files that were refused, or taken in with doubts, until they are read otherwise.
FILE_NOTES = sa.Table(
    "file_notes",
    METADATA,
    sa.Column("origin", sa.String, primary_key=True),
    sa.Column("run", sa.Integer, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("refused", sa.Boolean, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("message", sa.String, nullable=False),
    sa.Column("next_step", sa.String, nullable=False),
)


def among(column: sa.ColumnElement[Any], values: str) -> sa.ColumnElement[bool]:
    """Whether a column is one of the values of a parameter: a JSON array, see ``listed_values``.

    One statement for any number of values: the database prepares it once, and a question asks a dozen such.
    """
    each = sa.func.json_each(sa.bindparam(values)).table_valued("value")
    return column.in_(sa.select(each.c.value))


def listed_values(values: Iterable[int] | Iterable[str]) -> str:
    """Values as a parameter for ``among``."""
    return json.dumps(list(values))


def open_tables(url: str) -> sa.Engine:
    """Open a catalogue, making the tables that are not there yet."""
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _durable)
    with engine.begin() as connection:
        _bring_forward(connection)
        METADATA.create_all(connection)
    return engine


def _durable(connection: Any, _record: Any) -> None:
    """A committed transaction survives a power cut, and readers do not wait for a writer."""
    cursor = connection.cursor()
    # What is removed is overwritten: a document that turns out to be secret leaves nothing in free pages.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _bring_forward(connection: sa.Connection) -> None:
    """Give a catalogue that an earlier version made the columns this one has."""
    inspector = sa.inspect(connection)
    if not inspector.has_table("documents"):
        return
    columns = {column["name"] for column in inspector.get_columns("documents")}
    if "body" in columns:
        _read_all_again(connection)
        return
    if "source" not in columns:
        _add_sources(connection)
    if not inspector.has_table("amendments"):
        _add_amendments(connection)


def _add_sources(connection: sa.Connection) -> None:
    """Note of documents from what they were read: their copies say it."""
    # The table is made anew: a column added at its end would lie behind the terms, and be read through all of them.
    kept = [column.name for column in DOCUMENTS.c if column.name != "source"]
    for index in DOCUMENTS.indexes:
        index.drop(connection, checkfirst=True)
    connection.execute(sa.text("ALTER TABLE documents RENAME TO documents_before"))
    DOCUMENTS.create(connection)
    columns: list[sa.ColumnElement[Any]] = [*map(sa.column, kept), sa.literal("")]
    rows = sa.select(*columns).select_from(sa.table("documents_before"))
    connection.execute(sa.insert(DOCUMENTS).from_select([*kept, "source"], rows))
    connection.execute(sa.text("DROP TABLE documents_before"))
    served = (COPIES.c.document == DOCUMENTS.c.id) & (COPIES.c.version == DOCUMENTS.c.version)
    read = sa.select(DOCUMENTS.c.id, COPIES.c.media_type, COPIES.c.conversion).join(COPIES, served)
    for row in connection.execute(read).all():
        kind = source_kind(row.media_type, row.conversion)
        connection.execute(sa.update(DOCUMENTS).where(DOCUMENTS.c.id == row.id).values(source=kind))


def _add_amendments(connection: sa.Connection) -> None:
    """Note which documents change a part of others: they say it."""
    AMENDMENTS.create(connection)
    served = (COPIES.c.document == DOCUMENTS.c.id) & (COPIES.c.version == DOCUMENTS.c.version)
    for name, packed in connection.execute(sa.select(DOCUMENTS.c.id, COPIES.c.body).join(COPIES, served)).all():
        for key in sorted(amended_keys(unpack_document(packed))):
            connection.execute(sa.insert(AMENDMENTS).values(document=name, number_key=key))


def _read_all_again(connection: sa.Connection) -> None:
    """Note the documents of a catalogue made before copies were kept as waiting to be read again.

    Nothing else of it can be used: the rules by which it was read are others now.
    """
    WAITING.create(connection, checkfirst=True)
    before = sa.table("documents", *map(sa.column, ("origin", "id", "version", "name")))
    rows = sa.select(before.c.origin, sa.literal(0), before.c.id, before.c.version, before.c.name)
    connection.execute(sa.insert(WAITING).from_select(["origin", "position", "document", "version", "name"], rows))
    for table in ("documents", "terms", "pending"):
        connection.execute(sa.text(f"DROP TABLE {table}"))

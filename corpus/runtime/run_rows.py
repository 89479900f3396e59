"""What the catalogue keeps of runs and of the files they could not take in as they should.

Every function works inside the transaction it is given a connection of; ``corpus.runtime.catalogue`` opens them.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from corpus.runs import FileNote, Outcome, Run
from corpus.runtime.tables import COPIES, FILE_NOTES, PLACES, RUNS

_KEPT = 20
_NOTE_COLUMNS = [FILE_NOTES.c[name] for name in FileNote.__dataclass_fields__]
_RUN_COLUMNS = [RUNS.c[name] for name in Run.__dataclass_fields__]


def note(connection: sa.Connection, outcome: Outcome) -> None:
    """Note what became of a run, and forget what nobody needs any more."""
    # SQLite keeps no zone: what is in the column is UTC.
    run = asdict(outcome.run) | {"ended": outcome.run.ended.astimezone(UTC).replace(tzinfo=None)}
    number = connection.execute(sa.insert(RUNS).values(run).returning(RUNS.c.id)).scalar_one()
    connection.execute(sa.delete(FILE_NOTES).where(FILE_NOTES.c.origin.in_(outcome.settled)))
    if outcome.notes:
        rows = [asdict(one) | {"run": number} for one in outcome.notes]
        statement = upsert(FILE_NOTES)
        changed = {name: statement.excluded[name] for name in rows[0] if name != "origin"}
        connection.execute(statement.on_conflict_do_update(index_elements=["origin"], set_=changed), rows)
    _prune(connection, number - _KEPT)


def _prune(connection: sa.Connection, last: int) -> None:
    """Forget old runs with their refusals, and doubts about what was taken out."""
    connection.execute(sa.delete(RUNS).where(RUNS.c.id <= last))
    placed = sa.select(PLACES.c.origin).where(PLACES.c.origin == FILE_NOTES.c.origin).exists()
    gone = sa.case((FILE_NOTES.c.refused, FILE_NOTES.c.run <= last), else_=~placed)
    connection.execute(sa.delete(FILE_NOTES).where(gone))


def runs(connection: sa.Connection) -> list[Run]:
    """The runs that are kept, newest first."""
    rows = connection.execute(sa.select(*_RUN_COLUMNS).order_by(RUNS.c.id.desc()))
    return [Run(**dict(row._mapping) | {"ended": row.ended.replace(tzinfo=UTC)}) for row in rows]


def refused(connection: sa.Connection) -> list[FileNote]:
    """Files that were refused, by name."""
    query = _by_name(sa.select(*_NOTE_COLUMNS).where(FILE_NOTES.c.refused))
    return [FileNote(*row) for row in connection.execute(query)]


def doubtful(connection: sa.Connection) -> list[tuple[str, FileNote]]:
    """Files that were taken in with doubts, each with its document, by name."""
    query = (
        sa.select(COPIES.c.document, *_NOTE_COLUMNS)
        .join(PLACES, PLACES.c.copy == COPIES.c.id)
        .join(FILE_NOTES, FILE_NOTES.c.origin == PLACES.c.origin)
        .where(~FILE_NOTES.c.refused)
    )
    return [(document, FileNote(*columns)) for document, *columns in connection.execute(_by_name(query))]


def _by_name(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.order_by(FILE_NOTES.c.name, FILE_NOTES.c.origin)

"""Opening the database of the packs: SQLite or PostgreSQL, durable, in the form this version of the program has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from corpus.errors import PacksError

VERSION_TABLE = "packs_version"
"""Names the form a database has; a name of its own, so that the database may hold other things."""

_MIGRATIONS = Path(__file__).parent / "migrations"
# One process at a time brings a PostgreSQL database forward; any number will do that nobody else uses.
_LOCK = 0x7472616375750001
_PATIENCE = 10
"""Seconds a connection may take."""


def open_engine(url: str) -> sa.Engine:
    """Open a database, made or brought forward where that is needed; several processes may do so at once.

    Args:
        url: SQLAlchemy URL of SQLite or of PostgreSQL with psycopg; a file's folder must exist.

    Raises:
        PacksError: A newer version of the program made it.
        sqlalchemy.exc.DBAPIError: It does not answer.
    """
    engine = _engine(sa.make_url(url))
    try:
        script = ScriptDirectory(str(_MIGRATIONS))
        with engine.connect() as connection:
            as_it_should_be = _is_current(connection, script)
        if not as_it_should_be:
            with engine.execution_options(writing=True).begin() as connection:
                _bring_forward(connection, script)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(url: sa.URL) -> sa.Engine:
    # Hidden are the parameters in the words of errors, which are logged: they are what users wrote.
    if url.get_backend_name() == "sqlite":
        engine = sa.create_engine(url, hide_parameters=True)
        sa.event.listen(engine, "connect", _durable)
        sa.event.listen(engine, "begin", _begin)
        return engine
    # Asked before use: a server that was started anew has closed its connections.
    return sa.create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args={"connect_timeout": _PATIENCE})


def _durable(connection: Any, _record: Any) -> None:
    """A committed transaction survives a power cut, and readers do not wait for a writer."""
    # The transactions are begun below: the driver would begin them at the first write, after what was read for it.
    connection.isolation_level = None
    cursor = connection.cursor()
    pragmas = ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    """A transaction that is going to write takes its turn before it reads."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _is_current(connection: sa.Connection, script: ScriptDirectory) -> bool:
    """Whether a database has the form of this version.

    Raises:
        PacksError: It has the form of a newer one.
    """
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    found = set(context.get_current_heads())
    if found - {revision.revision for revision in script.walk_revisions()}:
        raise PacksError(
            "Kho tập tài liệu do một phiên bản Tra Cứu mới hơn lập.",
            "Hãy cài phiên bản mới hơn, hoặc dùng bản sao lưu cũ của kho tập tài liệu.",
        )
    return found == set(script.get_heads())


def _bring_forward(connection: sa.Connection, script: ScriptDirectory) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    # Another process may have been quicker.
    if not _is_current(connection, script):
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

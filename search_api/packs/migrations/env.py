"""What Alembic runs to take the steps, in the transaction that ``search_api.packs.opening`` began."""

from __future__ import annotations

from alembic import context

from search_api.packs.opening import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()

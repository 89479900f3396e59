"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "packs",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("owner", sa.String, nullable=False, index=True),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("updated", sa.DateTime, nullable=False),
        sa.Column("deleted", sa.DateTime),
        sa.Column("current", sa.Integer, nullable=False),
        sa.Column("labels", sa.Integer, nullable=False),
        sa.Column("is_template", sa.Boolean, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("occasion", sa.String, nullable=False),
        sa.Column("branch", sa.String, nullable=False),
        sa.Column("held_on", sa.Date),
    )
    op.create_table(
        "revisions",
        _pack(primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("parent", sa.Integer),
        sa.Column("saved", sa.DateTime, nullable=False),
        sa.Column("change", sa.String, nullable=False),
        sa.Column("text", sa.String),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "quotes",
        _pack(primary_key=True),
        sa.Column("label", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("quote", sa.Text, nullable=False),
    )
    op.create_table(
        "shares",
        sa.Column("id", sa.String, primary_key=True),
        _pack(index=True),
        sa.Column("digest", sa.String, nullable=False, unique=True),
        sa.Column("right", sa.String, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
    )


def _pack(*, primary_key: bool = False, index: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey("packs.id", ondelete="CASCADE")
    return sa.Column("pack", sa.String, key, nullable=False, primary_key=primary_key, index=index or None)

"""The tables of the packs.

A pack points at its current revision; each revision names the one it was made from. Quotations lie beside the
revisions, written once and never changed.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

METADATA = sa.MetaData()

PACKS = sa.Table(
    "packs",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    # Digest of the desk's token.
    sa.Column("owner", sa.String, nullable=False, index=True),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.Column("updated", sa.DateTime, nullable=False),
    sa.Column("deleted", sa.DateTime),
    sa.Column("current", sa.Integer, nullable=False),
    # The highest label ever given: none is given twice.
    sa.Column("labels", sa.Integer, nullable=False),
    sa.Column("is_template", sa.Boolean, nullable=False),
    # Of the current revision, for lists.
    sa.Column("title", sa.String, nullable=False),
    sa.Column("occasion", sa.String, nullable=False),
    sa.Column("branch", sa.String, nullable=False),
    sa.Column("held_on", sa.Date),
)


def _of_pack(**more: Any) -> sa.Column[str]:
    return sa.Column("pack", sa.String, sa.ForeignKey("packs.id", ondelete="CASCADE"), nullable=False, **more)


REVISIONS = sa.Table(
    "revisions",
    METADATA,
    _of_pack(primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("parent", sa.Integer),
    sa.Column("saved", sa.DateTime, nullable=False),
    sa.Column("change", sa.String, nullable=False),
    # The one text it changed, if it changed but one.
    sa.Column("text", sa.String),
    sa.Column("title", sa.String, nullable=False),
    # ``PackEdit`` as JSON.
    sa.Column("content", sa.Text, nullable=False),
)
QUOTES = sa.Table(
    "quotes",
    METADATA,
    _of_pack(primary_key=True),
    sa.Column("label", sa.Integer, primary_key=True, autoincrement=False),
    # ``Quote`` as JSON.
    sa.Column("quote", sa.Text, nullable=False),
)
SHARES = sa.Table(
    "shares",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    _of_pack(index=True),
    sa.Column("digest", sa.String, nullable=False, unique=True),
    sa.Column("right", sa.String, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
)

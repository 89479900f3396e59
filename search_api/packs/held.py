"""What the database of the packs takes and gives, in words of the packs and none of SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from search_api.packs.content import Occasion, Quote
from search_api.packs.edit import PackEdit
from search_api.packs.schemas import Given, Right

MOST_REVISIONS = 200
"""Revisions kept of one pack. When there are more, the newest half stays as it is, and of the older half the one goes
that lies closest in time to the one after it: the further back, the coarser."""

MOST_PACKS = 500
"""Packs of one desk, deleted ones among them: twenty years of a branch that meets twice a month."""

MOST_LABELS = 1000
"""Passages a pack ever quoted, those taken out again among them; labels are never given twice."""

MOST_SHARES = 50
"""Links to one pack."""

MOST_BYTES = 1_000_000
"""What users typed into one pack, as UTF-8 JSON: three hundred printed pages."""

LARGEST_STORE = 8_000_000_000
"""Bytes of all packs with their histories from which no pack is begun: forty thousand of 200 KB each. What is there can
be worked on until it takes twice as much: a full disk would stop the corpus beside it as well."""

KEPT_DELETED = timedelta(days=30)
"""How long a deleted pack can be had back."""

SAME_TYPING = timedelta(seconds=60)
"""Saves of one text that follow one another within this are one revision."""


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack in a list; times are UTC."""

    id: str
    title: str
    occasion: Occasion
    branch: str
    held_on: date | None
    created: datetime
    updated: datetime
    deleted: datetime | None
    current: int
    is_template: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A pack as it is now.

    Attributes:
        row: What lists tell of it.
        edit: What its user typed.
        quotes: Label → quotation, those among them that were taken out again.
        labels: The highest label that was ever given, 0 before the first.
        can_undo: There is a revision before.
        can_redo: There is one that was undone last.
    """

    row: PackRow
    edit: PackEdit
    quotes: Mapping[int, Quote]
    labels: int
    can_undo: bool
    can_redo: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a pack is to become.

    Attributes:
        edit: What it holds then; the same as before changes nothing.
        words: What is done, in Vietnamese.
        text: Which single text it changes (``search_api.packs.changes.single_text``), if it changes but one.
        quotes: New label → quotation.
    """

    edit: PackEdit
    words: str
    text: str | None = None
    quotes: Mapping[int, Quote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision in the history."""

    number: int
    saved: datetime
    change: str
    title: str
    current: bool
    undone: bool


@dataclass(frozen=True, slots=True)
class Access:
    """A pack somebody reached, and what they may do with it."""

    pack: str
    right: Right


@dataclass(frozen=True, slots=True)
class Share:
    """A link to a pack.

    Attributes:
        id: By which it is revoked.
        right: What it allows.
        created: When, UTC.
        digest: sha256 of its key.
    """

    id: str
    right: Given
    created: datetime
    digest: str

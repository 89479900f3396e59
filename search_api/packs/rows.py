"""What is done with the rows of the packs (``search_api.packs.tables``).

Undo goes to the revision the current one was made from, redo to the youngest revision made from the current one, and a
save after an undo makes a younger one: so the undone ones are out of reach of redo and still in the history.

Every function works inside the transaction it is given a connection of; ``search_api.packs.store`` opens them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from corpus.errors import BadPack, NotFound, TooBig
from search_api.packs.content import Occasion, Quote
from search_api.packs.edit import PackEdit
from search_api.packs.held import (
    MOST_BYTES,
    MOST_LABELS,
    MOST_REVISIONS,
    SAME_TYPING,
    Change,
    Held,
    PackRow,
    Revision,
)
from search_api.packs.tables import PACKS, QUOTES, REVISIONS
from search_api.packs.withheld import NOTHING, without_words

_LARGEST = 2**31 - 1
AnyRow = sa.Row[*tuple[Any, ...]]
ROW_COLUMNS = [PACKS.c[name] for name in PackRow.__dataclass_fields__]


def stored_time(when: datetime) -> datetime:
    """A time as it is stored: UTC, without a zone, which SQLite cannot keep."""
    return when.astimezone(UTC).replace(tzinfo=None)


def pack_row(row: AnyRow) -> PackRow:
    """A pack in a list, from a row of ``ROW_COLUMNS``."""
    found = {name: getattr(row, name) for name in PackRow.__dataclass_fields__}
    times = {name: found[name] and found[name].replace(tzinfo=UTC) for name in ("created", "updated", "deleted")}
    return PackRow(**found | times | {"occasion": Occasion(found["occasion"])})


def held(connection: sa.Connection, pack: str, *, to_change: bool = False) -> Held:
    """A pack as it is now.

    Args:
        connection: Of the transaction.
        pack: Its id.
        to_change: No other transaction is to change it until this one is over.

    Raises:
        NotFound: It was deleted for good.
    """
    query = sa.select(*ROW_COLUMNS, PACKS.c.labels).where(PACKS.c.id == pack)
    # SQLite has no such clause and needs none: a transaction that writes is the only one from its beginning.
    row = connection.execute(query.with_for_update() if to_change else query).one_or_none()
    if row is None:
        raise NotFound("Tập tài liệu này không còn.", "Hãy xem danh sách các tập của mình.")
    here = REVISIONS.c.pack == pack
    now = connection.execute(
        sa.select(REVISIONS.c.content, REVISIONS.c.parent).where(here, REVISIONS.c.number == row.current)
    ).one()
    quotes = connection.execute(sa.select(QUOTES.c.label, QUOTES.c.quote).where(QUOTES.c.pack == pack))
    return Held(
        row=pack_row(row),
        edit=PackEdit.model_validate_json(now.content),
        quotes={label: Quote.model_validate_json(quote) for label, quote in quotes},
        labels=row.labels,
        can_undo=now.parent is not None,
        can_redo=_next(connection, pack, row.current) is not None,
    )


def begin(connection: sa.Connection, values: dict[str, Any], change: Change, now: datetime) -> None:
    """Put a new pack in, with its first revision."""
    number = 1
    columns = {"created": stored_time(now), "updated": stored_time(now), "current": number, "labels": 0}
    connection.execute(sa.insert(PACKS).values(values | columns | _listed(change.edit)))
    _add_quotes(connection, values["id"], change.quotes)
    _add_revision(connection, (values["id"], number, None), change, now)


def write(connection: sa.Connection, before: Held, change: Change, now: datetime) -> None:
    """Make a pack what a change says, in a new revision.

    Raises:
        TooBig: It holds more than ``MOST_BYTES``.
        BadPack: It quoted ``MOST_LABELS`` passages already.
    """
    pack, current = before.row.id, before.row.current
    columns = (REVISIONS.c.number, REVISIONS.c.parent, REVISIONS.c.saved, REVISIONS.c.text)
    last = sa.select(*columns).where(REVISIONS.c.pack == pack).order_by(REVISIONS.c.number.desc()).limit(1)
    newest = connection.execute(last).one()
    parent = current
    if newest.number == current and _goes_on_typing(newest, change, now):
        # Under a number of its own: who based a change on the one replaced has not seen this text.
        connection.execute(sa.delete(REVISIONS).where(REVISIONS.c.pack == pack, REVISIONS.c.number == current))
        parent = newest.parent
    _add_quotes(connection, pack, change.quotes)
    _add_revision(connection, (pack, newest.number + 1, parent), change, now)
    _point_at(connection, pack, newest.number + 1, change.edit, now)
    _thin(connection, pack)


def undone(connection: sa.Connection, pack: str, now: datetime) -> None:
    """Make the revision before the current one.

    Raises:
        BadPack: There is none.
    """
    parent = sa.select(REVISIONS.c.parent).join(
        PACKS, (PACKS.c.id == REVISIONS.c.pack) & (PACKS.c.current == REVISIONS.c.number)
    )
    number = connection.execute(parent.where(PACKS.c.id == pack)).scalar()
    if number is None:
        raise BadPack("Không còn thay đổi nào để hoàn tác.", "Hãy xem lịch sử của tập để lấy lại một bản cũ.")
    _point_at(connection, pack, number, content(connection, pack, number), now)


def redone(connection: sa.Connection, pack: str, now: datetime) -> None:
    """Make the revision that was undone last the current one.

    Raises:
        BadPack: There is none.
    """
    current = connection.execute(sa.select(PACKS.c.current).where(PACKS.c.id == pack)).scalar_one()
    number = _next(connection, pack, current)
    if number is None:
        raise BadPack("Không có thay đổi nào để làm lại.", "Hãy xem lịch sử của tập để lấy lại một bản cũ.")
    _point_at(connection, pack, number, content(connection, pack, number), now)


def content(connection: sa.Connection, pack: str, number: int) -> PackEdit:
    """What a pack held in a revision.

    Raises:
        NotFound: That revision is not kept.
    """
    here = (REVISIONS.c.pack == pack) & (REVISIONS.c.number == number)
    found = None
    # SQLite takes no larger one, not even to compare with.
    if number <= _LARGEST:
        found = connection.execute(sa.select(REVISIONS.c.content).where(here)).scalar()
    if found is None:
        raise NotFound(f"Tập này không còn giữ bản {number}.", "Hãy chọn một bản trong lịch sử.")
    return PackEdit.model_validate_json(found)


def history(connection: sa.Connection, pack: str) -> list[Revision]:
    """The revisions that are kept, newest first."""
    columns = [REVISIONS.c[name] for name in ("number", "parent", "saved", "change", "title")]
    rows = connection.execute(
        sa.select(*columns).where(REVISIONS.c.pack == pack).order_by(REVISIONS.c.number.desc())
    ).all()
    current = connection.execute(sa.select(PACKS.c.current).where(PACKS.c.id == pack)).scalar()
    path, parents = set(), {row.number: row.parent for row in rows}
    step = current
    while step is not None:
        path.add(step)
        step = parents.get(step)
    return [
        Revision(
            row.number,
            row.saved.replace(tzinfo=UTC),
            row.change,
            row.title,
            row.number == current,
            row.number not in path,
        )
        for row in rows
    ]


def quoting(connection: sa.Connection, is_meant: Callable[[Quote], bool]) -> dict[str, dict[int, Quote]]:
    """Pack → label → quotation, of those that are meant."""
    found: dict[str, dict[int, Quote]] = {}
    for row in connection.execute(sa.select(QUOTES)):
        quote = Quote.model_validate_json(row.quote)
        if is_meant(quote):
            found.setdefault(row.pack, {})[row.label] = quote
    return found


def withdraw(connection: sa.Connection, pack: str, quotes: Mapping[int, Quote]) -> None:
    """Erase quotations of a pack, and what every revision quotes of their words."""
    here, nothing = QUOTES.c.pack == pack, NOTHING.model_dump_json()
    connection.execute(sa.update(QUOTES).where(here, QUOTES.c.label.in_(quotes)).values(quote=nothing))
    words = [quote.text for quote in quotes.values()]
    numbered = sa.select(REVISIONS.c.number, REVISIONS.c.content).where(REVISIONS.c.pack == pack)
    for row in connection.execute(numbered).all():
        edit: PackEdit = without_words(PackEdit.model_validate_json(row.content), words)
        same = (REVISIONS.c.pack == pack) & (REVISIONS.c.number == row.number)
        values = {"content": edit.model_dump_json(), "title": edit.title}
        connection.execute(sa.update(REVISIONS).where(same).values(values))
    current = sa.select(REVISIONS.c.title).where(REVISIONS.c.pack == pack, REVISIONS.c.number == PACKS.c.current)
    connection.execute(sa.update(PACKS).where(PACKS.c.id == pack).values(title=current.scalar_subquery()))


def _next(connection: sa.Connection, pack: str, current: int) -> int | None:
    here = (REVISIONS.c.pack == pack) & (REVISIONS.c.parent == current)
    found: int | None = connection.execute(sa.select(sa.func.max(REVISIONS.c.number)).where(here)).scalar()
    return found


def _goes_on_typing(newest: AnyRow, change: Change, now: datetime) -> bool:
    return change.text is not None and newest.text == change.text and stored_time(now) - newest.saved <= SAME_TYPING


def _listed(edit: PackEdit) -> dict[str, Any]:
    return {"title": edit.title, "occasion": edit.occasion.value, "branch": edit.branch, "held_on": edit.held_on}


def _point_at(connection: sa.Connection, pack: str, number: int, edit: PackEdit, now: datetime) -> None:
    values = {"current": number, "updated": stored_time(now)} | _listed(edit)
    connection.execute(sa.update(PACKS).where(PACKS.c.id == pack).values(values))


def _add_revision(connection: sa.Connection, place: tuple[str, int, int | None], change: Change, now: datetime) -> None:
    pack, number, parent = place
    written = change.edit.model_dump_json()
    if len(written.encode()) > MOST_BYTES:
        raise TooBig("Tập tài liệu dài quá mức cho phép.", "Hãy rút gọn lời văn, hoặc chia thành nhiều tập.")
    connection.execute(
        sa.insert(REVISIONS).values(
            pack=pack,
            number=number,
            parent=parent,
            saved=stored_time(now),
            change=change.words,
            text=change.text,
            title=change.edit.title,
            content=written,
        )
    )


def _add_quotes(connection: sa.Connection, pack: str, quotes: Any) -> None:
    if not quotes:
        return
    if max(quotes) > MOST_LABELS:
        raise BadPack(
            f"Tập này đã trích {MOST_LABELS} đoạn, kể cả những đoạn đã bỏ.", "Hãy tạo bản sao rồi làm tiếp ở đó."
        )
    rows = [{"pack": pack, "label": label, "quote": quote.model_dump_json()} for label, quote in quotes.items()]
    connection.execute(sa.insert(QUOTES), rows)
    connection.execute(sa.update(PACKS).where(PACKS.c.id == pack).values(labels=max(quotes)))


def _thin(connection: sa.Connection, pack: str) -> None:
    """Keep no more than ``MOST_REVISIONS``; who was made from one that goes is then made from the one before it."""
    columns = (REVISIONS.c.number, REVISIONS.c.parent, REVISIONS.c.saved)
    rows = connection.execute(sa.select(*columns).where(REVISIONS.c.pack == pack).order_by(REVISIONS.c.number)).all()
    for gone in _closest(rows):
        here = REVISIONS.c.pack == pack
        parent = connection.execute(sa.select(REVISIONS.c.parent).where(here, REVISIONS.c.number == gone)).scalar()
        connection.execute(sa.update(REVISIONS).where(here, REVISIONS.c.parent == gone).values(parent=parent))
        connection.execute(sa.delete(REVISIONS).where(here, REVISIONS.c.number == gone))


def _closest(rows: Sequence[AnyRow]) -> list[int]:
    """Which revisions go; see ``MOST_REVISIONS``."""
    kept, gone = list(rows), []
    while len(kept) > MOST_REVISIONS:
        older = range(len(kept) - MOST_REVISIONS // 2)
        place = min(older, key=lambda place: kept[place + 1].saved - kept[place].saved)
        gone.append(kept.pop(place).number)
    return gone

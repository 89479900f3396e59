"""The packs in a SQL database: each method is one transaction, which is whole or did not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Self

import sqlalchemy as sa

from corpus.errors import BadPack, Conflict, NotFound, PacksError
from search_api.packs import rows
from search_api.packs.content import Quote
from search_api.packs.edit import PackEdit
from search_api.packs.held import (
    KEPT_DELETED,
    LARGEST_STORE,
    MOST_PACKS,
    MOST_SHARES,
    Access,
    Change,
    Held,
    PackRow,
    Revision,
    Share,
)
from search_api.packs.keys import digest_of, is_id, new_id
from search_api.packs.opening import open_engine
from search_api.packs.rows import ROW_COLUMNS, stored_time
from search_api.packs.schemas import Given, Right
from search_api.packs.tables import PACKS, SHARES


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class PackStore:
    """The database of the packs.

    Args:
        url: SQLAlchemy URL (``Settings.packs_url``); the folder of a file must exist.
        now: The clock.

    Raises:
        PacksError: By every method, where the database does not answer; on opening also where a newer version of the
            program made it.
    """

    def __init__(self, url: str, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        with _answering():
            self._engine = open_engine(url)
            self._writer = self._engine.execution_options(writing=True)
            # One state of the database for all that a method reads; SQLite gives that by itself.
            snapshot = {"isolation_level": "REPEATABLE READ"} if self._engine.dialect.name == "postgresql" else {}
            self._reader = self._engine.execution_options(**snapshot)
            self._purge()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # reading

    def owned(self, owner: str) -> list[PackRow]:
        """The packs of a desk, deleted ones among them, last changed first."""
        query = sa.select(*ROW_COLUMNS).where(PACKS.c.owner == digest_of(owner)).order_by(*_LAST_FIRST)
        with self._reading() as connection:
            return [rows.pack_row(row) for row in connection.execute(query)]

    def all_packs(self) -> list[PackRow]:
        """The packs of all desks but templates and deleted ones, last changed first."""
        query = sa.select(*ROW_COLUMNS).where(PACKS.c.deleted.is_(None), ~PACKS.c.is_template).order_by(*_LAST_FIRST)
        with self._reading() as connection:
            return [rows.pack_row(row) for row in connection.execute(query)]

    def access(self, name: str, owner: str | None, *, deleted: bool = False) -> Access | None:
        """What a name opens for a desk.

        Args:
            name: Id of a pack, or the key of a link to one.
            owner: Token of the visitor's desk; who comes to an own pack by a link is its owner still.
            deleted: Look among the deleted packs.
        """
        there = PACKS.c.deleted.is_not(None) if deleted else PACKS.c.deleted.is_(None)
        by_key = sa.select(PACKS.c.id, PACKS.c.owner, SHARES.c.right).join(SHARES)
        mine = digest_of(owner) if owner else None
        with self._reading() as connection:
            linked = connection.execute(by_key.where(SHARES.c.digest == digest_of(name), there)).one_or_none()
            if linked is not None:
                return Access(linked.id, Right.OWN if linked.owner == mine else Right(linked.right))
            if mine is None or not is_id(name):
                return None
            own = sa.select(PACKS.c.id).where(PACKS.c.id == name, PACKS.c.owner == mine, there)
            found = connection.execute(own).scalar()
        return Access(found, Right.OWN) if found else None

    def held(self, pack: str) -> Held:
        """A pack as it is now.

        Raises:
            NotFound: It was deleted for good.
        """
        with self._reading() as connection:
            return rows.held(connection, pack)

    def history(self, pack: str) -> list[Revision]:
        """The revisions that are kept, newest first."""
        with self._reading() as connection:
            return rows.history(connection, pack)

    def revision(self, pack: str, number: int) -> PackEdit:
        """What a pack held in a revision.

        Raises:
            NotFound: That revision is not kept.
        """
        with self._reading() as connection:
            return rows.content(connection, pack, number)

    def shares(self, pack: str) -> list[Share]:
        """The links to a pack, newest first."""
        query = sa.select(SHARES).where(SHARES.c.pack == pack).order_by(SHARES.c.created.desc(), SHARES.c.id)
        with self._reading() as connection:
            return [
                Share(row.id, Given(row.right), row.created.replace(tzinfo=UTC), row.digest)
                for row in connection.execute(query)
            ]

    # writing

    def create(
        self, owner: str, edit: PackEdit, quotes: Mapping[int, Quote], words: str, *, is_template: bool = False
    ) -> Held:
        """A new pack.

        Args:
            owner: Token of its desk.
            edit: What it holds.
            quotes: Label → quotation, for each label in it.
            words: What was done, for the history.
            is_template: It is there to begin others from.

        Raises:
            BadPack: The desk holds as many as it may.
            PacksError: There is no room for more packs.
            TooBig: It holds more than a pack may.
        """
        pack, mine = new_id(), digest_of(owner)
        with self._writing() as connection:
            _require_room(connection, LARGEST_STORE)
            count = sa.select(sa.func.count()).select_from(PACKS).where(PACKS.c.owner == mine)
            if connection.execute(count).scalar_one() >= MOST_PACKS:
                raise BadPack(
                    f"Bàn này đã có {MOST_PACKS} tập, kể cả tập đã xoá trong {KEPT_DELETED.days} ngày qua.",
                    "Hãy xoá bớt tập không dùng; chỗ của tập đã xoá được trả lại khi hết hạn khôi phục.",
                )
            values = {"id": pack, "owner": mine, "is_template": is_template}
            rows.begin(connection, values, Change(edit, words, quotes=quotes), self._now())
            return rows.held(connection, pack)

    def change(self, pack: str, change: Callable[[Held], Change], base: int | None = None) -> Held:
        """Change a pack; no other change comes between what the change is told and what it makes of it.

        Args:
            pack: Its id.
            change: Makes of the pack as it is what it is to become.
            base: The revision the change is based on; without it, whichever is current.

        Raises:
            Conflict: Another one is current, and holds something else than what is wanted.
            PacksError: There is no room for more revisions.
        """
        with self._writing() as connection:
            before = rows.held(connection, pack, to_change=True)
            wanted = change(before)
            if wanted.edit == before.edit:
                return before
            _require_room(connection, 2 * LARGEST_STORE)
            _require_base(before, base)
            rows.write(connection, before, wanted, self._now())
            return rows.held(connection, pack)

    def undo(self, pack: str, base: int) -> Held:
        """Go back to the revision before.

        Raises:
            BadPack: There is none.
            Conflict: The pack was changed since ``base``.
        """
        return self._step(pack, base, rows.undone)

    def redo(self, pack: str, base: int) -> Held:
        """Go forward again after an undo; see ``undo``."""
        return self._step(pack, base, rows.redone)

    def delete(self, pack: str) -> None:
        """Put a pack aside."""
        with self._writing() as connection:
            connection.execute(sa.update(PACKS).where(PACKS.c.id == pack).values(deleted=stored_time(self._now())))
        self._purge()

    def undelete(self, pack: str) -> None:
        """Take a pack back that was put aside."""
        with self._writing() as connection:
            connection.execute(sa.update(PACKS).where(PACKS.c.id == pack).values(deleted=None))

    def share(self, pack: str, right: Given, share: str, key: str) -> Share:
        """Make a link to a pack.

        Args:
            pack: Its id.
            right: What the link allows.
            share: Id of the link, unused so far.
            key: What opens the pack; only its digest is kept.

        Raises:
            BadPack: The pack has as many links as it may.
        """
        made = Share(share, right, self._now(), digest_of(key))
        with self._writing() as connection:
            count = sa.select(sa.func.count()).select_from(SHARES).where(SHARES.c.pack == pack)
            if connection.execute(count).scalar_one() >= MOST_SHARES:
                raise BadPack(f"Tập này đã có {MOST_SHARES} liên kết.", "Hãy thu hồi liên kết không dùng nữa.")
            connection.execute(
                sa.insert(SHARES).values(
                    id=share, pack=pack, digest=made.digest, right=right.value, created=stored_time(made.created)
                )
            )
        return made

    def quoting(self, is_meant: Callable[[Quote], bool]) -> int:
        """In how many packs of all desks, deleted ones among them, certain quotations are or were."""
        with self._reading() as connection:
            return len(rows.quoting(connection, is_meant))

    def withdraw(self, is_meant: Callable[[Quote], bool]) -> int:
        """Erase certain quotations from the packs of all desks, and from every revision what was quoted of them.

        Returns:
            In how many packs they were.
        """
        with self._writing() as connection:
            found = rows.quoting(connection, is_meant)
            for pack, quotes in found.items():
                rows.withdraw(connection, pack, quotes)
        if self._engine.dialect.name == "sqlite":
            # What was written before stands in the log of changes until that is taken over.
            with _answering(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return len(found)

    def unshare(self, pack: str, share: str) -> None:
        """Revoke a link.

        Raises:
            NotFound: The pack has no such link.
        """
        if not is_id(share) or not self._unshare(pack, share):
            raise NotFound("Tập này không có liên kết ấy.", "Hãy xem lại danh sách liên kết của tập.")

    def _unshare(self, pack: str, share: str) -> bool:
        with self._writing() as connection:
            same = (SHARES.c.pack == pack) & (SHARES.c.id == share)
            return connection.execute(sa.delete(SHARES).where(same)).rowcount > 0

    def _step(self, pack: str, base: int, step: Callable[[sa.Connection, str, datetime], None]) -> Held:
        with self._writing() as connection:
            _require_base(rows.held(connection, pack, to_change=True), base)
            step(connection, pack, self._now())
            return rows.held(connection, pack)

    def _purge(self) -> None:
        """Forget what was deleted too long ago to be had back; all of a pack's rows go with it."""
        last = stored_time(self._now() - KEPT_DELETED)
        with self._writing() as connection:
            connection.execute(sa.delete(PACKS).where(PACKS.c.deleted < last))

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with _answering(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with _answering(), self._writer.begin() as connection:
            yield connection


# What is in use: pages that are free again are written over first.
_SIZES = {
    "sqlite": "SELECT (c.page_count - f.freelist_count) * s.page_size"
    " FROM pragma_page_count c, pragma_freelist_count f, pragma_page_size s",
    "postgresql": "SELECT pg_total_relation_size('packs') + pg_total_relation_size('revisions')"
    " + pg_total_relation_size('quotes') + pg_total_relation_size('shares')",
}


def _require_room(connection: sa.Connection, most: int) -> None:
    """Hold up who would fill the disk.

    Raises:
        PacksError: All packs together take as much as they may.
    """
    if connection.execute(sa.text(_SIZES[connection.dialect.name])).scalar_one() >= most:
        raise PacksError(
            f"Kho tập tài liệu đã đầy (quá {most // 1_000_000_000} GB).",
            f"Hãy báo người quản trị, và xoá bớt tập không dùng; tập đã xoá được dọn hẳn sau {KEPT_DELETED.days} ngày.",
        )


_LAST_FIRST = (PACKS.c.updated.desc(), PACKS.c.id)


def _require_base(held: Held, base: int | None) -> None:
    if base is not None and base != held.row.current:
        raise Conflict(
            f"Tập đã được sửa ở nơi khác: hiện nay là bản {held.row.current}, thay đổi này dựa trên bản {base}.",
            "Chưa có gì bị ghi đè. Hãy mở lại tập để xem bản hiện nay, hoặc lưu phần đang soạn thành bản sao.",
            held.row.current,
        )


@contextmanager
def _answering() -> Iterator[None]:
    """Tell of a database that does not answer without its address, which may hold a password."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise PacksError(
            "Kho tập tài liệu không mở được hoặc không trả lời.",
            "Hãy thử lại sau ít phút; nếu vẫn vậy, người quản trị xem lại ổ đĩa, hoặc máy chủ PostgreSQL và "
            "TRACUU_DATABASE_URL.",
        ) from error

"""One process owns the corpus: a lock that the operating system frees when its holder dies, however it dies."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.errors import IndexBusy

_FILE = "lock.sqlite"


@contextmanager
def sole_owner(folder: Path) -> Iterator[None]:
    """Own the corpus in a folder for the length of the block.

    SQLite's lock on a file is the one kind that the standard library offers on every system alike.

    Raises:
        IndexBusy: Another process owns it, or another ``Library`` of this one.
    """
    with closing(sqlite3.connect(folder / _FILE, timeout=0, isolation_level=None, check_same_thread=False)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise IndexBusy(
                f"Kho «{folder}» đang được một tiến trình khác sử dụng.",
                "Hãy đợi tiến trình đó xong, hoặc tắt nó rồi thử lại.",
            ) from error
        yield

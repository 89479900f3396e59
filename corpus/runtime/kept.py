"""What every question reads of the catalogue, kept in memory until documents come or go.

One process owns the catalogue, so it knows of every change. What is kept is right at every moment: a reader gets
what stood there before a change or what stands there after it, never some of either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Row = TypeVar("_Row")
_Whole = TypeVar("_Whole")


class Changes:
    """Counts the transactions in which documents come, change or go."""

    def __init__(self) -> None:
        self._counting = Lock()
        self._begun = 0
        self._ended = 0

    @property
    def number(self) -> int:
        """Grows when a change begins and when it has ended: what was made before either may be out of date."""
        return self._begun + self._ended

    @property
    def under_way(self) -> bool:
        """Whether there is a change that readers may see already or not yet."""
        return self._begun != self._ended

    @contextmanager
    def one(self) -> Iterator[None]:
        """A change: begins before its transaction and ends when that was committed or rolled back."""
        with self._counting:
            self._begun += 1
        try:
            yield
        finally:
            with self._counting:
                self._ended += 1


class KeptRows(Generic[_Key, _Row]):
    """Rows by key; those that are not there are remembered, too.

    Args:
        changes: When to read again.
        read: Reads the rows of some keys in one transaction; keys without a row are absent.
        most: How many keys are kept at the most; with one more everything is forgotten.
    """

    def __init__(self, changes: Changes, read: Callable[[Collection[_Key]], Mapping[_Key, _Row]], most: int) -> None:
        self._changes = changes
        self._read = read
        self._most = most
        self._kept: tuple[int, dict[_Key, _Row | None]] = (-1, {})

    def of(self, keys: Collection[_Key]) -> dict[_Key, _Row]:
        """The rows that these keys have, all as they stood at one moment."""
        number = self._changes.number
        if self._changes.under_way:
            return dict(self._read(keys))
        at, rows = self._kept
        if at != number or len(rows) > self._most:
            self._kept = (number, rows := {})
        found = {key: rows[key] for key in keys if key in rows}
        if missing := [key for key in keys if key not in found]:
            read = self._read(missing)
            if self._changes.number != number:
                return dict(self._read(keys))
            new = {key: read.get(key) for key in missing}
            rows.update(new)
            found.update(new)
        return {key: row for key, row in found.items() if row is not None}


class KeptWhole(Generic[_Whole]):
    """One thing that is read as a whole.

    Args:
        changes: When to read again.
        read: Reads it in one transaction.
    """

    def __init__(self, changes: Changes, read: Callable[[], _Whole]) -> None:
        self._changes = changes
        self._read = read
        self._kept: tuple[int, _Whole] | None = None

    def get(self) -> _Whole:
        """It, as it stood at one moment."""
        number, kept = self._changes.number, self._kept
        if kept and kept[0] == number:
            return kept[1]
        whole = self._read()
        # What was read during a change may be what stood there before it.
        if self._changes.number == number and not self._changes.under_way:
            self._kept = (number, whole)
        return whole

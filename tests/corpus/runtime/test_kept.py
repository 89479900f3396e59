"""What is kept of the catalogue is what stands there: before a change or after it, never some of either."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from corpus.runtime.kept import Changes, KeptRows, KeptWhole


class Table:
    """Rows that change together; counts how often they are read."""

    def __init__(self) -> None:
        self.changes = Changes()
        self.rows = {"a": 1, "b": 1}
        self.readings: list[list[str]] = []

    def read(self, keys: Collection[str]) -> dict[str, int]:
        self.readings.append(sorted(keys))
        rows = self.rows
        return {key: rows[key] for key in keys if key in rows}

    def become(self, rows: dict[str, int]) -> None:
        with self.changes.one():
            self.rows = rows


def test_a_row_is_read_once() -> None:
    table = Table()
    kept = KeptRows(table.changes, table.read, most=10)
    assert kept.of(["a", "x"]) == {"a": 1}
    assert kept.of(["x", "b", "a"]) == {"b": 1, "a": 1}
    assert kept.of([]) == {}
    assert table.readings == [["a", "x"], ["b"]]


def test_rows_are_read_again_after_a_change() -> None:
    table = Table()
    kept = KeptRows(table.changes, table.read, most=10)
    kept.of(["a", "b", "c"])
    table.become({"b": 2, "c": 2})
    assert kept.of(["a", "b", "c"]) == {"b": 2, "c": 2}


def test_during_a_change_nothing_is_kept() -> None:
    table = Table()
    kept = KeptRows(table.changes, table.read, most=10)
    with table.changes.one():
        assert kept.of(["a"]) == {"a": 1}
        table.rows = {"a": 2}
        assert kept.of(["a"]) == {"a": 2}
    assert kept.of(["a"]) == {"a": 2}


def test_what_changes_while_it_is_read_is_read_as_a_whole_again() -> None:
    table = Table()

    def slowly(keys: Collection[str]) -> dict[str, int]:
        found = table.read(keys)
        if len(table.readings) == 2:
            table.become({"a": 2, "b": 2})
        return found

    kept = KeptRows(table.changes, slowly, most=10)
    assert kept.of(["a"]) == {"a": 1}
    assert kept.of(["a", "b"]) == {"a": 2, "b": 2}
    assert kept.of(["a", "b"]) == {"a": 2, "b": 2}


def test_with_too_many_everything_is_forgotten() -> None:
    table = Table()
    kept = KeptRows(table.changes, table.read, most=2)
    kept.of(["a", "b", "c"])
    kept.of(["a"])
    kept.of(["a"])
    assert table.readings == [["a", "b", "c"], ["a"]]


def test_a_whole_is_read_once_and_again_after_a_change() -> None:
    table = Table()
    whole = KeptWhole(table.changes, lambda: table.read(list(table.rows)))
    assert whole.get() is whole.get()
    with table.changes.one():
        whole.get()
        table.rows = {"c": 3}
        assert whole.get() == {"c": 3}
    assert whole.get() == {"c": 3}
    assert len(table.readings) == 4


def test_nobody_sees_some_of_either_while_changes_go_on() -> None:
    table = Table()
    kept = KeptRows(table.changes, table.read, most=3)
    stop = Event()

    def look() -> list[set[int]]:
        seen = []
        while not stop.is_set():
            keys = [["a", "b"], ["a", "b", "c"], ["b", "x", "a", "d"]][len(seen) % 3]
            seen.append(set(kept.of(keys).values()))
        return seen

    with ThreadPoolExecutor(4) as threads:
        looks = [threads.submit(look) for _ in range(3)]
        for number in range(2, 1500):
            table.become({"a": number, "b": number})
        stop.set()
    assert all(len(values) == 1 for one in looks for values in one.result())
    assert kept.of(["a"]) == {"a": 1499}

from __future__ import annotations

import tracemalloc

from ingest.read.grid import MOST_SPANNED, Part, laid_out


def test_spans_on_spans_do_not_fill_the_memory() -> None:
    rows = [[Part(row, 2000, MOST_SPANNED)] for row in range(2000)]
    tracemalloc.start()
    grid = laid_out(rows, frozenset())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert grid.contents == tuple(range(2000))
    assert [place.column for place in grid.places[:11]] == [MOST_SPANNED * row for row in range(10)] + [1000]
    assert peak < 16 * 1024 * 1024


def test_a_cell_takes_the_next_column_that_no_cell_from_above_reaches_into() -> None:
    grid = laid_out([[Part("a", 3), Part("b", 2, 2), Part("c")], [Part("d")], [Part("e"), Part("f")]], frozenset())
    assert [(place.row, place.column) for place in grid.places] == [(0, 0), (0, 1), (0, 3), (1, 3), (2, 1), (2, 2)]

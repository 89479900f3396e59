"""How long it takes to make a file of a study pack of sixty passages, in each format.

::

    python -m bench.exports

Prints a Markdown table; the PDF includes the start of the process that Typst runs in.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from statistics import median

from bench.sample_packs import course
from search_api.exports import FORMATS, export
from search_api.exports.sheet import Column, sheet
from search_api.packs.content import PackContent

_ROUNDS = 7


def main() -> None:
    """Measure every format and print it."""
    content = course()
    print(f"{len(content.passages)} passages, {_ROUNDS} rounds, the first with everything that is loaded once\n")
    print("| format | first | median | worst | size |\n|---|---|---|---|---|")
    for name in FORMATS:
        _print(name, lambda name=name: export(content, name).body)  # type: ignore[misc]
    _print("xlsx", lambda: _table(content))


def _print(name: str, make: Callable[[], bytes]) -> None:
    took, size = [], 0
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        size = len(make())
        took.append(time.perf_counter() - began)
    first, *later = took
    print(f"| {name} | {first:.2f} s | {median(later):.2f} s | {max(later):.2f} s | {size / 1000:.0f} kB |", flush=True)


def _table(content: PackContent) -> bytes:
    """A table of a thousand rows, as the targets of some twenty documents make it."""
    columns = (Column("Chỉ tiêu", 60), Column("Hạn", 14), Column("Giá trị", 10), Column("Căn cứ", 60))
    rows = [(one.quote.text, date(2026, 12, 31), 0.85, one.quote.citation.full) for one in content.passages]
    return sheet("Chỉ tiêu, thời hạn", columns, (rows * 17)[:1000])


if __name__ == "__main__":
    main()

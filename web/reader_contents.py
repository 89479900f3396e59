"""The table of contents beside a document: a tree of its titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from search_api.schemas import OutlineItemOut
from web.unit_text import UnitText

_UNNUMBERED = {"phần đầu": "Phần mở đầu", "ký": "Phần chữ ký", "nơi nhận": "Nơi nhận"}
_LONGEST_LABEL = 70
# Of a longer document only what has a title is listed: nobody looks through thousands of items.
_LONGEST_LIST = 150


@dataclass(slots=True)
class Entry:
    """A line of the contents, with those below it."""

    address: str
    label: str
    inner: list[Entry] = field(default_factory=list)


def contents_of(outline: Sequence[OutlineItemOut]) -> list[Entry]:
    """What a reader looks for in a table of contents: titles, and units that others stand in."""
    around = {unit.address.rpartition("/")[0] for unit in outline}
    listed = [unit for unit in outline if unit.heading or len(unit.path) == 1 or unit.address in around]
    if len(listed) > _LONGEST_LIST:
        listed = [unit for unit in listed if unit.heading or len(unit.path) == 1]
    entries = {unit.address: Entry(unit.address, _label(unit)) for unit in listed}
    top: list[Entry] = []
    for address, entry in entries.items():
        above = address.rpartition("/")[0]
        while above and above not in entries:
            above = above.rpartition("/")[0]
        (entries[above].inner if above else top).append(entry)
    return top


def _label(unit: OutlineItemOut) -> str:
    kind = unit.path[0].unit
    if len(unit.path) == 1 and kind in _UNNUMBERED:
        return _UNNUMBERED[kind]
    # What stands in its tables does not name a unit.
    own = unit.text[: unit.tables[0].start] if unit.tables else unit.text
    words = ". ".join((UnitText(unit).heading or own).strip().splitlines())
    return words if unit.heading or len(words) <= _LONGEST_LABEL else f"{words[:_LONGEST_LABEL]}…"

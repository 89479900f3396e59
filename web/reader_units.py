"""The units of a document as the reader shows them: where each stands, how deep, and which the address means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from search_api.schemas import NoteOut, OutlineItemOut
from web.unit_text import Block, UnitText
from web.words import Spans

_FURTHER_PART = re.compile(r"/tiep-\d+$")
_DEEPEST, _LOWEST_HEADING = 5, 6
# What the browser leaves undrawn until it comes near, together: a screen or two.
_LONGEST_CHUNK = 4000
# Height of a chunk before it is drawn, in the letters of its text: about 80 go on a line of 2rem.
_LETTERS_A_LINE, _REM_A_LINE, _REM_AROUND = 80, 2.0, 0.75
_HEIGHTS = (4, 8, 16, 24, 32, 48, 64, 96, 128, 192)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is shown.

    Attributes:
        address: In the document.
        place: By which it is cited.
        step: The innermost part of that, for the eye.
        depth: How far it is set in, 1 to 5.
        level: Of its heading, 2 to 6; 0 without one.
        begins: The page that begins with it; 0 where none does.
        blocks: Its text.
        notes: The notes whose marks stand in it.
        is_recognised: It was read from pictures of pages.
        is_quotable: It can be quoted as one.
    """

    address: str
    place: str
    step: str
    depth: int
    level: int
    begins: int
    blocks: tuple[Block, ...]
    notes: tuple[NoteOut, ...]
    is_recognised: bool
    is_quotable: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """Units that are drawn together; ``height`` is what they will take, in rem, one of a few steps."""

    units: tuple[Unit, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Goal:
    """The place an address means: a unit, a table or a row.

    Attributes:
        address: Where it is; empty for the whole document.
        unit: The unit it is or stands in.
        place: How it is cited.
        asked: The address that was asked for.
        is_exact: There is such a place; else ``address`` is that of the closest one around it.
    """

    address: str
    unit: str
    place: str
    asked: str
    is_exact: bool


def goal_of(asked: str, outline: Sequence[OutlineItemOut]) -> Goal:
    """The place in a document that an address means."""
    places: dict[str, tuple[str, str]] = {}
    for unit in outline:
        for table in unit.tables:
            places |= {row.address: (row.place, unit.address) for row in reversed(table.rows)}
            places[table.address] = (table.place, unit.address)
        places[unit.address] = (unit.place, unit.address)
    # Further parts of a long unit are passages of their own, and stand in it.
    address = whole = _FURTHER_PART.sub("", asked)
    while address and address not in places:
        address = address.rpartition("/")[0]
    place, unit_address = places.get(address, ("", ""))
    return Goal(address, unit_address, place, asked, address == whole)


def chunks_of(outline: Sequence[OutlineItemOut], marks: Mapping[str, Spans]) -> Iterator[Chunk]:
    """The units of a document in reading order, put together with those they are drawn with."""
    waiting: list[Unit] = []
    letters = 0
    for unit, item in zip(_units(outline, marks), outline, strict=True):
        if waiting and (letters + len(item.text) > _LONGEST_CHUNK or 0 < unit.level <= 3):
            yield _chunk(waiting, letters)
            waiting, letters = [], 0
        waiting.append(unit)
        letters += len(item.text)
    if waiting:
        yield _chunk(waiting, letters)


def _chunk(units: Sequence[Unit], letters: int) -> Chunk:
    lines = letters / _LETTERS_A_LINE + len(units) / 2
    rem = lines * _REM_A_LINE + len(units) * _REM_AROUND
    return Chunk(tuple(units), min(_HEIGHTS, key=lambda height: abs(height - rem)))


def _units(outline: Sequence[OutlineItemOut], marks: Mapping[str, Spans]) -> Iterator[Unit]:
    levels: dict[str, int] = {}
    page, number = 0, 1
    for item in outline:
        # A heading stands one level below the closest one around it, so that no level is left out.
        above = levels.get(item.address.rpartition("/")[0], 1)
        levels[item.address] = min(_LOWEST_HEADING, above + 1) if item.heading else above
        begins = min(item.pages, default=0) - (1 if item.turns and item.turns[0].at == 0 else 0)
        found = marks.get(item.address, ())
        yield Unit(
            item.address,
            item.place,
            _innermost(item.place),
            min(len(item.path), _DEEPEST),
            levels[item.address] if item.heading else 0,
            begins if begins > page else 0,
            tuple(UnitText(item, found, number).blocks()),
            item.notes,
            item.recognised,
            item.quotable,
        )
        page, number = max(page, *item.pages, 0), number + len(found)


def _innermost(place: str) -> str:
    """``khoản 2`` of ``mục III, khoản 2, tr. 4``."""
    steps = [step for step in place.split(", ") if not step.startswith("tr. ")]
    return steps[-1] if steps else place

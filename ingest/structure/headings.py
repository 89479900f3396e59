"""The title of a unit: what is set off by bold, capitals or a heading mark, without the label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from corpus.text import match_form
from ingest.reading import Line
from ingest.structure.open_units import Opening
from ingest.structure.tail import is_capitals

# Units whose title may stand on the line after the label ("Chương I" / "QUY ĐỊNH CHUNG").
_TITLED_BELOW = ("phần", "chương", "mục", "tiểu mục", "phụ lục", "văn bản kèm theo")
_NOTE = re.compile(r"\(\s*(?:ban hành\s+)?kèm theo\s")
_TABLE_HEAD = re.compile(r"s?tt(?:\s|$)|số thứ tự")
_UNTITLED = ("phần đầu", "ký", "nơi nhận")


def heading_of(lines: Sequence[Line], opening: Opening, limit: int) -> str | None:
    """The heading of a unit, ``None`` if it has none.

    Args:
        lines: The document's lines.
        opening: The unit.
        limit: Index of the line at which the next unit opens.
    """
    unit = opening.path[-1].unit
    if unit in _UNTITLED:
        return None
    first = lines[opening.line]
    own = first.text[opening.body :].strip()
    if own and not _is_set_off(first, opening.body):
        return None
    below = lines[opening.line + 1 : limit]
    if unit in _TITLED_BELOW or (unit == "điều" and not own):
        parts = [own, *_title_below(_without_note(below), own)]
    else:
        parts = [own, *(line.text for line in takewhile(lambda line: own and line.continues, below))]
    return " ".join(part for part in parts if part) or None


def _title_below(lines: Sequence[Line], above: str) -> Iterator[str]:
    """Lines of a title under a label, all in one style; the head of a table is set off too and is none."""
    for line in lines:
        alike = not above or line.continues or is_capitals(line.text) == is_capitals(above)
        if not (_is_set_off(line, 0) or line.continues) or not alike or _TABLE_HEAD.match(match_form(line.text)):
            return
        yield line.text
        above = line.text


def _without_note(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without the note that says to what an annex belongs: "(Kèm theo Quyết định số …)"."""
    if not lines or not _NOTE.match(match_form(lines[0].text)):
        return lines
    return list(dropwhile(lambda line: line.continues, lines[1:]))


def _is_set_off(line: Line, start: int) -> bool:
    rest = line.text[start:].strip()
    return bool(line.bold or line.heading or is_capitals(rest)) or not rest

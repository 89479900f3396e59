"""The title of a unit: what is set off by bold, capitals or a heading mark, without the label."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.reading import Line
from ingest.structure.outline import Opening
from ingest.structure.tail import is_capitals

# Units whose title may stand on the line after the label ("Chương I" / "QUY ĐỊNH CHUNG").
_TITLED_BELOW = ("phần", "chương", "mục", "tiểu mục", "phụ lục", "văn bản kèm theo")
_UNTITLED = ("phần đầu", "ký", "nơi nhận")


def heading_of(lines: Sequence[Line], opening: Opening, limit: int) -> str | None:
    """The heading of a unit, ``None`` if it has none.

    Args:
        lines: The document's lines.
        opening: The unit.
        limit: Index of the line at which the next unit opens.
    """
    if opening.path[-1].unit in _UNTITLED:
        return None
    first = lines[opening.line]
    parts = [first.text[opening.body :].strip()] if _is_set_off(first, opening.body) else []
    if not parts and first.text[opening.body :].strip():
        return None
    unit = opening.path[-1].unit
    titled_below = unit in _TITLED_BELOW or (unit == "điều" and parts == [""])
    for line in lines[opening.line + 1 : limit]:
        below = titled_below and _is_set_off(line, 0)
        if not (line.continues and parts and parts[0]) and not below:
            break
        parts.append(line.text)
    return " ".join(part for part in parts if part) or None


def _is_set_off(line: Line, start: int) -> bool:
    rest = line.text[start:].strip()
    return bool(line.bold or line.heading or is_capitals(rest)) or not rest

"""Where a document has the units that are named, and which of them it has not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from corpus.citation import place_parts
from corpus.pieces import pieces
from corpus.text import match_form
from corpus.types import Document, Path, Step
from search_api.asking.unit_labels import WantedUnit, spellings

# Units whose names people mix up: the "mục 3" of a directive is printed as khoản 3, "ý 4" and "the fourth" as either.
_MIXED_UP = ("phần", "mục", "tiểu mục", "khoản", "điểm", "ngoặc")
_ASKED_MIXED_UP = (*_MIXED_UP, "tiết", "thứ")
# What is asked for as tiết is printed as điểm where the units around it bear numbers.
_PRINTED_AS = {"tiết": "điểm"}
_OUTERMOST_FIRST = (
    "văn bản kèm theo", "phụ lục", "phần", "chương", "mục", "tiểu mục", "thứ", "điều", "khoản", "số", "điểm", "tiết",
    "ngoặc", "gạch", "cộng", "bảng", "dòng",
)  # fmt: skip

_Agrees = Callable[[WantedUnit, Step], bool]


def together(units: Sequence[WantedUnit]) -> tuple[WantedUnit, ...]:
    """Units of one kind as alternatives: "điều 5 và điều 6" asks for either, "điểm 4.4.1, mục 4.4" for 4.4.1."""
    labels: dict[str, tuple[str, ...]] = {}
    for unit in units:
        labels[unit.unit] = (*labels.get(unit.unit, ()), *unit.labels)
    numbered = labels.get("số", ())
    if numbered:
        labels["số"] = tuple(one for one in numbered if not any(other.startswith(f"{one}.") for other in numbered))
    return tuple(WantedUnit(name, tuple(dict.fromkeys(every))) for name, every in labels.items())


def addresses_of(document: Document, units: Sequence[WantedUnit]) -> list[str]:
    """Addresses of the units whose path holds every unit that was named, each at a step of its own, the last of them.

    Where nothing bears the very names, the outermost units that bear names people mix up with them: "điểm 3.6, mục 3"
    is printed as khoản 3, 3.6; "mục 3.2" may be mục III, khoản 2.
    """
    return [address for address, _ in _found(document, units)]


def lacking(documents: Sequence[Document], units: Sequence[WantedUnit]) -> str:
    """The units named that none of the documents has, for readers; all of them if no place has them together."""
    found = [path for document in documents for _, path in _found(document, together(units))]
    missing = [unit for unit in units if not any(_is_mixed_up(unit, step) for path in found for step in path)]
    if not found:
        return ", ".join(place_parts(tuple(sorted(map(_step, units), key=lambda step: _depth(step.unit)))))
    if any(unit.unit == "số" for unit in missing):
        return ""
    return ", ".join(part for unit in missing for part in place_parts((_step(unit),)))


def _step(unit: WantedUnit) -> Step:
    label = unit.labels[0] if unit.labels else ""
    if unit.unit in ("phần", "chương", "mục", "phụ lục") and label not in ("đ", ""):
        label = label.upper()
    return Step("phần thứ", label) if unit.unit == "thứ" else Step(unit.unit, label)


def _depth(unit: str) -> int:
    return _OUTERMOST_FIRST.index(unit) if unit in _OUTERMOST_FIRST else len(_OUTERMOST_FIRST)


def _found(document: Document, units: Sequence[WantedUnit]) -> list[tuple[str, Path]]:
    """Places that have the units, by the first reading that has any."""
    places = [(section.address, section.path) for section in document.sections]
    tables = [(piece.address, piece.path) for piece in pieces(document) if piece.table]
    found = [place for place in (*places, *tables) if _is_unit(place[1], units, _bears)]
    if found:
        # "(6)" of a list inside another is asked for with what stands around it.
        return _outermost(found) if all(unit.unit == "ngoặc" for unit in units) else found
    for wanted in (units, *_taken_apart(units)):
        found += [place for place in places if place not in found and _is_unit(place[1], wanted, _is_mixed_up)]
        if found and wanted is units:
            break
    return _outermost(found)


def _outermost(found: Sequence[tuple[str, Path]]) -> list[tuple[str, Path]]:
    depth = min((len(path) for _, path in found), default=0)
    return [place for place in found if len(place[1]) == depth]


def _taken_apart(units: Sequence[WantedUnit]) -> Iterator[list[WantedUnit]]:
    """An item "3.2" as mục 3, khoản 2; what is named around it with the same number is one of the two."""
    numbered = next((unit for unit in units if unit.unit == "số"), None)
    for label in numbered.labels if numbered else ():
        parts = label.split(".")
        made = [WantedUnit(name, spellings(part)) for name, part in zip(("mục", "khoản", "điểm"), parts, strict=False)]
        yield [*made, *(unit for unit in units if unit is not numbered and parts[0] not in unit.labels)]


def _is_unit(path: Path, units: Sequence[WantedUnit], agrees: _Agrees) -> bool:
    return any(
        agrees(unit, path[-1]) and _has(path[:-1], [other for other in units if other is not unit], agrees)
        for unit in units
    )


def _has(steps: Path, units: Sequence[WantedUnit], agrees: _Agrees) -> bool:
    """Whether every unit is at a step of its own."""
    if not units:
        return True
    first, *others = units
    return any(
        agrees(first, step) and _has((*steps[:at], *steps[at + 1 :]), others, agrees) for at, step in enumerate(steps)
    )


def _bears(unit: WantedUnit, step: Step) -> bool:
    return step.unit == _PRINTED_AS.get(unit.unit, unit.unit) and _is_called(step, unit.labels)


def _is_mixed_up(unit: WantedUnit, step: Step) -> bool:
    same_name = step.unit in _MIXED_UP and unit.unit in _ASKED_MIXED_UP
    return _bears(unit, step) or (same_name and _is_called(step, unit.labels))


def _is_called(step: Step, labels: Collection[str]) -> bool:
    return not labels or match_form(step.label) in labels

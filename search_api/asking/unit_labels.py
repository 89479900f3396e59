"""Labels of units as they are typed: in either numeral, in words, with dots, in lists and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numerals import numeral_value
from corpus.types import Value


@dataclass(frozen=True, slots=True)
class WantedUnit(Value):
    """A unit a question names: ``("khoản", ("2", "ii"))``.

    Attributes:
        unit: Its kind; ``số`` for an item printed with its whole number ("3.2"), ``thứ`` for the so many-th of any.
        labels: Its label, folded except đ, in both numerals; empty for any label.
    """

    unit: str
    labels: tuple[str, ...]


# So many units are read of a range; of a longer one only its ends.
_LONGEST_RANGE = 60
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_DIGITS = re.compile(r"(?P<before>(?:\d+\.)*)(?P<last>\d+)")
_ROMANS = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
]


def plain_label(written: str) -> str:
    """A label without brackets and, where it is in words, in figures; empty if the words spell no number.

    Args:
        written: In the form compared in matching.
    """
    bare = written.strip("() ")
    if len(bare) == 1 or not bare.strip("ivxl") or any(char.isdigit() for char in bare):
        return bare
    if bare in ("nhất", "nhat"):
        return "1"
    number = numeral_value(bare)
    return "" if number is None else str(number)


def labels_between(first: str, last: str) -> tuple[str, ...] | None:
    """The labels of a range with its ends: 30 to 33, 3.1 to 3.4, I to III, a to d; ``None`` if it is no range."""
    one, other = _DIGITS.fullmatch(first), _DIGITS.fullmatch(last)
    if one and other and one["before"] == other["before"]:
        places = range(int(one["last"]), int(other["last"]) + 1)
        made = [f"{one['before']}{place}" for place in places] if len(places) <= _LONGEST_RANGE else [first, last]
        return tuple(made) if len(places) > 1 else None
    for order in (_ROMANS, _LETTERS):
        if first in order and last in order and order.index(first) < order.index(last):
            return tuple(order[order.index(first) : order.index(last) + 1])
    return None


def read_unit(unit: str, label: str, letters: tuple[str, ...] = ()) -> Iterator[WantedUnit]:
    """The units a label means: "mục III.2.a" is mục III, khoản 2, điểm a; "mục 3.2" is the item printed 3.2.

    Args:
        unit: Its kind.
        label: In small letters.
        letters: Which letters it may be instead, where d and đ are told apart.
    """
    first, *inner = label.split(".")
    if inner and unit in ("bảng", "dòng"):
        yield WantedUnit(unit, (label,))
    elif not inner:
        yield WantedUnit(unit, letters or spellings(label))
    elif first.isdigit() and unit != "điều":
        numbers = [part for part in inner if part.isdigit()]
        yield WantedUnit("số", (".".join((first, *numbers)),))
        if len(numbers) < len(inner):
            yield WantedUnit("điểm", (inner[-1],))
    elif first in _LETTERS and inner[0] in _ROMANS:
        yield from _steps(("phần", "mục", "khoản", "điểm"), (first, *inner))
    else:
        yield from _steps((unit, "khoản", "điểm", "điểm"), (first, *inner))


def _steps(units: Sequence[str], labels: Sequence[str]) -> Iterator[WantedUnit]:
    for unit, label in zip(units, labels, strict=False):
        yield WantedUnit(unit, spellings(label))


def spellings(label: str) -> tuple[str, ...]:
    """A label in both numerals, as it was given first: people type "mục 3" for "mục III"."""
    if label in _ROMANS:
        return (label, str(_ROMANS.index(label) + 1))
    if label.isdigit() and 1 <= int(label) <= len(_ROMANS):
        return (str(int(label)), _ROMANS[int(label) - 1])
    return (label,)

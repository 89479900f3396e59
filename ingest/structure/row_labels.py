"""By what the rows of a table are cited: the numbers they print where those can be relied on, else their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.numbers import roman_value
from corpus.text import match_form
from ingest.structure.grids import Row

_LABEL = re.compile(r"(\d{1,4}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])\s?[.)\-/]?")
_LEADING_LABEL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐ])\s?[.)\-–:]\s*(?=\S)")
_TOTAL = re.compile(r"(?:tổng )?(?:tổng|cộng)(?: số| cộng)?(?!\w)")
_LONGEST_TOTAL = 30
# Printed numbers are relied on if this share of the rows that could have one has one.
_MOSTLY = 0.5


class RowLabel(NamedTuple):
    """How a row is cited.

    Attributes:
        label: Empty for a heading over rows that prints no number.
        goes_on: The row prints no number of its own and belongs to the one above it.
        under: The rows that stand over it as headings, outermost first.
    """

    label: str
    goes_on: bool = False
    under: tuple[int, ...] = ()


def row_labels(rows: Sequence[Row]) -> list[RowLabel]:
    """The label of each row below the head of a table."""
    columns = sorted({filled.cell.column for row in rows for filled in row})
    return _printed(rows, columns) or _by_order(rows, columns)


def _is_heading(row: Row, columns: Sequence[int]) -> bool:
    """Whether a row is one cell that runs over columns, or has none of the cells that usually stand beside it."""
    return len(row) == 1 and (row[0].cell.columns > 1 or (row[0].cell.column == columns[0] and len(columns) > 2))


def _by_order(rows: Sequence[Row], columns: Sequence[int]) -> list[RowLabel]:
    labels: list[RowLabel] = []
    number = 0
    under: tuple[int, ...] = ()
    for index, row in enumerate(rows):
        if row[0].cell.goes_on and labels:
            labels.append(_going_on(labels[-1]))
        elif _is_heading(row, columns):
            labels.append(RowLabel(""))
            under = (index,)
        else:
            number += 1
            labels.append(RowLabel(str(number), under=under))
    return labels


def _printed(rows: Sequence[Row], columns: Sequence[int]) -> list[RowLabel] | None:
    """Labels by the first column; those that repeat are named with the one above them (II.1).

    ``None`` where too few rows have a number, numbers do not go up one by one from 1, or labels still repeat.
    """
    own = [_own_label(row, columns) for row in rows]
    beside = sum(row[0].cell.column == columns[0] for row in rows)
    numbers = [0, *(int(label) for label in own if label.isdecimal())]
    in_order = all(after in (before + 1, 1) for before, after in pairwise(numbers))
    if not in_order or not any(own) or sum(map(bool, own)) < _MOSTLY * beside:
        return None
    labels = _nested(rows, columns, own)
    named = [label.label for label in labels if label.label and not label.goes_on]
    return labels if len(set(named)) == len(named) else None


def _own_label(row: Row, columns: Sequence[int]) -> str:
    if row[0].cell.column != columns[0]:
        return ""
    match = _LABEL.fullmatch(row[0].text)
    if match is None and _is_heading(row, columns):
        match = _LEADING_LABEL.match(row[0].text)
    return match[1] if match else ""


def _nested(rows: Sequence[Row], columns: Sequence[int], own: Sequence[str]) -> list[RowLabel]:
    repeated = {label for label in own if own.count(label) > 1}
    over: dict[str, int] = {}
    labels: list[RowLabel] = []
    for index, row in enumerate(rows):
        label = own[index]
        if row[0].cell.goes_on and labels:
            labels.append(_unnumbered(row, labels[-1]))
        elif label or _is_heading(row, columns):
            kind = _kind(label, own[over["capital"]] if "capital" in over else "")
            over = _above(over, kind)
            whole = ".".join(filter(None, (*(own[above] for above in over.values()), label)))
            labels.append(RowLabel(whole if label in repeated else label, under=tuple(over.values())))
            over[kind] = index
        else:
            labels.append(_unnumbered(row, labels[-1] if labels else None))
    return labels


def _kind(label: str, last_capital: str) -> str:
    """What sort of label it is; rows of one sort are siblings."""
    if label.isdecimal() or not label:
        return "number" if label else "heading"
    if "." in label:
        return f"number {label.count('.')}"
    if label.islower():
        return "letter"
    follows = last_capital != "" and ord(label[0]) == ord(last_capital) + 1
    return "capital" if roman_value(label) is None or follows else "roman"


def _above(over: dict[str, int], kind: str) -> dict[str, int]:
    """The rows that stay open above a row of a kind: a heading without a number may stand under a numbered one."""
    kinds = list(over)
    ends = [known for known in kinds if known == kind or (kind == "heading" and known not in ("capital", "roman"))]
    return {known: over[known] for known in (kinds[: kinds.index(ends[0])] if ends else kinds)}


def _unnumbered(row: Row, above: RowLabel | None) -> RowLabel:
    """A row without a number is a sum at the foot, by whose name it is cited, or belongs to the row above it."""
    text = row[0].text
    if len(text) <= _LONGEST_TOTAL and _TOTAL.match(match_form(text)):
        return RowLabel(text.strip(" :"))
    return RowLabel("") if above is None or not above.label else _going_on(above)


def _going_on(above: RowLabel) -> RowLabel:
    return RowLabel(above.label, goes_on=True, under=above.under)

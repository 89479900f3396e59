"""A table as an XLSX sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        title: Its head.
        width: In characters of the text size of the sheet.
    """

    title: str
    width: int


def sheet(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """An XLSX file with one sheet: head frozen, a filter over it, text wrapped.

    Args:
        title: Of the sheet; what Excel does not take in a name is left out.
        columns: From left to right.
        rows: Values of the columns; dates stay dates and numbers numbers, and no text is taken for a formula.
    """
    raise NotImplementedError

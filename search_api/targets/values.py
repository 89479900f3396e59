"""The values of the table of targets. Every span points into ``Document.text``: nothing here is worded anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from corpus.types import Span, Value


class Kind(StrEnum):
    """What a target is; the value is what readers see."""

    GOAL = "chỉ tiêu"
    """A figure to be reached."""
    LIMIT = "định mức"
    """A figure that a standing rule sets: how many at least or at most, how long."""
    MONEY = "mức tiền"
    DEADLINE = "thời hạn"
    """Something to be done by a day, or within some days of an event."""
    PERIODIC = "định kỳ"
    """Something to be done again and again."""


class Comparison(StrEnum):
    """How a figure binds; the value is what readers see."""

    AT_LEAST = "tối thiểu"
    AT_MOST = "tối đa"
    OVER = "trên"
    UNDER = "dưới"
    ABOUT = "khoảng"
    GROWS = "tăng"
    FALLS = "giảm"
    REACHES = "đạt"


class Precision(StrEnum):
    """How exactly a deadline is told; the value is what readers see."""

    DAY = "ngày"
    MONTH = "tháng"
    QUARTER = "quý"
    YEAR = "năm"
    RELATIVE = "kể từ một mốc"
    PERIODIC = "định kỳ"


@dataclass(frozen=True, slots=True)
class Amount(Value):
    """A figure to be reached.

    Attributes:
        span: The figure with its unit, as printed.
        number: Its value in the unit; of a range the lower end.
        upper: The upper end of a range, else ``None``.
        unit: ``%``, ``đồng``, ``đảng viên``, ``USD`` …; empty where it cannot be told.
    """

    span: Span
    number: Decimal
    upper: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Deadline(Value):
    """By when.

    Attributes:
        span: As printed; it may stand in a heading around the sentence.
        precision: What it names.
        day: The day named, of a month, quarter or year the last one; ``None`` where no year is told, where it hangs on
            an event or comes again and again.
        key: In one form: ``2026-06-30``, ``--12-05``, ``2026-06``, ``2026-Q2``, ``2030``, ``30 ngày``, ``mỗi 6 tháng``.
    """

    span: Span
    precision: Precision
    day: date | None
    key: str


@dataclass(frozen=True, slots=True)
class Target(Value):
    """Something a document wants reached or done by a time.

    Attributes:
        address: Of the passage it stands in.
        sentence: The sentence.
        what: What is to be reached: the words around the figure in its sentence.
        kind: What it is.
        amount: The figure; ``None`` where only a time is set.
        comparison: How the figure binds, ``None`` where the text does not say.
        deadline: By when; ``None`` where the text does not say.
        body: Who is responsible, as printed; ``None`` where the text does not say.
    """

    address: str
    sentence: Span
    what: Span
    kind: Kind
    amount: Amount | None
    comparison: Comparison | None
    deadline: Deadline | None
    body: Span | None

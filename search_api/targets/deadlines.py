"""Deadlines and periods of a sentence. Reads text in the form compared in matching.

A date that only names a document ("Nghị quyết số 57-NQ/TW, ngày 22/12/2024") is no deadline: before one stands a word
that makes it one ("trước", "đến", "trong", "từ" …). Nothing is computed: "trước ngày 30/6/2026" has the day 30/6/2026.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.figures import spelled_number, typed_number
from corpus.numbers import roman_value
from corpus.text import trimmed
from corpus.types import Span, Value
from search_api.targets.amounts import NUMBER
from search_api.targets.values import Precision

# A day without a year may be the 29th of February.
_LEAP = 2024
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s?[/\-]\s?|,?\snăm\s)(?P<y>{_YEAR})"
_LEAD = (
    r"(?:trước|đến hết|đến cuối|đến|chậm nhất(?: là)?(?: đến)?|muộn nhất(?: là)?|thời hạn|hết|"
    r"trong|vào(?: cuối)?|kể từ|từ|cuối|tại thời điểm)"
)
_BY_DAY = re.compile(
    rf"(?<!\w){_LEAD}\s(?:\d\d? giờ\s)?(?:ngày\s)?(?P<d>\d{{1,2}})(?P<sep>\s?[/.\-]\s?|\stháng\s)(?P<m>\d{{1,2}})"
    rf"(?:{_OF_YEAR})?(?![\w/%]|[.,]\d)"
)
_BY_MONTH = re.compile(
    rf"(?<!\w)(?:{_LEAD}\s)?(?:tuần đầu |đầu |cuối |giữa )?tháng\s(?P<m>\d{{1,2}}){_OF_YEAR}(?![\w/])|"
    rf"(?<!\w){_LEAD}\s(?P<m2>\d{{1,2}})/(?P<y2>{_YEAR})(?![\w/])"
)
_BY_QUARTER = re.compile(rf"(?<!\w)(?:{_LEAD}\s)?quý\s(?P<q>iv|i{{1,3}}|[1-4])(?:{_OF_YEAR})?(?!\w)")
_BY_YEAR = re.compile(rf"(?<!\w)(?P<lead>{_LEAD}\s(?:hết |cuối )?|bắt đầu từ )năm\s(?P<y>{_YEAR})(?![\w/])")
_THIS_YEAR = re.compile(r"(?<!\w)(?:đến )?hết năm(?!\s?\d)")
# Tells of a figure by when; alone it sets no deadline.
_YEAR_ALONE = re.compile(
    rf"(?<!\w)(?:năm\s(?P<y>{_YEAR})|giai đoạn\s{_YEAR}\s?[-–]\s?(?P<y2>{_YEAR})|"
    rf"tầm nhìn(?: đến)?(?: năm)?\s(?P<y3>{_YEAR}))(?![\w/])"
)
_SPAN_OF_TIME = r"(?P<unit>ngày làm việc|giờ làm việc|ngày|giờ|tuần|tháng|năm)"
_FROM = r"(?:,?\s(?:kể từ|tính từ)[^,;.:()]{3,80})?"
_WITHIN = re.compile(
    rf"(?<!\w)(?:trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?|thời hạn(?: là)?|có)\s(?P<n>{NUMBER})\s"
    rf"{_SPAN_OF_TIME}(?!\s(?:gần nhất|trước đó|vừa qua|qua|cao điểm)(?!\w))(?! \d)(?!\w){_FROM}"
)
_SINCE = re.compile(
    rf"(?<!\w)(?:sau |chậm quá |quá )?(?P<n>{NUMBER})\s{_SPAN_OF_TIME}(?:\s\([^)]{{1,30}}\))?,?\s"
    rf"(?:kể từ|tính từ)[^,;.:()]{{3,80}}"
)
_TURN = r"(?:ngày|tuần|tháng|quý|năm)"
_PERIODS = (
    re.compile(
        rf"(?<!\w)(?:định kỳ|cứ)\s(?:mỗi\s)?(?P<n>{NUMBER})\s(?P<unit>tháng|tuần|ngày|năm)"
        rf"(?:\s(?:một|1|01) lần)?(?!\w)"
    ),
    re.compile(rf"(?<![\w/])(?P<n>{NUMBER})\s(?P<unit>tháng|tuần|ngày|năm)(?:\s(?:một|1|01) lần|/(?:1 )?lần)(?!\w)"),
    re.compile(
        rf"(?<!\w)(?:trước |vào |từ )?(?:\d\d? giờ )?(?:(?:ngày |tháng )[^,;.:]{{1,40}}?\s)?(?:hằng|"
        rf"hàng)\s(?P<unit>{_TURN})(?!\w)"
    ),
    re.compile(r"(?<!\w)(?:trước )?ngày \d\d? (?:của )?tháng cuối (?P<unit>quý)(?!\w)"),
    re.compile(rf"(?<!\w)mỗi\s(?P<unit>{_TURN})(?:\s(?:{NUMBER}) (?:lần|kỳ|buổi))?(?!\w)"),
    # "không quá 8 buổi một tháng": behind what is counted, or money.
    re.compile(r"(?<=[^\W\d])(?<!quá)(?<!hạn)(?<!nhất)(?<!trong)(?<!sau)(?<!dưới)(?<!trên)(?<!thêm)\s(?:một|/)\s?(?P<unit>tháng|quý|năm|tuần)(?!\w)"),
    re.compile(r"(?<!\w)(?:trong một|cả) (?P<unit>năm)(?!\w)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class When(Value):
    """A deadline of a sentence.

    Attributes:
        span: As printed, in the text that was read.
        precision: What it names.
        year: Its year, ``None`` where none is told.
        part: Month and day, month, or quarter, as far as told.
        key: For those without a year of their own: ``30 ngày``, ``mỗi 6 tháng``.
        weak: It tells a figure's time but sets none by itself.
    """

    span: Span
    precision: Precision
    year: int | None = None
    part: tuple[int, ...] = ()
    key: str = ""
    weak: bool = False

    @property
    def is_absolute(self) -> bool:
        """Whether it lies in the calendar."""
        return self.precision not in (Precision.RELATIVE, Precision.PERIODIC)

    @property
    def day(self) -> date | None:
        """The day named, of a longer time the last one."""
        if self.year is None or not self.is_absolute:
            return None
        match self.precision, self.part:
            case Precision.DAY, (month, day):
                return date(self.year, month, day)
            case Precision.MONTH, (month,):
                return date(self.year, month, calendar.monthrange(self.year, month)[1])
            case Precision.QUARTER, (quarter,):
                return date(self.year, 3 * quarter, 31 if quarter in (1, 4) else 30)
            case _:
                return date(self.year, 12, 31)

    @property
    def written(self) -> str:
        """In one form, as ``Deadline.key``."""
        if self.key:
            return self.key
        year = "-" if self.year is None else str(self.year)
        match self.precision, self.part:
            case Precision.DAY, (month, day):
                return f"{year}-{month:02d}-{day:02d}"
            case Precision.MONTH, (month,):
                return f"{year}-{month:02d}"
            case Precision.QUARTER, (quarter,):
                return f"{year}-Q{quarter}"
            case _:
                return year

    def of_year(self, year: int | None) -> When:
        """The same with a year, where it has none of its own."""
        return replace(self, year=year) if self.is_absolute and self.year is None else self


def deadlines(form: str) -> list[When]:
    """The deadlines and periods of a text, in their order, none inside another.

    Args:
        form: The text, as ``corpus.text.match_form`` gives it.
    """
    found: list[When] = []
    taken = bytearray(len(form))
    for read in (_days, _months, _quarters, _relative, _periods, _years):
        for when in read(form):
            if not any(taken[slice(*when.span)]):
                taken[slice(*when.span)] = b"\1" * (when.span.end - when.span.start)
                found.append(when)
    return sorted(found, key=lambda when: when.span)


def _days(form: str) -> Iterator[When]:
    for match in _BY_DAY.finditer(form):
        month, day, year = int(match["m"]), int(match["d"]), _int(match["y"])
        # "từ 5-7 đồng chí" is a range.
        is_range = match["sep"].strip() in ("-", ".") and year is None
        if not is_range and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or _LEAP, month)[1]:
            yield When(Span(*match.span()), Precision.DAY, year, (month, day))


def _months(form: str) -> Iterator[When]:
    for match in _BY_MONTH.finditer(form):
        month = int(match["m"] or match["m2"])
        if 1 <= month <= 12:
            yield When(Span(*match.span()), Precision.MONTH, int(match["y"] or match["y2"]), (month,))


def _quarters(form: str) -> Iterator[When]:
    for match in _BY_QUARTER.finditer(form):
        label = match["q"]
        quarter = int(label) if label.isdigit() else roman_value(label.upper()) or 0
        yield When(Span(*match.span()), Precision.QUARTER, _int(match["y"]), (quarter,))


def _years(form: str) -> Iterator[When]:
    for match in _BY_YEAR.finditer(form):
        yield When(Span(*match.span()), Precision.YEAR, int(match["y"]))
    for match in _THIS_YEAR.finditer(form):
        yield When(Span(*match.span()), Precision.YEAR)
    for match in _YEAR_ALONE.finditer(form):
        yield When(Span(*match.span()), Precision.YEAR, int(match["y"] or match["y2"] or match["y3"]), weak=True)


def _relative(form: str) -> Iterator[When]:
    for pattern in (_WITHIN, _SINCE):
        for match in pattern.finditer(form):
            key = f"{_count(match['n'])} {match['unit']}"
            yield When(trimmed(form, *match.span()), Precision.RELATIVE, key=key)


def _periods(form: str) -> Iterator[When]:
    for pattern in _PERIODS:
        for match in pattern.finditer(form):
            number = _count(match["n"]) if "n" in pattern.groupindex else "1"
            start = match.start() + (form[match.start()] == " ")
            key = f"mỗi {number} {match['unit']}" if number != "1" else f"mỗi {match['unit']}"
            yield When(Span(start, match.end()), Precision.PERIODIC, key=key)


def _count(written: str) -> str:
    number = typed_number(written) if written[0].isdigit() else spelled_number(written)
    return f"{number.normalize():f}"


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None

"""Figures and dates of a text in one form each, however they are written: ``2 %`` and ``hai phần trăm`` are ``2%``.

Both sides of the search read them with this one function, so that a figure of a question meets the same figure
of a passage. Ways of writing: Nghị định 30/2020/NĐ-CP, annex I and II (dates, digits and words), Hướng dẫn
36-HD/VPTW (Roman numerals of units), and the labelled questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from corpus.numbers import roman_value
from corpus.text import fold, marked_or_plain, match_form
from corpus.types import Span, Value


@dataclass(frozen=True, slots=True)
class Figure(Value):
    """A figure or date as it stands in a text.

    Attributes:
        key: The form that all its spellings share, e.g. ``2%``, ``30/6``, ``100000``, ``3 nam``, ``khoa 13``.
        span: Where it stands.
    """

    key: str
    span: Span


def _words(*phrases: str) -> str:
    return "|".join(map(marked_or_plain, phrases))


_ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_TAILS = {**_ONES, "mốt": 1, "tư": 4, "lăm": 5}
# Typed without marks these are other words, too: "sau năm 2025", "nam", "tư".
_NEED_MARKS = ("năm", "sáu", "bảy", "tám", "tư", "mốt")
_NUMERALS = {**_TAILS, **{fold(word): value for word, value in _TAILS.items() if word not in _NEED_MARKS}}


def _numerals(values: dict[str, int]) -> str:
    return "|".join(word if word in _NEED_MARKS else marked_or_plain(word) for word in values)


_TENS = rf"(?:(?:{_numerals(_ONES)}) (?:mươi|muoi)|mười|muoi)(?: (?:{_numerals(_TAILS)}))?"
SPELLED = rf"(?:{_numerals(_ONES)}) (?:trăm|tram)(?: (?:linh|lẻ|le) (?:{_numerals(_TAILS)})| {_TENS})?|{_TENS}"
"""Numbers in words from ten on, as a pattern for text in the form compared in matching."""
DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
"""Numbers in digits, as a pattern."""
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SCALE_OF = {form: value for word, value in _SCALES.items() for form in (word, fold(word))}
_COUNTED = _words(
    "năm", "tháng", "ngày", "tuần", "giờ", "phút", "lần", "người", "đồng chí", "đảng viên", "tuổi", "quý", "kỳ",
    "nhiệm kỳ", "khóa",
)  # fmt: skip
_YEAR = r"(?:19|20)\d\d"
_SCALED = _words(*_SCALES)
_PERCENT = _words("phần trăm")
# Not "6 năm" of "tháng 6 năm 2025", and not "30 tháng" of "30 tháng 6".
_QUANTITY = re.compile(
    rf"(?<![\w/\-])(?<!\w[.,])(?<!tháng )(?<!thang )(?<!quý )(?<!quy )"
    rf"(?:(?P<digits>{DIGITS})|"
    rf"(?P<spelled>{SPELLED}|{_numerals(_ONES)})(?=\s(?:{_SCALED}|{_PERCENT}|{_COUNTED})(?!\w)))"
    rf"(?:\s(?P<scale>{_SCALED})(?P<more>\s(?:{_words('tỷ', 'tỉ')}))?(?!\w))?"
    rf"(?:\s?(?P<percent>%)|\s(?P<parts>{_PERCENT})(?!\w)|\s(?P<unit>{_COUNTED})(?!\w)(?!(?<=ng) \d))?"
    r"(?![\w/]|[.,]\d)"
)
_MONTH_WORD = f"(?:{_words('tháng')})"
# "năm 2025" or "/2025" behind a month or quarter.
_OF_YEAR = rf"(?:,?\s(?:{_words('năm')})\s|\s?[/\-]\s?)"
_DATE = re.compile(
    rf"(?<![\w/.,\-])(?P<d>\d{{1,2}})(?:"
    rf"\s?(?P<sep>[/.\-])\s?(?P<m>\d{{1,2}})(?:\s?(?P=sep)\s?(?P<y>{_YEAR}))?|"
    rf"\s{_MONTH_WORD}\s(?P<m2>\d{{1,2}})(?:{_OF_YEAR}(?P<y2>{_YEAR}))?)(?![\w/%\-]|[.,]\d)"
)
# "2-3 người" is a range, which 30-6 cannot be, and "mục 3.2" an item: else the word before tells a date.
_DATE_LEAD = re.compile(rf"(?<!\w)(?:{_words('ngày', 'trước', 'đến', 'từ', 'sau', 'hết', 'hạn')})\s\Z")
# The month of a whole date is read with its day.
_MONTH = re.compile(
    rf"(?<![\w/.,\-])(?:(?<!tháng )(?<!thang )(?P<m>\d{{1,2}})\s?/\s?|"
    rf"(?<!\d\s){_MONTH_WORD}\s(?P<m2>\d{{1,2}}){_OF_YEAR})(?P<y>{_YEAR})(?![\w/])"
)
_LABEL = r"(?P<label>[ivx]{1,6}|\d{1,2})(?![\w%]|[.,]\d)"
_QUARTER = re.compile(rf"(?<!\w)(?:{_words('quý')})\s{_LABEL}(?:{_OF_YEAR}(?P<y>{_YEAR}))?")
_CONGRESS = rf"(?:{_words('đại hội')})(?:\s(?:{_words('đảng bộ', 'đảng', 'đại biểu', 'toàn quốc')})){{0,3}}"
_NAMED = {
    **{unit: _words(unit) for unit in ("mục", "chương", "phần", "phụ lục", "khóa")},
    "đại hội": rf"{_CONGRESS}(?:\s(?:{_words('lần thứ', 'lần', 'thứ')}))?",
}
_UNITS = [(fold(unit), re.compile(rf"(?<!\w)(?:{name})\s{_LABEL}")) for unit, name in _NAMED.items()]


def figures(text: str) -> Iterator[Figure]:
    """Every figure and date of a text, with its span; a date with a year is also its day and its month.

    Args:
        text: In NFC.
    """
    form = match_form(text)
    return chain(_quantities(form), _dates(form), _months(form), _numbered(form))


def _quantities(form: str) -> Iterator[Figure]:
    for match in _QUANTITY.finditer(form):
        value = _value(match)
        scale, unit = match["scale"], match["unit"]
        if match["percent"] or match["parts"]:
            key = f"{_plain(value)}%"
        elif scale or (value >= 10_000 and match["digits"]):
            key = _plain(value)
        elif unit:
            key = f"{_plain(value)} {fold(unit)}"
        else:
            continue
        yield Figure(key, Span(*match.span()))


def _value(match: re.Match[str]) -> Decimal:
    value = spelled_number(match["spelled"]) if match["spelled"] else typed_number(match["digits"])
    if match["scale"]:
        value *= _SCALE_OF[match["scale"]] * (10**9 if match["more"] else 1)
    return value


def typed_number(digits: str) -> Decimal:
    """The value of a number in digits, written the Vietnamese way: ``1.236`` is a thousand and more, ``1,6`` is not."""
    grouped = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", digits)
    if grouped:
        return Decimal(grouped[1].replace(".", "") + "." + (grouped[2] or "0"))
    return Decimal(digits.replace(",", "."))


def spelled_number(words: str) -> Decimal:
    """The value of a number in words, in the form compared in matching: ``hai trăm năm mươi``."""
    total = 0
    for word in words.split():
        if word in ("trăm", "tram"):
            total *= 100
        elif word in ("mươi", "muoi", "mười"):
            # After a numeral it multiplies that one alone: "hai trăm năm mươi".
            total = total - total % 10 + (total % 10 or 1) * 10
        else:
            total += _NUMERALS.get(word, 0)
    return Decimal(total)


def _plain(value: Decimal) -> str:
    """Without zeros that say nothing, with the Vietnamese decimal comma."""
    return f"{value.normalize():f}".replace(".", ",")


def _dates(form: str) -> Iterator[Figure]:
    for match in _DATE.finditer(form):
        day, month, year = int(match["d"]), int(match["m"] or match["m2"]), match["y"] or match["y2"]
        is_sure = year or match["m2"] or match["sep"] == "/"
        is_told = match["sep"] == "-" and (
            day > 12 or _DATE_LEAD.search(form, max(0, match.start() - 8), match.start())
        )
        if not (1 <= day <= 31 and 1 <= month <= 12 and (is_sure or is_told)):
            continue
        span = Span(*match.span())
        yield Figure(f"{day}/{month}", span)
        if year:
            yield Figure(f"{day}/{month}/{year}", span)
            yield Figure(f"{month}/{year}", span)


def _months(form: str) -> Iterator[Figure]:
    for match in _MONTH.finditer(form):
        month = int(match["m"] or match["m2"])
        if 1 <= month <= 12:
            yield Figure(f"{month}/{match['y']}", Span(*match.span()))


def _numbered(form: str) -> Iterator[Figure]:
    for match in _QUARTER.finditer(form):
        quarter = _number(match["label"])
        if quarter:
            yield Figure(f"quy {quarter}", Span(match.start(), match.end("label")))
            if match["y"]:
                yield Figure(f"quy {quarter}/{match['y']}", Span(*match.span()))
    for unit, pattern in _UNITS:
        for match in pattern.finditer(form):
            if number := _number(match["label"]):
                yield Figure(f"{unit} {number}", Span(*match.span()))


def _number(label: str) -> int:
    return int(label) if label.isdigit() else roman_value(label.upper()) or 0

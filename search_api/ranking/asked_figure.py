"""The figure a question asks for: "bao nhiêu phần trăm" wants a percentage, "mấy ngày" a number of days."""

from __future__ import annotations

import re

from corpus.abbreviations import readings
from corpus.text import fold, match_form
from search_api.ranking.highlight import is_common

_NUMBER = r"(?<![\w.])(?:\d[\d.,]*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w))"
# What stands between a number and what it counts: "30% GDP", "05 (năm) ngày", "34 đơn vị", "15 ủy viên".
_UP_TO_COUNTED = r"(?:\s?%)?\s?(?:\([^)]*\)\s)?(?:\w+\s)?"
_PERCENT = r"\d\s?%|phần trăm(?!\w)"
_MONEY = rf"{_NUMBER}\s(?:\w+\s)?(?:đồng|nghìn|triệu|tỷ)(?!\w)"
# Dues and allowances are set in money, in shares of a wage, or as so many times one.
_DUE = rf"{_MONEY}|{_NUMBER}\slần(?!\w)|{_PERCENT}"
_TIMES = ("giờ", "phút", "ngày", "tuần", "tháng", "quý", "năm", "nhiệm kỳ")
# People of any office are counted so.
_PEOPLE = ("người", "đồng chí")
_COUNTS = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(%|\w+)")
_COSTS = re.compile(r"(?<!\w)(?:tiền|phí|phụ cấp|trợ cấp|lương)(?!\w).*\bbao nhiêu(?!\w)")
_LASTS = re.compile(r"(?<!\w)bao lâu(?!\w)")
_ASKS = re.compile(
    r"(?<!\w)(?:bao nhiêu|bao lâu|mấy|khi nào|lúc nào|ngày nào|tháng nào|năm nào|tỷ lệ|tỉ lệ|tối đa|tối thiểu)(?!\w)"
)


def asked_figure(question: str) -> re.Pattern[str] | None:
    """What a text that states the figure has, in the form compared in matching; ``None`` if no figure is asked for.

    Args:
        question: With its marks.
    """
    form = match_form(question)
    counted = [word for word in _COUNTS.findall(form) if _is_counted(word)]
    if counted:
        return re.compile(_count_of(counted[-1]))
    if _COSTS.search(form):
        return re.compile(_DUE)
    if _LASTS.search(form):
        return re.compile(_number_of(*_TIMES))
    return re.compile(_NUMBER) if _ASKS.search(form) else None


def _is_counted(word: str) -> bool:
    """Whether a word behind "bao nhiêu" is what is counted, and one that an answer writes as well."""
    return word in _PEOPLE or not (is_common(word) or readings(fold(word)))


def _count_of(word: str) -> str:
    if word in ("%", "phần"):
        return _PERCENT
    return _MONEY if word == "tiền" else _number_of(word, *_PEOPLE)


def _number_of(*counted: str) -> str:
    return rf"{_NUMBER}{_UP_TO_COUNTED}(?:{'|'.join(map(re.escape, counted))})(?!\w)"

"""Numbers, kinds and dates of Vietnamese documents: the grammar by which a document is named.

Sources of the rules: Quy định 66-QĐ/TW (2017) with Hướng dẫn 36-HD/VPTW (2018) for Party documents,
Nghị định 30/2020/NĐ-CP for state documents; the forms seen in real letterheads are wider than both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.text import fold, match_form, one_line

_HYPHEN = r"[-\u2012\u2013\u2014\u2212]"
# NĐ, TTg, BTCTW, UBND, ĐU, TTLT, HĐNN8; joined bodies such as BTCTW-VPTW.
_BODY = r"[A-ZĐÂĂÊÔƠƯ][A-ZĐÂĂÊÔƠƯa-zđ]{0,13}\d{0,2}"
# A further body begins with two capitals: what follows "57-NQ/TW." or "57-NQ/TW -" may be the next sentence.
_FURTHER = rf"(?:\s?{_HYPHEN}\s?|\.)(?=[A-ZĐÂĂÊÔƠƯ]{{2}}){_BODY}"
_BODIES = rf"{_BODY}(?:{_FURTHER}){{0,6}}"
# Recognised pages read 340 as 34O.
_PARTY = re.compile(
    rf"(?<![\w/.])(?P<no>\d[\dO]{{0,3}}[a-z]?)\s?{_HYPHEN}\s?(?P<code>[A-ZĐ][A-Za-zĐđ]{{1,5}})\s?/\s?(?P<body>{_BODIES})(?!\w)"
)
_STATE = re.compile(
    rf"(?<![\w/.])(?P<no>\d{{1,5}}(?:\.\d{{1,3}})?[a-z]?)\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?"
    rf"(?P<code>[A-ZĐ][A-Za-zĐđ]{{1,5}})\s?{_HYPHEN}\s?(?P<body>{_BODIES})(?!\w)"
)
_LAW = re.compile(
    r"(?<![\w/.])(?P<no>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?P<code>(?:UBTV)?QH)(?P<body>\d{1,2})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A document number as it stands in a text.

    Attributes:
        number: Canonical form, e.g. ``57-NQ/TW``, ``30/2020/NĐ-CP``, ``117/2025/QH15``.
        code: The kind's code in it, e.g. ``NQ``.
        body: The body's code in it, e.g. ``TW``; the term of the National Assembly for laws.
        start: First character in the text.
        end: One past the last.
    """

    number: str
    code: str
    body: str
    start: int
    end: int


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """Every document number in a text, in order, overlaps resolved in favour of the Party form."""
    found: list[NumberMention] = []
    for pattern, write in ((_PARTY, _party_form), (_STATE, _state_form), (_LAW, _law_form)):
        # Those of one pattern are apart, so that only the last before the end of a match can overlap it.
        taken = sorted((mention.start, mention.end) for mention in found)
        for match in pattern.finditer(text):
            before = bisect_left(taken, (match.end(), 0)) - 1
            if before < 0 or taken[before][1] <= match.start():
                # "TƯ" is how many type TW; "TU" is a provincial committee.
                body = re.sub(rf"\s?{_HYPHEN}\s?", "-", match["body"]).replace("TƯ", "TW")
                found.append(NumberMention(write(match, body), match["code"], body, match.start(), match.end()))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _party_form(match: re.Match[str], body: str) -> str:
    return f"{match['no'].replace('O', '0')}-{match['code']}/{body}"


def _state_form(match: re.Match[str], body: str) -> str:
    return "/".join(part for part in (match["no"], match["year"], f"{match['code']}-{body}") if part)


def _law_form(match: re.Match[str], body: str) -> str:
    return f"{match['no']}/{match['year']}/{match['code']}{body}"


_IN_NAME = re.compile(
    rf"(?P<no>\d{{1,4}}[a-z]?){_HYPHEN}(?P<code>[A-ZĐ][A-Za-zĐđ]{{1,5}}){_HYPHEN}(?P<body>[A-ZĐ]{{2,12}})(?![^\W_])"
)


def number_in_name(name: str) -> str | None:
    """The number a file is named after (``66-NQ-TW_2025.md`` → ``66-NQ/TW``).

    Good enough to find a document by that states no number itself; never shown as its number.
    """
    match = _IN_NAME.match(name)
    return f"{match['no']}-{match['code']}/{match['body']}" if match else None


_DATE = re.compile(
    r"ngày\s*(?P<d>\d{1,2})\s*tháng\s*(?P<m>\d{1,2})\s*,?\s*năm\s*(?P<y>\d{4})"
    r"|(?<![\d/.\-])(?P<d2>\d{1,2})\s?[/.\-]\s?(?P<m2>\d{1,2})\s?[/.\-]\s?(?P<y2>(?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)


def find_dates(text: str) -> Iterator[tuple[int, date]]:
    """Dates written out or with slashes, with the offset at which each begins; impossible ones are skipped."""
    for match in _DATE.finditer(text):
        if (day := _day(match)) is not None:
            yield match.start(), day


def date_at(text: str, start: int) -> tuple[date, int] | None:
    """The date that begins at an offset, and the offset behind it; ``None`` if none does or it is impossible."""
    match = _DATE.match(text, start)
    day = _day(match) if match else None
    return (day, match.end()) if match and day else None


def _day(match: re.Match[str]) -> date | None:
    day, month, year = (int(match[k] or match[k + "2"]) for k in ("d", "m", "y"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Longest first where one is the beginning of another. The key is what capitals in a title line fold to.
KINDS = (
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Chương trình hành động",
    "Nghị quyết",
    "Nghị định",
    "Chỉ thị",
    "Kết luận",
    "Quyết định",
    "Quy định",
    "Quy chế",
    "Quy hoạch",
    "Hướng dẫn",
    "Thông tư",
    "Thông tri",
    "Thông báo",
    "Thông cáo",
    "Kế hoạch",
    "Chương trình",
    "Cương lĩnh",
    "Chiến lược",
    "Báo cáo",
    "Tờ trình",
    "Đề án",
    "Phương án",
    "Dự án",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Sắc lệnh",
    "Điều lệ",
    "Công điện",
    "Công văn",
    "Tuyên bố",
    "Lời kêu gọi",
    "Biên bản",
)
KIND_BY_FORM = {match_form(kind): kind for kind in KINDS}
"""Kinds by the form compared in matching."""

_KIND_START = re.compile("(" + "|".join(re.escape(form) for form in KIND_BY_FORM) + r")(?!\w)")

# QĐ is Quyết định or Quy định, TT is Thông tri (Party) or Thông tư (state): those two are read from the title.
_KIND_BY_CODE = {
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "QĐi": "Quy định",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
    "CTHĐ": "Chương trình hành động",
    "CTrHĐ": "Chương trình hành động",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "ĐA": "Đề án",
    "NĐ": "Nghị định",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "BB": "Biên bản",
}


def kind_at_start(line: str) -> tuple[str, int] | None:
    """The kind a line begins with, in any capitals, and the offset after it; ``None`` if it names none."""
    match = _KIND_START.match(match_form(line))
    return (KIND_BY_FORM[match.group()], match.end()) if match else None


def kind_of_code(code: str) -> str | None:
    """The kind a number's code means where it means only one (``NQ`` → ``Nghị quyết``)."""
    return _KIND_BY_CODE.get(code)


def codes_of_kind(kind: str) -> tuple[str, ...]:
    """The codes under which a kind is numbered (``Quy định`` → ``QĐ``, ``QyĐ``, ``QĐi``)."""
    codes = tuple(code for code, name in _KIND_BY_CODE.items() if name == kind)
    if kind in ("Quyết định", "Quy định"):
        return ("QĐ", *codes)
    if kind in ("Thông tư", "Thông tri"):
        return ("TT", *codes)
    return codes


_ROMAN = re.compile(r"(?=[IVXLC])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(label: str) -> int | None:
    """Value of a Roman numeral up to 89, or ``None``; lower case is not a numeral here."""
    if not label or not _ROMAN.fullmatch(label):
        return None
    values = [_ROMAN_VALUES[c] for c in label]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


def number_key(number: str) -> str:
    """What numbers are compared by: ``57/NQ-TW``, ``57-NQTW`` and ``57-NQ/TW`` have one key."""
    return re.sub(r"[^0-9a-z]", "", fold(one_line(number)))

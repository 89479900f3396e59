"""What follows the name of a document and belongs to it: day, year, issuer."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from corpus.numbers import date_at, roman_value
from corpus.text import one_line
from search_api.references.evened import Evened

_BEFORE_DAY = re.compile(r"\s?,?\s?\(?(?:ban hành\s)?(?P<day>(?:ngày\s)?)(?=\d)", re.IGNORECASE)
_DAY_END = re.compile(r"\s?\)")
_YEAR = re.compile(
    r"\s?,?\s?\(?(?:ban hành\s)?(?:năm\s)?(?P<year>(?:19|20)\d\d)(?![\w/%]|[.,\-]\d|\s?-\s?\d)\)?", re.IGNORECASE
)
_CAPITAL = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
# Bodies are written with a capital at the beginning and, by the style of Party and state, mostly not further on.
_SMALL = (
    "trị|hành|thư|phủ|tướng|nước|hội|đồng|nhân|dân|tỉnh|thành|phố|xã|phường|trấn|huyện|quận|đặc|khu"
    "|thôn|bản|tổ|chức|thường|vụ|bộ|ủy|uỷ|ban|kiểm|tra|trưởng|giáo|đảng|vận|chính|kinh|tế|cán|sự|đoàn|tuyên|tịch|trung|ương|lâm|thời|cơ"
    "|sở|khối|quân|liên|ngành|tối|cao|cấp|phòng|quốc|công|an|nội|lý|luận|chiến|binh|phụ|nữ|niên|niệm|thanh"
    "|và(?= [A-ZĐ])"
    "|hóa|hoá|dục|nghiệp|tin|dựng|trường|pháp|giao|động|tải|học|nghệ|thao|lịch|sát|án"
)
_BODY = rf"[{_CAPITAL}][^\W\d_]*(?:\s(?:[{_CAPITAL}][^\W\d_]*|{_SMALL})(?!\w))*"
_TERM = re.compile(r"\s?,?\s?\(?(?:khóa|khoá)\s(?P<term>[IVX]{1,6}|\d{1,2})(?!\w)\)?", re.IGNORECASE)
_ISSUER = re.compile(rf"\s?,?\s(?:do|của|CỦA)\s(?P<by>{_BODY}(?:, (?=Ban Bí thư|Bộ Chính trị|Ban Thường vụ){_BODY})?)")
_ISSUED = re.compile(r"\sban hành(?!\w)")
# Where what follows begins with a capital the body has no end of its own.
_ISSUER_END = re.compile(
    r"(?:\svà)?\s(?:về|quy(?:\sđịnh|\schế)?|hướng dẫn|sửa(?:\sđổi)?|ban hành|chỉnh|phụ(?:\slục|$))(?!\w)", re.IGNORECASE
)
_NOT_A_BODY = re.compile(r"(?:Luật|Nghị|Điều|Đề án|Kế hoạch|Chương trình|Quy)\s")


@dataclass(frozen=True, slots=True)
class Tail:
    """What is said right behind a name.

    Attributes:
        end: Where it ends.
        issued_on: The day.
        year: The year, of a day too.
        issuer: Whose the document is.
        term: Of which term of office it is ("khoá XIII" is 13).
    """

    end: int
    issued_on: date | None = None
    year: int | None = None
    issuer: str | None = None
    term: int | None = None


def tail_of(given: Evened, start: int) -> Tail:
    """Day, year, issuer and term behind a name, in any order, once each.

    Args:
        given: The text.
        start: Where the name ends.
    """
    text = given.text
    tail = Tail(start)
    while (
        longer := _with_day(text, tail) or _with_year(text, tail) or _with_issuer(given, tail) or _with_term(text, tail)
    ):
        tail = longer
    return tail


def _with_day(text: str, tail: Tail) -> Tail | None:
    before = _BEFORE_DAY.match(text, tail.end) if tail.year is None else None
    found = (date_at(text, before.start("day")) or date_at(text, before.end())) if before else None
    if before is None or found is None:
        return None
    day, end = found
    closed = _DAY_END.match(text, end) if "(" in before.group() else None
    return replace(tail, end=closed.end() if closed else end, issued_on=day, year=day.year)


def _with_year(text: str, tail: Tail) -> Tail | None:
    found = _YEAR.match(text, tail.end) if tail.year is None else None
    return replace(tail, end=found.end(), year=int(found["year"])) if found else None


def _with_issuer(given: Evened, tail: Tail) -> Tail | None:
    found = _ISSUER.match(given.text, tail.end) if tail.issuer is None else None
    if found is None or _NOT_A_BODY.match(found["by"]):
        return None
    cut = _ISSUER_END.search(found["by"])
    end = found.start("by") + cut.start() if cut else found.end("by")
    end = _before_next_line(given, found.start("by"), end)
    issued = _ISSUED.match(given.text, end)
    by = one_line(given.text[found.start("by") : end])
    return replace(tail, end=issued.end() if issued else end, issuer=by)


def _before_next_line(given: Evened, start: int, end: int) -> int:
    """A body that may be complete does not go on with a line that begins like a sentence."""
    index = bisect_left(given.breaks, start)
    for at in given.breaks[index:]:
        if at >= end:
            break
        if " " in given.text[start:at] and given.text[at + 1].isupper():
            return at
    return end


def _with_term(text: str, tail: Tail) -> Tail | None:
    found = _TERM.match(text, tail.end) if tail.term is None else None
    if found is None:
        return None
    term = int(found["term"]) if found["term"].isdigit() else roman_value(found["term"].upper())
    return replace(tail, end=found.end(), term=term) if term else None

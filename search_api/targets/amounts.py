"""Figures of a sentence that bind: what number, of what, and how. Reads text in the form compared in matching.

Left out are numbers that set nothing: labels of units and documents ("Mức 1", "khoản 2"), ages ("từ đủ 60 tuổi"),
times of day, and small numbers in words without a word that binds them ("một đồng chí").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures import DIGITS, SPELLED, spelled_number, typed_number
from corpus.types import Span, Value
from search_api.targets.values import Comparison

_ONES = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
NUMBER = rf"(?:{DIGITS}|(?:{SPELLED}|{_ONES})(?!\w))"
"""A number in digits or words, as a pattern."""

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SCALE = "|".join(_SCALES)
_FRACTION = r"(?P<parts>một|hai|ba) phần (?P<of>hai|ba|tư|năm)|một nửa"
_PARTS = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}
# Longest first: what is counted is named by more than one syllable in most cases, and which belong together a
# dictionary must say.
_COUNTED = (
    "điểm phần trăm|ngày làm việc|giờ làm việc|tổ chức đảng|tổ chức cơ sở đảng|cán bộ, công chức|cấp ủy viên|"
    "chi ủy viên|đảng ủy viên|đảng viên|"
    "đồng chí|chi bộ|đảng bộ|hộ gia đình|hộ kinh doanh|hộ dân|doanh nghiệp|hợp tác xã|tổ chức|cá nhân|đơn vị|cơ quan|"
    "người dân|hướng dẫn viên|hội viên|đoàn viên|học sinh|sinh viên|học viên|lao động|nhà văn hóa|máy tính|máy quét|"
    "màn hình|điện thoại|hồ sơ|văn bản|báo cáo|câu hỏi|ý kiến|sáng kiến|mô hình|sản phẩm|đề tài|nhiệm vụ|chỉ tiêu|"
    "thủ tục|tài khoản|trạm phát sóng|trường đại học|trường học|bệnh viện|bác sĩ|đơn hàng|đầu mối|vị trí|ký tự|"
    "nhiệm kỳ|chức danh|kỳ sinh hoạt|buổi sinh hoạt|quốc gia|thành phần hồ sơ|cán bộ|công chức|thành viên|ủy viên|"
    "đại biểu"
)
_MONEY = r"đồng(?! chí)|usd|đô la(?: mỹ)?"
# What a number that counts nothing stands before.
_FUNCTION_WORDS = (
    "và hoặc cho của thì là trong ở tại về theo đến tới với do có được nêu này đó khi từ để gồm như các những mỗi "
    "sau trước trên dưới phải không quy đã đang sẽ hay bằng so vào ngoài mà nếu qua thành trở cùng số tổng nửa"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
# What a number behind it labels.
_LABELLED = re.compile(
    r"(?<!\w)(?:mức|khoản|điều|điểm|mục|số|thứ|phần|chương|bước|quý|tháng|năm|ngày|khóa|kỳ họp|tập|bậc|cấp|loại|hạng|"
    r"độ|"
    r"bảng|biểu|mẫu|phụ lục|cỡ|quyết định|nghị quyết|kết luận|chỉ thị|quy định|hướng dẫn|luật|hiệp|quốc lộ|lúc|vòng|"
    r"giai đoạn|nhiệm kỳ|đại hội|trung ương|hội nghị|lần|tr\.|giờ|phút|đợt|lớp|nhóm tuổi|khu|số:)\s\Z"
)
_AGES = re.compile(r"\s?(?:tuổi|năm tuổi)")
_UNIT = (
    rf"(?P<percent>%|phần trăm)(?P<yearly>\s?/\s?năm)?|(?P<money>{_MONEY})|(?P<known>{_COUNTED})|(?P<noun>[^\W\d_]+)"
)
_AMOUNT = re.compile(
    rf"(?<![\w/\-])(?<!\w[.,])(?:(?P<low>{NUMBER})(?:\s?%)?\s?(?:-|–|đến)\s?(?P<high>{NUMBER})|(?P<share>{_FRACTION})|"
    rf"(?P<whole>\d+)/(?P=whole)|(?P<one>{NUMBER}))"
    rf"(?:\s(?P<scale>{_SCALE})(?!\w))?(?:\s?(?:{_UNIT})(?!\w)|(?![\w/]|[.,]\d))"
)
# Between the word that binds and the figure.
_LINK = r"(?:\s(?:là|có|phải|được|đạt|mức|từ|ở|ở mức|tỷ lệ|tỉ lệ|cho|đủ|bình quân|gấp|thêm|lên|xuống|còn))*\s"
_BINDING = (
    (Comparison.AT_LEAST, r"ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn"),
    (Comparison.AT_MOST, r"tối đa|nhiều nhất|không vượt quá|không hơn|không[^,;.:]{0,25} quá"),
    (Comparison.OVER, r"trên|hơn|vượt|quá"),
    (Comparison.UNDER, r"dưới|chưa đến|thấp hơn"),
    (Comparison.ABOUT, r"khoảng|xấp xỉ"),
    (Comparison.GROWS, r"tăng|nâng|mở rộng"),
    (Comparison.FALLS, r"giảm|cắt giảm"),
    (Comparison.REACHES, r"đạt|chiếm|bằng"),
)
_BINDS = [(comparison, re.compile(rf"(?<!\w)(?:{words}){_LINK}\Z")) for comparison, words in _BINDING]
_UP_FROM = re.compile(r"(?<!\w)từ(?:\sđủ)?\s\Z")
_AND_MORE = re.compile(r"(?:(?!\stừ\s)[^,;.:]){0,60}?\strở lên(?!\w)")
# Words that say so much, wherever they stand before the figure, are within this many characters.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Figure(Value):
    """A figure of a sentence.

    Attributes:
        span: With its unit, in the text that was read.
        number: In its unit; of a range the lower end.
        upper: The upper end of a range.
        unit: What is counted; empty where it cannot be told.
        comparison: How it binds, ``None`` if nothing says so.
        in_words: The number is written in words.
    """

    span: Span
    number: Decimal
    upper: Decimal | None
    unit: str
    comparison: Comparison | None
    in_words: bool

    @property
    def is_share(self) -> bool:
        """A percentage."""
        return self.unit.startswith("%")

    @property
    def is_money(self) -> bool:
        """An amount of money."""
        return self.unit in ("đồng", "USD")

    @property
    def is_duration(self) -> bool:
        """A length of time."""
        return self.unit in DURATIONS


DURATIONS = ("ngày làm việc", "giờ làm việc", "ngày", "giờ", "phút", "tuần", "tháng", "năm")
"""Units of time."""


def amounts(form: str) -> Iterator[Figure]:
    """The figures of a text that may bind, in their order.

    Args:
        form: The text, as ``corpus.text.match_form`` gives it.
    """
    for match in _AMOUNT.finditer(form):
        if figure := _figure(form, match):
            yield figure


def _figure(form: str, match: re.Match[str]) -> Figure | None:
    before = form[max(0, match.start() - _REACH) : match.start()]
    comparison, end, unit = _comparison(form, match, before), match.end(), _unit(match)
    if match["noun"] and (match["noun"] in _FUNCTION or _is_time(match["noun"], form[match.end() :])):
        # The word behind it is no unit.
        end, unit = match.start("noun"), ""
        end -= form[end - 1 : end] == " "
    if (
        _AGES.match(form, end)
        or unit == "tuổi"
        or (_LABELLED.search(before) and not (match["percent"] or match["money"]))
    ):
        return None
    low = match["low"] or match["one"] or match["whole"]
    in_words = match["share"] is not None or not low[0].isdigit()
    if in_words and comparison is None and not match["share"]:
        return None
    if not unit and comparison is None:
        return None
    if match["share"]:
        parts, of = _PARTS[match["parts"] or "một"], _PARTS[match["of"] or "hai"]
        number, upper = round(Decimal(parts) / of, 4), None
    else:
        scale = _SCALES.get(match["scale"] or "", 1)
        number, upper = _value(low) * scale, _value(match["high"]) * scale if match["high"] else None
    return Figure(Span(match.start(), end), number, upper, unit, comparison, in_words)


def _is_time(noun: str, behind: str) -> bool:
    """Whether a number is a time of day or part of a date: "17 giờ ngày 22", "ngày 3 tháng 2"."""
    if noun in ("tháng", "năm"):
        return re.match(r"\s\d", behind) is not None
    return noun == "giờ" and re.match(r"\s(?:\d|ngày|chủ nhật|thứ|đêm|sáng|chiều)", behind) is not None


def _comparison(form: str, match: re.Match[str], before: str) -> Comparison | None:
    if _UP_FROM.search(before):
        return Comparison.AT_LEAST if _AND_MORE.match(form, match.end()) or not match["high"] else None
    found = [(place.start(), kind) for kind, pattern in _BINDS if (place := pattern.search(before))]
    # "không vượt quá" holds "quá": what begins first says it whole.
    if found:
        return min(found, key=lambda one: one[0])[1] if len(found) > 1 and _nested(found) else max(found)[1]
    return Comparison.AT_LEAST if _AND_MORE.match(form, match.end()) else None


def _nested(found: list[tuple[int, Comparison]]) -> bool:
    kinds = {kind for _, kind in found}
    return kinds <= {Comparison.AT_MOST, Comparison.OVER} or kinds <= {Comparison.AT_LEAST, Comparison.UNDER}


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "%/năm" if match["yearly"] else "%"
    if match["money"]:
        return "đồng" if match["money"].startswith("đồng") else "USD"
    unit: str = match["known"] or match["noun"] or ""
    return unit


def _value(written: str) -> Decimal:
    return typed_number(written) if written[0].isdigit() else spelled_number(written)

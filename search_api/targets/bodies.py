"""Who is responsible, as a sentence says: its subject, "giao X", "do X chủ trì", "X chủ trì".

The text says it or it stays unknown: nothing is taken from the sentence before.
"""

from __future__ import annotations

import re

from corpus.text import match_form
from corpus.types import Span

# What a name of a body or of an office begins with, in the form compared in matching.
_HEADS = (
    r"ban(?= (?!đầu|hành))|các ban|đảng ủy|đảng đoàn|đảng bộ|chi bộ|chi ủy|cấp ủy|tỉnh ủy|thành ủy|huyện ủy|quân ủy|"
    r"ủy ban|ubnd|"
    r"văn phòng|trung tâm|mặt trận|hội(?= (?:nông|phụ|cựu|người|liên|chữ|đồng))|đoàn(?= (?:thanh|kiểm|xã|viên|thể))|"
    r"đoàn thể|công đoàn|công an|quân đội|bộ(?= (?:chính|tài|công|nội|y |giáo|khoa|ngoại|quốc|tư|nông|văn|xây))|bộ, |"
    r"ngành|sở(?= )|phòng(?= (?!,|chống|bệnh|ngừa))|trường(?! hợp)|trạm|tổ(?= (?:công|trưởng|đảng|giúp))|cơ quan|"
    r"đơn vị|"
    r"tổ chức(?= (?:đảng|cơ sở|chính))|đảng viên|đoàn viên|cán bộ|bí thư|phó bí thư|chủ tịch|đồng chí|"
    r"lãnh đạo(?= [^\W\d_]*ủy)|"
    r"người(?= (?:đứng|phát|phụ))|địa phương|chính phủ|quốc hội|học viện|thôn(?= )|tổ trưởng|thành viên|ủy viên|"
    r"chính quyền|kho bạc|tòa án|viện(?= )|giảng viên|giám đốc|thủ trưởng|hợp tác xã|doanh nghiệp"
)
_QUANTIFIER = r"(?:mỗi|các|từng|những|mọi|toàn thể|toàn bộ|tất cả(?: các)?|\d{1,3}|hai|ba|bốn)\s"
_SUBJECT = re.compile(rf"(?:{_QUANTIFIER})*(?P<name>{_HEADS})")
# What ends a subject: the words of doing that Party papers use, in small letters (a name has "Tổ chức").
_VERB = re.compile(
    r"\s(?:lãnh đạo(?! (?:đảng|xã|ban|chủ chốt))|chỉ đạo|chủ trì|chủ động|phối hợp|ban hành|tổ chức(?! (?:đảng|cơ sở|"
    r"chính|xã hội|đoàn))|xây dựng|"
    r"báo cáo(?! viên)|gửi|lập|hướng dẫn(?! viên)|đưa|theo dõi|phân công|bố trí|kiểm tra|giám sát|công bố|chọn|có|"
    r"phải|được|cần|"
    r"chịu|thực hiện|trực tiếp|rà soát|soát|xem|kết luận|xác nhận|giải quyết|trả lời|thẩm định|quyết định|đề nghị|"
    r"tham mưu|"
    r"cụ thể|căn cứ|vận động|tuyên truyền|cập nhật|nêu|nhập|kiểm điểm|họp|trực(?<!thường trực)(?! thuộc| tuyến)|"
    r"tái cử|nhận|sơ kết|tổng kết|triển khai|chấm|"
    r"quản lý|quản trị|biên soạn|giới thiệu|cử|dự|để|không|chỉ|sẽ|là|do|thông qua|đổi|bật|tiến hành|tiếp tục|"
    r"hoàn thành|"
    r"phấn đấu|tăng cường|nghiên cứu|đánh giá|tổng hợp|thông báo|cấp(?! tỉnh| xã| trên| cơ| huyện| phó| dưới| trung|"
    r" ủy| uỷ)|giao|bảo đảm|đẩy mạnh|quán triệt|học|nộp|ra|đề ra|"
    r"làm|mở|bỏ phiếu|biểu quyết|ký|niêm yết|trình|thống kê|huy động|dành|khắc phục|tự|giúp|đến|trích|thanh toán|"
    r"công khai|xử lý|xây|kiện toàn|"
    r"duy trì|chuẩn bị|bồi dưỡng|thành lập|phê duyệt|cung cấp|hỗ trợ|yêu cầu|cùng|tham gia|chủ yếu|lấy|bị|nếu|khi|"
    r"còn|chuyển|sinh hoạt|luân phiên|hoặc được|nào)(?!\w)"
)
_STOP = re.compile(r"[:;.()\n]|, (?=(?:trong đó|nhất là|khi|nếu|để|trước|hằng|định kỳ|trong|sau|theo))")
_ASSIGNED = re.compile(rf"(?<!\w)(?:giao(?: cho)?|phân công)\s(?:{_QUANTIFIER})*(?P<name>{_HEADS})")
_BY = re.compile(rf"(?<!\w)do\s(?:{_QUANTIFIER})*(?P<name>{_HEADS})")
# "bài đánh giá do Đảng uỷ tổ chức" tells whose a thing is; these words tell whose the work is.
_DOES = re.compile(r"\s(?:chủ trì|thực hiện|lập|quản lý|phụ trách|chịu trách nhiệm|đảm nhiệm|theo dõi)(?!\w)")
_DUTY = re.compile(
    rf"\W*(?:[\w.]{{1,9}}[.)-]\s|điều \d+\.\s)?trách nhiệm(?: của)?\s(?:{_QUANTIFIER})*(?P<name>{_HEADS})"
)
# What may stand before a subject: "Trước ngày 15/10/2025, ", "Báo cáo tháng: ".
_OPENING = re.compile(
    r"(?:(?:trước|đến|chậm nhất|hằng|định kỳ|trong|từ|sau|khi|tháng|quý|năm|mỗi|kể từ|hết)(?!\w)[^,;:]{1,60},|"
    r"[^,;:]{1,60}:)\s"
)
# The longest name of several bodies in a row.
_LONGEST = 160
_LABEL = re.compile(r"\s*(?:[-+•*]\s|\(?\w{1,4}[.)/]\s|(?:\d+\.)+\d*\s|điều \d+\.\s)")


def body_in(text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Who does what a clause says, as far as it says so.

    Args:
        text: The whole text.
        start: Where the clause begins.
        end: The character behind it.
    """
    clause = text[start:end]
    form = match_form(clause)
    found = _assigned(clause, form) or _subject(clause, form)
    return Span(start + found.start, start + found.end) if found else None


def body_over(heading: str) -> Span | None:
    """Whose duties a heading or lead-in names: "Trách nhiệm của X", "X thực hiện các việc sau:"."""
    form = match_form(heading)
    if match := _DUTY.match(form):
        return _name(heading, match.start("name"), whole=True)
    return _subject(heading, form, whole=True) if form.rstrip().endswith(":") else None


def _assigned(clause: str, form: str) -> Span | None:
    """A body a clause gives the work to."""
    for pattern in (_ASSIGNED, _BY):
        for match in pattern.finditer(form):
            name = _name(clause, match.start("name"))
            if name and (pattern is _ASSIGNED or _DOES.match(clause, name.end)):
                return name
    return None


def _subject(clause: str, form: str, *, whole: bool = False) -> Span | None:
    label = _LABEL.match(form)
    start = label.end() if label else len(form) - len(form.lstrip())
    opening = _OPENING.match(form, start)
    for place in (start, opening.end() if opening else None):
        match = _SUBJECT.match(form, place) if place is not None else None
        if match and (name := _name(clause, match.start("name"), whole=whole)):
            return name
    return None


def _name(clause: str, start: int, *, whole: bool = False) -> Span | None:
    """A name from its first word up to the verb behind it; ``whole``: or to the end of what is said."""
    stop = _STOP.search(clause, start)
    most = min(stop.start() if stop else len(clause), start + _LONGEST)
    # The verb must not be part of the first word.
    verb = _VERB.search(clause, start, most + 1)
    # "Mỗi bộ: chọn cử tối đa 03 người".
    does = stop is not None and stop.group() == ":" and verb is None and _VERB.match(clause, stop.end())
    if verb is None and not does and not (whole and most < start + _LONGEST):
        return None
    end = verb.start() if verb else most
    name = re.sub(r"[\s,]+(?:và|hoặc|thì)?$", "", clause[start:end])
    return Span(start, start + len(name)) if name else None

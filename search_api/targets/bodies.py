"""Who is responsible, as a sentence says: its subject, "giao X", "do X chủ trì", "trách nhiệm của X".

A name is read as far as its words are those of names: capitals, and the small words bodies and offices are called by.
The text says it or it stays unknown: nothing is taken from the sentence before.
"""

from __future__ import annotations

import re

from corpus.text import match_form
from corpus.types import Span

# What a name of a body or of an office begins with, in the form compared in matching.
_HEADS = (
    r"ban(?= (?!đầu|hành))|các ban|đảng ủy|đảng đoàn|đảng bộ|chi bộ|chi ủy|cấp ủy|tỉnh ủy|thành ủy|huyện ủy|quân ủy|"
    r"ủy ban|ubnd|văn phòng|trung tâm|mặt trận|hội(?= (?:nông|phụ|cựu|người|liên|chữ))|đoàn(?= (?:thanh|kiểm|xã|thể))|"
    r"đoàn viên|công đoàn|công an|quân đội|bộ(?= (?:chính|tài|công|nội|y |giáo|khoa|ngoại|quốc|tư|nông|văn|xây))|"
    r"bộ, |ngành|sở(?= )|phòng(?= (?!,|chống|bệnh|ngừa))|trường(?! hợp)|trạm|tổ(?= (?:công|trưởng|đảng|giúp))|cơ quan|"
    r"đơn vị|tổ chức(?= (?:đảng|cơ sở đảng|chính))|đảng viên|cán bộ|bí thư|phó bí thư|chủ tịch|đồng chí|"
    r"lãnh đạo(?= [^\W\d_]*ủy)|người(?= (?:đứng|phát hiện|phụ trách))|địa phương|chính phủ|quốc hội|học viện|thôn(?= )|"
    r"thành viên|ủy viên|chính quyền|kho bạc|tòa án|viện(?= )|giảng viên|giám đốc|thủ trưởng|hợp tác xã|doanh nghiệp"
)
# What may stand in a name in small letters. Words of doing ("kiểm tra", "tổ chức") only where a name has them.
_SMALL = (
    r"đảng ủy|đảng bộ|đảng đoàn|đảng viên|đảng|chi bộ|chi ủy viên|chi ủy|cấp ủy viên|cấp ủy|tỉnh ủy|thành ủy|huyện ủy|"
    r"quân ủy|ủy ban kiểm tra|ủy ban nhân dân|ủy ban|ủy viên|ban thường vụ|ban chấp hành|ban cán sự đảng|ban tổ chức|"
    r"ban tuyên giáo|ban chỉ đạo|ban xây dựng đảng|ban nội chính|ban, bộ, ngành|các ban|ban đảng|ban(?! hành|"
    r" đầu)|bộ|ngành|sở|phòng|"
    r"thường vụ|thường trực|tuyên giáo và dân vận|dân vận|văn phòng|trung tâm|mặt trận tổ quốc|mặt trận|đoàn thể|"
    r"đoàn kiểm tra|đoàn viên|đoàn|công đoàn|công an|quân sự|quân đội|tổ công nghệ số cộng đồng|tổ đảng|tổ trưởng|"
    r"tổ chức đảng|tổ chức cơ sở đảng|tổ chức chính trị - xã hội|cơ quan tham mưu, giúp việc|cơ quan, đơn vị|"
    r"cơ quan được chuyển kiến nghị|cơ quan được phân công|cơ quan ngang bộ|cơ quan tài chính đảng|cơ quan|đơn vị|"
    r"cán bộ|công chức|viên chức|phó bí thư|bí thư|phó chủ tịch|chủ tịch|đồng chí|lãnh đạo(?= ủy)|"
    r"người đứng đầu|người phát hiện sự cố|người phụ trách|địa phương|chính phủ|quốc hội|học viện|trường học|"
    r"trường|trạm|"
    r"thôn|xã|phường|đặc khu|tỉnh|thành phố|huyện|các cấp|cấp trên trực tiếp|cấp trên|cấp dưới|cấp tỉnh|cấp xã|cấp|"
    r"cơ sở|trực thuộc trung ương|trực thuộc|trung ương|địa bàn|có liên quan|liên quan|các|của|và|hoặc|"
    r"thành viên|chính quyền|nhân dân|tổ quốc|việt nam|chính trị|hành chính công|phục vụ|dịch vụ|nông nghiệp|kinh tế|"
    r"văn hóa|xã hội|y tế|giáo dục|đào tạo|tài chính|khoa học|công nghệ|công thương|nội vụ|nông dân|phụ nữ|thanh niên|"
    r"cựu chiến binh|người cao tuổi|chính thức|dự bị|khóa mới|giảng viên|giám đốc|thủ trưởng|hợp tác xã|doanh nghiệp|"
    r"trung học|tiểu học|mầm non|tiểu ban|bộ phận|phụ trách địa bàn|cộng sản|ngoại giao|giao|dựng|phòng|niên"
)
_QUANTIFIER = r"(?:mỗi|các|từng|những|mọi|toàn thể|toàn bộ|tất cả(?: các)?|\d{1,3}|hai|ba|bốn)\s"
_SUBJECT = re.compile(rf"(?:{_QUANTIFIER})*(?P<name>{_HEADS})")
_ASSIGNED = re.compile(rf"(?<!\w)(?:giao(?: cho)?|phân công)\s(?:{_QUANTIFIER})*(?P<name>{_HEADS})")
_BY = re.compile(rf"(?<!\w)do\s(?:{_QUANTIFIER})*(?P<name>{_HEADS})")
# "bài đánh giá do Đảng uỷ tổ chức" tells whose a thing is; these words tell whose the work is.
_DOES = re.compile(r"\s(?:chủ trì|thực hiện|lập|quản lý|phụ trách|chịu trách nhiệm|đảm nhiệm|theo dõi)(?!\w)")
_DUTY = re.compile(
    rf"\W*(?:[\w.]{{1,9}}[.)-]\s|điều \d+\.\s)?trách nhiệm(?: của)?\s(?:{_QUANTIFIER})*(?P<name>{_HEADS})"
)
# Who is given something, or what somebody is counted by, is not responsible.
_NOT_DOING = re.compile(r"\s(?:được|bị|có (?:từ|trên|dưới|hơn|số|tỉ lệ|tỷ lệ|\d)|là|nào|không (?:có|đủ)|vi phạm)(?!\w)")
# "Mỗi bộ: chọn cử tối đa 03 người".
_COLON = re.compile(r":\s(?:chọn|cử|thực hiện|lập|báo cáo|gửi|tổ chức|chủ trì|phối hợp)(?!\w)")
_BEFORE_COLON = re.compile(r"[^,;.:]{0,60}(?=:\s)")
_SMALL_WORD = re.compile(rf"(?:{_SMALL})(?![\w])")
_WORD = re.compile(r"[^\W_][\w/.-]*(?<![.-])")
_JOINT = re.compile(r",? (?:- )?")
_LOOSE_END = re.compile(r"(?:[\s,-]+(?:và|hoặc|của|các))*[\s,-]*$", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:[-+•*]\s|\(?\w{1,4}[.)/]\s|(?:\d+\.)+\d*\s|điều \d+\.\s)")
# What may stand before a subject: "Trước ngày 15/10/2025, ", "Báo cáo tháng: ".
_OPENING = re.compile(
    r"(?:(?:trước|đến|chậm nhất|hằng|định kỳ|trong|từ|sau|khi|tháng|quý|năm|mỗi|kể từ|hết)(?!\w)[^,;:]{1,100},|"
    r"[^,;:]{1,60}:)\s"
)
# The longest name of several bodies in a row.
_LONGEST = 160


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
        return _name(heading, form, match.start("name"))
    return _subject(heading, form, alone=True) if form.rstrip().endswith(":") else None


def _assigned(clause: str, form: str) -> Span | None:
    """A body a clause gives the work to."""
    for pattern in (_ASSIGNED, _BY):
        for match in pattern.finditer(form):
            name = _name(clause, form, match.start("name"))
            if name and (pattern is _ASSIGNED or _DOES.match(form, name.end)):
                return name
    return None


def _subject(clause: str, form: str, *, alone: bool = False) -> Span | None:
    """The subject of a clause; ``alone``: a name with nothing but a colon behind it is one, too."""
    label = _LABEL.match(form)
    start = label.end() if label else len(form) - len(form.lstrip())
    opening = _OPENING.match(form, start)
    for place in (start, opening.end() if opening else None):
        match = _SUBJECT.match(form, place) if place is not None else None
        name = _name(clause, form, match.start("name")) if match else None
        if name and _does_something(form, name.end, alone=alone):
            return name
    return None


def _does_something(form: str, end: int, *, alone: bool) -> bool:
    # "Giảng viên lớp kỹ năng số: 400.000 đồng" names who is paid.
    if (colon := _BEFORE_COLON.match(form, end)) and not alone:
        return _COLON.match(form, colon.end()) is not None
    behind = form[end : end + 2]
    if not behind.strip() or behind[0] in ".;":
        return False
    if behind[0] == ":":
        return alone
    return _NOT_DOING.match(form, end) is None


def _name(clause: str, form: str, start: int) -> Span | None:
    """A name from its first word on, as far as its words are those of names."""
    place = end = start
    while place < start + _LONGEST:
        small = _SMALL_WORD.match(form, place)
        word = small or _WORD.match(clause, place)
        if word is None or not (small or clause[place].isupper()):
            break
        end = word.end()
        joint = _JOINT.match(clause, end)
        if joint is None:
            break
        place = joint.end()
    name = _LOOSE_END.sub("", clause[start:end])
    return Span(start, start + len(name)) if name else None

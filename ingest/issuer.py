"""The body in whose name a document is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.text import match_form, old_tone, one_line
from ingest.letters import small_letters
from ingest.reading import Line

# Written form by match form; longer names first where one begins another.
_CENTRAL = {
    match_form(name): name
    for name in (
        "Ban Chấp hành Trung ương",
        "Bộ Chính trị",
        "Ban Bí thư",
        "Quân ủy Trung ương",
        "Ủy ban Kiểm tra Trung ương",
        "Ban Tổ chức Trung ương",
        "Ban Tuyên giáo và Dân vận Trung ương",
        "Ban Tuyên giáo Trung ương",
        "Ban Dân vận Trung ương",
        "Ban Nội chính Trung ương",
        "Ban Chính sách, chiến lược Trung ương",
        "Ban Kinh tế Trung ương",
        "Ban Đối ngoại Trung ương",
        "Văn phòng Trung ương Đảng",
        "Đại hội đại biểu toàn quốc",
        "Ủy ban Thường vụ Quốc hội",
        "Quốc hội",
        "Thủ tướng Chính phủ",
        "Chính phủ",
        "Văn phòng Quốc hội",
        "Văn phòng Chính phủ",
        "Thanh tra Chính phủ",
        "Chủ tịch nước",
    )
}
# "Đảng ủy Chính phủ" is not the government.
_OF_ANOTHER = re.compile(r"(?:đảng ủy|đảng bộ|đảng đoàn|cán sự(?: đảng)?|văn phòng|thanh tra|kiểm toán) $")
# In a letterhead under "BAN CHẤP HÀNH TRUNG ƯƠNG" a central organ prints its name without "Trung ương".
_UNDER_CENTRAL = {
    match_form(short): full
    for short, full in (
        ("Văn phòng", "Văn phòng Trung ương Đảng"),
        ("Ban Tổ chức", "Ban Tổ chức Trung ương"),
        ("Ban Tuyên giáo và Dân vận", "Ban Tuyên giáo và Dân vận Trung ương"),
        ("Ban Tuyên giáo", "Ban Tuyên giáo Trung ương"),
        ("Ban Dân vận", "Ban Dân vận Trung ương"),
        ("Ban Nội chính", "Ban Nội chính Trung ương"),
        ("Ủy ban Kiểm tra", "Ủy ban Kiểm tra Trung ương"),
        ("Ban Chính sách, chiến lược", "Ban Chính sách, chiến lược Trung ương"),
    )
}
# Codes that only one body numbers under; /TW does not name the issuer.
_BY_CODE = {
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "BNCTW": "Ban Nội chính Trung ương",
    "VPTW": "Văn phòng Trung ương Đảng",
}
_OF_GOVERNMENT = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ"}
_ON_BEHALF = re.compile(r"(?:T/M|TM\.?|T\.M\.?|K/T|KT\.?|TL\.?|T/L|TUQ\.?)\s+(?P<body>.+)")
# An office-holder: the body is the one he leads, which the letterhead names.
_OFFICE = re.compile(r"(?:quyền |phó )?(?:bộ trưởng|thủ tướng|chủ tịch|chủ nhiệm|trưởng|giám đốc|chánh|bí thư|tổng)")
_LOCAL = re.compile(
    r"(?:đảng ủy|đảng bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|chi bộ|chi ủy|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|"
    r"ủy ban kiểm tra|bộ(?! chính trị)|sở)\s.{2,}"
)
# Organs that print their own name without the committee they serve, which stands above it.
_ORGANS = {
    match_form(name): name
    for name in (
        "Văn phòng",
        "Ban Tổ chức",
        "Ban Tuyên giáo và Dân vận",
        "Ban Tuyên giáo",
        "Ban Dân vận",
        "Ban Nội chính",
        "Ban Xây dựng Đảng",
        "Ủy ban Kiểm tra",
    )
}
# A board for one task says all of its name: "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ".
_BOARD = re.compile(r"(?:ban chỉ đạo|tiểu ban|tổ công tác|đoàn kiểm tra|đoàn giám sát)\s.{2,}")
_MOTTO = re.compile(r"đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa(?: việt nam)?")
# A name broken over two lines: "ỦY BAN NHÂN DÂN" / "TỈNH …", "BỘ NÔNG NGHIỆP VÀ" / "MÔI TRƯỜNG".
_SECOND_HALF = re.compile(r"(?:và|tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)\s(?!ủy)")
_FIRST_HALF = re.compile(r"(?:,| và| của)$")


def central_body(text: str) -> str | None:
    """The first central body a text names, in its written form."""
    form = match_form(one_line(text))
    found = [
        (match.start(), -len(name), written)
        for name, written in _CENTRAL.items()
        for match in re.finditer(name, form)
        if not _OF_ANOTHER.search(form, 0, match.start())
    ]
    return min(found)[2] if found else None


def begins_with_body(text: str) -> bool:
    """Whether a text begins with the name of a body or of the office of its head."""
    form = match_form(text)
    return bool(_OFFICE.match(form) or _LOCAL.match(form)) or any(form.startswith(name) for name in _CENTRAL)


def issuer_of_code(code: str) -> str | None:
    """The body that numbers under a code, where there is only one: ``UBKTTW`` → Ủy ban Kiểm tra Trung ương."""
    return _BY_CODE.get(code)


def government_or_head(issuer: str, code: str) -> str:
    """The government and the prime minister sign for each other: which of them it is, the number tells."""
    return _OF_GOVERNMENT.get(code, issuer) if issuer in _OF_GOVERNMENT.values() else issuer


def central_body_before(text: str, end: int) -> str | None:
    """The central body whose name ends within a few words before an offset: "Ban Bí thư đã | ban hành"."""
    form = match_form(text)[:end]
    found = [(form.rfind(name) + len(name), written) for name, written in _CENTRAL.items() if name in form]
    nearest = max(found, default=None)
    return nearest[1] if nearest and end - nearest[0] <= _NEAR else None


_NEAR = 12


def issuer_of_signature(signature: Sequence[Line], letterhead: str | None, text: str) -> str | None:
    """The body in whose name the signature stands: "T/M BỘ CHÍNH TRỊ" → Bộ Chính trị.

    Args:
        signature: Lines of the signature block.
        letterhead: The issuing body of the letterhead; "T/M BAN THƯỜNG VỤ" alone does not say of which.
        text: The document, which elsewhere writes the body's name in small letters.
    """
    for line in signature:
        match = _ON_BEHALF.search(line.text)
        if not match:
            continue
        body = one_line(match["body"]).strip(" ,.*")
        central = central_body(body)
        if central or _OFFICE.match(match_form(body)):
            return central
        return _with_local_body(_named(body, text), letterhead)
    return next((central_body(line.text) for line in signature if central_body(line.text)), None)


def line_of_signature(signature: Sequence[Line]) -> int | None:
    """The line of a signature block that ``issuer_of_signature`` reads."""
    behalf = (index for index, line in enumerate(signature) if _ON_BEHALF.search(line.text))
    named = (index for index, line in enumerate(signature) if central_body(line.text))
    return next(behalf, next(named, None))


def line_of_letterhead(head: Sequence[str], issuer: str) -> int:
    """The line of a letterhead that has most words in common with the issuer's name, the last of several."""
    name = set(match_form(issuer).split())
    shared = [len(name & set(match_form(_capitals_before_text(line)).split())) for line in head]
    return max(range(len(head)), key=lambda index: (shared[index], index))


def _with_local_body(organ: str, letterhead: str | None) -> str:
    """An organ with the Party organisation it belongs to: Ban Thường vụ → Ban Thường vụ Đảng uỷ xã …."""
    form = match_form(organ)
    if letterhead is None or match_form(letterhead).startswith(form):
        return letterhead or organ
    if form == "ban chấp hành":
        # A committee leads the organisation: Ban Chấp hành Đảng bộ xã, under the letterhead Đảng uỷ xã.
        return f"{organ} {_COMMITTEE.sub(lambda found: _LED[match_form(found.group())], letterhead)}"
    return f"{organ} {letterhead}" if form in ("ban thường vụ", "thường trực") else organ


_COMMITTEES = {match_form(name): name for name in ("Ban Chấp hành", "Ban Thường vụ", "Ban Chỉ đạo", "Ủy ban nhân dân")}
# A committee and the organisation it leads.
_LED = {
    "đảng ủy": "Đảng bộ",
    "tỉnh ủy": "Đảng bộ tỉnh",
    "thành ủy": "Đảng bộ thành phố",
    "huyện ủy": "Đảng bộ huyện",
    "quận ủy": "Đảng bộ quận",
    "thị ủy": "Đảng bộ thị xã",
}
_COMMITTEE = re.compile(r"^(?:Đảng|Tỉnh|Thành|Huyện|Quận|Thị) [uủ][ỷy]", re.IGNORECASE)


def issuer_of_letterhead(head: Sequence[str], text: str) -> str | None:
    """The issuing body of a letterhead: the lower of the two names on its left side.

    Args:
        head: Lines down to the number or the kind.
        text: The whole document.
    """
    names = _names(head)
    organ = next((name for name in reversed(names) if name in _ORGANS), None)
    board = next((name for name in reversed(names) if _BOARD.match(name)), None)
    if board is not None:
        return _named(board, text)
    local = next((name for name in reversed(names) if _LOCAL.match(name)), None)
    if local is None:
        return _UNDER_CENTRAL.get(organ or "") or central_body(" ".join(names))
    of_local = _named(local, text)
    return f"{_ORGANS[organ]} {of_local}" if organ else of_local


def _names(head: Sequence[str]) -> list[str]:
    """The names that stand in capitals in a letterhead, each on one line again, without mottos."""
    names: list[str] = []
    for line in head:
        name = one_line(_MOTTO.sub(" ", match_form(_capitals_before_text(line)))).strip(" *|-–_,:.")
        if names and name and (_SECOND_HALF.match(name) or _FIRST_HALF.search(names[-1])):
            names[-1] += f" {name}"
        elif name:
            names.append(name)
    return names


def _capitals_before_text(line: str) -> str:
    """The words in capitals a line begins with; the two columns of a letterhead may share a line."""
    return " ".join(takewhile(lambda word: word.upper() == word, line.split()))


def _named(capitals: str, text: str) -> str:
    # One body is one value to filter by, whichever way a typist places the tone (Đảng ủy, Đảng uỷ).
    name = old_tone(small_letters(capitals, text))
    for form, written in (_CENTRAL | _COMMITTEES).items():
        start = match_form(name).find(form)
        if start >= 0:
            name = name[:start] + written + name[start + len(form) :]
    return name[0].upper() + name[1:]

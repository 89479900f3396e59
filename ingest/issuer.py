"""The body in whose name a document is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    )
}
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
_ON_BEHALF = re.compile(r"(?:T/M|TM\.?|T\.M\.?|K/T|KT\.?|TL\.?|T/L|TUQ\.?)\s+(?P<body>.+)")
_LOCAL = re.compile(
    r"(?P<body>(?:đảng ủy|đảng bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|chi bộ|chi ủy|ủy ban nhân dân|hội đồng nhân dân|"
    r"ủy ban kiểm tra|bộ)\s[^*|\n]{2,70})"
)


def central_body(text: str) -> str | None:
    """The first central body a text names, in its written form."""
    form = match_form(one_line(text))
    found = [(form.find(name), -len(name), written) for name, written in _CENTRAL.items() if name in form]
    return min(found)[2] if found else None


def issuer_of_code(code: str) -> str | None:
    """The body that numbers under a code, where there is only one: ``UBKTTW`` → Ủy ban Kiểm tra Trung ương."""
    return _BY_CODE.get(code)


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
        # KT. BỘ TRƯỞNG, TL. …: for an office-holder; the body is in the letterhead.
        if central or not line.text[match.start() :].startswith(("T/M", "TM", "T.M")):
            return central
        return _with_local_body(_named(body, text), letterhead)
    return next((central_body(line.text) for line in signature if central_body(line.text)), None)


def _with_local_body(organ: str, letterhead: str | None) -> str:
    """An organ with the Party organisation it belongs to: Ban Thường vụ → Ban Thường vụ Đảng uỷ xã …."""
    form = match_form(organ)
    if letterhead is None or match_form(letterhead).startswith(form):
        return letterhead or organ
    if form == "ban chấp hành":
        # A committee leads the organisation: Ban Chấp hành Đảng bộ xã, under the letterhead Đảng uỷ xã.
        return f"{organ} {_COMMITTEE.sub('Đảng bộ', letterhead)}"
    return f"{organ} {letterhead}" if form in ("ban thường vụ", "thường trực") else organ


_COMMITTEE = re.compile(r"^Đảng [uủ][ỷy]", re.IGNORECASE)


def issuer_of_letterhead(head: Sequence[str], text: str) -> str | None:
    """The issuing body of a letterhead: the lower of the two names on its left side.

    Args:
        head: Lines down to the number or the kind.
        text: The whole document.
    """
    named: str | None = None
    joined = one_line(" ".join(head))
    form = match_form(joined).replace("đảng cộng sản việt nam", " ").replace("cộng hòa xã hội chủ nghĩa việt nam", " ")
    if form.lstrip().startswith(match_form("Ban Chấp hành Trung ương")):
        named = "Ban Chấp hành Trung ương"
        rest = form.lstrip()[len("ban chấp hành trung ương") :]
        rest = re.sub(r"^(?:\s*đảng)?[\s*|\-]*", "", rest)
        under = next((full for short, full in _UNDER_CENTRAL.items() if rest.startswith(short)), None)
        return under or named
    local = [m["body"] for line in head for m in [_LOCAL.match(match_form(line))] if m]
    if local:
        return _named(one_line(local[-1]).strip(" *|-,"), text)
    return central_body(form)


def _named(capitals: str, text: str) -> str:
    # One body is one value to filter by, whichever way a typist places the tone (Đảng ủy, Đảng uỷ).
    name = old_tone(small_letters(capitals, text))
    return name[0].upper() + name[1:]

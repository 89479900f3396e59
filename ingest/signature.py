"""Who signed a document, and in which office: "K/T CHÁNH VĂN PHÒNG" / "PHÓ CHÁNH VĂN PHÒNG" / a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.text import match_form, old_tone, one_line
from corpus.types import Span
from ingest.issuer import begins_with_body
from ingest.letters import small_letters
from ingest.reading import Line
from ingest.structure.tail import is_capitals, is_name

_SIGNED = re.compile(r".*\(đã ký\)")
# On behalf of an office ("KT. CHỦ TỊCH") belongs to the position, on behalf of a body ("T/M BAN THƯỜNG VỤ") does not.
_OFFICE_WORDS = (
    r"(?:THƯỜNG TRỰC BAN BÍ THƯ|TỔNG BÍ THƯ|BÍ THƯ|CHỦ TỊCH|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHÁNH ÁN|"
    r"TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|THÔN)|CHỦ NHIỆM|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|VỤ TRƯỞNG|"
    r"VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔNG THANH TRA|TỔNG KIỂM TOÁN|THỐNG ĐỐC|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG THƯ KÝ|"
    r"[UỦ]Y VIÊN BỘ CHÍNH TRỊ|[UỦ]Ỷ? ?VIÊN THƯỜNG TRỰC)"
)
_POSITION = re.compile(rf"(?:(?:KT|K/T|TL|T/L|TUQ|Q)[. ]\s?)?(?:QUYỀN |PHÓ )?{_OFFICE_WORDS}(?!\w)(?P<rest>[^|;:()]*)$")
# Words of offices that keep a capital, longest first.
_WRITTEN = {
    match_form(written): written
    for written in (
        "Thường trực Ban Bí thư",
        "Tổng Bí thư",
        "Bí thư",
        "Ủy viên Bộ Chính trị",
        "Bộ Chính trị",
        "Ban Chấp hành Trung ương",
        "Ban Thường vụ",
        "Chánh Văn phòng",
        "Chánh Thanh tra",
        "Trưởng ban",
        "Trưởng phòng",
        "Chủ nhiệm",
        "Chủ tịch",
        "Thủ tướng",
        "Bộ trưởng",
        "Thứ trưởng",
        "Giám đốc",
        "Sở",
        "Thường trực",
        "Quốc hội",
        "Chính phủ",
        "Phó",
    )
}
_WORDS = re.compile(r"(?<!\w)(?:" + "|".join(sorted(_WRITTEN, key=len, reverse=True)) + r")(?!\w)")


class Signer(NamedTuple):
    """A name with the office above it, and where in the text the two stand."""

    name: str
    position: str | None
    at: Span
    office_at: Span | None


def signer_of(signature: Sequence[Line], start: int, text: str) -> Signer | None:
    """The first who signed.

    Args:
        signature: Lines of the signature block.
        start: Where the block begins in ``text``.
        text: The document.
    """
    offices: list[tuple[str, Span]] = []
    for line, at in _pieces(signature, start):
        signed = _SIGNED.match(match_form(line))
        behind = line[signed.end() if signed else 0 :]
        name = behind.strip(" *.,")
        if is_name(name) and not begins_with_body(name):
            begin = at + line.rindex(name)
            return Signer(name, _written(offices, text), Span(begin, begin + len(name)), _around(offices))
        if office := _office_in(line):
            offices.append((line[office.start :], Span(at + office.start, at + office.end)))
    return None


def _pieces(signature: Sequence[Line], start: int) -> Iterator[tuple[str, int]]:
    """Lines, and cells of lines, with their offsets."""
    for line in signature:
        at = start
        for cell in line.text.split("|"):
            yield cell, at
            at += len(cell) + 1
        start += len(line.text) + 1


def _office_in(line: str) -> Span | None:
    """An office on its line, or at the end of one that begins with recipients."""
    found = _POSITION.search(line)
    if found is None or (found.start() > 0 and line[found.start() - 1].isalnum()):
        return None
    if found["rest"] != found["rest"].upper():
        return None
    before = line[: found.start()].strip()
    return None if is_capitals(before) else Span(found.start(), len(line.rstrip()))


def _written(offices: Sequence[tuple[str, Span]], text: str) -> str | None:
    return " / ".join(_small(office, text) for office, _ in offices) or None


def _around(offices: Sequence[tuple[str, Span]]) -> Span | None:
    return Span(offices[0][1].start, offices[-1][1].end) if offices else None


def _small(office: str, text: str) -> str:
    """An office as it is written in a sentence, each of its titles with a capital; "K/T" and "KT." stay."""
    printed = one_line(office).strip(" *.,-_")
    short = re.match(r"(?:KT|K/T|TL|T/L|TUQ|Q)[. ]\s?", printed)
    prefix = printed[: short.end()].strip() if short else ""
    words = printed[len(prefix) :].strip()
    small = old_tone(small_letters(words, text)) if is_capitals(words) else words
    small = _WORDS.sub(lambda match: _WRITTEN[match.group()], match_form(small)) if is_capitals(words) else small
    return f"{prefix} {small[0].upper()}{small[1:]}".strip()

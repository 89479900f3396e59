"""The end of a document: recipients, signature, what is attached after it, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.numbers import kind_at_start
from corpus.text import match_form
from ingest.reading import Line
from ingest.structure.markers import Marker, markers

_RECIPIENTS = re.compile(r"nơi nhận\s*(?::|$)")
# "T/M BỘ CHÍNH TRỊ", "TM. CHÍNH PHỦ", "KT. BỘ TRƯỞNG", "TL. …", "TUQ. …": on behalf of.
_ON_BEHALF = re.compile(r"(?:T/M|TM\.?|T\.M\.?|KT\.?|K/T|TL\.?|T/L|TUQ\.?)\s+[A-ZĐÀ-Ỹ]{2}")
_OFFICES = re.compile(
    r"(?:QUYỀN |PHÓ )?(?:TỔNG BÍ THƯ|BÍ THƯ|CHỦ TỊCH|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CHỦ NHIỆM|"
    r"BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|VIỆN TRƯỞNG|TỔNG THANH TRA|THỐNG ĐỐC|TỔNG KIỂM TOÁN|CHÁNH ÁN|"
    r"THƯỜNG TRỰC BAN BÍ THƯ|ỦY VIÊN BỘ CHÍNH TRỊ|UỶ VIÊN BỘ CHÍNH TRỊ)(?!\w)"
)
_ATTACHED = re.compile(r"(?:ban hành\s+)?(?:kèm theo|đính kèm)\b")
# What is attached and is no document of its own.
_LISTS = ("Danh sách", "Danh mục", "Đề cương", "Nội quy", "Quy trình", "Lịch", "Bảng", "Biểu")
_FORM = re.compile(
    r"(?:mẫu|biểu mẫu|biểu)(?:\s+(?:số|phiếu))?\s*:?\s*\d{1,3}[a-zđ]?(?:[.\-/]\w{1,4})*(?=$|\s*[.:(]|\s+[–-]\s)"
)
_MOTTO = re.compile(r"(?:cộng hòa xã hội chủ nghĩa|đảng cộng sản) việt nam$")
_REFERENCES = re.compile(r"(?:danh mục (?:các )?|các |nguồn )?tài liệu (?:tham khảo|trích dẫn)(?: chính)?")
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]+(?: [A-ZĐÀ-Ỹ][a-zđà-ỹ]*){1,4}")
_TITLE_WORDS = 3
# A heading of an annex and a line of a signature are short; a sentence that begins alike is not.
_LONGEST_HEAD = 160
# Recipients and a signature without a name take up no more at the end of a file.
_LAST_LINES = 8
_CAPITALS = 0.9


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals, a stray lower-case letter allowed."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= _CAPITALS * len(letters)


def is_recipients(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins the list of recipients; an item may be about where a thing is received."""
    if not _RECIPIENTS.match(match_form(lines[index].text)):
        return False
    after = [lines[index].text.partition(":")[2].strip(), *(line.text for line in lines[index + 1 : index + 2])]
    listed = any(text.startswith(("-", "–", "+", "•", "Như ")) for text in after)
    return listed or _ends_soon(lines, index) or any(_ON_BEHALF.search(line.text) for line in lines[index : index + 3])


def signature_offset(lines: Sequence[Line], index: int) -> int | None:
    """Where in a line a signature block begins, ``None`` if it does not.

    In a PDF the recipients and the signature stand side by side, so the block may begin in mid-line. An office
    alone ("CHỦ TỊCH") signs only if a name follows; it may as well begin a heading.
    """
    text = lines[index].text
    if len(text) > _LONGEST_HEAD:
        return None
    if is_recipients(lines, index):
        inside = _ON_BEHALF.search(text)
        return inside.start() if inside else None
    if _ON_BEHALF.match(text):
        return 0
    office = is_capitals(text) and _OFFICES.match(text)
    signed = any(is_name(line.text) or "đã ký" in match_form(line.text) for line in lines[index + 1 : index + 6])
    return 0 if office and (signed or _ends_soon(lines, index)) else None


def _ends_soon(lines: Sequence[Line], index: int) -> bool:
    return len(lines) - index <= _LAST_LINES


def is_name(text: str) -> bool:
    """Whether a line is a person's name as it stands under a signature."""
    return bool(_NAME.fullmatch(text.strip(" *.,")))


def is_loose_title(line: Line) -> bool:
    """Whether a line after the signature is the title of something attached that says no more of itself."""
    text = line.text
    return is_capitals(text) and len(text.split()) >= _TITLE_WORDS and text[0].isalpha() and not _is_office(text)


def _is_office(text: str) -> bool:
    return bool(_ON_BEHALF.match(text) or _OFFICES.match(text))


def names_form(line: Line) -> bool:
    """Whether a form begins and says so: "Mẫu số 02. Đơn đề nghị …"."""
    return not line.continues and len(line.text) <= _LONGEST_HEAD and bool(_FORM.match(match_form(line.text)))


def is_motto(line: Line) -> bool:
    """Whether the line is, or in a PDF ends with, the motto of a letterhead; in an annex only forms have one."""
    return is_capitals(line.text) and bool(_MOTTO.search(match_form(line.text)))


def is_references(text: str) -> bool:
    """Whether a title, without its label, is that of a list of references: what it numbers are no units."""
    return bool(_REFERENCES.fullmatch(match_form(text).strip(" :.*")))


def annex_marker(line: Line) -> Marker | None:
    """The annex that opens at a line: "PHỤ LỤC I", "Phụ lục số 2" alone on its line or in capitals."""
    if len(line.text) > _LONGEST_HEAD:
        return None
    marker = next((m for m in markers(line.text) if m.unit == "phụ lục"), None)
    if marker is None:
        return None
    rest = line.text[marker.body :].strip()
    stands_alone = not rest or line.text.startswith("PHỤ LỤC") or line.heading > 0 or line.bold
    return marker if stands_alone and not rest.endswith((";", ",", ".")) else None


def attached_kind(lines: Sequence[Line], index: int, *, in_annex: bool) -> str | None:
    """The kind of a document attached to a decision: "QUY CHẾ" … "(Kèm theo Quyết định số …)".

    Args:
        lines: The document's lines.
        index: Where its title may stand.
        in_annex: An annex is open: a list is then its content, and a title right under its heading is its own.
    """
    line = lines[index]
    kind = _kind_or_list(line.text, lists=not in_annex)
    if in_annex and any(annex_marker(above) for above in lines[max(0, index - 2) : index]):
        return None
    if line.continues or kind is None or not is_capitals(line.text) or len(line.text) > _LONGEST_HEAD:
        return None
    after = lines[index + 1 : index + 6]
    return kind if any(_ATTACHED.match(match_form(follow.text.lstrip("*( "))) for follow in after) else None


def _kind_or_list(text: str, *, lists: bool) -> str | None:
    if kind := kind_at_start(text):
        return kind[0]
    form = match_form(text)
    return next((name for name in _LISTS if lists and form.startswith(f"{match_form(name)} ")), None)

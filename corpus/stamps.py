"""Secrecy and circulation marks as they are stamped or printed on a document.

A mark is a stamp, not a word: it stands alone on a line of the first page, in or beside the letterhead, in what is
printed around the text (running heads, stamps, watermarks), or comes back on page after page. "Bí mật nhà nước" in a
title, "tài liệu mật" in a sentence or a table that lists the marks is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.lookalikes import plain
from corpus.numbers import kind_at_start
from corpus.secrecy import (
    DRAFT,
    INTERNAL,
    NOT_PUBLISHED,
    RECALLED,
    RETURNED,
    SECRET,
    STRICTLY_SECRET,
    TOP_SECRET,
    Mark,
)
from corpus.text import clean, fold

# A first page holds some 45 lines; a stamp may be the last thing drawn on it.
_FIRST_PAGE = 60
# The title line ends a letterhead; columns read one after the other make it no longer than this.
_LETTERHEAD = 25
# Where no letterhead is seen, a stamp stands above the text.
_TOP = 6
# A title may be set in small letters only where nothing but a title can stand.
_TITLE = 10
# Further down a mark must come back: regulations about marks print each of them once or twice.
_REPEATED = 3
# A table of the marks names several levels, a document carries one: the others are so many times fewer.
_PREVAILS = 4
# The longest mark has 55 letters, which may be spaced.
_LONGEST = 160
# A stamp that a scan shows a little slanted may read one letter in five in lower case ("T0l MẬT").
_CAPITALS = 0.8

# Compared as letters only: scans lose marks ("MÂT") and read letters as digits ("MẬ7"), typists space letters.
_READ_AS = str.maketrans("017l4", "oitia")
_STAMP = re.compile(r"(?:(?P<strictly>tuyetmat)|(?P<top>toimat)|(?P<secret>mat))(?:tuyetmat|toimat|mat)*")
_STAMPS = {"strictly": STRICTLY_SECRET, "top": TOP_SECRET, "secret": SECRET}
_URGENCY = re.compile(r"^(?:tailieu|vanban)|thuongkhan|hoatoc(?:hengio)?|khan")
_COPY_NUMBER = re.compile(
    r"\W*(?<!\w)(?:số bản|bản (?:số|thứ|in số))(?!\w).*$|(?<!\w)\d+(?:\s*/\s*\d+)?(?!\w)", re.IGNORECASE
)
_COPIED_SECRET = re.compile(r"(?:ban)?(?:trich)?saobimatnhanuoc")
_FIELD = re.compile(r"(?:muc)?domat(?:cua(?:tailieu|vanban))?(?P<level>tuyetmat|toimat|mat)")
# One syllable needs more care than two: MẮT, MÁT, MẤT, MẶT are other words, a lost mark makes these.
_ONE_SYLLABLE = re.compile(r"[MW]\W*[ẬÂẠA4À]\W*[T7]", re.IGNORECASE)

_MEDIA = r"(?:trencacphuongtienthongtin(?:daichung)?)?"
_NOTICE = re.compile(
    r"(?P<recalled>(?:tailieu|vanban)(?:phai)?thuhoi(?:sau.{1,40})?)"
    r"|(?P<returned>(?:tailieu)?xemxong(?:denghi|xin)?tralai(?:ngay)?(?:cho.{1,40})?)"
    rf"|(?P<unpublished>(?:tailieu)?khong(?:duoc)?(?:phobien|dangtai|saochup|saochepphattan){_MEDIA})"
    r"|(?P<internal>(?:tailieu|vanban|ban)?(?:chi)?(?:luuhanh|sudung|dung|phobien)?(?:trong)?noibo(?:dang)?"
    r"(?:khong(?:duoc)?(?:phobien|saochup).{0,45})?)"
    r"|(?P<draft>(?:ban)?duthao(?:lan(?:thu)?(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|tu|bon|nam|cuoi))?(?:ngay.{1,20})?\d?)"
)
# In small letters these may as well be the words of a table: "Không phổ biến" is also "not common".
_COMMON = re.compile(r"(?:phobien)?noibo|khong(?:duoc)?(?:phobien|dangtai|saochup)|vanbanthuhoi")
_NOTICES = {
    "recalled": RECALLED,
    "returned": RETURNED,
    "unpublished": NOT_PUBLISHED,
    "internal": INTERNAL,
    "draft": DRAFT,
}
_CLOSING = re.compile(r"[(\[](?P<bracketed>[^()\[\]]{2,80})[)\]]\W*$|\s[-–—]\s(?P<dashed>[^-–—]{8,80})$")
# What stands in a letterhead in one line with a stamp, where a reader took the columns together.
_BESIDE = re.compile(
    r"(?<!\w)(?<!BÍ )(?<!BẢO )(?<!CƠ )(?<!GIẢI )(?<!ĐỘ )(?<!THÂN )"
    r"(TUYỆT MẬT|TUYỆT MẠT|TUYÊT MÂT|TỐI MẬT|TỐI MẠT|TÔI MÂT|M ?Ậ ?[T7]|MÂT)"
    r"(?!\w)(?! (?:MÃ|ĐỘ|VỤ|THƯ|KHẨU|ONG|THÁM|BÁO|NGHỊ|THIẾT|MÍA|DANH))"
)
_BESIDE_NOTICE = (
    ("tailieuthuhoi", RECALLED),
    ("xemxongtralai", RETURNED),
    ("khongphobien", NOT_PUBLISHED),
    ("luuhanhnoibo", INTERNAL),
)
# A mark set off in a longer title: "Mật - Báo cáo quý I", "Báo cáo quý I (Mật) năm 2026", "MẬT: BÁO CÁO".
_SET_OFF = re.compile(r"\s[-–—]+\s|\s*[|•]\s*|(?<=MẬT)\s*:\s")
_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_TITLED = re.compile(r"(?:(?:Tài liệu|Văn bản) )?(?:(Tuyệt mật)|(Tối mật)|(Mật))", re.IGNORECASE)
_LETTERHEAD_WORDS = re.compile(
    r"đảng cộng sản việt nam|cộng h(?:òa|oà) xã hội chủ nghĩa|độc lập\s*-\s*tự do"
    r"|^số\s*:?\s*\S*\s?[-/]|ngày .{0,8}tháng .{0,6}năm",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(
    r"^(?:\W*|.*\s)(?:(?:TỈNH|THÀNH|ĐẢNG|HUYỆN|QUẬN|QUÂN) (?:ỦY|UỶ|BỘ)|CHI BỘ|BAN|BỘ|(?:ỦY|UỶ) BAN|HỘI ĐỒNG"
    r"|VĂN PHÒNG|SỞ|UBND)\s"
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def secrecy_mark(lines: Sequence[str], stamps: Sequence[str] = ()) -> Mark | None:
    """The most restrictive mark on a document, ``None`` if it carries none.

    Args:
        lines: All its lines in reading order, running heads and feet included.
        stamps: What is printed or noted around the text: running heads, stamps, watermarks, a file's own fields.
    """
    head = _letterhead_end(lines)
    found = [mark for mark in map(standing_mark, _whole(stamps)) if mark]
    found += [mark for line in _whole(stamps) if (mark := _mixed_case(line) or _set_off(line))]
    found += _in_letterhead(lines[:head], lines)
    found += _in_text(lines)
    return max(found, key=lambda mark: mark.level, default=None)


def standing_mark(line: str) -> Mark | None:
    """The mark a line consists of, if it does."""
    text = _clean(line).strip()
    if not text or len(text) > _LONGEST:
        return None
    letters = _letters(text)
    if field := _FIELD.fullmatch(letters):
        return _STAMPS[_lastgroup(_STAMP.fullmatch(field["level"]))]
    if notice := _NOTICE.fullmatch(letters):
        return _NOTICES[_lastgroup(notice)] if _is_capitals(text) or not _COMMON.fullmatch(letters) else None
    return _stamp(text) if _is_capitals(_COPY_NUMBER.sub("", text)) else None


def _clean(line: str) -> str:
    return clean(plain(line))


def _lastgroup(match: re.Match[str] | None) -> str:
    return (match.lastgroup if match else None) or ""


def _stamp(text: str, *, sure: bool = False) -> Mark | None:
    """The stamp a text consists of, with frame, urgency and copy number; ``sure`` where nothing else can stand."""
    bare = _COPY_NUMBER.sub("", text)
    letters = _letters(bare)
    if _COPIED_SECRET.fullmatch(letters):
        return SECRET
    stamp = _STAMP.fullmatch(_URGENCY.sub("", letters).translate(_READ_AS))
    if stamp is None:
        return None
    if stamp.lastgroup == "secret" and not _ONE_SYLLABLE.search(bare) and not (sure and _is_capitals(text)):
        return None
    return _STAMPS[_lastgroup(stamp)]


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= _CAPITALS * len(letters)


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Lines, with a stamp set letter under letter put together: "M" / "Ậ" / "T"."""
    upright: list[str] = []
    for line in (*lines, ""):
        text = line.strip()
        if len(text) == 1 and text.isalnum():
            upright.append(text)
            continue
        if upright:
            yield "".join(upright)
            upright = []
        yield line


def _letterhead_end(lines: Sequence[str]) -> int:
    """Where a letterhead ends: before the title line, else after the last line that only letterheads have."""
    last = _TOP
    for index, line in enumerate(lines[:_LETTERHEAD]):
        text = _clean(line)
        kind = kind_at_start(text)
        if index and kind and text[: kind[1]].isupper():
            return index
        if _LETTERHEAD_WORDS.search(text):
            last = max(last, index + 1)
    return last


def _in_letterhead(head: Sequence[str], lines: Sequence[str]) -> list[Mark]:
    """Marks in a letterhead: alone on a line in whatever letters, or on one line with its columns."""
    bounded = any(_LETTERHEAD_WORDS.search(_clean(line)) for line in head)
    found: list[Mark] = []
    for line in _whole(head):
        mark = standing_mark(line) or (_mixed_case(line) if bounded else None)
        if mark := mark or _beside(_clean(line), lines):
            found.append(mark)
    lists_all = {STRICTLY_SECRET, TOP_SECRET, SECRET} <= set(found)
    return [mark for mark in found if not (mark.secret and lists_all)]


def _mixed_case(line: str) -> Mark | None:
    """A stamp where only a stamp can stand, so that its letters need not be capitals nor its marks right."""
    return _stamp(_clean(line).strip(), sure=True) if len(line) <= _LONGEST else None


def _beside(text: str, lines: Sequence[str]) -> Mark | None:
    """A mark that a reader gives on one line with the letterhead's columns."""
    if not (_LETTERHEAD_WORDS.search(text) or _BODY_WORDS.search(text)):
        return None
    letters = _letters(text)
    for notice, mark in _BESIDE_NOTICE:
        if notice in letters and _is_capitals(text):
            return mark
    stamp = _BESIDE.search(text)
    if stamp is None or _is_name(text[: stamp.start()], lines):
        return None
    return _stamp(stamp[1], sure=True)


def _is_name(before: str, lines: Sequence[str]) -> bool:
    """Whether the word before is one name with "Mật", which the document writes elsewhere: "xã Đức Mật"."""
    words = before.split()
    if not words:
        return False
    name = re.compile(rf"(?<!\w){re.escape(words[-1].capitalize())} Mật(?!\w)")
    return any(name.search(line) for line in lines)


def _in_text(lines: Sequence[str]) -> Iterator[Mark]:
    """Marks on lines of the first page or repeated further down, unless they make up a list of the marks."""
    first = [mark for mark in map(standing_mark, _whole(lines[:_FIRST_PAGE])) if mark]
    closing = (_closing(_clean(line).strip(), title=index < _TITLE) for index, line in enumerate(lines[:_FIRST_PAGE]))
    first += [mark for mark in closing if mark]
    counts = Counter(mark for line in lines if (mark := standing_mark(line)))
    secret = Counter({mark: count for mark, count in counts.items() if mark.secret})
    for mark in {*first, *(mark for mark, count in counts.items() if count >= _REPEATED)}:
        others = secret.total() - secret[mark]
        if not (mark.secret and others and secret[mark] < max(_REPEATED, _PREVAILS * others)):
            yield mark


def _closing(text: str, *, title: bool) -> Mark | None:
    """A mark that ends a title, in capitals or among the first lines: "TÀI LIỆU HỌC TẬP (Lưu hành nội bộ)".

    Among the first lines it may stand before the title as well, or within it.
    """
    if title and (mark := _set_off(text)):
        return mark
    closing = _CLOSING.search(text) if len(text) <= _LONGEST else None
    if closing is None or not (title or _is_capitals(text[: closing.start()])):
        return None
    mark = standing_mark(closing["bracketed"] or closing["dashed"])
    return None if mark is DRAFT else mark


def _set_off(line: str) -> Mark | None:
    """The one mark that a title holds as a part of its own; a line with several lists them."""
    text = _clean(line).strip()
    if len(text) > _LONGEST:
        return None
    parts = [part.strip() for part in _SET_OFF.split(_BRACKETED.sub(r"|\1\2|", text)) if part.strip()]
    found = {mark for part in parts if (mark := _titled(part) or standing_mark(part)) and mark is not DRAFT}
    return found.pop() if len(parts) > 1 and len(found) == 1 else None


def _titled(part: str) -> Mark | None:
    """A mark of state secrets as a title writes it: with a capital, and no mark of a letter amiss."""
    found = _TITLED.fullmatch(part)
    if found is None or not part[0].isupper():
        return None
    return (STRICTLY_SECRET, TOP_SECRET, SECRET)[(found.lastindex or 1) - 1]

"""Secrecy and circulation marks, as they are stamped or printed on a document.

A mark is a stamp, not a word: it stands alone on a line of the first page, beside the letterhead, or comes
back on page after page. "Bí mật nhà nước" in a title or "tài liệu mật" in a sentence is no mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from corpus.text import clean, fold

# A first page holds some 45 lines; a stamp may be the last thing drawn on it.
_FIRST_PAGE = 60
_LETTERHEAD = 20
# Further down a mark must come back: regulations about marks print each of them once or twice.
_REPEATED = 3
# The longest mark has 55 letters, which may be spaced.
_LONGEST = 120


class Level(IntEnum):
    """How far a mark restricts; a document with several has the highest."""

    DRAFT = 1
    INTERNAL = 2
    NOT_PUBLISHED = 3
    RETURN = 4
    SECRET = 5
    TOP_SECRET = 6
    STRICTLY_SECRET = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found on a document.

    Attributes:
        text: The mark as rules write it, whatever form it had: ``TỐI MẬT``.
        level: How far it restricts.
    """

    text: str
    level: Level

    @property
    def secret(self) -> bool:
        """Whether it marks a state secret."""
        return self.level >= Level.SECRET

    @property
    def refused(self) -> bool:
        """Whether a file that carries it is turned away; drafts alone are taken in."""
        return self.level > Level.DRAFT


_STRICTLY, _TOP, _SECRET = (
    Mark("TUYỆT MẬT", Level.STRICTLY_SECRET),
    Mark("TỐI MẬT", Level.TOP_SECRET),
    Mark("MẬT", Level.SECRET),
)
_RECALLED = Mark("TÀI LIỆU THU HỒI", Level.RETURN)
_RETURN = Mark("XEM XONG TRẢ LẠI", Level.RETURN)
_UNPUBLISHED = Mark("KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG", Level.NOT_PUBLISHED)
_INTERNAL = Mark("LƯU HÀNH NỘI BỘ", Level.INTERNAL)
_DRAFT = Mark("DỰ THẢO", Level.DRAFT)

# Compared as letters only: scans lose marks ("MÂT"), typists space letters ("M Ậ T").
_STAMPS = {"tuyetmat": _STRICTLY, "toimat": _TOP, "mat": _SECRET}
_STAMP_FRAME = re.compile(r"^(?:tailieu|vanban)|thuongkhan|hoatoc(?:hengio)?|khan")
_COPY_NUMBER = re.compile(r"\W*\bbản (?:số|thứ)\b.*$", re.IGNORECASE)
_NOTICE = re.compile(
    r"(?P<recalled>(?:tailieu|vanban)thuhoi(?:sau.{1,40})?)"
    r"|(?P<back>xemxong(?:denghi)?tralai)"
    r"|(?P<unpublished>khong(?:duoc)?phobien(?:trencacphuongtienthongtin(?:daichung)?)?)"
    r"|(?P<internal>(?:tailieu|vanban|ban)?(?:chi)?(?:luuhanh|sudung|dung)(?:trong)?noibo(?:dang)?)"
    r"|(?P<draft>(?:ban)?duthao(?:lan(?:thu)?(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|tu|bon|nam|cuoi))?(?:ngay.{1,20})?\d?)"
)
_NOTICES = {
    "recalled": _RECALLED,
    "back": _RETURN,
    "unpublished": _UNPUBLISHED,
    "internal": _INTERNAL,
    "draft": _DRAFT,
}
_FIELD = re.compile(r"(?:muc)?domat(?P<level>tuyetmat|toimat|mat)")
_BESIDE_LETTERHEAD = re.compile(r"(?<!\w)(?<!BÍ )(?<!BẢO )(TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)(?! (?:MÃ|ĐỘ|VỤ|THƯ))")
_LETTERHEAD_WORDS = re.compile(
    r"đảng cộng sản việt nam|cộng h(?:òa|oà) xã hội chủ nghĩa|độc lập\s*-\s*tự do"
    r"|^số\s*:?\s*\S*[-/]|ngày .{0,8}tháng .{0,6}năm",
    re.IGNORECASE,
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def secrecy_mark(lines: Sequence[str]) -> Mark | None:
    """The most restrictive mark on a document, ``None`` if it carries none.

    Args:
        lines: All its lines in reading order, running heads and feet included.
    """
    found: list[Mark] = []
    standing = [_standing_mark(line) for line in lines]
    found.extend(mark for mark in standing[:_FIRST_PAGE] if mark)
    found.extend(mark for mark in map(_beside_letterhead, lines[:_LETTERHEAD]) if mark)
    counts = Counter(mark for mark in standing if mark)
    found.extend(mark for mark, count in counts.items() if count >= _REPEATED)
    return max(found, key=lambda mark: mark.level, default=None)


def _standing_mark(line: str) -> Mark | None:
    """The mark a line consists of, if it does."""
    text = clean(line).strip()
    if not text or len(text) > _LONGEST:
        return None
    letters = _letters(text)
    if field := _FIELD.fullmatch(letters):
        return _STAMPS[field["level"]]
    if notice := _NOTICE.fullmatch(letters):
        return _NOTICES[notice.lastgroup or ""]
    stamp = _COPY_NUMBER.sub("", text)
    return _STAMPS.get(_STAMP_FRAME.sub("", _letters(stamp))) if stamp.isupper() else None


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


def _beside_letterhead(line: str) -> Mark | None:
    """A stamp that a PDF gives on one line with the letterhead's columns."""
    text = clean(line)
    if not _LETTERHEAD_WORDS.search(text):
        return None
    stamp = _BESIDE_LETTERHEAD.search(text)
    return _STAMPS[_letters(stamp[1])] if stamp else None

"""The subject of a document (*trích yếu*): under its kind, or after "V/v" where a letter prints no kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.text import match_form, one_line
from ingest.issuer import begins_with_body
from ingest.letterhead import HEAD_LINES, Kind, place_and_date
from ingest.letters import small_letters
from ingest.reading import Line
from ingest.structure.tail import is_capitals

_LONGEST_TITLE = 12
_LONGEST_LINE = 300
# Laws are called by name: "Luật Hóa chất".
_CALLED_BY_NAME = ("Luật", "Bộ luật", "Pháp lệnh", "Điều lệ")
_BODY_START = re.compile(
    r"(?:[-–]\s*)?(?:căn cứ|thực hiện|theo|xét|tại phiên|trong|ngày|quốc hội ban hành|kính gửi|nơi nhận)[\s:]"
    r"|[-–_*]{3,}"
)
# "CỦA BỘ CHÍNH TRỊ VỀ …", "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG … VỀ …": the body is not the subject.
_BODY_IN_TITLE = re.compile(
    r"(?:của|hội nghị|ban chấp hành|bộ chính trị|ban bí thư|ban thường vụ)\s(?:(?!về\s).)*(?=về\s)"
)
_GROUNDS = re.compile(r"[-–\s]*căn cứ", re.IGNORECASE)
# What stands between the body that decides and its grounds: "KHÓA XX, KỲ HỌP THỨ HAI".
_SESSION = re.compile(r"(?:khóa|kỳ họp)\s")
_REGARDING = re.compile(r"(?:v/v|về việc)\s*:?\s*")
_ADDRESSED = re.compile(r"kính gửi")


class Subject(NamedTuple):
    """A subject, with the lines of the opening it stands on: first, one past the last."""

    title: str
    first: int
    end: int


def subject_of(opening: Sequence[Line], kind: Kind, text: str) -> Subject | None:
    """The subject under the kind: lines in capitals or bold, from "về" where there is one."""
    behind = opening[kind.line].text[kind.end :].strip()
    end = kind.line + 1 + sum(1 for _ in title_lines(opening[kind.line + 1 :]))
    parts = [behind, *(line.text for line in opening[kind.line + 1 : end])]
    joined = one_line(" ".join(part for part in parts if part)).strip(" *-_:")
    if not joined:
        return None
    body = _BODY_IN_TITLE.match(match_form(joined))
    title = joined[body.end() :] if body else joined
    if is_capitals(title):
        title = small_letters(title, text)
    if kind.kind in _CALLED_BY_NAME:
        title = title[0].upper() + title[1:]
    return Subject(title, kind.line if behind.strip(" *-_:") else kind.line + 1, end)


def title_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the subject: those set off, or plain ones where nothing is."""
    plain_before = False
    for index, line in enumerate(lines[:_LONGEST_TITLE]):
        set_off = is_capitals(line.text) or line.bold or line.heading > 0
        small = line.text[0].islower()
        plain = not set_off and len(line.text) <= _LONGEST_LINE
        plain = plain and (
            (small and (index == 0 or plain_before or line.text.startswith("về ")))
            or line.continues
            or (index == 0 and _may_be_title(line))
        )
        begins_body = not (plain and small) and _BODY_START.match(match_form(line.text))
        if begins_body and (not set_off or _GROUNDS.match(line.text)):
            return
        if not (set_off or plain) or (set_off and plain_before) or line.text.endswith((":", ";")):
            return
        if index and _orders(line.text, lines[index + 1 :]):
            return
        yield line
        plain_before = plain
        if line.text.endswith(".") and plain:
            return


def _may_be_title(line: Line) -> bool:
    """Whether a plain line in sentence case is a subject: no sentence, and nobody who begins to speak."""
    return not line.text.endswith((".", ":", ";", ",")) and not begins_with_body(line.text) and line.text[0].isalpha()


def _orders(text: str, after: Sequence[Line]) -> bool:
    """Whether the line names who issues the document, between its title and its grounds: "BỘ TRƯỞNG BỘ XÂY DỰNG"."""
    following = next((line for line in after if not _SESSION.match(match_form(line.text))), None)
    grounds_follow = following is not None and bool(_GROUNDS.match(following.text))
    return grounds_follow and is_capitals(text) and begins_with_body(text)


def letter_subject(opening: Sequence[Line], start: int) -> Subject | None:
    """The subject of an official letter, which prints no kind: "V/v …", then whom it is addressed to."""
    head = opening[start:HEAD_LINES]
    if not any(_ADDRESSED.match(match_form(line.text)) for line in head):
        return None
    for index, line in enumerate(head, start):
        regarding = _REGARDING.match(match_form(line.text))
        if regarding is None:
            continue
        parts = [_own_column(line.text[regarding.end() :])]
        end = index + 1
        while end < len(opening) and (opening[end].continues or opening[end].text[0].islower()):
            parts.append(_own_column(opening[end].text))
            end += 1
        return Subject(one_line(" ".join(parts)).strip(" *-_"), index, end)
    return None


def _own_column(text: str) -> str:
    """A line without the date or the motto that the other column prints beside it."""
    dated = place_and_date([text], alone=False)
    return text[: dated.place_at[0]] if dated else text

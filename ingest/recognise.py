"""What a document says about itself: number, kind, issuer, date, subject, signer, place, relations.

Only what the document states is taken; what it does not state stays ``None``. The number in the letterhead
beats every number the body cites; the kind is read from the title line, not from the code in the number
(QĐ is Quyết định and Quy định); the issuer is the body in whose name it is signed, not the first line of
the letterhead. Press copies that lost the letterhead state their identity in a headline or in a sentence
such as "… đã ký ban hành Nghị quyết số … của … về …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.numbers import NumberMention, find_dates, find_numbers, kind_at_start, kind_of_code
from corpus.text import match_form, one_line
from corpus.types import Reference
from ingest.issuer import (
    begins_with_body,
    central_body,
    issuer_of_code,
    issuer_of_letterhead,
    issuer_of_signature,
)
from ingest.letters import small_letters
from ingest.press import NAMED_BY_NUMBER, Press, introduction_lines, press_of
from ingest.reading import Line
from ingest.relations import relations_of
from ingest.structure.tail import is_capitals, is_name


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was recognised; ``None`` where the document is silent.

    ``lines`` counts the lines of the opening that letterhead and title block take up, and those in which a press
    copy introduces the document: nobody quotes those.
    """

    number: str | None
    kind: str | None
    issuer: str | None
    issued_on: date | None
    title: str | None
    signer: str | None
    place: str | None
    relations: tuple[Reference, ...]
    lines: int


# A letterhead is short; the title block ends it.
_HEAD_LINES = 40
_NUMBER_LABEL = re.compile(r"(?<!\w)s[ốô]\s*:?\s*(?=\d)", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ]\w*(?:[ .\-]\w+){0,5}),\s*(?P<date>ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*,?\s*năm\s*\d{4})"
)
_LONGEST_NUMBER_LINE = 40
_LONGEST_TITLE = 12
# Laws are called by name: "Luật Hóa chất".
_CALLED_BY_NAME = ("Luật", "Bộ luật", "Pháp lệnh", "Điều lệ")
_BODY_START = re.compile(
    r"(?:[-–]\s*)?(?:căn cứ|thực hiện|theo|xét|tại phiên|trong|ngày|quốc hội ban hành)\s|[-–_*]{3,}"
)
# "CỦA BỘ CHÍNH TRỊ VỀ …", "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG … VỀ …": the body is not the subject.
_BODY_IN_TITLE = re.compile(
    r"(?:của|hội nghị|ban chấp hành|bộ chính trị|ban bí thư|ban thường vụ)\s(?:(?!về\s).)*(?=về\s)"
)
# Words in capitals that begin like a kind.
_NO_KIND = re.compile(r"nghị định thư|báo cáo viên|luật sư")
_CHAPTER = re.compile(r"(?:phần|chương|mục)\s?[ivxl\d]")
# The body of a title block: "CỦA BỘ CHÍNH TRỊ", "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG …".
_TITLE_BODY = re.compile(
    r"(?:của|hội nghị|ban chấp hành|bộ chính trị|ban bí thư|ban thường vụ)\s(?:(?!về\s|quy định|sửa đổi).)*"
)
_SIGNED = re.compile(r".*\(đã ký\)")


def recognise(opening: Sequence[Line], signature: Sequence[Line], text: str, body_start: int) -> Letterhead:
    """Read what a document says about itself.

    Args:
        opening: Lines of its *phần đầu*.
        signature: Lines of its signature block, empty if it has none.
        text: Its whole text.
        body_start: Where the first unit begins in ``text``.
    """
    head = [line.text for line in opening[:_HEAD_LINES]]
    kind_line = _kind_line(opening)
    mention = _labelled_number(head[: kind_line + 1 if kind_line is not None else None])
    press = press_of(opening[:_HEAD_LINES]) if mention is None or kind_line is None else Press()
    number = mention or press.number
    dated = _place_and_date(head[: (kind_line or _HEAD_LINES) + 1], alone=kind_line is None)
    kind = kind_at_start(head[kind_line])[0] if kind_line is not None else press.kind  # type: ignore[index]
    title = _title(opening, kind_line, text) if kind_line is not None else None
    return Letterhead(
        number=number.number if number else None,
        kind=kind or (kind_of_code(number.code) if number else None),
        issuer=_issuer([line.text for line in opening], kind_line, signature, text, press)
        or (issuer_of_code(number.body) if number else None)
        or _acting_body(text[:body_start], text),
        issued_on=next((day for _, day in find_dates(dated["date"])), None) if dated else press.issued_on,
        title=title or press.title,
        signer=_signer(signature) or press.signer,
        place=dated["place"] if dated else None,
        relations=relations_of(text[:body_start], text[body_start:], body_start, number.number if number else None),
        lines=max(
            0 if kind_line is None else kind_line + 1 + sum(1 for _ in _title_lines(opening[kind_line + 1 :])),
            introduction_lines(opening),
        ),
    )


def _place_and_date(head: Sequence[str], *, alone: bool) -> re.Match[str] | None:
    """Find "Hà Nội, ngày … tháng … năm …"; the number may share its line ("Số 06-HD/TW Hà Nội, ngày …").

    Args:
        head: Lines down to the title.
        alone: There is no title, so that sentences may follow: the date must have its line to itself.
    """
    behind = (line[max((m.end for m in find_numbers(line)), default=0) :].strip() for line in head)
    find = _PLACE_AND_DATE.fullmatch if alone else _PLACE_AND_DATE.search
    return next((match for match in map(find, behind) if match), None)


def _kind_line(opening: Sequence[Line]) -> int | None:
    """The line on which the kind stands in capitals: the title line."""
    for index, line in enumerate(opening[:_HEAD_LINES]):
        found = None if _NO_KIND.match(match_form(line.text)) else kind_at_start(line.text)
        if index and _CHAPTER.match(match_form(opening[index - 1].text)):
            continue  # "Chương I" / "QUY ĐỊNH CHUNG"
        if found and is_capitals(line.text[: found[1]]) and (is_capitals(line.text) or line.bold):
            return index
    return None


def _labelled_number(head: Sequence[str]) -> NumberMention | None:
    """The number after the label "Số" in the letterhead."""
    for line in head:
        for label in _NUMBER_LABEL.finditer(line):
            mentions = [m for m in find_numbers(line) if m.start == label.end()]
            named = NAMED_BY_NUMBER.search(match_form(line[: label.end()]) + "1")
            # "Luật số: 69/2025/QH15" is the letterhead of a law; "… thực hiện Nghị quyết số 57" is a mention.
            alone = named is None or (named.start() == 0 and len(line) < _LONGEST_NUMBER_LINE)
            if mentions and alone and _may_precede_number(line[: label.start()].strip()):
                return mentions[0]
    return None


def _may_precede_number(text: str) -> bool:
    """Whether what stands before "Số" is of a letterhead: nothing, capitals, a law's kind, the other column."""
    kind = kind_at_start(text)
    return text == text.upper() or (kind is not None and kind[1] == len(text)) or bool(_PLACE_AND_DATE.search(text))


def _issuer(
    opening: Sequence[str], kind_line: int | None, signature: Sequence[Line], text: str, press: Press
) -> str | None:
    letterhead = issuer_of_letterhead(opening[:kind_line], text) if kind_line else None
    signed = issuer_of_signature(signature, letterhead, text)
    if signed or press.issuer or kind_line is None:
        return signed or press.issuer
    return _issuer_of_title(opening[kind_line : kind_line + 4]) or letterhead


def _issuer_of_title(lines: Sequence[str]) -> str | None:
    """The body a title block names before its subject; one that the subject names is another."""
    block = one_line(" ".join(line for line in lines if is_capitals(line)))
    kind = kind_at_start(block)
    form = match_form(block[kind[1] :]).lstrip() if kind else ""
    of_body = _TITLE_BODY.match(form)
    return central_body(of_body.group()) if of_body else None


_ACTS = re.compile(
    r"(?P<body>bộ chính trị|ban bí thư|ban chấp hành trung ương|"
    r"(?:ban|ủy ban|văn phòng) [^.,;\n]{4,50}trung ương(?: đảng)?)"
    r"(?: đảng)? (?P<act>yêu cầu|quy định|quyết định|ban hành|kết luận|chỉ thị|hướng dẫn)"
)
_ORDERING = ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương")


def _acting_body(opening: str, text: str) -> str | None:
    """The body that acts in the text itself: "Ban Tổ chức Trung ương hướng dẫn …", "Bộ Chính trị yêu cầu …"."""
    acts = _ACTS.search(match_form(opening))
    if acts is None:
        ordered = (match for match in _ACTS.finditer(match_form(text)) if match["body"] in _ORDERING)
        acts = next((match for match in ordered if match["act"] == "yêu cầu"), None)
    return central_body(acts["body"]) if acts else None


def _title(opening: Sequence[Line], kind_line: int, text: str) -> str | None:
    """The subject under the kind: lines in capitals or bold, from "về" where there is one."""
    first = opening[kind_line]
    kind = kind_at_start(first.text)
    parts = [first.text[kind[1] :].strip()] if kind else []
    parts += [line.text for line in _title_lines(opening[kind_line + 1 :])]
    joined = one_line(" ".join(part for part in parts if part)).strip(" *-_")
    if not joined:
        return None
    body = _BODY_IN_TITLE.match(match_form(joined))
    title = joined[body.end() :] if body else joined
    if is_capitals(title):
        title = small_letters(title, text)
    return title[0].upper() + title[1:] if kind and kind[0] in _CALLED_BY_NAME else title


def _title_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the subject: those set off, or one plain one where nothing is."""
    for index, line in enumerate(lines[:_LONGEST_TITLE]):
        set_off = is_capitals(line.text) or line.bold or line.heading > 0
        plain = not set_off and (index == 0 or line.continues) and line.text[0].islower()
        begins_body = _BODY_START.match(match_form(line.text)) and (not set_off or _GROUNDS.match(line.text))
        if begins_body or not (set_off or plain) or line.text.endswith((":", ";")):
            return
        if index and _orders(line.text, lines[index + 1 :]):
            return
        yield line
        if plain and not (index + 1 < len(lines) and lines[index + 1].continues):
            return


_GROUNDS = re.compile(r"[-–\s]*căn cứ", re.IGNORECASE)


def _orders(text: str, after: Sequence[Line]) -> bool:
    """Whether the line names who issues the document, between its title and its grounds: "BỘ TRƯỞNG BỘ XÂY DỰNG"."""
    grounds_follow = bool(after) and bool(_GROUNDS.match(after[0].text))
    return grounds_follow and is_capitals(text) and begins_with_body(text)


def _signer(signature: Sequence[Line]) -> str | None:
    """The name under a signature; what follows it is no part of the signature."""
    for line in signature:
        for part in line.text.split("|"):
            signed = _SIGNED.match(match_form(part))
            name = part[signed.end() if signed else 0 :].strip(" *.,")
            if is_name(name) and not begins_with_body(name):
                return name
    return None

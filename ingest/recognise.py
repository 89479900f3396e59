"""What a document says about itself: number, kind, issuer, date, subject, signer, place, effect, relations.

Only what the document states is taken; what it does not state stays ``None``. The number in the letterhead
beats every number the body cites; the kind is read from the title line, not from the code in the number
(QĐ is Quyết định and Quy định); the issuer is the body in whose name it is signed, not the first line of
the letterhead. Press copies that lost the letterhead state their identity in a headline or in a sentence
such as "… đã ký ban hành Nghị quyết số … của … về …".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from corpus.numbers import kind_at_start, kind_of_code
from corpus.text import match_form, one_line
from corpus.types import Reference, Span
from ingest.effect import effect_of
from ingest.issuer import (
    central_body,
    government_or_head,
    issuer_of_code,
    issuer_of_letterhead,
    issuer_of_signature,
    line_of_letterhead,
    line_of_signature,
)
from ingest.letterhead import HEAD_LINES, Kind, kind_line, labelled_number, own_start, place_and_date
from ingest.press import Press, introduction_lines, press_of
from ingest.reading import Line
from ingest.relations import relations_of
from ingest.self_reference import kind_by_itself, number_in_annexes
from ingest.signature import signer_of
from ingest.structure.tail import is_capitals
from ingest.subject import Subject, letter_subject, subject_of
from ingest.title_block import titled_of


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was recognised; ``None`` where the document is silent.

    ``lines`` counts the lines of the opening that letterhead and title block take up, and those in which a press
    copy introduces the document: nobody quotes those. ``stated`` says where in the text each field was read.
    """

    number: str | None
    kind: str | None
    issuer: str | None
    issued_on: date | None
    title: str | None
    signer: str | None
    position: str | None
    place: str | None
    effective_on: date | None
    relations: tuple[Reference, ...]
    lines: int
    stated: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that follow each other in a text.

    Attributes:
        lines: The lines.
        start: Where the first begins in the text.
    """

    lines: Sequence[Line]
    start: int = 0

    def at(self, line: int, begin: int = 0, end: int | None = None) -> Span:
        """Characters of a line as a span of the text."""
        start = self.start + sum(len(before.text) + 1 for before in self.lines[:line])
        return Span(start + begin, start + (len(self.lines[line].text) if end is None else end))


_T = TypeVar("_T")


@dataclass(slots=True)
class _Notes:
    """Values as they are found, each with its place; the first that is found for a field counts."""

    places: dict[str, Span] = field(default_factory=dict)

    def note(self, name: str, value: _T | None, at: Span | None) -> _T | None:
        if value is not None and at is not None:
            self.places.setdefault(name, at)
        return value


@dataclass(frozen=True, slots=True)
class _Told:
    """What a press copy tells of the document, and where."""

    press: Press
    at: Mapping[str, Span]


# The body of a title block: "CỦA BỘ CHÍNH TRỊ", "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG …".
_TITLE_BODY = re.compile(
    r"(?:của|hội nghị|ban chấp hành|bộ chính trị|ban bí thư|ban thường vụ)\s(?:(?!về\s|quy định|sửa đổi).)*"
)
_TITLE_BLOCK = 4
_LETTER = "Công văn"


def recognise(opening: Sequence[Line], signature: Block, text: str, body_start: int, own_end: int) -> Letterhead:
    """Read what a document says about itself.

    Args:
        opening: Lines of its *phần đầu*, which begins the text.
        signature: Its signature block, without lines if it has none.
        text: Its whole text.
        body_start: Where the first unit begins in ``text``.
        own_end: Where what is attached to it begins.
    """
    block, notes = Block(opening), _Notes()
    start = own_start(opening)
    title_line = kind_line(opening, start)
    head = [line.text for line in opening[start : title_line.line + 1 if title_line else HEAD_LINES]]
    own = labelled_number(head)
    letter = letter_subject(opening, start) if title_line is None else None
    press = press_of(opening[:HEAD_LINES]) if own is None or (title_line is None and letter is None) else Press()
    titled = titled_of(opening, text) if press.number is None else None
    if titled and own and start + own.line != titled.lines["number"]:
        titled = None  # the letterhead states it, and beats what a headline says
    if titled:
        press, own = titled, None
    told = _Told(press, {name: block.at(line) for name, line in press.lines.items()})

    mention = own.mention if own else press.number
    number = mention.number if mention else None
    notes.note(
        "number",
        number,
        block.at(start + own.line, own.mention.start, own.mention.end) if own else told.at.get("number"),
    )
    dated = place_and_date(head, alone=title_line is None and letter is None)
    if dated:
        notes.note("place", dated.place, block.at(start + dated.line, *dated.place_at))
        notes.note("issued_on", dated.day, block.at(start + dated.line, *dated.date_at))
    issued_on = dated.day if dated else notes.note("issued_on", press.issued_on, told.at.get("issued_on"))
    kind = _kind(block, title_line, letter, told, notes)
    if kind is None and mention:
        kind = notes.note("kind", kind_of_code(mention.code), notes.places.get("number"))
    if kind is None and (named := kind_by_itself(text, own_end)):
        kind = notes.note("kind", named.value, named.at)
    if number is None and kind and (attached := number_in_annexes(text, own_end, kind)):
        number = notes.note("number", attached.number, attached.at)
        issued_on = issued_on or notes.note("issued_on", attached.day, attached.at)
    subject = (subject_of(opening, title_line, text) if title_line else letter) if titled is None else None
    title = subject.title if subject else press.title
    notes.note("title", title, _span_of(block, subject) if subject else told.at.get("title"))
    signer = signer_of(signature.lines, signature.start, text)
    above = range(start, title_line.line if title_line else letter.first if letter else start)
    issuer = _issuer(block, above, title_line, signature, text, told)
    if issuer is None and mention and (of_code := issuer_of_code(mention.body)):
        issuer = (of_code, notes.places["number"])
    issuer = issuer or _acting_body(text[:body_start], text)
    if issuer:
        issuer = (government_or_head(issuer[0], mention.body), issuer[1]) if mention else issuer
        notes.note("issuer", *issuer)
    effect = effect_of(text, own_end, kind, issued_on)
    if signer:
        notes.note("signer", signer.name, signer.at)
        notes.note("position", signer.position, signer.office_at)
    if effect:
        notes.note("effective_on", effect.day, effect.at)
    return Letterhead(
        number=number,
        kind=kind,
        issuer=issuer[0] if issuer else None,
        issued_on=issued_on,
        title=title,
        signer=signer.name if signer else notes.note("signer", press.signer, told.at.get("signer")),
        position=signer.position if signer else None,
        place=dated.place if dated else None,
        effective_on=effect.day if effect else None,
        relations=relations_of(text[:body_start], text[body_start:], body_start, number),
        lines=max(_title_end(title_line, subject, titled), introduction_lines(opening)),
        stated=tuple(notes.places.items()),
    )


def _title_end(title_line: Kind | None, subject: Subject | None, titled: Press | None) -> int:
    """How many lines of the opening letterhead and title take up."""
    if titled:
        return max(titled.lines.values()) + 1
    if subject:
        return subject.end
    return title_line.line + 1 if title_line else 0


def _kind(
    block: Block,
    title_line: Kind | None,
    letter: Subject | None,
    told: _Told,
    notes: _Notes,
) -> str | None:
    if title_line:
        return notes.note("kind", title_line.kind, block.at(title_line.line, 0, title_line.end))
    if letter:
        return notes.note("kind", _LETTER, block.at(letter.first))
    return notes.note("kind", told.press.kind, told.at.get("kind"))


def _span_of(block: Block, subject: Subject) -> Span:
    return Span(block.at(subject.first).start, block.at(max(subject.first, subject.end - 1)).end)


def _issuer(
    block: Block, head_lines: range, title_line: Kind | None, signature: Block, text: str, told: _Told
) -> tuple[str, Span] | None:
    """The body in whose name it is signed, else the one that is told, named under the kind or in the letterhead."""
    head = [block.lines[index].text for index in head_lines]
    letterhead = issuer_of_letterhead(head, text) if head else None
    signed = issuer_of_signature(signature.lines, letterhead, text)
    line = line_of_signature(signature.lines)
    if signed and line is not None:
        return signed, signature.at(line)
    if told.press.issuer:
        return told.press.issuer, told.at["issuer"]
    if title_line:
        last = min(title_line.line + _TITLE_BLOCK, len(block.lines))
        titled = _issuer_of_title([line.text for line in block.lines[title_line.line : last]])
        if titled:
            return titled, Span(block.at(title_line.line).start, block.at(last - 1).end)
    return (letterhead, block.at(head_lines[line_of_letterhead(head, letterhead)])) if letterhead else None


def _issuer_of_title(lines: Sequence[str]) -> str | None:
    """The body a title block names before its subject; one that the subject names is another."""
    block = one_line(" ".join(line for line in lines if is_capitals(line)))
    kind = kind_at_start(block)
    form = match_form(block[kind[1] :]).lstrip() if kind else ""
    of_body = _TITLE_BODY.match(form)
    return central_body(of_body.group()) if of_body else None


_CENTRAL_ACTOR = (
    r"bộ chính trị|ban bí thư|ban chấp hành trung ương|(?:ban|ủy ban|văn phòng) [^.,;\n]{4,50}trung ương(?: đảng)?"
)
# Of bodies that act together, the first is the one in whose name it is signed: "Bộ Chính trị, Ban Bí thư kết luận".
_ACTS = re.compile(
    rf"(?P<body>{_CENTRAL_ACTOR})(?:(?:, và|,| và) (?:{_CENTRAL_ACTOR}))*"
    r"(?: đảng)? (?P<act>yêu cầu|quy định|quyết định|ban hành|kết luận|chỉ thị|hướng dẫn)"
)
_ORDERING = ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương")


def _acting_body(opening: str, text: str) -> tuple[str, Span] | None:
    """The body that acts in the text itself: "Ban Tổ chức Trung ương hướng dẫn …", "Bộ Chính trị yêu cầu …"."""
    acts = _ACTS.search(match_form(opening))
    if acts is None:
        ordered = (match for match in _ACTS.finditer(match_form(text)) if match["body"] in _ORDERING)
        acts = next((match for match in ordered if match["act"] == "yêu cầu"), None)
    body = central_body(acts["body"]) if acts else None
    return (body, Span(*acts.span())) if acts and body else None

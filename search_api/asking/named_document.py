"""The document a question names: by its number, in any of the ways people type one, or by its title."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from corpus.numbers import KINDS, codes_of_kind
from corpus.numerals import BY_DIGITS, COUNTED_OUT, NUMERAL, numeral_value
from corpus.text import fold, match_form
from corpus.types import Span, Value
from search_api.asking.question import END, Question, counts


@dataclass(frozen=True, slots=True)
class WantedDocument(Value):
    """A document a question names by its number.

    Attributes:
        serial: The digits, with the letter or the part after the dot where it has one (``57``, ``12a``, ``66.18``).
        codes: Folded codes of its kind (``nq``); none for a document of any kind.
        body: Folded letters of the issuing body's code (``tw``, ``btctw``), empty if not given.
        year: Year of the number or of issue, ``None`` if not given.
        name: What it is called, for readers (``Nghị quyết số 57-NQ/TW``); empty where a number alone may be none.
    """

    serial: str
    codes: tuple[str, ...]
    body: str = ""
    year: int | None = None
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class WantedTitle(Value):
    """A document a question names by kind and title, as statutes and laws are: "Điều lệ Đảng".

    Attributes:
        kind: Its kind.
        title: Folded words that follow the kind; the title is a beginning of them.
    """

    kind: str
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WantedDated(Value):
    """A document a question names by kind and day: "hướng dẫn ngày 09/6/2025 của Ban Bí thư".

    Attributes:
        kinds: The kinds it may be.
        day: When it was issued.
        issuer: Folded name of who issued it, as it was typed; empty if not given.
    """

    kinds: tuple[str, ...]
    day: date
    issuer: str = ""


_CODE = "ubtvqh|ctrhd|cthd|ttlt|nqlt|ctr|ttr|qyd|qdi|nq|ct|kl|qd|qc|hd|tb|kh|bc|tt|nd|cd|cv|bb|da|qh"
# Bodies by the codes they use themselves; behind a slash or hyphen any other letters may stand, too.
_BODY = r"b[a-z]{1,5}t[wu]|vpt[wu]|ubktt[wu]|tw|ttg|cp|tu|hu|du|cb|ubnd|hdnd"
_ANY_BODY = r"[a-z]{2,9}\d{0,2}(?:[-.][a-z]{2,9})*"
_YEAR = r"(?:19|20)\d\d"
# "57-nqtw", "57 nq tw", "57-nq/tw": glued or behind a blank only what cannot be a word.
_THEN_BODY = rf"(?:[-/](?P<any>{_ANY_BODY})|\s?[-/]\s?(?P<known>{_BODY})|\s?(?P<near>tw|ttg|cp|b[a-z]{{1,5}}tw|vptw))?"
_KINDS = {fold(kind): kind for kind in KINDS if codes_of_kind(kind)}
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_SPELLED = re.compile(rf"(?:{_KIND})(?!\w)")
# Named by what they are about: they have no number, or one that nobody knows.
_TITLED = {fold(kind): kind for kind in KINDS if not codes_of_kind(kind)}
ISSUER = (
    r"(?:bo chinh tri|ban bi thu|ban chap hanh trung uong|trung uong|chinh phu|thu tuong(?: chinh phu)?|quoc hoi|"
    r"bct|bbt|bchtw)(?: dang)?"
)
"""Pattern of who issues a document, folded."""

# Recognised pages read 340 as 34O.
_NUMBER = re.compile(
    rf"(?<![\w/.,])(?P<serial>\d[\do]{{0,4}}(?:\.\d{{1,3}})?[a-z]?)(?:\s?[-/]\s?(?P<year>{_YEAR}))?"
    rf"(?P<joint>\s?[-/]\s?|\s)(?P<code>{_CODE})(?P<term>(?<=qh)\d{{1,2}})?{_THEN_BODY}(?!\w)"
)
_KIND_FIRST = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND})(?: ket luan)?(?: (?:cua )?{ISSUER}(?= so))? (?P<so>so\s*:?\s*)?"
    rf"(?P<serial>\d{{1,4}}(?:\.\d{{1,3}})?)(?:\s?/\s?(?P<year>{_YEAR}))?{_THEN_BODY}{END}"
)
# Without đa: it is a word ("đã 30 năm"), and plans are asked for in full ("đề án 06").
_CODE_FIRST = re.compile(
    rf"(?<![\w/\-])(?P<code>{_CODE.replace('|da|', '|')})(?:\s?[-./]\s?|\s?)(?P<so>so\s*:?\s*)?"
    rf"(?P<serial>\d{{1,4}})(?:\s?/\s?(?P<year>{_YEAR}))?{_THEN_BODY}{END}"
)
# In words a number below ten names a document only behind "số": "quy định một số vấn đề"; one that is told digit by
# digit only where no noun follows: "quy định hai ba trường hợp".
_IN_WORDS = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND}|{_CODE})(?: ket luan)? (?P<so>so\s*:?\s*(?=(?:{NUMERAL})(?!\w)))?"
    rf"(?P<serial>{COUNTED_OUT}|{BY_DIGITS}|(?<=so ){NUMERAL})(?:\s?/\s?(?P<year>{_YEAR}))?{_THEN_BODY}{END}"
)
_BEHIND_DIGITS = re.compile(
    rf"\s*(?:$|[,;.:?!()]|(?:cua|ve|ngay|nam {_YEAR}|noi|quy dinh|yeu cau|con|da|co)(?!\w)|"
    r"(?:phu luc|phan|chuong|muc|dieu|khoan|diem|tiet) \w)"
)
_COUNTED_OUT = re.compile(COUNTED_OUT)
_LEAD = re.compile(rf"(?<!\w)(?:(?:{_KIND}|{'|'.join(_TITLED)}|{_CODE})\s+)?(?:so\s*:?\s*)?$")
_DATED = re.compile(rf"[\s,(]+ngay \d{{1,2}}(?:[/.\-]| thang )\d{{1,2}}(?:[/.\-]| nam )(?P<year>{_YEAR})\)?")
_ISSUED = re.compile(rf",? cua {ISSUER}(?!\w)")
_ON_DAY = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(sorted(map(fold, KINDS), key=len, reverse=True))}|{_CODE})"
    rf"(?:,? (?:cua )?(?P<before>{ISSUER}))?[\s,]+ngay (?P<day>\d{{1,2}})(?:\s?[/.\-]\s?|,? thang )(?P<month>\d{{1,2}})"
    rf"(?:\s?[/.\-]\s?|,? nam )(?P<year>{_YEAR})(?!\d)(?:,? (?:cua )?(?P<behind>{ISSUER})(?!\w))?"
)
# "57", "số 294 điểm 10.5": a number alone or before a unit. "19 điều cấm" has no label behind, so it names none.
_BARE = re.compile(
    rf"(?:van ban )?(?:so )?(?P<serial>(?!{_YEAR}\b)\d{{1,4}})"
    r"(?=$|[\s,;:]+(?:phu luc|phan|chuong|(?:tieu )?muc|dieu|khoan|diem|tiet) (?:\d|[ivx]+\b|[a-z]\b))"
)
_IN_YEAR = re.compile(rf"[\s,(]+nam (?P<year>{_YEAR})(?!\w)")
# "kỷ luật", "pháp luật" and "quy luật" are no laws.
_TITLE = re.compile(
    rf"(?<!\w)(?<!ky )(?<!phap )(?<!quy )(?P<kind>{'|'.join(sorted(_TITLED, key=len, reverse=True))}|dld)(?!\w)"
)


def named_document(asked: Question) -> tuple[WantedDocument, Span] | None:
    """The first document a question names by number, with the words that name it."""
    for match in _NUMBER.finditer(asked.folded):
        # "ban hành 5 nq": a number, a blank and a code alone say how many, not which.
        if match["joint"].strip() or _body(match):
            lead = _LEAD.search(asked.folded, 0, match.start())
            return _wanted(asked, match, (match["code"],), lead.start() if lead else match.start())
    for match in _KIND_FIRST.finditer(asked.folded):
        if _is_number(asked, match):
            return _wanted(asked, match, _codes(match["kind"]), match.start())
    for match in _CODE_FIRST.finditer(asked.folded):
        if _is_number(asked, match):
            return _wanted(asked, match, (match["code"],), match.start())
    for match in _IN_WORDS.finditer(asked.folded):
        if _is_number_in_words(asked, match):
            return _wanted(asked, match, _codes(match["kind"]), match.start())
    if bare := _BARE.match(asked.folded):
        # Without a name: where no document has it, it is a number like any other and none is missed.
        return WantedDocument(bare["serial"], ()), Span(*bare.span())
    return None


def _codes(called: str) -> tuple[str, ...]:
    """The folded codes of a kind that is named in words or by its code."""
    kind = _KINDS.get(called)
    return tuple(sorted({fold(code) for code in codes_of_kind(kind)})) if kind else (called,)


def _is_number_in_words(asked: Question, match: re.Match[str]) -> bool:
    """Whether words behind a kind are the number of a document: not "kế hoạch hai mươi năm"."""
    said = match["serial"]
    is_sure = match["so"] is not None or _COUNTED_OUT.fullmatch(said) is not None
    return (
        numeral_value(asked.written[slice(*match.span("serial"))]) is not None
        and (is_sure or _BEHIND_DIGITS.match(asked.folded, match.end()) is not None)
        and not counts(asked, match.end())
    )


def _is_number(asked: Question, match: re.Match[str]) -> bool:
    """Whether a number after a kind or code names a document: not "kế hoạch 5 năm", not "kế hoạch 2026"."""
    is_year = re.fullmatch(_YEAR, match["serial"]) is not None
    sure = bool(match["so"] or _body(match))
    return sure or not (is_year or counts(asked, match.end()))


def _body(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("term") or match["any"] or match["known"] or match["near"] or ""


def _wanted(asked: Question, match: re.Match[str], codes: tuple[str, ...], start: int) -> tuple[WantedDocument, Span]:
    in_words = numeral_value(asked.written[slice(*match.span("serial"))])
    serial = re.sub(r"(?<=\d)o", "0", match["serial"]) if in_words is None else str(in_words)
    body = re.sub(r"[^a-z0-9]", "", _body(match))
    year, end = match["year"], match.end()
    for pattern in (_DATED, _ISSUED, _DATED):
        if more := pattern.match(asked.folded, end):
            year, end = year or more.groupdict().get("year"), more.end()
    # "nghị quyết 57 năm 2030 phải đạt gì": the year may be asked about, so it stays among the words.
    if year is None and (in_year := _IN_YEAR.match(asked.folded, end)):
        year = in_year["year"]
    name = f"{_kinds(asked, start, codes)} số {serial}{_behind_serial(asked, match)}"
    return WantedDocument(serial, codes, body, int(year) if year else None, name), Span(start, end)


def _kinds(asked: Question, start: int, codes: Collection[str]) -> str:
    """What kind a document is called, or every kind its code may mean: QĐ is a Quyết định or a Quy định."""
    if spelled := _SPELLED.match(asked.folded, start):
        return _KINDS[spelled.group()]
    meant = [kind for kind in _KINDS.values() if any(fold(code) in codes for code in codes_of_kind(kind))]
    return " hoặc ".join(meant) or "văn bản"


def _behind_serial(asked: Question, match: re.Match[str]) -> str:
    """What of a number was typed behind its digits; in capitals, which people spare themselves."""
    typed = asked.text[match.end("serial") : match.end()]
    return typed.upper() if typed.islower() else typed


def dated_document(asked: Question) -> tuple[WantedDated, Span] | None:
    """A document a question names by its kind and the day of issue."""
    for match in _ON_DAY.finditer(asked.folded):
        try:
            day = date(*(int(match[part]) for part in ("year", "month", "day")))
        except ValueError:
            continue
        issuer = match["behind"] or match["before"] or ""
        return WantedDated(_meant(match["kind"]), day, issuer), Span(*match.span())
    return None


def _meant(called: str) -> tuple[str, ...]:
    """The kinds that a kind named in words, or a code, may be: QĐ is a Quyết định or a Quy định."""
    return tuple(
        kind for kind in KINDS if fold(kind) == called or called in (fold(code) for code in codes_of_kind(kind))
    )


def titled_document(asked: Question, units: list[Span]) -> tuple[WantedTitle, Span] | None:
    """A document a question names by its title, for a question that names a unit: "điều 7 điều lệ đảng"."""
    for match in _TITLE.finditer(asked.folded):
        short = match["kind"] == "dld"
        kind = "Điều lệ" if short else _TITLED[match["kind"]]
        spelled = "đlđ" if short else match_form(kind)
        if asked.is_plain(match.span(), spelled) and not any(Span(*match.span()).overlaps(u) for u in units):
            if short:
                return WantedTitle(kind, ("dang",)), Span(*match.span())
            until = min((unit.start for unit in units if unit.start >= match.end()), default=len(asked.folded))
            rest = re.split(r"[,.;:?!]", asked.folded[match.end() : until])[0]
            return WantedTitle(kind, tuple(rest.split())), Span(*match.span())
    return None

"""Which document ends the force of another, as far as its text says so.

A replacement or repeal names its object by number, and mostly by kind, day and issuer. Numbers repeat (every term of
the Central Committee has an 18-NQ/TW, every commune a 01-QĐ/ĐU), so an object is taken for a document only where
nothing is left to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.citation import Citation
from corpus.copies import identity_key
from corpus.numbers import KIND_BY_FORM, find_dates, find_numbers, kind_of_code
from corpus.secrecy import DRAFT
from corpus.text import fold, match_form, one_line
from corpus.types import Document, DocumentRef, Reference, Value
from corpus.validity import EXPIRED

_SAID = {
    "thay thế": f"{EXPIRED} do {{}} thay thế",
    "bãi bỏ": f"{EXPIRED} do {{}} bãi bỏ",
    "hết hiệu lực": f"{EXPIRED} theo {{}}",
}
_KIND_BEFORE = re.compile(rf"(?<!\w)({'|'.join(KIND_BY_FORM)})(?:\s+số\s*:?)?\s*$")
# A law names what has amended the other before it says that it ends, and what it leaves: 500 characters.
_BEFORE, _AFTER = 200, 800
_UP_TO_DAY = re.compile(r"[,\s(]*(?:ban hành\s*)?(?:ngày\s*)?")
# Only right behind the number and the day: what a title says to be somebody's is not the document.
_ISSUER = re.compile(r"(?:ban hành|ngày|tháng|năm|[\d\s/.,()-])*của\s(?P<by>[^;.,:()“\"]{2,100})", re.IGNORECASE)
_ISSUER_END = re.compile(r"\s(?:về|và có|khóa|khoá|ban hành|quy định|hướng dẫn|sửa đổi|hết)\s")
# Up to one of these a verb may govern a number; what is read is folded, and where it begins is cut off anywhere.
_CLAUSE_END = re.compile(r"[.;:](?=\s)")
_VERB = re.compile(r"thay thế|thay cho|bãi bỏ|hủy bỏ")
# "Bãi bỏ khoản 2 Điều 5 Quyết định số …": the rest stays in force.
_PART = re.compile(
    r"(?<!\w)(?:một phần|một số|nội dung|quy định tại"
    r"|(?:khoản|điểm|điều|mục|chương|phần|phụ lục|mẫu)\s(?:số\s)?(?:\d|[ivxlc]+(?!\w)|[a-zđ](?!\w)))"
)
# "…, trừ khoản 2 Điều 5": the rest goes, that stays.
_EXCEPT = re.compile(r"(?:[^;.]|\.(?=\d))*?[,(]\s*(?:ngoại\s)?trừ\s")
_EXPIRES_FROM = re.compile(r"(?:[^;.]|\.(?=\d))*?(?:hết|chấm dứt) hiệu lực[^;.\d]{0,30}?từ\s")
# One body of the whole country numbers so; the committees, councils and offices of every place share their codes.
_CENTRAL = re.compile(r"(?:[A-ZĐ]*TW|CP|TTg|CTN|QH|(?:UBTV)?QH\d+|\d+)")


@dataclass(frozen=True, slots=True)
class Ending(Value):
    """What a document says of one whose force it ends; ``None`` where it does not say.

    Attributes:
        relation: ``thay thế``, ``bãi bỏ`` or ``hết hiệu lực``.
        number: The number of the other.
        kind: Its kind.
        issued_on: Its day.
        issuer: Whose it is, as the sentence has it.
        since: From which day it is no longer in force.
    """

    relation: str
    number: str
    kind: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    since: date | None = None


def endings_of(document: Document) -> Iterator[Ending]:
    """The documents whose force a document ends as a whole; a draft ends none."""
    if document.ref.secrecy == DRAFT.text:
        return
    since = document.effective_on or document.ref.issued_on
    for reference in document.relations:
        if reference.relation in _SAID and reference.number is not None:
            before, after = _around(document, reference)
            if _ends_all(match_form(before), match_form(after)):
                yield _ending(reference.relation, reference.number, one_line(before), one_line(after), since)


def named_one(document: Document, reference: Reference, others: Sequence[DocumentRef]) -> DocumentRef | None:
    """The document that a reference of any kind means; ``None`` if it is not among the others or not told from them.

    Args:
        document: The one that refers.
        reference: What it says, with a number.
        others: Documents of that number.
    """
    before, after = _around(document, reference)
    named = _ending(reference.relation, reference.number or "", one_line(before), one_line(after), None)
    # Number and day together are of one document, whatever of its issuer's name is left out.
    on_the_day = [one for one in others if named.issued_on and named.issued_on == one.issued_on]
    return on_the_day[0] if len(on_the_day) == 1 else ended_one(named, document.ref, others)


def _around(document: Document, reference: Reference) -> tuple[str, str]:
    start, end = reference.span
    return document.text[max(0, start - _BEFORE) : start], document.text[end : end + _AFTER]


def _ends_all(before: str, after: str) -> bool:
    """Whether what stands around a number is said of the whole document."""
    clause = _CLAUSE_END.split(before)[-1]
    return not _PART.search(_VERB.split(clause)[-1]) and not _EXCEPT.match(after)


def _ending(relation: str, number: str, before: str, after: str, since: date | None) -> Ending:
    named = _KIND_BEFORE.search(match_form(before))
    mention = next(iter(find_numbers(number)), None)
    kind = KIND_BY_FORM[named[1]] if named else kind_of_code(mention.code) if mention else None
    at, day = next(find_dates(after), (0, None))
    issued_on = day if _UP_TO_DAY.fullmatch(match_form(after[:at])) else None
    return Ending(relation, number, kind, issued_on, _issuer(after), _expires_from(after) or since)


def _expires_from(after: str) -> date | None:
    found = _EXPIRES_FROM.match(match_form(after))
    at, day = next(find_dates(after[found.end() :]), (0, None)) if found else (0, None)
    return day if at <= len("ngày ") else None


def _issuer(after: str) -> str | None:
    found = _ISSUER.match(after)
    return _ISSUER_END.split(f"{found['by']} ", maxsplit=1)[0].strip() if found else None


def ended_one(ending: Ending, ender: DocumentRef, others: Sequence[DocumentRef]) -> DocumentRef | None:
    """The document that an ending means, ``None`` if it is not among the others or not told from them.

    Args:
        ending: What is said.
        ender: The document that says it.
        others: Documents of the same number; more may be given.
    """
    found = [other for other in others if _is_meant(ending, ender, other)]
    if not found or (ending.kind is None and len({other.kind for other in found}) > 1):
        return None
    newest = max(other.issued_on for other in found if other.issued_on)
    last = [other for other in found if other.issued_on == newest]
    return last[0] if len(last) == 1 else None


def _is_meant(ending: Ending, ender: DocumentRef, other: DocumentRef) -> bool:
    if other.number is None or other.issued_on is None or other.id == ender.id:
        return False
    on_the_day = ending.issued_on in (None, other.issued_on)
    # A document without a day of its own may still name that of the other.
    before = other.issued_on < ender.issued_on if ender.issued_on else ending.issued_on is not None
    return (
        on_the_day
        and before
        and (ending.kind is None or other.kind in (None, ending.kind))
        and identity_key(other.number) == identity_key(ending.number)
        and _is_of_issuer(ending, ender, other)
    )


def _is_of_issuer(ending: Ending, ender: DocumentRef, other: DocumentRef) -> bool:
    """Whether the issuers agree; where a number's code is that of many bodies, they have to be known."""
    named, own, issuer = (_plain(name) for name in (ending.issuer, ender.issuer, other.issuer))
    if issuer and issuer in named:
        return True
    if is_central(ending.number):
        return not issuer or not named or named in issuer
    return bool(issuer and own) and (own in issuer or issuer in own)


def is_central(number: str) -> bool:
    """Whether a number's code is that of one body of the whole country."""
    mention = next(iter(find_numbers(number)), None)
    return mention is not None and bool(_CENTRAL.fullmatch(mention.body))


def _plain(name: str | None) -> str:
    return fold(one_line(name or ""))


def ended_validity(ending: Ending, ender: DocumentRef) -> str:
    """What to say of a document another has ended: ``hết hiệu lực do Quy định số 3-QĐ/TW, ngày 01/3/2025 thay thế``."""
    cited = replace(ender, issuer=None, title=None if ender.number else ender.title)
    return _SAID[ending.relation].format(Citation(cited).document)

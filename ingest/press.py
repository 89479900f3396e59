"""The identity of press copies: what a headline or the sentence that introduces a document states.

A copy that lost its letterhead says "… đã ký ban hành Nghị quyết số … của … về …" or carries all of it in a
headline. Other documents are mentioned in much the same words; only the one that is introduced counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.numbers import KINDS, NumberMention, find_dates, find_numbers, kind_at_start
from corpus.sentences import sentences
from corpus.text import match_form
from ingest.issuer import central_body, central_body_before
from ingest.reading import Line

_KIND_WORDS = "|".join(match_form(kind) for kind in KINDS)
NAMED_BY_NUMBER = re.compile(rf"(?P<kind>{_KIND_WORDS})(?:\s+kết luận)?\s+(?:số\s*:?\s*)?(?=\d)")
# The verb that introduces the document itself stands right before its kind; a mention further on is another's.
_ISSUES = re.compile(r"(?:(?:đã )?ký(?: ban hành)?|(?:đã )?ban hành|toàn văn|đã có)\s+(?:thông báo )?$")
_INTRODUCTION_LINES = 3
_OF_BODY = re.compile(r"(?:\s*năm \d{4})?\s*(?:,?\s*\(?ngày[^)]{4,30}?\d{4}\)?)?\s*,?\s*của\s")
_TITLE_START = re.compile(r"(?:về(?: việc)?|quy định|sửa đổi, bổ sung)\s")
_SIGNS = re.compile(
    r"(?P<name>(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+ ){1,4}[A-ZĐÀ-Ỹ][a-zđà-ỹ]+),?\s*(?:[^,.]{0,80},\s*)?(?:thay mặt[^.]{0,60})?đã ký"
)
_THEIR_KIND = re.compile(rf"theo (?P<kind>{_KIND_WORDS}),")
_DATE_REACH = 12
_FIELDS = ("number", "kind", "issuer", "issued_on", "title", "signer")
# "Trân trọng giới thiệu toàn văn Nghị quyết số …:", "Toàn văn Kết luận như sau:".
_HANDS_OVER = re.compile(r".*\b(?:toàn văn|nguyên văn)\b[^.]*?(?:như sau|dưới đây|sau đây|:)\s*[:.]?")


@dataclass(frozen=True, slots=True)
class Press:
    """What is stated; ``None`` where nothing is."""

    number: NumberMention | None = None
    kind: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    title: str | None = None
    signer: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict)
    """Field → the line of the opening that states it."""


def introduction_lines(opening: Sequence[Line]) -> int:
    """How many lines a press copy says before it hands over to the document; 0 where it does not.

    Args:
        opening: Lines of its *phần đầu*.
    """
    hands_over = (
        index for index, line in enumerate(opening, 1) if _HANDS_OVER.fullmatch(match_form(line.text.strip('*" ')))
    )
    return max(hands_over, default=0)


def press_of(opening: Sequence[Line]) -> Press:
    """Read the opening of a press copy.

    Args:
        opening: Lines of its *phần đầu*.
    """
    theirs = _THEIR_KIND.match(match_form(opening[0].text)) if opening else None
    kind = kind_at_start(theirs["kind"]) if theirs else None
    best = Press(kind=kind[0], lines={"kind": 0}) if kind else Press()
    for index, line in enumerate(opening):
        stated = _stated(line, leads=index < _INTRODUCTION_LINES)
        if stated is None or (best.number and stated.number and stated.number.number != best.number.number):
            continue
        best = _added(best, stated, index)
    return best


def _added(best: Press, stated: Press, line: int) -> Press:
    """What was known, with what a further line states besides."""
    new = {
        name: value for name in _FIELDS if getattr(best, name) is None and (value := getattr(stated, name)) is not None
    }
    return replace(best, **new, lines={**best.lines, **dict.fromkeys(new, line)})


def _stated(line: Line, *, leads: bool) -> Press | None:
    """What one line states about the document it introduces; ``None`` if it only mentions others."""
    text, form = line.text, match_form(line.text)
    named = NAMED_BY_NUMBER.search(form)
    if named is None:
        return _headline(line)
    verb = _ISSUES.search(form, 0, named.start())
    mention = next((m for m in find_numbers(text) if m.start >= named.end() - 1), None)
    if mention is None or not (line.heading > 0 or verb or (leads and named.start() == 0)):
        return None
    kind = kind_at_start(text[named.start() :])
    signs = _SIGNS.search(text, 0, named.start())
    return Press(
        number=mention,
        kind=kind[0] if kind else None,
        issuer=_issuer_after(text, form, mention.end) or (central_body_before(text, verb.start()) if verb else None),
        issued_on=_date_near(text, verb.start() if verb else 0, mention.end),
        # A headline that asks ("… ra sao?") shortens the subject.
        title=None if text.endswith("?") else _title_after(text, form, mention.end),
        signer=signs["name"] if signs else None,
    )


def _headline(line: Line) -> Press | None:
    """A headline without a number: "Kết luận của Bộ Chính trị về …"."""
    kind = kind_at_start(line.text)
    if not line.heading or kind is None or line.text.endswith("?"):
        return None
    form = match_form(line.text)
    return Press(
        kind=kind[0],
        issuer=_issuer_after(line.text, form, kind[1]),
        title=_title_after(line.text, form, kind[1]),
    )


def _date_near(text: str, verb: int, number_end: int) -> date | None:
    """The date right after the number, or the one of the sentence that says it was signed or issued."""
    dates = list(find_dates(text))
    after = next((day for at, day in dates if 0 <= at - number_end <= _DATE_REACH), None)
    begins = max((one.start for one in sentences(text) if one.start <= verb), default=0)
    before = next((day for at, day in dates if begins <= at < verb), None)
    return after or before


def _issuer_after(text: str, form: str, start: int) -> str | None:
    of_body = _OF_BODY.match(form, start)
    return central_body(text[of_body.end() : of_body.end() + 60]) if of_body else None


def _title_after(text: str, form: str, start: int) -> str | None:
    begins = _TITLE_START.search(form, start)
    if begins is None or begins.start() - start > 120 or "." in text[start : begins.start()]:
        return None
    title = re.split(r"[.;?:](?:\s|$)", text[begins.start() :], maxsplit=1)[0]
    return title.strip(' *"”') or None

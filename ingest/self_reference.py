"""What a copy that lost its head still says of itself: "Quy định này …", "(Kèm theo Hướng dẫn số …, ngày …)"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from corpus.numbers import KIND_BY_FORM, find_dates, find_numbers
from corpus.text import match_form
from corpus.types import Span

_KIND = "|".join(sorted(KIND_BY_FORM, key=len, reverse=True))
_THIS = re.compile(rf"(?<!\w)(?P<kind>{_KIND})(?: kết luận)? này(?!\w)")
# A text that speaks of another document says "này", too; what it orders or is carried out by is its own.
_RULES = re.compile(
    r"\s(?:được |cũng )?(?:quy định|áp dụng|có hiệu lực|thay thế|phổ biến|điều chỉnh|hướng dẫn|nói về|gồm)"
)
_CARRIED_OUT = re.compile(r"(?:thực hiện|thi hành|căn cứ|nêu tại|quy định tại|trong|của|theo|ban hành)\s(?:nghiêm\s)?$")
_ATTACHED = re.compile(rf"(?:kèm theo|đính kèm|gửi kèm)\s+(?P<kind>{_KIND})(?: kết luận)?\s+số\s*:?\s*(?=\d)")
_BEFORE = 30
# The date of a note stands right behind its number.
_REACH = 12
_LONGEST = 100


class Named(NamedTuple):
    """A kind, and where it is named."""

    value: str
    at: Span


class Attached(NamedTuple):
    """The number, and the date if there is one, of the document to which an annex says it belongs, and where."""

    number: str
    day: date | None
    at: Span


def kind_by_itself(text: str, own_end: int) -> Named | None:
    """The kind a document calls itself by; ``None`` if it names none with "này", or several.

    Args:
        text: The document.
        own_end: Where what is attached to it begins.
    """
    form = match_form(text[:own_end])
    found = list(_THIS.finditer(form))
    if len({match["kind"] for match in found}) != 1 or not any(_is_own(form, match) for match in found):
        return None
    return Named(KIND_BY_FORM[found[0]["kind"]], Span(*found[0].span("kind")))


def _is_own(form: str, this: re.Match[str]) -> bool:
    before = max(0, this.start() - _BEFORE)
    return bool(_RULES.match(form, this.end()) or _CARRIED_OUT.search(form, before, this.start()))


def number_in_annexes(text: str, own_end: int, kind: str) -> Attached | None:
    """The number by which the document's annexes name it; ``None`` if none does, or they name several.

    Args:
        text: The document.
        own_end: Where what is attached to it begins.
        kind: Its kind; annexes may belong to an attached regulation.
    """
    notes = (match for match in _ATTACHED.finditer(match_form(text), own_end) if KIND_BY_FORM[match["kind"]] == kind)
    found = [attached for note in notes if (attached := _read(text, note.end()))]
    return found[0] if len({attached.number for attached in found}) == 1 else None


def _read(text: str, start: int) -> Attached | None:
    """What stands at an offset; ``None`` where the number was left open."""
    rest = text[start : start + _LONGEST]
    mention = next((mention for mention in find_numbers(rest) if mention.start == 0), None)
    if mention is None:
        return None
    day = next((day for at, day in find_dates(rest) if 0 <= at - mention.end <= _REACH), None)
    return Attached(mention.number, day, Span(start, start + mention.end))

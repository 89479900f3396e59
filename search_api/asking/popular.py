"""The documents a question means by a popular name: "nghị quyết tam nông", "19 điều đảng viên không được làm"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numbers import find_numbers
from corpus.popular_names import POPULAR_NAMES, Called
from corpus.text import fold, marked_or_plain, match_form
from corpus.types import Span, Value
from search_api.asking.named_document import WantedDocument
from search_api.asking.question import Question


@dataclass(frozen=True, slots=True)
class WantedByName(Value):
    """The documents a question means by a popular name, newest first; their years are certain."""

    documents: tuple[WantedDocument, ...]


# How the words a name begins with are abbreviated; what the document is about may follow "về".
_SHORT = {
    "nghị quyết trung ương": r"|nqtw|nq tw|nghị quyết tw|nghi quyet tw",
    "kết luận trung ương": r"|kltw|kl tw",
    "nghị quyết": "|nq",
    "quy định": "|qđ|qd",
    "chỉ thị": "|ct",
    "kết luận": "|kl",
    "hướng dẫn": "|hd",
}

_ANY_KIND = "|".join(map(marked_or_plain, ("nghị quyết", "quy định", "chỉ thị")))
_ABOUT = r"(?:(?:về|ve)\s)?"


def _pattern(name: str) -> re.Pattern[str]:
    beginning = next((words for words in _SHORT if name.startswith(words + " ")), "")
    rest = marked_or_plain(match_form(name[len(beginning) :].strip())).replace(",", ",?")
    if not beginning:
        return re.compile(rf"(?<!\w)(?:(?:{_ANY_KIND})\s{_ABOUT})?{rest}(?!\w)")
    return re.compile(rf"(?<!\w)(?:{marked_or_plain(beginning)}{_SHORT[beginning]})\s{_ABOUT}{rest}(?!\w)")


def _wanted(called: Called) -> WantedDocument:
    mention = find_numbers(called.number)[0]
    serial = mention.number.partition("-")[0]
    return WantedDocument(serial, (fold(mention.code),), fold(mention.body), called.year)


_NAMES = [(_pattern(name), WantedByName(tuple(map(_wanted, called)))) for name, called in POPULAR_NAMES.items()]


def popular_document(asked: Question) -> tuple[WantedByName, Span] | None:
    """The documents of the longest popular name in a question, with the words of the name."""
    found = [(wanted, Span(*match.span())) for name, wanted in _NAMES if (match := name.search(asked.written))]
    return max(found, key=lambda one: (one[1].end - one[1].start, -one[1].start), default=None)

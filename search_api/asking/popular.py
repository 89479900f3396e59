"""The documents a question means by a popular name: "nghị quyết tam nông", "19 điều đảng viên không được làm"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numbers import find_numbers, roman_value
from corpus.popular_names import PLENUMS, POPULAR_NAMES, Called
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

# A term is typed in either numeral, and in brackets: "(khóa 12)".
_TERM = re.compile(r" (?P<khoa>[^ ]+) (?P<term>[xvi]+)$")
_ANY_KIND = "|".join(map(marked_or_plain, ("nghị quyết", "quy định", "chỉ thị")))
_ABOUT = r"(?:(?:về|ve)\s)?"


def _pattern(name: str) -> re.Pattern[str]:
    beginning = next((words for words in _SHORT if name.startswith(words + " ")), "")
    rest = marked_or_plain(match_form(name[len(beginning) :].strip())).replace(",", ",?")
    rest = _TERM.sub(_term, rest)
    if not beginning:
        return re.compile(rf"(?<!\w)(?:(?:{_ANY_KIND})\s{_ABOUT})?{rest}(?!\w)")
    return re.compile(rf"(?<!\w)(?:{marked_or_plain(beginning)}{_SHORT[beginning]})\s{_ABOUT}{rest}(?!\w)")


def _term(match: re.Match[str]) -> str:
    return rf"[\s,(]+{match['khoa']} (?:{match['term']}|{roman_value(match['term'].upper())})"


def _wanted(called: Called) -> WantedDocument:
    mention = find_numbers(called.number)[0]
    serial = mention.number.partition("-")[0]
    return WantedDocument(serial, (fold(mention.code),), fold(mention.body), called.year)


_NAMES = [
    (_pattern(name), WantedByName(tuple(map(_wanted, called)))) for name, called in (POPULAR_NAMES | PLENUMS).items()
]


def popular_document(asked: Question) -> tuple[WantedByName, Span] | None:
    """The documents of the longest popular name in a question, with the words of the name."""
    found = [(wanted, Span(*match.span())) for name, wanted in _NAMES if (match := name.search(asked.written))]
    return max(found, key=lambda one: (one[1].end - one[1].start, -one[1].start), default=None)

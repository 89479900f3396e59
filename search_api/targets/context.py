"""What the titles and lead-ins around a passage say of its figures: that they are goals, until when, whose, or past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.sentences import sentences
from corpus.text import match_form
from corpus.types import Document, Path, Section, Span, Value
from search_api.targets.bodies import body_over
from search_api.targets.deadlines import When, deadlines

_LABEL = r"^\s*(?:(?:phần|chương|mục|điều)\s[\divx]+[.\-:]?\s*|[\divxa-zđ]{1,5}(?:\.\d+)*[.)\-]+\s*|[-+]\s)*"
# What was and what is, no figure to be reached.
_PAST = re.compile(
    _LABEL + r"(?:đánh giá )?(?:tình hình|kết quả|hạn chế|nguyên nhân|bối cảnh|thực trạng|ưu điểm|khuyết điểm|"
    r"những kết quả|một số kết quả|đặc điểm|sự cần thiết|về kết quả|những hạn chế)(?!\w)"
)
_GOALS = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu|tiến độ|tầm nhìn|phấn đấu|lộ trình)(?!\w)")
_YEAR = re.compile(r"(?<!\w)năm\s((?:19|20)\d\d)(?!\w)")
# A title is short; what is longer is a text of its own, and only its last words may lead in what follows.
_LONGEST_TITLE = 300
# "1. Năm 2025" is nothing but a time.
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Context(Value):
    """What stands over a passage.

    Attributes:
        is_past: It tells what was.
        is_goal: It names goals.
        deadline: Until when, with its span in the document.
        year: The year everything is about, where one is named.
        body: Whose, in the document.
        issued_on: Before this day nothing can be set.
    """

    is_past: bool = False
    is_goal: bool = False
    deadline: When | None = None
    year: int | None = None
    body: Span | None = None
    issued_on: date | None = None


class Contexts:
    """The contexts of a document's units."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_path: dict[Path, Section] = {}
        self._made: dict[str, Context] = {}
        base = Context(issued_on=document.ref.issued_on)
        for section in document.sections:
            self._by_path[section.path] = section
            above = (self._by_path.get(section.path[:depth]) for depth in range(len(section.path) - 1, 0, -1))
            nearest = next((self._made[found.address] for found in above if found), base)
            self._made[section.address] = self._within(section, nearest)

    def over(self, section: Section) -> Context:
        """What the units around a unit say, and its own title."""
        return self._made[section.address]

    def _within(self, section: Section, around: Context) -> Context:
        """What holds inside a unit: its title or lead-in, else what holds around it."""
        text = self._document.text
        for span in titles(text, section):
            around = with_title(text, span, around)
        return around


def titles(text: str, section: Section) -> Sequence[Span]:
    """The lines of a unit's own text that lead in what it holds: its title, and a last sentence with a colon."""
    end = section.span.end
    parts = list(sentences(text[section.span.start : end]))
    spans = [Span(section.span.start + part.start, section.span.start + part.end) for part in parts]
    first, last = spans[:1], spans[-1:]
    leading = [span for span in first if _is_title(text, span, end)]
    return leading + [span for span in last if text[span.end - 1] == ":" and span not in leading]


def _is_title(text: str, span: Span, end: int) -> bool:
    """A line that no stop ends, of a title's length."""
    ends_line = span.end == end or text[span.end : span.end + 1] == "\n" or not text[span.end : end].strip()
    return ends_line and text[span.end - 1] not in ".;!?" and span.end - span.start <= _LONGEST_TITLE


def with_title(text: str, span: Span, around: Context) -> Context:
    """What holds under one more title."""
    title = text[slice(*span)]
    form = match_form(title)
    told = [when for when in deadlines(form) if when.is_absolute and when.year]
    found = [when for when in told if not when.weak] or told
    years = _YEAR.findall(form)
    is_goal = _GOALS.search(form) is not None
    deadline = around.deadline
    # "đến năm 2030, tầm nhìn đến năm 2045" leaves open which is meant.
    if len({when.year for when in found}) == 1 and (is_goal or around.is_goal or len(form) < _SHORT):
        deadline = moved(found[-1], span.start)
    body = body_over(title)
    return Context(
        is_past=around.is_past or _PAST.match(form) is not None,
        is_goal=around.is_goal or is_goal,
        deadline=deadline,
        year=int(years[-1]) if years else around.year,
        body=Span(span.start + body.start, span.start + body.end) if body else around.body,
        issued_on=around.issued_on,
    )


def moved(when: When, by: int) -> When:
    """The same with its span so many characters further on."""
    return When(
        Span(when.span.start + by, when.span.end + by), when.precision, when.year, when.part, when.key, when.weak
    )

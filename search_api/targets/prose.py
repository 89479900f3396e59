"""Targets in running text: which figures of a clause bind, until when, and who is responsible."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.sentences import sentences
from corpus.text import match_form
from corpus.types import Span, Value
from search_api.targets.amounts import Figure, amounts
from search_api.targets.bodies import body_in
from search_api.targets.clauses import clauses
from search_api.targets.context import Context, moved, with_title
from search_api.targets.deadlines import When, deadlines
from search_api.targets.values import Amount, Comparison, Deadline, Kind, Precision, Target

# What was, told inside a text that sets something.
_PAST = re.compile(
    r"(?<!\w)(?:đã(?! được| nêu| có trong| biết| đăng| ký| thanh| chọn)|hiện (?:có|nay)|mới có|mới đạt|chỉ có|"
    r"so với cùng kỳ|"
    r"vừa qua|qua khảo sát|trong đó có(?= \d+ (?:đồng chí|đảng viên))|xảy ra)(?!\w)"
)
_MUST = re.compile(
    r"(?<!\w)(?:phải|phấn đấu|bảo đảm|yêu cầu|ít nhất|tối thiểu|không quá|tối đa|chậm nhất|hoàn thành|giao|"
    r"tiếp tục)(?!\w)"
)
_PROGRAMME = re.compile(r"(?:Chiến lược|Chương trình|Đề án|Quy hoạch|Kế hoạch|Nghị quyết)\s[^;.:]*\Z")
_UNTIL = re.compile(r"(?:đến|giai đoạn|tầm nhìn)(?!\w)", re.IGNORECASE)
# A name is no longer.
_LONGEST_NAME = 200
_IN_FORCE = re.compile(r"(?<!\w)(?:có hiệu lực|hiệu lực thi hành|thi hành kể từ|thay thế|bãi bỏ)(?!\w)")
_CITED = re.compile(r"^\s*(?:-\s)?(?:căn cứ|xét|trên cơ sở)(?!\w)")
_GOAL_WORDS = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|lộ trình)(?!\w)")
# What joins a clause to the next.
_LOOSE_END = re.compile(r"[\s,]+(?:trong đó|và|hoặc|cùng với|riêng)?[\s,]*$")
_LABEL = re.compile(r"^\W*\w{1,4}[.)]")
# Characters between a figure and the period behind it.
_CLOSE = 2
# A numbered line; a dash without a stop at its end is still a sentence.
_NAMES_PART = re.compile(r"(?:Phần|Chương|Mục|Điều|[A-ZĐ]{1,5}[.\-]|\d+(?:\.\d+)*[.\-)])\s?")


def in_prose(text: str, span: Span, address: str, context: Context) -> Iterator[Target]:
    """The targets of a stretch of running text.

    Args:
        text: Of the document.
        span: The stretch.
        address: Of its passage.
        context: What stands over it.
    """
    found = [Span(span.start + one.start, span.start + one.end) for one in sentences(text[slice(*span)])]
    carried: When | None = None
    for sentence in found:
        if _is_title(text, sentence, span):
            context = with_title(text, sentence, context)
        elif not context.is_past and not _CITED.match(match_form(text[slice(*sentence)])):
            carried = yield from _in_sentence(text, sentence, address, context, carried)


def _is_title(text: str, sentence: Span, within: Span) -> bool:
    """A line that no stop ends: a title, where it opens a text or is all of it."""
    stands_alone = sentence.end == within.end or text[sentence.end : sentence.end + 1] == "\n"
    return (
        text[sentence.end - 1] not in ".;:!?" and stands_alone and _NAMES_PART.match(text, sentence.start) is not None
    )


@dataclass(frozen=True, slots=True)
class _Clause(Value):
    """A clause that is being read.

    Attributes:
        address: Of its passage.
        sentence: It is part of.
        span: In the document.
        form: Its text in the form compared in matching.
        times: Its deadlines, in the document.
        body: Who is responsible.
        context: What stands over it.
    """

    address: str
    sentence: Span
    span: Span
    form: str
    times: tuple[When, ...]
    body: Span | None
    context: Context

    def target(self, figure: Figure, what: Span, when: When | None) -> Target:
        """A figure with its time as a row of the table."""
        dated = figure.is_share and when is not None and when.is_absolute
        is_goal = self.context.is_goal or dated or _GOAL_WORDS.search(self.form)
        kind = Kind.MONEY if figure.is_money else Kind.GOAL if is_goal else Kind.LIMIT
        amount = Amount(figure.span, figure.number, figure.upper, figure.unit)
        by = deadline_of(when) if when else None
        return Target(self.address, self.sentence, what, kind, amount, figure.comparison, by, self.body)

    def timed(self, when: When) -> Target:
        """A time without a figure as a row of the table."""
        kind = Kind.PERIODIC if when.precision is Precision.PERIODIC else Kind.DEADLINE
        return Target(self.address, self.sentence, self.span, kind, None, None, deadline_of(when), self.body)


def _in_sentence(
    text: str, sentence: Span, address: str, context: Context, carried: When | None
) -> Generator[Target, None, When | None]:
    """The targets of a sentence; returns the year that holds for the sentences behind it."""
    subject: Span | None = None
    for span in clauses(text, sentence):
        form = match_form(text[slice(*span)])
        if _IN_FORCE.search(form) or _is_past(form):
            continue
        subject = body_in(text, *span) or subject
        times = tuple(_times(text, span, form, context))
        clause = _Clause(address, sentence, span, form, times, subject or context.body, context)
        used: set[When] = set()
        for figure, what, own in _timed(text, clause):
            used.update([own] if own else [])
            yield clause.target(figure, what, own or carried or context.deadline)
        for when in times:
            if not (when.weak or when in used or _leads_in(text, clause, when)):
                yield clause.timed(when)
        if times and times[0].precision is Precision.YEAR and _opens(text, span, times[0]):
            carried = times[0]
    return carried if context.is_goal else None


def _times(text: str, clause: Span, form: str, context: Context) -> Iterator[When]:
    """The deadlines of a clause that had not passed when the document was issued."""
    for found in deadlines(form):
        when = moved(found.of_year(context.year), clause.start)
        if not is_over(when, context) and not _in_name(text, clause, when):
            yield when


def _is_past(form: str) -> bool:
    return _PAST.search(form) is not None and _MUST.search(form) is None


def is_over(when: When, context: Context) -> bool:
    """Whether a time had passed when the document was issued."""
    return bool(when.day and context.issued_on and when.day < context.issued_on)


def _in_name(text: str, clause: Span, when: When) -> bool:
    """Whether a year is part of a name: "Chiến lược phát triển … đến năm 2030"."""
    if when.precision is not Precision.YEAR or not _UNTIL.match(text, when.span.start):
        return False
    begin = max(clause.start, when.span.start - _LONGEST_NAME)
    return _PROGRAMME.search(text, begin, when.span.start) is not None


def _opens(text: str, clause: Span, when: When) -> bool:
    """Whether a time opens its clause, so that it holds for what comes behind it."""
    return not any(char.isalpha() for char in _LABEL.sub("", text[clause.start : when.span.start]))


def _leads_in(text: str, clause: _Clause, when: When) -> bool:
    """Whether a time belongs to the goals that a clause leads in, and is told with each of them."""
    return when.is_absolute and text[clause.span.end - 1] == ":" and _GOAL_WORDS.search(clause.form) is not None


def _binding(clause: _Clause) -> list[Figure]:
    """The figures of a clause that set something, placed in the document."""
    start = clause.span.start
    dated = bool(clause.times or clause.context.deadline)
    kept = []
    for figure in amounts(clause.form):
        span = Span(figure.span.start + start, figure.span.end + start)
        if any(span.overlaps(when.span) for when in clause.times):
            continue
        is_bound = figure.comparison is not None or figure.is_share or figure.is_money
        is_counted = not figure.in_words and bool(figure.unit) and not figure.is_duration
        if (is_bound and _is_enough(figure)) or (is_counted and (clause.context.is_goal or dated)):
            kept.append(replace(figure, span=span))
    return kept


def _is_enough(figure: Figure) -> bool:
    """A bare number in words is none: "đạt một trong các tiêu chuẩn"."""
    weak = (Comparison.REACHES, Comparison.GROWS, Comparison.FALLS, Comparison.ABOUT, Comparison.OVER, Comparison.UNDER)
    if figure.in_words and figure.comparison in weak and not figure.is_share:
        return False
    return bool(figure.unit) or figure.comparison is not None


def _timed(text: str, clause: _Clause) -> Iterator[tuple[Figure, Span, When | None]]:
    """Each figure with the words around it and its own time.

    Where a time comes first every figure takes the nearest before it ("hết quý I đạt 32%, quý II đạt 38%"), else the
    nearest behind it up to the next figure, or the last one told.
    """
    figures, times = _binding(clause), clause.times
    time_first = bool(times and figures and times[0].span.start < figures[0].span.start)
    for place, figure in enumerate(figures):
        before = [when for when in times if when.span.end <= figure.span.start]
        following = figures[place + 1].span.start if place + 1 < len(figures) else clause.span.end
        behind = [when for when in times if figure.span.end <= when.span.start < following]
        # "8 buổi một tháng": a period right behind its figure is its own.
        close = [
            when
            for when in behind
            if when.precision is Precision.PERIODIC and when.span.start - figure.span.end <= _CLOSE
        ]
        own = close[:1] or (before[-1:] if time_first else behind[:1] or before[-1:])
        yield figure, _words_around(text, clause.span, figures, place), own[0] if own else None


def _words_around(text: str, clause: Span, figures: Sequence[Figure], place: int) -> Span:
    """The clause, cut between its figures at a comma."""
    start, end = clause
    if place:
        start = _cut(text, figures[place - 1].span.end, figures[place].span.start) or start
    if place + 1 < len(figures):
        behind = _cut(text, figures[place].span.end, figures[place + 1].span.start)
        end = start + len(_LOOSE_END.sub("", text[start:behind])) if behind else end
    return Span(start, end)


def _cut(text: str, start: int, end: int) -> int | None:
    """Behind the last comma between two figures, else behind the last "và"."""
    commas = [match.end() for match in re.finditer(r",\s", text[start:end])]
    ands = [match.end() for match in re.finditer(r"\s(?:và|hoặc)\s", text[start:end])]
    return start + (commas or ands)[-1] if commas or ands else None


def deadline_of(when: When) -> Deadline:
    """A time as the table tells it."""
    return Deadline(when.span, when.precision, when.day, when.written)

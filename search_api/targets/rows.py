"""Targets in tables: the head says what a cell is, a figure, a time or a body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.text import match_form
from corpus.types import Document, Span, Table, TableCell, TableRow, Value
from search_api.targets.amounts import NUMBER, amounts
from search_api.targets.context import Context, moved
from search_api.targets.deadlines import When, deadlines
from search_api.targets.prose import deadline_of, is_over
from search_api.targets.values import Amount, Comparison, Kind, Precision, Target

_WHO = (
    re.compile(r"chủ trì|chịu trách nhiệm|đầu mối"),
    re.compile(r"trách nhiệm|phụ trách|phân công|(?:cơ quan|đơn vị) thực hiện"),
)
_WHEN = re.compile(r"thời hạn|thời gian|hoàn thành|tiến độ")
_WHAT = re.compile(r"nội dung|nhiệm vụ|chỉ tiêu|công việc|tên|mục tiêu|sản phẩm|tổ chức|đối tượng")
_VALUE = re.compile(r"chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|mức|định mức|kinh phí")
_NUMBER_ALONE = re.compile(rf"\s*(?:(?:trên|dưới|từ|ít nhất|tối thiểu|tối đa|không quá) )?{NUMBER}(?:\s?%)?\s*")
# A cell is read as if it stood behind this word: a number alone binds nothing.
_REACHES = "đạt "
# A label or a unit has no more letters.
_FEW_LETTERS = 5


@dataclass(frozen=True, slots=True)
class _Head(Value):
    """What stands over a column: its words in the form compared in matching, and the time they tell."""

    words: str = ""
    time: When | None = None


def in_table(document: Document, table: Table, context: Context) -> Iterator[Target]:
    """The targets of a table's rows."""
    text, heads = document.text, _heads(document.text, table)
    who = next((column for pattern in _WHO for column, head in heads.items() if pattern.search(head.words)), None)
    for row in table.data:
        what = _what(text, row, heads)
        body = next((cell.span for cell in row.cells if cell.column == who), None)
        for cell in row.cells:
            if cell.span not in (what, body):
                head = heads.get(cell.column, _Head())
                yield from _in_cell(text, row, cell, head, what, body, context)


def _heads(text: str, table: Table) -> Mapping[int, _Head]:
    over: dict[int, list[TableCell]] = defaultdict(list)
    for row in table.rows:
        for cell in row.cells if row.head else ():
            for column in range(cell.column, cell.column + cell.columns):
                over[column].append(cell)
    return {column: _head(text, cells) for column, cells in over.items()}


def _head(text: str, cells: Sequence[TableCell]) -> _Head:
    forms = [match_form(text[slice(*cell.span)]) for cell in cells]
    times = [moved(when, cell.span.start) for form, cell in zip(forms, cells, strict=True) for when in deadlines(form)]
    return _Head(" ".join(forms), next((when for when in times if when.day), None))


def _what(text: str, row: TableRow, heads: Mapping[int, _Head]) -> Span:
    """The cell that says what a row is about: the one whose head says so, else the first of some words."""
    named = [cell for cell in row.cells if _WHAT.search(heads.get(cell.column, _Head()).words)]
    wordy = [cell for cell in row.cells if sum(map(str.isalpha, text[slice(*cell.span)])) > _FEW_LETTERS]
    return (named or wordy or list(row.cells))[0].span


def _in_cell(
    text: str, row: TableRow, cell: TableCell, head: _Head, what: Span, body: Span | None, context: Context
) -> Iterator[Target]:
    form = match_form(text[slice(*cell.span)])
    if _WHEN.search(head.words):
        for when in deadlines(form)[:1]:
            kind = Kind.PERIODIC if when.precision is Precision.PERIODIC else Kind.DEADLINE
            at = deadline_of(moved(when.of_year(context.year), cell.span.start))
            yield Target(row.address, row.span, what, kind, None, None, at, body)
        return
    is_value = head.time is not None or _VALUE.search(head.words)
    if not is_value or (head.time and is_over(head.time, context)) or not _NUMBER_ALONE.fullmatch(form):
        return
    for figure in list(amounts(_REACHES + form))[:1]:
        shift = cell.span.start - len(_REACHES)
        amount = Amount(
            Span(figure.span.start + shift, figure.span.end + shift), figure.number, figure.upper, figure.unit
        )
        # The word it was read behind is not the table's.
        comparison = None if figure.comparison is Comparison.REACHES else figure.comparison
        kind = Kind.MONEY if figure.is_money else Kind.GOAL
        yield Target(
            row.address, row.span, what, kind, amount, comparison, deadline_of(head.time) if head.time else None, body
        )

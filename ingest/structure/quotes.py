"""Quoted text of amending documents: between “ and ” everything belongs to the item that quotes it.

Quotation marks get lost and doubled in print, and one that is missing must not swallow the rest of a document.
So only a quotation that begins a line or follows a colon runs over lines, and an instruction to amend ("2. Sửa
đổi khoản 3 như sau:") that is followed by another quotation ends one that lost its closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.text import match_form
from ingest.reading import Line

_MARK = re.compile(r"[“”\"]")
# A straight mark opens where a word follows it and none stands before it.
_STRAIGHT_OPENS = re.compile(r"(?<![^\s(:])\"(?=\w)")
_INSTRUCTION = re.compile(
    r"(?:điều \d+[a-zđ]?|\d{1,3}|[a-zđ]\d?)\s?[.)\-:]\s*(?:sửa đổi|bổ sung|thay thế|bãi bỏ|thay|bỏ)\b"
)


class _Marks(NamedTuple):
    """Quotation marks of a line that have no partner on it: is there a closing one, an opening one."""

    closes: bool
    opens: bool


def quoted_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it begins inside a quotation that opened on an earlier line.

    A quotation that never closes is a printing error and quotes nothing beyond its own line.
    """
    marks = [_unpaired(line.text) for line in lines]
    inside = [False] * len(lines)
    index = 0
    while index < len(lines):
        if marks[index].closes and not inside[index]:
            first = _first_line(lines, marks, index)
            inside[first : index + 1] = [True] * (index + 1 - first)
        last = _last_line(lines, marks, index) if marks[index].opens else index
        inside[index + 1 : last + 1] = [True] * (last - index)
        # The line that closes one quotation may open the next.
        index = last if last > index and marks[last].opens else max(last, index) + 1
    return inside


def _unpaired(text: str) -> _Marks:
    """What a line leaves open or closes; a quotation in mid-sentence is taken to end with its paragraph."""
    open_at: list[int] = []
    closes = False
    for mark in _MARK.finditer(text):
        if mark.group() == "“" or (not open_at and _STRAIGHT_OPENS.match(text, mark.start())):
            open_at.append(mark.start())
        elif open_at:
            open_at.pop()
        else:
            closes = True
    return _Marks(closes, any(_leads(text, start) for start in open_at))


def _leads(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before.endswith(":")


def _last_line(lines: Sequence[Line], marks: Sequence[_Marks], start: int) -> int:
    """The last line of the quotation that opens on a line; that line itself if it never closes."""
    for index in range(start + 1, len(lines)):
        if marks[index].closes:
            return _doubled_close(lines, marks, index)
        if marks[index].opens:
            instruction = next((at for at in (index, index - 1) if at > start and _amends(lines[at])), None)
            if instruction is not None:
                return instruction - 1
    return start


def _first_line(lines: Sequence[Line], marks: Sequence[_Marks], last: int) -> int:
    """The first line of a quotation that lost its opening mark: the one after its instruction, else past ``last``."""
    for index in range(last - 1, -1, -1):
        if any(marks[index]):
            break
        if _amends(lines[index]):
            return index + 1 if lines[index].text.endswith(":") else last + 1
    return last + 1


def _doubled_close(lines: Sequence[Line], marks: Sequence[_Marks], first: int) -> int:
    """The line of the closing mark, or of a second one that follows before anything new is opened or amended."""
    if marks[first].opens:
        return first
    for index in range(first + 1, len(lines)):
        if marks[index].opens or _amends(lines[index]):
            return first
        if marks[index].closes:
            return index
    return first


def _amends(line: Line) -> bool:
    return bool(_INSTRUCTION.match(match_form(line.text)))

"""The identity in a title block: "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 05/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998 VỀ VIỆC …".

Law collections and the old files of offices print it so, without a letterhead, over one line or several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.numbers import KINDS, find_dates, find_numbers, kind_at_start
from corpus.text import match_form
from ingest.issuer import begins_with_body, central_body, issuer_of_letterhead
from ingest.letters import small_letters
from ingest.press import Press
from ingest.reading import Line
from ingest.structure.tail import is_capitals

# Title blocks stand at the very top, under a body's name and a motto at most.
_FIRST_LINES = 8
_LONGEST_BLOCK = 5
_KIND = "|".join(match_form(kind) for kind in KINDS)
# What stands between the kind and its number is the body; past "về" begins the subject, which may name another.
_NUMBERED = re.compile(rf"(?P<kind>{_KIND})\s+(?:của\s(?P<body>(?:(?!về\s)\D){{3,80}}?)\s+)?\(?số\s*:?\s*(?=\d)")
_DATED = re.compile(r"\s*,?\s*ngày\s*\d{1,2}\s?(?:tháng\s*\d{1,2},?\s*năm\s*|[/.\-]\s?\d{1,2}\s?[/.\-]\s?)\d{4}")
_BETWEEN = " .,;:)*-"


def titled_of(opening: Sequence[Line], text: str) -> Press | None:
    """What the title block states; ``None`` where there is none that holds the number.

    Args:
        opening: Lines of the *phần đầu*.
        text: The whole document.
    """
    for first, line in enumerate(opening[:_FIRST_LINES]):
        if kind_at_start(line.text) and _is_set_off(line):
            below = takewhile(_goes_on, opening[first + 1 : first + _LONGEST_BLOCK])
            block = [line, *below]
            return _stated(block, first, text)
    return None


def _is_set_off(line: Line) -> bool:
    return line.bold or line.heading > 0 or is_capitals(line.text)


def _goes_on(line: Line) -> bool:
    """Whether a line is still of the title; the body that speaks next stands alone on its line."""
    return _is_set_off(line) and not begins_with_body(line.text)


def _stated(block: Sequence[Line], first: int, text: str) -> Press | None:
    joined = " ".join(line.text for line in block)
    form = match_form(joined)
    numbered = _NUMBERED.match(form)
    mention = next((m for m in find_numbers(joined) if numbered and m.start == numbered.end()), None)
    kind = kind_at_start(joined)
    if numbered is None or mention is None or kind is None:
        return None
    dated = _DATED.match(form, mention.end)
    subject = joined[dated.end() if dated else mention.end :].strip(_BETWEEN)
    places = {"kind": 0, "issuer": numbered.start("body"), "number": mention.start, "issued_on": mention.end + 1}
    return Press(
        number=mention,
        kind=kind[0],
        issuer=_issuer(joined[slice(*numbered.span("body"))], text) if numbered["body"] else None,
        issued_on=next((day for _, day in find_dates(dated.group())), None) if dated else None,
        title=(small_letters(subject, text) if is_capitals(subject) else subject) or None,
        lines={name: first + _line_at(block, place) for name, place in (places | {"title": len(joined) - 1}).items()},
    )


def _issuer(body: str, text: str) -> str | None:
    return central_body(body) or issuer_of_letterhead([body.upper()], text)


def _line_at(block: Sequence[Line], offset: int) -> int:
    """Which line of a block holds a character of its joined text."""
    end = 0
    for index, line in enumerate(block):
        end += len(line.text) + 1
        if offset < end:
            return index
    return len(block) - 1

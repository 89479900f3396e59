"""Tables of contents: their lines repeat the headings of a document and open none of its units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import match_form
from ingest.reading import Line

_TITLE = re.compile(r"mục lục(?:\s|$)")
# "I. SỰ CẦN THIẾT ........ 2": dots, or what an OCR makes of them, lead to a page number.
_LEADERS = re.compile(r"(?:[.…·_]\s?){4,}\s*\d{1,3}\s*$")
_ENDS_IN_NUMBER = re.compile(r"\D\s\d{1,3}\s*$")


def contents_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it belongs to a table of contents.

    Dotted leaders tell by themselves; where a table is set with tabs, its lines follow a title and end in a number.
    """
    found: list[bool] = []
    inside = False
    for index, line in enumerate(lines):
        if _TITLE.match(match_form(line.text)):
            inside = True
            found.append(True)
            continue
        leads = bool(_LEADERS.search(line.text))
        # An entry may take two lines, of which only the second has the number.
        entry = any(_ENDS_IN_NUMBER.search(near.text) for near in lines[index : index + 2])
        inside = inside and (leads or entry)
        found.append(leads or inside)
    return found

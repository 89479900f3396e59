"""What a line is by itself and by the lines under it: a sentence, a title over a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.sentences import ends_sentence
from corpus.text import match_form
from ingest.reading import Line
from ingest.structure.markers import Level, markers
from ingest.structure.tail import is_capitals

# A list before the first unit that names grounds or addressees belongs to the opening.
NO_LIST = re.compile(r"[-–\s]*(?:căn cứ|kính gửi|nơi nhận|thực hiện các|theo các)")
_UNNUMBERED = (Level.DASH, Level.PLUS)
# A list under a title may come after some paragraphs that lead to it.
_AHEAD = 12


def is_over_list(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is an item of a list without numbers."""
    after = lines[index + 1 : index + 2]
    return any(marker.level in _UNNUMBERED and not marker.doubtful for line in after for marker in markers(line.text))


def restarts_list(lines: Sequence[Line], index: int) -> bool:
    """Whether the first number after a line is 1."""
    for line in lines[index + 1 : index + _AHEAD]:
        for marker in markers(line.text):
            if marker.level <= Level.CLAUSE and not line.continues:
                return marker.unit == "khoản" and marker.order == 1
    return False


def is_sentence(line: Line) -> bool:
    """Whether a line is running text, which comes after letterhead and title; grounds come before."""
    plain = not (line.bold or line.heading or is_capitals(line.text))
    return plain and ends_sentence(line.text) and not NO_LIST.match(match_form(line.text))

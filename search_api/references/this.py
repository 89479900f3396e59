"""Where a text speaks of itself: "Quy định này"; units of it ("khoản 2 Điều này") are read with the other units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.numbers import KIND_BY_FORM
from corpus.types import Span
from search_api.asking.question import Question
from search_api.references.mention import Mention, Naming

_KIND = "|".join(sorted(KIND_BY_FORM, key=len, reverse=True))
_THIS = re.compile(rf"(?<!\w)(?P<kind>{_KIND})(?:\s(?:kết luận|liên tịch))?\snày(?!\w)")
# "các quy định này" are rules, not a document; nobody writes of himself with these before it.
_OTHERS = re.compile(r"(?<!\w)(?:các|những|mọi|nhiều|hai|ba|bốn|năm|số|dự thảo)\s$")


def selves(asked: Question) -> Iterator[Mention]:
    """Every place where a text calls itself by its kind."""
    for match in _THIS.finditer(asked.written):
        if not _OTHERS.search(asked.written, max(0, match.start() - 10), match.start()):
            yield Mention(Span(*match.span()), Naming.SELF, kind=KIND_BY_FORM[match["kind"]])

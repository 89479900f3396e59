"""Capitals as a sign of names: a document is written with one, the act of deciding is not."""

from __future__ import annotations

from functools import lru_cache

from search_api.asking.question import Question


def written_as_name(asked: Question, start: int) -> bool:
    """Whether a word begins with a capital, or stands in a text in which none does, as people type on a telephone."""
    return asked.text[start].isupper() or has_no_capitals(asked.text)


# A text is asked for each of its candidates; the answer takes a look at all of it.
@lru_cache(maxsize=1)
def has_no_capitals(text: str) -> bool:
    """Whether no letter behind the first is a capital."""
    return text[1:].islower()

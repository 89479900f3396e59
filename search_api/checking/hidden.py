"""Words of denial that a quotation leaves out: "không được nhận quà" quoted as "… được nhận quà", or as "nhận quà"."""

from __future__ import annotations

import re

from search_api.checking.compare import Match
from search_api.checking.words import Words, word_form, words_of

_DENIALS = frozenset(map(word_form, ("không", "chưa", "chẳng", "chớ", "đừng", "cấm", "trừ")))
# "không những", "không ngừng": denies nothing.
_NO_DENIAL = frozenset(map(word_form, ("những", "chỉ", "ngừng")))
# What may stand between a denial and what it denies: "không được phép …".
_BETWEEN = frozenset(map(word_form, ("được", "phép", "phải", "nên", "để", "có", "thể")))
# With these a draft says in its own words what the quotation does not: tránh “tự ý xoá”.
_OWN = _DENIALS | frozenset(map(word_form, ("tránh", "chống", "ngăn", "hành", "vi")))
_OWN_WORDS = 8
# What denies stands in the same clause.
_CLAUSE_END = re.compile(r"[.;:!?,\n]")


def omitted_denial(words: Words, match: Match) -> str:
    """The denial that an ellipsis hides, as the document has it; empty if there is none.

    Args:
        words: The document.
        match: How the quotation lies in it.
    """
    return next(filter(None, (_denial(words, *gap) for gap in match.gaps)), "")


def cut_off_denial(words: Words, match: Match, before: str) -> str:
    """The denial right before the first quoted word, unless the draft denies in its own words; empty if there is none.

    Args:
        words: The document.
        match: How the quotation lies in it.
        before: What the draft says before the quotation in the same paragraph.
    """
    first = match.first
    while first > 0 and words.forms[first - 1] in _BETWEEN:
        first -= 1
    cut_off = _denial(words, max(0, first - 1), match.first)
    return "" if cut_off and _OWN.intersection(words_of(before).forms[-_OWN_WORDS:]) else cut_off


def _denial(words: Words, first: int, end: int) -> str:
    """The last denial among some words, in the clause that goes on behind them."""
    for place in range(end - 1, first - 1, -1):
        if place + 1 == len(words):
            return ""
        if _CLAUSE_END.search(words.text, words.spans[place].end, words.spans[place + 1].start):
            return ""
        if words.forms[place] in _DENIALS and words.forms[place + 1] not in _NO_DENIAL:
            return words.written(place, place + 1)
    return ""

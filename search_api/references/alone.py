"""Units that a text names without their document, which it names elsewhere: "theo Điều 9", "Điều 11 Quy chế này"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numbers import KINDS
from corpus.text import match_form
from corpus.types import Path, Span, Value
from search_api.references.evened import evened
from search_api.references.mention import Mention, Naming
from search_api.references.units import unit_chains

_KIND_BY_FORM = {match_form(kind): kind for kind in KINDS}
_KIND = "|".join(sorted(_KIND_BY_FORM, key=len, reverse=True))
_OF_KIND = re.compile(rf"\s?,?\s?(?:(?:của|trong|tại|thuộc|cùng)\s)?(?P<kind>{_KIND})(?!\w|\s(?:số\s|về\s|\d))")
_REFERRING = re.compile(r"\s(?:này|trên|nói trên|nêu trên|đã nêu|ấy|đó)(?!\w)")
# Without the kind: "mục III khoản 2 nêu trên"; "điểm a trên địa bàn" points nowhere.
_POINTING_BACK = re.compile(
    r"\s(?:(?:đã|vừa)\s)?(?:nêu trên|nói trên|kể trên|dẫn trên|đã nêu|vừa nêu|vừa dẫn|ấy|đó)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Alone(Value):
    """Units without their document.

    Attributes:
        span: Their words in the text as it was given, with the kind of the document.
        units: As in ``Mention``.
        kind: Of what kind their document is called, if it is.
        points_back: It is said that they were named before ("nêu trên"), or the document is called by its kind.
    """

    span: Span
    units: tuple[Path, ...]
    kind: str | None
    points_back: bool = False


def units_alone(text: str, mentions: Sequence[Mention], *, but_own: bool = False) -> tuple[Alone, ...]:
    """Every place that a text names by its unit alone, in order.

    Args:
        text: As for ``find_mentions``.
        mentions: What that found.
        but_own: Without those that are said to be of the text itself: "Điều 11 Quy chế này".
    """
    taken = sorted(one.span for one in mentions if but_own or one.naming is not Naming.SELF)
    return tuple(_alone(text, taken))


def _alone(text: str, taken: Sequence[Span]) -> Iterator[Alone]:
    given = evened(text)
    form = match_form(given.text)
    at = 0
    for chain in unit_chains(given.text, form):
        span = given.span(*chain.span)
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        if chain.is_this or (at < len(taken) and taken[at].start < span.end) or _is_heading(text, span):
            continue
        of = _OF_KIND.match(form, chain.span.end)
        referring = _REFERRING.match(form, of.end()) if of else _POINTING_BACK.match(form, chain.span.end)
        last = referring or of
        end = last.end() if last else chain.span.end
        kind = _KIND_BY_FORM[of["kind"]] if of else None
        yield Alone(given.span(chain.span.start, end), chain.paths, kind, last is not None)


def _is_heading(text: str, span: Span) -> bool:
    """Whether it heads a part of the text itself: "Phần 2. Liên hệ"."""
    begins = not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    return begins and text[span.end : span.end + 1] in ("", ".", "\n")

"""Where a draft says that a quotation is from: the mention of a document that belongs to it.

In this order: in brackets or behind a dash right after the quotation; in the footnote whose mark stands there; before
it in its sentence, or in the sentence that leads to it with a colon; behind it in its sentence; alone in the line below
it, as in the next cell of a table. Failing these, what the paragraphs before it named last is taken, but not held
against the quotation. A unit that is named there without its document ("Điều 9 Quy chế này") is one of the document
that the quotation is said to be from, else of the one of its kind that was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.drafts import Draft
from corpus.sentences import parts
from corpus.types import Span, Value
from search_api.checking.quotations import Quotation
from search_api.references.alone import Alone, units_alone
from search_api.references.mention import Naming
from search_api.references.resolve import Resolved, Resolver

_BRACKET = re.compile(r"(?:[\s.,;]{0,3}[(\[]|[ .,;]{0,3}[-–—]\s)[^\n)\]]{0,300}")
# The line below, with a source and nothing more: a signature, or the next cell of a table.
_BELOW = re.compile(r"[ .,;]{0,3}\n[ ]?(?:[-–—]\s)?(?:(?:theo|trích(?:\stừ)?|nguồn)\s?:?\s)?", re.IGNORECASE)
_QUOTES = '“„"«'
_AND = re.compile(r"\s*(?:,|và|cùng|;|/)\s*(?:và\s*)?")
_LEADS = re.compile(r":\s*$")
# Behind so many paragraphs a quotation is taken to be from what was named last; farther on nothing is.
_PARAGRAPHS_BACK = 2
# "Điều 9 Quy chế này" is looked for among so many documents named before it.
_NAMED_BACK = 40


@dataclass(frozen=True, slots=True)
class Attribution(Value):
    """What a draft names as the source of a quotation.

    Attributes:
        named: The mention that belongs to it; of several joined by "và" each.
        also: Other documents that its sentence names before it: the source may be meant to be one of these.
        stated: It is named with the quotation; else it was named last.
        by_unit: Of what was named last a unit is named with the quotation: held against words that the document has
            in another place.
    """

    named: tuple[Resolved, ...]
    also: tuple[Resolved, ...] = ()
    stated: bool = True
    by_unit: bool = False


class Attributions:
    """What the quotations of a draft are said to be from.

    Args:
        draft: The draft.
        quotations: Its quotations, in order.
        mentions: Every document its text names, in order.
        resolver: Finds the units that it names without their document.
    """

    def __init__(
        self, draft: Draft, quotations: Sequence[Quotation], mentions: Sequence[Resolved], resolver: Resolver
    ) -> None:
        self._resolver = resolver
        self._text = draft.text
        self._notes = draft.notes
        self._quotations = quotations
        outers = [quotation.outer for quotation in quotations]
        starts = [outer.start for outer in outers]

        def quoted(mention: Resolved) -> bool:
            before = bisect_right(starts, mention.mention.span.start) - 1
            return before >= 0 and outers[before].overlaps(mention.mention.span)

        self._mentions = [one for one in mentions if one.mention.naming is not Naming.SELF and not quoted(one)]
        self._starts = [one.mention.span.start for one in self._mentions]
        self._units = units_alone(draft.text, [one.mention for one in mentions])
        self._unit_starts = [one.span.start for one in self._units]
        # Sentences do not end inside quotations.
        self._begins = [part.start for part in parts(_masked(draft.text, outers))]

    def of(self, place: int) -> Attribution | None:
        """What the quotation at a place among the quotations is said to be from."""
        outer = self._quotations[place].outer
        named = (
            self._behind_it(outer)
            or self._in_note(outer)
            or self._before_it(place)
            or self._later_in_sentence(place)
            or self._below_it(outer)
            or self._named_last(outer)
        )
        alone = self._unit(place)
        return (self._at_unit(named, alone) if alone else None) or named

    def _unit(self, place: int) -> Alone | None:
        """The unit without a document that is named with a quotation: right behind it in brackets, or before it."""
        outer = self._quotations[place].outer
        bracket = _BRACKET.match(self._text, outer.end)
        behind = self._units_within(Span(*bracket.span())) if bracket else ()
        if behind:
            return behind[0]
        since = self._quotations[place - 1].outer.end if place else 0
        before = self._units_within(Span(max(since, self._lead(outer)), outer.start))
        return before[-1] if before else None

    def _at_unit(self, named: Attribution | None, alone: Alone) -> Attribution | None:
        if named is not None and named.stated:
            if len(named.named) > 1 or named.named[0].mention.units:
                return None
            found = self._resolver.at(alone, self._text, named.named[0])
            return Attribution((found,), named.also) if found else None
        for one in reversed(self._mentions[: bisect_left(self._starts, alone.span.start)][-_NAMED_BACK:]):
            found = self._resolver.at(alone, self._text, one)
            if found is not None or alone.kind is None:
                return Attribution((found,), stated=False, by_unit=True) if found else None
        return None

    def _behind_it(self, outer: Span) -> Attribution | None:
        bracket = _BRACKET.match(self._text, outer.end)
        return self._first_of(self._within(Span(*bracket.span()))) if bracket else None

    def _below_it(self, outer: Span) -> Attribution | None:
        below = _BELOW.match(self._text, outer.end)
        found = self._within(Span(below.end(), below.end() + 1)) if below else ()
        if not found:
            return None
        rest, _, following = self._text[found[0].mention.span.end :].partition("\n")
        # A source above a quotation is that one's.
        return None if rest.strip(" .,;)") or following.lstrip().startswith(tuple(_QUOTES)) else self._first_of(found)

    def _in_note(self, outer: Span) -> Attribution | None:
        for note in self._notes:
            if note.anchor is not None and outer.end - 2 <= note.anchor <= outer.end + 2:
                return self._first_of(self._within(note.span))
        return None

    def _before_it(self, place: int) -> Attribution | None:
        outer = self._quotations[place].outer
        begin = self._lead(outer)
        found = [one for one in self._within(Span(begin, outer.start)) if one.mention.span.end <= outer.start]
        if not found:
            return None
        named = [found[-1]]
        for one in reversed(found[:-1]):
            if not _AND.fullmatch(self._text[one.mention.span.end : named[0].mention.span.start]):
                break
            named.insert(0, one)
        since = self._quotations[place - 1].outer.end if place else 0
        also = tuple(one for one in found[: -len(named)] if one.mention.span.start >= since)
        return Attribution(tuple(named), also)

    def _later_in_sentence(self, place: int) -> Attribution | None:
        outer = self._quotations[place].outer
        at = bisect_left(self._begins, outer.end)
        end = self._begins[at] if at < len(self._begins) else len(self._text)
        if place + 1 < len(self._quotations):
            end = min(end, self._quotations[place + 1].outer.start)
        return self._first_of(self._within(Span(outer.end, end)))

    def _named_last(self, outer: Span) -> Attribution | None:
        begin = outer.start
        for _ in range(_PARAGRAPHS_BACK + 1):
            begin = self._text.rfind("\n", 0, max(0, begin))
            if begin < 0:
                break
        found = self._within(Span(max(0, begin), outer.start))
        return Attribution((found[-1],), stated=False) if found else None

    def _first_of(self, found: Sequence[Resolved]) -> Attribution | None:
        return Attribution((found[0],)) if found else None

    def _within(self, span: Span) -> Sequence[Resolved]:
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _units_within(self, span: Span) -> Sequence[Alone]:
        return self._units[bisect_left(self._unit_starts, span.start) : bisect_left(self._unit_starts, span.end)]

    def _lead(self, outer: Span) -> int:
        """Where the sentence of a quotation begins, or the one that leads to it with a colon."""
        begin = self._sentence(outer)
        if not self._text[begin : outer.start].strip() and _LEADS.search(self._text[max(0, begin - 4) : begin]):
            begin = self._sentence(Span(max(0, begin - 2), begin))
        return begin

    def _sentence(self, span: Span) -> int:
        """Where the sentence begins in which a span stands."""
        before = bisect_right(self._begins, span.start)
        return self._begins[before - 1] if before else 0


def _masked(text: str, spans: Sequence[Span]) -> str:
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], "_" * (span.end - span.start)]
        at = max(at, span.end)
    return "".join((*pieces, text[at:]))

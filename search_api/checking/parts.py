"""A quotation beside its source, word by word, and what differs without being a difference."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpus.text import one_line, repaired
from search_api.checking.compare import Match, Segment
from search_api.checking.schemas import PartKind, PartOut
from search_api.checking.words import Words

# Of what an ellipsis leaves out so much is shown at either end.
_SHOWN_WORDS = 12
_MOST_TOLD = 5
_STOPS = ".,;:!?()"


def parts_of(quote: Words, words: Words, match: Match) -> tuple[PartOut, ...]:
    """A quotation beside its source: what is the same, as the draft has it, and what is not, as either has it."""
    found: list[PartOut] = []
    for before, segment in pairwise((None, *match.segments)):
        assert segment is not None  # noqa: S101 - only the first is None
        if before is not None and segment.printed[0] > before.printed[1]:
            left_out = _shortened(words, before.printed[1], segment.printed[0])
            found.append(PartOut(kind=PartKind.OMITTED, text=left_out))
        found += _of_segment(quote, words, segment)
    return tuple(found)


def _of_segment(quote: Words, words: Words, segment: Segment) -> Iterator[PartOut]:
    at = segment.quoted[0]
    for a, b, c, d in segment.changes:
        yield from _part(PartKind.SAME, quote.written(at, a))
        # As one corrects by hand: struck out, then what belongs there.
        yield from _part(PartKind.ADDED, quote.written(a, b))
        yield from _part(PartKind.MISSING, words.written(c, d))
        at = b
    yield from _part(PartKind.SAME, quote.written(at, segment.quoted[1]))


def _part(kind: PartKind, text: str) -> Iterator[PartOut]:
    if text:
        yield PartOut(kind=kind, text=text)


def _shortened(words: Words, first: int, end: int) -> str:
    if end - first <= 2 * _SHOWN_WORDS:
        return words.written(first, end)
    return f"{words.written(first, first + _SHOWN_WORDS)} […] {words.written(end - _SHOWN_WORDS, end)}"


def capitals_changed(quote: Words, words: Words, match: Match) -> tuple[tuple[str, str], ...]:
    """Words that have other capitals than in the source, but the first: pairs of draft and source, some of them."""
    pairs: dict[tuple[str, str], None] = {}
    for typed, printed in _side_by_side(match):
        one, other = _written(quote, typed), _written(words, printed)
        if list(map(str.isupper, one)) != list(map(str.isupper, other)):
            pairs.setdefault((one, other))
    return tuple(pairs)[:_MOST_TOLD]


def stops_changed(quote: Words, words: Words, match: Match) -> tuple[tuple[str, str], ...]:
    """Where other stops stand between two words than in the source: pairs of draft and source, some of them."""
    pairs: dict[tuple[str, str], None] = {}
    for typed, printed in _side_by_side(match):
        if _stops(quote, typed) != _stops(words, printed):
            one, other = quote.written(typed - 1, typed + 1), words.written(printed - 1, printed + 1)
            pairs.setdefault((one_line(one), one_line(other)))
    return tuple(pairs)[:_MOST_TOLD]


def _side_by_side(match: Match) -> Iterator[tuple[int, int]]:
    """Words of the quotation and of the document that are one, but the first of each segment."""
    for segment in match.segments:
        (first, end), (printed, printed_end) = segment.quoted, segment.printed
        if not segment.changes and end - first == printed_end - printed:
            yield from ((place, printed + place - first) for place in range(first + 1, end))


def _stops(words: Words, place: int) -> str:
    """The stops right before a word."""
    between = words.text[words.spans[place - 1].end : words.spans[place].start]
    return "".join(sign for sign in between if sign in _STOPS)


def _written(words: Words, place: int) -> str:
    return repaired(words.written(place, place + 1))

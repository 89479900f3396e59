"""How a quotation lies in a document: word for word, or how it differs.

A quotation may leave words out where it says so (``…``, ``[...]``); what lies between two such signs is a segment.
The longest segment is found first, the others around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.differences import Stretch, stretches
from corpus.types import Value
from search_api.checking.source import Source
from search_api.checking.words import Row, Words

_ELLIPSIS = re.compile(r"[\[(/]\s*(?:…|\.{2,})\s*[\])/]|…|\.{3,}")
# Where a phrase stands more often than that, the rest of its places say nothing new.
_MOST_PLACES = 20
# What an ellipsis may leave out: some pages; between a few words, which stand everywhere, a paragraph.
_LONGEST_GAP = 2000
_LONGEST_GAP_OF_FEW = 80
_FEW = 4
# A pair of words that stands everywhere tells nothing of where a quotation is from.
_MOST_SEEDS = 200
# A window beside the seeds, for words that were changed at either end.
_SLACK = 3
# Below this share of a quotation's words in their order it is another text about the same matter: invented sentences
# made of the same phrases reach 0.5 (bench.checking).
_LEAST_ALIKE = 0.6
# The source may have so many times the words that it shares with the quotation: more is another sentence.
_MOST_DROPPED = 2.5

Range = tuple[int, int]
"""Words ``[first, end)``."""


@dataclass(frozen=True, slots=True)
class Segment(Value):
    """A segment of a quotation and where a document has it.

    Attributes:
        quoted: Its words in the quotation.
        printed: Its words in the document.
        changes: Where both differ: words ``[a, b)`` of the quotation against ``[c, d)`` of the document.
    """

    quoted: Range
    printed: Range
    changes: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Match(Value):
    """A quotation as it lies in a document: its segments in order."""

    segments: tuple[Segment, ...]

    @property
    def first(self) -> int:
        """First word in the document."""
        return self.segments[0].printed[0]

    @property
    def end(self) -> int:
        """One past its last word there."""
        return self.segments[-1].printed[1]

    @property
    def exact(self) -> bool:
        """Whether every word is the same."""
        return not any(segment.changes for segment in self.segments)

    @property
    def gaps(self) -> tuple[Range, ...]:
        """The words of the document that an ellipsis stands for."""
        ends = [segment.printed for segment in self.segments]
        return tuple((one[1], other[0]) for one, other in pairwise(ends) if other[0] > one[1])

    @property
    def alike(self) -> float:
        """Share of the quotation's words that are the document's, in order; 0 to 1."""
        quoted = sum(end - first for first, end in (segment.quoted for segment in self.segments))
        changed = sum(b - a for segment in self.segments for a, b, _, _ in segment.changes)
        return 1 - changed / quoted if quoted else 0.0


def segments_of(quote: Words) -> tuple[Range, ...]:
    """The words between the ellipses of a quotation."""
    cuts = [match.start() for match in _ELLIPSIS.finditer(quote.text)]
    found, first = [], 0
    for cut in (*cuts, len(quote.text) + 1):
        end = next((place for place in range(first, len(quote)) if quote.spans[place].start >= cut), len(quote))
        if end > first:
            found.append((first, end))
        first = end
    return tuple(found)


def exact_matches(quote: Words, segments: tuple[Range, ...], source: Source) -> Iterator[Match]:
    """Where a document has a quotation word for word, in reading order; labels of units may be left out."""
    found = False
    for match in _matches(quote, segments, source.words.row):
        found = True
        yield match
    if not found:
        row, places = source.bare
        for match in _matches(quote, segments, row):
            yield Match(
                tuple(
                    Segment(one.quoted, (places[one.printed[0]], places[one.printed[1] - 1] + 1))
                    for one in match.segments
                )
            )


def _matches(quote: Words, segments: tuple[Range, ...], row: Row) -> Iterator[Match]:
    anchor = max(range(len(segments)), key=lambda at: segments[at][1] - segments[at][0])
    begin, places = 0, 0
    while places < _MOST_PLACES:
        found = row.find(_run(quote, segments[anchor]), begin)
        if found is None:
            return
        begin, places = found + 1, places + 1
        if match := _around(quote, segments, anchor, found, row):
            yield match


def _around(quote: Words, segments: tuple[Range, ...], anchor: int, at: int, row: Row) -> Match | None:
    """The other segments before and behind the one that was found."""
    placed = {anchor: (at, at + _length(segments[anchor]))}
    for index in range(anchor + 1, len(segments)):
        start = placed[index - 1][1]
        reach = _reach(segments[index - 1], segments[index])
        found = row.find(_run(quote, segments[index]), start, start + reach)
        if found is None:
            return None
        placed[index] = (found, found + _length(segments[index]))
    for index in range(anchor - 1, -1, -1):
        end = placed[index + 1][0]
        reach = _reach(segments[index], segments[index + 1])
        found = row.find(_run(quote, segments[index]), max(0, end - reach), end, last=True)
        if found is None:
            return None
        placed[index] = (found, found + _length(segments[index]))
    return Match(tuple(Segment(segment, placed[index]) for index, segment in enumerate(segments)))


def nearest_match(quote: Words, segments: tuple[Range, ...], source: Source) -> Match | None:
    """The stretch of a document that a quotation is an altered form of; ``None`` if there is none so near."""
    anchor = max(range(len(segments)), key=lambda at: segments[at][1] - segments[at][0])
    middle = _nearest(quote, segments[anchor], source, (0, len(source.words)))
    if middle is None:
        return None
    placed = {anchor: middle}
    for index in range(anchor + 1, len(segments)):
        start = placed[index - 1].printed[1]
        placed[index] = _placed(quote, segments[index], source, (start, start + _LONGEST_GAP))
    for index in range(anchor - 1, -1, -1):
        end = placed[index + 1].printed[0]
        placed[index] = _placed(quote, segments[index], source, (max(0, end - _LONGEST_GAP), end), last=True)
    match = Match(tuple(placed[index] for index in range(len(segments))))
    return match if match.alike >= _LEAST_ALIKE else None


def _placed(quote: Words, segment: Range, source: Source, within: Range, *, last: bool = False) -> Segment:
    """A segment beside one that is known; one that is not there is all inserted."""
    found = source.words.row.find(_run(quote, segment), *within, last=last)
    if found is not None:
        return Segment(segment, (found, found + _length(segment)))
    near = _nearest(quote, segment, source, within)
    at = within[1] if last else within[0]
    at = min(at, len(source.words))
    return near or Segment(segment, (at, at), ((*segment, at, at),))


def _nearest(quote: Words, segment: Range, source: Source, within: Range) -> Segment | None:
    window = _window(quote, segment, source, within)
    if window is None:
        return None
    first, end = window
    run = _run(quote, segment)
    changes = [
        (segment[0] + a, segment[0] + b, first + c, first + d)
        for a, b, c, d in stretches(run, source.words.forms[first:end])
    ]
    changes, first, end = _trimmed(changes, segment, (first, end))
    same = _length(segment) - sum(b - a for a, b, _, _ in changes)
    if same < 2 or end - first > _MOST_DROPPED * same + _SLACK:
        return None
    kept = tuple(change for change in changes if change[0] < change[1] or not _is_label(source, change))
    return Segment(segment, (first, end), kept)


def _window(quote: Words, segment: Range, source: Source, within: Range) -> Range | None:
    """Where most of the pairs of words of a segment stand close together."""
    seeds = list(_seeds(quote, segment, source, within))
    if not seeds:
        return None
    width = max(_length(segment) * 3 // 2, _length(segment) + 10)
    held: Counter[int] = Counter()
    best, best_range, begin = 0, (0, 0), 0
    for place, pair in seeds:
        held[pair] += 1
        while seeds[begin][0] < place - width:
            old = seeds[begin][1]
            held[old] -= 1
            if not held[old]:
                del held[old]
            begin += 1
        if len(held) > best:
            best, best_range = len(held), (begin, place)
    first, last = seeds[best_range[0]], best_range[1]
    before = first[1] - segment[0] + _SLACK
    last_pair = max(pair for place, pair in seeds if place == last)
    after = segment[1] - last_pair + _SLACK
    return max(within[0], first[0] - before), min(within[1], len(source.words), last + after)


def _seeds(quote: Words, segment: Range, source: Source, within: Range) -> Iterator[Range]:
    found = []
    for pair in range(segment[0], segment[1] - 1):
        places = source.pairs.get((quote.forms[pair], quote.forms[pair + 1]), ())
        if len(places) <= _MOST_SEEDS:
            found += [(place, pair) for place in places if within[0] <= place < within[1]]
    return iter(sorted(found))


def _trimmed(changes: list[Stretch], segment: Range, printed: Range) -> tuple[list[Stretch], int, int]:
    """Without the words of the window before and behind what the segment has of it."""
    first, end = printed
    if changes and changes[0][0] == segment[0]:
        a, b, _, d = changes[0]
        first = max(first, d - (b - a))
        changes = ([(a, b, first, d)] if b > a else []) + changes[1:]
        first = d if b == a else first
    if changes and changes[-1][1] == segment[1] and changes[-1][3] == end:
        a, b, c, d = changes[-1]
        end = min(d, c + (b - a))
        changes = changes[:-1] + ([(a, b, c, end)] if b > a else [])
    return changes, first, end


def _is_label(source: Source, change: Stretch) -> bool:
    """Whether the document has nothing there but labels of units, whole."""
    _, _, c, d = change
    labels = source.labels
    return all(place in labels for place in range(c, d)) and c - 1 not in labels and d not in labels


def _reach(one: Range, other: Range) -> int:
    few = min(_length(one), _length(other)) < _FEW
    return (_LONGEST_GAP_OF_FEW if few else _LONGEST_GAP) + _length(one) + _length(other)


def _run(quote: Words, segment: Range) -> tuple[str, ...]:
    return quote.forms[segment[0] : segment[1]]


def _length(segment: Range) -> int:
    return segment[1] - segment[0]

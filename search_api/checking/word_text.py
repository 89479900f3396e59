"""The letters of a Word file in order, each with the place in the file where it stands.

Blanks are left out and capitals evened out: what a reader made of the file is found again however it laid the words
out. Deleted and hidden text is no text, as it is none for the reader.
"""

from __future__ import annotations

import copy
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from corpus.text import repaired
from corpus.types import Span

_TEXT, _RUN, _PROPERTIES = qn("w:t"), qn("w:r"), qn("w:rPr")
# Deleted, moved away; and text boxes, which hold no comments.
_LEFT_OUT = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent"))) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A label that Word prints and the paragraph does not hold is so long: "Điều 10. ", "(iii) ".
_LONGEST_LABEL = 12
# A line that is not found where it should be is looked for in the whole file; a hostile one has thousands.
_MOST_SEARCHES = 500


class Spot(NamedTuple):
    """A place in a Word file: a text element, and the offset of a character in it."""

    element: _Element
    offset: int


class WordText:
    """A Word file in which the words of a draft are found.

    Args:
        document: The file.
        text: What was read from its body.
    """

    def __init__(self, document: WordDocument, text: str) -> None:
        letters, self._spots, self._ends = [], list[Spot](), list[Spot]()
        for letter, spot, end in _letters(document.element.body):
            letters.append(letter)
            self._spots.append(spot)
            self._ends.append(end)
        self._lines = _placed_lines(text, "".join(letters))
        self._starts = [line.start for line in self._lines]
        self._text = text

    def find(self, span: Span) -> tuple[Spot, Spot] | None:
        """Where a stretch of the draft begins and ends in the file; ``None`` where that is not known."""
        first, last = self._place(span.start), self._place(span.end - 1)
        if first is None or last is None or last < first:
            return None
        return self._spots[first], self._ends[last]

    def _place(self, offset: int) -> int | None:
        """The place among the letters of the file of the first one at or behind an offset of the draft."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        line = self._lines[at]
        place = line.place + len(_bare(self._text[line.start : offset]))
        return min(place, len(self._spots) - 1) if offset < line.end else None


class _Line(NamedTuple):
    """What of a line of the draft stands in the file: ``[start, end)`` of the draft, and its place there."""

    start: int
    end: int
    place: int


def _placed_lines(text: str, letters: str) -> list[_Line]:
    found: list[_Line] = []
    start = at = searches = 0
    for line in text.split("\n"):
        bare = _bare(line)
        # What numbers a line is printed by Word and not in the paragraph.
        for cut in _label_ends(line):
            wanted = _bare(line[cut:]) if cut else bare
            place = letters.find(wanted, at, at + len(wanted) + _LONGEST_LABEL) if wanted else -1
            if place < 0 and wanted and searches < _MOST_SEARCHES:
                searches += 1
                place = letters.find(wanted, at)
            if place >= 0:
                found.append(_Line(start + cut, start + len(line), place))
                at = place + len(wanted)
                break
        start += len(line) + 1
    return found


def _label_ends(line: str) -> Iterator[int]:
    yield 0
    yield from (at + 1 for at, letter in enumerate(line[:_LONGEST_LABEL]) if letter == " ")


def _letters(body: _Element) -> Iterator[tuple[str, Spot, Spot]]:
    for element in body.iter(_TEXT):
        run = element.getparent()
        if run is None or run.tag != _RUN or _is_left_out(element, run):
            continue
        text = element.text or ""
        at = 0
        while at < len(text):
            end = at + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            for letter in _bare(text[at:end]):
                yield letter, Spot(element, at), Spot(element, end)
            at = end


def _is_left_out(element: _Element, run: _Element) -> bool:
    properties = run.find(_PROPERTIES)
    hidden = properties.find(qn("w:vanish")) if properties is not None else None
    return hidden is not None or any(ancestor.tag in _LEFT_OUT for ancestor in element.iterancestors())


def _bare(text: str) -> str:
    return "".join(letter.lower()[:1] for letter in repaired(text) if not letter.isspace())


def cut_runs(spots: Sequence[Spot]) -> dict[Spot, tuple[_Element | None, _Element | None]]:
    """Cut the runs of a file at some places, changing neither its text nor its look.

    Returns:
        For each place the run that ends there and the one that begins there; ``None`` for one that is not there.
    """
    by_element: dict[_Element, set[int]] = {}
    for spot in spots:
        by_element.setdefault(spot.element, set()).add(spot.offset)
    found: dict[Spot, tuple[_Element | None, _Element | None]] = {}
    for element, offsets in by_element.items():
        found |= _cut(element, sorted(offsets))
    return found


def _cut(element: _Element, offsets: Sequence[int]) -> dict[Spot, tuple[_Element | None, _Element | None]]:
    text = element.text or ""
    found: dict[Spot, tuple[_Element | None, _Element | None]] = {}
    current, done = element, 0
    for offset in offsets:
        run = current.getparent()
        if offset <= done and not done:
            found[Spot(element, offset)] = (None, _begun_with(current))
        elif offset >= len(text):
            found[Spot(element, offset)] = (_ended_with(current), None)
        else:
            rest = _split(current, offset - done)
            found[Spot(element, offset)] = (run, rest.getparent())
            current, done = rest, offset
    return found


def _begun_with(element: _Element) -> _Element | None:
    """The run that begins with a text element, cut off from what stands before it in its run."""
    run = element.getparent()
    before = [child for child in element.itersiblings(preceding=True) if child.tag != _PROPERTIES]
    return run if not before else _moved(run, [element, *element.itersiblings()])


def _ended_with(element: _Element) -> _Element | None:
    """The run that ends with a text element."""
    run = element.getparent()
    if following := list(element.itersiblings()):
        _moved(run, following)
    return run


def _split(element: _Element, offset: int) -> _Element:
    """Cut a text element in two, the second in a run of its own; the second."""
    text = element.text or ""
    rest = copy.deepcopy(element)
    element.text, rest.text = text[:offset], text[offset:]
    for part in (element, rest):
        part.set(_SPACE, "preserve")
    element.addnext(rest)
    _moved(element.getparent(), [rest, *rest.itersiblings()])
    return rest


def _moved(run: _Element, children: Sequence[_Element]) -> _Element:
    """Move children of a run into a run of the same look behind it."""
    new = run.makeelement(_RUN, dict(run.attrib))
    properties = run.find(_PROPERTIES)
    if properties is not None:
        new.append(copy.deepcopy(properties))
    for child in children:
        new.append(child)
    run.addnext(new)
    return new

"""Footnotes of a PDF: taken out of the flow, so that a sentence that runs over the page is whole.

A note stands at the foot of its page in smaller letters and begins with the mark that its word carries. Small
letters alone say nothing (recipients, tables), nor does a number at a line's start: the mark must be raised, at
the note or at its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from corpus.sentences import ends_sentence
from corpus.types import Span
from ingest.read.layout import Visual
from ingest.read.lines import starts_marker
from ingest.reading import Mark, PrintedNote

# Notes are set in 10 points under a body of 13 or 14, or in 0.85 of it.
_SMALLER = 0.93
# This share of a file's letters is no larger than those of its body; titles are.
_BODY = 0.75
_LABEL = re.compile(r"[\[(]?(\d{1,3}|[*†‡]{1,3})[\])]?")
_LABEL_AT_START = re.compile(r"[\[(]?(\d{1,3}|[*†‡]{1,3})[\])]?[.:]?\s*(?=\S)")
# Square and cubic metres have raised digits, too.
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmh]|da)?m$")
_POWERS = ("2", "3")
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@dataclass(frozen=True, slots=True)
class Notes:
    """The pages of a document without footnotes.

    Attributes:
        pages: The lines of the body; marks of notes are out of their text and among their ``marks``.
        notes: The notes in the order they are printed in.
    """

    pages: list[list[Visual]]
    notes: list[PrintedNote]


@dataclass
class _Note:
    label: str
    page: int
    rows: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.rows)


def without_footnotes(pages: Sequence[Sequence[Visual]]) -> Notes:
    """Take the notes off the foot of every page, and their marks out of the lines."""
    usual = _usual_size(pages)
    notes: list[_Note] = []
    bodies: list[list[Visual]] = []
    unfinished = False
    for number, page in enumerate(pages, 1):
        foot = _foot(page, usual)
        carried = _carried(page, foot)
        block = foot[_first_note(page, foot, carried, unfinished=unfinished) :]
        _collect([page[at] for at in block], number, carried, notes)
        unfinished = bool(block) and not ends_sentence(notes[-1].text)
        below = set(block)
        bodies.append([line for at, line in enumerate(page) if at not in below])
    marked = [[_marked(line, number, notes) for line in page] for number, page in enumerate(bodies, 1)]
    return Notes(marked, [PrintedNote(note.label, note.text, note.page) for note in notes])


def _usual_size(pages: Sequence[Sequence[Visual]]) -> float:
    """Font size of the body: of the letters of a file it has a quarter even where notes are long."""
    sized = sorted((line.box.size, len(line.text)) for page in pages for line in page if line.box is not None)
    below = sum(length for _, length in sized) * _BODY
    for size, length in sized:
        below -= length
        if below <= 0:
            return size
    return 0.0


def _foot(page: Sequence[Visual], usual: float) -> list[int]:
    """The lines in small letters that end a page, from above; a table may be in small letters, too."""
    placed = [(-line.box.top, at, line.box.size) for at, line in enumerate(page) if line.box is not None]
    foot: list[int] = []
    for _, at, size in sorted(placed, reverse=True):
        if size > _SMALLER * usual or page[at].cell is not None:
            break
        foot.append(at)
    return foot[::-1]


def _carried(page: Sequence[Visual], foot: Sequence[int]) -> set[str]:
    """Marks that words of a page carry."""
    below = set(foot)
    return {label for at, line in enumerate(page) if at not in below for label, _ in _labels(line)}


def _first_note(page: Sequence[Visual], foot: Sequence[int], carried: set[str], *, unfinished: bool) -> int:
    """Where in the foot of a page its notes begin; its end if there are none."""
    if foot and unfinished and not starts_marker(page[foot[0]].text):
        return 0  # the last note of the page before goes on
    return next((place for place, at in enumerate(foot) if _note_label(page[at], carried)), len(foot))


def _note_label(line: Visual, carried: set[str]) -> re.Match[str] | None:
    """The label a note begins with: raised, or one that a word of the page carries."""
    match = _LABEL_AT_START.match(line.text.translate(_SUPERSCRIPTS))
    if match is None:
        return None
    raised = any(span.start <= match.start(1) < span.end for span in line.raised)
    return match if match[1] in carried or (raised and match[1].isdigit()) else None


def _labels(line: Visual) -> Iterator[tuple[str, Span]]:
    """The marks in a line that may be those of notes."""
    for span in line.raised:
        match = _LABEL.fullmatch(line.text[slice(*span)].translate(_SUPERSCRIPTS))
        before = line.text[: span.start].rstrip()
        power = match is not None and match[1] in _POWERS and _UNIT.search(before)
        if match is not None and before and not power:
            yield match[1], span


def _collect(block: Sequence[Visual], page: int, carried: set[str], notes: list[_Note]) -> None:
    for line in block:
        match = _note_label(line, carried)
        if match is None:
            notes[-1].rows.append(line.text)
        else:
            notes.append(_Note(match[1], page, [line.text[match.end() :]]))


def _marked(line: Visual, page: int, notes: Sequence[_Note]) -> Visual:
    """A line without the marks of the page's notes, which are recorded."""
    text, marks, gone = "", [], 0
    for label, span in _labels(line):
        found = next((at for at, note in zip(count(), notes) if (note.label, note.page) == (label, page)), None)
        if found is None:
            continue
        text = (text + line.text[gone : span.start]).rstrip()
        marks.append(Mark(len(text), found))
        gone = span.end
    if not marks:
        return line
    return replace(line, text=text + line.text[gone:], raised=(), marks=tuple(marks))

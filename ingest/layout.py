"""From what a reader says of each line to places in the document's text: lines, recognised words, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.types import Layout, Note, PlacedLine, RecognisedWord
from ingest.reading import Reading


def layout_of(reading: Reading, starts: Sequence[int]) -> Layout:
    """How the lines of a file lie on its pages.

    Args:
        reading: What the reader found.
        starts: Offset of each of its lines in the text.
    """
    return Layout(tuple(_placed(reading, starts)), tuple(_words(reading, starts)), reading.furniture)


def _placed(reading: Reading, starts: Sequence[int]) -> Iterator[PlacedLine]:
    if reading.pages:
        for line, start in zip(reading.lines, starts, strict=True):
            yield PlacedLine(start, line.page, line.rect)


def _words(reading: Reading, starts: Sequence[int]) -> Iterator[RecognisedWord]:
    for line, offset in zip(reading.lines, starts, strict=True):
        for start, end, confidence in line.words:
            yield RecognisedWord(offset + start, offset + end, confidence)


def notes_of(reading: Reading, starts: Sequence[int]) -> tuple[Note, ...]:
    """The notes of a file, tied to the places of their marks; those without a mark come last."""
    anchors: dict[int, int] = {}
    for line, start in zip(reading.lines, starts, strict=True):
        for offset, note in line.marks:
            anchors.setdefault(note, start + offset)
    order = sorted(range(len(reading.notes)), key=lambda index: (anchors.get(index, float("inf")), index))
    return tuple(
        Note(reading.notes[index].label, anchors.get(index), reading.notes[index].text, reading.notes[index].page)
        for index in order
    )

"""Lines, recognised words and notes at their places in the document's text."""

from __future__ import annotations

from corpus.types import Furniture, Layout, Note, PlacedLine, RecognisedWord, Rect
from ingest.layout import layout_of, notes_of
from ingest.reading import Line, Mark, PrintedNote, Reading, Word

RECT = Rect(72, 700, 300, 714)
LINES = (
    Line("1. Họp chi bộ", page=1, rect=RECT),
    Line("mỗi tháng.", page=2, continues=True, words=(Word(0, 3, 95), Word(4, 10, 40)), marks=(Mark(3, 1),)),
)
NOTES = (PrintedNote("*", "Không có dấu.", 1), PrintedNote("1", "Theo Điều lệ.", 2))
READING = Reading(LINES, "application/pdf", 2, (), "thử", notes=NOTES, furniture=(Furniture(1, "số trang", "1"),))
STARTS = (0, 14)


def test_lines_words_and_furniture_are_placed_in_the_text() -> None:
    assert layout_of(READING, STARTS) == Layout(
        (PlacedLine(0, 1, RECT), PlacedLine(14, 2, None)),
        (RecognisedWord(14, 17, 95), RecognisedWord(18, 24, 40)),
        (Furniture(1, "số trang", "1"),),
    )


def test_a_format_without_pages_has_no_placed_lines() -> None:
    assert layout_of(Reading(LINES, "text/plain", 0, (), "thử"), STARTS).lines == ()


def test_notes_are_tied_to_their_marks_and_those_without_come_last() -> None:
    assert notes_of(READING, STARTS) == (
        Note("1", 17, "Theo Điều lệ.", 2),
        Note("*", None, "Không có dấu.", 1),
    )

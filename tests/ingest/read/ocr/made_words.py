"""Words as an engine finds them, written down as a drawing of the page."""

from __future__ import annotations

from ingest.read.ocr.found import Found, Segment

LETTER, HEIGHT, PITCH = 10, 20, 30


def found(text: str, left: float, row: float, sure: int = 95) -> Found:
    top = row * PITCH
    return Found(text, sure, left, top, left + LETTER * len(text), top + HEIGHT)


def line(text: str, left: float, row: float, sure: int = 95, **unsure: int) -> list[Found]:
    """The words of a line, one letter apart."""
    words: list[Found] = []
    for word in text.split():
        words.append(found(word, left, row, unsure.get(word, sure)))
        left = words[-1].right + LETTER
    return words


def segment(text: str, left: float, row: float) -> Segment:
    return Segment(tuple(line(text, left, row)))

from __future__ import annotations

import pytest

from corpus.pages import pages_of, printed_labels, rects_of
from corpus.types import Layout, PageRange, PlacedLine, Rect, Span

STARTS = (0, 100, 100, 250)  # the second page has no text


@pytest.mark.parametrize(
    ("span", "pages"),
    [
        (Span(0, 10), PageRange(1, 1)),
        (Span(0, 100), PageRange(1, 1)),
        (Span(90, 101), PageRange(1, 3)),
        (Span(100, 120), PageRange(3, 3)),
        (Span(100, 251), PageRange(3, 4)),
        (Span(250, 999), PageRange(4, 4)),
    ],
)
def test_pages_of_a_span(span: Span, pages: PageRange) -> None:
    assert pages_of(span, STARTS) == pages


def test_a_format_without_pages_has_none() -> None:
    assert pages_of(Span(0, 10), ()) is None


@pytest.mark.parametrize(
    ("printed", "pages", "labels"),
    [
        (("1", "2", "3"), PageRange(1, 2), None),
        (("i", "ii", "1", "2"), PageRange(2, 3), ("ii", "1")),
        (("1", "2", "5"), PageRange(2, 3), ("2", "5")),
        (("3", "4"), PageRange(1, 1), ("3", "3")),
        ((), PageRange(1, 1), None),
        (("1",), None, None),
    ],
)
def test_printed_labels(printed: tuple[str, ...], pages: PageRange | None, labels: tuple[str, str] | None) -> None:
    assert printed_labels(printed, pages) == labels


TEXT = "1. Họp chi bộ\nmỗi tháng một lần\nhết"
WIDE, NEXT, UPRIGHT = Rect(70, 700, 200, 714), Rect(100, 50, 270, 64), Rect(50, 100, 64, 130)
LAYOUT = Layout((PlacedLine(0, 1, WIDE), PlacedLine(14, 2, NEXT), PlacedLine(32, 3, UPRIGHT)))


@pytest.mark.parametrize(
    ("words", "rects"),
    [
        ("1. Họp chi bộ", [(1, WIDE)]),
        ("1. Họp chi bộ\nmỗi tháng một lần", [(1, WIDE), (2, NEXT)]),
        ("Họp chi bộ", [(1, Rect(100, 700, 200, 714))]),
        ("bộ\nmỗi tháng", [(1, Rect(180, 700, 200, 714)), (2, Rect(100, 50, 190, 64))]),
        ("tháng", [(2, Rect(140, 50, 190, 64))]),
        ("\nhết", [(3, UPRIGHT)]),
        ("ế", [(3, UPRIGHT)]),
    ],
)
def test_rectangles_of_a_span(words: str, rects: list[tuple[int, Rect]]) -> None:
    start = TEXT.index(words)
    assert rects_of(Span(start, start + len(words)), LAYOUT, TEXT) == rects


def test_lines_without_a_place_have_no_rectangle() -> None:
    unplaced = Layout((PlacedLine(0, 1, None), *LAYOUT.lines[1:]))
    assert rects_of(Span(0, 31), unplaced, TEXT) == [(2, NEXT)]
    assert rects_of(Span(0, 31), Layout(), TEXT) == []

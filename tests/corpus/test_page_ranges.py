from __future__ import annotations

import pytest

from corpus.pages import pages_of, printed_labels
from corpus.types import PageRange, Span

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

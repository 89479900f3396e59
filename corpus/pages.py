"""Printed page labels beside counted pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from corpus.types import PageRange, Span


def pages_of(span: Span, page_starts: Sequence[int]) -> PageRange | None:
    """The pages a span of the text stands on; ``None`` where the format has no pages.

    Args:
        span: Not empty.
        page_starts: Offset at which each page begins.
    """
    if not page_starts:
        return None
    return PageRange(bisect_right(page_starts, span.start), bisect_right(page_starts, span.end - 1))


def printed_labels(printed: Sequence[str], pages: PageRange | None) -> tuple[str, str] | None:
    """The printed labels of a range's first and last page, where they say something else than the count.

    Args:
        printed: Labels of all pages of the file, empty where it prints none.
        pages: Counted pages, ``None`` where the format has none.
    """
    if pages is None or not printed:
        return None
    labels = (printed[pages.first - 1], printed[pages.last - 1])
    return None if labels == (str(pages.first), str(pages.last)) else labels

"""Where a part of a text stands: its pages, what they are called, the rectangles of its lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from corpus.types import Layout, PageRange, RecognisedWord, Rect, Span


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


def rects_of(span: Span, layout: Layout, text: str) -> list[tuple[int, Rect]]:
    """The rectangles of the lines a span of the text covers, in reading order, with the page of each.

    A line that is covered in part is cut in the same proportion. Lines whose place is not known have none.

    Args:
        span: Not empty.
        layout: How ``text`` lies on its pages.
        text: The document's text.
    """
    return list(_rects(span, layout, text))


def _rects(span: Span, layout: Layout, text: str) -> Iterator[tuple[int, Rect]]:
    lines = layout.lines
    first = max(0, bisect_right(lines, span.start, key=lambda line: line.start) - 1)
    for index in range(first, len(lines)):
        line = lines[index]
        if line.start >= span.end:
            return
        # One character, a blank or a line break, stands between two lines.
        end = lines[index + 1].start - 1 if index + 1 < len(lines) else len(text)
        covered = Span(max(span.start, line.start), min(span.end, end))
        if line.rect is not None and text[slice(*covered)].strip():
            yield line.page, _cut(line.rect, covered, Span(line.start, end))


def _cut(rect: Rect, covered: Span, line: Span) -> Rect:
    """The part of a line's rectangle; one that stands upright, on a turned page, is left whole."""
    width = rect.right - rect.left
    if width <= rect.top - rect.bottom:
        return rect
    step = width / (line.end - line.start)
    left = rect.left + (covered.start - line.start) * step
    return rect._replace(left=left, right=rect.right - (line.end - covered.end) * step)


def words_in(span: Span, layout: Layout) -> list[RecognisedWord]:
    """Recognised words in a span of the text, their places counted from its beginning; none where it was no picture."""
    first = bisect_right(layout.words, span.start, key=lambda word: word.end)
    last = bisect_left(layout.words, span.end, lo=first, key=lambda word: word.start)
    inside = layout.words[first:last]
    return [RecognisedWord(max(0, start - span.start), end - span.start, sure) for start, end, sure in inside]

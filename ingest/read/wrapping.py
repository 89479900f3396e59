"""Which visual lines of a PDF run on from the one before: the same paragraph, wrapped.

A line that was broken because the next word did not fit reaches the right margin; a paragraph's first line is
indented, or stands further below, or begins with a label. Each sign alone is wrong now and then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.sentences import ends_sentence
from ingest.read.layout import Box, Visual
from ingest.read.lines import (
    changes_case,
    ends_cross_reference,
    is_ornament,
    may_precede_marker,
    starts_lower,
    starts_marker,
)
from ingest.reading import Line

# Points by which a first line is indented at the least; less is the unevenness of a scan or of justification.
_INDENT = 8.0
# A first line further in than this is a column or a centred line, not an indented one.
_DEEPEST_INDENT = 60.0
# Documents indent first lines if this share of their lines is indented.
_INDENTED_SHARE = 0.08
# A paragraph gap is at least this many times the pitch of wrapped lines, and half a point more.
_WIDER, _SLACK = 1.2, 0.5
# Lines shorter than this say nothing about where the margins are.
_LONG = 40
_FEWEST_LONG = 3
# The left margin is the outermost place where this share of the usual number of lines begins.
_COMMON = 0.2
# Pieces of one line differ in height by less than this share of their letters' size: a mark, another font.
_ONE_LINE = 0.4
# A centred title that takes this much of the width was broken for want of room.
_WIDE = 0.6


@dataclass(frozen=True, slots=True)
class _Metrics:
    """What is usual on a page or in a document, in points.

    Attributes:
        left: Where wrapped lines begin.
        right: How far they reach.
        pitch: From one line of a paragraph to the next.
        indents: First lines are indented.
    """

    left: float
    right: float
    pitch: float
    indents: bool


def joined_lines(pages: Sequence[Sequence[Visual]]) -> Iterator[Line]:
    """The lines of all pages, ornaments left out, each told whether it continues the one before."""
    whole = _metrics([line for page in pages for line in page])
    before: Visual | None = None
    continued = False
    for number, page in enumerate(pages, 1):
        metrics = _metrics(page) or whole
        new_page = True
        for line in page:
            if is_ornament(line.text):
                continue
            if before is None or before.cell != line.cell:
                continued = False
            elif line.cell is not None:
                continued = _continues_in_cell(before, line)
            else:
                continued = _continues(before, line, metrics, continued, new_page=new_page)
            bold = line.box is not None and line.box.bold
            yield Line(
                line.text,
                number,
                bold=bold,
                continues=continued,
                rect=line.rect,
                words=line.words,
                marks=line.marks,
                cell=line.cell,
            )
            before, new_page = line, False


def _continues_in_cell(before: Visual, line: Visual) -> bool:
    """The width of a cell tells little: a new paragraph begins with a label or after the end of a sentence."""
    if before.box is not None and line.box is not None and _is_level(before.box, line.box):
        return True
    if starts_marker(line.text):
        return not may_precede_marker(before.text, line.text)
    return starts_lower(line.text) or not ends_sentence(before.text)


def _is_level(above: Box, here: Box) -> bool:
    return abs(above.top - here.top) < _ONE_LINE * here.size


def _metrics(lines: Sequence[Visual]) -> _Metrics | None:
    # The margins of a table's cells are not those of its page.
    long = [line.box for line in lines if line.box is not None and line.cell is None and len(line.text) >= _LONG]
    if len(long) < _FEWEST_LONG:
        return None
    lefts = Counter(round(box.left) for box in long)
    left = float(min(place for place, count in lefts.items() if count >= _COMMON * max(lefts.values())))
    rights = sorted(box.right for box in long)
    indented = sum(_INDENT < box.left - left < _DEEPEST_INDENT for box in long)
    return _Metrics(left, rights[int(len(rights) * 0.95)], _pitch(long), indented >= _INDENTED_SHARE * len(long))


def _pitch(boxes: Sequence[Box]) -> float:
    """The smallest distance of lines that is no exception."""
    gaps = Counter(round(2 * (a.top - b.top)) / 2 for a, b in pairwise(boxes) if a.top > b.top)
    common = max(gaps.values(), default=0) // 4
    return min((gap for gap, count in gaps.items() if count >= max(2, common)), default=boxes[0].size * 1.2)


def _continues(before: Visual, line: Visual, metrics: _Metrics | None, continued: bool, *, new_page: bool) -> bool:
    above, here = before.box, line.box
    if above is None or here is None or metrics is None:
        return _continues_by_text(before.text, line.text)
    if before.marks and _is_rest_of_row(above, here):
        return True  # a row may come in two pieces where the mark of a note stood
    set_apart = above.bold != here.bold and not starts_lower(line.text)
    if set_apart or not (new_page or _is_next_row(above, here, metrics)):
        return False
    full = _is_full(before, above, line, metrics)
    if starts_marker(line.text):
        return full and _is_cross_reference(before.text, line.text)
    if _is_centred(above, metrics) and _is_centred(here, metrics):
        return _continues_title(before, above, line, metrics)
    if starts_lower(line.text) and not ends_sentence(before.text):
        return full or abs(above.left - here.left) <= _INDENT  # a narrow column ends before the margin
    return full and not _opens_paragraph(before, line, metrics, continued, new_page=new_page)


def _opens_paragraph(before: Visual, line: Visual, metrics: _Metrics, continued: bool, *, new_page: bool) -> bool:
    """Whether a line after a full one opens a paragraph nevertheless."""
    if _is_first_line(before, line, metrics, continued):
        return True
    # On a new page no gap tells; where first lines are indented, this one would be.
    unsure = new_page and not metrics.indents and not starts_lower(line.text)
    return unsure and ends_sentence(before.text)


def _is_next_row(above: Box, here: Box, metrics: _Metrics) -> bool:
    return 0 < above.top - here.top <= metrics.pitch * _WIDER + _SLACK


def _is_rest_of_row(above: Box, here: Box) -> bool:
    return abs(above.top - here.top) < _INDENT and 0 <= here.left - above.right + _SLACK < 2 * _INDENT


def _is_full(before: Visual, box: Box, line: Visual, metrics: _Metrics) -> bool:
    """Whether the next word would not have found room at the end of the line before."""
    letter = (box.right - box.left) / max(1, len(before.text))
    word = letter * (len(line.text.split(" ", 1)[0]) + 1)
    return metrics.right - box.right < word + letter


def _is_centred(box: Box, metrics: _Metrics) -> bool:
    aside = box.left - metrics.left
    return aside > _INDENT and abs(aside - (metrics.right - box.right)) < _INDENT


def _continues_title(before: Visual, box: Box, line: Visual, metrics: _Metrics) -> bool:
    if starts_marker(before.text) or changes_case(before.text, line.text):
        return False
    return starts_lower(line.text) or box.right - box.left >= _WIDE * (metrics.right - metrics.left)


def _is_first_line(before: Visual, line: Visual, metrics: _Metrics, continued: bool) -> bool:
    """Whether indentation marks a new paragraph."""
    if before.box is None or line.box is None or line.box.left - metrics.left <= _INDENT:
        return False
    if before.box.bold and line.box.bold and not ends_sentence(before.text):
        return False  # the last line of a title is centred
    step = line.box.left - before.box.left
    if step > _INDENT:
        return not starts_marker(before.text)  # the text of a list item may hang
    return abs(step) <= _INDENT and not continued


def _is_cross_reference(before: str, line: str) -> bool:
    """Whether a seeming label is a wrapped reference, or the second half of "kinh tế - xã hội"."""
    if ends_sentence(before):
        return False
    if line[0] in "-–—+":
        return not before.endswith((",", ")"))
    return ends_cross_reference(before)


def _continues_by_text(before: str, line: str) -> bool:
    if starts_marker(line):
        return False
    if starts_lower(line):
        return True
    return len(before) >= _LONG and not ends_sentence(before) and not changes_case(before, line)

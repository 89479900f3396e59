"""Which visual lines of a PDF run on from the one before: the same paragraph, wrapped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.text import match_form
from ingest.read.layout import Box, Visual
from ingest.read.lines import changes_case, ends_sentence, is_ornament, starts_lower, starts_marker
from ingest.reading import Line

# Points by which a first line is indented at the least; less is the unevenness of a scan or of justification.
_INDENT = 8.0
# A paragraph gap is at least this many times the pitch of wrapped lines.
_WIDER = 1.2
# Lines shorter than this say nothing about where the right margin is.
_FULL_ENOUGH = 40
_CROSS_REFERENCE = re.compile(
    r"(?:,|khoản|điểm|điều|mục|chương|phần|phụ lục|số|và|hoặc|đến|tới|tại|từ|ngày|tháng|năm|theo|của|các|là)$"
)


@dataclass(frozen=True, slots=True)
class _Metrics:
    """What is usual in a document, in points.

    Attributes:
        left: Where wrapped lines begin.
        right: How far they reach.
        pitch: From one line of a paragraph to the next.
    """

    left: float
    right: float
    pitch: float


def joined_lines(pages: Sequence[Sequence[Visual]]) -> Iterator[Line]:
    """The lines of all pages, ornaments left out, each told whether it continues the one before."""
    metrics = [_metrics(page) for page in pages]
    usual = _metrics([line for page in pages for line in page])
    before: Visual | None = None
    continued = False
    for number, page in enumerate(pages, 1):
        here = metrics[number - 1] or usual
        first = True
        for line in page:
            if is_ornament(line.text):
                continue
            continued = before is not None and _continues(before, line, here, continued, new_page=first)
            yield Line(line.text, number, bold=line.box is not None and line.box.bold, continues=continued)
            before, first = line, False


def _metrics(lines: Sequence[Visual]) -> _Metrics | None:
    long = [line.box for line in lines if line.box is not None and len(line.text) >= _FULL_ENOUGH]
    if len(long) < 3:
        return None
    lefts = Counter(round(box.left) for box in long)
    gaps = Counter(
        round(2 * (a.top - b.top)) / 2 for a, b in zip(long, long[1:], strict=False) if a.top > b.top
    )
    rights = sorted(box.right for box in long)
    pitch = min((gap for gap, count in gaps.items() if count >= max(2, max(gaps.values()) // 4)), default=0.0)
    return _Metrics(
        float(lefts.most_common(1)[0][0]), rights[int(len(rights) * 0.95)], pitch or long[0].size * 1.2
    )


def _continues(
    before: Visual, line: Visual, metrics: _Metrics | None, continued: bool, *, new_page: bool
) -> bool:
    if before.box is None or line.box is None or metrics is None:
        return _continues_by_text(before.text, line.text)
    if not new_page and not 0 < before.box.top - line.box.top <= metrics.pitch * _WIDER + 0.5:
        return False
    if not _is_full(before, line, metrics):
        return False
    if before.box.bold != line.box.bold and not starts_lower(line.text):
        return False
    if starts_marker(line.text):
        return _is_cross_reference(before.text, line.text)
    if _is_first_line(before, line, metrics, continued):
        return False
    return not new_page or not ends_sentence(before.text) or starts_lower(line.text)


def _is_full(before: Visual, line: Visual, metrics: _Metrics) -> bool:
    """Whether the next word would not have found room at the end of the line before."""
    box = before.box
    if box is None:
        return False
    letter = (box.right - box.left) / max(1, len(before.text))
    word = letter * (len(line.text.split(" ", 1)[0]) + 1)
    room = metrics.right - box.right
    if _is_centred(box, metrics):
        room += box.left - metrics.left
    return room < word + letter


def _is_centred(box: Box, metrics: _Metrics) -> bool:
    aside = box.left - metrics.left
    return aside > _INDENT and abs(aside - (metrics.right - box.right)) < _INDENT


def _is_first_line(before: Visual, line: Visual, metrics: _Metrics, continued: bool) -> bool:
    """Whether indentation marks a new paragraph."""
    if before.box is None or line.box is None or _is_centred(line.box, metrics):
        return False
    indent = line.box.left - metrics.left
    if indent <= _INDENT:
        return False
    step = line.box.left - before.box.left
    if step > _INDENT:
        return not starts_marker(before.text)  # the text of a list item may hang
    return abs(step) <= _INDENT and not continued


def _is_cross_reference(before: str, line: str) -> bool:
    """Whether what looks like a list marker is a wrapped reference or the second half of "kinh tế - xã hội"."""
    if ends_sentence(before):
        return False
    if line[0] in "-–—+":
        return not before.endswith((",", ")"))
    return _CROSS_REFERENCE.search(match_form(before)) is not None


def _continues_by_text(before: str, line: str) -> bool:
    if starts_marker(line):
        return False
    if starts_lower(line):
        return True
    return len(before) >= _FULL_ENOUGH and not ends_sentence(before) and not changes_case(before, line)

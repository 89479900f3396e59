"""Words laid under or over the text of a page (``BẢN SAO``, ``SAO Y``): not of the text, but kept in the record.

What the file itself calls a watermark is one. So is what is drawn like one, aslant or faint, if it is large or
repeated; and, however drawn, the same large words at the same place over the lines of most pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median_high

from corpus.text import match_form
from corpus.types import Furniture
from ingest.read.layout import Look, Visual

# Larger than the usual letters by this much: no line of a document's body is.
_LARGE = 1.5
# The same words on this share of the pages, and on three of them at the least, are laid over all.
_MOST = 0.6
_FEWEST = 3
# At the same place: rectangles whose corners are no further apart, in points.
_SAME_PLACE = 3.0


def without_watermarks(pages: Sequence[Sequence[Visual]]) -> tuple[list[list[Visual]], list[Furniture]]:
    """Take watermarks off every page, and say what they were."""
    usual = _usual_size(pages)
    repeated = _repeated(pages)
    bare: list[list[Visual]] = []
    taken: list[Furniture] = []
    for number, page in enumerate(pages, 1):
        gone = {
            at for at, line in enumerate(page) if _is_watermark(line, page, usual, repeated[_key(line)], len(pages))
        }
        bare.append([line for at, line in enumerate(page) if at not in gone])
        taken.extend(Furniture(number, "hình mờ", page[at].text) for at in sorted(gone))
    return bare, taken


def _usual_size(pages: Sequence[Sequence[Visual]]) -> float:
    sizes = [line.box.size for page in pages for line in page if line.box is not None]
    return median_high(sizes) if sizes else 0.0


def _key(line: Visual) -> str:
    return match_form(line.text)


def _repeated(pages: Sequence[Sequence[Visual]]) -> defaultdict[str, int]:
    """On how many pages the same words stand at the same place."""
    places: defaultdict[str, list[Visual]] = defaultdict(list)
    for page in pages:
        for line in {_key(line): line for line in page}.values():
            places[_key(line)].append(line)
    return defaultdict(int, {key: _at_one_place(lines) for key, lines in places.items()})


def _at_one_place(lines: Sequence[Visual]) -> int:
    first = lines[0].rect
    if first is None:
        return 0
    return sum(
        line.rect is not None
        and all(abs(one - other) <= _SAME_PLACE for one, other in zip(line.rect, first, strict=True))
        for line in lines
    )


def _is_watermark(line: Visual, page: Sequence[Visual], usual: float, times: int, pages: int) -> bool:
    if line.look is Look.WATERMARK:
        return True
    large = line.box is not None and line.box.size > _LARGE * usual
    if line.look is Look.LIKE_WATERMARK:
        return large or times > 1
    on_most = times >= max(_FEWEST, _MOST * pages)
    return large and on_most and any(_overlap(line, other) for other in page if other is not line)


def _overlap(line: Visual, other: Visual) -> bool:
    here, there = line.rect, other.rect
    if here is None or there is None:
        return False
    return (
        min(here.right, there.right) > max(here.left, there.left)
        and min(here.top, there.top) - max(here.bottom, there.bottom) > _SAME_PLACE
    )

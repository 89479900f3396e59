"""Which pages of a PDF must be read from their picture, and when that reading is taken.

A good text layer is never replaced. Of a scan the layer may be a page number, the note of a digital signature, or
what another program has recognised, well or badly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corpus.quality import Quality
from ingest.read.page_choice import PageReading, is_better

# A picture that takes half of a page is the page.
_MOST_OF_A_PAGE = 0.5
# Words a scan may carry beside its picture: the longest note of a digital signature seen has 40.
_FEW_WORDS = 60
# A page with fewer words and more drawn things than this has its letters as curves, or in a font without codes.
_NO_WORDS, _DRAWN = 5, 10
_ENOUGH = 20
# Shares of valid syllables: real text has 0.99, a text layer of another program's recognition less than the first
# (0.94 to 0.98 where every third line has a wrong mark), text whose letters are wrong less than the second.
_POOR_LAYER = 0.985
_WRONG_LETTERS = 0.80
# Of words with marks an old encoding leaves less than 0.35, a page of codes, points and figures more than 0.67: where
# there are some of them they alone tell.
_FEWEST_MARKED, _WRONG_MARKED = 10, 0.5
# A picture that shows this share of a layer's words proves its letters right, whatever language they are.
_CONFIRMED = 0.5
# In Vietnamese seven words in ten carry a mark; a program for English leaves none.
_MARKED = 0.3


def lacks_text(layer: PageReading, document: pdfium.PdfDocument, index: int) -> bool:
    """Whether a page is a picture without text; ``layer`` is what its text layer reads."""
    words = layer.score.words
    if words >= _FEW_WORDS:
        return False
    with _page(document, index) as page:
        return _is_picture(page) or (words < _NO_WORDS and _is_drawn(page))


def reads_badly(layer: PageReading, document: pdfium.PdfDocument, index: int) -> bool:
    """Whether the text layer of a page is so poor that its picture may read better."""
    score = layer.score
    if score.words < _ENOUGH or (score.valid >= _POOR_LAYER and score.marked >= _MARKED * score.words):
        return False
    if _has_wrong_letters(score):
        return True
    with _page(document, index) as page:
        return _is_picture(page)


def _has_wrong_letters(score: Quality) -> bool:
    if score.marked >= _FEWEST_MARKED:
        return score.marked_valid < _WRONG_MARKED
    return score.valid < _WRONG_LETTERS


def recognised_wins(recognised: PageReading, layer: PageReading, document: pdfium.PdfDocument, index: int) -> bool:
    """Whether what was read from the picture is taken; the picture shows the text layer, too.

    Of a page that is no picture only wrong letters are replaced, and those are not what the picture shows.
    """
    with _page(document, index) as page:
        if not _is_picture(page) and _is_confirmed(layer, recognised):
            return False
    new, old = recognised.score, layer.score
    marks = new.marked >= 2 * old.marked and new.words >= old.words / 2 and new.valid >= _WRONG_LETTERS
    return new.words > 0 and (is_better(new, old) or marks)


def _is_confirmed(layer: PageReading, recognised: PageReading) -> bool:
    said = Counter(word for line in layer.lines for word in line.text.split())
    shown = Counter(word for line in recognised.lines for word in line.text.split())
    return (said & shown).total() > _CONFIRMED * said.total()


@contextmanager
def _page(document: pdfium.PdfDocument, index: int) -> Iterator[pdfium.PdfPage]:
    page = document[index]
    try:
        yield page
    finally:
        page.close()


def _is_picture(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])
    covered = sum(_area(*picture.get_bounds()) for picture in pictures)
    return bool(covered >= _MOST_OF_A_PAGE * width * height)


def _is_drawn(page: pdfium.PdfPage) -> bool:
    return len(list(islice(page.get_objects(), _DRAWN))) == _DRAWN


def _area(left: float, bottom: float, right: float, top: float) -> float:
    return (right - left) * (top - bottom)

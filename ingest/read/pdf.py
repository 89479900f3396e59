"""PDF files: pypdf's text, or pdfium's where pypdf fails or reads worse; pdfium's geometry for both."""

from __future__ import annotations

import logging
import struct
import warnings
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from zlib import error as ZlibError

import pypdf
import pypdfium2 as pdfium
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from corpus.quality import quality
from ingest.read.furniture import without_furniture
from ingest.read.layout import Visual, page_visuals
from ingest.read.lines import tidy
from ingest.read.raw import RawReading
from ingest.read.wrapping import joined_lines
from ingest.reading import Reading

MEDIA_TYPE = "application/pdf"
# What pypdf lets through on broken files besides its own errors.
_PYPDF_ERRORS = (
    PyPdfError, DeprecationError, DependencyError, LookupError, ArithmeticError, ValueError, TypeError,
    AttributeError, AssertionError, OSError, EOFError, RuntimeError, MemoryError, struct.error, ZlibError,
)  # fmt: skip


@contextmanager
def _quiet() -> Iterator[None]:
    logger = logging.getLogger("pypdf")
    disabled = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.disabled = disabled


def read_pdf(data: bytes) -> RawReading:
    with _quiet(), pdfium.PdfDocument(data) as document:
        reader = _pypdf_pages(data)
        pages: list[list[Visual]] = []
        ways: list[str] = []
        for index, page in enumerate(document):
            placed = page_visuals(page)
            text = _pypdf_text(reader, index)
            chosen, way = _choose(text, placed)
            pages.append(chosen)
            ways.append(way)
        labels = [document.get_page_label(index) for index in range(len(document))]
    bare = without_furniture(pages)
    lines = tuple(joined_lines(bare.pages))
    seen = tuple(line.text for page in pages for line in page)
    return RawReading(Reading(lines, MEDIA_TYPE, len(pages), tuple(labels), "pypdf"), seen)


def _pypdf_pages(data):
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        return reader.pages
    except _PYPDF_ERRORS:
        return None


def _pypdf_text(pages, index: int) -> list[str] | None:
    if pages is None:
        return None
    try:
        text = pages[index].extract_text()
    except _PYPDF_ERRORS:
        return None
    return [line for line in map(tidy, text.split("\n")) if line]


def _choose(text: Sequence[str] | None, placed: Sequence[Visual]) -> tuple[list[Visual], str]:
    if text is None:
        return list(placed), "pypdfium2"
    a, b = quality("\n".join(text)), quality("\n".join(line.text for line in placed))
    worse = a.words < 0.98 * b.words or a.valid < b.valid - 0.003
    split = a.words > 1.01 * b.words and b.valid >= a.valid
    if worse or split:
        return list(placed), "pypdfium2"
    return _placed(text, placed), "pypdf"


def _placed(text: Sequence[str], placed: Sequence[Visual]) -> list[Visual]:
    boxes: dict[str, deque[Visual]] = defaultdict(deque)
    for visual in placed:
        boxes[visual.text.replace(" ", "")].append(visual)
    lines = []
    for line in text:
        found = boxes.get(line.replace(" ", ""))
        lines.append(Visual(line, found.popleft().box if found else None))
    return lines

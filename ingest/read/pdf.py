"""PDF files: the best of several readings of each page, with pdfium's geometry for all of them."""

from __future__ import annotations

import logging
import re
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import BytesIO
from typing import Protocol

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from corpus.types import Furniture
from ingest.read.drawn_forms import check_drawing
from ingest.read.footnotes import without_footnotes
from ingest.read.furniture import neighbours_label, without_furniture
from ingest.read.layout import PdfiumPage
from ingest.read.legacy.pages import may_be_old, old_page
from ingest.read.lines import tidy_lines
from ingest.read.page_choice import Candidate, PageReading, always, best_reading, has_broken_words
from ingest.read.painter import Painter
from ingest.read.pdf_fields import own_words
from ingest.read.picture_pages import lacks_text, reads_badly, recognised_wins
from ingest.read.placing import placed_lines
from ingest.read.plumber import PlumberFile
from ingest.read.raw import RawReading
from ingest.read.ruled_tables import TabledPage, tabled_page
from ingest.read.stamped import Stamp, page_stamps, with_stamps
from ingest.read.streams import has_broken_page
from ingest.read.table_breaks import with_whole_tables
from ingest.read.watermarks import without_watermarks
from ingest.read.wrapping import joined_lines
from ingest.reading import Reading

MEDIA_TYPE = "application/pdf"
# What pypdf lets through on broken files besides its own errors.
_PYPDF_ERRORS = (
    PyPdfError,
    DeprecationError,
    DependencyError,
    LookupError,
    ArithmeticError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    OSError,
    EOFError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
)
# A file that was cut off ends without its end mark; some programs write a little after it.
_END_MARK = b"%%EOF"
_END_WITHIN = 2048
# A linearised file states its own length in its first object.
_STATED_LENGTH = re.compile(rb"/Linearized.{0,200}?/L\s+(\d+)", re.DOTALL)
_START = 1024
# Two files in one: readers see the second only. A file that was saved again begins once.
_SECOND_FILE = re.compile(rb"%%EOF\s{0,8}%PDF-\d")
_WATERMARK = b"/Watermark"
# Libraries whose warnings may hold pieces of a file.
_LOGGERS = ("pypdf", "pdfminer", "pdfplumber")
# pdfium must not be entered from two threads at once.
_PDFIUM = threading.Lock()


class DamagedPdfError(ValueError):
    """The file is cut off, or neither library can open it."""


class LockedPdfError(ValueError):
    """The file opens only with a password."""


class TooManyPagesError(ValueError):
    """The file has more pages than allowed.

    Args:
        pages: How many it has.
    """

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages


class NoEngineError(ValueError):
    """Pages must be recognised, and nothing on this machine can.

    Args:
        bare: How many pages.
        pages: Of how many.
    """

    def __init__(self, bare: int, pages: int) -> None:
        super().__init__(bare, pages)
        self.bare = bare
        self.pages = pages


class Recognise(Protocol):
    """Reads pages from their pictures."""

    def __call__(self, wanted: Sequence[int], seen: Sequence[str]) -> Mapping[int, PageReading] | None:
        """Readings by the index of their page, ``None`` where this machine has no engine.

        Args:
            wanted: Indices of the pages.
            seen: All that is known of the file's text, for it may say that the file is secret.
        """


def read_pdf(data: bytes, most_pages: int, recognise: Recognise | None = None) -> RawReading:
    """Read a PDF.

    Args:
        data: The file's bytes.
        most_pages: Number of pages beyond which it is not read.
        recognise: Reads pages that are pictures; without it they stay empty.

    Raises:
        DamagedPdfError: It is cut off or broken, or is two files in one.
        LockedPdfError: It needs a password.
        TooManyPagesError: It has too many pages.
        NoEngineError: It has pages without text, and this machine cannot recognise any.
        TangledError: It is drawn without end.
        StuckError: It is not read, or not drawn, in reasonable time.
    """
    if _is_cut_off(data) or _SECOND_FILE.search(data):
        raise DamagedPdfError
    with _PDFIUM, _quiet_readers(), _pdfium_document(data) as document:
        if len(document) > most_pages:
            raise TooManyPagesError(len(document))
        reader = _pypdf_reader(data)
        _check_drawing(document, reader, data)
        return _read(document, reader, data, recognise)


def bare_pages(reading: RawReading, fewest_words: int) -> int:
    """How many pages of a PDF hold fewer words than that: those of a scan hold none."""
    words = [0] * reading.reading.pages
    for line in reading.reading.lines:
        words[line.page - 1] += len(line.text.split())
    return sum(count < fewest_words for count in words)


def _is_cut_off(data: bytes) -> bool:
    stated = _STATED_LENGTH.search(data[:_START])
    if stated and int(stated[1]) > len(data):
        return True
    return _END_MARK not in data[-_END_WITHIN:]


@contextmanager
def _quiet_readers() -> Iterator[None]:
    """Keep the libraries from logging: what they say may hold pieces of a file that is then refused as secret."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)  # its modules' loggers have no level of their own
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


@contextmanager
def _pdfium_document(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise LockedPdfError from error
        raise DamagedPdfError from error
    try:
        yield document
    finally:
        document.close()


def _pypdf_reader(data: bytes) -> pypdf.PdfReader | None:
    """The file as pypdf opens it; ``None`` where it cannot."""
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        len(reader.pages)
    except _PYPDF_ERRORS:
        return None
    return reader


def _read(
    document: pdfium.PdfDocument, reader: pypdf.PdfReader | None, data: bytes, recognise: Recognise | None
) -> RawReading:
    if reader is not None and len(reader.pages) != len(document):
        raise DamagedPdfError  # one of the two has lost pages
    if reader is not None and _is_broken(reader):
        raise DamagedPdfError
    found, stamps, beside = _text_layers(document, reader, data)
    stamps += [*(stamp.text for stamp in beside), *own_words(document, reader)]
    layers = [page.reading for page in found]
    readings = layers if recognise is None else _with_pictures(document, layers, stamps, recognise)
    text, watermarks = without_watermarks([reading.lines for reading in readings])
    bare = without_furniture(text)
    body = without_footnotes(bare.pages)
    whole = with_whole_tables(body.pages, [page.tables for page in found])
    made = Reading(
        lines=tuple(joined_lines(whole.pages)),
        media_type=MEDIA_TYPE,
        pages=len(readings),
        page_labels=_labels(document, bare.labels),
        reader=" + ".join(dict.fromkeys(reading.library for reading in readings)),
        encodings=tuple(dict.fromkeys(name for reading in readings for name in reading.encodings)),
        visual=True,
        notes=tuple(body.notes),
        furniture=tuple(sorted([*bare.furniture, *watermarks, *beside, *whole.furniture], key=lambda each: each.page)),
    )
    return RawReading(made, tuple(line.text for reading in readings for line in reading.lines), tuple(stamps))


def _check_drawing(document: pdfium.PdfDocument, reader: pypdf.PdfReader | None, data: bytes) -> None:
    """Find out that pages can be read in reasonable time: told by what they draw, else by trying.

    Raises:
        TangledError, StuckError: They cannot.
    """
    with suppress(*_PYPDF_ERRORS):
        if reader is not None:
            check_drawing(reader)
            return
    with Painter(data) as painter:
        for index in range(len(document)):
            painter.load(index)


def _is_broken(reader: pypdf.PdfReader) -> bool:
    """Whether text is lost in mid-page; what pypdf cannot even look up is left to the readers' own judgement."""
    try:
        return has_broken_page(reader)
    except _PYPDF_ERRORS:
        return False


def _text_layers(
    document: pdfium.PdfDocument, reader: pypdf.PdfReader | None, data: bytes
) -> tuple[list[TabledPage], list[str], list[Furniture]]:
    """The best reading of each page with its tables, the words of all annotations, the stamps beside the text."""
    layers: list[TabledPage] = []
    stamps: list[str] = []
    beside: list[Furniture] = []
    with PlumberFile(data) as plumber:
        for index in range(len(document)):
            with _pdfium_page(document, index, watermarked=_has_watermark(reader, index)) as page:
                stamps.extend(page.stamps())
                best = best_reading(_candidates(page, index, reader, plumber)) or PageReading((), "pypdfium2")
                tabled = tabled_page(best, page, layers[-1].tables if layers else ())
                lines, others = with_stamps(tabled.reading.lines, _stamps(reader, index), page)
            layers.append(tabled._replace(reading=replace(tabled.reading, lines=lines)))
            beside.extend(Furniture(index + 1, "dấu", text) for text in others)
    return layers, stamps, beside


def _with_pictures(
    document: pdfium.PdfDocument, layers: Sequence[PageReading], stamps: Sequence[str], recognise: Recognise
) -> list[PageReading]:
    """The readings with those from the picture where a page has no text, or worse text.

    Raises:
        NoEngineError: A page has no text, and this machine cannot recognise it.
    """
    bare = [index for index, layer in enumerate(layers) if lacks_text(layer, document, index)]
    poor = [index for index, layer in enumerate(layers) if index not in bare and reads_badly(layer, document, index)]
    if not bare and not poor:
        return list(layers)
    seen = (*stamps, *(line.text for layer in layers for line in layer.lines))
    found = recognise(sorted(bare + poor), seen)
    if found is None:
        if bare:
            raise NoEngineError(len(bare), len(layers))
        return list(layers)
    return [
        found[index] if index in found and recognised_wins(found[index], layer, document, index) else layer
        for index, layer in enumerate(layers)
    ]


def _pdfium_page(document: pdfium.PdfDocument, index: int, *, watermarked: bool) -> PdfiumPage:
    try:
        return PdfiumPage(document, index, watermarked=watermarked)
    except pdfium.PdfiumError as error:
        raise DamagedPdfError from error


def _has_watermark(reader: pypdf.PdfReader | None, index: int) -> bool:
    """Whether a page's content says that a part of it is a watermark; pdfium does not tell."""
    if reader is None:
        return False
    try:
        contents = reader.pages[index].get_contents()
        return contents is not None and _WATERMARK in contents.get_data()
    except _PYPDF_ERRORS:
        return False


def _stamps(reader: pypdf.PdfReader | None, index: int) -> list[Stamp]:
    if reader is None:
        return []
    try:
        return page_stamps(reader.pages[index])
    except _PYPDF_ERRORS:
        return []


def _candidates(
    page: PdfiumPage, index: int, reader: pypdf.PdfReader | None, plumber: PlumberFile
) -> Iterator[Candidate]:
    """The ways to read a page, in the order of trust."""
    placed = page.lines()

    def elsewhere(library: str, texts: Sequence[str] | None) -> PageReading | None:
        return None if texts is None else PageReading(placed_lines(texts, placed, page), library)

    ways = [
        Candidate(always, lambda: elsewhere("pypdf", _pypdf_lines(reader, index))),
        Candidate(always, lambda: PageReading([line.visual for line in placed], "pypdfium2")),
    ]
    # pypdf breaks a line at the raised mark of a note.
    marked = any(span.start for line in placed for span in line.visual.raised)
    yield from reversed(ways) if marked else ways
    yield Candidate(lambda best: may_be_old(page, best), lambda: old_page(page))
    yield Candidate(has_broken_words, lambda: elsewhere("pdfplumber", plumber.lines(index)))


def _pypdf_lines(reader: pypdf.PdfReader | None, index: int) -> list[str] | None:
    """A page's lines as pypdf reads them; ``None`` where it fails."""
    if reader is None:
        return None
    try:
        text = reader.pages[index].extract_text()
    except _PYPDF_ERRORS:
        return None
    return tidy_lines(text)


def _labels(document: pdfium.PdfDocument, printed: Sequence[str]) -> tuple[str, ...]:
    """What each page is called: by the number it prints, by the file's own labels, by its neighbours."""
    own = (number or document.get_page_label(index) for index, number in enumerate(printed))
    labels = [label or neighbours_label(printed, index) for index, label in enumerate(own)]
    return tuple(labels) if any(labels) else ()

"""Whether a PDF's pages are whole: readers show what comes before a damaged place and say nothing of the rest."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

# The usual packing of pages, and its abbreviation, which some old programs write where it does not belong.
_PACKED = ("/FlateDecode", "/Fl")
# Unpacked so much at a time and thrown away: three megabytes may hold three thousand, which pdfium would keep.
_AT_ONCE = 1024 * 1024
_MOST = 256 * 1024 * 1024


def has_broken_page(reader: pypdf.PdfReader) -> bool:
    """Whether what a page draws, or its font's table of letters, cannot be unpacked whole in reasonable room.

    Raises:
        Whatever pypdf does on objects that are broken in other ways.
    """
    return any(_is_broken(stream) for page in reader.pages for stream in _streams(page))


def _streams(page: pypdf.PageObject) -> Iterator[PdfObject | None]:
    contents = _object(page.get("/Contents"))
    yield from contents if isinstance(contents, ArrayObject) else [contents]
    resources = _object(page.get("/Resources"))
    fonts = _object(resources.get("/Font")) if isinstance(resources, DictionaryObject) else None
    for font in fonts.values() if isinstance(fonts, DictionaryObject) else ():
        described = _object(font)
        if isinstance(described, DictionaryObject):
            yield described.get("/ToUnicode")


def _object(value: PdfObject | None) -> PdfObject | None:
    return value.get_object() if value is not None else None


def _is_broken(reference: PdfObject | None) -> bool:
    stream = _object(reference)
    if not isinstance(stream, StreamObject):
        return False
    named = _object(stream.get("/Filter"))
    first = named[0] if isinstance(named, ArrayObject) and named else named
    if first not in _PACKED:
        return False
    unpacking = zlib.decompressobj()
    try:
        # The packed bytes themselves: pypdf's own unpacking forgives what is asked here.
        packed = stream._data
        left = _MOST
        while packed and not unpacking.eof and left > 0:
            left -= len(unpacking.decompress(packed, _AT_ONCE))
            packed = unpacking.unconsumed_tail
    except zlib.error:
        return True
    return not unpacking.eof

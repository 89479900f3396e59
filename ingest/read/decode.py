"""Bytes to text: which encoding a text or a web page is in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from corpus.quality import quality
from ingest.read.legacy.by_text import best_encoding
from ingest.read.legacy.convert import to_unicode
from ingest.read.legacy.tables import Encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w\-]+)", re.IGNORECASE)
_META_WITHIN = 4096
# Browsers read "iso-8859-1" as Windows' superset; other names are not met in Vietnamese pages.
_NAMED = {"windows-1258": "cp1258", "cp1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252"}
_VIETNAMESE_WINDOWS = "cp1258"
# Encodings of one font each, converted by font and by line later on; the other two are of whole files.
_OF_FONTS = (Encoding.TCVN3, Encoding.VNI)


class Decoded(NamedTuple):
    """Text of a file, and the old encodings it was converted from on the way."""

    text: str
    encodings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Text of a file: by its byte order mark, as UTF-8, in an old encoding, by its ``<meta charset>``, as Windows-1258.

    UTF-8 comes before what a page says of itself: bytes that are valid UTF-8 hardly ever are anything else.
    TCVN3 and VNI stay as the codes their fonts draw, each as its Latin-1 character.

    Raises:
        UnicodeDecodeError: It is in none of them.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _without_mark(data)


def _without_mark(data: bytes) -> Decoded:
    codes = data.decode("latin-1")
    old = best_encoding(codes)
    if old is not None and not _is_windows(data, to_unicode(codes, old)):
        return Decoded(codes) if old in _OF_FONTS else Decoded(to_unicode(codes, old), (old.value,))
    named = _META.search(data[:_META_WITHIN])
    name = named[1].decode("ascii", "replace").lower() if named else ""
    return Decoded(data.decode(_NAMED.get(name, _VIETNAMESE_WINDOWS)))


def _is_windows(data: bytes, old: str) -> bool:
    """Whether bytes give better Vietnamese in Windows-1258 than in an old encoding."""
    try:
        return quality(data.decode(_VIETNAMESE_WINDOWS)).valid >= quality(old).valid
    except UnicodeDecodeError:
        return False

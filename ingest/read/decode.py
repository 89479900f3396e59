"""Bytes to text: which encoding a text or a web page is in."""

from __future__ import annotations

import codecs
import re

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


def decode(data: bytes) -> str:
    """Text of a file: by its byte order mark, as UTF-8, by its ``<meta charset>``, as Windows-1258.

    UTF-8 comes before what a page says of itself: bytes that are valid UTF-8 hardly ever are anything else.

    Raises:
        UnicodeDecodeError: It is in none of them.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        named = _META.search(data[:_META_WITHIN])
        name = named[1].decode("ascii", "replace").lower() if named else ""
        return data.decode(_NAMED.get(name, _VIETNAMESE_WINDOWS))

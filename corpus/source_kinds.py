"""How a document came into the corpus, in the words readers filter by."""

from __future__ import annotations

TEXT_PDF = "PDF có lớp chữ"
SCAN = "bản quét"
WORD = "Word"
"""Stands for whatever word processors write, RTF and OpenDocument included."""
WEB_PAGE = "trang web"
PLAIN = "văn bản thuần"

# What reads pictures of pages, as it signs (``Source.conversion``).
_RECOGNISERS = ("tesseract", "trueocr")
_BY_MEDIA_TYPE = {
    "application/pdf": TEXT_PDF,
    "text/html": WEB_PAGE,
    "text/markdown": PLAIN,
    "text/plain": PLAIN,
}


def source_kind(media_type: str, conversion: str) -> str:
    """From what a document was read.

    A single page read from its picture makes it a scan: what is not one holds no recognised word.

    Args:
        media_type: What its file is.
        conversion: What read it.
    """
    if any(name in conversion for name in _RECOGNISERS):
        return SCAN
    return _BY_MEDIA_TYPE.get(media_type, WORD)

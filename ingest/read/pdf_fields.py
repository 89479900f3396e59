"""What a PDF says of itself beside its pages, where an office may have written its mark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath

import pypdf
import pypdfium2 as pdfium

from ingest.read.lines import listed, tidy

_FIELDS = ("Title", "Subject", "Keywords", "Author")
# Programs and times, not words of the office.
_TECHNICAL = frozenset(("/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"))
_DEEPEST = 15
# The mark of an encoding, as pdfium gives it with the names that some programs write.
_UTF_16 = "þÿ"


def own_words(document: pdfium.PdfDocument, reader: pypdf.PdfReader | None) -> list[str]:
    """Its fields, its outline and the names of the files attached to it, each once."""
    found = [tidy(document.get_metadata_value(key)) for key in _FIELDS]
    found += listed(document.get_metadata_value("Keywords"))
    found += map(tidy, _own_fields(reader)) if reader is not None else ()
    found += (tidy(entry.get_title() or "") for entry in document.get_toc(max_depth=_DEEPEST))
    found += map(tidy, _attached(document))
    return list(dict.fromkeys(filter(None, found)))


def _own_fields(reader: pypdf.PdfReader) -> Iterator[str]:
    """The fields that an office gave the file beside the usual ones; none where they are broken."""
    with suppress(Exception):  # whatever pypdf raises on broken objects: pdfium has read the usual fields
        for key, value in (reader.metadata or {}).items():
            if key not in _TECHNICAL:
                yield str(value)


def _attached(document: pdfium.PdfDocument) -> Iterator[str]:
    for index in range(document.count_attachments()):
        name = document.get_attachment(index).get_name()
        if name.startswith(_UTF_16):
            name = name.encode("latin-1", "replace").decode("utf-16", "replace")
        yield PurePath(name).stem.replace("_", " ")

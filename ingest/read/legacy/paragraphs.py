"""Whole texts put in Unicode: by the fonts of their pieces, then by what the paragraphs say where no font tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.read.legacy.by_text import by_text
from ingest.read.legacy.fonts import Piece, by_font, encodings_of, legacy_fonts
from ingest.read.legacy.tables import Encoding

# A file of today hardly ever names a font of theirs, nor has many letters beside signs that Vietnamese does not
# use; looking for both takes a tenth of the time of taking a file apart.
_NAMES = re.compile(r"""["':]\s*(?:\.?vn\w|vni|vps|viscii|vi\s)""", re.IGNORECASE)
_SIGNS = re.compile(r"[A-Za-z](?![àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ])[\xa1-\xff]|[\xa1-\xaa\xac-\xba\xbc-\xbf][A-Za-z]")
_MANY_SIGNS = 6


class Converted(NamedTuple):
    """Text in Unicode.

    Attributes:
        texts: For each paragraph what its pieces read.
        encodings: Names of the encodings something was converted from.
    """

    texts: list[list[str]]
    encodings: tuple[str, ...]


def may_be_old(parts: Iterable[str]) -> bool:
    """Whether the source of a file (its markup, its XML) may hold text in an old encoding."""
    held = tuple(parts)
    if any(_NAMES.search(part) for part in held):
        return True
    return len({sign for part in held for sign in _SIGNS.findall(part)}) >= _MANY_SIGNS


def in_unicode(paragraphs: Sequence[Sequence[Piece]]) -> Converted:
    """The pieces of a file's paragraphs in Unicode.

    Args:
        paragraphs: In reading order; a piece in no known font has the name ``""``.
    """
    fonts = legacy_fonts(paragraphs)
    texts = [by_font(pieces, fonts) for pieces in paragraphs]
    used: set[str] = set()
    for pieces, read, verdict in zip(paragraphs, texts, by_text(["".join(each) for each in texts]), strict=True):
        used.update(
            encodings_of((piece.font for piece, text in zip(pieces, read, strict=True) if text != piece.text), fonts)
        )
        if verdict.encoding is not None and "".join(verdict.found) != "".join(read):
            used.add(verdict.encoding.value)
        start = 0
        for index, text in enumerate(read):
            read[index] = "".join(verdict.found[start : start + len(text)])
            start += len(text)
    return Converted(texts, tuple(each.value for each in Encoding if each.value in used))


def unicode_lines(source: str) -> tuple[str, tuple[str, ...]]:
    """A plain text in Unicode, line by line, and the encodings it was converted from."""
    converted = in_unicode([[Piece("", row)] for row in source.split("\n")])
    return "\n".join(text for (text,) in converted.texts), converted.encodings

"""Office files as zip archives that are the same whenever and wherever they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from corpus.text import one_line

# The earliest a zip can hold: the clock is no part of what a pack says.
_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
# Of title and author, for python-docx and python-pptx as for Word.
_LONGEST_PROPERTY = 255


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of named parts, in their order."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # otherwise the operating system is noted
            archive.writestr(entry, content)
    return held.getvalue()


def repacked(content: bytes, changed: Mapping[str, Callable[[bytes], bytes]] = {}) -> bytes:
    """An archive without the clock, its parts in a fixed order, the list of types first as readers of magic expect.

    Args:
        content: The archive.
        changed: What becomes of a part, by its name.
    """
    with ZipFile(BytesIO(content)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != _TYPES, name))
        return packed((name, changed.get(name, bytes)(archive.read(name))) for name in names)


def property_of(text: str) -> str:
    """A text as the properties of an office file take it: one line, cut where it is too long."""
    line = one_line(text)
    return line if len(line) <= _LONGEST_PROPERTY else f"{line[: _LONGEST_PROPERTY - 1]}…"


def template(folder: Path, parts: dict[str, str]) -> BytesIO:
    """An office file out of the parts kept in a folder.

    Args:
        folder: Where they are.
        parts: Name of a part in the archive → name of its file.
    """
    return BytesIO(packed((name, (folder / file).read_bytes()) for name, file in parts.items()))

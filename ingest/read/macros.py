"""Whether a file brings a program along: a Word or OpenDocument file with macros, whatever it is called."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

# The storage that Word before 2007 keeps macros in.
_OLD_WORD = "_VBA_PROJECT".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0"
# A list of parts has some kilobytes.
_HEAD = 1024 * 1024
_PARTS = ("vbaproject.bin", "vbadata.xml")
_FOLDERS = ("basic/", "scripts/")


def has_macros(data: bytes) -> bool:
    """Whether a file holds macros; a package that cannot be opened holds none, others say what is wrong with it."""
    if data.startswith(_OLE):
        return _OLD_WORD in data
    try:
        with ZipFile(BytesIO(data)) as package:
            names = [name.lower() for name in package.namelist()]
            listed = _head(package, "[Content_Types].xml")
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, LookupError, RuntimeError, zlib.error):
        return False
    return any(name.endswith(_PARTS) or name.startswith(_FOLDERS) for name in names) or b"macroEnabled" in listed


def _head(package: ZipFile, name: str) -> bytes:
    """The beginning of a part, which may be packed to unpack without end."""
    if name not in package.namelist():
        return b""
    with package.open(name) as part:
        return part.read(_HEAD)

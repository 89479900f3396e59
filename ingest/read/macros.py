"""Whether a file brings a program along: a Word or OpenDocument file with macros, whatever it is called."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

# The storage that Word before 2007 keeps macros in.
_OLD_WORD = "_VBA_PROJECT".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0"
_PARTS = ("vbaproject.bin", "vbadata.xml")
_FOLDERS = ("basic/", "scripts/")


def has_macros(data: bytes) -> bool:
    """Whether a file holds macros; a package that cannot be opened holds none, others say what is wrong with it."""
    if data.startswith(_OLE):
        return _OLD_WORD in data
    try:
        with ZipFile(BytesIO(data)) as package:
            names = [name.lower() for name in package.namelist()]
            listed = package.read("[Content_Types].xml") if "[content_types].xml" in names else b""
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, LookupError, RuntimeError):
        return False
    return any(name.endswith(_PARTS) or name.startswith(_FOLDERS) for name in names) or b"macroEnabled" in listed

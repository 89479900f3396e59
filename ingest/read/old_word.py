"""Word files of before 2007, RTF and OpenDocument texts: what can be told before LibreOffice opens them."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import olefile

_STREAM = "WordDocument"
# In the header of that stream ([MS-DOC] 2.5.2): the word with the flags, and the flag of a password.
_FLAGS_AT = 0x0A
_ENCRYPTED = 0x0100
_FREE_SECTOR = 0xFFFFFFFF
_RUBBISH = b"\x00\t\n\r \x1a"
# What opens and closes groups in RTF, and what is printed and does neither.
_BRACES = re.compile(rb"\\[\\{}]|[{}]")
# Bytes of any kind follow this word, as a picture has them.
_RAW_BYTES = b"\\bin"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTION = b"encryption-data"


class NoWordError(ValueError):
    """An Office file, but none of Word."""


class LockedWordError(ValueError):
    """The file needs a password."""


class DamagedWordError(ValueError):
    """The file is cut off or cannot be taken apart."""


def check_doc(data: bytes) -> None:
    """Check a compound file (.doc).

    Raises:
        NoWordError: It holds no Word document.
        LockedWordError: It is encrypted.
        DamagedWordError: It is broken or ends before its last sector.
    """
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            if not file.exists(_STREAM):
                raise NoWordError
            head = file.openstream(_STREAM).read(_FLAGS_AT + 2)
            used = max((sector for sector, after in enumerate(file.fat) if after != _FREE_SECTOR), default=0)
            whole = len(data) > (used + 1) * file.sectorsize
    except (OSError, ValueError, IndexError, TypeError, AttributeError, MemoryError) as error:
        if isinstance(error, NoWordError):
            raise
        raise DamagedWordError from error
    if len(head) == _FLAGS_AT + 2 and int.from_bytes(head[_FLAGS_AT:], "little") & _ENCRYPTED:
        raise LockedWordError
    if not whole:
        raise DamagedWordError


def check_rich_text(data: bytes) -> None:
    """Check an RTF file.

    Raises:
        DamagedWordError: It does not end as one does, or before its last byte: some programs close a group too often.
    """
    written = data.rstrip(_RUBBISH)
    if not written.endswith(b"}"):
        raise DamagedWordError
    if _RAW_BYTES not in written and (b"\0" in written or written[_end_of_groups(written) :].strip(_RUBBISH + b"}")):
        raise DamagedWordError


def _end_of_groups(data: bytes) -> int:
    """Where the first group of an RTF file is closed; readers go no further.

    Raises:
        DamagedWordError: Nowhere.
    """
    depth = 0
    for brace in _BRACES.finditer(data):
        depth += {b"{": 1, b"}": -1}.get(brace.group(), 0)
        if depth == 0:
            return brace.end()
    raise DamagedWordError


def check_open_text(data: bytes) -> None:
    """Check an OpenDocument text whose package has been checked.

    Raises:
        LockedWordError: It is encrypted.
        DamagedWordError: It has no list of its parts.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            locked = _ENCRYPTION in archive.read(_MANIFEST)
    except (BadZipFile, KeyError, OSError, EOFError, ValueError) as error:
        raise DamagedWordError from error
    if locked:
        raise LockedWordError

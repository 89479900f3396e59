"""Checks a ZIP package before anything in it is unpacked."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from ingest.read.limits import Limits

# Parts this small may be packed at any ratio: they cannot do harm.
_HARMLESS = 1024 * 1024
_ENCRYPTED_FLAG = 0x1


class BombError(ValueError):
    """The package unpacks to more than it may."""


class LockedError(ValueError):
    """A part of the package needs a password."""


def check_archive(data: bytes, limits: Limits) -> None:
    """Read the directory of a package and refuse what unpacks too far.

    The sizes it declares are binding: unpacking stops at them, so a lying directory only
    cuts a part short, which then fails its checksum.

    Raises:
        BombError: It declares too many parts, too many bytes or too high a ratio.
        LockedError: A part is encrypted.
        zipfile.BadZipFile: There is no directory, or something stands before the package: another package, of which
            nothing would be read.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    if not parts or min(part.header_offset for part in parts) > 0:
        raise BadZipFile
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise LockedError
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise BombError
    for part in parts:
        if part.file_size > _HARMLESS and part.file_size > limits.unpacked_ratio * max(1, part.compress_size):
            raise BombError

"""How much a single file may ask of this machine before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file.

    Attributes:
        bytes: Size of the file; the largest real resolution with annexes is under 20 MB.
        pages: Pages of a PDF; a congress volume has some 800.
        unpacked_bytes: Size of a DOCX after unpacking.
        unpacked_ratio: Unpacked size over packed size of one part of a DOCX; the highest seen is 44.
        parts: Files inside a DOCX; a book full of pictures has some hundreds.
    """

    bytes: int = 64 * 1024 * 1024
    pages: int = 2000
    unpacked_bytes: int = 256 * 1024 * 1024
    unpacked_ratio: int = 200
    parts: int = 5000

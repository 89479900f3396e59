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
        unpacked_ratio: Unpacked size over packed size of a DOCX; real ones stay under 30.
    """

    bytes: int = 64 * 1024 * 1024
    pages: int = 2000
    unpacked_bytes: int = 256 * 1024 * 1024
    unpacked_ratio: int = 200

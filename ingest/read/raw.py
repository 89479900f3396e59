"""What a format reader gives back before the checks that all formats share."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.reading import Reading


@dataclass(frozen=True, slots=True)
class RawReading:
    """A reading, with all the text a secrecy mark may hide in.

    Attributes:
        reading: The lines, page furniture left out.
        seen: Every line of the file, furniture, headers, footers, notes and stamps included.
    """

    reading: Reading
    seen: tuple[str, ...]

"""What a format reader gives back before the checks that all formats share."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.reading import Reading


@dataclass(frozen=True, slots=True)
class RawReading:
    """A reading, with all the text a secrecy mark may hide in.

    Attributes:
        reading: The lines, page furniture left out.
        seen: Every line of the file in reading order, furniture and notes included.
        stamps: What is printed or noted around the text and stands alone there: running heads and feet, annotations,
            watermarks, words in pictures, the file's own title and keywords. One mark among them is enough.
    """

    reading: Reading
    seen: tuple[str, ...]
    stamps: tuple[str, ...] = ()

"""A PDF as pdfplumber reads it: slow, but it puts blanks where letters stand apart, and nowhere else."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any, Self

from ingest.read.lines import tidy_lines


class PlumberFile:
    """Opens the file at the first page asked for: most files need none.

    Args:
        data: The file's bytes; an empty password must open it.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def lines(self, index: int) -> list[str] | None:
        """A page's lines, tidied; ``None`` where pdfplumber fails."""
        import pdfplumber  # noqa: PLC0415 - takes a third of a second, which every start would pay
        from pdfminer.psexceptions import PSException  # noqa: PLC0415
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException  # noqa: PLC0415

        # What it lets through on broken files besides errors of its own.
        failures = (PSException, MalformedPDFException, PdfminerException, LookupError, ArithmeticError, ValueError)
        more = (TypeError, AttributeError, AssertionError, OSError, RuntimeError, MemoryError, struct.error, zlib.error)
        try:
            self._file = self._file or pdfplumber.open(BytesIO(self._data))
            page = self._file.pages[index]
            text = page.extract_text() or ""
            page.close()
        except (*failures, *more):
            return None
        return tidy_lines(text)

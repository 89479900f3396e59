"""What a pack can be handed out as, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.errors import TraCuuError

FormatName = Literal["docx", "pdf", "pptx", "md", "txt", "bib", "csl"]
"""The formats, as an address names them."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format as readers and browsers know it.

    Attributes:
        label: What readers choose it by, in Vietnamese.
        suffix: Of the file, with its dot.
        media_type: For the header, with the charset where it is text.
    """

    label: str
    suffix: str
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS: dict[FormatName, Format] = {
    "docx": Format("Word (DOCX)", ".docx", f"{_OFFICE}.wordprocessingml.document"),
    "pdf": Format("PDF để in", ".pdf", "application/pdf"),
    "pptx": Format("Trình chiếu (PPTX)", ".pptx", f"{_OFFICE}.presentationml.presentation"),
    "md": Format("Markdown", ".md", "text/markdown; charset=utf-8"),
    "txt": Format("Danh mục trích dẫn", ".txt", "text/plain; charset=utf-8"),
    "bib": Format("Trích dẫn BibTeX", ".bib", "application/x-bibtex; charset=utf-8"),
    "csl": Format("Trích dẫn CSL-JSON", ".json", "application/vnd.citationstyles.csl+json"),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out.

    Attributes:
        name: Safe on every system: ``Chuyển đổi số ở chi bộ 2026-12-03.docx``.
        media_type: Of the body.
        body: The bytes of the file.
    """

    name: str
    media_type: str
    body: bytes


class ExportError(TraCuuError):
    """A pack that could not be made into a file."""

    status = 503
    title = "Chưa xuất được tệp"
    slug = "chua-xuat-duoc-tep"

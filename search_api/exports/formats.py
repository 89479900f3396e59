"""What a pack can be handed out as, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import TraCuuError


class FormatName(StrEnum):
    """The formats, as an address names them."""

    DOCX = "docx"
    PDF = "pdf"
    PPTX = "pptx"
    MARKDOWN = "md"
    LIST = "txt"
    BIBTEX = "bib"
    CSL = "csl"


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
    FormatName.DOCX: Format("Word (DOCX)", ".docx", f"{_OFFICE}.wordprocessingml.document"),
    FormatName.PDF: Format("PDF để in", ".pdf", "application/pdf"),
    FormatName.PPTX: Format("Trình chiếu (PPTX)", ".pptx", f"{_OFFICE}.presentationml.presentation"),
    FormatName.MARKDOWN: Format("Markdown", ".md", "text/markdown; charset=utf-8"),
    FormatName.LIST: Format("Danh mục trích dẫn", ".txt", "text/plain; charset=utf-8"),
    FormatName.BIBTEX: Format("Trích dẫn BibTeX", ".bib", "application/x-bibtex; charset=utf-8"),
    FormatName.CSL: Format("Trích dẫn CSL-JSON", ".json", "application/vnd.citationstyles.csl+json"),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out.

    Attributes:
        name: ASCII, safe on every system: ``chuyen-doi-so-o-chi-bo-2026-12-03.docx``.
        title: The same with its marks, safe on every system too.
        media_type: Of the body.
        body: The bytes of the file.
    """

    name: str
    title: str
    media_type: str
    body: bytes


class ExportError(TraCuuError):
    """A pack that could not be made into a file."""

    status = 503
    title = "Chưa xuất được tệp"
    slug = "chua-xuat-duoc-tep"

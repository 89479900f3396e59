"""What a study pack becomes outside: papers to print, slides, notes and lists of citations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from search_api.exports.bibtex import bibtex_of
from search_api.exports.citation_list import list_of
from search_api.exports.csl import csl_of
from search_api.exports.formats import FORMATS, Exported, ExportError, Format, FormatName
from search_api.exports.markdown import markdown_of
from search_api.exports.names import file_name
from search_api.exports.paper import paper_of
from search_api.exports.pdf import pdf_of
from search_api.exports.printable import printable_pack, printable_warnings
from search_api.exports.slides import pptx_of
from search_api.exports.word import docx_of
from search_api.packs.content import PackContent

__all__ = ["FORMATS", "ExportError", "Exported", "Format", "FormatName", "export"]

_WRITERS: dict[FormatName, Callable[[PackContent, Mapping[int, str]], bytes]] = {
    "docx": lambda content, warnings: docx_of(paper_of(content, warnings)),
    "pdf": lambda content, warnings: pdf_of(paper_of(content, warnings)),
    "pptx": pptx_of,
    "md": lambda content, warnings: markdown_of(paper_of(content, warnings)),
    "txt": list_of,
    "bib": bibtex_of,
    "csl": csl_of,
}


def export(content: PackContent, format_name: FormatName, warnings: Mapping[int, str] = {}) -> Exported:
    """A pack as a file; the same pack and warnings always give the same bytes.

    Args:
        content: The pack.
        format_name: What to make of it.
        warnings: What readers must know of a passage, by its label, each a sentence in Vietnamese ("Văn bản nay đã hết
            hiệu lực."); printed at the passage in every format.

    Raises:
        ExportError: The file could not be made in time.
    """
    clean = printable_pack(content)
    told = printable_warnings(warnings)
    kind = FORMATS[format_name]
    return Exported(
        name=file_name(clean, kind.suffix),
        media_type=kind.media_type,
        body=_WRITERS[format_name](clean, told),
    )

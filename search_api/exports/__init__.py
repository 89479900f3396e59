"""What a study pack becomes outside: papers to print, slides, notes and lists of citations."""

from __future__ import annotations

from collections.abc import Mapping

from search_api.exports.formats import FORMATS, ExportError, Exported, Format, FormatName
from search_api.packs.content import PackContent

__all__ = ["FORMATS", "ExportError", "Exported", "Format", "FormatName", "export"]


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
    raise NotImplementedError

"""Sections of a Word file: which begin a new page, and how each numbers its notes."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.numbering import attribute
from ingest.read.word_parts import related_roots

_SAME_PAGE = ("continuous", "nextColumn")


class Sections:
    """The sections in order; a section's properties stand at its end.

    Args:
        document: The document.
    """

    def __init__(self, document: WordDocument) -> None:
        body = document.element.body
        self._properties: list[_Element] = body.xpath("./w:sectPr | .//w:p/w:pPr/w:sectPr")
        self._settings = next(related_roots(document, "settings"), None)
        self._now = 0

    def end(self) -> bool:
        """Go on to the next section; whether it begins a new page."""
        self._now += 1
        here = self._here()
        return here is not None and attribute(here.find(qn("w:type"))) not in _SAME_PAGE

    def note_setting(self, kind: str, name: str) -> str | None:
        """A setting of notes (``w:numFmt``), the section's own before the document's.

        Args:
            kind: ``footnote`` or ``endnote``.
            name: The element.
        """
        for root in (self._here(), self._settings):
            found = root.find(f"{qn(f'w:{kind}Pr')}/{qn(name)}") if root is not None else None
            if found is not None:
                return attribute(found)
        return None

    @property
    def now(self) -> int:
        """Index of the section met now."""
        return self._now

    def _here(self) -> _Element | None:
        return self._properties[self._now] if self._now < len(self._properties) else None

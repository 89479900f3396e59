"""Sections of a Word file: which begin a new page, how each numbers its notes and its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.numbering import attribute, in_form, whole_number
from ingest.read.word_parts import related_roots

_SAME_PAGE = ("continuous", "nextColumn")
_PAGE_FIELD = re.compile(r"\s*PAGE(?!\w)", re.IGNORECASE)


class Sections:
    """The sections in order; a section's properties stand at its end.

    Args:
        document: The document.
    """

    def __init__(self, document: WordDocument) -> None:
        body = document.element.body
        self._properties: list[_Element] = body.xpath("./w:sectPr | .//w:p/w:pPr/w:sectPr")
        self._settings = next(related_roots(document, "settings"), None)
        self._prints_numbers = any(map(_has_page_field, self._around(document)))
        self._now = 0

    def page_labels(self, begins: Sequence[int]) -> tuple[str, ...]:
        """The number of each page as the file prints it; empty if no head or foot prints any.

        Args:
            begins: For each page, the section it begins with.
        """
        if not self._prints_numbers:
            return ()
        labels: list[str] = []
        number, before = 0, -1
        for section in begins:
            how = self._properties[section].find(qn("w:pgNumType")) if section < len(self._properties) else None
            number += 1
            if section != before and how is not None:
                number = whole_number(attribute(how, "w:start"), number)
            labels.append(in_form(attribute(how, "w:fmt") or "decimal", number))
            before = section
        return tuple(labels)

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

    def _around(self, document: WordDocument) -> Iterator[_Element]:
        for kind in ("header", "footer"):
            yield from related_roots(document, kind)


def _has_page_field(root: _Element) -> bool:
    """Whether a head or foot prints the number of its page."""
    typed = (field.text or "" for field in root.iter(qn("w:instrText")))
    simple = (field.get(qn("w:instr")) or "" for field in root.iter(qn("w:fldSimple")))
    return any(_PAGE_FIELD.match(instruction) for instruction in (*typed, *simple))

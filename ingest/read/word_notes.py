"""Footnotes and endnotes of a Word file: numbered as Word prints them, in the order of their marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.numbering import attribute, in_form, whole_number
from ingest.read.word_parts import related_roots
from ingest.read.word_runs import NoteMark
from ingest.read.word_sections import Sections
from ingest.reading import PrintedNote

_DEFAULT_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
# The marks of the form "chicago", then each twice, three times …
_CHICAGO = "*†‡§"


@dataclass(frozen=True, slots=True)
class _Marked:
    """A note whose mark was met."""

    label: str
    element: _Element
    page: int


class Notes:
    """Collects notes while the marks in the body are met.

    Args:
        document: The document.
        sections: Its sections, as they are walked.
    """

    def __init__(self, document: WordDocument, sections: Sections) -> None:
        self._sections = sections
        self._elements = {
            (kind, attribute(note, "w:id") or ""): note
            for kind in _DEFAULT_FORMS
            for root in related_roots(document, f"{kind}s")
            for note in root.iterfind(qn(f"w:{kind}"))
            if attribute(note, "w:type") in (None, "normal")
        }
        self._met: list[_Marked] = []
        self._counts: Counter[tuple[str, object]] = Counter()

    def meet(self, mark: NoteMark, page: int) -> int | None:
        """Number the note of a mark.

        Args:
            mark: The mark.
            page: The page it stands on, 0 if that is not stated.

        Returns:
            The note's index among all notes, ``None`` if the file does not hold it.
        """
        element = self._elements.get((mark.kind, mark.note_id))
        if element is None:
            return None
        label = self._number(mark.kind, page) if mark.own_mark is None else mark.own_mark
        # A footnote stands on the page of its mark; where an endnote is printed is not stated.
        self._met.append(_Marked(label, element, page if mark.kind == "footnote" else 0))
        return len(self._met) - 1

    def _number(self, kind: str, page: int) -> str:
        restart = self._sections.note_setting(kind, "w:numRestart")
        scope = {"eachSect": self._sections.now, "eachPage": f"page {page}"}.get(restart or "", "")
        start = whole_number(self._sections.note_setting(kind, "w:numStart"), 1)
        self._counts[kind, scope] += 1
        number = start + self._counts[kind, scope] - 1
        form = self._sections.note_setting(kind, "w:numFmt") or _DEFAULT_FORMS[kind]
        if form == "chicago":
            return _CHICAGO[(number - 1) % len(_CHICAGO)] * ((number - 1) // len(_CHICAGO) + 1)
        return in_form(form, number)

    def printed(self, text_of: Callable[[_Element], str]) -> Iterator[PrintedNote]:
        """The notes in the order of their marks.

        Args:
            text_of: Reads the paragraphs of a note.
        """
        for note in self._met:
            yield PrintedNote(note.label, _without_label(text_of(note.element), note.label), note.page)


def _without_label(text: str, label: str) -> str:
    """Notes whose mark was typed hold it in their text, too."""
    typed = next((mark for mark in (f"[{label}]", f"({label})", label) if label and text.startswith(mark)), "")
    rest = text[len(typed) :]
    return text if rest[:1].isalnum() else rest.lstrip()

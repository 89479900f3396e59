"""Word's styles, as far as reading needs them: weight, heading level and list of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.numbering import attribute, whole_number

_OFF = ("0", "false", "off", "none")
_DEEPEST_HEADING = 6
# A style that is based on itself through others is broken; no real chain is this long.
_LONGEST_CHAIN = 20


def is_on(properties: _Element, name: str) -> bool:
    """Whether a toggle such as ``w:b`` is present and not switched off."""
    element = properties.find(qn(name))
    return element is not None and attribute(element) not in _OFF


class Styles:
    """The styles of one document.

    Args:
        root: The root of ``styles.xml``, ``None`` if the package has none.
    """

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._default = ""
        for style in root.iterfind(qn("w:style")) if root is not None else ():
            name = style.get(qn("w:styleId")) or ""
            self._styles[name] = style
            is_default = style.get(qn("w:default")) not in (None, *_OFF)
            if is_default and style.get(qn("w:type")) == "paragraph":
                self._default = name
        self._toggles: dict[tuple[str, str], bool] = {}

    def of(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return attribute(style) or self._default

    def name(self, style: str) -> str:
        """The name of a style as Word knows it in every language, e.g. ``toc 1``."""
        return attribute(self._styles[style].find(qn("w:name"))) or "" if style in self._styles else ""

    def on(self, style: str, name: str) -> bool:
        """Whether a toggle of runs such as ``w:b`` is on for text in the style."""
        if (style, name) not in self._toggles:
            found = self._find(style, f"{qn('w:rPr')}/{qn(name)}")
            self._toggles[style, name] = found is not None and attribute(found) not in _OFF
        return self._toggles[style, name]

    def run_on(self, properties: _Element | None, name: str, style: str) -> bool:
        """Whether a toggle is on for a run.

        Args:
            properties: The run's ``w:rPr``, if it has one.
            name: The toggle, e.g. ``w:b``.
            style: The style of its paragraph.
        """
        if properties is not None and properties.find(qn(name)) is not None:
            return is_on(properties, name)
        own = attribute(properties.find(qn("w:rStyle"))) if properties is not None else None
        return self.on(style, name) or (own is not None and self.on(own, name))

    def paragraph_on(self, paragraph: _Element, name: str, style: str) -> bool:
        """Whether a toggle of paragraphs such as ``w:pageBreakBefore`` is on, by itself or by its style."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn(name)}")
        found = own if own is not None else self._find(style, f"{qn('w:pPr')}/{qn(name)}")
        return found is not None and attribute(found) not in _OFF

    def heading(self, paragraph: _Element, style: str) -> int:
        """Heading level from 1, 0 for ordinary paragraphs."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        found = own if own is not None else self._find(style, f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        level = whole_number(attribute(found), 9) + 1
        return level if level <= _DEEPEST_HEADING else 0

    def list_of(self, paragraph: _Element, style: str) -> tuple[str, int | None] | None:
        """The list a paragraph belongs to and its level there, ``None`` if to none.

        The level is ``None`` where it is the one that the list ties to the style.
        """
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        styled = self._find(style, f"{qn('w:pPr')}/{qn('w:numPr')}")
        list_id = level = None
        for element in (styled, own):
            if element is not None:
                list_id = attribute(element.find(qn("w:numId"))) or list_id
                level = attribute(element.find(qn("w:ilvl"))) or level
        if list_id in (None, "0"):
            return None
        return list_id or "", whole_number(level, 0) if level is not None or own is not None else None

    def chain(self, style: str) -> Iterator[str]:
        """A style and those it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            if style not in self._styles:
                return
            yield style
            style = attribute(self._styles[style].find(qn("w:basedOn"))) or ""

    def _find(self, style: str, path: str) -> _Element | None:
        """The element at a path in the style or the nearest style it is based on."""
        found = (self._styles[name].find(path) for name in self.chain(style))
        return next((element for element in found if element is not None), None)

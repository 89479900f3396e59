"""Word's styles, as far as reading needs them: bold, heading level and list of a paragraph."""

from __future__ import annotations

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
        self._bold: dict[str, bool] = {}

    def of(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return attribute(style) or self._default

    def bold(self, style: str) -> bool:
        """Whether text in the style is bold of itself."""
        if style not in self._bold:
            found = self._find(style, f"{qn('w:rPr')}/{qn('w:b')}")
            self._bold[style] = found is not None and attribute(found) not in _OFF
        return self._bold[style]

    def run_bold(self, properties: _Element, inherited: bool) -> bool:
        """Whether a run with these properties is bold.

        Args:
            properties: The run's ``w:rPr``.
            inherited: Whether its paragraph's style is.
        """
        if properties.find(qn("w:b")) is not None:
            return is_on(properties, "w:b")
        style = attribute(properties.find(qn("w:rStyle")))
        return inherited or (style is not None and self.bold(style))

    def heading(self, paragraph: _Element, style: str) -> int:
        """Heading level from 1, 0 for ordinary paragraphs."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        found = own if own is not None else self._find(style, f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        level = whole_number(attribute(found), 9) + 1
        return level if level <= _DEEPEST_HEADING else 0

    def list_of(self, paragraph: _Element, style: str) -> tuple[str, int] | None:
        """The list a paragraph belongs to and its level there, ``None`` if to none."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        styled = self._find(style, f"{qn('w:pPr')}/{qn('w:numPr')}")
        list_id = level = None
        for element in (styled, own):
            if element is not None:
                list_id = attribute(element.find(qn("w:numId"))) or list_id
                level = attribute(element.find(qn("w:ilvl"))) or level
        return None if list_id in (None, "0") else (list_id or "", whole_number(level, 0))

    def _find(self, style: str, path: str) -> _Element | None:
        """The element at a path in the style or the nearest style it is based on."""
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(style)
            if element is None:
                return None
            found = element.find(path)
            if found is not None:
                return found
            style = attribute(element.find(qn("w:basedOn"))) or ""
        return None

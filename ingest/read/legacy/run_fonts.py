"""The font each run of a Word document is set in, from the run, its styles and the document's defaults."""

from __future__ import annotations

from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.numbering import attribute

_OFF = ("0", "false", "off")
# A style that is based on itself through others is broken; no real chain is this long.
_LONGEST_CHAIN = 20
_RUN_FONTS = f"{qn('w:rPr')}/{qn('w:rFonts')}"
_RUN_STYLE = f"{qn('w:rPr')}/{qn('w:rStyle')}"
_PARAGRAPH_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
# Letters beyond ASCII are set in the first of each pair.
_PLAIN = (qn("w:hAnsi"), qn("w:ascii"))
_THEMED = (qn("w:hAnsiTheme"), qn("w:asciiTheme"))
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class RunFonts:
    """Names of fonts in one document.

    Args:
        styles: The root of ``styles.xml``, ``None`` if the package has none.
        theme: The root of its theme, likewise.
    """

    def __init__(self, styles: _Element | None, theme: _Element | None) -> None:
        self._theme = theme
        self._styles: dict[str, _Element] = {}
        self._normal = ""
        self._default = ""
        self._of_style: dict[str, str] = {}
        if styles is None:
            return
        for style in styles.iterfind(qn("w:style")):
            name = style.get(qn("w:styleId")) or ""
            self._styles[name] = style
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default"), "0") not in _OFF:
                self._normal = name
        defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
        self._default = self._named(defaults) if defaults is not None else ""

    def of_run(self, run: _Element, paragraph: _Element | None) -> str:
        """The font of a run's letters beyond ASCII, ``""`` if nothing names it.

        Args:
            run: A ``w:r``, or another element with a ``w:rPr``.
            paragraph: The paragraph it stands in.
        """
        found = self._named(run)
        if not found:
            style = attribute(run.find(_RUN_STYLE))
            found = self._styled(style) if style else ""
        if not found:
            style = attribute(paragraph.find(_PARAGRAPH_STYLE)) if paragraph is not None else None
            found = self._styled(style or self._normal)
        return found or self._default

    def _styled(self, style: str) -> str:
        """The font of a style, its own or that of the nearest style it is based on."""
        if style not in self._of_style:
            found, above = "", style
            for _ in range(_LONGEST_CHAIN):
                element = self._styles.get(above)
                if element is None or found:
                    break
                found, above = self._named(element), attribute(element.find(qn("w:basedOn"))) or ""
            self._of_style[style] = found
        return self._of_style[style]

    def _named(self, element: _Element) -> str:
        """The font an element's own properties name; a theme's goes before a plain one, as in Word."""
        fonts = element.find(_RUN_FONTS)
        if fonts is None:
            return ""
        themed = next(filter(None, map(fonts.get, _THEMED)), None)
        plain = next(filter(None, map(fonts.get, _PLAIN)), "")
        return (self._themed(themed) if themed else "") or plain.strip()

    def _themed(self, name: str) -> str:
        """The Latin face a theme gives for ``minorHAnsi`` and the like."""
        kind = "minorFont" if name.startswith("minor") else "majorFont"
        face = self._theme.find(f".//{_DRAWING}{kind}/{_DRAWING}latin") if self._theme is not None else None
        return (face.get("typeface") or "") if face is not None else ""

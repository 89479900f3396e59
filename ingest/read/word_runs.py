"""The text of a Word paragraph, run by run: what is shown of it, in which order, with breaks and notes' marks.

Insertions count as accepted, deletions too; hidden text, instructions of fields and comments are not shown; a
table of contents repeats headings and is no text of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from docx.oxml.ns import qn
from lxml.etree import _Element

from ingest.read.numbering import attribute
from ingest.read.styles import Styles
from ingest.read.symbols import is_symbol_font, real_text

_BLANK_TAGS = frozenset(qn(tag) for tag in ("w:tab", "w:ptab"))
_BREAK_TAGS = frozenset(qn(tag) for tag in ("w:br", "w:cr"))
# Deleted, moved away, or a second copy of a drawing for old programs.
SKIPPED = frozenset(qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
BOX = qn("w:txbxContent")
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_NOTE_TAGS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}


class PageBreak(Enum):
    """Why a new page begins: an author asked for it, or Word ran out of room (also told after the former)."""

    ASKED = "asked"
    RENDERED = "rendered"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note: ``footnote`` or ``endnote``, its id, the mark itself where the author set one."""

    kind: str
    note_id: str
    own_mark: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a run, a line break (U+000A), or between two characters a new page or the mark of a note."""

    text: str = ""
    bold: bool = False
    note: NoteMark | None = None
    page: PageBreak | None = None


class Runs:
    """Reads paragraphs of one document in order: fields may run over many of them.

    Args:
        root: The part whose paragraphs are read.
        styles: The document's styles.
    """

    def __init__(self, root: _Element, styles: Styles) -> None:
        self._styles = styles
        self._fields = _Fields(root)

    def pieces(self, paragraph: _Element, style: str) -> Iterator[Piece]:
        """What a paragraph shows, text boxes anchored in it left out."""
        yield from self._inside(paragraph, style)

    def _inside(self, element: _Element, style: str) -> Iterator[Piece]:
        for child in element.iterchildren():
            if child.tag == qn("w:r"):
                yield from self._run(child, style)
            elif child.tag == _MATH_TEXT:
                yield Piece(child.text or "")
            elif child.tag == qn("w:fldSimple") and _is_contents(attribute(child, "w:instr") or ""):
                continue
            elif child.tag not in SKIPPED and child.tag != BOX:
                yield from self._inside(child, style)

    def _run(self, run: _Element, style: str) -> Iterator[Piece]:
        properties = run.find(qn("w:rPr"))
        shown = not self._styles.run_on(properties, "w:vanish", style)
        capitals = self._styles.run_on(properties, "w:caps", style)
        for piece in self._contents(run, self._styles.run_on(properties, "w:b", style), _font(properties), style):
            if piece.page is PageBreak.RENDERED or (shown and self._fields.shown):
                yield replace(piece, text=piece.text.upper()) if capitals else piece

    def _contents(self, run: _Element, bold: bool, font: str | None, style: str) -> Iterator[Piece]:
        mark: NoteMark | None = None
        for child in run.iterchildren():
            if child.tag == qn("w:fldChar"):
                self._fields.meet(child)
            elif child.tag in _NOTE_TAGS:
                mark = NoteMark(_NOTE_TAGS[child.tag], attribute(child, "w:id") or "", _own_mark(child))
                yield Piece(note=mark)
            elif child.tag == qn("w:ruby"):
                base = child.find(qn("w:rubyBase"))
                yield from self._inside(base, style) if base is not None else ()
            elif mark is None or mark.own_mark is None or child.tag not in _MARK_TAGS:
                yield from _plain(child, bold, font)


_MARK_TAGS = (qn("w:t"), qn("w:sym"))


def _plain(child: _Element, bold: bool, font: str | None) -> Iterator[Piece]:
    """What a child of a run shows by itself."""
    if child.tag == qn("w:t"):
        text = (child.text or "").replace("\n", " ")
        yield Piece(real_text(text, font) if is_symbol_font(font) else text, bold)
    elif child.tag in _BREAK_TAGS:
        yield Piece("\n", bold)
        if attribute(child, "w:type") == "page":
            yield Piece(page=PageBreak.ASKED)
    elif child.tag == qn("w:lastRenderedPageBreak"):
        yield Piece(page=PageBreak.RENDERED)
    elif child.tag in _BLANK_TAGS:
        yield Piece(" ", bold)
    elif child.tag == qn("w:noBreakHyphen"):
        yield Piece("-", bold)
    elif child.tag == qn("w:sym"):
        yield Piece(_symbol(child), bold)


def _symbol(element: _Element) -> str:
    code = attribute(element, "w:char") or ""
    try:
        return real_text(chr(int(code, 16)), attribute(element, "w:font"))
    except (ValueError, OverflowError):
        return " "


def _own_mark(reference: _Element) -> str | None:
    """The mark an author typed for a note: it follows the reference in its run."""
    if attribute(reference, "w:customMarkFollows") in (None, "0", "false", "off"):
        return None
    run = reference.getparent()
    font = _font(run.find(qn("w:rPr"))) if run is not None else None
    return "".join(piece.text for child in reference.itersiblings() for piece in _plain(child, False, font)).strip()


def _font(properties: _Element | None) -> str | None:
    fonts = properties.find(qn("w:rFonts")) if properties is not None else None
    return attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")


def _is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents, of figures or of tables."""
    return instruction.split()[:1] == ["TOC"]


class _Fields:
    """Which fields are open: ``begin`` instruction ``separate`` result ``end``, one inside another.

    A field that is never ended is none: taking the rest of a document for its instruction would lose it.
    """

    def __init__(self, root: _Element) -> None:
        self._ended = _ended_fields(root)
        self._open: list[_Field] = []

    @property
    def shown(self) -> bool:
        """Whether text met now is shown."""
        return all(field.in_result and not field.contents for field in self._open)

    def meet(self, mark: _Element) -> None:
        kind = attribute(mark, "w:fldCharType")
        if kind == "begin" and mark in self._ended:
            self._open.append(_Field(_is_contents(self._ended[mark])))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            self._open.pop()


@dataclass(slots=True)
class _Field:
    contents: bool
    in_result: bool = False


def _ended_fields(root: _Element) -> dict[_Element, str]:
    """The marks that begin a field which is ended, each with the field's instruction."""
    ended: dict[_Element, str] = {}
    begun: list[tuple[_Element, list[str]]] = []
    for element in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if any(ancestor.tag in SKIPPED for ancestor in element.iterancestors()):
            continue
        if element.tag == qn("w:instrText"):
            if begun:
                begun[-1][1].append(element.text or "")
            continue
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            begun.append((element, []))
        elif kind == "end" and begun:
            mark, instruction = begun.pop()
            ended[mark] = "".join(instruction)
    return ended

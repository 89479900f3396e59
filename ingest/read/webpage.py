"""Web pages: the blocks of the main content as lines, list numbers and cells as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.sentences import ends_sentence
from ingest.read.grid import MOST_SPANNED, Grid, Part, laid_out
from ingest.read.lines import is_ornament, starts_lower, starts_marker, tidy
from ingest.read.numbering import in_letters, in_roman
from ingest.read.raw import RawReading
from ingest.read.symbols import is_symbol_font, real_text
from ingest.read.unseen import unseen_on_page
from ingest.read.web_furniture import Page
from ingest.read.web_notes import WebNote, note_text, web_notes
from ingest.reading import Cell, Line, Mark, PrintedNote, Reading

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "-comment")
)
_INLINE_LIST = """
    -text a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture
    q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_LIST.split())
_BOLD_TAGS = frozenset(("b", "strong", "th"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FONT = re.compile(r"font(?:-family)?\s*:", re.IGNORECASE)
_SYMBOLS = re.compile(_FONT.pattern + r"[^;]*?(symbol|wingdings(?: [23])?|webdings)\b", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
# Deeper than any real page; broken generators nest without end.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class _Style:
    """What a piece of text inherits from the elements around it."""

    bold: bool = False
    heading: int = 0
    depth: int = 0
    as_typed: bool = False
    """Line breaks count, as in <pre>."""
    symbols: str | None = None
    """The symbol font it is set in."""


@dataclass(slots=True)
class _Block:
    """The line being gathered."""

    text: str = ""
    bold: bool = True
    heading: int = 0
    label: str = ""
    wrapped: bool = False
    """It follows a line break, not the end of a paragraph."""
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, style: _Style) -> None:
        self.text += real_text(text, style.symbols) if is_symbol_font(style.symbols) else text
        if text.strip():
            self.bold = self.bold and style.bold
            self.heading = self.heading or style.heading


@dataclass(slots=True)
class _Gatherer:
    """Walks a tree and gathers its lines.

    Attributes:
        skipped: Tags that are not shown.
        left_out: Elements (``mem_id``) that are no part of the text.
        marks: Elements that are the marks of notes, with the index of the note.
    """

    skipped: frozenset[str]
    left_out: frozenset[int] = frozenset()
    marks: dict[int, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    _block: _Block = field(default_factory=_Block)
    _grids: list[Grid[LexborNode]] = field(default_factory=list)
    _cells: dict[int, Cell] = field(default_factory=dict)
    _cell: Cell | None = None

    def gather(self, root: LexborNode) -> list[Line]:
        self._children(root, _Style())
        self._flush()
        return self.lines

    def _flush(self, *, wraps: bool = False) -> None:
        """End the line; where it only ``wraps``, a next one that begins in mid-sentence runs on."""
        block, text = self._block, tidy(self._block.text)
        if text and not is_ornament(text):
            label = "" if starts_marker(text) else block.label
            before = self.lines[-1].text if block.wrapped and self.lines else "."
            runs_on = starts_lower(text) and not starts_marker(text) and not ends_sentence(before)
            marks = tuple(Mark(len(tidy(label + block.text[:place])), note) for place, note in block.marks)
            self.lines.append(Line(label + text, 0, block.heading, block.bold, runs_on, marks=marks, cell=self._cell))
        self._block = _Block(label="" if text else block.label, wrapped=wraps and (bool(text) or block.wrapped))

    def _children(self, node: LexborNode, style: _Style) -> None:
        number = _first_number(node)
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text(deep=False), style)
            elif child.mem_id in self.left_out:
                continue
            elif child.mem_id in self.marks:
                self._block.marks.append((len(self._block.text), self.marks[child.mem_id]))
            elif tag == "br":
                self._flush(wraps=True)
            elif tag == "li" and _shown(child):
                number = _number(child, number)
                self._item(child, _label(node, number), style)
                number += 1
            elif tag not in self.skipped and _shown(child):
                self._element(child, tag, style)

    def _text(self, text: str, style: _Style) -> None:
        if not style.as_typed:
            self._block.add(text, style)
            return
        for index, row in enumerate(text.split("\n")):
            if index:
                self._flush()
            self._block.add(row, style)

    def _item(self, node: LexborNode, label: str, style: _Style) -> None:
        self._flush()
        self._block.label = label
        self._element(node, "div", style)
        self._block.label = ""

    def _element(self, node: LexborNode, tag: str, style: _Style) -> None:
        if style.depth > _DEEPEST:
            self._block.add(node.text(), style)
            return
        inside = _style_of(node, tag, style)
        if tag in _INLINE or ":" in tag:  # Word's own tags, such as <o:p>
            self._children(node, inside)
            return
        self._flush()
        if tag == "table":
            self._enter_table(node)
        around = self._cell
        self._cell = self._cells.get(node.mem_id, around)
        self._children(node, inside)
        self._flush()
        self._cell = around

    def _enter_table(self, table: LexborNode) -> None:
        """Know the cells of a table before they come; a table inside a cell of another is text of that cell."""
        if self._cell is None or self._grids[self._cell.table].is_frame:
            grid = _grid(table)
            self._cells.update((node.mem_id, cell) for node, cell in grid.cells(len(self._grids)))
            self._grids.append(grid)


def read_webpage(source: str) -> RawReading:
    """A page's main content, and all its text, shown or not, for whoever looks for marks."""
    lines, notes = webpage_lines(source)
    seen = tuple(line.text for line in page_lines(source))
    stamps = tuple(filter(None, unseen_on_page(source)))
    return RawReading(Reading(tuple(lines), "text/html", 0, (), "selectolax", notes=notes), seen, stamps)


def webpage_lines(source: str) -> tuple[list[Line], tuple[PrintedNote, ...]]:
    """The lines of a page's main content and its notes."""
    parser = LexborHTMLParser(source)
    parser.strip_tags(["script", "style", "template"])  # else their code counts as words
    if parser.body is None:
        return [], ()
    page = Page(parser.body)
    main = page.main_block()
    notes = web_notes(parser)
    blocks = frozenset(note.block.mem_id for note in notes)
    marks = {link: index for index, note in enumerate(notes) for link in note.marks}
    lines = _Gatherer(_UNSEEN, page.furniture(main) | blocks, marks).gather(main)
    return lines, tuple(PrintedNote(note.label, _text_of(note)) for note in notes)


def _text_of(note: WebNote) -> str:
    lines = _Gatherer(_UNSEEN, note.back).gather(note.block)
    return note_text(" ".join(line.text for line in lines), note.label)


def page_lines(source: str) -> list[Line]:
    """All shown text of a page, what stands around the main content included."""
    parser = LexborHTMLParser(source)
    return _Gatherer(frozenset(("script", "style", "-comment"))).gather(parser.root) if parser.root is not None else []


def _grid(table: LexborNode) -> Grid[LexborNode]:
    rows = [_cells_of(row) for row in _rows_of(table)]
    heads = frozenset(index for index, row in enumerate(rows) if row and all(cell.tag == "th" for cell in row))
    return laid_out([[_part(cell, len(rows)) for cell in row] for row in rows], heads)


def _rows_of(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows_of(child)


def _cells_of(row: LexborNode) -> list[LexborNode]:
    return [child for child in row.iter() if child.tag in ("td", "th")]


def _part(cell: LexborNode, most_rows: int) -> Part[LexborNode]:
    rows, columns = (_whole(cell.attributes.get(name), 1) for name in ("rowspan", "colspan"))
    # By HTML's rule no rows at all means all that are left.
    return Part(cell, rows or most_rows, min(max(1, columns), MOST_SPANNED))


def _style_of(node: LexborNode, tag: str, style: _Style) -> _Style:
    declared = node.attributes.get("style") or ""
    heading = _HEADING.fullmatch(tag)
    bold = style.bold or tag in _BOLD_TAGS or heading is not None or _BOLD_STYLE.search(declared) is not None
    return _Style(
        bold=bold and not _PLAIN_STYLE.search(declared),
        heading=int(heading[1]) if heading else style.heading,
        depth=style.depth + 1,
        as_typed=style.as_typed or tag in ("pre", "textarea"),
        symbols=_symbol_font(node, declared, style.symbols),
    )


def _symbol_font(node: LexborNode, declared: str, inherited: str | None) -> str | None:
    """The symbol font an element is set in; ``<font face>`` is how the oldest pages name one."""
    if node.tag == "font" and (face := node.attributes.get("face")):
        declared = f"{declared};font:{face}"
    found = _SYMBOLS.search(declared)
    if found:
        return found[1]
    return None if _FONT.search(declared) else inherited


def _shown(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN_STYLE.search(attributes.get("style") or "")


def _first_number(node: LexborNode) -> int:
    return _whole(node.attributes.get("start"), 1) if node.tag == "ol" else 1


def _number(item: LexborNode, due: int) -> int:
    return _whole(item.attributes.get("value"), due)


def _whole(text: str | None, fallback: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else fallback


def _label(parent: LexborNode, number: int) -> str:
    """What a browser prints before a list item."""
    if parent.tag != "ol":
        return "- "
    form = {"a": in_letters, "i": in_roman}.get((parent.attributes.get("type") or "").lower(), str)
    printed = form(number)
    return f"{printed.upper() if parent.attributes.get('type') in ('A', 'I') else printed}. "

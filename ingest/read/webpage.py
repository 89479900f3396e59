"""Web pages: the blocks of the main content as lines, list numbers and cells as a browser shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.read.lines import is_ornament, starts_marker, tidy
from ingest.read.numbering import in_letters, in_roman
from ingest.reading import Line

_MAIN = "main, article, [role=main]"
# An article inside <main> is the document itself if it holds most of its words.
_MOST = 0.6
_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "-comment")
)
# Inside the main content; its own <header> and <footer> hold the letterhead and the signature.
_AROUND = frozenset(("nav", "aside", "form", "button"))
_INLINE_LIST = """
    -text a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture
    q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_LIST.split())
_BOLD_TAGS = frozenset(("b", "strong", "th"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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


@dataclass(slots=True)
class _Block:
    """The line being gathered."""

    text: str = ""
    bold: bool = True
    heading: int = 0
    label: str = ""

    def add(self, text: str, style: _Style) -> None:
        self.text += text
        if text.strip():
            self.bold = self.bold and style.bold
            self.heading = self.heading or style.heading


@dataclass(slots=True)
class _Gatherer:
    """Walks a tree and gathers its lines."""

    skipped: frozenset[str]
    lines: list[Line] = field(default_factory=list)
    _block: _Block = field(default_factory=_Block)

    def gather(self, root: LexborNode) -> list[Line]:
        self._children(root, _Style())
        self._flush()
        return self.lines

    def _flush(self) -> None:
        text = tidy(self._block.text)
        label = ""
        if text and not is_ornament(text):
            label = "" if starts_marker(text) else self._block.label
            self.lines.append(Line(label + text, heading=self._block.heading, bold=self._block.bold))
        self._block = _Block(label="" if text else self._block.label)

    def _children(self, node: LexborNode, style: _Style) -> None:
        number = _first_number(node)
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text(deep=False), style)
            elif tag == "br":
                self._flush()
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
        if tag in _INLINE:
            self._children(node, inside)
            return
        self._flush()
        self._children(node, inside)
        self._flush()


def webpage_lines(source: str) -> list[Line]:
    """The lines of a page's main content; of the whole page where it does not say what that is."""
    parser = LexborHTMLParser(source)
    main = _main(parser)
    if main is not None:
        return _Gatherer(_UNSEEN | _AROUND).gather(main)
    return _Gatherer(_UNSEEN | {"nav"}).gather(parser.body) if parser.body is not None else []


def page_lines(source: str) -> list[Line]:
    """All shown text of a page, what stands around the main content included."""
    parser = LexborHTMLParser(source)
    return _Gatherer(frozenset(("script", "style", "-comment"))).gather(parser.root) if parser.root is not None else []


def _main(parser: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the document: the innermost candidate with most of the words."""
    sized = [(len(node.text()), node) for node in parser.css(_MAIN)]
    largest = max((size for size, _ in sized), default=0)
    # Candidates come in document order, so an inner one comes after those around it.
    return next((node for size, node in reversed(sized) if size and size >= _MOST * largest), None)


def _style_of(node: LexborNode, tag: str, style: _Style) -> _Style:
    declared = node.attributes.get("style") or ""
    heading = _HEADING.fullmatch(tag)
    bold = style.bold or tag in _BOLD_TAGS or heading is not None or _BOLD_STYLE.search(declared) is not None
    return _Style(
        bold=bold and not _PLAIN_STYLE.search(declared),
        heading=int(heading[1]) if heading else style.heading,
        depth=style.depth + 1,
        as_typed=style.as_typed or tag in ("pre", "textarea"),
    )


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

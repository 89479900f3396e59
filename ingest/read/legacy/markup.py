"""Web pages with text in old encodings (``<font face=".VnTime">``), rewritten in Unicode before they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.read.legacy.fonts import Piece
from ingest.read.legacy.paragraphs import in_unicode, may_be_old

_FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
# Elements that do not end the line of text they stand in.
_INLINE_LIST = """
    a abbr acronym b big cite code em font i ins label mark nobr q s small span strong sub sup u
"""
_INLINE = frozenset(_INLINE_LIST.split())
_UNSEEN = frozenset(("script", "style", "-comment", "noscript", "template"))
# Deeper than any real page; broken generators nest without end.
_DEEPEST = 200


def unicode_markup(source: str) -> tuple[str, tuple[str, ...]]:
    """A page's source with its text in Unicode, and the encodings it was converted from.

    It comes back as it is if nothing in it needs converting.
    """
    if not may_be_old((source,)):
        return source, ()
    parser = LexborHTMLParser(source)
    blocks: list[list[tuple[LexborNode, Piece]]] = [[]]
    for node, piece in _texts(parser.root, "", 0) if parser.root is not None else ():
        if node is None:
            blocks.append([])
        else:
            blocks[-1].append((node, piece))
    converted = in_unicode([[piece for _, piece in block] for block in blocks])
    if not converted.encodings:
        return source, ()
    for block, texts in zip(blocks, converted.texts, strict=True):
        for (node, piece), text in zip(block, texts, strict=True):
            if text != piece.text:
                node.replace_with(text)
    return parser.html or "", converted.encodings


def _texts(node: LexborNode, font: str, depth: int) -> Iterator[tuple[LexborNode | None, Piece]]:
    """The texts under an element with the font each is in; no node where a block begins or ends."""
    for child in list(node.iter(include_text=True)):
        tag = child.tag or ""
        if tag == "-text":
            yield child, Piece(font, child.text(deep=False))
        elif tag not in _UNSEEN and depth < _DEEPEST:
            inline = tag in _INLINE
            if not inline:
                yield None, Piece("", "")
            yield from _texts(child, _font(child) or font, depth + 1)
            if not inline:
                yield None, Piece("", "")


def _font(node: LexborNode) -> str:
    """The first font an element names for what is in it."""
    family = _FAMILY.search(node.attributes.get("style") or "")
    named = family[1] if family else (node.attributes.get("face") or "").partition(",")[0]
    return named.strip()

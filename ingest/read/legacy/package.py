"""Word packages with text in old encodings, rewritten in Unicode before they are read.

The package is rewritten rather than its reader taught: notes, headers, text boxes and numbering are then in
Unicode for whatever reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree
from lxml.etree import _Element

from ingest.read.legacy.fonts import Piece
from ingest.read.legacy.paragraphs import in_unicode, may_be_old
from ingest.read.legacy.run_fonts import RunFonts

# Parts that hold text people see; the others of the folder describe how it looks.
_TEXTS = re.compile(r"word/(?:document|footnotes|endnotes|comments|numbering|header|footer)\d*\.xml")
# Where the fonts of runs are described that do not name their own.
_LOOKS = ("word/styles.xml", "word/theme/theme1.xml")
_RUN, _PARAGRAPH, _TEXT, _SOFT_HYPHEN = qn("w:r"), qn("w:p"), qn("w:t"), qn("w:softHyphen")
_LEVEL, _LEVEL_TEXT, _VALUE = qn("w:lvl"), qn("w:lvlText"), qn("w:val")
_HYPHEN = "\xad"


@dataclass(slots=True)
class _Node:
    """An element that holds text, and the font it is set in."""

    element: _Element
    piece: Piece


def unicode_package(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A .docx with its text in Unicode, and the names of the encodings it was converted from.

    Args:
        data: The package; it comes back as it is if nothing in it needs converting.

    Raises:
        What zipfile and lxml raise on broken packages.
    """
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist() if _TEXTS.fullmatch(name)}
        described = [package.read(name) for name in package.namelist() if name in _LOOKS]
        if not may_be_old(part.decode("utf-8", "ignore") for part in (*described, *parts.values())):
            return data, ()
        roots = {name: parse_xml(part) for name, part in parts.items()}
        fonts = RunFonts(*(_root(package, name) for name in _LOOKS))
    paragraphs = [nodes for root in roots.values() for nodes in (*_paragraphs(root, fonts), *_levels(root, fonts))]
    converted = in_unicode([[node.piece for node in nodes] for nodes in paragraphs])
    if not converted.encodings:
        return data, ()
    for nodes, texts in zip(paragraphs, converted.texts, strict=True):
        for node, text in zip(nodes, texts, strict=True):
            if text != node.piece.text:
                _put(node.element, text)
    return _rewritten(data, roots), converted.encodings


def _root(package: ZipFile, name: str) -> _Element | None:
    return parse_xml(package.read(name)) if name in package.namelist() else None


def _paragraphs(root: _Element, fonts: RunFonts) -> Iterator[list[_Node]]:
    """The text of each paragraph; that of a text box apart from the one it is anchored in."""
    found: dict[_Element, list[_Node]] = {}
    for run in root.iter(_RUN):
        paragraph = next(run.iterancestors(_PARAGRAPH), None)
        for element in run.iterchildren(_TEXT, _SOFT_HYPHEN):
            text = (element.text or "") if element.tag == _TEXT else _HYPHEN
            found.setdefault(paragraph, []).append(_Node(element, Piece(fonts.of_run(run, paragraph), text)))
    yield from found.values()


def _levels(root: _Element, fonts: RunFonts) -> Iterator[list[_Node]]:
    """What is printed before the items of a list."""
    for level in root.iter(_LEVEL):
        element = level.find(_LEVEL_TEXT)
        if element is not None:
            yield [_Node(element, Piece(fonts.of_run(level, None), element.get(_VALUE) or ""))]


def _put(element: _Element, text: str) -> None:
    if element.tag == _LEVEL_TEXT:
        element.set(_VALUE, text)
        return
    element.tag = _TEXT  # a soft hyphen is a letter in TCVN3
    element.text = text


def _rewritten(data: bytes, roots: dict[str, _Element]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(target, "w") as copy:
        for info in package.infolist():
            root = roots.get(info.filename)
            content = package.read(info) if root is None else etree.tostring(root, encoding="utf-8", standalone=True)
            copy.writestr(info, content)
    return target.getvalue()

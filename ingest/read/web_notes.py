"""Footnotes of a web page: a short link at a word, and a block it leads to, which mostly leads back.

So Word writes them (``#_ftn1``, ``#_ftnref1``), and so do the editors of sites and converters of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# A mark: a number, a letter, asterisks, in brackets or not.
_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[ivxlc]{1,7}|[a-zđ]|[*†‡§]{1,4})\s*[\])]?", re.IGNORECASE)
_NOTE_NAME = re.compile(r"_?(?:ftn|fn|edn|footnote|endnote|note|cuoc-?chu|chu-?thich)(?!ref)", re.IGNORECASE)
_BLOCKS = frozenset(("p", "li", "div", "dd", "aside", "td"))
_BACK_ARROWS = re.compile(r"[↩↑^\ufe0e\s]+$")
_LABEL_PUNCTUATION = ".):] \xa0\n\t"


@dataclass(frozen=True, slots=True)
class WebNote:
    """A note: its mark without brackets, the links that are marks of it, its block, links in it that are no text."""

    label: str
    marks: tuple[int, ...]
    block: LexborNode
    back: frozenset[int]


def web_notes(parser: LexborHTMLParser) -> list[WebNote]:
    """The notes of a page in the order of their marks; elements are named by their ``mem_id``."""
    targets = _targets(parser)
    notes: dict[int, WebNote] = {}
    inside: set[int] = set()
    for link in parser.css('a[href*="#"]'):
        mark = _MARK.fullmatch(link.text().strip())
        block = _block(targets.get(_fragment(link))) if mark and link.mem_id not in inside else None
        if mark is None or block is None or _contains(block, link):
            continue
        back = frozenset(inner.mem_id for inner in block.css("a") if _leads_back(inner, link, targets))
        if not back and not _NOTE_NAME.match(_fragment(link)):
            continue
        known = notes.get(block.mem_id)
        marks = (*known.marks, link.mem_id) if known else (link.mem_id,)
        notes[block.mem_id] = WebNote(mark[1], marks, block, back | (known.back if known else frozenset()))
        inside.update(inner.mem_id for inner in block.css("a"))
    return list(notes.values())


def note_text(text: str, label: str) -> str:
    """A note's text without the label it begins with and the arrow it may end with."""
    bare = _BACK_ARROWS.sub("", text.strip())
    for printed in (f"[{label}]", f"({label})", label):
        if bare.startswith(printed) and not bare[len(printed) :][:1].isalnum():
            return bare[len(printed) :].lstrip(_LABEL_PUNCTUATION)
    return bare


def _fragment(link: LexborNode) -> str:
    return (link.attributes.get("href") or "").rpartition("#")[2]


def _targets(parser: LexborHTMLParser) -> dict[str, LexborNode]:
    targets: dict[str, LexborNode] = {}
    for node in parser.css("[id], a[name]"):
        for name in (node.attributes.get("id"), node.attributes.get("name")):
            if name:
                targets.setdefault(name, node)
    return targets


def _block(target: LexborNode | None) -> LexborNode | None:
    """The block a note fills: Word names its outer ``div``, others the paragraph or the list item itself."""
    node = next((at for at in _upwards(target) if at.tag in _BLOCKS), None)
    around = node.parent if node is not None else None
    if around is not None and around.tag == "div" and _NOTE_NAME.fullmatch(re.sub(r"\d+$", "", around.id or "")):
        return around
    return node


def _upwards(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None:
        yield node
        node = node.parent


def _contains(block: LexborNode, link: LexborNode) -> bool:
    return any(node.mem_id == block.mem_id for node in _upwards(link))


def _leads_back(inner: LexborNode, link: LexborNode, targets: dict[str, LexborNode]) -> bool:
    """Whether a link in a note leads to the place of its mark: the link itself, or what stands around it."""
    target = targets.get(_fragment(inner))
    if target is None or not (inner.attributes.get("href") or ""):
        return False
    near = [node.mem_id for node, _ in zip(_upwards(link), range(3), strict=False)]
    return target.mem_id in near or (target.parent is not None and target.parent.mem_id in near[:2])

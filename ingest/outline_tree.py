"""A document as a tree a person can read: what ``tracuu parse`` prints."""

from __future__ import annotations

from rich.markup import escape
from rich.tree import Tree

from corpus.citation import Citation, place_parts
from corpus.text import one_line
from corpus.types import Document, Path, Section

_SHOWN = 70


def outline_tree(document: Document) -> Tree:
    """Units as branches, each with its place, its first words and its pages."""
    root = Tree(f"[bold]{escape(Citation(document.ref).document)}[/]")
    branches: dict[Path, Tree] = {(): root}
    for section in document.sections:
        parent = next(
            branches[section.path[:n]] for n in range(len(section.path) - 1, -1, -1) if section.path[:n] in branches
        )
        branches[section.path] = parent.add(_label(document, section))
    return root


def _label(document: Document, section: Section) -> str:
    words = one_line(document.text[section.body_start : section.span.end])
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    place = (place_parts(section.path[-1:]) or ["tiêu đề"])[0]
    pages = f" [dim]({Citation(document.ref, pages=section.pages).page})[/]" if section.pages else ""
    return f"[cyan]{escape(place)}[/] {escape(shown)}{pages}"

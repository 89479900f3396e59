"""Markdown's inline marks: which characters a renderer would show, and which of them in bold.

Real Markdown of Party documents comes from crawlers and breaks CommonMark's rules for emphasis
(``*Hà Nội, ngày 19 … 2025 *``, ``**Điều 1. **``, ``**1. ***Giảm tối đa … mới: *Đây``), so asterisks are
paired here by count alone; everything else (escapes, entities, links) is left to markdown-it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Private-use characters stand for what asterisks mean while markdown-it reads the rest.
_BOLD_ON, _BOLD_OFF, _STAR = "\ue000", "\ue001", "\ue002"
_BREAKS = {"softbreak": "\n", "hardbreak": "\v"}
_RUNS = re.compile(r"\\.|\*+", re.DOTALL)
_INLINE = MarkdownIt("commonmark", {"html": True})
_LINE_TAG = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Char:
    """A shown character, or a line break: U+000A where lines wrap, U+000B where a break is asked for."""

    text: str
    bold: bool


def shown(block: str) -> list[Char]:
    """The characters a renderer shows for some lines of Markdown, with their weight."""
    chars: list[Char] = []
    bold = False
    for piece, strong in _pieces(_pair_asterisks(block)):
        for char in piece:
            if char in (_BOLD_ON, _BOLD_OFF):
                bold = char == _BOLD_ON
            else:
                chars.append(Char("*" if char == _STAR else char, bold or strong))
    return chars


def _pieces(source: str) -> Iterator[tuple[str, bool]]:
    """Shown text in order; the flag tells text between double underscores."""
    strong = 0
    for token in _inline_tokens(source):
        if token.type in _BREAKS:
            yield _BREAKS[token.type], False
        elif token.type == "html_inline":
            yield ("\v" if _LINE_TAG.match(token.content) else ""), False
        elif token.type != "image":
            strong += (token.type == "strong_open") - (token.type == "strong_close")
            yield token.content, strong > 0


def _inline_tokens(source: str) -> list[Token]:
    blocks = _INLINE.parseInline(source)
    return (blocks[0].children or []) if blocks else []


@dataclass(slots=True, eq=False)
class _Run:
    """A piece of the source; ``opens`` is 1 or 2 for an asterisk mark that waits for its partner."""

    text: str
    opens: int = 0


def _pair_asterisks(source: str) -> str:
    """Replace the asterisks that mark bold or italics; those without a partner stay asterisks."""
    runs: list[_Run] = []
    waiting: list[_Run] = []
    done = 0
    for match in _RUNS.finditer(source):
        if match.group().startswith("\\"):
            continue
        runs.append(_Run(source[done : match.start()]))
        done = match.end()
        blank_after = source[match.end() : match.end() + 1].strip() == ""
        _take_run(len(match.group()), blank_after, runs, waiting)
    runs.append(_Run(source[done:]))
    return "".join(run.text if not run.opens else _STAR * run.opens for run in runs)


def _take_run(length: int, blank_after: bool, runs: list[_Run], waiting: list[_Run]) -> None:
    while length:
        partner = _partner(length, waiting)
        if partner is not None:
            length -= partner.opens
            _close(partner, runs, waiting)
            continue
        size = 2 if length >= 2 else 1
        length -= size
        opener = _Run("", size)
        runs.append(opener)
        if not (size == 1 and blank_after):  # "5 * 3": a single asterisk before a blank opens nothing
            waiting.append(opener)


def _partner(length: int, waiting: list[_Run]) -> _Run | None:
    """The open mark a run closes: one of its own length, or for ``***`` any."""
    exact = (run for run in reversed(waiting) if run.opens == length or length > 2)
    return next(exact, None)


def _close(partner: _Run, runs: list[_Run], waiting: list[_Run]) -> None:
    closer = _Run("")
    if partner.opens == 2:
        partner.text, closer.text = _BOLD_ON, _BOLD_OFF
    partner.opens = 0
    del waiting[waiting.index(partner) :]
    runs.append(closer)

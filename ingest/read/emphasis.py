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
    """Replace the asterisks that mark bold or italics; of those without a partner, footnote marks stay."""
    runs: list[_Run] = []
    waiting: list[_Run] = []
    done = 0
    for match in _RUNS.finditer(source):
        if match.group().startswith("\\"):
            continue
        runs.append(_Run(source[done : match.start()]))
        done = match.end()
        _take_run(match, runs, waiting)
    runs.append(_Run(source[done:]))
    return "".join(run.text for run in runs)


def _take_run(match: re.Match[str], runs: list[_Run], waiting: list[_Run]) -> None:
    """Close the marks a run of asterisks closes, and open what is left of it."""
    length = len(match.group())
    while length:
        partner = _partner(length, waiting)
        if partner is not None:
            length -= partner.opens
            _close(partner, runs, waiting)
            continue
        size = 2 if length >= 2 else 1
        length -= size
        opener = _Run(_STAR * size if _is_footnote_mark(match) else "", size)
        runs.append(opener)
        if not (size == 1 and _blank(match.string[match.end() :][:1])):  # "5 * 3" opens nothing
            waiting.append(opener)


def _is_footnote_mark(match: re.Match[str]) -> bool:
    """Whether lone asterisks are text: "(*)", "đặc khu*", "5 * 3"; at the start of a line they are not."""
    before = match.string[: match.start()][-1:]
    return before == "(" or (len(match.group()) == 1 and before not in ("", "\n"))


def _blank(char: str) -> bool:
    return not char.strip()


def _partner(length: int, waiting: list[_Run]) -> _Run | None:
    """The open mark a run closes: one of its own length, or for ``***`` any."""
    exact = (run for run in reversed(waiting) if run.opens == length or length > 2)
    return next(exact, None)


def _close(partner: _Run, runs: list[_Run], waiting: list[_Run]) -> None:
    closer = _Run("")
    partner.text = ""
    if partner.opens == 2:
        partner.text, closer.text = _BOLD_ON, _BOLD_OFF
    del waiting[waiting.index(partner) :]
    runs.append(closer)

"""Markdown files: paragraphs as lines, marks taken away, numbers kept as written.

Blocks are found here and not by CommonMark's rules, because crawlers' Markdown does not follow them: text
above ``-----`` is no heading, an indented line no code, ``1-`` a list item, ``3.`` stays 3. Only the marks
inside a paragraph are left to markdown-it (see ``emphasis``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.emphasis import Char, shown
from ingest.read.lines import is_ornament, starts_lower, tidy
from ingest.read.paragraphs import Layout, ends_paragraph, layout
from ingest.read.pipe_tables import BORDER, RULE, Closing, cells_by_closing
from ingest.reading import Cell, Line

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_BULLET = re.compile(r"^\s*[*•]\s+(?=\S)")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+(?=\S|$)")
# "…(Phụ lục 1).**3.2. Thời điểm …": a bold label glued to a sentence begins a paragraph of its own.
_GLUED_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVX]+[.\-]|Điều \d+\.)\s*\S")


@dataclass(frozen=True, slots=True)
class _Source:
    """A source line that holds text, with its characters as a renderer shows them."""

    chars: tuple[Char, ...]
    forced: bool
    """A line break was asked for before it."""

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def bold(self) -> bool:
        return all(char.bold for char in self.chars if not char.text.isspace())


def markdown_lines(source: str) -> list[Line]:
    """The lines of a Markdown text, one a paragraph, heading, list item or table cell."""
    rows = _without_comments(source).splitlines()
    how = layout(rows)
    lines: list[Line] = []
    for level, block, cell in _blocks(rows):
        for group in _paragraphs(_sources(block), how):
            lines.extend(replace(line, cell=cell) for line in _lines_of(group, level))
    return lines


def _without_comments(source: str) -> str:
    """The source without comments; none is looked for where none ends any more: each would be sought to the end."""
    commented, end, rest = source.rpartition("-->")
    return _COMMENT.sub("", commented + end) + rest


def _blocks(quoted: Sequence[str]) -> Iterator[tuple[int, list[str], Cell | None]]:
    """Runs of lines between blank lines, rules, headings and cell borders; with heading level and cell."""
    rows = [_QUOTE.sub("", row) for row in quoted]
    cells = cells_by_closing(rows)
    block: list[str] = []
    for index, row in enumerate(rows):
        heading = _HEADING.fullmatch(row)
        if heading or is_ornament(tidy(row.replace("\\", ""))) or RULE.fullmatch(row):
            yield 0, block, cells.get(Closing(index, 0))
            block = []
            if heading:
                yield len(heading[1]), [heading[2]], None
            continue
        *closed, last = BORDER.split(row)
        for border, text in enumerate(closed):
            yield 0, [*block, text], cells.get(Closing(index, border))
            block = []
        if last.strip():
            block.append(last)
    yield 0, block, None


def _sources(block: Sequence[str]) -> list[_Source]:
    """The lines of a block without their marks."""
    text = "\n".join(_BULLET.sub("- ", row).strip() + ("  " if row.endswith("  ") else "") for row in block)
    sources: list[_Source] = []
    chars: list[Char] = []
    forced = False
    for char in (*shown(text), Char("\n", False)):
        if char.text not in ("\n", "\v"):
            chars.append(char)
            continue
        if any(not c.text.isspace() for c in chars):
            sources.append(_Source(tuple(chars), forced))
            forced = False
        forced = forced or char.text == "\v"
        chars = []
    return sources


def _paragraphs(sources: Sequence[_Source], how: Layout) -> Iterator[list[_Source]]:
    group: list[_Source] = []
    for source in sources:
        if group and _begins_paragraph(group, source, how):
            yield group
            group = []
        group.append(source)
    if group:
        yield group


def _begins_paragraph(group: Sequence[_Source], source: _Source, how: Layout) -> bool:
    """Whether a source line opens a new paragraph though no blank line stands before it."""
    before, after = tidy(group[-1].text), tidy(source.text)
    if source.forced:
        return True
    set_off = source.bold or all(part.bold for part in group)
    if set_off and source.bold != group[-1].bold and not starts_lower(after):
        return True
    return ends_paragraph(before, after, how)


def _lines_of(group: Sequence[_Source], level: int) -> Iterator[Line]:
    """One line, or more where a bold label is glued to the end of a sentence."""
    chars = [char for source in group for char in (*source.chars, Char(" ", source.chars[-1].bold))]
    start = 0
    for index in range(1, len(chars)):
        if _is_glued_label(chars, index):
            yield from _line(chars[start:index], level)
            start = index
    yield from _line(chars[start:], level)


def _is_glued_label(chars: Sequence[Char], index: int) -> bool:
    before, here = chars[index - 1], chars[index]
    if not here.bold or before.bold or before.text not in ".;:)":
        return False
    return _GLUED_LABEL.match("".join(char.text for char in chars[index : index + 12])) is not None


def _line(chars: Sequence[Char], level: int) -> Iterator[Line]:
    text = tidy("".join(char.text for char in chars))
    if text and not is_ornament(text):
        bold = all(char.bold for char in chars if not char.text.isspace())
        yield Line(text, heading=level, bold=bold)

"""A pack as Markdown (CommonMark with the footnotes and tables of GFM); words of the pack are never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.text import one_line
from search_api.exports.paper import Block, Look, Paper, Paragraph, PlanTable, Quotation
from search_api.exports.worded import SOURCES_TITLE

# CommonMark takes a backslash before any ASCII punctuation; escaped is only what could mean something where it stands,
# so that numbers of documents (57-NQ/TW) stay readable. $ is mathematics for many readers, ^ and ~ raise and lower.
_MARKUP = re.compile(r"[\\`*_\[\]<|~$^#]|&(?=#?\w+;)")
# What begins a list, a quotation or a definition, or underlines a heading; a number would lose its figure to the list.
_BEGINNING = re.compile(r"^(\d{1,9})(?=[.)])|^(?=[-+=>:])")


def markdown_of(paper: Paper) -> bytes:
    """The paper as Markdown in UTF-8."""
    return "\n\n".join(_Writer(paper).parts()).encode() + b"\n"


class _Writer:
    """Numbers the footnotes in their order."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._notes: list[str] = []

    def parts(self) -> Iterator[str]:
        paper = self._paper
        yield f"# {literal(paper.title or paper.kind.capitalize())}"
        yield _broken(
            f"**{literal(line)}**" if line == paper.kind else _begun(literal(line))
            for line in (paper.kind, paper.superior, paper.branch, paper.place_and_date)
            if line
        )
        for block in paper.blocks:
            yield self._block(block)
        signature = paper.signature
        yield _broken(_begun(literal(line)) for line in (signature.head, signature.position, signature.name) if line)
        if paper.sources:
            yield f"## {SOURCES_TITLE}"
            yield "\n".join(f"{number}. {literal(one.line)}" for number, one in enumerate(paper.sources, start=1))
        if self._notes:
            yield "\n".join(f"[^{number}]: {literal(note)}" for number, note in enumerate(self._notes, start=1))

    def _block(self, block: Block) -> str:
        match block:
            case PlanTable():
                return "\n".join(_table(block))
            case Quotation():
                return "\n>\n".join(f"> {_begun(literal(line))}" for line in block.lines) + self._mark(block.note)
            case Paragraph():
                return self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> str:
        text = "".join(literal(one.text) + self._mark(one.note) for one in block.pieces)
        match block.look:
            case Look.SECTION:
                return f"## {text}"
            case Look.ITEM:
                return f"### {text}"
            case Look.TRAIL:
                return f"*{text}*"
            case _:
                return f"**{literal(block.lead)}** {text}" if block.lead else _begun(text)

    def _mark(self, note: str) -> str:
        if not note:
            return ""
        self._notes.append(note)
        return f"[^{len(self._notes)}]"


def literal(text: str) -> str:
    """A stretch of a line that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _begun(line: str) -> str:
    """A line, written already, that begins nothing but a paragraph."""
    return _BEGINNING.sub(r"\1\\", line.strip())


def _broken(lines: Iterator[str]) -> str:
    """Lines of one paragraph."""
    return "\\\n".join(lines)


def _table(plan: PlanTable) -> Iterator[str]:
    yield "| TT | Nội dung | Thời gian (phút) |"
    yield "| ---: | --- | ---: |"
    for number, step in enumerate(plan.steps, start=1):
        yield f"| {number} | {literal(one_line(step.what))} | {step.minutes} |"
    yield f"| | **Tổng cộng** | {plan.total} |"

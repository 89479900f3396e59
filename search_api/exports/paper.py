"""A pack as a paper: what stands on it and in which order, whatever it is then written with.

The letterhead, the numbering and the signature follow Hướng dẫn 36-HD/VPTW (2018) on the form of Party papers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from search_api.exports.mentions import Mentions, Piece, plain
from search_api.exports.printable import lines
from search_api.exports.signature import Signature, signature_of
from search_api.exports.sources import Source, sources_of
from search_api.exports.worded import (
    NATION,
    kind_of,
    letterhead_of,
    place_and_date,
    quote_heading,
    quoted_text,
    trail_line,
    warnings_of,
)
from search_api.packs.content import PackContent, Quote, TimeStep


class Look(StrEnum):
    """What a paragraph is; how it looks is up to the writer of a format."""

    SECTION = "section"
    ITEM = "item"
    BODY = "body"
    TRAIL = "trail"
    WARNING = "warning"
    REMARK = "remark"
    QUESTION = "question"


_HEADS = (Look.SECTION, Look.ITEM, Look.TRAIL)
# What is longer is a paragraph, whatever it ends with.
_LONGEST_HEAD = 120


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        look: What it is.
        pieces: Its text, cut where footnote marks stand.
        lead: What stands before the text to say what it is: ``Ghi chú:``; empty in most.
    """

    look: Look
    pieces: tuple[Piece, ...]
    lead: str = ""

    @property
    def is_head(self) -> bool:
        """Whether it stands over what follows and never ends a page: a heading, or "Về mục tiêu:"."""
        text = "".join(piece.text for piece in self.pieces)
        return self.look in _HEADS or (text.endswith(":") and len(text) <= _LONGEST_HEAD)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage word for word.

    Attributes:
        lines: Its lines, the first with an opening quotation mark before it, the last with a closing one after it.
        note: The footnote, whose mark stands outside the quotation marks, never at a word of the source; ``""`` where
            the document was cited in full before: the heading then has all that a short footnote would repeat.
    """

    lines: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The time plan as a table."""

    steps: tuple[TimeStep, ...]

    @property
    def total(self) -> int:
        """Minutes of all steps."""
        return sum(step.minutes for step in self.steps)


Block = Paragraph | Quotation | PlanTable


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that is printed.

    Attributes:
        nation: The line at the head of every Party paper.
        superior: The Party body above; dots where neither it nor the branch is named, ``""`` where only the branch is.
        branch: Whose paper it is, with dots for what is not known.
        place_and_date: ``Mẫu, ngày 03 tháng 12 năm 2026``, with dots for what is not known.
        kind: In capitals: ``TÀI LIỆU SINH HOẠT CHUYÊN ĐỀ``.
        title: The subject.
        author: Who prepared it.
        blocks: The text.
        signature: What stands at its end.
        sources: The documents quoted, each once.
    """

    nation: str
    superior: str
    branch: str
    place_and_date: str
    kind: str
    title: str
    author: str
    blocks: tuple[Block, ...]
    signature: Signature
    sources: tuple[Source, ...]


def paper_of(content: PackContent, warnings: Mapping[int, str]) -> Paper:
    """A printable pack as a paper."""
    superior, branch = letterhead_of(content)
    return Paper(
        nation=NATION,
        superior=superior,
        branch=branch,
        place_and_date=place_and_date(content),
        kind=kind_of(content).upper(),
        title=content.title,
        author=content.author,
        blocks=tuple(_Writer(content, warnings).blocks()),
        signature=signature_of(content),
        sources=sources_of(content),
    )


class _Writer:
    """Writes the text from top to bottom, since what was cited before is cited in short."""

    def __init__(self, content: PackContent, warnings: Mapping[int, str]) -> None:
        self._content = content
        self._warnings = warnings
        self._mentions = Mentions(content.passages)

    def blocks(self) -> Iterator[Block]:
        numbers = map(_roman, count(1))
        content = self._content
        sections: tuple[tuple[str, Iterator[Block]], ...] = (
            ("Mục đích, yêu cầu", self._text(content.aim)),
            ("Kế hoạch thời gian", self._plan()),
            ("Đề dẫn", self._text(content.introduction)),
            ("Nội dung quán triệt", self._passages()),
            ("Liên hệ thực tế", self._text(content.local)),
            ("Câu hỏi thảo luận", self._questions()),
            ("Dự thảo kết luận", self._text(content.conclusion)),
        )
        for title, inside in sections:
            first = next(inside, None)
            if first is not None:
                yield Paragraph(Look.SECTION, plain(f"{next(numbers)}- {title.upper()}"))
                yield first
                yield from inside

    def _text(self, text: str, look: Look = Look.BODY, lead: str = "") -> Iterator[Block]:
        for line in lines(text):
            yield Paragraph(look, self._mentions.marked(line), lead)
            lead = ""

    def _plan(self) -> Iterator[Block]:
        if self._content.plan:
            yield PlanTable(self._content.plan)

    def _passages(self) -> Iterator[Block]:
        for number, passage in enumerate(self._content.passages, start=1):
            note = self._mentions.first_note(passage)
            heading = quote_heading(passage.quote) if note else passage.quote.citation.short
            yield Paragraph(Look.ITEM, plain(f"{number}. {heading}"))
            if trail := trail_line(passage.quote):
                yield Paragraph(Look.TRAIL, plain(trail))
            yield _quotation(passage.quote, note)
            for warning in warnings_of(passage, self._warnings):
                yield Paragraph(Look.WARNING, plain(warning), "Lưu ý:")
            yield from self._text(passage.note, Look.REMARK, "Ghi chú:")
            yield from self._text(passage.question, Look.REMARK, "Câu hỏi:")

    def _questions(self) -> Iterator[Block]:
        numbers = count(1)
        for question in self._content.questions:
            first, *others = lines(question) or [""]
            if first:
                yield Paragraph(Look.QUESTION, self._mentions.marked(first), f"{next(numbers)}.")
            for line in others:
                yield Paragraph(Look.QUESTION, self._mentions.marked(line))


def _quotation(quote: Quote, note: str) -> Quotation:
    return Quotation(tuple(line for line in quoted_text(quote).split("\n") if line), note)


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII")[number - 1]

"""The PDF, set by Typst in a process of its own, which can be stopped."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from search_api.exports.formats import ExportError
from search_api.exports.paper import Block, Paper, Paragraph, PlanTable, Quotation
from search_api.exports.worded import SOURCES_TITLE

_LOG = logging.getLogger("tracuu")
_COMPILER = Path(__file__).with_name("compiler.py")
# Sixty passages take less than a second; the most a pack may hold, a thousand pages, half a minute on a busy machine.
_LONGEST_SECONDS = 30
# Each takes 130 MB for sixty passages, and up to 600 MB for the most a pack may hold.
_AT_ONCE = BoundedSemaphore(2)
# Characters, of some six lines: what is longer may go over the page, where a heading has lines to stand over.
_LONGEST_UNBROKEN, _ROW = 500, 30
# A section, the place of a passage and the titles around it; where somebody types more lines that end in a colon, they
# may part: together they might not fit on any page.
_MOST_HEADS = 4
_LINES = ("nation", "superior", "branch", "place_and_date", "kind", "title", "author")


def pdf_of(paper: Paper) -> bytes:
    """The paper as a tagged PDF.

    Raises:
        ExportError: Typst did not end in time, or failed.
    """
    content = json.dumps(_content(paper), ensure_ascii=False)
    # Typst cannot be interrupted inside a process, and holds its memory: a text that it never ends with must not take
    # the server with it.
    command = [sys.executable, "-I", str(_COMPILER)]
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own program; nothing of the pack stands on its command line
                command, input=content.encode(), capture_output=True, timeout=_LONGEST_SECONDS, check=True
            )
    except subprocess.TimeoutExpired as error:
        raise ExportError(
            f"Tập tài liệu «{paper.title}» chưa dàn trang xong sau {_LONGEST_SECONDS} giây.",
            "Hãy chia tập thành các tập ngắn hơn, hoặc xuất tệp Word.",
        ) from error
    except subprocess.CalledProcessError as error:
        _LOG.error("Typst: %s", error.stderr.decode(errors="replace"))
        raise ExportError(
            f"Tập tài liệu «{paper.title}» chưa dàn trang được.", "Hãy xuất tệp Word rồi in thành PDF."
        ) from error
    return done.stdout


def _content(paper: Paper) -> dict[str, Any]:
    """What the template reads; always data, never markup."""
    groups = [[_block(block) for block in group] for group in _groups(paper.blocks)]
    return {
        **{name: getattr(paper, name) for name in _LINES},
        "signature": asdict(paper.signature),
        "groups": groups,
        "sources_title": SOURCES_TITLE.upper(),
        "sources": [source.line for source in paper.sources],
    }


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Headings with what they stand over, to be kept on one page.

    Typst keeps a heading with the next lines by itself, but not where footnotes then push those to the next page.
    """
    group: list[Block] = []
    for block in blocks:
        heads = isinstance(block, Paragraph) and block.is_head
        if len(group) == _MOST_HEADS or (not heads and _length(block) > _LONGEST_UNBROKEN):
            yield from ([one] for one in group)
            group = []
        group.append(block)
        if not heads:
            yield group
            group = []
    if group:
        yield group


def _length(block: Block) -> int:
    """Characters of a block."""
    match block:
        case Paragraph():
            return sum(len(piece.text) for piece in block.pieces)
        case Quotation():
            return sum(map(len, block.lines))
        case PlanTable():
            return sum(len(step.what) + _ROW for step in block.steps)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case PlanTable():
            steps = [{"what": step.what, "minutes": step.minutes} for step in block.steps]
            return {"look": "plan", "steps": steps, "total": block.total}
        case Quotation():
            return {"look": "quote", **asdict(block)}
        case Paragraph():
            return asdict(block)

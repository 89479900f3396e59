"""The PDF, set by Typst in a process of its own, which can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from search_api.exports.formats import ExportError
from search_api.exports.paper import Block, Paper, PlanTable
from search_api.exports.worded import SOURCES_TITLE

_COMPILER = Path(__file__).with_name("compiler.py")
# Sixty passages take half a second, the most a pack may hold some seconds on a slow machine.
_LONGEST_SECONDS = 30


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
        done = subprocess.run(  # noqa: S603 - our own program; nothing of the pack stands on its command line
            command, input=content.encode(), capture_output=True, timeout=_LONGEST_SECONDS, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise ExportError(
            f"Tập tài liệu «{paper.title}» chưa dàn trang xong sau {_LONGEST_SECONDS} giây.",
            "Hãy chia tập thành các tập ngắn hơn, hoặc xuất tệp Word.",
        ) from error
    except subprocess.CalledProcessError as error:
        raise ExportError(
            f"Tập tài liệu «{paper.title}» chưa dàn trang được.", "Hãy xuất tệp Word rồi in thành PDF."
        ) from error
    return done.stdout


def _content(paper: Paper) -> dict[str, Any]:
    """What the template reads; always data, never markup."""
    return asdict(paper) | {
        "blocks": [_block(block) for block in paper.blocks],
        "sources_title": SOURCES_TITLE.upper(),
        "sources": [source.line for source in paper.sources],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, PlanTable):
        steps = [{"what": step.what, "minutes": step.minutes} for step in block.steps]
        return {"look": "plan", "steps": steps, "total": block.total}
    return {"look": "quote"} | asdict(block)

"""Text on slides, in Vietnamese for whoever checks its spelling."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt


def write_lines(frame: TextFrame, texts: Sequence[str], size: float | None = None) -> None:
    """Paragraphs into an empty frame, in a size in points or the one of the layout."""
    for index, text in enumerate(texts):
        write(frame.paragraphs[0] if index == 0 else added(frame), text, size)


def added(frame: TextFrame) -> _Paragraph:
    """A further paragraph."""
    paragraph: _Paragraph = frame.add_paragraph()  # type: ignore[no-untyped-call]
    return paragraph


def write(paragraph: _Paragraph, text: str, size: float | None = None) -> _Run:
    """A text at the end of a paragraph."""
    run = paragraph.add_run()
    run.text = text
    run._r.get_or_add_rPr().set("lang", "vi-VN")
    if size is not None:
        run.font.size = Pt(size)
    return run

"""Short documents whose outline is written beside their text, and the formats they are put into.

A file under ``annotated/`` holds one paragraph a line, after a bar. Before the bar stands the unit the paragraph
opens, by its depth, its kind and its label; nothing where it opens none::

    1 mục I     | **I- TÌNH HÌNH**
    2 khoản 1   | 1. Đường đã sạch.
                | Riêng thôn Đông còn bụi.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from pdf_maker import Text, make_pdf

from corpus.types import Path as UnitPath
from corpus.types import Step

FOLDER = Path(__file__).parent / "annotated"
_UNITS = (
    *("phần đầu", "nơi nhận", "ký", "văn bản kèm theo", "phụ lục", "tiêu đề"),
    *("phần", "chương", "mục", "điều", "khoản", "số", "điểm", "ngoặc", "gạch", "cộng"),
)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_COLUMNS = 80
_ROWS = 30


@dataclass(frozen=True)
class Paragraph:
    """``path`` is that of the unit it opens, empty if it opens none; ``text`` may hold ``**bold**``."""

    path: UnitPath
    text: str

    @property
    def plain(self) -> str:
        return self.text.replace("**", "")

    @property
    def is_bold(self) -> bool:
        return _BOLD.fullmatch(self.text) is not None


def paragraphs(name: str) -> list[Paragraph]:
    read: list[Paragraph] = []
    path: list[Step] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"(?:(?P<depth>\d) (?P<named>.+?))? *\| (?P<text>.+)", line)
        assert match is not None, line
        if match["depth"]:
            unit = next(unit for unit in _UNITS if match["named"].startswith(unit))
            path = [*path[: int(match["depth"]) - 1], Step(unit, match["named"][len(unit) :].strip())]
        read.append(Paragraph(tuple(path) if match["depth"] else (), match["text"]))
    return read


def as_text(written: list[Paragraph]) -> bytes:
    """One paragraph a line."""
    return "\n".join(paragraph.plain for paragraph in written).encode()


def as_wrapped_text(written: list[Paragraph]) -> bytes:
    """Lines broken at a column, as old programs save them, a blank line between paragraphs."""
    return "\n\n".join(textwrap.fill(paragraph.plain, _COLUMNS) for paragraph in written).encode()


def as_markdown(written: list[Paragraph]) -> bytes:
    return "\n\n".join(paragraph.text for paragraph in written).encode()


def as_webpage(written: list[Paragraph]) -> bytes:
    rows = (_BOLD.sub(r"<b>\1</b>", paragraph.text) for paragraph in written)
    body = "\n".join(f"<p>{row}</p>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><article>{body}</article></body></html>'.encode()


def as_word(written: list[Paragraph]) -> bytes:
    document = docx.Document()
    for paragraph in written:
        made = document.add_paragraph()
        for index, piece in enumerate(_BOLD.split(paragraph.text)):
            made.add_run(piece).bold = index % 2 == 1
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def as_pdf(written: list[Paragraph]) -> bytes:
    """Indented paragraphs, wrapped, over as many pages as it takes."""
    pages: list[list[Text]] = [[]]
    for paragraph, rows in _rows(written):
        for index, row in enumerate(rows):
            if len(pages[-1]) == _ROWS:
                pages.append([])
            top = 780 - 20 * len(pages[-1])
            pages[-1].append(Text(row, 90 if index == 0 else 60, top, size=11, bold=paragraph.is_bold))
    return make_pdf(pages)


def pdf_pages(written: list[Paragraph]) -> list[int]:
    """The page on which each paragraph begins in the PDF."""
    found, rows_before = [], 0
    for _, rows in _rows(written):
        found.append(rows_before // _ROWS + 1)
        rows_before += len(rows)
    return found


def _rows(written: list[Paragraph]) -> list[tuple[Paragraph, list[str]]]:
    """Rows as they fit between the margins; the first one is indented by half a dozen letters."""
    wrapped = (textwrap.wrap(paragraph.plain, _COLUMNS, initial_indent=" " * 5) for paragraph in written)
    return [(paragraph, [row.strip() for row in rows]) for paragraph, rows in zip(written, wrapped, strict=True)]


FORMATS: dict[str, Callable[[list[Paragraph]], bytes]] = {
    "txt": as_text,
    "gãy dòng.txt": as_wrapped_text,
    "md": as_markdown,
    "html": as_webpage,
    "docx": as_word,
    "pdf": as_pdf,
}
"""How a document is put into a file, by the end of the file's name."""

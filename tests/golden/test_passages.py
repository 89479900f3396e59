"""Every passage, of samples and of real documents, is what stands at its place and on its pages."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdf
import pypdfium2
import pytest
import typst
from read_documents import PARTY, SAMPLES, STATE_PDFS, read

from corpus.types import Document, Passage, Span
from ingest.read.lines import tidy
from ingest.split import split

ALL = (*SAMPLES, *PARTY)
PDFS = [path for path in ALL if path.suffix == ".pdf"]


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", ALL, ids=named)
def test_passages_are_the_text_at_their_place(path: Path) -> None:
    document = read(path)
    passages = split(document)
    assert passages
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        assert passage.text == document.text[slice(*passage.span)]
        assert passage.text.strip() == passage.text != ""
    for before, after in pairwise(passages):
        assert before.span.end <= after.span.start


def parts_by_page(document: Document, passage: Passage) -> list[tuple[int, Span]]:
    """What of a passage stands on each of its pages, by the offsets at which pages begin."""
    assert passage.pages is not None
    ends = [*document.page_starts[1:], len(document.text)]
    return [
        (
            page,
            Span(max(passage.span.start, document.page_starts[page - 1]), min(passage.span.end, ends[page - 1])),
        )
        for page in range(passage.pages.first, passage.pages.last + 1)
    ]


def in_reading_order(document: Document, span: Span) -> list[Span]:
    """A part of the text as one, but of rows each cell: readers run through the lines of a row, cell after cell."""
    cuts = {span.start, span.end}
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                cuts.update((cell.span.start, cell.span.end))
    inside = sorted(cut for cut in cuts if span.start <= cut <= span.end)
    return [Span(*pair) for pair in pairwise(inside) if document.text[slice(*pair)].strip()]


def with_marks(document: Document, start: int, end: int) -> str:
    printed = ""
    for note in document.notes:
        if note.anchor is not None and start < note.anchor <= end:
            printed += document.text[start : note.anchor] + note.label
            start = note.anchor
    return printed + document.text[start:end]


@cache
def by_pdfium(path: Path, page: int) -> str:
    with pypdfium2.PdfDocument(path) as file:
        return without_blanks(file[page - 1].get_textpage().get_text_bounded().replace("\ufffe", "-"))


@cache
def by_pypdf(path: Path, page: int) -> str:
    return without_blanks(pypdf.PdfReader(path).pages[page - 1].extract_text())


@cache
def by_pdfplumber(path: Path, page: int) -> str:
    with pdfplumber.open(path) as file:
        return without_blanks(file.pages[page - 1].extract_text())


@cache
def has_fields(path: Path, page: int) -> bool:
    return any(
        each.get_object()["/Subtype"] == "/Widget" for each in pypdf.PdfReader(path).pages[page - 1].get("/Annots", ())
    )


def is_printed(text: str, path: Path, page: int) -> bool:
    """Whether a page holds these words, blanks aside, as one of the readers finds them there.

    None of them sees figures that were stamped into a form field: there, figures are left out.
    """
    wanted = without_blanks(text)
    if any(wanted in reader(path, page) for reader in (by_pdfium, by_pypdf, by_pdfplumber)):
        return True
    return has_fields(path, page) and re.sub(r"\d", "", wanted) in re.sub(r"\d", "", by_pypdf(path, page))


def without_blanks(text: str) -> str:
    return "".join(tidy(text).split())


@pytest.mark.parametrize("path", PDFS, ids=named)
def test_passages_stand_on_their_pages(path: Path) -> None:
    check_pages(path)


@pytest.mark.parametrize("path", STATE_PDFS, ids=named)
def test_passages_of_state_documents_stand_on_their_pages(path: Path) -> None:
    check_pages(path)


def test_a_passage_with_a_note_stands_on_its_pages(tmp_path: Path) -> None:
    """The note and its mark are out of the passage, and everything else is in it, over the page break too."""
    item = "Chi bộ họp#footnote[Theo Điều lệ Đảng, mỗi tháng một lần vào ngày cố định.] thường lệ để bàn việc. "
    source = '#set page(width: 300pt, height: 200pt)\n#set text(font: "Libertinus Serif", hyphenate: false)\n'
    path = tmp_path / "mau.pdf"
    typst.Compiler(ignore_system_fonts=True).compile((source + item * 9).encode(), output=path)
    document = check_pages(path)
    assert [note.label for note in document.notes] == [str(number) for number in range(1, 10)]
    assert all(note.anchor and document.text[: note.anchor].endswith("họp") for note in document.notes)


def check_printed(document: Document, span: Span, path: Path, page: int) -> None:
    """Whether a part of the text stands on a page: as one, or in a table each of its cells, each of their lines."""
    if is_printed(with_marks(document, *span), path, page):
        return
    for piece in in_reading_order(document, span):
        cells = {cell.span for table in document.tables for row in table.rows for cell in row.cells}
        text = with_marks(document, *piece)
        if is_printed(text, path, page):
            continue
        assert any(cell.start <= piece.start and piece.end <= cell.end for cell in cells), f"{text}, trang {page}"
        # A cell of several lines beside others of several lines: pdfium reads line by line, and so is it compared.
        starts = [line.start for line in document.layout.lines if piece.start < line.start < piece.end]
        for line in pairwise([piece.start, *starts, piece.end]):
            assert is_printed(with_marks(document, *line), path, page), f"{text}, trang {page}"


def check_pages(path: Path) -> Document:
    document = read(path)
    for passage in split(document):
        parts = parts_by_page(document, passage)
        assert passage.text == document.text[slice(*passage.span)]
        assert all(document.text[slice(*span)].strip() for _, span in (parts[0], parts[-1]))
        if passage.recognised:
            continue  # it stands in the picture of the page, which no reader of text sees
        for page, span in parts:
            check_printed(document, span, path, page)
    return document


@pytest.mark.parametrize("path", [*PDFS, *STATE_PDFS], ids=named)
def test_lines_know_their_place(path: Path) -> None:
    """A viewer marks a passage by the rectangles of its lines, within the page."""
    document = read(path)
    lines = document.layout.lines
    known = [line for line in lines if line.rect is not None]
    assert len(known) >= 0.995 * len(lines)
    with pypdfium2.PdfDocument(path) as file:
        boxes = [file[page].get_cropbox() for page in range(len(file))]
    for line in known:
        left, bottom, right, top = boxes[line.page - 1]
        assert line.rect is not None
        assert left <= line.rect.left < line.rect.right <= right + 1
        assert bottom <= line.rect.bottom < line.rect.top <= top

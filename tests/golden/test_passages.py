"""Every passage, of samples and of real documents, is what stands at its place and on its pages."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from read_documents import PARTY, SAMPLES, read

from corpus.text import clean
from corpus.types import Document, Passage
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


def parts_by_page(document: Document, passage: Passage) -> list[tuple[int, str]]:
    """What a passage says on each of its pages, by the offsets at which pages begin."""
    assert passage.pages is not None
    ends = [*document.page_starts[1:], len(document.text)]
    parts = []
    for page in range(passage.pages.first, passage.pages.last + 1):
        start, end = max(passage.span.start, document.page_starts[page - 1]), min(passage.span.end, ends[page - 1])
        parts.append((page, document.text[start:end]))
    return parts


@pytest.mark.parametrize("path", PDFS, ids=named)
def test_passages_stand_on_their_pages(path: Path) -> None:
    document = read(path)
    with pypdfium2.PdfDocument(path) as file:
        printed = ["".join(clean(page.get_textpage().get_text_bounded()).split()) for page in file]
    for passage in split(document):
        parts = parts_by_page(document, passage)
        assert "".join(text for _, text in parts) == passage.text
        for page, text in parts:
            assert text.strip()
            assert "".join(text.split()) in printed[page - 1], f"{passage.id}, trang {page}"

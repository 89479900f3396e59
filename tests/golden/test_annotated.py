"""Documents annotated beside their text, in every format: the same units in each, and on the right pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotated_documents import FOLDER, FORMATS, paragraphs, pdf_pages

from corpus.types import Document
from ingest.document import read_document
from ingest.read.rules import Rules

NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def read_as(name: str, suffix: str, folder: Path) -> Document:
    path = folder / f"{name}.{suffix}"
    path.write_bytes(FORMATS[suffix](paragraphs(name)))
    return read_document(path, Rules())


# Numbered without a full stop, its titles are told from text only by being set in bold.
SET_OFF_BY_BOLD = "12-quy-chuan"


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_units(name: str, suffix: str, tmp_path: Path) -> None:
    if name == SET_OFF_BY_BOLD and suffix.endswith("txt"):
        pytest.skip("plain text has no bold")
    document = read_as(name, suffix, tmp_path)
    written = [paragraph for paragraph in paragraphs(name) if paragraph.path]
    assert [unit.path for unit in document.sections] == [paragraph.path for paragraph in written]
    for unit, paragraph in zip(document.sections, written, strict=True):
        words = document.text[slice(*unit.span)].split()
        expected = paragraph.plain.split()
        # The mark of a list is syntax where a format has lists; what follows it is not.
        assert words[1 : len(expected)] == expected[1:]


@pytest.mark.parametrize("name", NAMES)
def test_pages(name: str, tmp_path: Path) -> None:
    written = paragraphs(name)
    document = read_as(name, "pdf", tmp_path)
    expected = [page for paragraph, page in zip(written, pdf_pages(written), strict=True) if paragraph.path]
    assert [unit.pages.first for unit in document.sections if unit.pages] == expected

"""One document in several formats has the same units with the same words: formats are the reader's business."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents.render import SOURCES
from corpus.documents.render_docx import render_docx
from corpus.documents.render_pdf import render_pdf
from corpus.documents.render_web import render_html, render_text
from corpus.documents.source import SampleDocument, load_sources
from corpus.text import one_line
from corpus.types import Document
from corpus.types import Path as UnitPath
from ingest.document import read_document
from ingest.read.rules import Rules

# Word and HTML set the signature beside the recipients, text sets them one below the other.
_TAIL = ("phần đầu", "ký", "nơi nhận")


def units(document: Document) -> list[tuple[UnitPath, str]]:
    """Each unit and its letters and digits; capitals and small letters are one, for formats differ in them."""
    return [
        (section.path, "".join(filter(str.isalnum, document.text[slice(*section.span)].lower())))
        for section in document.sections
        if section.path[0].unit not in _TAIL
    ]


@pytest.mark.parametrize("sample", load_sources(SOURCES), ids=lambda sample: sample.file_name)
def test_a_document_is_the_same_in_every_format(sample: SampleDocument, tmp_path: Path) -> None:
    made = {"docx": render_docx, "html": render_html, "txt": render_text, "md": render_text, "pdf": render_pdf}
    read = {}
    for suffix, render in made.items():
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(render(sample))
        read[suffix] = units(read_document(path, Rules()))
    assert read["docx"]
    for suffix in ("html", "txt", "md", "pdf"):
        assert read[suffix] == read["docx"], suffix


@pytest.mark.parametrize("sample", load_sources(SOURCES), ids=lambda sample: sample.file_name)
def test_the_rows_of_a_table_are_the_same_in_word_and_pdf(sample: SampleDocument, tmp_path: Path) -> None:
    rows = []
    for suffix, render in {"docx": render_docx, "pdf": render_pdf}.items():
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(render(sample))
        document = read_document(path, Rules())
        rows.append(
            [
                (row.address, row.label, [one_line(document.text[slice(*cell.span)]) for cell in row.cells])
                for table in document.tables
                for row in table.rows
            ]
        )
    assert rows[0] == rows[1]
    assert bool(rows[0]) == any(block.kind == "table" for block in sample.blocks)

"""From lines to a named document, whatever the lines are, and the outline that is shown of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from made_lines import made_reading
from made_readings import readings

from ingest.document import name_document
from ingest.outline_json import outline_json
from ingest.outline_tree import outline_lines
from ingest.reading import Reading
from ingest.split import split
from ingest.structure import structure
from ingest.warnings import remarks


@given(readings())
@settings(max_examples=100, deadline=None)
def test_whatever_the_lines_passages_quote_the_document(reading: Reading) -> None:
    document = name_document(reading, structure(reading), "mau.pdf", "0" * 64)
    passages = split(document)
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        assert passage.text == document.text[slice(*passage.span)] != ""
        assert len(passage.trail) < len(passage.path)
        assert (passage.pages is None) == (reading.pages == 0)
    for reference in document.relations:
        named = document.text[slice(*reference.span)]
        assert reference.name is None or named == reference.name


@given(readings())
@settings(max_examples=40, deadline=None)
def test_whatever_the_lines_the_outline_can_be_shown(reading: Reading) -> None:
    document = name_document(reading, structure(reading), "mau.pdf", "0" * 64)
    assert len(json.loads(json.dumps(outline_json(document)))["units"]) == len(document.sections)
    shown = [line.plain for line in outline_lines(document, remarks(document), 100)]
    assert len([line for line in shown if "├─ " in line or "└─ " in line]) == len(document.sections)


def test_the_same_lines_give_the_same_document() -> None:
    reading = made_reading("Mở đầu.\n1. Trồng cây.\n2. Tưới cây.")
    first, second = (name_document(reading, structure(reading), "a.txt", "0" * 64) for _ in range(2))
    assert first == second
    assert first.ref.id.startswith("van-ban-")


def test_documents_without_a_number_are_told_apart_by_their_text() -> None:
    readings = (made_reading("Mở đầu.\n1. Trồng cây."), made_reading("Mở đầu.\n1. Tưới cây."))
    first, second = (name_document(reading, structure(reading), "a.txt", "0" * 64) for reading in readings)
    assert first.ref.id != second.ref.id


@pytest.mark.parametrize(
    "handing_over",
    [
        "Trân trọng giới thiệu toàn văn Nghị quyết số 05-NQ/ĐU:",
        "Dưới đây là toàn văn Nghị quyết như sau.",
        "Toàn văn như sau:",
    ],
)
def test_what_a_press_copy_says_before_the_document_is_not_quoted(handing_over: str) -> None:
    reading = made_reading(
        "# Đảng ủy xã Minh Khai Mẫu ra nghị quyết mới\n"
        "Ngày 18/8/2025, đồng chí Trần Văn Mẫu đã ký ban hành Nghị quyết số 05-NQ/ĐU về trồng cây trong thôn.\n"
        f"{handing_over}\nThôn ta nhiều đất trống.\n1. Mỗi hộ trồng ba cây."
    )
    document = name_document(reading, structure(reading), "a.txt", "0" * 64)
    assert (document.ref.number, document.ref.kind) == ("05-NQ/ĐU", "Nghị quyết")
    assert [passage.text for passage in split(document)] == ["Thôn ta nhiều đất trống.", "1. Mỗi hộ trồng ba cây."]


def test_a_document_that_speaks_of_a_full_text_introduces_nothing() -> None:
    reading = made_reading("NGHỊ QUYẾT\nvề công khai\nToàn văn các nghị quyết được niêm yết.\n1. Mỗi thôn một bảng.")
    document = name_document(reading, structure(reading), "a.txt", "0" * 64)
    assert "Toàn văn" in split(document)[0].text

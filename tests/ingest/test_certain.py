"""Numbers and dates a scan shows unsurely: left empty and told, never cited."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from made_lines import made_reading

from corpus.types import Document
from ingest.document import name_document
from ingest.reading import Word
from ingest.structure import structure
from ingest.warnings import remarks, unsure_fields

WRITTEN = """
    [1] ĐẢNG ỦY XÃ MINH KHAI MẪU
    [1] Số 17-QĐ/ĐU
    [1] Minh Khai Mẫu, ngày 02 tháng 7 năm 2025
    [1] ** QUYẾT ĐỊNH
    [1] ** về nhà văn hóa thôn
    [1] Căn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương;
    [1] ** Điều 1. Mở cửa nhà văn hóa.
    [1] ** Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12-QĐ/ĐU.
"""


def scanned(unsure: str = "") -> Document:
    """The document as recognition reads it, sure of all words but one."""
    reading = made_reading(WRITTEN)
    lines = []
    for line in reading.lines:
        words = (Word(found.start(), found.end(), 97) for found in re.finditer(r"\S+", line.text))
        doubted = (word._replace(confidence=60 if line.text[slice(*word[:2])] == unsure else 97) for word in words)
        lines.append(replace(line, words=tuple(doubted)))
    reading = replace(reading, lines=tuple(lines))
    return name_document(reading, structure(reading), "quét.pdf", "0" * 64)


def test_what_is_read_surely_is_stated() -> None:
    document = scanned()
    assert (document.ref.number, document.ref.issued_on) == ("17-QĐ/ĐU", date(2025, 7, 2))
    assert document.effective_on == date(2025, 7, 2)
    assert {relation.number for relation in document.relations} == {"24-QĐ/TW", "12-QĐ/ĐU"}
    assert unsure_fields(document) == ()


def test_an_unsure_number_is_no_identity() -> None:
    document = scanned("17-QĐ/ĐU")
    assert document.ref.number is None
    assert "17" not in document.ref.id
    (remark,) = unsure_fields(document)
    assert (remark.page, "số hiệu" in remark.what, "17-QĐ/ĐU" in remark.what) == (1, True, True)
    assert remarks(document)[0] == remark
    assert not any("không tìm thấy" in said.what and "số hiệu" in said.what for said in remarks(document))


@pytest.mark.parametrize("word", ["02", "7", "2025"])
def test_an_unsure_date_is_none_and_nothing_is_counted_from_it(word: str) -> None:
    document = scanned(word)
    assert (document.ref.issued_on, document.effective_on) == (None, None)
    assert {remark.what.split(" đọc")[0] for remark in unsure_fields(document)} == {"ngày ban hành", "ngày có hiệu lực"}


def test_no_document_is_replaced_by_an_unsure_number() -> None:
    replaced = [relation for relation in scanned("12-QĐ/ĐU.").relations if relation.relation == "thay thế"]
    assert [(relation.number, relation.name) for relation in replaced] == [(None, "12-QĐ/ĐU")]


def test_doubts_of_the_opening_are_told() -> None:
    said = [remark.what for remark in remarks(scanned("24-QĐ/TW,"))]
    assert "chữ nhận dạng chưa chắc: «24-QĐ/TW»" in said

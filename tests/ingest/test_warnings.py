"""What a person is told to check, each warning by a document that deserves it and by one that does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_lines import made_reading

from corpus.types import Document, Note, RecognisedWord
from ingest.document import name_document
from ingest.structure import structure
from ingest.warnings import WHOLE, Remark, remarks

NAMED = {"number": "03-QĐ/ĐU", "kind": "Quyết định", "issuer": "Đảng ủy xã", "title": "về nhà văn hóa"}


def made_document(written: str) -> Document:
    """A document whose identity is known, so that only its units are remarked on."""
    reading = made_reading(written)
    document = name_document(reading, structure(reading), "thử.txt", "")
    ref = replace(document.ref, **NAMED, issued_on=date(2025, 10, 1))
    return replace(document, ref=ref, signer="Trần Văn Mẫu")


def said(written: str) -> list[str]:
    return [f"{remark.place}: {remark.what}" for remark in remarks(made_document(f"Mở đầu.\n{written}"))]


NUMBERING = {
    "numbers in order": ("1. Một.\n2. Hai.\na) Ba;\nb) Bốn.\n3. Năm.", []),
    "a gap": ("1. Một.\n3. Ba.", ["khoản 3: đứng ngay sau khoản 1: thiếu khoản 2"]),
    "a wide gap": ("1. Một.\n4. Bốn.", ["khoản 4: đứng ngay sau khoản 1: thiếu 2 khoản"]),
    "a repeat": ("1. Một.\n2. Hai.\n2. Lại hai.", ["khoản 2: in lặp lại số của khoản 2 ngay trước"]),
    "a list that begins anew": (
        "1. Một.\n2. Hai.\nViệc thêm:\n1. Một nữa.",
        ["khoản 1: đánh số lại từ đầu, ngay sau khoản 2"],
    ),
    "a list in an annex may begin anew": ("1. Không.\nPhụ lục I\n1. Một.\n2. Hai.\nViệc thêm:\n1. Một nữa.", []),
    "points in either alphabet": ("1. Gồm:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy.", []),
    "points put in between": ("1. Gồm:\na) Một;\na1) Một phẩy;\nb) Hai.", []),
    "articles across chapters": ("Chương I\nĐiều 1. Một\nChương II\nĐiều 2. Hai\nĐiều 2a. Hai a", []),
    "articles with a gap": (
        "** Chương I\n** Điều 1. Một\n** Chương II\n** Điều 3. Ba",
        ["chương II, Điều 3: đứng ngay sau Điều 1: thiếu Điều 2"],
    ),
    "dotted numbers": (
        "1. Một.\n1.1. Một một.\n1.3. Một ba.",
        ["khoản 1, điểm 1.3: đứng ngay sau điểm 1.1: thiếu 1 số"],
    ),
    "letters of parts": ("A- MỘT HAI\nI- BA BỐN\nB- NĂM SÁU\nI- BẢY TÁM\nC- CHÍN MƯỜI\nD- MỘT HAI", []),
    "an excerpt": ("** Điều 7. Bảy", ["Điều 7: đứng đầu dãy mà không mang số đầu"]),
}


@pytest.mark.parametrize(("written", "expected"), NUMBERING.values(), ids=NUMBERING.keys())
def test_numbering(written: str, expected: list[str]) -> None:
    assert said(written) == expected


QUOTATIONS = {
    "closed": ("1. Sửa như sau:\n“1. Một.\n2. Hai.”", []),
    "never closed": ("1. Học “Điều lệ.", ["khoản 1: mở ngoặc kép mà không đóng: «“Điều lệ.…»"]),
    "never opened": ("1. Học Điều lệ”.", ["khoản 1: đóng ngoặc kép mà không mở: «…1. Học Điều lệ”»"]),
}


@pytest.mark.parametrize(("written", "expected"), QUOTATIONS.values(), ids=QUOTATIONS.keys())
def test_quotation_marks(written: str, expected: list[str]) -> None:
    assert said(written) == expected


def test_a_long_unit_is_told_but_no_long_quotation_and_no_annex() -> None:
    long = "Giữ gìn đường làng ngõ xóm. " * 120
    (what,) = said(f"1. {long}")
    assert what == "khoản 1: dài 3359 ký tự không chia nhỏ, có thể sót đề mục"
    assert said(f"1. Sửa như sau:\n“{long}”") == []
    assert said(f"1. Một.\nPhụ lục I\n1. {long}") == []


def test_what_the_document_does_not_say_of_itself() -> None:
    reading = made_reading("Mở đầu.\n1. Một.")
    (remark,) = remarks(name_document(reading, structure(reading), "thử.txt", ""))
    missing = "số hiệu, loại văn bản, cơ quan ban hành, ngày ban hành, trích yếu, người ký"
    assert remark == Remark(WHOLE, f"không tìm thấy {missing}")


def test_pages_without_words_and_pages_of_remarks() -> None:
    document = made_document("[1] Mở đầu.\n[4] 1. Một.\n[6] 2. Hai.\n2. Lại hai.")
    assert remarks(document) == (
        Remark(WHOLE, "trang 2-3 không có chữ", 2),
        Remark(WHOLE, "trang 5 không có chữ", 5),
        Remark("khoản 2", "in lặp lại số của khoản 2 ngay trước", 6),
    )


def test_notes_without_a_mark() -> None:
    notes = (Note("1", 3, "Chú thích có dấu."), Note("2", None, "Chú thích mất dấu.", page=4))
    document = replace(made_document("Mở đầu.\n1. Một."), notes=notes)
    assert remarks(document) == (Remark(WHOLE, "không thấy dấu chú thích «2» trong bài", 4),)


def test_converted_encodings() -> None:
    document = made_document("Mở đầu.\n1. Một.")
    document = replace(document, source=replace(document.source, encodings=("TCVN3",)))
    (remark,) = remarks(document)
    assert "TCVN3" in remark.what


def test_doubtful_words() -> None:
    document = made_document("Mở đầu.\n1. Công văn số 34O nêu rõ.")
    start = document.text.index("34O")
    layout = replace(document.layout, words=(RecognisedWord(start, start + 3, 97),))
    said = [remark.what for remark in remarks(replace(document, layout=layout))]
    assert said == ["chữ nhận dạng chưa chắc: «34O»"]

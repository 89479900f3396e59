"""The page by which a person checks a document: fitted to its width, pages at the right end."""

from __future__ import annotations

from dataclasses import replace

from made_lines import made_reading

from corpus.types import Document, Note
from ingest.document import name_document
from ingest.outline_tree import outline_lines
from ingest.structure import structure
from ingest.warnings import Remark

WRITTEN = """
    [1] Mở đầu.
    1. Một việc kể ra thì rất dài, dài hơn một dòng của màn hình, nên phải cắt bớt đi cho vừa:
    a) Hai;
    [3] b) Ba.
    - Bốn.
    2. Năm.
"""


def made_document() -> Document:
    reading = made_reading(WRITTEN)
    return name_document(reading, structure(reading), "thử.pdf", "")


def shown(document: Document, *remarks: Remark, width: int = 60) -> list[str]:
    return [line.plain for line in outline_lines(document, remarks, width)]


def test_units_with_their_pages() -> None:
    lines = shown(made_document())
    tree = lines[lines.index("") + 1 :]
    assert tree[:6] == [
        "├─ phần đầu  Mở đầu.                                   tr. 1",
        "├─ khoản 1  Một việc kể ra thì rất dài, dài hơn …    tr. 1-3",
        "│  ├─ điểm a  Hai;                                     tr. 1",
        "│  └─ điểm b  Ba.                                      tr. 3",
        "│     └─ gạch 1  Bốn.                                  tr. 3",
        "└─ khoản 2  Năm.                                       tr. 3",
    ]


def test_what_was_recognised_comes_first() -> None:
    document = made_document()
    named = replace(document.ref, number="03-QĐ/ĐU", title="về " + "nhà văn hóa " * 6)
    source = replace(document.source, encodings=("VNI",), page_labels=("", "2", "3"))
    lines = shown(replace(document, ref=named, source=source, notes=(Note("1", 3, "Chú thích."),)))
    assert lines[0] == "Văn bản 03-QĐ/ĐU"
    assert "Số hiệu       03-QĐ/ĐU" in lines
    assert "Loại          —" in lines
    assert "Số trang      3 (số in trên trang: 2 đến 3)" in lines
    assert "Bảng mã cũ    VNI" in lines
    assert "Đã tách       2 khoản, 2 điểm, 1 gạch, 1 chú thích" in lines
    title = lines.index("Trích yếu     về nhà văn hóa nhà văn hóa nhà văn hóa nhà văn")
    assert lines[title + 1].startswith("              hóa nhà")


def test_warnings_come_last_and_are_not_too_many() -> None:
    remarks = [Remark("khoản 2", f"điều lạ thứ {number}", 3) for number in range(31)]
    lines = shown(made_document(), *remarks)
    assert lines[-32] == "31 cảnh báo"
    assert lines[-31] == "! tr. 3: khoản 2: điều lạ thứ 0"
    assert lines[-1].startswith("  … và 1 cảnh báo nữa")
    assert shown(made_document())[-1] == "Không có cảnh báo."


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (50, 80, 120):
        remark = Remark("khoản 1, điểm a", "một điều rất lạ " * 10, 1)
        assert max(map(len, shown(made_document(), remark, width=width))) <= width

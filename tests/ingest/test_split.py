"""From a document to its passages, on made-up documents."""

from __future__ import annotations

from itertools import pairwise

from made_lines import made_reading
from made_tables import document_with

from corpus.types import PageRange, Passage
from ingest.document import name_document
from ingest.reading import Reading
from ingest.split import split
from ingest.structure import structure

WRITTEN = """
    [1] ĐẢNG ỦY XÃ MẪU
    Số 05-NQ/ĐU
    Mẫu, ngày 18 tháng 8 năm 2025
    ** NGHỊ QUYẾT
    ** về trồng cây
    Đảng ủy quyết nghị:
    ** I- NHIỆM VỤ
    1. Trồng cây hai bên đường, mỗi hộ
    [2] ~ ba cây.
    a) Cây bàng;
    2.
    a) Cây nhãn.
    Nơi nhận:
    - Các chi bộ.
    T/M BAN THƯỜNG VỤ
    BÍ THƯ
    Trần Văn Mẫu
"""


def passages_of(written: str, labels: tuple[str, ...] = ()) -> dict[str, Passage]:
    reading = made_reading(written)
    reading = Reading(reading.lines, reading.media_type, reading.pages, labels, reading.reader)
    document = name_document(reading, structure(reading), "mau.pdf", "0" * 64)
    found = split(document)
    assert all(passage.text == document.text[slice(*passage.span)] for passage in found)
    assert [passage.position for passage in found] == list(range(len(found)))
    return {passage.id.partition("/")[2]: passage for passage in found}


def test_a_passage_is_a_unit_word_for_word_with_its_pages() -> None:
    passage = passages_of(WRITTEN)["muc-i/khoan-1"]
    assert passage.text == "1. Trồng cây hai bên đường, mỗi hộ ba cây."
    assert passage.pages == PageRange(1, 2)
    assert passage.page_labels is None
    assert passage.trail == ("I- NHIỆM VỤ",)
    assert passage.id == "05-nq-du-ban-thuong-vu-dang-uy-xa-mau-2025-08-18/muc-i/khoan-1"


def test_the_trail_names_the_units_around_outermost_first() -> None:
    assert passages_of(WRITTEN)["muc-i/khoan-1/diem-a"].trail == (
        "I- NHIỆM VỤ",
        "1. Trồng cây hai bên đường, mỗi hộ ba cây.",
    )


def test_signatures_recipients_and_bare_labels_are_not_quoted() -> None:
    assert list(passages_of(WRITTEN)) == [
        "phan-dau",
        "muc-i",
        "muc-i/khoan-1",
        "muc-i/khoan-1/diem-a",
        "muc-i/khoan-2/diem-a",
    ]


def test_of_the_opening_only_what_follows_the_title_is_quoted() -> None:
    assert passages_of(WRITTEN)["phan-dau"].text == "Đảng ủy quyết nghị:"


def test_printed_page_labels_where_they_differ_from_the_count() -> None:
    assert passages_of(WRITTEN, ("5", "6"))["muc-i/khoan-1"].page_labels == ("5", "6")
    assert passages_of(WRITTEN, ("1", "2"))["muc-i/khoan-1"].page_labels is None


def test_a_long_title_in_a_trail_is_cut_at_a_word() -> None:
    sentence = "Trồng cây " * 40
    trail = passages_of(f"Mở đầu.\n1. {sentence}\na) Cây bàng.")["khoan-1/diem-a"].trail
    assert len(trail[0]) <= 162
    assert trail[0].endswith(("Trồng …", "cây …"))


def test_the_trail_below_a_repeated_label_is_that_of_the_nearest_one() -> None:
    found = passages_of("Mở đầu.\n1. Một:\na) Cây bàng.\nThêm nữa.\n1. Lại một:\na) Cây nhãn.")
    assert found["khoan-1/diem-a"].trail == ("1. Một:",)
    assert found["khoan-1/diem-a-lan-2"].trail == ("1. Lại một:",)


TABLED = """
    Mở đầu.
    ** 1. Mức đóng góp
    Các hộ đóng góp như sau:
    TT | Hộ | Mức
    3x Thôn Thượng |
    1 | Hộ nghèo | Không
    2 | Hộ khác | 50.000 đồng
    Hộ khó khăn được xét giảm.
    2. Thu theo quý.
"""


def tabled_passages(written: str) -> dict[str, Passage]:
    document = document_with(written)
    found = split(document)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    assert all(passage.text == document.text[slice(*passage.span)] for passage in found)
    return {passage.id.partition("/")[2]: passage for passage in found}


def test_the_rows_of_a_table_are_passages_between_the_parts_of_its_unit() -> None:
    found = tabled_passages(TABLED)
    assert {address: passage.text for address, passage in found.items()} == {
        "phan-dau": "Mở đầu.",
        "khoan-1": "1. Mức đóng góp\nCác hộ đóng góp như sau:\nTT\nHộ\nMức",
        "khoan-1/bang-1/nhom": "Thôn Thượng",
        "khoan-1/bang-1/dong-1": "1\nHộ nghèo\nKhông",
        "khoan-1/bang-1/dong-2": "2\nHộ khác\n50.000 đồng",
        "khoan-1/tiep-2": "Hộ khó khăn được xét giảm.",
        "khoan-2": "2. Thu theo quý.",
    }
    assert [tuple(step) for step in found["khoan-1/bang-1/dong-2"].path] == [
        ("khoản", "1"),
        ("bảng", "1"),
        ("dòng", "2"),
    ]
    assert found["khoan-1/tiep-2"].path == found["khoan-1"].path


def test_the_trail_of_a_row_names_its_unit_its_columns_and_what_stands_over_it() -> None:
    found = tabled_passages(TABLED)
    assert found["khoan-1/bang-1/dong-2"].trail == ("1. Mức đóng góp", "TT | Hộ | Mức", "Thôn Thượng")
    assert found["khoan-1"].trail == ()
    assert found["khoan-1/tiep-2"].trail == ("1. Mức đóng góp",)


def test_a_caption_and_its_head_are_a_passage_of_the_table() -> None:
    found = tabled_passages("Mở đầu.\n1. Mức:\nBảng 2. Mức đóng\nTT | Mức\n1 | năm đồng\n2 | bảy đồng")
    assert found["khoan-1"].text == "1. Mức:"
    assert found["khoan-1/bang-2"].text == "Bảng 2. Mức đóng\nTT\nMức"
    assert found["khoan-1/bang-2/dong-1"].trail == ("1. Mức:", "Bảng 2. Mức đóng", "TT | Mức")


def test_rows_that_wait_to_be_filled_in_are_not_quoted() -> None:
    found = tabled_passages("Mở đầu.\n1. Mẫu:\nTT | Họ tên\n1. | Trần Văn Mẫu\n2. | ………\n3. | …")
    assert [address for address in found if "dong" in address] == ["khoan-1/bang-1/dong-1"]


def test_rows_that_go_together_are_cut_where_they_grow_long() -> None:
    rows = "\n".join(f"| {'Trồng cây bên đường làng ' * 20} | {place}" for place in range(9))
    found = tabled_passages(f"Mở đầu.\n1. Việc:\nTT | Việc | Hạn\n1 | Đào hố | 9\n{rows}\n2 | Tưới | 9")
    parts = [passage for address, passage in found.items() if "dong-1" in address]
    assert len(parts) > 1
    assert all(len(passage.text) <= 2000 for passage in parts)
    assert len({passage.path for passage in parts}) == 1

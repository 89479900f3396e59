"""From a document to its passages, on made-up documents."""

from __future__ import annotations

from made_lines import made_reading

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

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from doubles import made_document

from corpus.identity import addresses, document_id
from corpus.types import Document, Step

DAY = date(2025, 8, 18)


def named(
    number: str | None = "05-NQ/ĐU",
    issuer: str | None = "Đảng ủy xã Mẫu",
    day: date | None = DAY,
    title: str | None = "về chuyển đổi số",
    text: str = "Nội dung.",
) -> str:
    return document_id(number, "Nghị quyết", issuer, day, title, text)


@pytest.mark.parametrize(
    ("number", "issuer", "day", "wanted"),
    [
        ("57-NQ/TW", "Bộ Chính trị", date(2024, 12, 22), "57-nq-tw-2024-12-22"),
        ("45-HD/BTCTW", "Ban Tổ chức Trung ương", DAY, "45-hd-btctw-2025-08-18"),
        ("30/2020/NĐ-CP", "Chính phủ", date(2020, 3, 5), "30-2020-nd-cp-2020-03-05"),
        ("439/QĐ-TTg", "Thủ tướng Chính phủ", DAY, "439-qd-ttg-2025-08-18"),
        ("117/2025/QH15", "Quốc hội", DAY, "117-2025-qh15-2025-08-18"),
        ("05-NQ/ĐU", "Đảng ủy xã Mẫu", DAY, "05-nq-du-dang-uy-xa-mau-2025-08-18"),
        ("84-KH/TU", "Tỉnh ủy Mẫu", DAY, "84-kh-tu-tinh-uy-mau-2025-08-18"),
        ("05-NQ/ĐU", None, None, "05-nq-du"),
    ],
)
def test_ids_of_numbered_documents(number: str, issuer: str | None, day: date | None, wanted: str) -> None:
    assert named(number, issuer, day) == wanted


def test_a_repeated_number_is_told_apart_by_date_and_by_commune() -> None:
    same_number = {
        named("18-NQ/TW", "Ban Chấp hành Trung ương", date(2017, 10, 25)),
        named("18-NQ/TW", "Ban Chấp hành Trung ương", date(2022, 6, 16)),
        named("01-NQ/ĐU", "Đảng ủy xã Mẫu"),
        named("01-NQ/ĐU", "Đảng ủy xã Khác"),
        named("01-NQ/ĐU", "Đảng ủy xã Mẫu", date(2026, 8, 18)),
    }
    assert len(same_number) == 5


def test_a_numbered_document_keeps_its_id_when_its_text_is_read_differently() -> None:
    assert named(text="Nội dung.") == named(text="Nội  dung khác", title="về việc khác")


def test_documents_without_a_number_are_told_apart_by_their_text() -> None:
    first, second = named(None, text="Một."), named(None, text="Hai.")
    assert first != second
    assert first.startswith("nghi-quyet-ve-chuyen-doi-so-2025-08-18-")
    assert named(None, text="một. ") == first, "blanks and capitals do not make another document"


def test_a_document_that_says_nothing_still_has_an_id() -> None:
    name = document_id(None, None, None, None, None, "…")
    assert name.startswith("van-ban-")
    assert name.isascii()


def paths_of(*labels: tuple[str, str]) -> list[tuple[Step, ...]]:
    return [(Step(unit, label),) for unit, label in labels]


def test_addresses_are_readable() -> None:
    paths = [
        (Step("phần đầu", ""),),
        (Step("mục", "III"), Step("khoản", "2"), Step("gạch", "3")),
        (Step("số", "10.2"),),
        (Step("văn bản kèm theo", "Quy chế"), Step("điều", "5a")),
        (Step("nơi nhận", ""),),
        (Step("ký", ""),),
    ]
    assert addresses(paths) == [
        "phan-dau",
        "muc-iii/khoan-2/gach-3",
        "so-10-2",
        "kem-theo-quy-che/dieu-5a",
        "noi-nhan",
        "ky",
    ]


def test_points_d_and_dd_are_two_addresses() -> None:
    assert addresses(paths_of(("điểm", "d"), ("điểm", "đ"), ("điểm", "Đ"))) == ["diem-d", "diem-dd", "diem-dd-lan-2"]


def test_a_repeated_path_is_counted() -> None:
    same = [(Step("khoản", "2"),)] * 3
    assert addresses(same) == ["khoan-2", "khoan-2-lan-2", "khoan-2-lan-3"]


def test_order_of_children_does_not_depend_on_their_repeated_parent() -> None:
    child = (Step("khoản", "2"), Step("điểm", "a"))
    assert addresses([(child[0],), child, (child[0],), child]) == [
        "khoan-2",
        "khoan-2/diem-a",
        "khoan-2-lan-2",
        "khoan-2/diem-a-lan-2",
    ]


def test_the_doubles_follow_the_same_rules() -> None:
    document: Document = made_document("Một.", "Hai.")
    assert [section.address for section in document.sections] == ["khoan-1", "khoan-2"]
    assert document.ref.id == replace(document).ref.id == "05-nq-du-dang-uy-xa-mau-2025-08-18"

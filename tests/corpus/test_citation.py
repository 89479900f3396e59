from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.citation import Citation, place_parts, written_date
from corpus.types import DocumentRef, PageRange, Path, Step

RESOLUTION = DocumentRef(
    id="57-nq-tw-2024-12-22",
    number="57-NQ/TW",
    kind="Nghị quyết",
    issuer="Bộ Chính trị",
    issued_on=date(2024, 12, 22),
    title="về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
)
DASH: Path = (Step("mục", "III"), Step("khoản", "2"), Step("gạch", "3"))


def test_first_mention() -> None:
    assert Citation(RESOLUTION).document == (
        "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, "
        "đổi mới sáng tạo và chuyển đổi số quốc gia"
    )


def test_first_mention_with_the_place() -> None:
    full = Citation(RESOLUTION, DASH, PageRange(4, 4)).full
    assert full.startswith("Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá")
    assert full.endswith("chuyển đổi số quốc gia, mục III, khoản 2, gạch đầu dòng thứ 3, tr. 4")


def test_later_mentions() -> None:
    assert Citation(RESOLUTION).short == "Nghị quyết 57-NQ/TW"
    assert Citation(RESOLUTION, DASH).short == "Nghị quyết 57-NQ/TW, mục III, khoản 2, gạch đầu dòng thứ 3"
    point = (Step("điều", "5"), Step("khoản", "4"), Step("điểm", "a"))
    assert Citation(RESOLUTION, point).place == "Điều 5, khoản 4, điểm a"


def test_at_the_foot_of_a_page() -> None:
    assert Citation(RESOLUTION, DASH, PageRange(4, 4)).footnote == (
        "Bộ Chính trị: Nghị quyết số 57-NQ/TW, ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ, đổi mới sáng "
        "tạo và chuyển đổi số quốc gia, mục III, khoản 2, gạch đầu dòng thứ 3, tr. 4."
    )
    unsaid = replace(RESOLUTION, issuer=None, number=None, issued_on=None, title="về tên miền .vn.")
    assert Citation(unsaid).footnote == "Nghị quyết về tên miền .vn."


@pytest.mark.parametrize(
    ("absent", "document", "short"),
    [
        ({"number": None}, "Nghị quyết, ngày 22/12/2024 của Bộ Chính trị về thử", "Nghị quyết về thử"),
        ({"issued_on": None}, "Nghị quyết số 57-NQ/TW của Bộ Chính trị về thử", "Nghị quyết 57-NQ/TW"),
        ({"issuer": None}, "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 về thử", "Nghị quyết 57-NQ/TW"),
        ({"title": None}, "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị", "Nghị quyết 57-NQ/TW"),
        ({"kind": None}, "Văn bản số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về thử", "Văn bản 57-NQ/TW"),
        (dict.fromkeys(("number", "kind", "issuer", "issued_on", "title")), "Văn bản", "Văn bản"),
    ],
)
def test_what_a_document_does_not_say_is_left_out(absent: dict[str, None], document: str, short: str) -> None:
    citation = Citation(replace(RESOLUTION, **{"title": "về thử", **absent}))
    assert citation.document == document
    assert citation.short == short


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2025, 4, 7), "07/4/2025"),
        (date(2024, 12, 22), "22/12/2024"),
        (date(2025, 1, 1), "01/01/2025"),
        (date(2025, 2, 10), "10/02/2025"),
        (date(2025, 3, 9), "09/3/2025"),
        (date(2025, 10, 31), "31/10/2025"),
    ],
)
def test_dates_are_written_as_the_party_offices_write_them(day: date, written: str) -> None:
    assert written_date(day) == written


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("phần đầu", ""), "phần mở đầu"),
        (Step("ký", ""), "phần chữ ký"),
        (Step("nơi nhận", ""), "nơi nhận"),
        (Step("phần", "A"), "phần A"),
        (Step("chương", "II"), "chương II"),
        (Step("điều", "5"), "Điều 5"),
        (Step("điểm", "đ"), "điểm đ"),
        (Step("gạch", "1"), "gạch đầu dòng thứ nhất"),
        (Step("gạch", "3"), "gạch đầu dòng thứ 3"),
        (Step("cộng", "4"), "dấu cộng thứ tư"),
        (Step("ngoặc", "2"), "ý (2)"),
        (Step("phụ lục", "1"), "Phụ lục 1"),
        (Step("phụ lục", ""), "Phụ lục"),
        (Step("bảng", "2.1"), "bảng 2.1"),
        (Step("dòng", "3"), "dòng 3"),
        (Step("dòng", "Tổng cộng"), "dòng “Tổng cộng”"),
        (Step("văn bản kèm theo", "Quy chế"), "Quy chế kèm theo"),
    ],
)
def test_units_in_words(step: Step, words: str) -> None:
    assert place_parts((step,)) == [words]


def test_headings_without_a_number_are_no_part_of_a_citation() -> None:
    assert place_parts((Step("tiêu đề", "1"), Step("khoản", "2"))) == ["khoản 2"]
    assert Citation(RESOLUTION, (Step("tiêu đề", "1"),)).short == "Nghị quyết 57-NQ/TW"


def test_nested_decimal_numbers_name_the_innermost() -> None:
    assert place_parts((Step("điều", "3"), Step("số", "10.2"), Step("số", "10.2.1"))) == ["Điều 3", "điểm 10.2.1"]


@pytest.mark.parametrize(
    ("pages", "labels", "written"),
    [
        (None, None, None),
        (PageRange(4, 4), None, "tr. 4"),
        (PageRange(4, 5), None, "tr. 4-5"),
        (PageRange(10, 10), ("8", "8"), "tr. 8 (trang thứ 10 của tệp)"),
        (PageRange(2, 3), ("ii", "1"), "tr. ii-1 (trang thứ 2-3 của tệp)"),
    ],
)
def test_pages(pages: PageRange | None, labels: tuple[str, str] | None, written: str | None) -> None:
    assert Citation(RESOLUTION, (), pages, labels).page == written

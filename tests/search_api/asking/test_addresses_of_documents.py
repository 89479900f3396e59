"""What a question names in documents that number, attach and mention as the Party's do: found, listed or told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from doubles import ENCODER, SPEC, settings_in
from small_corpus import document, put

from corpus.runtime.library import Library
from corpus.types import Document, Filters, Step
from search_api.asking.address import Addressed, locate
from search_api.asking.understand import understand
from search_api.service import Service

_ISSUER = "Ban Bí thư"
MADE = [
    document(
        "77-HD/TW",
        "Hướng dẫn",
        "về vườn trường",
        _ISSUER,
        date(2025, 8, 14),
        {
            "khoản 2": "2. Chuẩn bị đất.",
            "khoản 2/số 2.1": "2.1. Làm cỏ trước khi gieo.",
            "khoản 2/số 2.1/số 2.1.1": "2.1.1. Cỏ được ủ thành phân.",
            "khoản 2/số 2.1/số 2.1.1/điểm a": "a) Ủ trong ba tháng.",
            "khoản 2/số 2.1/số 2.1.1/điểm b": "b) Đảo mỗi tuần một lần.",
            "khoản 2/số 2.2": "2.2. Bón lót bằng phân đã ủ.",
            "khoản 3": "3. Hướng dẫn này thay thế Hướng dẫn số 12-HD/TW, ngày 02/3/2019 của Ban Bí thư.",
        },
    ),
    document(
        "230-QĐ/BTV",
        "Quyết định",
        "ban hành Quy chế sử dụng nhà lưới",
        _ISSUER,
        date(2025, 9, 1),
        {
            "điều 1": "Điều 1. Ban hành kèm theo Quyết định này Quy chế sử dụng nhà lưới.",
            "điều 2": "Điều 2. Quyết định có hiệu lực từ ngày ký.",
            "văn bản kèm theo Quy chế": "QUY CHẾ SỬ DỤNG NHÀ LƯỚI",
            "văn bản kèm theo Quy chế/chương I/điều 1": "Điều 1. Ai được mượn nhà lưới.",
            "văn bản kèm theo Quy chế/chương I/điều 2": "Điều 2. Trả nhà lưới trong mười ngày.",
        },
    ),
    document(
        "31-NQ/TW",
        "Nghị quyết",
        "về chợ phiên",
        "Ban Chấp hành Trung ương",
        date(2025, 10, 3),
        {
            "phần A": "A- TÌNH HÌNH",
            "phần B": "B- NHIỆM VỤ",
            "phần B/mục I": "I- Chợ tuần",
            "phần B/mục I/khoản 1": "1- Họp chợ vào chủ nhật.",
            "phần B/mục I/khoản 2": "2- Dọn chợ trước mười hai giờ.",
            "phần B/mục II": "II- Chợ tết",
            "phần B/mục II/khoản 1": "1- Họp chợ từ rằm tháng chạp.",
        },
    ),
    document(
        "88-KL/TW",
        "Kết luận",
        "về đường làng",
        "Bộ Chính trị",
        date(2025, 8, 14),
        {
            "ngoặc 1": "(1) Trồng cây hai bên đường làng.",
            "ngoặc 2": "(2) Quét dọn đường làng chiều thứ bảy.",
            "ngoặc 2/ngoặc 1": "(1) Mỗi ngõ quét một đoạn.",
            "ngoặc 3": "(3) Thắp đèn đường làng theo Hướng dẫn số 12-HD/TW.",
        },
    ),
    document(
        None,
        "Điều lệ",
        "Đảng bộ vườn mẫu",
        None,
        date(2024, 1, 5),
        {
            "chương I/điều 1": "Điều 1. Vườn mẫu là của chung.",
            "chương I/điều 2": "Điều 2.",
            "chương I/điều 2/khoản 1": "1. Ai trồng người ấy chăm.",
            "chương I/điều 2/khoản 2": "2. Ai chăm người ấy hái.",
            "chương II/điều 3": "Điều 3. Hái xong thì tưới.",
            "chương II/điều 13": "Điều 13. Hạt giống để lại cho mùa sau.",
        },
    ),
    document(
        "204/2023/QH15",
        "Luật",
        "Vườn",
        "Quốc hội",
        date(2023, 6, 20),
        {"điều 1": "Điều 1. Vườn là nơi trồng cây.", "điều 2": "Điều 2. Ai cũng được vào vườn."},
    ),
]
_SPLIT, _WHOLE = Step("văn bản kèm theo Quy", "chế"), Step("văn bản kèm theo", "Quy chế")


def attached(made: Document) -> Document:
    """The document with what is attached to it called by a kind of two words."""
    sections = [
        replace(one, path=tuple(_WHOLE if step == _SPLIT else step for step in one.path)) for one in made.sections
    ]
    return replace(made, sections=tuple(sections))


HD77, QD230, NQ31, KL88, STATUTE, LAW = (made.ref.id for made, _ in MADE)
ATTACHED = f"{QD230}/van-ban-kem-theo-quy-che"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("vuon")
    settings = settings_in(folder)
    library = Library(settings, SPEC)
    for made, content in MADE:
        put(library, settings, attached(made), content)
    yield library
    library.close()


@pytest.fixture(scope="module")
def finds(garden: Library) -> Service:
    return Service(garden, ENCODER)


def located(library: Library, question: str) -> Addressed:
    return locate(library, understand(question, Filters()))


PLACES = {
    # the documents' own citation form, in every order and name
    "Điểm 2.1, Mục 2 Hướng dẫn 77": [f"{HD77}/khoan-2/so-2-1"],
    "mục 2 điểm 2.1.1 HD 77": [f"{HD77}/khoan-2/so-2-1/so-2-1-1"],
    "Điểm 2.1.1, Khoản 2 Hướng dẫn 77": [f"{HD77}/khoan-2/so-2-1/so-2-1-1"],
    "điểm 2.1.1 mục 2.1 HD 77": [f"{HD77}/khoan-2/so-2-1/so-2-1-1"],
    "diem 2.2 muc 2 huong dan 77": [f"{HD77}/khoan-2/so-2-2"],
    "tiết b, điểm 2.1.1 hướng dẫn 77": [f"{HD77}/khoan-2/so-2-1/so-2-1-1/diem-b"],
    "Tiết a, Điểm 2.1.1, Mục 2 HD 77": [f"{HD77}/khoan-2/so-2-1/so-2-1-1/diem-a"],
    "mục 3 HD 77": [f"{HD77}/khoan-3"],
    "khoản 2 mục 2 HD 77": [],
    # in words
    "mục hai hướng dẫn bảy mươi bảy": [f"{HD77}/khoan-2"],
    "điều mười ba điều lệ": [f"{STATUTE}/chuong-ii/dieu-13"],
    "khoan hai dieu hai dieu le": [f"{STATUTE}/chuong-i/dieu-2/khoan-2"],
    # lists and ranges, in their order
    "điều 13, 3 điều lệ": [f"{STATUTE}/chuong-ii/dieu-3", f"{STATUTE}/chuong-ii/dieu-13"],
    "khoản 1 và 2 điều 2 điều lệ": [f"{STATUTE}/chuong-i/dieu-2/khoan-1", f"{STATUTE}/chuong-i/dieu-2/khoan-2"],
    "từ điều 2 đến điều 3 điều lệ": [f"{STATUTE}/chuong-i/dieu-2", f"{STATUTE}/chuong-ii/dieu-3"],
    "điểm a-b tiểu mục 2.1.1 HD 77": [f"{HD77}/khoan-2/so-2-1/so-2-1-1/diem-{label}" for label in "ab"],
    # in short
    "đ.3 điều lệ": [f"{STATUTE}/chuong-ii/dieu-3"],
    "đ2 k1 ĐLĐ": [f"{STATUTE}/chuong-i/dieu-2/khoan-1"],
    # stairs, and by the place in a list
    "mục B I 2 nghị quyết 31": [f"{NQ31}/phan-b/muc-i/khoan-2"],
    "B.II.1 NQ 31": [f"{NQ31}/phan-b/muc-ii/khoan-1"],
    "ý 3 kết luận 88": [f"{KL88}/ngoac-3"],
    "kết luận 88 (1)": [f"{KL88}/ngoac-1"],
    "việc thứ hai của kết luận 88": [f"{KL88}/ngoac-2"],
    # what a decision issues is asked for by its kind; its own articles are not meant
    "quy chế 230 điều 2": [f"{ATTACHED}/chuong-i/dieu-2"],
    "QC 230 điều 1": [f"{ATTACHED}/chuong-i/dieu-1"],
    # by the day
    "khoản 3 hướng dẫn ngày 14/8/2025": [f"{HD77}/khoan-3"],
}


@pytest.mark.parametrize(
    ("question", "documents", "places"),
    [
        ("31", (NQ31,), []),
        ("số 77 điểm 2.1", (HD77,), [f"{HD77}/khoan-2/so-2-1"]),
        ("204", (LAW,), []),
        ("204 điều 2", (LAW,), [f"{LAW}/dieu-2"]),
        ("500", (), []),
    ],
)
def test_a_number_alone_names_what_bears_it_and_nothing_is_missed_where_none_does(
    garden: Library, question: str, documents: tuple[str, ...], places: list[str]
) -> None:
    found = located(garden, question)
    assert (found.documents, list(found.places)) == (documents, places)
    assert (found.absent, found.notes) == ("", ())


@pytest.mark.parametrize(("question", "places"), PLACES.items())
def test_units_are_found_as_documents_cite_them(garden: Library, question: str, places: list[str]) -> None:
    assert list(located(garden, question).places) == places


@pytest.mark.parametrize(("question", "places"), [(q, p) for q, p in PLACES.items() if p])
def test_each_unit_stands_before_what_is_in_it(finds: Service, question: str, places: list[str]) -> None:
    hits = [hit.listed.id for hit in finds.find(question, Filters()).hits[: len(places)]]
    inside = [place for place in places if place not in hits]
    assert [hit for hit in hits if hit in places] == [place for place in places if place in hits]
    # An article that prints no more than its label is shown by what stands in it.
    assert all(any(hit.startswith(f"{place}/") for hit in hits) for place in inside)


DAYS = {
    "hướng dẫn ngày 14/8/2025": [HD77],
    "hướng dẫn của Ban Bí thư ngày 14-8-2025": [HD77],
    "KL ngày 14 tháng 8 năm 2025 của BCT": [KL88],
    "huong dan ngay 14/8/2025 cua bbt": [HD77],
    "hướng dẫn ngày 15/8/2025": [],
    "hướng dẫn ngày 31/2/2025": [],
}


@pytest.mark.parametrize(("question", "documents"), DAYS.items())
def test_a_kind_and_a_day_name_a_document(garden: Library, question: str, documents: list[str]) -> None:
    assert list(located(garden, question).documents) == documents


LACKING = {
    "điều 50 điều lệ": "Điều lệ Đảng bộ vườn mẫu trong kho không có Điều 50.",
    "khoản 9 điều 2 điều lệ": "Điều lệ Đảng bộ vườn mẫu trong kho không có Điều 2, khoản 9.",
    "điểm 7.7 hướng dẫn 77": "Hướng dẫn 77-HD/TW trong kho không có điểm 7.7.",
    "nghị quyết 31 mục V": "Nghị quyết 31-NQ/TW trong kho không có mục V.",
}


@pytest.mark.parametrize(("question", "told"), LACKING.items())
def test_a_unit_that_is_not_there_is_told_and_no_answer(finds: Service, question: str, told: str) -> None:
    found = finds.search(question, Filters(), 1, 10)
    assert found.understood.notes == (told,)
    assert not found.answered


def test_of_a_list_only_what_is_missing_is_told(finds: Service) -> None:
    found = finds.search("điều 1, 3, 8 điều lệ", Filters(), 1, 10)
    assert found.understood.notes == ("Điều lệ Đảng bộ vườn mẫu trong kho không có Điều 8.",)
    assert found.answered


@pytest.mark.parametrize(
    "question", [question for question, places in PLACES.items() if places and "QC" not in question]
)
def test_of_what_is_there_nothing_is_told(garden: Library, question: str) -> None:
    assert located(garden, question).notes == (() if "quy chế" not in question else (_ATTACHED_NOTE,))


_ATTACHED_NOTE = "Quy chế số 230 được hiểu là Quyết định 230-QĐ/BTV."


def test_a_number_of_another_kind_is_offered(garden: Library) -> None:
    issued, other = located(garden, "quy chế 230"), located(garden, "chỉ thị 31")
    assert (issued.documents, issued.absent, issued.notes) == ((QD230,), "", (_ATTACHED_NOTE,))
    assert (other.documents, other.absent) == ((), "Chỉ thị số 31")
    assert other.notes == ("Số 31 trong kho là Nghị quyết 31-NQ/TW.",)
    assert located(garden, "chỉ thị 444").notes == ()


def test_what_became_of_a_document_that_is_not_here_is_an_answer(finds: Service) -> None:
    standing = finds.find("hướng dẫn 12-HD/TW còn hiệu lực không", Filters())
    assert standing.addressed.absent == "Hướng dẫn số 12-HD/TW"
    assert [hit.listed.id for hit in standing.hits[:1]] == [f"{HD77}/khoan-3"]
    assert standing.evidence.absent == 0
    contents = finds.find("hướng dẫn 12-HD/TW tưới cây mấy lần", Filters())
    assert contents.evidence.absent == 1

"""Mentions and what the corpus has for them."""

from __future__ import annotations

from datetime import date

import pytest
from doubles import SPEC
from small_corpus import NQ57, QD03, document, put

from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.types import Document
from search_api.references.resolve import Resolved, Resolver, Status
from search_api.references.told import told
from search_api.service import Service


def resolved(service: Service, text: str) -> Resolved:
    (found,) = service.resolver.resolve(text)
    return found


@pytest.mark.parametrize(
    ("text", "status", "documents"),
    [
        ("Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị", Status.FOUND, ["57-nq-tw-2024-12-22"]),
        ("Nghị quyết 57", Status.FOUND, ["57-nq-tw-2024-12-22"]),
        ("Nghị quyết số 57-NQ/TW của Ban Bí thư", Status.FOUND, ["57-nq-tw-2024-12-22"]),
        ("Nghị quyết số 18-NQ/TW", Status.AMBIGUOUS, []),
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017", Status.FOUND, ["18-nq-tw-2017-10-25"]),
        ("Nghị quyết 18-NQ/TW năm 2022", Status.FOUND, ["18-nq-tw-2022-06-16"]),
        ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khoá XII", Status.FOUND, ["18-nq-tw-2017-10-25"]),
        ("Nghị quyết số 57-NQ/TW, ngày 22/12/2023", Status.DATE_DIFFERS, []),
        ("Nghị quyết 57-NQ/TW khoá XI", Status.DATE_DIFFERS, []),
        ("Nghị quyết số 58-NQ/TW", Status.NOT_IN_CORPUS, []),
        ("Quyết định số 3-QĐ/ĐU", Status.NOT_IN_CORPUS, []),
        ("Quy định số 3-QĐ/ĐU của Đảng uỷ xã Khác", Status.NOT_IN_CORPUS, []),
        ("Quy định số 3-QĐ/ĐU của Ban Thường vụ Đảng uỷ xã Mẫu", Status.FOUND, ["03-qd-du-dang-uy-xa-mau-2025-10-01"]),
        ("Kế hoạch số 94-KH/TW", Status.FOUND, ["94-kh-tw-2025-03-01"]),
        ("Kế hoạch 94", Status.AMBIGUOUS, []),
        ("Nghị định số 30/2020/NĐ-CP", Status.FOUND, ["30-2020-nd-cp-2020-03-05"]),
        ("Chỉ thị số 45-CT/TW, ngày 01/02/2024", Status.FOUND, ["45-ct-tw"]),
        ("Điều lệ Đảng", Status.NOT_IN_CORPUS, []),
        ("Quy định này", Status.SELF, []),
    ],
)
def test_which_document_is_meant(service: Service, text: str, status: Status, documents: list[str]) -> None:
    found = resolved(service, f"Thực hiện {text}.")
    assert found.status is status
    assert [entry.ref.id for entry in found.documents] == documents
    assert found.text == text


def test_candidates_are_told_newest_first(service: Service) -> None:
    found = resolved(service, "Nghị quyết 18-NQ/TW")
    assert [entry.ref.issued_on for entry in found.candidates] == [date(2022, 6, 16), date(2017, 10, 25)]
    differs = resolved(service, "Nghị quyết số 57-NQ/TW, ngày 22/12/2023")
    assert [entry.ref.id for entry in differs.candidates] == [NQ57.ref.id]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("khoản 2 mục III Nghị quyết 57-NQ/TW", [("muc-iii/khoan-2",)]),
        ("Nghị quyết 57-NQ/TW, mục III, khoản 2, gạch đầu dòng thứ 2", [("muc-iii/khoan-2/gach-2",)]),
        ("khoản 2 Nghị quyết 57-NQ/TW", [("muc-iii/khoan-2", "muc-iv/khoan-2")]),
        (
            "điểm d và điểm đ khoản 1 Điều 2 Quy định số 3-QĐ/ĐU",
            [("chuong-ii/dieu-2/khoan-1/diem-d",), ("chuong-ii/dieu-2/khoan-1/diem-dd",)],
        ),
        ("điểm 3.2 Chỉ thị 45-CT/TW", [("khoan-3/so-3-2",)]),
    ],
)
def test_units_have_their_addresses(service: Service, text: str, addresses: list[tuple[str, ...]]) -> None:
    found = resolved(service, text)
    assert found.status is Status.FOUND
    assert [place.addresses for place in found.places] == addresses


def test_a_unit_that_is_not_there(service: Service) -> None:
    found = resolved(service, "khoản 1 và khoản 9 Điều 2 Quy định số 3-QĐ/ĐU")
    assert found.status is Status.NO_SUCH_UNIT
    assert [bool(place.addresses) for place in found.places] == [True, False]
    assert found.document is not None
    assert found.document.ref.id == QD03.ref.id


def test_the_citation_says_where_the_unit_stands(service: Service) -> None:
    found = resolved(service, "điểm d khoản 1 Điều 2 Quy định số 3-QĐ/ĐU")
    assert found.citation == (
        "Quy định số 03-QĐ/ĐU, ngày 01/10/2025 của Đảng ủy xã Mẫu về chăm sóc cây, chương II, Điều 2, khoản 1, điểm d"
    )


def test_titles_replacements_and_several_at_once(settings: Settings) -> None:
    """A corpus of its own: a statute, a law in two versions, a regulation another took the place of."""
    made = [
        document(None, "Điều lệ", "Đảng Cộng sản Việt Nam", None, date(2011, 1, 19), {"điều 7": "Điều 7. Mẫu."}),
        document(None, "Luật", "Đất đai", "Quốc hội", date(2013, 11, 29), {"điều 1": "Điều 1. Mẫu cũ."}),
        document(None, "Luật", "Đất đai", "Quốc hội", date(2024, 1, 18), {"điều 1": "Điều 1. Mẫu mới."}),
        *(
            document(number, "Nghị quyết", f"về {number}", "Bộ Chính trị", day, {"khoản 1": f"1. Mẫu {number}."})
            for number, day in (
                ("57-NQ/TW", date(2024, 12, 22)),
                ("66-NQ/TW", date(2025, 4, 30)),
                ("68-NQ/TW", date(2025, 5, 4)),
                ("19-NQ/TW", date(2022, 6, 16)),
                ("26-NQ/TW", date(2008, 8, 5)),
            )
        ),
    ]
    library = Library(settings, SPEC)
    try:
        for one, content in made:
            put(library, settings, one, content)
        resolver = Resolver(library)

        def status(text: str) -> tuple[Status, int, int]:
            (found,) = resolver.resolve(text)
            return found.status, len(found.documents), len(found.candidates)

        assert status("Điều 7 Điều lệ Đảng") == (Status.FOUND, 1, 0)
        assert status("Luật Đất đai") == (Status.AMBIGUOUS, 0, 2)
        assert status("Luật Đất đai năm 2024") == (Status.FOUND, 1, 0)
        assert status("bộ tứ nghị quyết") == (Status.FOUND, 3, 0)
        assert status("nghị quyết tam nông") == (Status.AMBIGUOUS, 0, 2)
        assert status("Nghị quyết 70") == (Status.NOT_IN_CORPUS, 0, 0)
        new, content = document(
            "70-NQ/TW", "Nghị quyết", "về điện", "Bộ Chính trị", date(2025, 8, 20), {"khoản 1": "1. A."}
        )
        put(library, settings, new, content)
        assert status("Nghị quyết 70") == (Status.FOUND, 1, 0)
    finally:
        library.close()


ALONE = [
    ("Nghị quyết 57-NQ/TW đã rõ. Theo mục III khoản 2 nêu trên, chi bộ làm.", "mục III khoản 2 nêu trên", NQ57),
    ("Nghị quyết 57-NQ/TW đã rõ.\n\nTheo mục III khoản 2 nói trên, chi bộ làm.", "mục III khoản 2 nói trên", NQ57),
    ("Nghị quyết 57-NQ/TW cần học kỹ; khoản 2 mục III cũng vậy.", "khoản 2 mục III", NQ57),
    (
        "Quy định 03-QĐ/ĐU, rồi Nghị quyết 57-NQ/TW. Khoản 1 Điều 2 Quy định đó nêu rõ.",
        "Khoản 1 Điều 2 Quy định đó",
        QD03,
    ),
]


@pytest.mark.parametrize(("text", "words", "document"), ALONE)
def test_units_alone_are_those_of_the_document_named_before(
    service: Service, text: str, words: str, document: Document
) -> None:
    found = service.resolver.with_units_alone(text)
    assert [one.mention.span for one in found] == sorted(one.mention.span for one in found)
    (alone,) = (one for one in found if one.through is not None)
    assert (alone.text, alone.status) == (words, Status.FOUND)
    assert alone.document is not None
    assert alone.document.ref.id == document.ref.id
    assert alone.through in found
    assert told(alone).startswith(f"Chỉ nêu đơn vị; hiểu là của «{alone.through.text if alone.through else ''}»")


@pytest.mark.parametrize(
    "text",
    [
        "Theo mục III khoản 2 nêu trên thì phải làm. Nghị quyết 57-NQ/TW sẽ học sau.",
        "Nghị quyết 57-NQ/TW đã rõ. Theo khoản 88 nêu trên thì phải làm.",
        "Nghị quyết 57-NQ/TW đã rõ.\nTại mục IV bản báo cáo có thêm số liệu.",
        "Nghị quyết 57-NQ/TW là căn cứ của Quy chế này, mục IV nói về kinh phí.",
        "Nghị quyết 18-NQ/TW có hai bản. Theo khoản 1 nêu trên thì phải làm.",
        "Nghị quyết số 99-NQ/TW chưa có. Theo khoản 1 nêu trên thì phải làm.",
    ],
)
def test_units_of_no_document_that_is_known_are_left_alone(service: Service, text: str) -> None:
    assert all(one.through is None for one in service.resolver.with_units_alone(text))

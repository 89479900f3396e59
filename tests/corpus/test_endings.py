from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from doubles import made_document

from corpus.endings import Ending, ended_one, ended_validity, endings_of
from corpus.types import Document, DocumentRef, Reference, Span
from corpus.validity import EXPIRED, validity_class

DAY, FIRST = date(2025, 8, 18), date(2025, 9, 1)
TW, DU = "Ban Chấp hành Trung ương", "Đảng ủy xã Mẫu"


def saying(text: str, number: str, relation: str = "thay thế") -> Document:
    start = text.index(number)
    said = Reference(relation, number, None, Span(start, start + len(number)))
    return replace(made_document(text), relations=(said,))


@pytest.mark.parametrize(
    ("text", "number", "ending"),
    [
        (
            "Quy định này thay thế Quy định số 24-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị về cây xanh.",
            "24-QĐ/TW",
            ("Quy định", date(2021, 7, 30), "Bộ Chính trị"),
        ),
        (
            "Thay thế Quyết định số\n24-QĐ/TW ngày 30 tháng 7 năm 2021 của Ban Bí\nthư khóa XI.",
            "24-QĐ/TW",
            ("Quyết định", date(2021, 7, 30), "Ban Bí thư"),
        ),
        (
            "Thay thế Chỉ thị số 18-CT/TW của Ban Cây xanh và có hiệu lực từ ngày ký.",
            "18-CT/TW",
            ("Chỉ thị", None, "Ban Cây xanh"),
        ),
        ("Thay thế Nghị quyết 18-NQ/TW.", "18-NQ/TW", ("Nghị quyết", None, None)),
        ("Thay thế các văn bản: 18-NQ/TW, 24-QĐ/TW.", "18-NQ/TW", ("Nghị quyết", None, None)),
        ("Thay thế các văn bản: 18-NQ/TW, 24-QĐ/TW.", "24-QĐ/TW", (None, None, None)),
        ("Thay thế Quy chế số 5-QC/ĐU về việc của Ủy ban, từ 01/01/2025.", "5-QC/ĐU", ("Quy chế", None, None)),
    ],
)
def test_what_is_said_of_the_other(text: str, number: str, ending: tuple[str | None, date | None, str | None]) -> None:
    assert list(endings_of(saying(text, number))) == [Ending("thay thế", number, *ending, DAY)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Bãi bỏ khoản 2 Điều 3 Quyết định số 7-QĐ/ĐU.", "bãi bỏ"),
        ("bãi bỏ một phần Quyết định số 7-QĐ/ĐU", "bãi bỏ"),
        ("Điều 5 Quyết định số 7-QĐ/ĐU hết hiệu lực.", "hết hiệu lực"),
        ("Thay thế Phụ lục II Quyết định số 7-QĐ/ĐU.", "thay thế"),
        ("Quy định này thay thế Quyết định số 7-QĐ/ĐU, trừ Điều 5.", "thay thế"),
        ("Thay thế Quyết định số 7-QĐ/ĐU ngày 01.01.2020 (trừ Điều 5).", "thay thế"),
        (f"Quyết định số 7-QĐ/ĐU ({'đã được sửa đổi ' * 40}) hết hiệu lực, trừ Điều 5.", "hết hiệu lực"),
        ("Sửa đổi, bổ sung Quyết định số 7-QĐ/ĐU.", "sửa đổi bổ sung"),
        ("Căn cứ Quyết định số 7-QĐ/ĐU;", "căn cứ"),
    ],
)
def test_what_ends_a_part_or_nothing_ends_no_document(text: str, relation: str) -> None:
    assert not list(endings_of(saying(text, "7-QĐ/ĐU", relation)))


def test_the_number_of_the_article_that_says_it_is_no_part_of_the_other() -> None:
    said = saying("Điều 20. Quy định này thay thế Quyết định số 7-QĐ/ĐU. Điều 5 giữ nguyên.", "7-QĐ/ĐU")
    assert len(list(endings_of(said))) == 1


def test_a_draft_ends_nothing() -> None:
    said = saying("Thay thế Quyết định số 7-QĐ/ĐU.", "7-QĐ/ĐU")
    assert not list(endings_of(replace(said, ref=replace(said.ref, secrecy="DỰ THẢO"))))


def test_it_ends_on_the_day_that_is_said_or_when_the_new_one_is_in_force() -> None:
    said = saying("Thay thế Quyết định số 7-QĐ/ĐU.", "7-QĐ/ĐU")
    assert next(endings_of(replace(said, effective_on=FIRST))).since == FIRST
    told = "Luật số 1/2010/QH12 hết hiệu lực kể từ ngày 01/7/2027, ngày 05/8/2028 tổng kết."
    assert next(endings_of(saying(told, "1/2010/QH12", "hết hiệu lực"))).since == date(2027, 7, 1)


def ref(number: str, day: date | None, issuer: str | None = TW, kind: str = "Nghị quyết") -> DocumentRef:
    return DocumentRef(f"{number}-{day}-{issuer}", number, kind, issuer, day, "về cây")


ENDER = ref("66-NQ/TW", date(2025, 5, 1))
OLD, NEWER, LATER = (ref("18-NQ/TW", date(year, 6, 1)) for year in (2017, 2022, 2026))
SAID = Ending("thay thế", "18-NQ/TW", "Nghị quyết")


@pytest.mark.parametrize(
    ("ending", "others", "meant"),
    [
        (SAID, [OLD], OLD),
        (SAID, [OLD, NEWER, LATER], NEWER),
        (replace(SAID, issued_on=OLD.issued_on), [OLD, NEWER], OLD),
        (replace(SAID, issued_on=date(2017, 6, 2)), [OLD, NEWER], None),
        (replace(SAID, number="018-NQ/TW"), [OLD], OLD),
        (replace(SAID, number="19-NQ/TW"), [OLD], None),
        (SAID, [LATER], None),
        (SAID, [ref("18-NQ/TW", None)], None),
        (replace(SAID, kind="Quy định"), [OLD], None),
        (replace(SAID, issuer="Ban Bí thư"), [OLD], None),
        (replace(SAID, issuer="Ban Chấp hành Trung ương Đảng"), [OLD], OLD),
        (SAID, [OLD, replace(OLD, id="khác")], None),
        (SAID, [], None),
    ],
)
def test_which_document_is_meant(ending: Ending, others: list[DocumentRef], meant: DocumentRef | None) -> None:
    assert ended_one(ending, ENDER, others) == meant


def test_a_kind_that_is_not_said_must_not_tell_two_documents_apart() -> None:
    said, rule, decision = (
        Ending("bãi bỏ", "7-QĐ/TW"),
        ref("7-QĐ/TW", date(2020, 1, 1), kind="Quy định"),
        ref("7-QĐ/TW", date(2021, 1, 1), kind="Quyết định"),
    )
    assert ended_one(said, ENDER, [rule]) == rule
    assert ended_one(said, ENDER, [rule, decision]) is None


def test_a_number_that_every_commune_has_is_that_of_the_same_commune() -> None:
    own, others = ref("1-NQ/ĐU", OLD.issued_on, DU), ref("1-NQ/ĐU", NEWER.issued_on, "Đảng ủy xã Khác")
    said, ender = Ending("thay thế", "1-NQ/ĐU", "Nghị quyết"), ref("9-NQ/ĐU", date(2025, 5, 1), DU)
    assert ended_one(said, ender, [own, others]) == own
    assert ended_one(said, ender, [others]) is None
    assert ended_one(replace(said, issuer="Đảng ủy xã Khác"), ender, [others]) == others
    assert ended_one(replace(said, issuer="Đảng ủy"), ender, [others]) is None
    assert ended_one(said, replace(ender, issuer=None), [own]) is None


def test_a_document_without_a_day_ends_only_what_it_names_by_its_day() -> None:
    undated = ref("66-NQ/TW", None)
    assert ended_one(SAID, undated, [OLD]) is None
    assert ended_one(replace(SAID, issued_on=OLD.issued_on), undated, [OLD]) == OLD


def test_no_document_ends_itself() -> None:
    assert ended_one(Ending("thay thế", "66-NQ/TW"), replace(ENDER, issued_on=None), [ENDER]) is None


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        ("thay thế", "hết hiệu lực do Nghị quyết số 66-NQ/TW, ngày 01/5/2025 thay thế"),
        ("bãi bỏ", "hết hiệu lực do Nghị quyết số 66-NQ/TW, ngày 01/5/2025 bãi bỏ"),
        ("hết hiệu lực", "hết hiệu lực theo Nghị quyết số 66-NQ/TW, ngày 01/5/2025"),
    ],
)
def test_what_is_told_names_the_document_that_did_it(relation: str, told: str) -> None:
    assert ended_validity(replace(SAID, relation=relation), ENDER) == told
    assert validity_class(told) == EXPIRED


def test_a_document_without_a_number_is_told_by_its_subject() -> None:
    assert "Nghị quyết, ngày 01/5/2025 về cây thay thế" in ended_validity(SAID, replace(ENDER, number=None))

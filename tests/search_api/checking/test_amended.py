"""Quotations from documents of which a later one changes a part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from doubles import ENCODER, SPEC, settings_in
from small_corpus import document, put
from starlette.testclient import TestClient

from corpus.drafts import pasted_draft
from corpus.runtime.library import Library
from corpus.types import Document
from ingest.drafts import read_draft
from ingest.relations import relations_of
from search_api.checking.annotated import annotated
from search_api.checking.checker import Checker
from search_api.checking.schemas import CheckedOut, Verdict
from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.references.resolve import Resolver
from search_api.service import Service
from search_api.study import Study
from web import pages

ISSUER = "Ban Thường vụ Đảng ủy xã Mẫu"
OPENS = "1. Nhà văn hóa mở cửa từ sáu giờ sáng đến mười giờ tối hằng ngày."
BOOKS = "1. Người sử dụng đăng ký với trưởng thôn trước ba ngày làm việc."
PAYS = "2. Người sử dụng nộp mười nghìn đồng tiền điện mỗi buổi tối."
KEYS = "Điều 5. Chìa khóa do bí thư chi bộ giữ và bàn giao khi đổi người."
RULE, RULE_FILE = document(
    "09-QĐ/ĐU",
    "Quy định",
    "về nhà văn hóa",
    ISSUER,
    date(2025, 3, 1),
    {
        "điều 3": "Điều 3. Giờ mở cửa",
        "điều 3/khoản 1": OPENS,
        "điều 4": "Điều 4. Sử dụng",
        "điều 4/khoản 1": BOOKS,
        "điều 4/khoản 2": PAYS,
        "điều 5": KEYS,
    },
)
DRAFTED = "Quy định số 09-QĐ/ĐU nêu: “{}”."


def later(units: dict[str, str], *, secrecy: str | None = None, title: str = "về sân bóng") -> tuple[Document, bytes]:
    """A later document, its relations read from its words as they are read from a file."""
    made, content = document("20-QĐ/ĐU", "Quy định", title, ISSUER, date(2026, 2, 9), units)
    said = relations_of("", made.text, 0, made.ref.number)
    return replace(made, relations=said, effective_on=date(2026, 3, 1), ref=replace(made.ref, secrecy=secrecy)), content


class Desk:
    """A checker over the rule and one later document."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library, self._folder = library, folder
        put(library, settings_in(folder), RULE, RULE_FILE)

    def told(self, quote: str, units: dict[str, str], *, secrecy: str | None = None) -> CheckedOut:
        made, content = later(units, secrecy=secrecy)
        put(self.library, settings_in(self._folder), made, content)
        return self.check(quote)

    def check(self, quote: str) -> CheckedOut:
        checker = Checker(self.library, Resolver(self.library))
        (checked,) = checker.check(pasted_draft("thử", DRAFTED.format(quote))).quotes
        return checked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Library(settings_in(tmp_path), SPEC)) as library:
        yield Desk(library, tmp_path)


OF_RULE = "của Quy định số 09-QĐ/ĐU, ngày 01/3/2025"
CHANGED = [
    ({"điều 2": f"Điều 2. Bãi bỏ khoản 1 Điều 4 {OF_RULE}."}, BOOKS, "Điều 4, khoản 1 được bãi bỏ tại Điều 2"),
    ({"điều 2": f"Điều 2. Bãi bỏ Điều 4, Điều 5 {OF_RULE}."}, PAYS, "Điều 4 được bãi bỏ tại Điều 2"),
    (
        {"điều 2": f"Điều 2. Quy định này thay thế mức tiền tại khoản 2 Điều 4 {OF_RULE}."},
        PAYS,
        "Điều 4, khoản 2 được sửa đổi tại Điều 2",
    ),
    (
        {
            "điều 1": f"Điều 1. Sửa đổi, bổ sung một số điều {OF_RULE} như sau:",
            "điều 1/khoản 1": "1. Điều 3 được sửa đổi, bổ sung như sau: “Điều 3. Mở cả ngày, trừ khoản 2 Điều 4.”.",
            "điều 1/khoản 2": "2. Sửa đổi, bổ sung một số khoản của Điều 4 như sau:",
            "điều 1/khoản 2/điểm a": "a) Sửa đổi khoản 1 như sau: “1. Đăng ký trước một ngày.”;",
            "điều 1/khoản 2/điểm b": "b) Bổ sung khoản 3 vào sau khoản 2 như sau: “3. Trả phòng trước chín giờ.”.",
        },
        BOOKS,
        "Điều 4, khoản 1 được sửa đổi tại Điều 1, khoản 2, điểm a",
    ),
    (
        {
            "điều 1": f"Điều 1. Sửa đổi, bổ sung một số điều {OF_RULE} như sau:",
            "điều 1/khoản 1": "1. Điều 3 được sửa đổi, bổ sung như sau: “Điều 3. Mở cả ngày.”.",
        },
        OPENS,
        "Điều 3 được sửa đổi, bổ sung tại Điều 1, khoản 1",
    ),
    (
        {
            "điều 1": f"Điều 1. Sửa đổi, bổ sung một số điều {OF_RULE} như sau:",
            "điều 1/khoản 1": "1. Thay thế cụm từ “bí thư chi bộ” bằng cụm từ “trưởng thôn” tại Điều 5.",
        },
        KEYS,
        "Điều 5 được sửa đổi tại Điều 1, khoản 1",
    ),
]


@pytest.mark.parametrize(("units", "quote", "told"), CHANGED)
def test_a_quotation_from_a_changed_unit_is_told_so(desk: Desk, units: dict[str, str], quote: str, told: str) -> None:
    checked = desk.told(quote, units)
    assert checked.verdict is Verdict.EXACT
    assert "nhưng chỗ này đã có văn bản sau" in checked.told
    assert checked.remarks == (
        f"{told} của Quy định số 20-QĐ/ĐU, ngày 09/02/2026, có hiệu lực từ 01/3/2026; hãy dẫn theo văn bản ấy.",
    )
    assert checked.found is not None
    (by,) = checked.found.amended_by
    assert (by.document.number, by.quoted) == ("20-QĐ/ĐU", True)


BESIDE = [
    ({"điều 2": f"Điều 2. Bãi bỏ khoản 1 Điều 4 {OF_RULE}."}, PAYS, "Điều 4, khoản 1"),
    ({"điều 2": f"Điều 2. Bổ sung khoản 3 vào sau khoản 2 Điều 4 {OF_RULE}."}, PAYS, None),
    ({"điều 2": f"Điều 2. Sửa đổi, bổ sung một số nội dung {OF_RULE}. Việc thu tiền theo khoản 2 Điều 4."}, PAYS, None),
    (
        {
            "điều 1": f"Điều 1. Bãi bỏ Điều 3 {OF_RULE}.",
            "điều 2": "Điều 2. Bãi bỏ khoản 2 Điều 4 Quy định số 08-QĐ/ĐU, ngày 01/02/2025.",
            "điều 4": "Điều 4. Đề nghị cấp trên bãi bỏ khoản 2 Điều 4.",
        },
        PAYS,
        "Điều 3",
    ),
    (
        {"điều 1": f"Điều 1. Bãi bỏ Điều 3 {OF_RULE}.", "điều 2": "Điều 2. Bãi bỏ Điều 4 Quy định này sau một năm."},
        PAYS,
        "Điều 3",
    ),
]


@pytest.mark.parametrize(("units", "quote", "named"), BESIDE)
def test_beside_the_changed_units_the_document_is_told_to_be_changed(
    desk: Desk, units: dict[str, str], quote: str, named: str | None
) -> None:
    checked = desk.told(quote, units)
    assert (checked.verdict, checked.told) == (
        Verdict.EXACT,
        f"Đúng nguyên văn Quy định 09-QĐ/ĐU, Điều 4, khoản {quote[0]}, tr. 1.",
    )
    (remark,) = checked.remarks
    assert remark == (
        f"Văn bản này được sửa đổi, bổ sung một phần{f' ({named})' if named else ''} bởi Quy định số 20-QĐ/ĐU, ngày "
        "09/02/2026, có hiệu lực từ 01/3/2026; hãy kiểm tra đoạn này còn nguyên hiệu lực không."
    )


UNCHANGED = [
    {"điều 2": "Điều 2. Bãi bỏ khoản 1 Điều 4 Quy định số 08-QĐ/ĐU, ngày 01/3/2025."},
    {"điều 2": "Điều 2. Bãi bỏ khoản 1 Điều 4 Quy định số 09-QĐ/ĐU, ngày 05/5/2024."},
    {"điều 2": f"Điều 2. Thực hiện theo khoản 1 Điều 4 {OF_RULE}."},
]


@pytest.mark.parametrize("units", UNCHANGED)
def test_of_a_document_that_none_changes_nothing_is_told(desk: Desk, units: dict[str, str]) -> None:
    checked = desk.told(BOOKS, units)
    assert (checked.verdict, checked.remarks) == (Verdict.EXACT, ())


def test_a_draft_changes_nothing(desk: Desk) -> None:
    assert desk.told(BOOKS, CHANGED[0][0], secrecy="DỰ THẢO").remarks == ()


def test_a_document_that_is_replaced_is_not_told_to_be_changed(desk: Desk) -> None:
    units = {"điều 2": f"Điều 2. Quy định này thay thế Quy định số 09-QĐ/ĐU, ngày 01/3/2025 của {ISSUER}."}
    checked = desk.told(BOOKS, units)
    assert checked.verdict is Verdict.REPLACED
    assert checked.remarks == ()


def test_what_came_and_went_since_is_told_anew(desk: Desk) -> None:
    assert desk.check(BOOKS).remarks == ()
    assert desk.told(BOOKS, CHANGED[0][0]).remarks
    desk.library.remove(later(CHANGED[0][0])[0].ref.id)
    assert desk.check(BOOKS).remarks == ()


def test_the_page_tells_it_and_leads_to_the_later_document(desk: Desk, tmp_path: Path) -> None:
    assert desk.told(BOOKS, CHANGED[0][0]).remarks
    service = Service(desk.library, ENCODER)
    with PackStore(f"sqlite:///{(tmp_path / 'packs.sqlite').as_posix()}") as store:
        client = TestClient(pages(service, Study(PackDesk(store, service), read_draft)))
        page = client.post("/soat", data={"text": DRAFTED.format(BOOKS)}).text
    assert "Điều 4, khoản 1 được bãi bỏ tại Điều 2 của Quy định số 20-QĐ/ĐU" in page
    assert f'<a href="/van-ban/{later(CHANGED[0][0])[0].ref.id}">Xem Quy định 20-QĐ/ĐU</a>' in page
    assert '<li class="doubtful">' in page


def test_the_comment_in_a_word_file_tells_it(desk: Desk) -> None:
    checked = desk.told(BOOKS, CHANGED[0][0])
    checker = Checker(desk.library, Resolver(desk.library))
    draft = pasted_draft("thử", DRAFTED.format(BOOKS))
    assert checked.remarks[0] in _comments(annotated(draft, checker.check(draft)))


def _comments(file: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read("word/comments.xml").decode()


def test_a_sample_that_changes_another_is_told(checker: Checker) -> None:
    quote = "Thành viên: 50.000 đồng một buổi trực, không quá 8 buổi một tháng."
    (checked,) = checker.check(pasted_draft("thử", f"Thông báo số 09-TB/ĐU: “{quote}”")).quotes
    assert checked.remarks[0].startswith(
        "Khoản 4 được sửa đổi tại chương IV, Điều 16, khoản 2 của Quy định số 11-QĐ/ĐU"
    )


def test_quoted_words_are_not_read_as_statements(desk: Desk) -> None:
    units = {"điều 1": f"Điều 1. Sửa đổi Điều 3 {OF_RULE} như sau: “Điều 3. Bãi bỏ khoản 1 Điều 4 của “thôn” này.”."}
    checked = desk.told(BOOKS, units)
    assert "(Điều 3)" in checked.remarks[0]

"""What made-up copies without a head say of themselves."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.self_reference import kind_by_itself, number_in_annexes

KINDS = {
    "Quy định này nói về việc trồng cây.": "Quy định",
    "1. Các chi bộ thực hiện nghiêm Kết luận này.": "Kết luận",
    "Ban Thường vụ ban hành Thông báo kết luận này.": "Thông báo",
    "Nghị quyết này phổ biến đến chi bộ.": "Nghị quyết",
    "Quyết định này rất quan trọng.": None,
    "Thực hiện Chỉ thị này và Kế hoạch này ở các thôn.": None,
    "Thực hiện Chỉ thị số 9-CT/TU ở các thôn.": None,
    "Nghị quyết nảy ra từ thực tế.": None,
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_document_calls_itself_by_its_kind(text: str, kind: str | None) -> None:
    named = kind_by_itself(text, len(text))
    assert (named.value if named else None) == kind
    if named:
        assert text[slice(*named.at)] in (kind, f"{kind} kết luận")


def test_what_is_attached_speaks_for_itself() -> None:
    own = "1. Trồng cây.\n"
    assert kind_by_itself(own + "Quy chế này nói về cây xanh.", len(own)) is None


NOTES = {
    "(Kèm theo Hướng dẫn số 4-HD/TU, ngày 3/2/2026 của Ban Mẫu)": ("4-HD/TU", date(2026, 2, 3)),
    "(Ban hành kèm theo Hướng dẫn số: 4-HD/TU ngày 03 tháng 02 năm 2026)": ("4-HD/TU", date(2026, 2, 3)),
    "(Kèm theo Hướng dẫn số 4-HD/TU của Ban Mẫu về việc họp ngày 3/2/2026)": ("4-HD/TU", None),
    "(Kèm theo Hướng dẫn số    -HD/TU, ngày    tháng 2 năm 2026)": None,
    "(Kèm theo Quyết định số 4-QĐ/TU, ngày 3/2/2026)": None,
    "(Kèm theo Hướng dẫn số 4-HD/TU)\n(Kèm theo Hướng dẫn số 5-HD/TU)": None,
    "(Kèm theo Hướng dẫn số 4-HD/TU)\n(Kèm theo Hướng dẫn số 4-HD/TU)": ("4-HD/TU", None),
}


@pytest.mark.parametrize(("note", "stated"), NOTES.items())
def test_annexes_name_the_document_they_belong_to(note: str, stated: tuple[str, date | None] | None) -> None:
    own = "1. Trồng cây theo Hướng dẫn số 8-HD/TU.\n"
    found = number_in_annexes(f"{own}PHỤ LỤC\n{note}", len(own), "Hướng dẫn")
    assert ((found.number, found.day) if found else None) == stated

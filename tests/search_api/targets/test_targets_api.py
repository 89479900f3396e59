"""The table over HTTP: filters, order, paging, and the sheet."""

from __future__ import annotations

from io import BytesIO

import pytest
from doubles import settings_in
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from small_corpus import DU, document, put

from corpus.runtime.library import Library
from search_api.app import create_app
from search_api.service import Service


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    """Two documents of ours with figures; one sentence begins as a formula does."""
    from datetime import date  # noqa: PLC0415

    from doubles import ADDRESS, ENCODER, SPEC  # noqa: PLC0415

    settings = settings_in(tmp_path_factory.mktemp("targets") / "data")
    library = Library(settings, SPEC)
    for number, units in (
        (
            "07-NQ/ĐU",
            {
                "mục I": "I- MỤC TIÊU ĐẾN NĂM 2030",
                "mục I/khoản 1": "1. Tỉ lệ hộ dùng nước sạch đạt trên 90%.",
                "mục I/khoản 2": "2. Chi bộ thôn trồng ít nhất 40 cây trước ngày 30/6/2026.",
            },
        ),
        ("08-KH/ĐU", {"khoản 1": '=HYPERLINK("x") Văn phòng Đảng uỷ báo cáo hằng quý.'}),
    ):
        put(library, settings, *document(number, "Nghị quyết", "về thử", DU, date(2025, 8, 1), units))
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as client:
        yield client
    library.close()


def ids(api) -> list[str]:
    return [one["id"] for one in api.get("/api/documents").json()["documents"]]


def test_rows_have_their_words_and_source(api):
    table = api.get("/api/targets", params={"document": ids(api)}).json()
    assert table["total"] == 3
    row = next(row for row in table["rows"] if row["amount"] and row["amount"]["unit"] == "cây")
    assert row["sentence"] in "2. Chi bộ thôn trồng ít nhất 40 cây trước ngày 30/6/2026."
    assert (row["amount"]["number"], row["comparison"], row["body"]) == (40, "tối thiểu", "Chi bộ thôn")
    assert row["deadline"]["day"] == "2026-06-30"
    assert row["citation"]["short"].startswith("Nghị quyết 07-NQ/ĐU, mục I, khoản 2")
    assert row["passage"].endswith("muc-i/khoan-2")


def test_filters_narrow_and_their_values_are_counted(api):
    table = api.get("/api/targets", params={"document": ids(api), "year": 2030}).json()
    assert [row["amount"]["printed"] for row in table["rows"]] == ["90%"]
    assert {one["value"] for one in table["facets"]["year"]} == {"2026", "2030"}
    assert api.get("/api/targets", params={"document": ids(api), "body": "CHI BỘ THÔN"}).json()["total"] == 1
    assert api.get("/api/targets", params={"document": ids(api), "words": "nuoc sach"}).json()["total"] == 1


def test_rows_can_be_put_in_order_and_paged(api):
    asked = {"document": ids(api), "sort": "deadline", "page_size": 1}
    first, second = (api.get("/api/targets", params={**asked, "page": page}).json()["rows"][0] for page in (1, 2))
    assert (first["deadline"]["key"], second["deadline"]["key"]) == ("2026-06-30", "2030")
    turned = api.get("/api/targets", params={**asked, "descending": True}).json()["rows"][0]
    assert turned["kind"] == "định kỳ"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 422),
        ({"document": "khong-co"}, 404),
        ({"document": "a", "kind": "lạ"}, 422),
        ({"document": "a", "sort": "x"}, 422),
    ],
)
def test_what_cannot_be_answered_is_told(api, asked, status):
    answer = api.get("/api/targets", params=asked)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_sheet_has_numbers_dates_and_no_formula(api):
    answer = api.get("/api/targets/export", params={"document": ids(api), "sort": "document"})
    assert answer.status_code == 200
    page = load_workbook(BytesIO(answer.content)).active
    rows = list(page.iter_rows(min_row=2))
    assert len(rows) == 3
    assert 40 in [cell.value for row in rows for cell in row]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert any(str(cell.value).startswith("=HYPERLINK") for row in rows for cell in row)

"""A table in a document: each row at its own address, never wider than a phone."""

from __future__ import annotations

import pytest

from search_api.schemas import OutlineItemOut, StepOut, TableCellOut, TableOut, TableRowOut

ROWS = [["TT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Trồng cây", "Hội Nông dân"], ["2", "Tưới cây", "Chi hội"]]
ADDRESS = "phu-luc/bang-1"


def annex() -> OutlineItemOut:
    words = "\n".join(text for texts in ROWS for text in texts)
    text = f"PHỤ LỤC VIỆC 😀\nNhư sau:\n{words}\nHết."
    start = text.index("TT\n")
    rows = tuple(
        TableRowOut(
            address=f"{ADDRESS}/dong-{number}" if number else ADDRESS,
            place=f"Phụ lục, bảng 1, dòng {number}",
            head=not number,
            cells=tuple(TableCellOut(text=text, column=n, columns=1, rows=1) for n, text in enumerate(texts)),
        )
        for number, texts in enumerate(ROWS)
    )
    place = "Phụ lục, bảng 1"
    table = TableOut(address=ADDRESS, place=place, start=start, end=start + len(words), columns=3, rows=rows)
    path = (StepOut(unit="phụ lục", label=""),)
    return OutlineItemOut(
        address="phu-luc", path=path, heading="VIỆC 😀", text=text, pages=(), place="Phụ lục", tables=(table,)
    )


@pytest.fixture
def name(service, monkeypatch):
    """The id of a document whose annex has a table."""
    source = service.document("05-nq-du-2025-08-18")
    made = source.model_copy(update={"outline": (*source.outline, annex())})
    monkeypatch.setattr(service, "document", lambda _name: made)
    return made.document.id


def test_the_address_of_a_row_leads_to_the_row(page, name):
    page.goto(f"/van-ban/{name}/{ADDRESS}/dong-2")
    page.locator("#actions [data-copy^=http]").wait_for(state="attached")
    marked = page.locator(".marked")
    assert marked.evaluate("row => row.tagName") == "TR"
    assert marked.locator("td").all_text_contents() == ROWS[2]
    assert page.evaluate("document.activeElement.tagName") == "TR"
    assert 0 < marked.bounding_box()["y"] < 900
    page.locator("#actions").get_by_role("button", name="Chép nguyên văn").click()
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    citation = page.locator(".cite-box .citation").text_content()
    words = "\n".join(ROWS[2])
    assert page.evaluate("navigator.clipboard.readText()") == f"“{words}” ({citation}, Phụ lục, bảng 1, dòng 2)"


def test_a_row_under_the_pointer_is_what_is_cited(page, name):
    page.goto(f"/van-ban/{name}/{ADDRESS}/dong-2")
    page.locator("#actions [data-copy^=http]").wait_for(state="attached")
    page.locator("tbody tr").first.hover()
    assert page.locator("#actions-place").text_content() == "Phụ lục, bảng 1, dòng 1"


def test_the_address_of_a_table_leads_to_the_table(page, name):
    page.goto(f"/van-ban/{name}/{ADDRESS}")
    page.locator(".table-frame.marked").wait_for()
    assert 0 < page.locator(".table-frame").bounding_box()["y"] < 900


def test_a_wide_table_scrolls_by_itself_on_a_phone(phone, name):
    phone.goto(f"/van-ban/{name}/phu-luc")
    frame = phone.locator(".table-frame")
    frame.locator("td").nth(1).evaluate("cell => { cell.style.minWidth = '60rem'; }")
    assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

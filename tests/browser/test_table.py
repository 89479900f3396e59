"""A table in a document: drawn as a table, each row at its own address, never wider than a phone."""

from __future__ import annotations

import pytest

ROWS = [
    ["TT", "Nhiệm vụ", "Cơ quan chủ trì"],
    ["1", "Trồng cây", "Hội Nông dân"],
    ["2", "Tưới cây"],
    ["3", "Báo cáo", "Văn phòng"],
]
ADDRESS = "phu-luc/bang-1"


def table(start: int) -> dict:
    rows = []
    for number, texts in enumerate(ROWS):
        cells = [
            # The body in charge of row 1 is in charge of row 2 too.
            {"text": text, "column": column, "columns": 1, "rows": 2 if text == "Hội Nông dân" else 1}
            for column, text in enumerate(texts)
        ]
        address = f"{ADDRESS}/dong-{number}" if number else ADDRESS
        rows.append(
            {"address": address, "place": f"Phụ lục, bảng 1, dòng {number}", "head": not number, "cells": cells}
        )
    end = start + len("\n".join(text for texts in ROWS for text in texts))
    return {"address": ADDRESS, "place": "Phụ lục, bảng 1", "start": start, "end": end, "columns": 3, "rows": rows}


@pytest.fixture
def name(page, phone):
    """The id of a document whose annex has a table, on both pages."""
    source = page.request.get("/api/documents").json()["documents"][0]["id"]
    detail = page.request.get(f"/api/documents/{source}").json()
    words = "\n".join(text for texts in ROWS for text in texts)
    annex = {
        "address": "phu-luc",
        "path": [{"unit": "phụ lục", "label": ""}],
        "heading": "VIỆC 😀",
        "text": f"PHỤ LỤC VIỆC 😀\nNhư sau:\n{words}\nHết.",
        "pages": [],
        "place": "Phụ lục",
        "recognised": False,
        "doubts": [],
    }
    annex["tables"] = [table(annex["text"].index("TT\n"))]
    detail["outline"] = [*detail["outline"], annex]
    for one in (page, phone):
        one.route("**/api/documents/*", lambda route: route.fulfill(json=detail))
    return source


def test_a_table_has_its_rows_and_columns_word_for_word(page, name):
    page.goto(f"/van-ban/{name}/phu-luc")
    annex = page.locator('[id="u:phu-luc"]')
    annex.locator("table").wait_for()
    assert annex.locator("thead th").all_text_contents() == ROWS[0]
    assert [row.locator("td").all_text_contents() for row in annex.locator("tbody tr").all()] == ROWS[1:]
    assert annex.locator("td[rowspan='2']").text_content() == "Hội Nông dân"
    shown = annex.locator("h2, .words").all_text_contents()
    assert shown == ["PHỤ LỤC VIỆC 😀", "Như sau:", *(text for texts in ROWS for text in texts), "Hết."]


def test_the_address_of_a_row_leads_to_the_row(page, name):
    page.goto(f"/van-ban/{name}/{ADDRESS}/dong-2")
    marked = page.locator(".marked")
    marked.wait_for()
    assert marked.evaluate("row => row.tagName") == "TR"
    assert marked.locator("td").first.text_content() == "2"
    assert page.evaluate("document.activeElement.tagName") == "TR"
    assert "dòng 2" in page.title()


def test_the_address_of_a_table_leads_to_its_unit(page, name):
    page.goto(f"/van-ban/{name}/{ADDRESS}")
    page.locator('[id="u:phu-luc"].marked').wait_for()


def test_a_wide_table_scrolls_by_itself_on_a_phone(phone, name):
    phone.goto(f"/van-ban/{name}/phu-luc")
    frame = phone.locator(".table-frame")
    frame.wait_for()
    frame.locator("td").nth(1).evaluate("cell => { cell.style.minWidth = '60rem'; }")
    assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

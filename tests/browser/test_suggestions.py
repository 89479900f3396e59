"""Suggestions under the search box."""

from __future__ import annotations

import re

import pytest
from fixture_server import TERM
from test_search import ask

SUGGEST = re.compile(r"/api/suggest")


def typed(page, words):
    page.goto("/")
    page.locator("#q").press_sequentially(words, delay=20)
    page.get_by_role("option").first.wait_for()


def _hold(held, route):
    held.append(route)


def options(page):
    return page.get_by_role("option")


def test_suggestions_come_while_typing_and_are_announced(page):
    typed(page, "nghị quyết")
    box = page.get_by_role("combobox")
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    answer = page.request.get("/api/suggest", params={"q": "nghị quyết"}).json()["suggestions"]
    assert options(page).count() == len(answer) > 0
    page.get_by_role("status").get_by_text(f"Có {len(answer)} gợi ý").wait_for()
    assert answer[0]["text"] in options(page).first.text_content()


def test_arrows_walk_through_suggestions_and_back_to_the_box(page):
    typed(page, "nghị quyết")
    count = options(page).count()
    box = page.get_by_role("combobox")
    for place in range(count):
        page.keyboard.press("ArrowDown")
        assert box.get_attribute("aria-activedescendant") == options(page).nth(place).get_attribute("id")
        assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert options(page).last.get_attribute("aria-selected") == "true"
    assert page.evaluate("document.activeElement.id") == "q"


def test_escape_closes_the_list_and_then_empties_the_box(page):
    typed(page, "nghị quyết")
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert page.locator("#q").input_value() == "nghị quyết"
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""


def test_a_document_and_a_unit_lead_to_the_reader(page):
    typed(page, "nghị quyết")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".unit").first.wait_for()
    assert "/van-ban/" in page.url
    name = page.request.get("/api/suggest", params={"q": "nghị quyết"}).json()["suggestions"][0]["text"]
    typed(page, name)
    options(page).filter(has_text="mục").last.click()
    page.locator(".unit.marked").wait_for()


def test_a_term_is_searched_for(page):
    typed(page, TERM[:6])
    options(page).filter(has_text=TERM).click()
    page.locator(".hit").first.wait_for()
    assert page.locator("#q").input_value() == TERM
    assert page.get_by_role("listbox").count() == 0


def test_enter_without_a_choice_searches_for_what_was_typed(page):
    typed(page, TERM[:9])
    page.keyboard.press("Enter")
    page.locator("#results-title").get_by_text("Tìm được").wait_for()
    assert page.locator("#q").input_value() == TERM[:9]
    page.wait_for_timeout(300)
    assert page.get_by_role("listbox").count() == 0


def test_one_request_is_asked_for_what_is_typed_in_one_go(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if SUGGEST.search(request.url) else None)
    page.goto("/")
    # All within one turn of the page's clock: how fast the machine types is no matter.
    page.locator("#q").evaluate(
        """(box, text) => {
          box.focus();
          for (let length = 1; length <= text.length; length += 1) {
            box.value = text.slice(0, length);
            box.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
        }""",
        "nghị quyết",
    )
    options(page).first.wait_for()
    assert len(asked) == 1


def test_an_old_answer_does_not_come_over_a_newer_one(page):
    held = []
    page.route(re.compile(r"/api/suggest\?q=ngh%E1%BB%8B$"), lambda route: _hold(held, route))
    page.goto("/")
    page.locator("#q").fill("nghị")
    page.wait_for_timeout(250)
    page.locator("#q").fill(TERM)
    options(page).filter(has_text=TERM).wait_for()
    assert held
    shown = options(page).all_text_contents()
    for route in held:
        route.continue_()
    page.wait_for_timeout(200)
    assert options(page).all_text_contents() == shown


def test_without_suggestions_one_can_still_search(page):
    page.route(SUGGEST, lambda route: route.abort())
    ask(page)
    assert page.locator(".problem").count() == 0


def test_leaving_the_box_closes_the_list(page):
    typed(page, "nghị quyết")
    page.keyboard.press("Tab")
    assert page.get_by_role("listbox").count() == 0


@pytest.mark.parametrize("view", ["page", "phone"])
def test_axe_finds_nothing_in_an_open_list(request, axe, view):
    page = request.getfixturevalue(view)
    typed(page, "nghị quyết")
    page.keyboard.press("ArrowDown")
    page.evaluate(axe)
    rules = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    violations = page.evaluate("rules => axe.run({runOnly: rules})", rules)["violations"]
    assert [(one["id"], [node["html"][:100] for node in one["nodes"]]) for one in violations] == []

"""What holds on every page: rules of accessibility, small screens, the list of documents."""

from __future__ import annotations

import re

import pytest

READY = {
    "search": ".hit",
    "home": "#newest-list a",
    "documents": ".doc-list li",
    "reader": ".unit.marked",
    "empty": ".hints",
    "compare": ".differences td",
}
QUESTION = "đảng viên cao tuổi"


def show(page, name):
    """Opens a page by its name and waits until it is complete."""
    hit = page.request.get("/api/search", params={"q": QUESTION}).json()["hits"][0]
    if name == "empty":
        facets = {field: [] for field in ("kind", "issuer", "year", "validity")}
        told = {"text": "đảng", "changes": [{"typed": "ddảng", "read": "đảng"}], "suggestion": "đảng viên"}
        choices = page.request.get("/api/documents").json()["documents"][:2]
        empty = {
            "query": "x",
            "understood": told,
            "choices": choices,
            "answered": False,
            "confidence": 0,
            "page": 1,
            "page_size": 10,
            "total": 0,
            "took_ms": 1,
            "hits": [],
            "facets": facets,
        }
        page.route(re.compile("/api/search"), lambda route: route.fulfill(json=empty))
    addresses = {
        "home": "/",
        "search": f"/?q={QUESTION}&kind={hit['document']['kind']}",
        "empty": "/?q=x",
        "documents": "/van-ban",
        "reader": f"/van-ban/{hit['passage']['id']}",
        "compare": f"/so-sanh/{hit['document']['id']}/{'b' * 64}",
    }
    page.goto(addresses[name])
    page.locator(READY[name]).first.wait_for()


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in found]


@pytest.mark.parametrize("name", READY)
def test_axe_finds_nothing(page, axe, name):
    show(page, name)
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", READY)
def test_axe_finds_nothing_on_a_phone(phone, axe, name):
    show(phone, name)
    for summary in phone.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.tap()
    assert violations(phone, axe) == []


def test_axe_finds_nothing_in_a_problem(page, axe):
    page.route("**/api/**", lambda route: route.abort())
    page.goto("/?q=x")
    page.locator(".problem").wait_for()
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", READY)
def test_nothing_is_wider_than_a_phone(phone, name):
    show(phone, name)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", READY)
def test_nothing_is_wider_than_a_quarter_of_a_screen(page, name):
    """A window of 1280 pixels zoomed to 400 % has 320: nothing may need scrolling sideways (WCAG 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 256})
    show(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", READY)
def test_fingers_find_their_targets(phone, name):
    show(phone, name)
    small = phone.locator("button, summary, input:not([type=hidden]), .pager a, .tools a, a.button").evaluate_all(
        """all => all
          .filter(one => !one.matches('li .link'))  // a link inside a sentence is as high as its line
          .map(one => one.type === 'checkbox' ? one.closest('label') : one)
          .filter(one => one.offsetParent !== null)
          .filter(one => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
          .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []


@pytest.mark.parametrize("name", READY)
def test_type_is_big_enough_for_old_eyes(page, name):
    show(page, name)
    sizes = page.locator("body, .passage, .words, #q").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 18
    smallest = page.locator("body *").evaluate_all(
        """all => Math.min(...all
          .filter(one => [...one.childNodes].some(node => node.nodeName === '#text' && node.data.trim()))
          .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 16


def test_the_skip_link_comes_first_and_works(page):
    show(page, "documents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_no_policy_is_violated(page):
    page.add_init_script("addEventListener('securitypolicyviolation', e => { throw new Error(e.violatedDirective) })")
    for name in READY:
        show(page, name)


def test_the_list_of_documents_can_be_narrowed(page):
    show(page, "documents")
    listed = page.request.get("/api/documents").json()
    assert page.locator("#results-title").text_content() == f"Có {listed['total']} văn bản"
    assert page.locator(".doc-list li").count() == min(listed["total"], listed["page_size"])
    year = listed["facets"]["year"][0]
    page.get_by_role("checkbox", name=re.compile(f"^{year['value']} ")).check()
    page.locator("#results-title").get_by_text(f"Có {year['count']} văn bản").wait_for()
    assert f"year={year['value']}" in page.url
    page.go_back()
    page.locator("#results-title").get_by_text(f"Có {listed['total']} văn bản").wait_for()
    page.locator(".doc-list a").first.click()
    page.locator(".unit").first.wait_for()


def test_the_list_says_when_the_api_is_down(page):
    page.route("**/api/**", lambda route: route.abort())
    page.goto("/van-ban")
    page.get_by_role("heading", name="Không kết nối được với máy chủ").wait_for()
    page.unroute("**/api/**")
    page.get_by_role("button", name="Thử lại").click()
    page.locator(".doc-list li").first.wait_for()

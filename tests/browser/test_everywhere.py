"""What holds on every page: rules of accessibility, small screens, nothing that moves, the list of documents."""

from __future__ import annotations

import re

import pytest
from fixture_server import QUESTION

from corpus.types import Filters
from search_api.schemas import ChangeOut, FacetsOut, SearchOut, UnderstoodOut

READY = {
    "search": ".hit",
    "home": "#newest-list a",
    "documents": ".doc-list li",
    "reader": ".unit.marked",
    "empty": ".hints",
    "unreadable": ".problem",
    "similar": ".hit",
    "compare": ".differences td",
    "unknown": "h1",
}


@pytest.fixture
def show(service, monkeypatch):
    """Opens a page by its name and waits until it is complete."""

    def opened(page, name):
        hit = service.search(QUESTION, Filters(), 1, 10).hits[0]
        if name == "empty":
            monkeypatch.setattr(service, "search", lambda *_, **__: _empty(service))
        addresses = {
            "home": "/",
            "search": f"/?q={QUESTION}&kind={hit.document.kind}",
            "empty": "/?q=x",
            "unreadable": "/?q=%3F",
            "documents": "/van-ban",
            "reader": f"/van-ban/{hit.passage.id}",
            "similar": f"/tuong-tu/{hit.passage.id}",
            "compare": f"/so-sanh/{hit.document.id}/{'b' * 64}",
            "unknown": "/khong-co",
        }
        page.goto(addresses[name])
        page.locator(READY[name]).first.wait_for()

    return opened


def _empty(service):
    """An answer without hits, with all that is told above them."""
    changes = (ChangeOut(typed="ddảng", read="đảng"),)
    told = UnderstoodOut(text="đảng", changes=changes, suggestion="đảng viên", absent="Nghị quyết số 18")
    return SearchOut(
        query="x",
        understood=told,
        choices=service.documents(Filters(), 1, 2).documents,
        answered=False,
        confidence=0,
        page=1,
        page_size=10,
        total=0,
        took_ms=1,
        hits=(),
        facets=FacetsOut(kind=(), issuer=(), year=(), validity=(), source=()),
    )


def unfold(page):
    """Opens whatever can be opened."""
    for box in page.locator(".show-filters").all():
        if box.is_visible():
            box.click()
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in found]


@pytest.mark.parametrize("name", READY)
def test_axe_finds_nothing(page, axe, show, name):
    show(page, name)
    unfold(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", READY)
def test_axe_finds_nothing_on_a_phone(phone, axe, show, name):
    show(phone, name)
    unfold(phone)
    assert violations(phone, axe) == []


@pytest.mark.parametrize("name", READY)
def test_nothing_is_wider_than_a_phone(phone, show, name):
    show(phone, name)
    unfold(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", READY)
def test_nothing_is_wider_than_a_quarter_of_a_screen(page, show, name):
    """A window of 1280 pixels zoomed to 400 % has 320: nothing may need scrolling sideways (WCAG 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 256})
    show(page, name)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", READY)
def test_fingers_find_their_targets(phone, show, name):
    show(phone, name)
    unfold(phone)
    targets = (
        "button, summary, input:not([type=hidden]), .pager a, .tools a, .arrange a, .further a, .chips a, a.button"
    )
    small = phone.locator(targets).evaluate_all(
        """all => all
          .map(one => ['checkbox', 'radio'].includes(one.type) ? one.closest('label') : one)
          .filter(one => one.offsetParent !== null)
          .filter(one => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
          .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []


@pytest.mark.parametrize("name", READY)
def test_type_is_big_enough_for_old_eyes(page, show, name):
    show(page, name)
    unfold(page)
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


@pytest.mark.parametrize("name", ["home", "search", "empty", "documents", "similar", "compare"])
@pytest.mark.parametrize("view", ["page", "phone"])
def test_nothing_moves_while_a_page_comes_up(request, show, view, name):
    """How far things move is weighed as browsers do (CLS): what a reader is about to press stays where it is."""
    page = request.getfixturevalue(view)
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) window.moved += shift.value;
        }).observe({ type: 'layout-shift', buffered: true });"""
    )
    # A search that was kept is listed by a script.
    page.goto("/khong-co")
    page.evaluate("""localStorage.setItem('saved-searches', '[{"address": "/?q=x", "name": "x"}]')""")
    show(page, name)
    page.wait_for_timeout(400)
    assert page.evaluate("moved") <= 0.02


def test_the_skip_link_comes_first_and_works(page, show):
    show(page, "documents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_no_policy_is_violated(page, show, monkeypatch):
    page.add_init_script("addEventListener('securitypolicyviolation', e => { throw new Error(e.violatedDirective) })")
    for name in READY:
        show(page, name)
        monkeypatch.undo()


def test_the_list_of_documents_can_be_narrowed(page, show, service):
    show(page, "documents")
    listed = service.documents(Filters(), 1, 20)
    assert page.locator("#results-title").text_content() == f"Có {listed.total} văn bản"
    assert page.locator(".doc-list > li").count() == min(listed.total, listed.page_size)
    year = listed.facets.year[0]
    page.get_by_role("checkbox", name=re.compile(f"^{year.value} ")).check()
    page.get_by_role("link", name=f"Bỏ lọc {year.value}").wait_for()
    assert page.locator("#results-title").text_content() == f"Có {year.count} văn bản"
    assert f"year={year.value}" in page.url
    page.go_back()
    page.get_by_role("link", name=f"Bỏ lọc {year.value}").wait_for(state="detached")
    assert page.locator("#results-title").text_content() == f"Có {listed.total} văn bản"
    page.locator(".doc-list a").first.click()
    page.wait_for_url(re.compile("/van-ban/."))


def test_two_copies_are_shown_beside_each_other(page, show):
    show(page, "compare")
    changed, lost, added = page.locator(".differences tbody tr").all()
    assert changed.locator("td").all_text_contents() == ["trồng cây bàng trong thôn", "trồng cây bằng trong thôn"]
    assert changed.locator("mark").all_text_contents() == ["bàng", "bằng"]
    assert lost.locator("td").last.text_content() == "trồng cây [không có] trong thôn"
    assert added.locator("td").all_text_contents() == ["[không có] Mỗi hộ trồng", "Báo xã Mỗi hộ trồng"]

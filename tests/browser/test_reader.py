"""Reading a document at the place one was sent to."""

from __future__ import annotations

import re

import pytest

QUESTION = "đảng viên cao tuổi"


@pytest.fixture
def hit(page):
    """An answer deep inside a document, so that its page has to scroll."""
    hits = page.request.get("/api/search", params={"q": QUESTION}).json()["hits"]
    return next(hit for hit in hits if hit["passage"]["address"].count("/") >= 1)


def open_unit(page, hit):
    page.goto(f"/van-ban/{hit['passage']['id']}")
    page.locator(".unit.marked").wait_for()


def detail_of(page, hit):
    return page.request.get(f"/api/documents/{hit['document']['id']}").json()


def unit(page, address):
    return page.locator(f'[id="u:{address}"]')


def test_a_result_opens_the_reader_at_its_unit(page, hit):
    page.goto(f"/?q={QUESTION}")
    page.locator(f'.hit h3 a[href="/van-ban/{hit["passage"]["id"]}"]').click()
    marked = page.locator(".unit.marked")
    marked.wait_for()
    assert marked.count() == 1
    assert marked.get_attribute("id") == f"u:{hit['passage']['address']}"
    assert marked.get_attribute("aria-label").startswith(hit["passage"]["citation"]["place"].split(", tr.")[0])
    assert page.evaluate("document.activeElement.id") == f"u:{hit['passage']['address']}"
    assert 0 <= marked.bounding_box()["y"] < page.viewport_size["height"] / 2
    assert hit["passage"]["citation"]["place"] in page.title()
    page.get_by_role("link", name=f"Về kết quả tìm “{QUESTION}”").click()
    page.locator(".hit").first.wait_for()


def test_the_whole_text_is_there_word_for_word(page, hit):
    open_unit(page, hit)
    for item in detail_of(page, hit)["outline"]:
        shown = unit(page, item["address"]).locator("h2, h3, h4, h5, h6, .words").all_text_contents()
        assert re.sub(r"\s+", "", "".join(shown)) == re.sub(r"\s+", "", item["text"])


def test_what_was_recognised_says_so_and_its_unsure_places_are_underlined(page, hit):
    open_unit(page, hit)
    item = next(item for item in detail_of(page, hit)["outline"] if item["recognised"])
    shown = unit(page, item["address"])
    assert shown.get_by_text("Nhận dạng từ bản quét").is_visible()
    assert shown.locator(".doubt").all_text_contents() == [item["text"][a:b] for a, b in item["doubts"]] != []
    assert page.locator(".recognised").count() == 1


def test_headings_are_levels_without_a_gap(page, hit):
    open_unit(page, hit)
    levels = page.locator(".doc-text :is(h2, h3, h4, h5, h6)").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels
    assert all(later - earlier <= 1 for earlier, later in zip([1, *levels], levels, strict=False))


def test_an_address_without_a_unit_opens_the_closest_around_it(page, hit):
    around = hit["passage"]["address"]
    page.goto(f"/van-ban/{hit['document']['id']}/{around}/khong-co-99")
    page.locator(".unit.marked").wait_for()
    assert page.locator(".unit.marked").get_attribute("id") == f"u:{around}"
    page.goto(f"/van-ban/{hit['document']['id']}/khong-co-99")
    page.get_by_text("Văn bản không có vị trí đã hỏi").wait_for()


def test_the_outline_leads_to_units_and_back_leads_back(page, hit):
    open_unit(page, hit)
    first = page.url
    link = page.locator("#tree a").last
    target = link.get_attribute("data-unit")
    link.click()
    page.locator(f'.unit.marked[id="u:{target}"]').wait_for()
    assert page.url.endswith(f"/{target}")
    page.go_back()
    page.locator(f'.unit.marked[id="u:{hit["passage"]["address"]}"]').wait_for()
    assert page.url == first


def test_the_outline_follows_the_reading(page, hit):
    page.goto(f"/van-ban/{hit['document']['id']}")
    page.locator(".unit").first.wait_for()
    links = page.locator("#tree a").evaluate_all("all => all.map(a => a.dataset.unit)")
    for address in (links[1], links[len(links) // 2]):
        # The line the outline follows lies a quarter down the window.
        unit(page, address).evaluate("u => scrollTo(0, scrollY + u.getBoundingClientRect().top - innerHeight / 4 + 4)")
        page.locator(f'#tree a[data-unit="{address}"][aria-current="location"]').wait_for()
        assert page.locator("#tree [aria-current]").count() == 1
        current, tree = (
            page.locator("#tree [aria-current]").bounding_box(),
            page.locator("#tree").bounding_box(),
        )
        assert tree["y"] <= current["y"] < tree["y"] + tree["height"]


def test_a_unit_gives_its_citation_its_words_and_its_address(page, hit):
    open_unit(page, hit)
    address, citation = hit["passage"]["address"], hit["passage"]["citation"]["full"]
    tools = unit(page, address).locator(".tools")
    tools.get_by_role("button", name="Chép trích dẫn").click()
    page.get_by_role("status").get_by_text("Đã chép trích dẫn.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == citation
    tools.get_by_role("button", name="Chép nguyên văn kèm trích dẫn").click()
    page.get_by_role("status").get_by_text("Đã chép nguyên văn").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"“{hit['passage']['text']}” ({citation})"
    assert tools.locator("a.permalink").get_attribute("href") == f"/van-ban/{hit['passage']['id']}"


def test_tools_of_other_units_wait_for_the_pointer_or_the_keyboard(page, hit):
    open_unit(page, hit)
    # A page loads with the pointer nowhere; it must not rest on the unit that is looked at.
    page.mouse.move(5, 5)
    other = page.locator(".unit:not(.marked)").last
    other.scroll_into_view_if_needed()
    tools = other.locator(".tools")
    opacity = "t => new Promise(done => setTimeout(() => done(getComputedStyle(t).opacity), 250))"
    assert tools.evaluate(opacity) == "0"
    other.hover()
    assert tools.evaluate(opacity) == "1"
    page.mouse.move(5, 5)
    assert tools.evaluate(opacity) == "0"
    tools.locator("a.permalink").focus()
    assert tools.evaluate(opacity) == "1"


def test_pages_are_marked_where_they_begin(page):
    documents = page.request.get("/api/documents").json()["documents"]
    source = next((one for one in documents if one["pages"] > 1 and one["media_type"] == "application/pdf"), None)
    if source is None:
        pytest.skip("kho không có văn bản PDF nhiều trang")
    page.goto(f"/van-ban/{source['id']}")
    page.locator(".unit").first.wait_for()
    outline = page.request.get(f"/api/documents/{source['id']}").json()["outline"]
    printed = {number for item in outline for number in item["pages"]}
    marks = page.locator(".page-mark").all_text_contents()
    numbers = [int(re.search(r"\d+", mark)[0]) for mark in marks]
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= printed
    assert {min(printed), max(printed)} <= set(numbers)
    assert page.locator(".page-mark a").first.get_attribute("href") == (
        f"/api/documents/{source['id']}/file#page={numbers[0]}"
    )


def test_the_head_says_what_the_document_is(page, hit):
    page.goto(f"/van-ban/{hit['document']['id']}")
    source = hit["document"]
    page.get_by_role("heading", level=1, name=f"số {source['number']}").wait_for()
    head = page.locator("#head").text_content()
    assert source["title"] in head
    assert source["issuer"] in head
    assert source["citation"] in head
    page.locator("#head").get_by_role("button", name="Chép trích dẫn").click()
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == source["citation"]
    assert page.request.get(page.locator("#head dd a").get_attribute("href")).ok


def test_the_other_copies_are_listed_and_compared_by_keyboard(page, hit):
    page.goto(f"/van-ban/{hit['document']['id']}")
    summary = page.locator(".copies summary")
    summary.get_by_text("Các bản khác (1)").wait_for()
    assert not page.get_by_role("link", name="trang-bao.html (trang web)", exact=True).is_visible()
    assert summary.evaluate("one => getComputedStyle(one).display") == "list-item", "without it no triangle is drawn"
    summary.press("Enter")
    file = page.get_by_role("link", name="trang-bao.html (trang web)", exact=True)
    assert page.request.get(file.get_attribute("href")).ok
    page.get_by_role("link", name="So sánh với trang-bao.html").press("Enter")
    page.get_by_role("heading", name="Có 3 chỗ khác nhau").wait_for()
    rows = page.locator(".differences tbody tr")
    assert rows.nth(0).locator("td").all_text_contents() == ["trồng cây bàng trong thôn", "trồng cây bằng trong thôn"]
    assert rows.nth(0).locator("mark").all_text_contents() == ["bàng", "bằng"]
    assert rows.nth(1).locator("td").nth(1).text_content() == "trồng cây [không có] trong thôn"
    assert rows.nth(2).locator("td").all_text_contents() == ["[không có] Mỗi hộ trồng", "Báo xã Mỗi hộ trồng"]
    rows.nth(0).locator("th a").press("Enter")
    page.locator(".unit.marked").wait_for()


def test_an_unknown_document_is_said_to_be_unknown(page):
    page.goto("/van-ban/khong-co-van-ban-nay")
    page.get_by_role("heading", name="Không tìm thấy").wait_for()
    assert page.title() == "Không tìm thấy - Tra Cứu"
    page.get_by_role("link", name="Xem danh sách văn bản").click()
    page.get_by_role("heading", name="Văn bản trong kho").wait_for()


def test_superseded_documents_warn(page, hit):
    detail = detail_of(page, hit)
    detail["document"]["validity"] = "hết hiệu lực từ 01/11/2025"
    page.route("**/api/documents/*", lambda route: route.fulfill(json=detail))
    page.goto(f"/van-ban/{hit['document']['id']}")
    page.get_by_text("Hết hiệu lực từ 01/11/2025. Xin kiểm tra trước khi dẫn.").wait_for()


def test_paper_gets_text_and_citations_only(page, hit):
    open_unit(page, hit)
    page.emulate_media(media="print")
    for selector in (".masthead", ".footer", "#outline", ".within", ".copy"):
        assert not page.locator(selector).first.is_visible(), selector
    assert unit(page, hit["passage"]["address"]).locator(".on-paper").is_visible()
    assert page.get_by_text(hit["document"]["citation"]).is_visible()


def test_the_phone_outline_opens_leads_and_closes(phone):
    hits = phone.request.get("/api/search", params={"q": QUESTION}).json()["hits"]
    phone.goto(f"/van-ban/{hits[0]['passage']['id']}")
    phone.locator(".unit.marked").wait_for()
    assert not phone.locator("#tree").is_visible()
    marked, bar = phone.locator(".unit.marked").bounding_box(), phone.locator("#outline").bounding_box()
    assert marked["y"] >= bar["y"] + bar["height"], "the bar does not cover the goal"
    phone.locator("#outline summary").tap()
    link = phone.locator("#tree a").last
    target = link.get_attribute("data-unit")
    link.tap()
    phone.locator(f'.unit.marked[id="u:{target}"]').wait_for()
    assert not phone.locator("#tree").is_visible()
    tools = phone.locator(".unit:not(.marked) .tools").first
    assert tools.evaluate("t => getComputedStyle(t).opacity") == "1", "without a pointer the tools always show"

"""Reading a document at the place one was sent to: what scripts add to the page that was sent."""

from __future__ import annotations

import re

import pytest
from test_everywhere import violations

QUESTION = "đảng viên cao tuổi"
# A voice and its speech, where the machine that tests has none: what is spoken is kept in ``spoken``.
VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [{ lang: 'en-US' }, ...(window.voiceless ? [] : [{ lang: 'vi-VN' }])],
  addEventListener: () => {},
  cancel: () => { window.cancelled = true },
  speak: (one) => { spoken.push(one); },
} });
"""


@pytest.fixture
def hit(page):
    """An answer deep inside a document, so that its page has to scroll."""
    hits = page.request.get("/api/search", params={"q": QUESTION}).json()["hits"]
    return next(hit for hit in hits if hit["passage"]["address"].count("/") >= 1)


def open_unit(page, hit, query=""):
    page.goto(f"/van-ban/{hit['passage']['id']}{query}")
    # The buttons carry what they copy once the scripts run.
    page.locator("#actions [data-copy^=http]").wait_for(state="attached")


def detail_of(page, hit):
    return page.request.get(f"/api/documents/{hit['document']['id']}").json()


def unit(page, address):
    return page.locator(f'[id="u:{address}"]')


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_a_result_opens_the_reader_at_its_unit_and_leads_back(page, hit):
    page.goto(f"/?q={QUESTION}")
    page.locator(f'.hit h2 a[href^="/van-ban/{hit["passage"]["id"]}?"]').click()
    marked = page.locator(".unit.marked")
    marked.wait_for()
    assert marked.get_attribute("id") == f"u:{hit['passage']['address']}"
    assert marked.get_attribute("aria-label").startswith(hit["passage"]["citation"]["place"].split(", tr.")[0])
    assert page.evaluate("document.activeElement.id") == f"u:{hit['passage']['address']}"
    assert 0 <= marked.bounding_box()["y"] < page.viewport_size["height"] / 2
    assert marked.locator("mark").count() > 0
    page.get_by_role("link", name=f"Về kết quả tìm “{QUESTION}”").click()
    page.locator(".hit").first.wait_for()


def test_without_scripts_the_unit_is_in_sight_and_the_words_can_be_looked_for(browser, base_url, hit):
    context = browser.new_context(base_url=base_url, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"/van-ban/{hit['passage']['id']}")
    marked = page.locator(".unit.marked")
    box = marked.bounding_box()
    assert 0 <= box["y"] < 900
    assert not page.locator(".scripted").first.is_visible()
    page.get_by_label("Tìm trong văn bản này").fill("chi bo")
    page.get_by_role("button", name="Tìm").click()
    page.wait_for_url(re.compile("#khop-1$"))
    first = page.locator("#khop-1")
    assert 0 <= first.bounding_box()["y"] < 900
    page.get_by_role("link", name="Chỗ sau").first.click()
    page.wait_for_url(re.compile("#khop-2$"))
    page.locator("#tree a").last.click()
    assert "#u:" in page.url
    context.close()


def test_an_address_without_a_unit_opens_the_closest_around_it(page, hit):
    around = hit["passage"]["address"]
    page.goto(f"/van-ban/{hit['document']['id']}/{around}/khong-co-99")
    page.get_by_role("alert").get_by_text("mục gần nhất").wait_for()
    assert page.locator(".unit.marked").get_attribute("id") == f"u:{around}"


def test_the_contents_lead_to_units_and_back_leads_back(page, hit):
    open_unit(page, hit)
    first = page.url
    link = page.locator("#tree a").last
    target = link.get_attribute("href")[3:]
    link.click()
    page.locator(f'.unit.marked[id="u:{target}"]').wait_for()
    assert page.url.endswith(f"/{target}")
    assert page.evaluate("document.activeElement.id") == f"u:{target}"
    page.go_back()
    page.locator(f'.unit.marked[id="u:{hit["passage"]["address"]}"]').wait_for()
    assert page.url == first
    assert page.locator("[aria-current=location]:not(#tree a)").count() == 1


def test_the_contents_follow_the_reading(page, hit):
    # So low that the contents do not fit beside the text.
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"/van-ban/{hit['document']['id']}")
    links = page.locator("#tree a").evaluate_all("all => all.map(a => a.hash.slice(3))")
    for address in (links[1], links[len(links) // 2]):
        # The line the contents follow lies a quarter down the window.
        # What comes near is drawn and takes its own height, so it is gone to in steps.
        unit(page, address).evaluate(
            """async (one) => {
              for (let step = 0; step < 20; step += 1) {
                scrollTo(0, scrollY + one.getBoundingClientRect().top - innerHeight / 4 + 4);
                await new Promise(requestAnimationFrame);
              }
            }"""
        )
        page.locator(f'#tree a[href="#u:{address}"][aria-current="location"]').wait_for()
        assert page.locator("#tree [aria-current]").count() == 1
        current, side = page.locator("#tree [aria-current]").bounding_box(), page.locator(".side").bounding_box()
        assert side["y"] <= current["y"] < side["y"] + side["height"]


def test_a_unit_gives_its_address_its_citation_and_its_words(page, hit, base_url):
    open_unit(page, hit)
    citation = hit["passage"]["citation"]["full"]
    for name, done, text in (
        ("Chép địa chỉ", "Đã chép địa chỉ.", f"{base_url}/van-ban/{hit['passage']['id']}"),
        ("Chép trích dẫn", "Đã chép trích dẫn.", citation),
        ("Chép nguyên văn", "Đã chép nguyên văn kèm trích dẫn.", f"“{hit['passage']['text']}” ({citation})"),
    ):
        page.locator("#actions").get_by_role("button", name=name).click()
        page.get_by_role("status").get_by_text(done).wait_for()
        assert clipboard(page) == text
    original = page.locator("#actions").get_by_role("link", name="Xem bản gốc")
    assert original.get_attribute("href") == f"/doi-chieu/{hit['passage']['id']}"


def test_what_is_copied_is_the_text_whatever_the_page_adds_to_it(page, hit):
    item = next(item for item in detail_of(page, hit)["outline"] if item["recognised"])
    page.goto(f"/van-ban/{hit['document']['id']}/{item['address']}?tim=năm")
    page.locator("#actions [data-copy^=http]").wait_for(state="attached")
    page.locator("#actions").get_by_role("button", name="Chép nguyên văn").click()
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    assert clipboard(page).startswith(f"“{item['text'].strip()}” (")


def test_the_buttons_go_to_the_unit_under_the_pointer_and_the_keyboard(page, hit):
    open_unit(page, hit)
    other = page.locator(".unit:not(.marked)").last
    other.hover()
    assert other.locator("#actions").is_visible()
    link = page.locator(".unit .at").first
    link.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.kind") == "address"
    # As long as the keyboard is in them, the pointer does not take them away.
    other.hover()
    assert page.locator(".unit").first.locator("#actions").is_visible()


def test_the_link_of_a_unit_makes_it_the_goal(page, hit):
    open_unit(page, hit)
    link = page.locator(".unit:not(.marked) .at").last
    address = link.get_attribute("href")
    link.press("Enter")
    page.locator(f'.unit.marked:has([href="{address}"])').wait_for()
    assert page.url.endswith(address)


@pytest.mark.parametrize("typed", ["chi bộ", "chi bo", "CHI BO"])
def test_words_are_looked_for_and_stepped_through_without_loading_again(page, hit, typed):
    page.goto(f"/van-ban/{hit['document']['id']}")
    box = page.get_by_label("Tìm trong văn bản này")
    box.fill(typed)
    box.press("Enter")
    page.locator("#hit-count").get_by_text("1/").wait_for()
    total = page.locator("mark[id]").count()
    assert total > 2
    page.evaluate("window.sameDocument = true")
    assert page.locator("#khop-1.current").is_visible()
    page.get_by_role("button", name="Chỗ sau").click()
    assert page.locator("#hit-count").text_content() == f"2/{total} chỗ"
    page.locator("#khop-2.current").wait_for()
    assert 0 < page.locator("#khop-2").bounding_box()["y"] < 900
    page.get_by_role("button", name="Chỗ trước").click()
    page.get_by_role("button", name="Chỗ trước").click()
    assert page.locator("#hit-count").text_content() == f"{total}/{total} chỗ"
    box.press("Enter")
    box.press("Enter")
    assert page.locator("#hit-count").text_content() == f"2/{total} chỗ"
    box.press("Shift+Enter")
    assert page.locator("#hit-count").text_content() == f"1/{total} chỗ"
    assert page.evaluate("window.sameDocument")
    page.get_by_role("status").get_by_text(f"Chỗ 1 trong {total}").wait_for()


def test_words_that_are_not_there_are_said_not_to_be(page, hit):
    page.goto(f"/van-ban/{hit['document']['id']}?tim=tàu vũ trụ")
    page.get_by_text("Không có “tàu vũ trụ” trong văn bản này.").wait_for()
    page.get_by_role("link", name="Tìm theo ý").click()
    page.wait_for_url(re.compile(rf"/\?q=.*document={hit['document']['id']}"))


def test_the_other_copies_are_listed_and_compared_by_keyboard(page, hit):
    page.goto(f"/van-ban/{hit['document']['id']}")
    file = page.get_by_role("link", name="trang-bao.html (trang web)", exact=True)
    assert page.request.get(file.get_attribute("href")).ok
    page.get_by_role("link", name="So sánh với trang-bao.html").press("Enter")
    page.get_by_role("heading", name="Có 3 chỗ khác nhau").wait_for()
    page.locator(".differences tbody tr th a").first.press("Enter")
    page.locator(".unit.marked").wait_for()


def test_paper_gets_the_text_its_citation_and_its_address(page, hit):
    open_unit(page, hit)
    page.emulate_media(media="print")
    for selector in (".masthead", ".footer", ".side", "#actions", ".at", ".copy"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".facts").is_visible()
    foot = page.locator(".printed-source")
    assert foot.is_visible()
    assert hit["document"]["citation"] in foot.text_content()
    assert f"Địa chỉ: {page.url}" in foot.text_content()
    assert unit(page, hit["passage"]["address"]).is_visible()


def test_the_phone_contents_open_lead_and_close(phone):
    hits = phone.request.get("/api/search", params={"q": QUESTION}).json()["hits"]
    phone.goto(f"/van-ban/{hits[0]['passage']['id']}")
    phone.locator("#outline[data-ready]").wait_for()
    assert not phone.locator("#tree").is_visible()
    marked, bar = phone.locator(".unit.marked").bounding_box(), phone.locator("#outline").bounding_box()
    assert marked["y"] >= bar["y"] + bar["height"], "the bar does not cover the goal"
    phone.locator("#outline summary").tap()
    link = phone.locator("#tree a").last
    target = link.get_attribute("href")[3:]
    link.tap()
    phone.locator(f'.unit.marked[id="u:{target}"]').wait_for()
    assert not phone.locator("#tree").is_visible()
    assert phone.locator(".unit.marked #actions").is_visible()
    assert phone.locator(".unit:not(.marked) .at").first.evaluate("a => getComputedStyle(a).opacity") == "1"


def test_the_phone_steps_through_what_was_found(phone):
    name = phone.request.get("/api/documents").json()["documents"][0]["id"]
    phone.goto(f"/van-ban/{name}?tim=chi bo")
    phone.locator("#hit-count").get_by_text("1/").wait_for()
    phone.get_by_role("button", name="Chỗ sau").tap()
    current, bar = phone.locator("mark.current").last, phone.locator("#hits")
    assert current.bounding_box()["y"] + 20 < bar.bounding_box()["y"], "the bar does not cover what was found"


def test_reading_aloud_goes_from_unit_to_unit_until_it_is_stopped(page, hit):
    page.add_init_script(VOICE)
    open_unit(page, hit)
    page.get_by_role("button", name="Đọc thành tiếng từ đây").click()
    page.locator("#reading").get_by_text(hit["passage"]["citation"]["place"].split(", tr.")[0]).wait_for()
    text = re.sub(r"\s+", " ", hit["passage"]["text"])
    assert re.sub(r"\s+", " ", page.evaluate("spoken.map((one) => one.text).join('')")).strip() == text.strip()
    assert max(page.evaluate("spoken.map((one) => one.text.length)")) <= 250
    before = page.evaluate("spoken.length")
    page.evaluate("spoken.at(-1).onend()")
    page.wait_for_function("before => spoken.length > before", arg=before)
    assert page.locator(".spoken").count() == 1
    assert not page.locator(".unit.marked.spoken").count()
    page.get_by_role("button", name="Dừng đọc").click()
    assert page.locator(".spoken").count() == 0
    assert not page.locator("#reading").is_visible()
    assert page.evaluate("cancelled")


def test_where_no_voice_speaks_vietnamese_none_is_offered(page, hit):
    page.add_init_script(f"window.voiceless = true; {VOICE}")
    open_unit(page, hit)
    assert not page.locator("#read-aloud").is_visible()


HOSTILE = "<img src=x onerror=alert(1)> \u202eđảo\u202c " + "x" * 10_000


def test_hostile_text_does_nothing_and_makes_nothing_wider(page, phone, hit, service, monkeypatch):
    detail = service.document(hit["document"]["id"])
    outline = [one.model_copy(update={"text": HOSTILE, "heading": None, "doubts": ()}) for one in detail.outline[:3]]
    told = detail.document.model_copy(update={"title": HOSTILE, "citation": HOSTILE})
    hostile = detail.model_copy(update={"outline": tuple(outline), "document": told})
    monkeypatch.setattr(service, "document", lambda _name: hostile)
    for one, width in ((page, 1280), (phone, 390)):
        one.on("dialog", lambda dialog: pytest.fail(dialog.message))
        one.goto(f"/van-ban/{told.id}/{outline[1].address}?tim=<img src=x onerror=alert(1)>")
        one.locator("#actions [data-copy^=http]").wait_for(state="attached")
        assert one.locator("main img").count() == 0
        assert one.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("chosen", [{}, {"theme": "dark"}, {"contrast": "more"}, {"theme": "dark", "contrast": "more"}])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_whatever_the_colours(page, axe, hit, chosen, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(f"localStorage.setItem('display', '{str(chosen).replace(chr(39), chr(34))}')")
    open_unit(page, hit, "?tim=chi bo")
    assert page.evaluate("({...document.documentElement.dataset})") == chosen
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    assert violations(page, axe) == []

"""Searching, as people do it: type, read, narrow, copy."""

from __future__ import annotations

import re

import pytest

QUESTION = "đảng viên cao tuổi"
DEAD = re.compile(r"/api/search")


def ask(page, question=QUESTION):
    page.goto("/")
    page.get_by_label("Đồng chí cần tìm nội dung gì?").fill(question)
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.locator(".hit").first.wait_for()


def found(page, **parameters):
    return page.request.get("/api/search", params={"q": QUESTION, **parameters}).json()


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def answer_with(page, **changes):
    """Answers the next searches with the server's own answer, changed."""
    original = found(page)
    hit = original["hits"][0]
    hit = {
        **hit,
        "highlights": changes.pop("highlights", hit["highlights"]),
        "snippet": changes.pop("snippet", []),
        "passage": {**hit["passage"], "text": changes.pop("text", hit["passage"]["text"])},
    }
    answer = {**original, "total": 1, "hits": [hit], **changes}
    page.route(DEAD, lambda route: route.fulfill(json=answer))


def marked(text, highlights):
    """What must be marked; Python counts code points, as the API does. Blanks between two marks join them."""
    flags = [any(start <= index < end for start, end in highlights) for index in range(len(text))]
    for gap in re.finditer(r"\s+", text):
        start, end = gap.span()
        if start > 0 and end < len(text) and flags[start - 1] and flags[end]:
            flags[start:end] = [True] * (end - start)
    return ["".join(text[i] for i in run) for run in _runs(flags)]


def _runs(flags):
    runs, current = [], []
    for index, flag in enumerate([*flags, False]):
        if flag:
            current.append(index)
        elif current:
            runs.append(current)
            current = []
    return runs


def test_results_are_the_passages_of_the_api_word_for_word(page):
    ask(page)
    answer = found(page)
    assert page.locator(".hit").count() == len(answer["hits"])
    for item, hit in zip(page.locator(".hit").all(), answer["hits"], strict=True):
        words = item.locator(".passage").evaluate(
            "p => [...p.childNodes].filter(n => n.className !== 'ellipsis').map(n => n.textContent).join('')"
        )
        assert words == hit["passage"]["text"]
        assert item.locator("mark").all_text_contents() == marked(words, hit["highlights"])
        assert item.locator("h3").text_content() == hit["passage"]["citation"]["short"]
        assert item.locator("h3 a").get_attribute("href") == f"/van-ban/{hit['passage']['id']}"
    assert page.locator("#results-title").text_content().startswith(f"Tìm được {answer['total']} đoạn")
    assert page.get_by_role("status").text_content() == page.locator("#results-title").text_content()
    assert page.title() == f"{QUESTION} - Tra Cứu"


def test_marks_count_code_points_not_utf16_units(page):
    answer_with(page, text="𝐀𝐁 🇻🇳 đảng viên 📌 cao tuổi", highlights=[[6, 10], [11, 15], [18, 21]])
    ask(page)
    assert page.locator("mark").all_text_contents() == ["đảng viên", "cao"]


def test_a_text_that_looks_like_markup_stays_text(page):
    answer_with(page, text="<img src=x onerror=alert(1)> & <b>đậm</b>", highlights=[[0, 4]])
    ask(page)
    assert page.locator(".passage").text_content() == "<img src=x onerror=alert(1)> & <b>đậm</b>"
    assert page.locator(".passage img, .passage b").count() == 0


def test_of_a_long_passage_the_snippet_is_shown_until_it_is_unfolded(page):
    text = "Câu mở đầu rất dài. " * 60 + "Đây là điều cần tìm. " + "Phần còn lại của đoạn. " * 60
    start, match = text.index("Đây là"), text.index("điều cần tìm")
    answer_with(page, text=text, highlights=[[match, match + 12]], snippet=[[start, start + 43]])
    ask(page)
    passage = page.locator(".passage")
    button = page.get_by_role("button", name="Xem hết đoạn")
    folded = passage.bounding_box()["height"]
    assert passage.inner_text().strip() == "… Đây là điều cần tìm. Phần còn lại của đoạn. …"
    assert page.locator("mark").all_text_contents() == ["điều cần tìm"]
    button.click()
    assert passage.bounding_box()["height"] > 3 * folded
    assert passage.inner_text().strip() == text.strip()
    page.get_by_role("button", name="Thu gọn đoạn").click()
    assert passage.bounding_box()["height"] == folded


def test_a_short_passage_is_not_folded(page):
    answer_with(page, text="Đoạn ngắn.", highlights=[])
    ask(page)
    assert page.get_by_role("button", name="Xem hết đoạn").count() == 0


def test_copying_the_citation(page):
    ask(page)
    button = page.locator(".hit").nth(1).get_by_role("button", name="Chép trích dẫn")
    button.click()
    page.get_by_role("status").get_by_text("Đã chép trích dẫn.").wait_for()
    assert clipboard(page) == found(page)["hits"][1]["passage"]["citation"]["full"]


def test_copying_the_words_with_the_citation(page):
    ask(page)
    page.locator(".hit").first.get_by_role("button", name="Chép nguyên văn kèm trích dẫn").click()
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    passage = found(page)["hits"][0]["passage"]
    assert clipboard(page) == f"“{passage['text']}” ({passage['citation']['full']})"


def test_copying_on_a_site_without_the_clipboard(page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ask(page)
    page.locator(".hit").first.get_by_role("button", name="Chép trích dẫn").click()
    page.get_by_text("Đã chép", exact=True).wait_for()
    page.locator("#q").fill("")
    page.locator("#q").press("Control+V")
    assert page.locator("#q").input_value() == found(page)["hits"][0]["passage"]["citation"]["full"]


def test_where_copying_is_forbidden_the_words_are_offered(page):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });document.execCommand = () => false;"
    )
    ask(page)
    page.locator(".hit").first.get_by_role("button", name="Chép trích dẫn").click()
    expected = found(page)["hits"][0]["passage"]["citation"]["full"]
    assert page.get_by_label("Lời cần chép").input_value() == expected
    assert page.evaluate("document.activeElement.selectionEnd") == len(expected)


def test_filters_narrow_can_be_shared_and_can_be_taken_off(page):
    ask(page)
    every = page.locator("#results-title").text_content()
    kind = found(page)["hits"][0]["document"]["kind"]
    page.get_by_role("checkbox", name=re.compile(f"^{kind} ")).check()
    chip = page.get_by_role("button", name=f"Bỏ lọc {kind}")
    chip.wait_for()
    page.locator("#list:not([aria-busy])").wait_for()
    assert all(title.startswith(kind) for title in page.locator(".hit h3").all_text_contents())
    assert page.evaluate("document.activeElement.value") == kind, "the focus stays on the box that was ticked"
    narrowed = page.locator("#results-title").text_content()
    assert narrowed.startswith(f"Tìm được {found(page, kind=kind)['total']} đoạn")
    page.reload()
    chip.wait_for()
    page.get_by_text(narrowed).first.wait_for()
    chip.click()
    page.locator("#results-title").get_by_text(every).wait_for()
    assert "kind" not in page.url


def test_back_and_forward_walk_through_questions(page):
    ask(page)
    first = page.url
    page.locator(".pager").get_by_role("link", name="Trang sau").click()
    page.locator("#results-title").get_by_text("trang 2").wait_for()
    assert page.url == f"{first}&page=2"
    assert page.evaluate("document.activeElement.id") == "results-title"
    page.go_back()
    page.locator("#results-title").get_by_text("trang 2").wait_for(state="detached")
    assert page.url == first
    page.go_back()
    page.get_by_role("heading", name="Có thể bắt đầu từ đây").wait_for()
    page.go_forward()
    page.locator(".hit").first.wait_for()
    assert page.locator("#q").input_value() == QUESTION


def test_coming_back_from_the_reader_finds_the_same_place(page):
    ask(page)
    page.locator(".hit h3 a").last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 500
    page.locator(".hit h3 a").last.click()
    page.locator(".unit.marked").wait_for()
    page.go_back()
    page.locator("#list:not([aria-busy]) .hit").first.wait_for()
    assert abs(page.evaluate("scrollY") - place) < 50


def test_typing_alone_asks_nothing(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if DEAD.search(request.url) else None)
    page.goto("/")
    page.locator("#q").press_sequentially("chi bộ", delay=20)
    page.wait_for_timeout(300)
    assert asked == []
    page.locator("#q").press("Enter")
    page.locator(".hit").first.wait_for()
    assert len(asked) == 1


def test_the_whole_way_with_the_keyboard_alone(page):
    page.goto("/")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".hit").first.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('h3') !== null"), "the first result comes first"
    while page.evaluate("document.activeElement.textContent") != "Chép trích dẫn":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    while page.evaluate("document.activeElement.textContent") != "Đọc trong văn bản":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".unit.marked").wait_for()
    assert page.evaluate("document.activeElement.classList.contains('marked')")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Chép trích dẫn"


def test_slash_goes_to_the_box_and_escape_empties_it(page):
    ask(page)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""
    page.keyboard.type("và/hoặc")
    assert page.locator("#q").input_value() == "và/hoặc"


def test_the_slash_key_can_be_switched_off(page):
    page.goto("/")
    page.get_by_label("Dùng phím").uncheck()
    page.reload()
    page.locator("#results-title, #newest").first.wait_for(state="attached")
    page.get_by_role("link", name="Tra Cứu").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_nothing_found_gives_ways_on(page):
    kind = found(page)["hits"][0]["document"]["kind"]
    answer_with(page, total=0, hits=[])
    page.goto(f"/?q=kh%C3%B4ng+c%C3%B3&kind={kind}")
    page.get_by_role("heading", name="Không tìm được đoạn nào").wait_for()
    assert page.locator(".hints li").count() == 5
    page.get_by_role("button", name="Bỏ lọc và tìm lại").click()
    page.wait_for_url(lambda url: "kind" not in url)


def test_examples_and_the_newest_documents_greet_who_comes(page):
    page.goto("/")
    page.locator("#newest-list a").first.wait_for()
    assert page.evaluate("document.activeElement.id") == "q"
    newest = page.request.get("/api/documents").json()["documents"][0]
    assert page.locator("#newest-list a").first.get_attribute("href") == f"/van-ban/{newest['id']}"
    page.locator("#examples a").first.click()
    page.locator("#results-title").get_by_text("Tìm được").wait_for()


@pytest.mark.parametrize(
    ("answer", "title", "detail"),
    [
        (
            {
                "status": 503,
                "content_type": "application/problem+json",
                "body": '{"title": "Kho chưa sẵn sàng", "detail": "Chưa có mục lục.", "status": 503}',
            },
            "Kho chưa sẵn sàng",
            "Chưa có mục lục.",
        ),
        ({"status": 502, "body": "<html>Bad gateway</html>"}, "Máy chủ gặp lỗi", "Xin thử lại"),
        ({"status": 200, "body": "không phải JSON"}, "Máy chủ gặp lỗi", "Xin thử lại"),
        (None, "Không kết nối được với máy chủ", "Xin thử lại"),
    ],
)
def test_when_the_api_is_down_the_page_says_so_and_tries_again(page, answer, title, detail):
    page.route(DEAD, lambda route: route.fulfill(**answer) if answer else route.abort())
    page.goto("/?q=chi+b%E1%BB%99")
    page.get_by_role("heading", name=title).wait_for()
    assert detail in page.locator(".problem").text_content()
    page.get_by_role("status").get_by_text(title).wait_for()
    page.unroute(DEAD)
    page.get_by_role("button", name="Thử lại").click()
    page.locator(".hit").first.wait_for()
    assert page.locator(".problem").count() == 0


def test_a_machine_without_network_is_told_so(page):
    ask(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.get_by_role("heading", name="Máy này đang mất mạng").wait_for()


def test_a_server_that_never_answers_is_given_up(page):
    page.clock.install()
    page.route(DEAD, lambda _route: None)
    page.goto("/?q=chi+b%E1%BB%99")
    page.get_by_role("heading", name="Đang tìm…").wait_for()
    page.clock.fast_forward(21_000)
    page.get_by_role("heading", name="Máy chủ trả lời quá chậm").wait_for()


def test_searching_inside_one_document(page):
    source = found(page)["hits"][0]["document"]
    page.goto(f"/van-ban/{source['id']}")
    page.get_by_label("Tìm trong văn bản này").fill(QUESTION)
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.locator(".hit").first.wait_for()
    name = f"{source['kind']} {source['number']}"
    assert all(title.startswith(name) for title in page.locator(".hit h3").all_text_contents())
    page.get_by_role("button", name=f"Bỏ lọc Trong: {name}").click()
    page.wait_for_url(lambda url: "document" not in url)


def test_what_was_read_otherwise_is_told_and_what_may_be_meant_is_one_click_away(page):
    changes = [{"typed": "ddảng", "read": "đảng"}]
    answer_with(page, understood={"text": QUESTION, "changes": changes, "suggestion": "đảng viên trẻ"})
    ask(page, "ddảng viên cao tuổi")
    told = page.locator("#understood")
    assert told.locator("strong").text_content() == QUESTION
    page.unroute(DEAD)
    told.get_by_role("link", name="đảng viên trẻ").click()
    page.wait_for_url(re.compile("q=%C4%91%E1%BA%A3ng\\+vi%C3%AAn\\+tr%E1%BA%BB"))
    page.locator(".hit").first.wait_for()
    assert told.is_hidden()


def test_a_number_that_several_documents_carry_offers_them(page):
    choices = page.request.get("/api/documents").json()["documents"][:2]
    numbered = [{**choice, "number": f"18-{code}/TW"} for choice, code in zip(choices, ("NQ", "KH"), strict=True)]
    answer_with(page, choices=numbered)
    ask(page)
    offered = page.get_by_role("region", name="Có 2 văn bản mang số này:")
    links = offered.get_by_role("link")
    assert links.count() == 2
    page.unroute(DEAD)
    links.nth(1).click()
    page.wait_for_url(re.compile(f"document={choices[1]['id']}"))
    page.get_by_role("heading", level=2).get_by_text(re.compile("đoạn")).wait_for()
    assert offered.count() == 0


def test_what_nothing_answers_is_told_above_the_nearest_units(page):
    answer_with(page, answered=False)
    page.goto("/?q=gì+đó")
    page.get_by_role("heading", name="Không tìm thấy căn cứ trong kho văn bản").wait_for()
    assert page.get_by_text("Các mục gần nội dung câu hỏi nhất").is_visible()
    assert page.locator(".hit").count() == 1


def test_a_rule_that_another_document_has_too_leads_there(page):
    original = found(page)
    first, second = original["hits"][0], original["hits"][1]
    page.route(DEAD, lambda route: route.fulfill(json={**original, "hits": [{**first, "also": [second["passage"]]}]}))
    page.goto("/?q=gì+đó")
    link = page.get_by_text("Văn bản khác cũng nói y như vậy").get_by_role("link")
    assert link.inner_text() == second["passage"]["citation"]["short"]
    link.click()
    page.locator("#noi-dung, main").first.wait_for()
    assert second["passage"]["address"] in page.url

"""Searching, as people do it: type, read, narrow, copy."""

from __future__ import annotations

import re
from functools import partial

import pytest
from fixture_server import QUESTION

from corpus.errors import CorpusIndexError
from corpus.types import Filters
from search_api.schemas import ChangeOut, SearchOut, UnderstoodOut
from search_api.showing.arranged import FACETS, View


def ask(page, question=QUESTION):
    page.goto("/")
    page.get_by_label("Đồng chí cần tìm nội dung gì?").fill(question)
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.locator(".hit").first.wait_for()
    # The scripts are there only then.
    page.wait_for_load_state()


def found(service, page=1, view=None, **filters) -> SearchOut:
    """What the page must show."""
    return service.search(QUESTION, Filters(**filters), page, 10, view or View())


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def answer_with(service, monkeypatch):
    """Lets the next searches be answered with the usual answer, changed."""

    def change(**changes):
        original = found(service)
        hit = original.hits[0]
        passage = {"text": changes.pop("text", hit.passage.text), "doubts": changes.pop("doubts", ())}
        changed = {name: changes.pop(name, ()) for name in ("highlights", "snippet")}
        hit = hit.model_copy(update=changed | {"passage": hit.passage.model_copy(update=passage)})
        answer = original.model_copy(update={"total": 1, "hits": (hit,)} | changes)
        monkeypatch.setattr(service, "search", lambda *_, **__: answer)

    return change


def marked(text, highlights):
    """What must be marked. Blanks, or a sign that stands close, between two marks join them."""
    flags = [any(start <= index < end for start, end in highlights) for index in range(len(text))]
    for gap in re.finditer(r"\s+|(?<!\s)[./-](?!\s)", text):
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


def title(page):
    return page.locator("#results-title").text_content()


def test_results_are_the_passages_of_the_service_word_for_word(page, service):
    ask(page)
    answer = found(service)
    assert page.locator(".hit").count() == len(answer.hits)
    for item, hit in zip(page.locator(".hit").all(), answer.hits, strict=True):
        # A long passage is there twice: its snippet, and behind it the whole.
        words = item.locator(".passage").last
        assert words.text_content() == hit.passage.text
        assert words.locator("mark").all_text_contents() == marked(hit.passage.text, hit.highlights)
        assert item.locator("h2").text_content() == hit.passage.citation.short
        address = item.locator("h2 a").get_attribute("href")
        assert address.split("?")[0] == f"/van-ban/{hit.passage.id}"
        original = item.get_by_role("link", name="Xem bản gốc")
        assert original.get_attribute("href") == f"/doi-chieu/{hit.passage.id}"
    assert title(page).startswith(f"Tìm được {answer.total} đoạn")
    assert page.title() == f"{QUESTION} - Tra Cứu"


def test_the_reader_is_told_the_question(page):
    ask(page)
    assert "q=%C4%91%E1%BA%A3ng" in page.locator(".hit h2 a").first.get_attribute("href")


def test_marks_count_characters(page, answer_with):
    answer_with(text="𝐀𝐁 🇻🇳 đảng viên 📌 cao tuổi", highlights=((6, 10), (11, 15), (18, 21)))
    ask(page)
    assert page.locator("mark").all_text_contents() == ["đảng viên", "cao"]


def test_what_recognition_was_not_sure_of_is_underlined(page, answer_with):
    answer_with(text="Trong 30 ngày", highlights=((0, 5), (6, 8)), doubts=((6, 8),))
    ask(page)
    assert page.locator("mark").all_text_contents() == ["Trong 30"]
    assert page.locator("mark .doubt").all_text_contents() == ["30"]


def test_a_text_that_looks_like_markup_stays_text(page, answer_with):
    answer_with(text="<img src=x onerror=alert(1)> & <b>đậm</b>", highlights=((0, 4),))
    ask(page)
    assert page.locator(".passage").text_content() == "<img src=x onerror=alert(1)> & <b>đậm</b>"
    assert page.locator(".passage img, .passage b").count() == 0


def test_of_a_long_passage_the_snippet_is_shown_until_it_is_unfolded(page, answer_with):
    text = "Câu mở đầu rất dài. " * 60 + "Đây là điều cần tìm. " + "Phần còn lại của đoạn. " * 60
    start, match = text.index("Đây là"), text.index("điều cần tìm")
    answer_with(text=text, highlights=((match, match + 12),), snippet=((start, start + 43),))
    ask(page)
    snippet, whole = page.locator(".passage").all()
    unfold = page.get_by_text("Xem hết đoạn")
    assert snippet.inner_text().strip() == "… Đây là điều cần tìm. Phần còn lại của đoạn. …"
    assert snippet.locator("mark").all_text_contents() == ["điều cần tìm"]
    assert not whole.is_visible()
    unfold.click()
    assert whole.inner_text().strip() == text.strip()
    assert whole.locator("mark").all_text_contents() == ["điều cần tìm"]
    assert not snippet.is_visible()
    unfold.click()
    assert snippet.is_visible()


def test_on_paper_a_long_passage_is_whole(page, answer_with):
    text = "Câu mở đầu rất dài. " * 60
    answer_with(text=text, snippet=((0, 19),))
    ask(page)
    page.emulate_media(media="print")
    snippet, whole = page.locator(".passage").all()
    assert whole.is_visible()
    assert not snippet.is_visible()
    assert page.locator(".citation-in-print").is_visible()
    assert not page.get_by_role("button", name="Chép trích dẫn").is_visible()


def test_a_short_passage_is_not_folded(page, answer_with):
    answer_with(text="Đoạn ngắn.")
    ask(page)
    assert page.get_by_text("Xem hết đoạn").count() == 0


def test_copying_the_citation(page, service):
    ask(page)
    page.locator(".hit").nth(1).get_by_role("button", name="Chép trích dẫn").click()
    page.get_by_role("status").get_by_text("Đã chép trích dẫn.").wait_for()
    assert clipboard(page) == found(service).hits[1].passage.citation.full


def test_nothing_moves_when_something_is_copied(page):
    ask(page)
    buttons = page.locator(".hit").first.locator(".actions > *")

    def places():
        return buttons.evaluate_all("all => all.map((one) => [one.offsetLeft, one.offsetTop, one.offsetWidth])")

    before = places()
    buttons.filter(has_text="Chép nguyên văn").click()
    page.get_by_text("Đã chép", exact=True).wait_for()
    assert places() == before


def test_printed_results_say_what_was_asked(page):
    ask(page)
    asked = page.get_by_text(f"Câu hỏi: “{QUESTION}”")
    assert not asked.is_visible()
    page.emulate_media(media="print")
    assert asked.is_visible()


@pytest.mark.parametrize(("name", "style"), [("đầy đủ", "full"), ("rút gọn", "short"), ("chú thích", "footnote")])
def test_each_style_of_citation_can_be_read_and_copied(page, service, name, style):
    ask(page)
    hit = page.locator(".hit").first
    hit.get_by_text("Các kiểu trích dẫn").click()
    expected = getattr(found(service).hits[0].passage.citation, style)
    assert hit.locator("dd").get_by_text(expected, exact=True).is_visible()
    hit.get_by_role("button", name=f"Chép kiểu {name}").click()
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    assert clipboard(page) == expected


def test_copying_the_words_with_the_citation(page, service):
    ask(page)
    button = page.locator(".hit").first.get_by_role("button", name="Chép nguyên văn kèm trích dẫn")
    button.click()
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    passage = found(service).hits[0].passage
    assert clipboard(page) == f"“{passage.text.strip()}” ({passage.citation.full})"


def test_a_button_says_that_it_has_copied_and_then_what_it_does(page):
    page.clock.install()
    ask(page)
    button = page.locator(".hit").first.locator("button.copy").first
    button.click()
    page.get_by_role("button", name="Đã chép").wait_for()
    page.clock.fast_forward(3000)
    assert button.text_content() == "Chép trích dẫn"


def test_copying_on_a_site_without_the_clipboard(page, service):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ask(page)
    page.locator(".hit").first.get_by_role("button", name="Chép trích dẫn").click()
    page.get_by_text("Đã chép", exact=True).wait_for()
    page.locator("#q").fill("")
    page.locator("#q").press("Control+V")
    assert page.locator("#q").input_value() == found(service).hits[0].passage.citation.full


def test_where_copying_is_forbidden_the_words_are_offered(page, service):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });document.execCommand = () => false;"
    )
    ask(page)
    page.locator(".hit").first.get_by_role("button", name="Chép trích dẫn").click()
    expected = found(service).hits[0].passage.citation.full
    assert page.get_by_label("Lời cần chép").input_value() == expected
    assert page.evaluate("document.activeElement.selectionEnd") == len(expected)


def test_filters_narrow_can_be_shared_and_can_be_taken_off(page, service):
    ask(page)
    every = title(page)
    kind = found(service).hits[0].document.kind
    page.get_by_role("checkbox", name=re.compile(f"^{kind} ")).check()
    chip = page.get_by_role("link", name=f"Bỏ lọc {kind}")
    chip.wait_for()
    assert all(one.startswith(kind) for one in page.locator(".hit h2").all_text_contents())
    # The focus stays on the box that was ticked.
    page.wait_for_function("kind => document.activeElement.value === kind", arg=kind)
    narrowed = title(page)
    assert narrowed.startswith(f"Tìm được {found(service, kind=(kind,)).total} đoạn")
    page.reload()
    assert title(page) == narrowed
    assert page.evaluate("document.activeElement.value") != kind, "once is enough"
    chip.click()
    page.locator("#results-title").get_by_text(every).wait_for()
    assert "kind" not in page.url


def test_a_ticked_box_is_not_ticked_any_more_after_going_back(page, service):
    ask(page)
    kind = found(service).hits[0].document.kind
    box = page.get_by_role("checkbox", name=re.compile(f"^{kind} "))
    box.check()
    page.get_by_role("link", name=f"Bỏ lọc {kind}").wait_for()
    page.go_back()
    page.get_by_role("link", name=f"Bỏ lọc {kind}").wait_for(state="detached")
    assert not box.is_checked()


def test_on_a_phone_the_filters_open_and_wait_for_their_button(phone, service):
    ask(phone)
    every = title(phone)
    kind = found(service).hits[0].document.kind
    box = phone.get_by_role("checkbox", name=re.compile(f"^{kind} "))
    assert not box.is_visible()
    phone.get_by_label("Hiện bộ lọc").tap()
    box.tap()
    assert title(phone) == every
    phone.get_by_role("button", name="Xem kết quả đã lọc").tap()
    phone.get_by_role("link", name=f"Bỏ lọc {kind}").wait_for()
    assert title(phone).startswith(f"Tìm được {found(service, kind=(kind,)).total} đoạn")


def test_a_new_question_keeps_the_filters(page, service):
    kind = found(service).hits[0].document.kind
    page.goto(f"/?q={QUESTION}&kind={kind}&sort=date&group=document")
    page.locator("#q").fill("chi bộ")
    page.locator("#q").press("Enter")
    page.wait_for_url(lambda url: "q=chi" in url)
    assert page.get_by_role("link", name=f"Bỏ lọc {kind}").is_visible()
    assert {"sort=date", "group=document"} <= set(page.url.partition("?")[2].split("&"))


def test_several_filters_can_be_taken_off_together(page, service):
    hit = found(service).hits[0].document
    page.goto(f"/?q={QUESTION}&kind={hit.kind}&year={hit.issued_on.year}")
    page.get_by_role("link", name="Bỏ lọc tất cả").click()
    page.wait_for_url(lambda url: "kind" not in url and "year" not in url)
    assert page.locator(".chip").count() == 0


def test_back_and_forward_walk_through_questions(page):
    ask(page)
    first = page.url
    page.locator(".pager").get_by_role("link", name="Trang sau").click()
    page.locator("#results-title").get_by_text("trang 2").wait_for()
    assert page.url == f"{first}&page=2"
    page.go_back()
    page.locator("#results-title").get_by_text("trang 2").wait_for(state="detached")
    assert page.url == first
    page.go_back()
    page.get_by_role("heading", name="Có thể bắt đầu từ đây").wait_for()
    page.go_forward()
    page.locator(".hit").first.wait_for()
    assert page.locator("#q").input_value() == QUESTION


def test_typing_alone_asks_nothing(page):
    page.goto("/")
    page.locator("#q").press_sequentially("chi bộ", delay=20)
    page.wait_for_timeout(300)
    assert page.url.endswith("/")
    page.locator("#q").press("Enter")
    page.locator(".hit").first.wait_for()


def test_the_whole_way_with_the_keyboard_alone(page):
    page.goto("/")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".hit").first.wait_for()

    def tab_to(words):
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()") == words:
                return
        pytest.fail(f"no way to {words} with the keyboard")

    tab_to("Chép trích dẫn")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Đã chép").wait_for()
    tab_to("Đọc trong văn bản")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/van-ban/"))


def test_slash_goes_to_the_box_and_escape_empties_it(page):
    ask(page)
    page.get_by_role("link", name="Tra Cứu").focus()
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
    page.get_by_role("link", name="Tra Cứu").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_the_operators_are_explained_in_place(page):
    page.goto("/")
    operators = page.locator(".operators dt")
    assert not operators.first.is_visible()
    page.get_by_text("Cách gõ để tìm chính xác hơn").click()
    assert operators.first.is_visible()


def test_nothing_found_gives_ways_on(page, service, answer_with):
    kind = found(service).hits[0].document.kind
    answer_with(total=0, hits=())
    page.goto(f"/?q=kh%C3%B4ng+c%C3%B3&kind={kind}")
    page.get_by_role("heading", name="Không tìm được đoạn nào").wait_for()
    assert page.locator(".hints li").count() == 5
    page.get_by_role("link", name="Bỏ lọc và tìm lại").click()
    page.wait_for_url(lambda url: "kind" not in url)


def test_what_the_corpus_does_not_answer_is_said_and_the_nearest_is_shown(page, answer_with):
    answer_with(answered=False, confidence=0.1)
    ask(page)
    assert title(page) == "Không tìm thấy căn cứ trong kho văn bản"
    assert page.get_by_text("Các mục gần nội dung câu hỏi nhất").is_visible()
    assert page.locator(".hit").count() == 1
    assert page.locator(".hints").is_visible()


def test_a_page_behind_the_last_leads_back(page):
    page.goto(f"/?q={QUESTION}&page=99")
    page.get_by_role("link", name="Về trang đầu").click()
    page.locator(".hit").first.wait_for()


def test_a_question_that_cannot_be_read_is_told_where_it_can_be_mended(page):
    page.goto("/?q=%3F%3F")
    page.get_by_role("heading", name="Câu hỏi chưa hợp lệ").wait_for()
    assert page.get_by_text("Hãy nhập vài từ cần tìm.").is_visible()
    assert page.locator("#q").input_value() == "??"
    page.locator("#q").fill(QUESTION)
    page.locator("#q").press("Enter")
    page.locator(".hit").first.wait_for()


def test_a_corpus_that_is_not_ready_is_told_and_asked_again(page, service, monkeypatch):
    def fail(*_, **__):
        raise CorpusIndexError("Chưa có mục lục.", "Hãy chạy «tracuu ingest».")

    monkeypatch.setattr(service, "search", fail)
    page.goto(f"/?q={QUESTION}")
    page.get_by_role("heading", name="Kho chưa sẵn sàng").wait_for()
    monkeypatch.undo()
    page.get_by_role("link", name="Thử lại").click()
    page.locator(".hit").first.wait_for()


def test_examples_and_the_newest_documents_greet_who_comes(page, service):
    page.goto("/")
    assert page.evaluate("document.activeElement.id") == "q"
    newest = service.documents(Filters(), 1, 5).documents[0]
    assert page.locator("#newest-list a").first.get_attribute("href") == f"/van-ban/{newest.id}"
    page.locator("#examples a").first.click()
    page.locator("#results-title").get_by_text("Tìm được").wait_for()


def test_searching_inside_one_document(page, service):
    source = found(service).hits[0].document
    page.goto(f"/?q={QUESTION}&document={source.id}")
    name = f"{source.kind} {source.number}"
    assert all(one.startswith(name) for one in page.locator(".hit h2").all_text_contents())
    page.get_by_role("link", name=f"Bỏ lọc Trong: {name}").click()
    page.wait_for_url(lambda url: "document" not in url)


def test_what_was_read_otherwise_is_told_and_what_may_be_meant_is_one_click_away(page, answer_with, monkeypatch):
    changes = (ChangeOut(typed="ddảng", read="đảng"),)
    answer_with(understood=UnderstoodOut(text=QUESTION, changes=changes, suggestion="đảng viên trẻ", absent=None))
    ask(page, "ddảng viên cao tuổi")
    told = page.locator(".understood")
    assert told.locator("strong").text_content() == QUESTION
    assert "“ddảng” được hiểu là “đảng”" in told.text_content()
    monkeypatch.undo()
    told.get_by_role("link", name="đảng viên trẻ").click()
    page.wait_for_url(re.compile("q=%C4%91%E1%BA%A3ng\\+vi%C3%AAn\\+tr%E1%BA%BB"))
    page.locator(".hit").first.wait_for()
    assert told.count() == 0


def test_a_number_that_several_documents_carry_offers_them(page, service, answer_with, monkeypatch):
    choices = service.documents(Filters(), 1, 2).documents
    pairs = zip(choices, ("NQ", "KH"), strict=True)
    numbered = tuple(choice.model_copy(update={"number": f"18-{code}/TW"}) for choice, code in pairs)
    answer_with(choices=numbered)
    ask(page)
    offered = page.get_by_role("region", name="Có 2 văn bản mang số này")
    links = offered.get_by_role("link")
    assert links.count() == 2
    assert "ngày" in links.first.text_content()
    monkeypatch.undo()
    links.nth(1).click()
    page.wait_for_url(re.compile(f"document={choices[1].id}"))
    page.locator(".hit").first.wait_for()
    assert offered.count() == 0


def test_documents_called_alike_are_not_said_to_share_a_number(page, service, answer_with):
    choices = service.documents(Filters(), 1, 2).documents
    named = tuple(choice.model_copy(update={"number": number}) for choice, number in zip(choices, "12", strict=True))
    answer_with(choices=named)
    ask(page)
    assert page.get_by_role("region", name="Có 2 văn bản được gọi như vậy").is_visible()


def test_badges_warn_before_one_quotes(page, service, monkeypatch):
    usual = found(service)
    passage = usual.hits[0].passage.model_copy(update={"recognised": True})
    warned = {
        "validity": "hết hiệu lực do Quy định số 03-QĐ/TW thay thế",
        "secrecy": "LƯU HÀNH NỘI BỘ",
        "sample": True,
    }
    hits = (
        usual.hits[0].model_copy(
            update={"passage": passage, "document": usual.hits[0].document.model_copy(update=warned)}
        ),
        usual.hits[1].model_copy(
            update={"document": usual.hits[1].document.model_copy(update={"validity": "còn hiệu lực"})}
        ),
    )
    monkeypatch.setattr(service, "search", lambda *_, **__: usual.model_copy(update={"hits": hits}))
    ask(page)
    first, second = page.locator(".hit").all()
    assert first.locator(".flag").all_text_contents() == ["Hết hiệu lực", "LƯU HÀNH NỘI BỘ"]
    assert first.get_by_text("do Quy định số 03-QĐ/TW thay thế").is_visible()
    assert first.get_by_text("Bản quét", exact=True).is_visible()
    assert first.get_by_text("Văn bản mẫu", exact=True).is_visible()
    assert second.get_by_text("Còn hiệu lực", exact=True).is_visible()
    assert second.locator(".flag").count() == 0


def test_where_another_document_says_the_same_it_is_named(page, service, monkeypatch):
    usual = found(service)
    hit = usual.hits[0].model_copy(update={"also": tuple(one.passage for one in usual.hits[1:3])})
    monkeypatch.setattr(service, "search", lambda *_, **__: usual.model_copy(update={"hits": (hit,)}))
    ask(page)
    links = page.locator(".also a")
    assert links.all_text_contents() == [one.passage.citation.short for one in usual.hits[1:3]]
    assert links.first.get_attribute("href") == f"/van-ban/{usual.hits[1].passage.id}"


def test_searches_are_kept_listed_and_let_go(page, service):
    kind = found(service).hits[0].document.kind
    page.goto(f"/?q={QUESTION}&kind={kind}&page=1")
    save = page.get_by_role("button", name="Lưu câu tìm")
    save.click()
    page.get_by_role("button", name="Đã lưu câu tìm", pressed=True).wait_for()
    page.goto("/")
    kept = page.get_by_role("region", name="Câu tìm đã lưu trên máy này")
    kept.get_by_role("link", name=f"{QUESTION} · {kind}").click()
    page.get_by_role("link", name=f"Bỏ lọc {kind}").wait_for()
    page.get_by_role("button", name="Đã lưu câu tìm", pressed=True).wait_for()
    page.goto("/")
    kept.get_by_role("button", name=f"Bỏ câu tìm {QUESTION} · {kind}").click()
    assert kept.get_by_role("link").count() == 0
    assert kept.get_by_text("Chưa có.").is_visible()
    assert page.evaluate("document.activeElement.id") == "q"
    page.reload()
    assert kept.get_by_role("link").count() == 0


@pytest.mark.parametrize("kept", ["không phải JSON", '{"a": 1}', '[{"address": "javascript:alert(1)", "name": "x"}]'])
def test_what_else_lies_where_searches_are_kept_does_no_harm(page, kept):
    page.goto("/")
    page.evaluate("kept => localStorage.setItem('saved-searches', kept)", kept)
    page.reload()
    assert page.locator("#saved-list a").count() == 0
    ask(page)
    page.get_by_role("button", name="Lưu câu tìm").click()
    page.get_by_role("button", name="Đã lưu câu tìm").wait_for()


def test_where_nothing_may_be_kept_one_can_still_search(page):
    blocked = "Object.defineProperty(window, '{0}', {{ get() {{ throw new Error('blocked'); }} }});"
    page.add_init_script(blocked.format("localStorage") + blocked.format("sessionStorage"))
    ask(page)
    page.get_by_role("checkbox", name=re.compile("^2025 ")).check()
    page.get_by_role("link", name="Bỏ lọc 2025").wait_for()


def test_by_date_and_one_a_document(page, service):
    view = partial(found, service)
    ask(page)
    page.get_by_role("link", name="mới nhất", exact=True).click()
    page.wait_for_url(lambda url: "sort=date" in url)
    titles = [hit.passage.citation.short for hit in view(view=View("date")).hits]
    assert page.locator(".hit h2").all_text_contents() == titles
    page.get_by_role("link", name="Gộp theo văn bản").click()
    page.get_by_role("link", name="Xem thêm").first.wait_for()
    grouped = view(view=View("date", "document"))
    assert title(page).startswith(f"Tìm được {grouped.total} văn bản")
    page.reload()
    assert page.locator(".arrange strong").text_content() == "mới nhất"
    hit = next(hit for hit in grouped.hits if hit.further)
    page.get_by_role("link", name=f"Xem thêm {hit.further} đoạn trong văn bản này").first.click()
    page.get_by_role("link", name=re.compile("^Bỏ lọc Trong: ")).wait_for()
    assert title(page).startswith(f"Tìm được {hit.further + 1} đoạn")


def test_results_are_counted_by_what_they_hold(page, service):
    ask(page)
    facets = found(service).facets
    for field in FACETS:
        for value in getattr(facets, field):
            box = page.locator(f"input[name={field}][value='{value.value}']")
            assert box.locator("..").text_content().split() == f"{value.value} ({value.count})".split()


def test_the_units_around_a_hit_are_one_click_away(page, service):
    ask(page)
    hit = next(hit for hit in found(service).hits if hit.parents)
    link = page.locator(".trail a").first
    assert link.get_attribute("href") == f"/van-ban/{hit.document.id}/{hit.parents[0].address}"


def test_what_is_like_a_passage_can_be_seen_and_left_again(page, service):
    ask(page)
    hit = found(service).hits[0].passage
    page.get_by_role("link", name="Đoạn tương tự").first.click()
    page.get_by_role("heading", name=f"Các đoạn gần nội dung với {hit.citation.short}").wait_for()
    assert page.url.endswith(f"/tuong-tu/{hit.id}")
    alike = service.similar(hit.id, 10).hits
    assert page.locator(".hit h2").all_text_contents() == [one.passage.citation.short for one in alike]
    assert page.locator(".source").text_content().strip() == hit.text.strip()
    page.go_back()
    page.locator("#results-title").get_by_text("Tìm được").wait_for()

"""Study packs in a browser: saved while one works, rearranged by keys and by dragging, shared, without scripts too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doubles import ENCODER, settings_in
from playwright.sync_api import expect
from serving import address_of, listening, serving
from small_corpus import NQ57
from test_everywhere import violations

from corpus.runtime.library import Library
from search_api.app import create_app
from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.service import Service
from search_api.study import Study
from web import pages

PASSAGES = [f"{NQ57.ref.id}/muc-iii/{unit}" for unit in ("khoan-1", "khoan-2/gach-1", "khoan-2/gach-2")]
HOSTILE = "<script>window.hurt = 1</script>{{ 7 * 7 }}" + "Ữ" * 200
DISPLAYS = {
    "light": {"theme": "light"},
    "dark": {"theme": "dark"},
    "contrast": {"theme": "dark", "contrast": "more"},
}


@pytest.fixture(scope="module")
def base_url(small: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages over the small corpus, with packs, in the place of the canned ones."""
    service = Service(small, ENCODER)
    settings = settings_in(tmp_path_factory.mktemp("packs") / "data")
    settings.data.mkdir()
    with PackStore(settings.packs_url) as store, listening() as listener:
        study = Study(PackDesk(store, service), lambda _name, _content: None)
        app = create_app(service, study=study)
        app.mount("/", pages(service, study))
        with serving(app, listener):
            yield address_of(listener)


def begin(page, title="Vườn ươm ở thôn"):
    """A pack with three passages, opened; made as its pages make it."""
    context = page.context.request
    made = context.post("/tap", form={"title": title, "template": "chuyen-de"}).url
    for passage in PASSAGES:
        context.post("/tap/them", form={"passage": passage, "pack": made.rpartition("/")[2]})
    page.goto(made)
    return made


def until_saved(page):
    page.locator("#saved-state", has_text="Đã lưu lúc").wait_for()


def require_order(page, *labels):
    expect(page.locator(".card .number")).to_have_text([f"Trích dẫn {label}" for label in labels])


def said(page):
    page.locator("#status:not(:empty)").wait_for(state="attached")
    return page.locator("#status").text_content()


@pytest.mark.parametrize("view", ["page", "phone"])
def test_every_page_of_packs_keeps_the_rules(request, axe, view):
    page = request.getfixturevalue(view)
    made = begin(page, HOSTILE)
    page.context.request.post(f"{made}/chia-se", form={"right": "xem"})
    page.fill("#introduction", f"{HOSTILE} [1]")
    page.fill("[name=question_1]", HOSTILE)
    until_saved(page)
    others = (f"{made}/xem", f"{made}/lich-su", f"{made}/chia-se", "/tap", f"/tap/them?doan={PASSAGES[0]}")
    # The colours of all of them are those of the editor.
    for display, addresses in {"dark": [made], "contrast": [made], "light": [made, *others]}.items():
        page.evaluate("chosen => localStorage.setItem('display', JSON.stringify(chosen))", DISPLAYS[display])
        for address in addresses:
            page.goto(address)
            assert violations(page, axe) == [], (display, address)
            assert page.evaluate("window.hurt") is None
            assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], address


def test_fingers_find_the_targets_of_the_editor(phone):
    begin(phone)
    small = phone.locator(
        "main :is(button, summary, a.button, textarea, input:not([type=hidden]), .card-links a)"
    ).evaluate_all(
        """all => all
          .map(one => one.type === 'radio' ? one.closest('label') : one)
          .filter(one => one.offsetParent !== null && getComputedStyle(one).visibility !== 'hidden')
          .filter(one => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
          .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_what_is_typed_is_saved_by_itself_and_undone(page):
    begin(page)
    page.fill("#local", "Thôn đã có vườn ươm.")
    assert page.locator("#saved-state").text_content() in ("Chưa lưu…", "Đang lưu…")
    until_saved(page)
    page.reload()
    assert page.locator("#local").input_value() == "Thôn đã có vườn ươm."
    page.locator("h1").click()
    page.keyboard.press("Control+z")
    expect(page.locator("#local")).not_to_have_value("Thôn đã có vườn ươm.")
    assert page.locator("#redo").is_enabled()
    page.locator("h1").click()
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#local")).to_have_value("Thôn đã có vườn ươm.")


def test_nothing_typed_is_lost_while_the_server_is_away(page):
    begin(page)
    page.context.set_offline(True)
    page.fill("#local", "Viết lúc mất mạng.")
    page.get_by_text("Chưa lưu được, đang thử lại").wait_for()
    page.context.set_offline(False)
    until_saved(page)
    # Away, and the tab is loaded anew before the server is back: what was typed is sent from the browser's memory.
    page.route("**/tap/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.fill("#conclusion", "Chi bộ thống nhất.")
    page.get_by_text("Chưa lưu được, đang thử lại").wait_for()
    warnings = []
    page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.accept()))
    page.reload()
    assert warnings == ["beforeunload"]
    assert page.locator("#conclusion").input_value() == "Chi bộ thống nhất."
    page.get_by_text("Chưa lưu được, đang thử lại").wait_for()
    page.unroute("**/tap/*")
    until_saved(page)


def test_lines_and_order_that_could_not_be_sent_are_there_again(page):
    begin(page)
    page.route("**/tap/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="Đưa trích dẫn 3 lên").click()
    page.get_by_role("button", name="Thêm câu hỏi").click()
    page.keyboard.type("Câu hỏi mới?")
    page.get_by_text("Chưa lưu được, đang thử lại").wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    require_order(page, 1, 3, 2)
    page.unroute("**/tap/*")
    until_saved(page)
    page.reload()
    require_order(page, 1, 3, 2)
    assert "Câu hỏi mới?" in page.locator("[name=question]").evaluate_all("all => all.map(one => one.value)")


def test_who_leaves_by_a_link_leaves_when_all_is_saved(page):
    made = begin(page)
    page.fill("#local", "Vừa gõ xong.")
    page.get_by_role("link", name="Xem và in").click()
    page.wait_for_url(f"{made}/xem")
    assert page.get_by_text("Vừa gõ xong.").is_visible()


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_two_tabs_do_not_overwrite_each_other_unasked(page, choice):
    made = begin(page)
    other = page.context.new_page()
    other.goto(made)
    other.fill("#local", "của tab kia")
    until_saved(other)
    other.close()
    page.fill("#local", "của tôi")
    page.locator("#conflict").wait_for()
    assert page.locator("#local").input_value() == "của tôi"
    if choice == "mine":
        page.locator("#keep-mine").click()
        until_saved(page)
    else:
        page.locator("#take-theirs").click()
        expect(page.locator("#local")).to_have_value("của tab kia")
    page.goto(made)
    assert page.locator("#local").input_value() == ("của tôi" if choice == "mine" else "của tab kia")


def test_passages_are_moved_by_keys_and_that_is_told(page):
    begin(page)
    page.locator("#trich-dan-3 .handle").focus()
    page.keyboard.press("ArrowUp")
    assert said(page) == "Trích dẫn 3 nay ở vị trí 2 trong 3."
    page.keyboard.press("ArrowUp")
    require_order(page, 3, 1, 2)
    assert page.evaluate("document.activeElement.closest('.card').dataset.label") == "3"
    page.get_by_role("button", name="Đưa trích dẫn 1 xuống").click()
    page.get_by_role("button", name="Bỏ trích dẫn 3 khỏi tập").click()
    until_saved(page)
    page.reload()
    require_order(page, 2, 1)


@pytest.mark.parametrize("view", ["page", "phone"])
def test_passages_are_moved_by_dragging(request, view):
    page = request.getfixturevalue(view)
    begin(page)
    handle = page.locator("#trich-dan-1 .handle")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    goal = page.locator("#trich-dan-3").bounding_box()
    page.mouse.move(box["x"] + 20, goal["y"] + goal["height"] * 0.8, steps=8)
    page.mouse.up()
    require_order(page, 2, 3, 1)
    assert page.locator("#trich-dan-1 .card-body").is_visible()
    until_saved(page)
    page.reload()
    require_order(page, 2, 3, 1)


def test_lines_come_and_go_and_their_minutes_are_summed(page):
    begin(page)
    rows = page.locator("#steps .row")
    before = rows.count()
    page.get_by_role("button", name="Thêm việc").click()
    assert rows.count() == before + 1
    page.keyboard.type("Văn nghệ")
    page.keyboard.press("Tab")
    page.keyboard.type("15")
    assert page.locator("#minutes-sum").text_content() == "75"
    assert page.locator("#minutes-over").is_visible()
    page.get_by_role("radio", name="Bài giảng").check()
    assert page.locator("#minutes-over").is_hidden()
    page.get_by_role("button", name="Bỏ việc thứ 1", exact=True).click()
    page.get_by_role("button", name="Chèn [2] vào đề dẫn").click()
    until_saved(page)
    page.reload()
    assert page.locator("#minutes-sum").text_content() == "70"
    assert page.locator("#introduction").input_value().rstrip().endswith(": [2]")


def test_a_passage_is_added_where_it_was_found(page):
    made = begin(page)
    other = page.context.new_page()
    other.goto(f"/van-ban/{NQ57.ref.id}/muc-i")
    other.get_by_role("button", name="Thêm vào tập tài liệu").click()
    added = other.locator(".added")
    assert added.inner_text().startswith("Đã thêm vào «Vườn ươm ở thôn», là trích dẫn 4.")
    assert (
        added.get_by_role("link", name="Mở tập").get_attribute("href") == f"/tap/{made.rpartition('/')[2]}#trich-dan-4"
    )
    other.goto("/?q=vườn ươm")
    other.locator(".hit .add-passage button").first.click()
    other.locator(".added").wait_for()
    other.close()
    # Who comes back to the pack sees it there.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.locator("#trich-dan-4").wait_for()


def test_a_menu_closes_by_escape_and_by_a_press_beside_it(phone):
    begin(phone)
    menu = phone.locator(".menu").first
    for close in (lambda: phone.keyboard.press("Escape"), lambda: phone.locator("h1").click()):
        menu.locator("summary").click()
        assert menu.get_by_role("link", name="Word").is_visible()
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        close()
        assert not menu.get_by_role("link", name="Word").is_visible()


def test_a_link_to_read_only_reads(page, browser, base_url):
    made = begin(page)
    page.get_by_role("link", name="Chia sẻ").click()
    page.get_by_role("button", name="Tạo đường dẫn chỉ xem").click()
    link = page.get_by_role("button", name="Chép đường dẫn").get_attribute("data-copy")
    context = browser.new_context(base_url=base_url)
    guest = context.new_page()
    guest.goto(link)
    assert guest.locator("h1").text_content() == "Vườn ươm ở thôn"
    assert guest.locator("textarea").count() == 0
    guest.goto(made)
    assert "Không mở được tập tài liệu này" in guest.locator("main").inner_text()
    context.close()


def test_without_scripts_a_pack_is_made_filled_and_rearranged(browser, base_url):
    context = browser.new_context(base_url=base_url, locale="vi-VN", java_script_enabled=False)
    page = context.new_page()
    page.goto("/tap")
    page.get_by_role("button", name="Sinh hoạt chuyên đề").click()
    page.get_by_label("Tên chuyên đề").fill("Vườn ươm")
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    for passage in PASSAGES[:2]:
        page.goto(f"/van-ban/{passage}")
        page.get_by_role("button", name="Thêm vào tập tài liệu").click()
    assert page.url.endswith("#trich-dan-2")
    page.get_by_label("Lời kết luận").fill("Chưa bấm lưu")
    page.get_by_role("button", name="Đưa trích dẫn 2 lên").click()
    require_order(page, 2, 1)
    assert page.get_by_label("Lời kết luận").input_value() == "Chưa bấm lưu"
    page.get_by_role("button", name="Hoàn tác").click()
    require_order(page, 1, 2)
    assert not page.locator(".handle").first.is_visible()
    context.close()

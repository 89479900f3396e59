"""How the pages look to their reader: chosen once, kept, and there before anything is drawn."""

from __future__ import annotations

import pytest


def colour(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def root(page):
    return page.evaluate("({...document.documentElement.dataset})")


LIGHT, DARK = "rgb(250, 247, 240)", "rgb(23, 20, 18)"


def test_what_is_chosen_shows_at_once_and_on_every_page(page):
    page.goto("/van-ban")
    page.get_by_text("Hiển thị").click()
    page.get_by_role("radio", name="Rất lớn").check()
    page.get_by_role("radio", name="Tối").check()
    assert (colour(page), root(page)["size"]) == (DARK, "largest")
    page.goto("/van-ban/05-nq-du-2025-08-18")
    assert {"size": "largest", "theme": "dark"}.items() <= root(page).items()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    page.get_by_text("Hiển thị").click()
    assert page.get_by_role("radio", name="Tối").is_checked()
    page.get_by_role("group", name="Nền").get_by_role("radio", name="Theo máy").check()
    assert colour(page) == LIGHT


@pytest.mark.parametrize(("system", "shown"), [("dark", DARK), ("light", LIGHT)])
def test_what_was_not_chosen_follows_the_system(browser, base_url, system, shown):
    for scripts in (True, False):
        context = browser.new_context(base_url=base_url, color_scheme=system, java_script_enabled=scripts)
        page = context.new_page()
        page.goto("/van-ban")
        assert page.locator("html").evaluate("one => getComputedStyle(one).backgroundColor") == shown
        page.emulate_media(media="print")
        context.close()


def test_a_wish_of_the_system_for_contrast_is_heard_unless_the_reader_says_otherwise(page):
    page.emulate_media(contrast="more")
    page.goto("/van-ban")
    assert colour(page) == "rgb(255, 255, 255)"
    page.get_by_text("Hiển thị").click()
    page.get_by_role("radio", name="Thường").check()
    assert colour(page) == LIGHT


def test_the_panel_closes_by_key_and_by_a_click_elsewhere(page):
    page.goto("/van-ban")
    summary = page.get_by_text("Hiển thị")
    summary.press("Enter")
    page.get_by_role("radio", name="Sáng").focus()
    page.keyboard.press("Escape")
    assert not page.get_by_role("radio", name="Sáng").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Hiển thị"
    summary.click()
    page.locator("h1").click()
    assert not page.get_by_role("radio", name="Sáng").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_panel_s_name_can_be_read_where_the_keyboard_is(page, theme):
    page.emulate_media(color_scheme=theme)
    page.goto("/van-ban")
    page.keyboard.press("Tab")
    summary = page.get_by_text("Hiển thị")
    summary.focus()
    assert summary.evaluate("one => getComputedStyle(one).color") == "rgb(28, 24, 20)"


def test_a_wide_text_is_wider_than_a_narrow_one(page):
    widths = []
    for width in ("narrow", "", "wide"):
        page.goto("/van-ban/05-nq-du-2025-08-18")
        page.set_viewport_size({"width": 1800, "height": 900})
        page.evaluate("width => localStorage.setItem('display', JSON.stringify({ width }))", width)
        page.reload()
        widths.append(page.locator(".unit").first.bounding_box()["width"])
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("kept", ["{", "null", "7", '{"theme": 7}'])
def test_what_something_else_has_kept_does_no_harm(page, kept):
    page.add_init_script(f"localStorage.setItem('display', '{kept}')")
    page.goto("/van-ban")
    assert colour(page) == LIGHT

"""Soát trích dẫn in a browser: on a wide screen and a phone, in every display, without scripts too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doubles import ENCODER, settings_in
from playwright.sync_api import expect
from serving import address_of, listening, serving
from test_everywhere import violations

from corpus.runtime.library import Library
from ingest.drafts import read_draft
from search_api.app import create_app
from search_api.service import Service
from search_api.study import open_study
from web import pages

DRAFT = (
    "Khoản 2 mục III Nghị quyết số 57-NQ/TW nêu “Số hóa sổ theo dõi cây giống bằng máy”.\n"
    "“Mở rộng vườn ươm ở từng thôn” (Nghị quyết số 57-NQ/TW); “vườn ươm”. Quyết định số 88-QĐ/TW thì chưa thấy.\n"
)
DISPLAYS = {"light": {"theme": "light"}, "dark": {"theme": "dark"}, "contrast": {"theme": "dark", "contrast": "more"}}


@pytest.fixture(scope="module")
def base_url(small: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    service = Service(small, ENCODER)
    settings = settings_in(tmp_path_factory.mktemp("checks") / "data")
    settings.data.mkdir()
    with open_study(settings, service, read_draft) as study, listening() as listener:
        app = create_app(service, study=study)
        app.mount("/", pages(service, study))
        with serving(app, listener):
            yield address_of(listener)


def check(page) -> None:
    page.goto("/soat")
    page.get_by_label("hoặc dán lời văn vào đây").fill(DRAFT)
    page.get_by_role("button", name="Soát", exact=True).click()
    expect(page.get_by_role("heading", name="2 lời trích")).to_be_visible()


@pytest.mark.parametrize("display", DISPLAYS)
def test_the_report_can_be_read_by_everybody(page, axe, display) -> None:
    page.goto("/soat")
    page.evaluate("told => localStorage.setItem('display', JSON.stringify(told))", DISPLAYS[display])
    check(page)
    assert violations(page, axe) == []


def test_it_fits_a_phone(phone, axe) -> None:
    check(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(phone, axe) == []


def test_a_file_is_chosen_and_comes_back_as_a_word_file(page) -> None:
    page.goto("/soat")
    page.get_by_label("Chọn tệp bản thảo").set_input_files(
        {"name": "đề dẫn.txt", "mimeType": "text/plain", "buffer": DRAFT.encode()}
    )
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải bản Word có ghi chú").click()
    assert saved.value.suggested_filename == "đề dẫn-da-soat.docx"


def test_it_works_without_scripts(browser, base_url) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    check(page)
    expect(page.get_by_role("link", name="Đối chiếu bản gốc").first).to_be_visible()
    expect(page.get_by_role("button", name="Chép trích dẫn đúng").first).to_be_hidden()
    context.close()

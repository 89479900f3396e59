"""Text that means harm, in questions and in documents, is text: nothing runs, nothing breaks out of its place."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from fixture_server import QUESTION

from corpus.types import Filters

RIGHT_TO_LEFT = "\u202e\u2067"
HOSTILE = {
    "script": "<script>window.hurt = 1</script>",
    "attribute": '" autofocus onfocus="window.hurt = 1" x="',
    "entity": "&lt;img src=x onerror=hurt&gt;",
    "template": "{{ 7 * 7 }}{% raw %}",
    "right to left": f"{RIGHT_TO_LEFT}chi bộ",
    "endless": "a" * 10_000,
    "endless and wide": "Ữ" * 10_000,
}
EVERY = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
VIEWS = pytest.mark.parametrize("view", ["page", "phone"])


def unhurt(page, width):
    assert page.evaluate("window.hurt") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("footer").bounding_box()["height"] < 400


def width_of(page):
    return page.viewport_size["width"]


@VIEWS
@pytest.mark.parametrize("text", [text[:900] for text in HOSTILE.values()], ids=HOSTILE)
def test_in_a_question(request, view, text):
    page = request.getfixturevalue(view)
    page.goto(f"/?q={quote(text + ' ' + QUESTION)}&kind={quote(text)}&issuer={quote(text)}&document={quote(text)}")
    page.locator("#results-title").wait_for()
    assert page.locator("#q").input_value() == f"{text} {QUESTION}"
    assert page.locator(".chip").count() == 3
    unhurt(page, width_of(page))


@VIEWS
@EVERY
def test_in_a_document(request, service, monkeypatch, view, text):
    page = request.getfixturevalue(view)
    usual = service.search(QUESTION, Filters(), 1, 10)
    source = usual.hits[0].document.model_copy(
        update=dict.fromkeys(("number", "kind", "issuer", "title", "secrecy", "validity", "file_name"), text)
    )
    citation = usual.hits[0].passage.citation.model_copy(
        update={"full": text, "short": f"{text}, {text}", "footnote": text, "place": text}
    )
    passage = usual.hits[0].passage.model_copy(
        update={"text": text, "citation": citation, "trail": (text, text), "doubts": ((1, 3),)}
    )
    parents = tuple(one.model_copy(update={"title": text}) for one in usual.hits[0].parents[:1])
    changed = {"passage": passage, "document": source, "parents": parents, "highlights": ((0, 2),), "snippet": ()}
    hit = usual.hits[0].model_copy(update=changed | {"also": (passage,)})
    answer = usual.model_copy(update={"hits": (hit,), "choices": (source, source)})
    monkeypatch.setattr(service, "search", lambda *_, **__: answer)
    page.goto(f"/?q={quote(QUESTION)}")
    assert page.locator(".passage").text_content() == text
    page.get_by_text("Các kiểu trích dẫn").click()
    unhurt(page, width_of(page))
    listed = service.documents(Filters(), 1, 20).model_copy(update={"documents": (source,), "total": 1})
    monkeypatch.setattr(service, "documents", lambda *_: listed)
    for address in ("/", "/van-ban"):
        page.goto(address)
        assert text in page.locator("main").text_content()
        unhurt(page, width_of(page))


def test_a_document_cannot_turn_the_words_of_the_page_round(page, service, monkeypatch):
    usual = service.search(QUESTION, Filters(), 1, 10)
    source = usual.hits[0].document.model_copy(update={"issuer": f"{RIGHT_TO_LEFT}Chi bộ"})
    hits = (usual.hits[0].model_copy(update={"document": source}),)
    monkeypatch.setattr(service, "search", lambda *_, **__: usual.model_copy(update={"hits": hits}))
    page.goto(f"/?q={quote(QUESTION)}")
    about = page.locator(".about li")
    assert about.first.bounding_box()["x"] < about.nth(1).bounding_box()["x"]


def test_a_question_longer_than_is_read_is_told(page):
    page.goto(f"/?q={'a' * 5000}")
    page.locator("#results-title, .problem").first.wait_for()
    unhurt(page, 1280)

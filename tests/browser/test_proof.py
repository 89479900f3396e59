"""The page proof: the words of a passage beside the original, its lines marked where they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from doubles import ENCODER, SPEC, settings_in
from pdf_maker import Text, make_pdf
from serving import address_of, listening, serving
from small_corpus import put

from corpus.documents.render import FOLDER
from corpus.runs import FileNote, Outcome, Run
from corpus.runtime.library import Library
from corpus.text import squeezed
from corpus.types import Document
from ingest.document import file_digest, read_document
from ingest.read.rules import Rules
from search_api.app import create_app
from search_api.service import Service
from web import pages

PRINTED, WORD, WEB = "05-nq-du-2025-08-18.pdf", "04-hd-du-2025-11-10.docx", "06-kl-du-2026-01-26.html"
LONG = "a" * 10_000
HOSTILE = f"""<html><body onload="window.hacked = 1"><script>window.hacked = 2</script>
<p>ĐẢNG ỦY XÃ MẪU</p><p>Số 09-TB/ĐU</p><p>Mẫu, ngày 20 tháng 8 năm 2025</p><h1>THÔNG BÁO</h1><p>về trồng cây</p>
<style>.proof {{ display: none }}</style><img src="https://xau.example/x.png" onerror="window.hacked = 3">
<p onclick="window.hacked = 4">1. Mỗi hộ trồng <b>ba</b> cây bàng trước ngày 30 tháng 9 năm 2025.</p>
<iframe src="https://xau.example/"></iframe><form action="https://xau.example/"><input name="q"></form>
<p>2. <a href="javascript:window.hacked = 5">Bấm vào đây</a> để xem \u202eđảo ngược\u202c.</p>
<p>3. {LONG}</p></body></html>"""
MARKDOWN = """ĐẢNG ỦY XÃ MẪU

Số 08-TB/ĐU

Mẫu, ngày 21 tháng 8 năm 2025

# THÔNG BÁO

về tưới cây

1. Tưới cây **hai lần** một ngày.

2. Báo kết quả hằng tháng.
"""
TURNED = [
    Text("ĐẢNG ỦY XÃ MẪU", 80, 740),
    Text("Số 07-TB/ĐU", 80, 720),
    Text("Mẫu, ngày 22 tháng 8 năm 2025", 250, 700),
    Text("THÔNG BÁO", 200, 680, bold=True),
    Text("về làm cỏ", 200, 660),
    Text("1. Làm cỏ vườn trường trước ngày khai giảng,", 80, 640),
    Text("mỗi lớp một luống.", 80, 620),
    Text("2. Ghi sổ theo dõi.", 80, 600),
]
RUN = Run("ingest", datetime(2026, 7, 1, 2, 15, tzinfo=UTC), read=3, refused=2, unnamed=1)
REFUSED = FileNote(
    "C:/vb/bao-cao.pdf", "bao-cao.pdf", True, "tệp rỗng", "Tệp «bao-cao.pdf» không có nội dung.", "Hãy chép lại."
)
PLACES = {
    "printed": "muc-i/khoan-2/gach-5",
    "scan": "muc-i/khoan-2/gach-5",
    "turned": "khoan-1",
    "word": "muc-iii/khoan-1/so-1-4",
    "web": "muc-i/khoan-2/gach-2",
    "hostile": "khoan-1",
    "markdown": "khoan-1",
}
# Pictures are decoded by whatever processor the others leave.
PATIENCE = 30_000
PAGED, UNPAGED = ("printed", "scan", "turned"), ("word", "web", "hostile", "markdown")


@pytest.fixture(scope="module")
def originals(tmp_path_factory) -> dict[str, tuple[Document, Path]]:
    """Documents and their files, by what each is there for."""
    folder = tmp_path_factory.mktemp("originals")
    files = {
        "printed": FOLDER / PRINTED,
        "turning": FOLDER / "03-ctr-du-2025-09-12.pdf",
        "word": FOLDER / WORD,
        "web": FOLDER / WEB,
        "hostile": folder / "hostile.html",
        "markdown": folder / "thong-bao.md",
        "turned": folder / "turned.pdf",
    }
    files["hostile"].write_text(HOSTILE, encoding="utf-8")
    files["markdown"].write_text(MARKDOWN, encoding="utf-8")
    files["turned"].write_bytes(make_pdf([TURNED], turned="/Rotate 90 /CropBox [50 60 500 780]"))
    read = {name: (read_document(path, Rules()), path) for name, path in files.items()}
    return read | {"scan": scanned(read["printed"][0], folder / "scan.pdf")}


def scanned(printed: Document, path: Path) -> tuple[Document, Path]:
    """A document as if it had been recognised on pictures of its pages, where its letters stood."""
    with closing(pdfium.PdfDocument(FOLDER / PRINTED)) as document:
        # Pillow writes pictures with an alpha channel as JPEG 2000, which is what decoding is hardest for.
        pictures = [page.render(scale=1.5).to_pil().convert("LA") for page in document]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], resolution=72 * 1.5)
    assert b"/JPXDecode" in path.read_bytes()
    source = replace(printed.source, name=path.name, sha256=file_digest(path))
    return replace(printed, ref=replace(printed.ref, id="ban-quet"), source=source), path


@pytest.fixture(scope="module")
def base_url(originals, tmp_path_factory) -> Iterator[str]:
    """Pages over these documents, in the place of the canned ones."""
    settings = settings_in(tmp_path_factory.mktemp("proof") / "data")
    with closing(Library(settings, SPEC)) as library:
        for document, path in originals.values():
            put(library, settings, document, path.read_bytes())
        library.note_run(Outcome(RUN, (REFUSED,)))
        service = Service(library, ENCODER)
        app = create_app(service)
        app.mount("/", pages(service))
        with listening() as listener, serving(app, listener):
            yield address_of(listener)


@pytest.fixture
def address(originals):
    """Where the proof of a document is, at its place above or at another."""

    def at(name: str, place: str | None = None) -> str:
        return f"/doi-chieu/{originals[name][0].ref.id}/{place or PLACES[name]}"

    return at


def show(page, address):
    """Opens a proof and waits until the page of the original is drawn."""
    page.goto(address)
    page.locator("#sheet[data-drawn]").wait_for(timeout=PATIENCE)


def drawn(page, state):
    """Waits until a page is drawn at a size: ``2/1.5``."""
    page.locator(f'#sheet[data-drawn="{state}"]').wait_for(timeout=PATIENCE)


def text_of(originals, name, place=None):
    document = originals[name][0]
    section = next(one for one in document.sections if one.address == (place or PLACES[name]))
    return document.text[slice(*section.span)]


# The middles of letters under the marks, by the text layer of pdf.js: what stands where a reader sees the mark.
UNDER_MARKS = """() => {
  const marks = [...document.querySelectorAll(".marks rect")].map((one) => one.getBoundingClientRect());
  const words = [];
  const walker = document.createTreeWalker(document.querySelector(".textLayer"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (let place = 0; place < walker.currentNode.length; place += 1) {
      const range = document.createRange();
      range.setStart(walker.currentNode, place);
      range.setEnd(walker.currentNode, place + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (marks.some((mark) => mark.left < x && x < mark.right && mark.top < y && y < mark.bottom)) {
        words.push(walker.currentNode.data[place]);
      }
    }
  }
  return words.join("");
}"""
# Where on the sheet each mark is, as parts of its width and height.
MARKS = """() => {
  const leaf = document.querySelector(".leaf").getBoundingClientRect();
  return [...document.querySelectorAll(".marks rect")].map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return [left - leaf.left, top - leaf.top, right - leaf.left, bottom - leaf.top].map(
      (side, index) => side / (index % 2 ? leaf.height : leaf.width));
  });
}"""
# How dark the darkest of a part of the picture is, 0 for black.
DARKEST = """([left, top, right, bottom]) => {
  const canvas = document.querySelector(".leaf canvas");
  const { width, height } = canvas;
  const [w, h] = [Math.ceil((right - left) * width), Math.ceil((bottom - top) * height)];
  const { data } = canvas.getContext("2d").getImageData(left * width, top * height, w, h);
  return Math.min(...data.filter((_, index) => index % 4 === 0));
}"""


@pytest.mark.parametrize("name", ["printed", "turned"])
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_the_words_of_the_passage_stand_under_the_marks(request, originals, address, name, screen):
    page = request.getfixturevalue(screen)
    show(page, address(name))
    assert squeezed(page.evaluate(UNDER_MARKS)) == squeezed(text_of(originals, name))
    page.locator("#larger").click()
    page.locator("#larger").click()
    drawn(page, "2/1.5" if name == "printed" else "1/1.5")
    assert squeezed(page.evaluate(UNDER_MARKS)) == squeezed(text_of(originals, name))


def test_marks_stand_where_another_reader_of_pdf_finds_the_words(page, originals, address):
    show(page, address("printed"))
    first = text_of(originals, "printed").split("\n")[0]
    with closing(pdfium.PdfDocument(FOLDER / PRINTED)) as document:
        sheet = document[1]
        width, height = sheet.get_size()
        letters = sheet.get_textpage()
        index, count = letters.search(first[:30]).get_next()
        boxes = [letters.get_charbox(place) for place in range(index, index + count)]
        left, top = min(box[0] for box in boxes) / width, 1 - max(box[3] for box in boxes) / height
        bottom = 1 - min(box[1] for box in boxes) / height
    mark = page.evaluate(MARKS)[0]
    assert mark[0] == pytest.approx(left, abs=0.01)
    assert mark[1] <= top < bottom <= mark[3]
    assert mark[3] - mark[1] < 2 * (bottom - top), "one line, no more"


def test_marks_of_a_page_are_those_of_paper_on_dark_pages_too(page, address):
    fills = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        show(page, address("printed"))
        fills.append(page.locator(".marks rect").first.evaluate("one => getComputedStyle(one).fill"))
    assert fills[0] == fills[1]


def test_the_lines_of_a_scan_are_marked_on_its_picture(page, address):
    show(page, address("printed"))
    printed = page.evaluate(MARKS)
    show(page, address("scan"))
    marks = page.evaluate(MARKS)
    assert [[round(side, 2) for side in mark] for mark in marks] == [
        [round(side, 2) for side in mark] for mark in printed
    ]
    assert len(marks) == 5
    assert all(page.evaluate(DARKEST, mark) < 100 for mark in marks), "there are letters under each mark"
    assert page.evaluate(DARKEST, [0, 0, 0.05, 0.05]) > 200, "and none in the margin"
    assert page.get_by_role("img", name="Hình trang 2 của bản gốc").count() == 1


def test_the_mark_is_in_view_and_the_page_stays_at_its_top(page, address):
    show(page, address("printed"))
    assert page.evaluate("scrollY") == 0
    for _ in range(4):
        page.locator("#larger").click()
    drawn(page, "2/3")
    sheet, mark = page.locator("#sheet").bounding_box(), page.locator(".marks rect").first.bounding_box()
    assert sheet["y"] <= mark["y"] <= sheet["y"] + sheet["height"]
    assert sheet["x"] <= mark["x"] <= sheet["x"] + sheet["width"]
    assert page.locator("#larger").is_disabled()


def test_pages_are_turned_and_every_page_has_its_address(page, address):
    show(page, address("printed"))
    assert page.locator("#page-words").text_content() == "Trang 2 / 5"
    page.get_by_role("link", name="Trang trước").click()
    drawn(page, "1/1")
    assert page.url.endswith("?page=1")
    assert page.locator("#page-words").text_content() == "Trang 1 / 5"
    assert page.locator(".marks rect").count() == 0, "the passage is on another page"
    assert page.locator("#page-before").get_attribute("aria-disabled") == "true"
    assert page.locator("#whole-file").get_attribute("href").endswith("#page=1")
    page.go_back()
    drawn(page, "2/1")
    assert page.locator(".marks rect").count() > 0
    show(page, f"{address('printed')}?page=5")
    assert page.locator("#page-words").text_content() == "Trang 5 / 5"
    assert page.locator("#page-after").get_attribute("href") is None


def test_a_passage_over_two_pages_is_marked_on_both(page, originals, address):
    document = originals["turning"][0]
    section = next(one for one in document.sections if one.pages and one.pages.first < one.pages.last)
    show(page, address("turning", section.address))
    words, last = squeezed(page.evaluate(UNDER_MARKS)), section.pages.last
    page.get_by_role("link", name=str(last), exact=True).click()
    drawn(page, f"{last}/1")
    assert words + squeezed(page.evaluate(UNDER_MARKS)) == squeezed(document.text[slice(*section.span)])


def test_words_of_the_original_can_be_selected(page, address):
    show(page, address("printed"))
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.textLayer'))")
    assert "Ba thôn Bến Gạo" in page.evaluate("getSelection().toString()")


@pytest.mark.parametrize("name", UNPAGED)
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_the_passage_is_marked_in_an_original_without_pages(request, originals, address, name, screen):
    page = request.getfixturevalue(screen)
    page.goto(address(name))
    marked = squeezed("".join(page.locator("#original mark").all_text_contents()))
    assert marked
    assert squeezed(text_of(originals, name)).endswith(marked)
    box, mark = page.locator("#original").bounding_box(), page.locator("#doan").bounding_box()
    assert box["y"] <= mark["y"] <= box["y"] + box["height"]
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("place", ["khoan-1", "khoan-2", "khoan-3"])
def test_a_hostile_page_does_nothing(page, phone, address, place):
    for screen in (page, phone):
        screen.goto(address("hostile", place))
        assert screen.evaluate("window.hacked") is None
        assert screen.locator("#original :is(a, script, style, img, iframe, form, input, [onclick])").count() == 0
        assert screen.get_by_role("heading", name="Đối chiếu bản gốc").is_visible()
        assert screen.locator("#original mark").count() > 0
        assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", PAGED)
def test_without_a_script_the_original_is_a_click_away(browser, base_url, originals, address, name):
    with closing(browser.new_context(base_url=base_url, java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(address(name))
        assert squeezed(text_of(originals, name)) in squeezed(page.locator(".proved").text_content())
        number = page.locator("#sheet").get_attribute("data-page")
        assert page.get_by_text(f"Trang {number} / ").first.is_visible()
        link = page.get_by_role("link", name=f"mở trang {number} của tệp gốc")
        assert link.get_attribute("href").endswith(f"/file#page={number}")
        assert not page.locator("#sheet").is_visible()
        assert not page.locator("#zoom").is_visible()


def test_without_a_script_the_mark_is_a_click_away(browser, base_url, address):
    with closing(browser.new_context(base_url=base_url, java_script_enabled=False)) as context:
        page = context.new_page()
        page.goto(address("word"))
        page.get_by_role("link", name="Đến chỗ đánh dấu").click()
        assert page.url.endswith("#doan")
        mark = page.locator("#doan").bounding_box()
        assert 0 <= mark["y"] <= page.viewport_size["height"]


def test_a_file_that_cannot_be_drawn_leaves_the_link(page, address):
    page.route("**/pdf.worker.min.mjs", lambda route: route.abort())
    page.goto(address("printed"))
    page.get_by_text("Trình duyệt chưa hiện được trang gốc ở đây.").wait_for()
    assert page.get_by_role("link", name="mở trang 2 của tệp gốc").is_visible()
    assert not page.locator("#sheet").is_visible()


def test_nothing_is_forbidden_that_is_needed(page, address):
    page.add_init_script("addEventListener('securitypolicyviolation', e => { throw new Error(e.violatedDirective) })")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGED:
        show(page, address(name))
    assert any(url.endswith("openjpeg.wasm") for url in asked), "scans are decoded as fast as can be"
    asked.clear()
    for name in UNPAGED:
        page.goto(address(name))
    assert not any("pdfjs" in url for url in asked)


@pytest.mark.parametrize("name", [*PAGED, *UNPAGED, "status"])
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_axe_finds_nothing(request, address, axe, name, screen):
    page = request.getfixturevalue(screen)
    if name in PAGED:
        show(page, address(name))
    else:
        page.goto("/trang-thai" if name == "status" else address(name))
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in found] == []


@pytest.mark.parametrize("name", [*PAGED, *UNPAGED, "status"])
def test_nothing_is_wider_than_a_phone(phone, address, name):
    phone.set_viewport_size({"width": 320, "height": 640})
    if name in PAGED:
        show(phone, address(name))
    else:
        phone.goto("/trang-thai" if name == "status" else address(name))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_keeper_sees_what_was_refused(page):
    page.goto("/trang-thai")
    refused = page.get_by_role("region", name=re.compile("Tệp bị từ chối"))
    assert refused.get_by_text("Tệp «bao-cao.pdf» không có nội dung.").is_visible()
    assert refused.get_by_text("Hãy chép lại.").is_visible()
    assert refused.get_by_text(re.compile("từ chối 1 tệp có dấu mật")).is_visible()

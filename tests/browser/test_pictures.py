"""The pictures in the README and the guide show the pages as they are.

Each picture carries, in the file itself, the words that its page showed when it was taken. A page that shows other
words, or looks otherwise from afar, has outgrown its picture: ``pytest tests/browser/test_pictures.py
--retake-pictures`` takes it anew.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page
from real_model import searched
from serving import address_of, listening, serving

from corpus.documents.render import FOLDER
from corpus.runtime.settings import Settings
from ingest.draft_process import draft_reader
from search_api.app import create_app
from search_api.study import open_study
from web import pages

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "hinh"
LARGEST = 150_000
QUESTION = "bao lâu phải đổi mật khẩu tài khoản công vụ"
PLACE = "02-ct-du-ban-thuong-vu-dang-uy-xa-minh-khai-mau-2025-09-15/khoan-3/so-3-1/diem-a"
TOPIC = "chuyển đổi số ở chi bộ"
# One word of the document's is another here, and its number of the last sentence is that of no document.
DRAFT = (
    "Chỉ thị số 02-CT/ĐU yêu cầu: “Mật khẩu dài ít nhất 10 ký tự, có chữ hoa, chữ thường, chữ số và ký tự đặc biệt”. "
    "Các đồng chí xem thêm Nghị quyết số 999-NQ/TW."
)
# Other fonts make 0.020 at most; letters an eighth larger 0.030 and more, the dark colours 0.5.
LIKE = 0.03
_WORDS = "words"


@dataclass(frozen=True)
class State:
    """What a picture shows.

    Attributes:
        address: Of the page.
        told: Selectors of the parts whose words must be those in the picture. Counts and hits behind the first are
            not among them: another processor rounds the model otherwise.
        ready: What stands there once the page is as it will stay.
        screen: On which it is seen.
        act: What is done on the page before it is seen.
    """

    address: str
    told: tuple[str, ...]
    ready: str
    screen: str = "page"
    act: Callable[[Page], None] | None = None


def draft_a_pack(page: Page) -> None:
    page.fill("input[name=topic]", TOPIC)
    page.get_by_role("button", name="Soạn nháp").click()
    page.locator("#cards > li").first.evaluate("card => card.scrollIntoView()")


def check_a_draft(page: Page) -> None:
    page.fill("#text", DRAFT)
    page.get_by_role("button", name="Soát", exact=True).click()
    page.locator("#loi-trich").wait_for()


_ANSWER = (".masthead", ".ask", "#results-title", "legend", ".arrange", ".hit >> nth=0")
STATES = {
    "tim": State(f"/?q={quote(QUESTION)}", _ANSWER, ".hit"),
    "doc": State(f"/van-ban/{PLACE}?tim={quote('mật khẩu')}", (".masthead", "main"), "mark"),
    "doi-chieu": State(f"/doi-chieu/{PLACE}", (".masthead", "main"), "#sheet[data-drawn]"),
    "tap": State("/tap", (".masthead", "#cards > li >> nth=0"), "#cards", act=draft_a_pack),
    "soat": State("/soat", (".masthead", "main"), "#loi-trich", act=check_a_draft),
    "dien-thoai": State(f"/?q={quote(QUESTION)}", _ANSWER, ".hit", "phone"),
}


@pytest.fixture(scope="module")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages over the sample documents, in the place of the canned ones."""
    data = tmp_path_factory.mktemp("pictures") / "data"
    settings = replace(Settings.from_environment(), data=data, database_url="")
    with searched(FOLDER, data) as service, open_study(settings, service, draft_reader(settings)) as study:
        app = create_app(service, study=study)
        app.mount("/", pages(service, study))
        with listening() as listener, serving(app, listener):
            yield address_of(listener)


@pytest.mark.parametrize("name", STATES)
def test_a_picture_shows_the_page(request, retaking, name):
    state, path = STATES[name], PICTURES / f"{name}.png"
    page = request.getfixturevalue(state.screen)
    page.goto(state.address)
    if state.act:
        state.act(page)
    page.locator(state.ready).first.wait_for(timeout=30_000)
    page.wait_for_load_state("networkidle")
    words = words_of(page, state.told)
    seen = page.screenshot(animations="disabled", caret="hide")
    if retaking:
        keep(seen, words, path)
    with Image.open(path) as picture:
        assert picture.text[_WORDS] == words
        assert picture.size == tuple(page.viewport_size.values())
        assert unlikeness(picture, Image.open(io.BytesIO(seen))) < LIKE
    assert path.stat().st_size < LARGEST


def test_every_picture_shown_is_taken_here_and_every_one_taken_is_shown():
    taken = {PICTURES / f"{name}.png" for name in STATES}
    shown = {
        (doc.parent / link).resolve()
        for doc in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
        for link in re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", doc.read_text(encoding="utf-8"))
    }
    assert set(PICTURES.iterdir()) == taken == shown


def words_of(page, told):
    """The words in sight on these parts of a page, a line each."""
    texts = (text for selector in told for text in page.locator(selector).all_inner_texts())
    return "\n".join(" ".join(line.split()) for text in texts for line in text.splitlines() if line.strip())


def keep(seen, words, path):
    """Write a picture with its words; the pages have few colours, and with a palette it is a third as large."""
    told = PngInfo()
    told.add_itxt(_WORDS, words, zip=True)
    Image.open(io.BytesIO(seen)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(
        path, optimize=True, pnginfo=told
    )


def unlikeness(one, other):
    """How much two pictures differ from afar, where letters are a grey: 0 for not at all, 1 for black and white."""
    far = [picture.convert("RGB").resize((16, 16), Image.Resampling.BOX) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*far)).mean) / 3 / 255

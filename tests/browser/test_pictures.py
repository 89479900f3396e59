"""The pictures in the README and the guide show the pages as they are.

Each picture carries, in the file itself, the words that its page showed when it was taken. A page that shows other
words, or looks otherwise from afar, has outgrown its picture: ``pytest tests/browser/test_pictures.py
--retake-pictures`` takes it anew.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.PngImagePlugin import PngInfo
from real_model import searched
from serving import address_of, listening, serving

from corpus.documents.render import FOLDER
from search_api.app import create_app
from web import pages

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "hinh"
LARGEST = 150_000
QUESTION = "bao lâu phải đổi mật khẩu tài khoản công vụ"
PLACE = "02-ct-du-ban-thuong-vu-dang-uy-xa-minh-khai-mau-2025-09-15/khoan-3/so-3-1/diem-a"
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
    """

    address: str
    told: tuple[str, ...]
    ready: str
    screen: str = "page"


_ANSWER = (".masthead", ".ask", "#results-title", "legend", ".arrange", ".hit >> nth=0")
STATES = {
    "tim": State(f"/?q={quote(QUESTION)}", _ANSWER, ".hit"),
    "doc": State(f"/van-ban/{PLACE}?tim={quote('mật khẩu')}", (".masthead", "main"), "mark"),
    "doi-chieu": State(f"/doi-chieu/{PLACE}", (".masthead", "main"), "#sheet[data-drawn]"),
    "dien-thoai": State(f"/?q={quote(QUESTION)}", _ANSWER, ".hit", "phone"),
}


@pytest.fixture(scope="module")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages over the sample documents, in the place of the canned ones."""
    with searched(FOLDER, tmp_path_factory.mktemp("pictures") / "data") as service:
        app = create_app(service)
        app.mount("/", pages(service))
        with listening() as listener, serving(app, listener):
            yield address_of(listener)


@pytest.mark.parametrize("name", STATES)
def test_a_picture_shows_the_page(request, retaking, name):
    state, path = STATES[name], PICTURES / f"{name}.png"
    page = request.getfixturevalue(state.screen)
    page.goto(state.address)
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

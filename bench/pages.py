"""The pages as a reader waits for them: in Chromium, over a corpus of one document of five hundred pages.

::

    python -m bench.pages

Prints a Markdown table: weight as sent, from Enter to the first result on the screen, from a link to a reader that
answers, and how much the pages shift while they load and are scrolled.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.long_document import write_long_document
from bench.retrieval.party import Silent
from bench.serving import Server, serving
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.settings import Settings
from ingest.run import Ingestor

_WORK = Path(__file__).parent / "work" / "pages"
_ROUNDS = 7
_QUESTIONS = (
    "chi bộ báo cáo kết quả trong 07 ngày làm việc",
    "ai phân công người thực hiện",
    "boi duong ky nang so",
    "Điều 230",
    "công khai kinh phí của hợp tác xã",
    "kiểm tra việc chấp hành mỗi quý một lần",
    "rà soát hồ sơ trước kỳ họp cấp uỷ",
)
_SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
# Shifts that follow no click and no key, the time at which a result is on the screen, and what is kept over a page.
_WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
const now = () => performance.timeOrigin + performance.now();
addEventListener("keydown", ({ key }) => key === "Enter" && sessionStorage.setItem("entered", now()), true);
const look = () => requestAnimationFrame(() => {
  if (document.querySelector(".hit")) requestAnimationFrame(() => { window.shown = now(); });
  else look();
});
look();
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what was measured, its middle and its worst value."""

    what: str
    values: tuple[float, ...]
    unit: str

    def __str__(self) -> str:
        digits = 3 if max(self.values) < 1 else 0
        middle, worst = (f"{value:.{digits}f}" for value in (median(self.values), max(self.values)))
        return f"| {self.what} | {middle} {self.unit} | {worst} {self.unit} |"


def main() -> None:
    """Measure everything and print it."""
    environment = {"TRACUU_DATA": str(_WORK / "data")}
    name = _corpus(Settings.from_environment({**os.environ, **environment}))
    print("| what | median | worst |\n|---|---|---|")
    with serving(environment) as server, _browser() as browser:
        for line in _lines(server, browser, name):
            print(line, flush=True)


def _corpus(settings: Settings) -> str:
    """Make the corpus if it is not there; returns the id of its document."""
    source = _WORK / "quy-che.md"
    write_long_document(source)
    settings.data.mkdir(parents=True, exist_ok=True)
    encoder = open_encoder(settings)
    catalogue = Catalogue(settings.catalogue_url)
    with open_library(settings, encoder) as library:
        Ingestor(library, catalogue, encoder, settings).ingest([source], Silent())
        [(_, [(name, _)])] = catalogue.titles().items()
    catalogue.close()
    return name


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def _lines(server: Server, browser: Browser, name: str) -> Iterator[Line]:
    reader = f"/van-ban/{name}"
    deep = f"{reader}/chuong-xx/dieu-230/khoan-2"
    base = str(server.client.base_url)

    def measured(address: str, screen: str, what: Callable[[Page], float]) -> tuple[float, ...]:
        return tuple(_fresh(browser, base, screen, address, what) for _ in range(_ROUNDS))

    first = _fresh(browser, base, "desktop", reader, _usable)
    yield Line("500-page document usable, first opening after the server started", (first,), "ms")
    yield Line("first page, compressed", (_fresh(browser, base, "desktop", "/", _weight),), "kB")
    yield Line(
        "page of results, compressed", (_fresh(browser, base, "desktop", f"/?q={_QUESTIONS[0]}", _weight),), "kB"
    )
    yield Line("500-page document, compressed", (_fresh(browser, base, "desktop", reader, _weight),), "kB")
    for screen in _SCREENS:
        entered = tuple(_fresh(browser, base, screen, "/", _asked(question)) for question in _QUESTIONS)
        yield Line(f"from Enter to the first result, {screen}", entered, "ms")
        yield Line(f"500-page document usable, {screen}", measured(reader, screen, _usable), "ms")
        yield Line(f"the same, opened at a unit in its middle, {screen}", measured(deep, screen, _usable), "ms")
        yield Line(f"layout shift (CLS) of the document, scrolled, {screen}", measured(deep, screen, _shift), "")
        found = tuple(_fresh(browser, base, screen, f"/?q={question}", _shift) for question in _QUESTIONS)
        yield Line(f"layout shift (CLS) of results, scrolled, {screen}", found, "")


def _fresh(browser: Browser, base: str, screen: str, address: str, what: Callable[[Page], float]) -> float:
    """Something measured on a page that a browser without a memory opens."""
    context = browser.new_context(base_url=base, viewport=_SCREENS[screen], locale="vi-VN")  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")
    value = what(page)
    context.close()
    return value


def _weight(page: Page) -> float:
    """Everything that was sent for the page, in kB."""
    kilobytes: float = page.evaluate(
        """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
             .reduce((sum, sent) => sum + sent.transferSize, 0) / 1000"""
    )
    return kilobytes


def _usable(page: Page) -> float:
    """Milliseconds until its text is drawn and its scripts have run."""
    moment: float = page.evaluate(
        """Math.max(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
                    performance.getEntriesByName("first-contentful-paint")[0].startTime)"""
    )
    return moment


def _asked(question: str) -> Callable[[Page], float]:
    def measure(page: Page) -> float:
        page.locator("#q").fill(question)
        page.locator("#q").press("Enter")
        page.wait_for_function("() => window.shown")
        took: float = page.evaluate("shown - Number(sessionStorage.getItem('entered'))")
        return took

    return measure


def _shift(page: Page) -> float:
    """How much moved that nobody moved, also while scrolling down and up again."""
    for step in (*[300] * 10, *[-300] * 15):
        page.mouse.wheel(0, step)
        page.wait_for_timeout(40)
    shifted: float = page.evaluate("window.shifted")
    return shifted


if __name__ == "__main__":
    main()

"""A browser and a server for it. Every test gets a fresh page that may not leave this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright chưa được cài")

from fixture_server import CannedService, application  # noqa: E402
from serving import address_of, listening, serving  # noqa: E402

# Whichever Chromium the machine has: the tests never download one.
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESKTOP = {"width": 1280, "height": 900}
RETAKE = "--retake-pictures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(RETAKE, action="store_true", help="take the pictures in docs/hinh anew")


@pytest.fixture
def retaking(request: pytest.FixtureRequest) -> bool:
    # Run from the root, pytest meets this file too late to know the option: it is then off.
    return bool(request.config.getoption(RETAKE, default=False))


@pytest.fixture(scope="session")
def service() -> CannedService:
    """What answers the pages; a test may change what it answers with ``monkeypatch``."""
    return CannedService()


@pytest.fixture(scope="session")
def base_url(service: CannedService) -> Iterator[str]:
    """Where the pages are served; put the address of another server here to try that one."""
    with listening() as listener, serving(application(service), listener):
        yield address_of(listener)


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    if _CHROMIUM is None:
        pytest.skip("máy không có Chromium")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: sync_api.Browser, base_url: str) -> Iterator[sync_api.Page]:
    """A page of a wide screen; ``page.strangers`` would be requests to other hosts: there must be none."""
    yield from _page(browser, base_url, viewport=DESKTOP)


@pytest.fixture
def phone(browser: sync_api.Browser, base_url: str) -> Iterator[sync_api.Page]:
    """A page of a phone: narrow, touched, without hover."""
    yield from _page(browser, base_url, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)


def _page(browser: sync_api.Browser, base_url: str, **options: object) -> Iterator[sync_api.Page]:
    context = browser.new_context(base_url=base_url, locale="vi-VN", **options)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    context.set_default_timeout(8000)
    page = context.new_page()
    strangers: list[str] = []
    faults: list[str] = []
    home = urlsplit(base_url).netloc
    page.on(
        "request",
        lambda request: strangers.append(request.url) if urlsplit(request.url).netloc != home else None,
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert strangers == [], "a page asked another host"
    assert faults == [], "a script failed"


@pytest.fixture(scope="session")
def axe() -> str:
    return (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")

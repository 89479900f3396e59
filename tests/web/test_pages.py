"""The pages as they are sent: addresses, headers, and nothing from anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_rules import RulesOfPages
from small_corpus import NQ57

STATIC = Path(__file__).resolve().parents[2] / "web" / "static"
TEMPLATES = STATIC.parent / "templates"
HTML = {path.name for path in STATIC.glob("*.html")}
SCRIPTS = sorted(path.name for path in STATIC.glob("*.js"))
ASSETS = sorted(path.name for path in STATIC.iterdir() if path.is_file())
NAME = NQ57.ref.id
PAGES = [
    "/",
    "/?q=v%C6%B0%E1%BB%9Dn+%C6%B0%C6%A1m&kind=Ngh%E1%BB%8B+quy%E1%BA%BFt&sort=date&group=document",
    "/?q=18-NQ/TW",
    "/?q=kh%C3%B4ng+c%C3%B3&kind=Khác&page=2",
    "/?q=%3F&kind=Kh%C3%A1c",
    f"/tuong-tu/{NAME}/muc-iii/khoan-2",
    "/van-ban",
    "/van-ban?kind=Ngh%E1%BB%8B+quy%E1%BA%BFt&year=2024",
    f"/van-ban/{NAME}",
    f"/van-ban/{NAME}/muc-iii/khoan-2",
    f"/so-sanh/{NAME}/{NQ57.source.sha256}",
    "/tap",
]
UNKNOWN = ["/khong-co", "/tuong-tu/khong-co/muc-i", f"/tuong-tu/{NAME}/muc-99", f"/so-sanh/{NAME}/9f86"]
# The one address that is a name and never fetched.
SVG_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize("address", PAGES)
def test_pages_answer_in_html(client, address):
    answer = client.get(address)
    assert answer.status_code == (422 if "%3F" in address else 200)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"].endswith("no-cache")


@pytest.mark.parametrize("address", [PAGES[0], f"/van-ban/{NAME}", "/static/base.css"])
def test_pages_and_styles_are_sent_compressed(client, address):
    assert client.get(address).headers["content-encoding"] == "gzip"
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == client.get(address).text


@pytest.mark.parametrize("address", [*PAGES, *UNKNOWN, "/static/base.css", "/static/khong-co.js"])
def test_every_answer_carries_the_security_headers(client, address):
    headers = client.get(address, follow_redirects=False).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("base.css", "text/css; charset=utf-8"),
        ("search.js", "text/javascript; charset=utf-8"),
        ("mark.svg", "image/svg+xml"),
    ],
)
def test_assets_carry_their_type_whatever_the_system_thinks(client, name, media_type):
    assert client.get(f"/static/{name}").headers["content-type"] == media_type


def test_what_the_browser_has_is_not_sent_again(client):
    address = "/static/base.css"
    first = client.get(address)
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(address, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_different_contents_have_different_tags(client):
    tags = [client.get(f"/static/{name}").headers["etag"] for name in ASSETS]
    assert len(set(tags)) == len(ASSETS)


@pytest.mark.parametrize("address", ["/khong-co", "/static/khong-co.js", "/static/..%2fpages.py", "/static/"])
def test_an_unknown_address_says_so_politely(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Không có trang này" in answer.text


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_not_there_is_not_found(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "/api/" not in answer.text


@pytest.mark.parametrize("name", ASSETS)
def test_no_asset_names_another_host(name):
    text = (STATIC / name).read_text(encoding="utf-8").replace(SVG_NAMESPACE, "")
    # "// words" is a comment of a script; a host comes behind a scheme, a quote or a bracket.
    assert not re.search(r"(?:https?|wss?)://|[\"'(]//|//cdn|@import", text)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_never_make_markup_from_data(name):
    text = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)


def test_everything_that_is_referred_to_exists_and_nothing_lies_about():
    html = [path.read_text(encoding="utf-8") for path in (*STATIC.glob("*.html"), *TEMPLATES.glob("*.html"))]
    scripts = [(STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS]
    named = {name for text in html for name in re.findall(r'"/static/([^"]+)"', text)}
    named |= {name for text in scripts for name in re.findall(r'(?:from|import) "\./([^"]+)"', text)}
    assert named == set(ASSETS) - HTML


@pytest.mark.parametrize("address", [*PAGES, *UNKNOWN])
def test_pages_are_well_formed_and_hold_no_inline_code(client, address):
    rules = RulesOfPages()
    rules.feed(client.get(address).text)
    rules.check()

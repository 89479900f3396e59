"""Study packs over HTTP: the cookie, rights, conflicts, forged and oversized requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from doubles import ADDRESS
from fastapi.testclient import TestClient
from small_corpus import NQ57

from search_api.app import create_app
from search_api.packs.cookie import COOKIE
from search_api.service import Service
from search_api.study import Study

PASSAGE = f"{NQ57.ref.id}/muc-i"
CHANGES = ("undelete", "passages", "move", "undo", "redo", "restore", "copy", "shares")


@pytest.fixture
def app(service: Service, study: Study) -> Any:
    return create_app(service, study=study)


@pytest.fixture
def browser(app: Any) -> TestClient:
    """A browser that has been nowhere yet."""
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


@pytest.fixture
def other(app: Any) -> TestClient:
    """Another one."""
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


@pytest.fixture
def pack(browser: TestClient) -> dict[str, Any]:
    return done(browser.post("/api/packs", json={"title": "Vườn ươm", "passages": [PASSAGE]}))


def done(response: Any) -> Any:
    assert response.status_code == 200, response.text
    return response.json()


def refused(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    assert told["status"] == status
    return told


def edited(pack: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What a client sends to save a pack."""
    passages = [{name: one[name] for name in ("label", "note", "question")} for one in pack["content"]["passages"]]
    return {"base": pack["revision"], "content": pack["content"] | {"passages": passages} | fields}


def test_a_desk_begins_with_the_first_pack(browser: TestClient) -> None:
    assert done(browser.get("/api/packs")) == {"packs": [], "deleted": []}
    assert "set-cookie" not in browser.get("/api/packs").headers, "a read must not take the place of a desk"
    response = browser.post("/api/packs", json={})
    told = response.headers["set-cookie"]
    assert told.startswith(f"{COOKIE}=")
    for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=34560000"):
        assert part in told
    assert "Secure" not in told
    assert [one["id"] for one in done(browser.get("/api/packs"))["packs"]] == [response.json()["id"]]
    token = browser.cookies[COOKIE]
    done(browser.post("/api/packs", json={}))
    assert browser.cookies[COOKIE] == token
    assert len(done(browser.get("/api/packs"))["packs"]) == 2


def test_over_https_the_cookie_is_sent_over_nothing_else(app: Any) -> None:
    secure = TestClient(app, base_url=ADDRESS.replace("http:", "https:"))
    assert "Secure" in secure.post("/api/packs", json={}).headers["set-cookie"]


def test_a_cookie_of_another_make_is_none(browser: TestClient, pack: dict[str, Any]) -> None:
    for value in ("x", "a" * 42, "a" * 44, "ă", "' OR 1=1"):
        found = browser.get("/api/packs", headers={"cookie": f"{COOKIE}={value}".encode()})
        assert done(found)["packs"] == []
    assert done(browser.get(f"/api/packs/{pack['id']}"))["right"] == "chu"


def test_a_pack_is_saved_stepped_back_and_found_in_its_history(browser: TestClient, pack: dict[str, Any]) -> None:
    where = f"/api/packs/{pack['id']}"
    saved = done(browser.put(where, json=edited(pack, title="Ươm cây")))
    assert (saved["content"]["title"], saved["revision"]) == ("Ươm cây", pack["revision"] + 1)
    assert saved["content"]["passages"] == pack["content"]["passages"]
    back = done(browser.post(f"{where}/undo", json={"base": saved["revision"]}))
    assert (back["content"], back["can_redo"]) == (pack["content"], True)
    assert done(browser.post(f"{where}/redo", json={"base": back["revision"]}))["content"] == saved["content"]
    revisions = done(browser.get(f"{where}/history"))["revisions"]
    assert [one["change"] for one in revisions] == ["Sửa tên", "Thêm đoạn trích [1]", "Lập tập"]
    old = revisions[1]["number"]
    assert done(browser.get(f"{where}/history/{old}")) == pack["content"]
    restored = done(browser.post(f"{where}/restore", json={"base": saved["revision"], "revision": old}))
    assert restored["content"] == pack["content"]
    assert done(browser.get(where)) == restored


def test_passages_are_added_moved_and_compared_with_the_corpus(browser: TestClient, pack: dict[str, Any]) -> None:
    where = f"/api/packs/{pack['id']}"
    second = f"{NQ57.ref.id}/muc-iii/khoan-1"
    added = done(browser.post(f"{where}/passages", json={"passages": [PASSAGE, second]}))
    assert (added["added"], added["present"]) == ([2], [1])
    moved = done(browser.post(f"{where}/move", json={"label": 2, "by": -1}))
    assert [one["label"] for one in moved["content"]["passages"]] == [2, 1]
    states = done(browser.get(f"{where}/quotes"))["quotes"]
    assert [(one["label"], one["standing"], one["passage"]) for one in states] == [
        (2, "nguyen-van", second),
        (1, "nguyen-van", PASSAGE),
    ]
    refused(browser.post(f"{where}/passages", json={"passages": ["x/y"]}), 404)


def test_a_client_cannot_alter_a_quotation(browser: TestClient, pack: dict[str, Any]) -> None:
    where, body = f"/api/packs/{pack['id']}", edited(pack)
    body["content"]["passages"][0]["quote"] = pack["content"]["passages"][0]["quote"] | {"text": "Lời bịa"}
    refused(browser.put(where, json=body), 422)
    refused(browser.put(where, json={"base": 1, "content": pack["content"]}), 422)
    refused(browser.post("/api/packs", json={"content": pack["content"]}), 422)
    assert done(browser.get(where))["content"] == pack["content"]


def test_a_save_over_a_newer_revision_is_told_and_kept_as_a_copy(browser: TestClient, pack: dict[str, Any]) -> None:
    where = f"/api/packs/{pack['id']}"
    newer = done(browser.put(where, json=edited(pack, title="Người khác")))
    mine = edited(pack, title="Của tôi")
    told = refused(browser.put(where, json=mine), 409)
    assert told["revision"] == newer["revision"]
    assert "Chưa có gì bị ghi đè" in told["detail"]
    copy = done(browser.post(f"{where}/copy", json={"content": mine["content"]}))
    assert (copy["content"]["title"], copy["right"]) == ("Của tôi", "chu")
    assert copy["content"]["passages"] == pack["content"]["passages"]
    assert done(browser.get(where)) == newer


def test_links_open_as_far_as_they_say(browser: TestClient, other: TestClient, pack: dict[str, Any]) -> None:
    where = f"/api/packs/{pack['id']}"
    reading, editing = (done(browser.post(f"{where}/shares", json={"right": right})) for right in ("xem", "sua"))
    seen = done(other.get(f"/api/packs/{reading['key']}"))
    assert (seen["right"], seen["content"]) == ("xem", pack["content"])
    told = refused(other.put(f"/api/packs/{reading['key']}", json=edited(seen, title="Khác")), 403)
    assert told["type"] == "/loi/khong-co-quyen"
    refused(other.get(f"/api/packs/{reading['key']}/history"), 403)
    refused(other.delete(f"/api/packs/{editing['key']}"), 403)
    refused(other.get(f"/api/packs/{editing['key']}/shares"), 403)
    assert done(other.put(f"/api/packs/{editing['key']}", json=edited(seen, title="Sửa hộ")))["right"] == "sua"
    assert done(other.get("/api/packs"))["packs"] == [], "reading and editing others' packs makes none one's own"
    mine = done(other.post(f"/api/packs/{reading['key']}/copy", json={}))
    assert [one["id"] for one in done(other.get("/api/packs"))["packs"]] == [mine["id"]]
    listed = done(browser.get(f"{where}/shares"))["shares"]
    assert {one["key"] for one in listed} == {reading["key"], editing["key"]}
    done(browser.delete(f"{where}/shares/{editing['id']}"))
    refused(other.get(f"/api/packs/{editing['key']}"), 404)


def test_nobody_elses_pack_is_reached(browser: TestClient, other: TestClient, pack: dict[str, Any]) -> None:
    done(other.post("/api/packs", json={}))
    done(browser.post(f"/api/packs/{pack['id']}/shares", json={"right": "xem"}))
    key = done(browser.get(f"/api/packs/{pack['id']}/shares"))["shares"][0]["key"]
    guesses = [pack["id"], key[:-1], f"{key}A", key.swapcase(), "0" * 16, "a" * 43, browser.cookies[COOKIE], "%00"]
    for guess in guesses:
        where = f"/api/packs/{guess}"
        answers = [refused(other.get(f"{where}{part}"), 404) for part in ("", "/history", "/quotes", "/shares")]
        answers += [refused(other.put(where, json=edited(pack)), 404), refused(other.delete(where), 404)]
        assert len({told["detail"] for told in answers}) == 1, "what is there is told from what is not by nothing"


def test_a_deleted_pack_comes_back(browser: TestClient, pack: dict[str, Any]) -> None:
    where = f"/api/packs/{pack['id']}"
    listed = done(browser.delete(where))
    assert (listed["packs"], [one["id"] for one in listed["deleted"]]) == ([], [pack["id"]])
    refused(browser.get(where), 404)
    assert done(browser.post(f"{where}/undelete", json={}))["content"] == pack["content"]


def test_templates_of_ones_own_are_listed_after_the_built_in(browser: TestClient, pack: dict[str, Any]) -> None:
    assert [one["name"] for one in done(browser.get("/api/packs/templates"))["templates"]] == [
        "thuong-ky",
        "chuyen-de",
        "bai-giang",
    ]
    template = done(browser.post(f"/api/packs/{pack['id']}/copy", json={"as_template": True}))
    assert done(browser.get("/api/packs/templates"))["templates"][3]["name"] == template["id"]
    begun = done(browser.post("/api/packs", json={"template": template["id"], "title": "Tháng 12"}))
    assert begun["content"] == pack["content"] | {"title": "Tháng 12"}


FOREIGN = [
    {"origin": "http://la.vn"},
    {"origin": "http://localhost:8001"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://localhost"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_pages_of_strangers_change_nothing(browser: TestClient, pack: dict[str, Any], headers: dict[str, str]) -> None:
    where = f"/api/packs/{pack['id']}"
    told = refused(browser.put(where, json=edited(pack, title="Giả"), headers=headers), 403)
    assert "trang của nơi khác" in told["detail"]
    refused(browser.delete(where, headers=headers), 403)
    for step in CHANGES:
        refused(browser.post(f"{where}/{step}", json={}, headers=headers), 403)
    assert done(browser.get(where, headers=headers)) == pack


@pytest.mark.parametrize(
    "headers", [{"origin": ADDRESS}, {"sec-fetch-site": "same-origin", "origin": "http://truoc.vn"}]
)
def test_pages_of_this_site_do(browser: TestClient, pack: dict[str, Any], headers: dict[str, str]) -> None:
    done(browser.put(f"/api/packs/{pack['id']}", json=edited(pack, title="Thật"), headers=headers))


def test_what_is_too_long_is_not_read_to_its_end(browser: TestClient, pack: dict[str, Any]) -> None:
    where = f"/api/packs/{pack['id']}"
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            sent += 1
            yield b" " * 100_000

    told = refused(browser.put(where, content=b" " * 1_000_001), 413)
    assert "1 MB" in told["detail"]
    refused(browser.put(where, content=endless()), 413)
    refused(browser.put(where, content=b"{}", headers={"content-length": "99999999999"}), 413)
    for content in (b"", b"[]", b"{", b"\xff", b'{"base": NaN}', b"[" * 100_000):
        refused(browser.put(where, content=content, headers={"content-type": "application/json"}), 422)


def test_hostile_texts_come_back_as_texts(browser: TestClient, pack: dict[str, Any]) -> None:
    hostile = "<script>alert(1)</script> ' OR 1=1; -- {{7*7}} ${x} =cmd|' /C calc'!A0 \u202e 😀 [3] #import \\u0000"
    saved = done(browser.put(f"/api/packs/{pack['id']}", json=edited(pack, introduction=hostile, title=hostile)))
    assert (saved["content"]["introduction"], saved["content"]["title"]) == (hostile, hostile)
    saved = done(browser.put(f"/api/packs/{pack['id']}", json=edited(saved, local="a\x00b\u2028c", title="d\ne")))
    assert (saved["content"]["local"], saved["content"]["title"]) == ("ab\nc", "d e")
    for field, length in (("title", 301), ("local", 20_001), ("aim", 4_001)):
        told = refused(browser.put(f"/api/packs/{pack['id']}", json=edited(saved, **{field: "ă" * length})), 422)
        assert f"«content.{field}» dài quá" in told["detail"]


def test_another_method_is_405_and_without_packs_there_are_no_such_addresses(
    browser: TestClient, service: Service, pack: dict[str, Any]
) -> None:
    response = browser.patch(f"/api/packs/{pack['id']}")
    refused(response, 405)
    assert response.headers["allow"] == "DELETE, GET, PUT"
    refused(TestClient(create_app(service), base_url=ADDRESS).get("/api/packs"), 404)

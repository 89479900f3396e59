"""Operators, fields, facets, order and groups over the API."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from doubles import ENCODER, SPEC, settings_in
from fastapi.testclient import TestClient
from small_corpus import BCT, NQ57, document, put

from corpus.runtime.library import Library
from corpus.runtime.store.protocol import CANDIDATES
from corpus.types import Filters
from search_api.service import Service


def ask(client: TestClient, **query: Any) -> dict[str, Any]:
    response = client.get("/api/search", params={"page_size": 100, **query})
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def texts(found: dict[str, Any]) -> set[str]:
    return {hit["passage"]["text"] for hit in found["hits"]}


def numbers(found: dict[str, Any]) -> set[str]:
    return {hit["document"]["number"] or hit["document"]["title"] for hit in found["hits"]}


def test_a_phrase_holds_in_text_or_trail(client: TestClient) -> None:
    assert texts(ask(client, q='"bảng tính"')) == {"- Lập sổ theo dõi bằng bảng tính.", "- Gửi bảng tính cho các thôn."}
    in_trail = ask(client, q='sổ "số hóa"')
    assert "- Lập sổ theo dõi bằng bảng tính." in texts(in_trail)
    assert texts(ask(client, q="“bang tinh” «cac thon»")) == {"- Gửi bảng tính cho các thôn."}
    assert ask(client, q='"bảng tĩnh"')["hits"] == []


def test_a_phrase_holds_for_a_named_unit_too(client: TestClient) -> None:
    assert texts(ask(client, q='khoản 1 mục III nghị quyết 57 "vườn ươm"')) == {"1. Mở rộng vườn ươm ở từng thôn."}
    assert texts(ask(client, q='khoản 1 mục III nghị quyết 57 "bón phân"')) == {"d) Bón phân hằng tháng."}


def test_of_a_phrase_the_words_are_marked_in_a_row_only(client: TestClient) -> None:
    (hit,) = ask(client, q='"cây giống" năm')["hits"][:1]
    text = hit["passage"]["text"]
    assert [text[start:end] for start, end in hit["highlights"]] == ["CÂY GIỐNG", "năm"]
    for hit in ask(client, q='"số hóa"')["hits"]:
        text = hit["passage"]["text"]
        assert [text[start:end] for start, end in hit["highlights"]] == ["Số hóa"] * ("Số hóa" in text)


def test_what_is_excluded_is_gone(client: TestClient) -> None:
    without = texts(ask(client, q='cây -thôn -"bảng tính"'))
    assert len(without) > 10
    assert not any("thôn" in text or "bảng tính" in text for text in without)


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        ("cây -bảng tính", ['Dấu trừ chỉ bỏ những đoạn có «bảng»; muốn bỏ cả cụm thì viết -"bảng tính".']),
        ('cây -"bảng tính"', []),
        ("cây -bảng -tính", []),
        ("cây -bảng nam:2024", []),
        ("cây -bảng", []),
        ("cây - bảng tính", []),
    ],
)
def test_a_minus_before_several_words_is_explained(client: TestClient, typed: str, notes: list[str]) -> None:
    assert ask(client, q=typed)["understood"]["notes"] == notes


@pytest.mark.parametrize(
    ("fields", "documents"),
    [
        ("loai:ct", {"45-CT/TW"}),
        ('loai:"chi thi","QUY ĐỊNH"', {"45-CT/TW", "03-QĐ/ĐU"}),
        ("loai:qd", {"03-QĐ/ĐU"}),
        ("so:57", {"57-NQ/TW"}),
        ("so:057/nq-tw", {"57-NQ/TW"}),
        ("so:94", {"94-KH/TW", "94-KH/BTGDVTW"}),
        ("so:94-KH/BTGDVTW", {"94-KH/BTGDVTW"}),
        ("so:66", {"về hàng rào"}),
        ("coquan:bct", {"57-NQ/TW", "45-CT/TW"}),
        ('coquan:"bo chinh tri"', {"57-NQ/TW", "45-CT/TW"}),
        ("coquan:xã", {"03-QĐ/ĐU", "Hội Làm vườn xã Mẫu"} - {"Hội Làm vườn xã Mẫu"}),
        ("nam:2020-2021", {"30/2020/NĐ-CP", "30/2021/NĐ-CP"}),
        ("nam:2020,2024 loai:nq", {"57-NQ/TW"}),
        ("nam:..2020", {"30/2020/NĐ-CP"} | {"18-NQ/TW"}),
        ("nam:2021..2021", {"30/2021/NĐ-CP"}),
        ("nam:2025.. loai:qd", {"03-QĐ/ĐU"}),
        ("cq:bct", {"57-NQ/TW", "45-CT/TW"}),
        ('hl:"chưa rõ" so:57', {"57-NQ/TW"}),
        ("loai:nq coquan:bct", {"57-NQ/TW"}),
    ],
)
def test_fields(client: TestClient, fields: str, documents: set[str]) -> None:
    assert numbers(ask(client, q=f"cây giống {fields}")) == documents


def test_a_field_and_a_filter_both_hold(client: TestClient) -> None:
    assert numbers(ask(client, q="cây loai:nq", issuer=BCT)) == {"57-NQ/TW"}
    assert ask(client, q="cây loai:nq", kind="Chỉ thị")["hits"] == []
    assert ask(client, q="cây nam:2024", year=2025)["hits"] == []
    assert ask(client, q="cây so:57", document="khong-co")["hits"] == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("tacgia:an", "«tacgia». Các trường: loai (loại văn bản), so (số hiệu)"),
        ("loai:xyz", "«loai» không có giá trị «xyz» trong kho. Các giá trị: Nghị quyết,"),
        ("loai:cv", "«loai» không có giá trị «cv» trong kho. Các giá trị: "),
        ("so:99", "Kho không có văn bản nào mang số «99»"),
        ("nam:1999", "Các giá trị: 2017, 2020,"),
        ("nam:..1990", "Các giá trị: 2017, 2020,"),
        ("hieuluc:còn", "«hieuluc» không có giá trị «còn» trong kho. Các giá trị: chưa rõ."),
        ("loai:nghị", "đặt trong ngoặc kép"),
        ("so:abc", "ví dụ so:57 hoặc so:57-NQ/TW"),
        ("coquan:xyz", "Các giá trị: "),
        ("nam:24", "ví dụ nam:2020-2024"),
        ("nam:2024-2020", "ví dụ nam:2020-2024"),
        ("nam:2024-2200", "từ 1930 đến 2100"),
        ("hieuluc:mai", "Các giá trị: chưa rõ"),
        ("coquan:-", "«coquan» không có giá trị «-»"),
    ],
)
def test_a_bad_field_is_named_with_what_it_takes(client: TestClient, fields: str, told: str) -> None:
    response = client.get("/api/search", params={"q": f"cây {fields}"})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert told in response.json()["detail"]


def test_a_wrong_order_is_told_what_there_is(client: TestClient) -> None:
    detail = client.get("/api/search", params={"q": "cây", "sort": "ngay"}).json()["detail"]
    assert "«sort» chỉ nhận 'relevance' hoặc 'date'" in detail


def counts(found: dict[str, Any], field: str) -> dict[str, int]:
    return {item["value"]: item["count"] for item in found["facets"][field]}


def test_facets_count_the_documents_of_the_result(client: TestClient) -> None:
    found = ask(client, q='"bảng tính"')
    assert {field: counts(found, field) for field in found["facets"]} == {
        "kind": {"Nghị quyết": 1},
        "issuer": {BCT: 1},
        "year": {"2024": 1},
        "validity": {"chưa rõ": 1},
        "source": {"PDF có lớp chữ": 1},
    }


def test_results_and_documents_are_narrowed_by_their_source(client: TestClient) -> None:
    def sources(**query: Any) -> dict[str, str]:
        hits = ask(client, q="cây", **query)["hits"]
        return {hit["document"]["id"]: hit["document"]["source"] for hit in hits}

    every = sources()
    assert set(every.values()) == {"PDF có lớp chữ", "trang web", "văn bản thuần"}
    for wanted in (["trang web"], ["trang web", "văn bản thuần"]):
        assert sources(source=wanted) == {name: kind for name, kind in every.items() if kind in wanted}
    assert sources(source="đĩa mềm") == {}
    assert counts(ask(client, q="cây", source="trang web"), "source") == Counter(every.values())
    listed = client.get("/api/documents", params={"source": "trang web"}).json()
    assert {one["source"] for one in listed["documents"]} == {"trang web"}
    assert counts(listed, "source")["trang web"] == listed["total"]


def test_a_field_that_filters_is_counted_as_if_it_did_not(client: TestClient) -> None:
    free, narrow = ask(client, q="cây giống"), ask(client, q="cây giống", kind="Chỉ thị")
    assert counts(narrow, "kind") == counts(free, "kind")
    assert counts(narrow, "issuer") == {BCT: 1}
    assert numbers(narrow) == {"45-CT/TW"}


def test_by_date_the_newest_comes_first_and_weak_hits_stay_out(client: TestClient) -> None:
    every, dated = ask(client, q="cây giống ở thôn"), ask(client, q="cây giống ở thôn", sort="date")
    best = every["hits"][0]["score"]
    days = [hit["document"]["issued_on"] or "" for hit in dated["hits"]]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1
    kept = [hit["passage"]["id"] for hit in every["hits"] if hit["score"] >= best / 2]
    assert sorted(hit["passage"]["id"] for hit in dated["hits"]) == sorted(kept)
    assert dated["total"] == len(kept) < every["total"]


def test_grouped_each_document_shows_its_best_passage(client: TestClient) -> None:
    every, grouped = ask(client, q="cây giống"), ask(client, q="cây giống", group="document")
    order = [hit["document"]["id"] for hit in every["hits"]]
    assert [hit["document"]["id"] for hit in grouped["hits"]] == list(dict.fromkeys(order))
    assert grouped["total"] == len(set(order))
    for hit in grouped["hits"]:
        first = next(one for one in every["hits"] if one["document"]["id"] == hit["document"]["id"])
        assert hit == {**first, "further": order.count(hit["document"]["id"]) - 1}


def test_the_units_around_a_hit_can_be_opened(client: TestClient) -> None:
    (hit,) = ask(client, q='"hằng tháng"')["hits"]
    assert [parent["address"] for parent in hit["parents"]] == [
        "chuong-ii",
        "chuong-ii/dieu-2",
        "chuong-ii/dieu-2/khoan-1",
    ]
    (hit,) = ask(client, q='"gửi bảng tính"')["hits"]
    assert hit["parents"] == [
        {"address": "muc-iii", "title": "III- NHIỆM VỤ"},
        {"address": "muc-iii/khoan-2", "title": "2. Số hóa sổ theo dõi cây giống."},
    ]


def test_similar_passages_leave_out_the_passage_itself(client: TestClient) -> None:
    name = f"{NQ57.ref.id}/muc-iii/khoan-2/gach-1"
    found = client.get(f"/api/passages/{name}/similar", params={"limit": 20}).json()
    assert found["passage"]["id"] == name
    near = [hit["passage"]["id"] for hit in found["hits"]]
    assert len(near) == 20
    assert name not in near
    assert f"{NQ57.ref.id}/muc-iii/khoan-2/gach-2" in near
    fewer = client.get(f"/api/passages/{name}/similar", params={"limit": 3}).json()
    assert fewer["hits"] == found["hits"][:3]
    assert client.get("/api/passages/khong-co/muc-i/similar").status_code == 404
    assert client.get(f"/api/passages/{NQ57.ref.id}/muc-ix/similar").status_code == 404


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(settings_in(tmp_path), SPEC)
    yield opened
    opened.close()


def test_a_phrase_that_occurs_is_found_behind_any_number_of_better_passages(library: Library, tmp_path: Path) -> None:
    """All have every word of the phrase, and oftener; one has them in a row."""
    crowd = {f"khoản {n}": f"{n}. Hàng cây giống, giống hàng cây, hàng giống cây." for n in range(3 * CANDIDATES)}
    last = {"khoản 999": "999. Ở cuối một đoạn dài có kể chuyện cũ của thôn thì có đúng một giống cây hàng đầu."}
    made, content = document("05-NQ/TW", "Nghị quyết", "về cây", BCT, date(2024, 1, 1), crowd | last)
    put(library, settings_in(tmp_path), made, content)
    service = Service(library, ENCODER)
    plain = service.find("hàng cây giống giống hàng", Filters()).hits
    assert len(plain) == CANDIDATES
    assert "khoan-999" not in {hit.listed.id.partition("/")[2] for hit in plain}
    (hit,) = service.find('"giống cây hàng" hàng cây giống giống hàng', Filters()).hits
    assert hit.listed.id.endswith("khoan-999")


def test_a_rule_in_two_copies_is_not_similar_to_itself(library: Library, tmp_path: Path) -> None:
    rule = "1. Mỗi hộ trồng ba cây giống mới ở đầu ngõ và chăm sóc cho đến khi cây ra quả đầu mùa."
    other = "2. Mỗi hộ tưới cây giống mới hai lần mỗi tuần."
    for number, units in (("01-NQ/TW", {"khoản 1": rule}), ("02-NQ/TW", {"khoản 1": rule.upper(), "khoản 2": other})):
        made, content = document(number, "Nghị quyết", "về cây", BCT, date(2024, 1, 1), units)
        put(library, settings_in(tmp_path), made, content)
    service = Service(library, ENCODER)
    source = service.find("01-NQ/TW", Filters()).hits[0].listed.id
    assert [hit.passage.text for hit in service.similar(source, 5).hits] == [other]


def test_in_force_or_not_is_asked_of_the_catalogue(library: Library, tmp_path: Path) -> None:
    for number, validity in (("01-NQ/TW", "hết hiệu lực từ 01/11/2025"), ("02-NQ/TW", "chưa rõ")):
        made, content = document(
            number, "Nghị quyết", "về cây", BCT, date(2024, 1, 1), {"khoản 1": f"1. {number}: trồng cây."}
        )
        put(library, settings_in(tmp_path), replace(made, ref=replace(made.ref, validity=validity)), content)
    service = Service(library, ENCODER)

    def found(raw: str, *validity: str) -> set[str | None]:
        return {hit.listed.ref.number for hit in service.find(raw, Filters(validity=validity)).hits}

    assert found("trồng cây hieuluc:het") == found("trồng cây", "hết hiệu lực") == {"01-NQ/TW"}
    assert found('trồng cây hieuluc:"chưa rõ"') == {"02-NQ/TW"}
    assert found("trồng cây", "còn hiệu lực") == found("cây hieuluc:het", "chưa rõ") == set()
    facets = service.search("trồng cây", Filters(validity=("chưa rõ",)), 1, 10).facets.validity
    assert {item.value: item.count for item in facets} == {"hết hiệu lực": 1, "chưa rõ": 1}

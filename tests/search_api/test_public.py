"""The API over a small corpus: every address, its filters and pages, and the original files byte for byte."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from doubles import ADDRESS, ENCODER
from fastapi.testclient import TestClient
from small_corpus import DOCUMENTS, NAMES, NQ57, document, put, renamed

from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.types import Filters, Passage, RecognisedWord, Span
from search_api.app import create_app
from search_api.service import Service
from search_api.showing.shown import passage_out

PASSAGES = 24


def get(client: TestClient, address: str, **query: Any) -> dict[str, Any]:
    response = client.get(address, params=query)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    found: dict[str, Any] = response.json()
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [hit["passage"]["id"] for hit in found["hits"]]


def test_a_hit_carries_everything_that_is_shown(client: TestClient) -> None:
    found = get(client, "/api/search", q="khoản 2 mục III nghị quyết 57", page_size=1)
    assert (found["query"], found["page"], found["page_size"]) == ("khoản 2 mục III nghị quyết 57", 1, 1)
    (hit,) = found["hits"]
    passage = hit["passage"]
    assert passage == {
        "id": f"{NQ57.ref.id}/muc-iii/khoan-2",
        "address": "muc-iii/khoan-2",
        "path": [{"unit": "mục", "label": "III"}, {"unit": "khoản", "label": "2"}],
        "trail": ["III- NHIỆM VỤ"],
        "text": "2. Số hóa sổ theo dõi cây giống.",
        "pages": [1],
        "recognised": False,
        "doubts": [],
        "citation": {
            "full": "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về phát triển vườn ươm, "
            "mục III, khoản 2, tr. 1",
            "short": "Nghị quyết 57-NQ/TW, mục III, khoản 2, tr. 1",
            "footnote": "Bộ Chính trị: Nghị quyết số 57-NQ/TW, ngày 22/12/2024 về phát triển vườn ươm, "
            "mục III, khoản 2, tr. 1.",
            "place": "mục III, khoản 2, tr. 1",
        },
    }
    assert hit["document"] == get(client, f"/api/documents/{NQ57.ref.id}")["document"]
    assert hit["matched_by"] == ["lexical", "address"]
    assert hit["score"] > 8


def test_a_recognised_passage_says_so_and_where_it_is_unsure() -> None:
    passage = Passage(f"{NQ57.ref.id}/dieu-1", NQ57.ref, (), (), "Điều 1", None, None, Span(0, 6), 0)
    out = passage_out(replace(passage, recognised=True, doubts=(Span(5, 6),)))
    assert out.recognised
    assert [out.text[start:end] for start, end in out.doubts] == ["1"]


def test_highlights_point_into_the_text(client: TestClient) -> None:
    (hit,) = get(client, "/api/search", q="cay giong nam qua", page_size=1)["hits"]
    text = hit["passage"]["text"]
    assert "😀" in text
    assert [text[start:end] for start, end in hit["highlights"]] == ["CÂY GIỐNG", "năm qua"]


def test_the_question_comes_back_as_it_was_asked(client: TestClient) -> None:
    assert get(client, "/api/search", q="  cây\tgiống ")["query"] == "  cây\tgiống "


def test_the_same_question_gives_the_same_answer(client: TestClient) -> None:
    first, second = (get(client, "/api/search", q="cây giống ở thôn", page_size=100) for _ in range(2))
    assert first["hits"] == second["hits"]


def test_pages_follow_each_other_and_end(client: TestClient) -> None:
    whole = get(client, "/api/search", q="cây giống", page_size=100)
    assert whole["total"] == len(whole["hits"]) == PASSAGES
    pages = [get(client, "/api/search", q="cây giống", page=page, page_size=7) for page in range(1, 6)]
    assert [len(page["hits"]) for page in pages] == [7, 7, 7, 3, 0]
    assert {page["total"] for page in pages} == {PASSAGES}
    assert [name for page in pages for name in ids(page)] == ids(whole)
    assert get(client, "/api/search", q="cây giống", page=1000, page_size=100)["hits"] == []


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        ({"kind": "Chỉ thị"}, {"45-CT/TW"}),
        ({"kind": ["Chỉ thị", "Quy định"]}, {"45-CT/TW", "03-QĐ/ĐU"}),
        ({"issuer": "Bộ Chính trị"}, {"45-CT/TW", "57-NQ/TW"}),
        ({"issuer": "Bộ Chính trị", "kind": "Nghị quyết"}, {"57-NQ/TW"}),
        ({"number": "94-KH/BTGDVTW"}, {"94-KH/BTGDVTW"}),
        ({"year": [2020, 2021]}, {"30/2020/NĐ-CP", "30/2021/NĐ-CP"}),
        ({"document": NQ57.ref.id}, {"57-NQ/TW"}),
        ({"document": [NQ57.ref.id, "khong-co"]}, {"57-NQ/TW"}),
        # values that nothing has
        ({"kind": "Không có"}, set()),
        ({"document": "khong-co"}, set()),
        ({"year": 1999}, set()),
        ({"kind": ""}, set()),
        ({"issuer": "bộ chính trị"}, set()),
    ],
)
def test_filters(client: TestClient, filters: dict[str, Any], documents: set[str]) -> None:
    found = get(client, "/api/search", q="cây giống", page_size=100, **filters)
    assert {hit["document"]["number"] for hit in found["hits"]} == documents
    listed = get(client, "/api/documents", **filters)
    assert {entry["number"] for entry in listed["documents"]} == documents
    assert listed["total"] == len(documents)


def test_filters_hold_for_a_named_document_too(client: TestClient) -> None:
    found = get(client, "/api/search", q="57-NQ/TW", kind="Chỉ thị", page_size=100)
    assert {hit["document"]["number"] for hit in found["hits"]} == {"45-CT/TW"}


def test_documents_come_newest_first_undated_last(client: TestClient) -> None:
    found = get(client, "/api/documents", page_size=100)
    assert found["total"] == len(DOCUMENTS)
    days = [entry["issued_on"] for entry in found["documents"]]
    dated = [day for day in days if day]
    assert days == sorted(dated, reverse=True) + [None] * (len(days) - len(dated))
    pages = [get(client, "/api/documents", page=page, page_size=5)["documents"] for page in (1, 2, 3, 4)]
    assert [entry for page in pages for entry in page] == found["documents"]
    assert pages[3] == []


def test_facets_count_documents(client: TestClient) -> None:
    facets = get(client, "/api/documents", page_size=1)["facets"]
    assert facets["kind"][0] == {"value": "Nghị quyết", "count": 4}
    assert {"value": "2025", "count": 3} in facets["year"]
    assert sum(value["count"] for value in facets["issuer"]) == len(DOCUMENTS) - 1


def test_a_document_is_shown_unit_by_unit_word_for_word(client: TestClient) -> None:
    found = get(client, f"/api/documents/{NQ57.ref.id}")
    assert (found["signer"], found["place"]) == ("Nguyễn Văn Mẫu", "Xã Mẫu")
    assert (found["position"], found["effective_on"]) == ("Bí thư", "2025-01-01")
    assert found["stated"] == [
        {"field": "effective_on", "text": NQ57.text[:5], "page": 1},
        {"field": "secrecy", "text": None, "page": None},
    ]
    assert [unit["address"] for unit in found["outline"]] == [section.address for section in NQ57.sections]
    assert "\n".join(unit["text"] for unit in found["outline"]) == NQ57.text
    assert found["outline"][4]["place"] == "mục III, khoản 2, gạch đầu dòng thứ nhất, tr. 1"


def test_a_passage_has_its_neighbours(client: TestClient) -> None:
    name = f"{NQ57.ref.id}/muc-iii/khoan-2"
    found = get(client, f"/api/passages/{name}")
    assert found["passage"]["id"] == name
    assert found["previous"]["address"] == "muc-iii/khoan-1"
    assert found["next"]["address"] == "muc-iii/khoan-2/gach-1"
    assert found["document"]["id"] == NQ57.ref.id


def test_a_passage_says_where_its_lines_stand(client: TestClient) -> None:
    [rect] = get(client, f"/api/passages/{NQ57.ref.id}/muc-i")["rects"]
    assert rect == {"page": 1, "left": 72.0, "bottom": 700.0, "right": 500.0, "top": 713.3}


def test_the_first_and_the_last_passage_have_one_neighbour(client: TestClient) -> None:
    first = get(client, f"/api/passages/{NQ57.ref.id}/muc-i")
    assert first["previous"] is None
    assert first["next"]["address"] == "muc-iii"
    last = get(client, f"/api/passages/{NQ57.ref.id}/muc-iv/khoan-2")
    assert last["next"] is None
    # mục IV prints nothing but its label: no passage
    assert last["previous"]["address"] == "muc-iii/khoan-2/gach-2"


def test_a_unit_without_words_of_its_own_is_no_passage(client: TestClient) -> None:
    response = client.get(f"/api/passages/{NQ57.ref.id}/muc-iv")
    assert response.status_code == 404
    assert "không phải là một đoạn" in response.json()["detail"]


def test_every_hit_can_be_followed(client: TestClient) -> None:
    for hit in get(client, "/api/search", q="cây", page_size=100)["hits"]:
        assert get(client, f"/api/passages/{hit['passage']['id']}")["passage"] == hit["passage"]


@pytest.mark.parametrize(("made", "content"), DOCUMENTS, ids=[made.source.name for made, _ in DOCUMENTS])
def test_the_original_file_comes_back_byte_for_byte(client: TestClient, made, content: bytes) -> None:
    response = client.get(f"/api/documents/{made.ref.id}/file")
    assert response.status_code == 200
    assert response.content == content
    assert response.headers["content-type"].startswith(made.source.media_type)
    assert response.headers["x-content-type-options"] == "nosniff"
    kind, _, rest = response.headers["content-disposition"].partition("; ")
    # Only a PDF is shown in the page: HTML of a stranger would run in this site's name.
    assert kind == ("inline" if made.source.media_type == "application/pdf" else "attachment")
    assert quote(made.source.name) in rest or made.source.name in rest


def test_a_part_of_the_file_is_sent_on_request(client: TestClient) -> None:
    content = DOCUMENTS[0][1]
    response = client.get(f"/api/documents/{NQ57.ref.id}/file", headers={"Range": "bytes=2-9"})
    assert (response.status_code, response.content) == (206, content[2:10])


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..\\..\\windows\\win.ini",
        "%00",
        f"{NQ57.ref.id}%00.pdf",
        "....//....//etc/passwd",
        "/etc/passwd",
        "C:%5Cwindows%5Cwin.ini",
    ],
)
def test_no_id_leads_out_of_the_corpus(client: TestClient, name: str) -> None:
    for address in (f"/api/documents/{name}/file", f"/api/documents/{name}", f"/api/passages/{name}"):
        response = client.get(address)
        assert response.status_code == 404, address
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("name", ["nghị-quyết-đ", "決議", "😀", "a b", "%E0%A4", "e\u0301"])
def test_ids_in_other_letters_are_answered(client: TestClient, name: str) -> None:
    response = client.get(f"/api/documents/{name}")
    assert response.status_code == 404
    assert response.json()["type"] == "/loi/khong-tim-thay"


def test_an_id_in_other_letters_is_found(library: Library, settings: Settings) -> None:
    made, content = document(
        None, None, "về cây", None, None, {"khoản 1": "1. Cây 决."}, ("cây đa 🌳.pdf", "application/pdf")
    )
    odd = renamed(made, "cây-đa-🌳")
    put(library, settings, odd, content)
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as client:
        assert get(client, f"/api/documents/{odd.ref.id}")["document"]["id"] == odd.ref.id
        assert client.get(f"/api/documents/{odd.ref.id}/file").content == content
        assert get(client, "/api/search", q="cây")["hits"][0]["document"]["number"] is None


def test_a_document_says_what_its_text_was_converted_from(library: Library, settings: Settings) -> None:
    made, content = DOCUMENTS[0]
    old = replace(made, source=replace(made.source, encodings=("TCVN3", "VNI")))
    put(library, settings, old, content)
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as client:
        assert get(client, f"/api/documents/{old.ref.id}")["encodings"] == ["TCVN3", "VNI"]


def test_units_read_from_a_picture_say_so_and_where_they_are_unsure(library: Library, settings: Settings) -> None:
    made, content = document(None, None, "về cây", None, None, {"khoản 1": "1. Cây đa.", "khoản 2": "2. Số 34 cây."})
    start = made.text.index("34")
    words = (RecognisedWord(start - 3, start - 1, 97), RecognisedWord(start, start + 2, 60))
    scanned = replace(made, layout=replace(made.layout, words=words))
    put(library, settings, scanned, content)
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as client:
        typed, read = get(client, f"/api/documents/{scanned.ref.id}")["outline"]
    assert (typed["recognised"], typed["doubts"]) == (False, [])
    assert (read["recognised"], [read["text"][first:end] for first, end in read["doubts"]]) == (True, ["34"])


def test_a_document_whose_file_was_deleted_by_hand_is_404(library: Library, settings: Settings) -> None:
    made, content = DOCUMENTS[0]
    put(library, settings, made, content)
    for path in settings.files_folder.iterdir():
        path.unlink()
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS) as client:
        assert client.get(f"/api/documents/{made.ref.id}/file").status_code == 404


def test_a_document_taken_out_while_it_is_found_is_left_out(
    library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for made, content in DOCUMENTS[:2]:
        put(library, settings, made, content)
    service = Service(library, ENCODER)
    find = service.find

    def find_and_lose(*arguments: Any) -> Any:
        found = find(*arguments)
        library.remove(NQ57.ref.id)
        return found

    monkeypatch.setattr(service, "find", find_and_lose)
    with TestClient(create_app(service), base_url=ADDRESS) as client:
        hits = get(client, "/api/search", q="cây giống")["hits"]
    assert {hit["document"]["id"] for hit in hits} == {NAMES["18-NQ/TW@2017-10-25"]}


def test_health_says_what_serves(client: TestClient) -> None:
    found = get(client, "/api/health")
    assert found["status"] == "sẵn sàng"
    assert (found["documents"], found["passages"]) == (len(DOCUMENTS), PASSAGES)
    assert (found["encoder"], found["engine"]) == ("bam (hash)", "qdrant-edge")


def test_the_answer_tells_how_the_question_was_read(client: TestClient) -> None:
    found = get(client, "/api/search", q="caay gioongs")
    assert found["query"] == "caay gioongs"
    assert found["understood"] == {
        "text": "cây giống",
        "changes": [{"typed": "caay", "read": "cây"}, {"typed": "gioongs", "read": "giống"}],
        "suggestion": None,
        "absent": None,
        "notes": [],
    }
    taken = {"text": "cây giống", "changes": [], "suggestion": None, "absent": None, "notes": []}
    assert get(client, "/api/search", q="cây giống")["understood"] == taken


def test_a_number_that_several_carry_offers_them_with_citation_and_date(client: TestClient) -> None:
    choices = get(client, "/api/search", q="nghị quyết 18")["choices"]
    assert [choice["issued_on"] for choice in choices] == ["2022-06-16", "2017-10-25"]
    assert all(choice["citation"].startswith("Nghị quyết số 18-NQ/TW, ngày") for choice in choices)
    chosen = get(client, "/api/search", q="nghị quyết 18", document=choices[1]["id"])
    assert chosen["choices"] == []
    assert {hit["document"]["id"] for hit in chosen["hits"]} == {choices[1]["id"]}
    assert get(client, "/api/search", q="nghị quyết 57")["choices"] == []


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("nghị quyết 57", "57-NQ/TW"),
        ("57-NQ/TW", "57-NQ/TW"),
        ("nghị quyết 57 bảng tính", None),
        ("khoản 2 mục III nghị quyết 57", None),
        ("nghị quyết 18", None),
        ("nghị quyết 99", None),
    ],
)
def test_a_question_that_is_but_a_document_is_answered_with_it(
    client: TestClient, question: str, number: str | None
) -> None:
    told = get(client, "/api/search", q=question)["document"]
    assert (told and told["number"]) == number


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("nghị quyết 99 nói gì", "Nghị quyết số 99"),
        ("99-nq/tw", "Nghị quyết số 99-NQ/TW"),
        ("nghị quyết 57 nói gì", None),
        ("57-NQ/TW", None),
        ("cây giống", None),
    ],
)
def test_a_number_that_no_document_has_is_told(client: TestClient, question: str, absent: str | None) -> None:
    assert get(client, "/api/search", q=question)["understood"]["absent"] == absent


def test_what_only_a_filter_keeps_out_is_not_absent(client: TestClient) -> None:
    filtered = get(client, "/api/search", q="nghị quyết 57", kind="Quy định")
    assert {hit["document"]["kind"] for hit in filtered["hits"]} == {"Quy định"}
    assert filtered["understood"]["absent"] is None


def test_a_page_that_was_kept_is_made_anew_when_the_corpus_changes(library: Library, settings: Settings) -> None:
    for made, content in DOCUMENTS[:2]:
        put(library, settings, made, content)
    service = Service(library, ENCODER)

    def documents() -> set[str]:
        return {hit.document.id for hit in service.search("cây giống", Filters(), 1, 10).hits}

    assert NQ57.ref.id in documents()
    library.remove(NQ57.ref.id)
    assert NQ57.ref.id not in documents()
    put(library, settings, *DOCUMENTS[0])
    assert NQ57.ref.id in documents()

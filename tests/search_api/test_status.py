"""What the keeper is told of the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version

import pytest
from doubles import ADDRESS, ENCODER, SPEC, made_document
from fastapi.testclient import TestClient

from corpus.copies import alone
from corpus.runs import FileNote, Outcome, Run
from corpus.runtime.library import Library
from search_api.app import create_app
from search_api.hosts import HostNames
from search_api.service import Service

DOCUMENT = made_document("Chi bộ họp hằng tháng.")
REFUSED = FileNote("C:/bí mật/hỏng.pdf", "hỏng.pdf", True, "tệp rỗng", "Tệp «hỏng.pdf» rỗng.", "Hãy chép lại.")
DOUBTFUL = FileNote("C:/vb/mau.pdf", "mau.pdf", False, "đọc chưa chắc", "số hiệu để trống", "Hãy xem ảnh trang.")
RUN = Run("ingest", datetime(2026, 7, 1, 2, 15, tzinfo=UTC), read=1, refused=3, unnamed=2, pages=4)


HERE = ("127.0.0.1", 50000)
READER = "192.0.2.7"


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    with TestClient(create_app(Service(library, ENCODER)), base_url=ADDRESS, client=HERE) as made:
        yield made


def test_an_empty_corpus_has_nothing_to_tell(client: TestClient) -> None:
    told = client.get("/api/status").json()
    assert told["health"] == client.get("/api/health").json()
    assert (told["last_arrival"], told["copies"]) == (None, 0)
    assert (told["kinds"], told["runs"], told["refused"], told["doubtful"]) == ([], [], [], [])


def test_the_keeper_is_told_what_came_in_and_what_did_not(client: TestClient, library: Library) -> None:
    library.replace(DOCUMENT, [], alone(DOCUMENT, "C:/vb/mau.pdf"))
    library.note_run(Outcome(RUN, (REFUSED, DOUBTFUL)))
    answer = client.get("/api/status")
    told = answer.json()
    assert told["health"]["version"] == version("tra-cuu-nghi-quyet")
    assert told["kinds"] == [{"value": "Nghị quyết", "count": 1}]
    assert datetime.fromisoformat(told["last_arrival"]).tzinfo is not None
    (run,) = told["runs"]
    assert (run["command"], run["ended"], run["read"], run["refused"], run["unnamed"]) == (
        "ingest",
        "2026-07-01T02:15:00Z",
        1,
        3,
        2,
    )
    assert told["refused_files"] == 1
    assert told["refused"] == [
        {
            "name": "hỏng.pdf",
            "document": None,
            "reason": "tệp rỗng",
            "message": "Tệp «hỏng.pdf» rỗng.",
            "next_step": "Hãy chép lại.",
        }
    ]
    assert [note["document"] for note in told["doubtful"]] == [DOCUMENT.ref.id]
    assert told["versions"] == {
        "text": SPEC.text_version,
        "structure": SPEC.structure_version,
        "terms": SPEC.terms_version,
        "record": SPEC.schema_version,
    }
    assert "bí mật" not in answer.text, "where files lie is nobody's business"


@pytest.mark.parametrize(
    ("asked_from", "host", "headers"),
    [
        (READER, "localhost", {}),
        (READER, "tracuu.xa-mau.vn", {}),
        ("127.0.0.1", "tracuu.xa-mau.vn", {}),
        ("127.0.0.1", "localhost", {"X-Forwarded-For": READER}),
        ("127.0.0.1", "localhost", {"X-Forwarded-For": "127.0.0.1"}),
        ("127.0.0.1", "localhost", {"Forwarded": f"for={READER}"}),
        ("127.0.0.1", "localhost", {"X-Real-IP": READER}),
        ("127.0.0.1", "localhost", {"Via": "1.1 proxy"}),
    ],
)
def test_other_readers_are_told_how_many_were_refused_but_not_which(
    library: Library, asked_from: str, host: str, headers: dict[str, str]
) -> None:
    library.note_run(Outcome(RUN, (REFUSED,)))
    app = create_app(Service(library, ENCODER), names=HostNames.of("127.0.0.1", ["tracuu.xa-mau.vn"]))
    with TestClient(app, base_url=f"http://{host}", headers=headers, client=(asked_from, 50000)) as reader:
        answer = reader.get("/api/status")
    assert (answer.json()["refused_files"], answer.json()["refused"]) == (1, [])
    assert "hỏng" not in answer.text


@pytest.mark.parametrize(("asked_from", "host"), [("127.0.0.1", "127.0.0.1:8000"), ("::1", "[::1]:8000")])
def test_the_keeper_may_call_this_machine_by_any_of_its_own_names(library: Library, asked_from: str, host: str) -> None:
    library.note_run(Outcome(RUN, (REFUSED,)))
    app = create_app(Service(library, ENCODER))
    with TestClient(app, base_url=f"http://{host}", client=(asked_from, 50000)) as keeper:
        assert [note["name"] for note in keeper.get("/api/status").json()["refused"]] == ["hỏng.pdf"]

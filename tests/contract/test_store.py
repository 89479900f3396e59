"""What every ``PassageStore`` keeps: the embedded engine, qdrant-client's own engine behind the server's
implementation, and a real server where ``TRACUU_QDRANT_URL`` names one.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from doubles import DIMENSION, ENCODER, SPEC, addresses_of, indexed_passages, made_document, plain_passages, searched
from qdrant_client import QdrantClient

from corpus.errors import CorpusIndexError, IndexMismatch
from corpus.record import point_id
from corpus.runtime.store import PassageStore, server
from corpus.runtime.store.edge import EdgeStore
from corpus.runtime.store.hybrid import BATCH, HELD_PAGE
from corpus.runtime.store.protocol import CANDIDATES, Condition, Scored
from corpus.runtime.store.server import ServerStore
from corpus.spec import IndexSpec
from corpus.terms import query_vector, term_id
from corpus.types import Document, Filters, Passage, SparseVector

# qdrant-client's own engine keeps no payload indexes, always searches exactly, and says so.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Payload indexes have no effect:UserWarning"),
    pytest.mark.filterwarnings("ignore:Api key is used with an insecure connection:UserWarning"),
    pytest.mark.filterwarnings("ignore:Local mode performs exact:UserWarning"),
]

Opener = Callable[[], PassageStore]

DOCUMENT = made_document("Chi bộ họp hằng tháng.", "Đảng viên nộp đảng phí.", "Chuyển đổi số ở xã.")
OTHER = made_document("Chi bộ chuyển đổi số.", number="57-NQ/TW", issuer="Bộ Chính trị", day=None)
VERSION = "v1"


def rounded(store: PassageStore) -> float:
    """How far a cosine may move: of a component the embedded engine keeps eight bits, the server eleven."""
    return 2**-8 if store.engine == EdgeStore.engine else 2**-11


@pytest.fixture(params=["edge", "client", "server"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Opens the same store again and again; it is empty at first."""
    if request.param == "edge":
        yield lambda: EdgeStore(tmp_path)
    elif request.param == "client":
        # The server's implementation, with the engine that qdrant-client brings along for tests.
        monkeypatch.setattr(server, "QdrantClient", lambda **_: QdrantClient(path=str(tmp_path)))
        yield lambda: ServerStore("http://127.0.0.1:6333")
    else:
        url, key = os.environ.get("TRACUU_QDRANT_URL"), os.environ.get("TRACUU_QDRANT_KEY", "")
        if not url:
            pytest.skip("TRACUU_QDRANT_URL names no Qdrant server")
        collection = f"tracuu-test-{uuid.uuid4()}"
        yield lambda: ServerStore(url, key, collection)
        QdrantClient(url=url, api_key=key or None, check_compatibility=False).delete_collection(collection)


@pytest.fixture
def store(open_store: Opener) -> Iterator[PassageStore]:
    """A store with an empty index."""
    opened = open_store()
    opened.create(SPEC)
    yield opened
    opened.close()


def put(store: PassageStore, document: Document, version: str = VERSION) -> None:
    store.add(indexed_passages(document), version)


def points(document: Document | str, *addresses: str, version: str = VERSION) -> list[int]:
    name = document if isinstance(document, str) else document.ref.id
    return [point_id(f"{name}/{address}", version) for address in addresses]


def read(store: PassageStore, found: Sequence[Scored]) -> list[tuple[Passage, Scored]]:
    """What was found, with the passages, best by terms first."""
    texts = store.get([one.point for one in found])
    assert len(texts) == len(found) == len({one.point for one in found})
    return sorted(zip(texts, found, strict=True), key=lambda pair: (-pair[1].lexical, pair[0].id))


def look_up(store: PassageStore, question: str, filters: Filters | None = None) -> list[tuple[Passage, Scored]]:
    return read(store, searched(store, question, filters))


def test_at_first_there_is_no_index(open_store: Opener) -> None:
    store = open_store()
    assert store.spec() is None
    assert store.count() == 0
    store.close()


def test_the_spec_is_kept_with_the_index(open_store: Opener) -> None:
    store = open_store()
    store.create(SPEC)
    assert store.spec() == SPEC
    store.close()
    again = open_store()
    assert again.spec() == SPEC
    again.close()


def test_creating_again_empties_and_takes_the_new_spec(store: PassageStore) -> None:
    put(store, DOCUMENT)
    other = replace(SPEC, dimension=4, encoder="khác")
    store.create(other)
    assert store.count() == 0
    assert store.spec() == other


def test_what_was_stored_comes_back_whole_after_reopening(open_store: Opener) -> None:
    store = open_store()
    store.create(SPEC)
    put(store, DOCUMENT)
    store.close()
    again = open_store()
    assert again.get(points(DOCUMENT, *addresses_of(DOCUMENT))) == plain_passages(DOCUMENT)
    assert again.count() == 3
    again.close()


def test_passages_come_in_the_order_asked_and_unknown_ones_are_left_out(store: PassageStore) -> None:
    put(store, DOCUMENT)
    first, second, third = plain_passages(DOCUMENT)
    assert store.get(points(DOCUMENT, "khoan-3", "khoan-9", "khoan-1")) == [third, first]
    assert store.get(points(DOCUMENT, "khoan-2", version="v2")) == []
    assert store.get(points("khác", "khoan-2")) == []
    assert store.get([]) == []
    assert second not in store.get(points(DOCUMENT, "khoan-1"))


def test_adding_twice_stores_once(store: PassageStore) -> None:
    put(store, DOCUMENT)
    put(store, DOCUMENT)
    assert store.count() == 3


def test_nothing_to_add_is_no_error(store: PassageStore) -> None:
    store.add([], VERSION)
    assert store.count() == 0


def test_more_passages_than_one_write_carries(store: PassageStore) -> None:
    long = made_document(*(f"Việc số {place}." for place in range(2 * BATCH + 1)))
    put(store, long)
    assert store.count() == 2 * BATCH + 1
    assert store.get(points(long, *addresses_of(long))) == plain_passages(long)


def test_versions_lie_side_by_side_and_are_dropped_one_by_one(store: PassageStore) -> None:
    put(store, DOCUMENT, "v1")
    put(store, DOCUMENT, "v2")
    put(store, OTHER, "v1")
    assert store.count() == 7
    store.drop(DOCUMENT.ref.id, "v1")
    assert store.count() == 4
    assert store.get(points(DOCUMENT, "khoan-1")) == []
    assert len(store.get(points(DOCUMENT, "khoan-1", version="v2"))) == 1
    assert len(store.get(points(OTHER, "khoan-1"))) == 1


def test_dropping_what_is_not_there_is_no_error(store: PassageStore) -> None:
    put(store, DOCUMENT)
    store.drop("khác", VERSION)
    store.drop(DOCUMENT.ref.id, "v9")
    assert store.count() == 3


def test_what_is_found_carries_its_point_and_both_scores(store: PassageStore) -> None:
    put(store, DOCUMENT)
    found = look_up(store, "Chuyển đổi số ở xã.")
    assert {passage.id for passage, _ in found} == {passage.id for passage in plain_passages(DOCUMENT)}
    (passage, best), *others = found
    rest = [scored for _, scored in others]
    assert passage == plain_passages(DOCUMENT)[2]
    assert best.point == point_id(passage.id, VERSION)
    assert best.lexical > 0
    assert best.cosine == pytest.approx(1.0, abs=rounded(store))
    assert all(candidate.lexical == 0 for candidate in rest)
    assert all(-1 <= candidate.cosine < 1 for candidate in rest)


def test_scores_are_the_inner_products(store: PassageStore) -> None:
    put(store, DOCUMENT)
    indexed = indexed_passages(DOCUMENT)[1]
    first, *_, last = indexed.sparse.ids
    asked = SparseVector((first, last), (2.0, 0.5))
    weights = dict(zip(indexed.sparse.ids, indexed.sparse.weights, strict=True))
    dense = ENCODER.encode_query("khác").tolist()
    found = {scored.point: scored for scored in store.search(dense, asked, Filters())}
    candidate = found[point_id(indexed.passage.id, VERSION)]
    assert candidate.lexical == pytest.approx(2.0 * weights[first] + 0.5 * weights[last], rel=1e-5)
    assert candidate.cosine == pytest.approx(
        sum(a * b for a, b in zip(dense, indexed.dense, strict=True)), abs=rounded(store)
    )


def test_a_question_without_known_terms_still_finds_by_meaning(store: PassageStore) -> None:
    put(store, DOCUMENT)
    found = store.search(ENCODER.encode_query("gì").tolist(), SparseVector((), ()), Filters())
    assert len(found) == 3
    assert all(candidate.lexical == 0 for candidate in found)


def test_each_side_brings_its_best_and_gets_the_score_the_other_side_lacks(store: PassageStore) -> None:
    """More passages than candidates: what only one side found has its true score on the other side, too."""
    many = made_document(*(f"chung riêng{place}" for place in range(CANDIDATES + 30)))
    put(store, many)
    found = look_up(store, "chung")
    assert CANDIDATES <= len(found) <= 2 * CANDIDATES
    query = ENCODER.encode_query("chung")
    for passage, candidate in found:
        assert candidate.lexical > 0
        assert candidate.cosine == pytest.approx(float(query @ ENCODER.encode_query(passage.text)), abs=rounded(store))


def test_what_a_condition_accepts_is_found_wherever_it_stands(store: PassageStore) -> None:
    """Behind more than a page of passages that have its term oftener and are nearer in meaning."""
    crowd = [f"cây cây cây cây số{place}" for place in range(HELD_PAGE + 50)]
    put(store, made_document(*crowd, "cây lẻ loi ở cuối một đoạn dài hơn hẳn các đoạn khác"))
    condition = Condition(lambda passage: "lẻ loi" in passage.text, term_id("cây"))
    asked = query_vector({"cây": 1.0})
    dense = ENCODER.encode_query(crowd[0]).tolist()
    assert all("lẻ loi" not in passage.text for passage, _ in read(store, store.search(dense, asked, Filters())))
    ((passage, found),) = read(store, store.search(dense, asked, Filters(), condition))
    assert "lẻ loi" in passage.text
    assert found.lexical > 0
    expected = float(ENCODER.encode_query(crowd[0]) @ ENCODER.encode_query(passage.text))
    assert found.cosine == pytest.approx(expected, abs=rounded(store))
    assert store.search(dense, asked, Filters(year=(1999,)), condition) == []


def test_of_very_many_accepted_those_that_fit_the_question_are_among_the_found(store: PassageStore) -> None:
    crowd = [f"cây cây cây số{place}" for place in range(2 * HELD_PAGE)]
    put(store, made_document(*crowd, "một đoạn dài hơn các đoạn khác có cây và có mật khẩu phải đổi hằng quý"))
    condition = Condition(lambda passage: "cây" in passage.text, term_id("cây"))
    terms = ("cây", "mật", "khẩu")
    asked = query_vector(dict.fromkeys(terms, 1.0))
    found = read(store, store.search(ENCODER.encode_query("khác").tolist(), asked, Filters(), condition))
    assert len(found) >= CANDIDATES
    assert found[0][0].text.startswith("một đoạn dài")


def test_a_condition_without_a_term_looks_farther_than_the_best(store: PassageStore) -> None:
    put(store, made_document(*(f"cây cây cây loại{place}" for place in range(2 * CANDIDATES)), "cây giữ lại"))
    condition = Condition(lambda passage: "loại" not in passage.text)
    asked = query_vector({"cây": 1.0})
    dense = ENCODER.encode_query("cây").tolist()
    found = read(store, store.search(dense, asked, Filters(), condition))
    assert [passage.text for passage, _ in found] == ["cây giữ lại"]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (Filters(), {"05-NQ/ĐU", "57-NQ/TW"}),
        (Filters(document=(OTHER.ref.id,)), {"57-NQ/TW"}),
        (Filters(number=("57-NQ/TW",)), {"57-NQ/TW"}),
        (Filters(issuer=("Đảng ủy xã Mẫu", "Bộ Chính trị")), {"05-NQ/ĐU", "57-NQ/TW"}),
        (Filters(year=(2025,)), {"05-NQ/ĐU"}),
        (Filters(year=(2024, 2025), kind=("Nghị quyết",)), {"05-NQ/ĐU"}),
        (Filters(year=(2025,), number=("57-NQ/TW",)), set()),
        (Filters(kind=("Chỉ thị",)), set()),
    ],
)
def test_filters(store: PassageStore, filters: Filters, numbers: set[str]) -> None:
    put(store, DOCUMENT)
    put(store, OTHER)
    assert {passage.ref.number for passage, _ in look_up(store, "chuyển đổi số", filters)} == numbers


def test_nothing_is_found_in_an_empty_index(store: PassageStore) -> None:
    assert look_up(store, "chuyển đổi số") == []


def test_passages_of_another_dimension_are_turned_away(store: PassageStore) -> None:
    assert DIMENSION != 3
    wrong = replace(indexed_passages(DOCUMENT)[0], dense=(1.0, 0.0, 0.0))
    with pytest.raises(Exception, match=r"(?i)dimension|shape|broadcast|Qdrant"):
        store.add([wrong], VERSION)
    assert store.get(points(DOCUMENT, "khoan-1")) == []


# What only one of them promises


def test_the_embedded_engine_refuses_work_before_there_is_an_index(tmp_path: Path) -> None:
    store = EdgeStore(tmp_path)
    for work in (lambda: put(store, DOCUMENT), lambda: look_up(store, "họp"), lambda: store.drop("a", "v1")):
        with pytest.raises(CorpusIndexError) as caught:
            work()
        assert "tracuu ingest" in caught.value.next_step


def test_a_damaged_embedded_index_names_the_command(tmp_path: Path) -> None:
    store = EdgeStore(tmp_path)
    store.create(SPEC)
    store.close()
    for path in (tmp_path / "shard").rglob("*.json"):
        path.write_text("hỏng", encoding="utf-8")
    with pytest.raises(CorpusIndexError) as caught:
        EdgeStore(tmp_path)
    assert "tracuu reindex" in caught.value.next_step


def test_a_damaged_embedded_index_can_be_made_anew(tmp_path: Path) -> None:
    test_a_damaged_embedded_index_names_the_command(tmp_path)
    store = EdgeStore(tmp_path, load=False)
    store.create(SPEC)
    put(store, DOCUMENT)
    assert store.count() == 3
    store.close()


def test_an_embedded_index_whose_making_was_cut_off_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The spec is written last; a power cut before that leaves no index rather than half of one."""
    store = EdgeStore(tmp_path)
    store.create(SPEC)
    put(store, DOCUMENT)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("corpus.runtime.store.edge.write_atomically", cut)
    with pytest.raises(KeyboardInterrupt):
        store.create(SPEC)
    store.close()
    again = EdgeStore(tmp_path)
    assert again.spec() is None
    assert again.count() == 0


def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(CorpusIndexError, match=r"127\.0\.0\.1:9") as caught:
        ServerStore("http://127.0.0.1:9")
    assert "TRACUU_QDRANT_URL" in caught.value.next_step


CALLS: dict[str, Callable[[ServerStore], object]] = {
    "spec": lambda store: store.spec(),
    "create": lambda store: store.create(SPEC),
    "add": lambda store: put(store, DOCUMENT),
    "drop": lambda store: store.drop("a", VERSION),
    "search": lambda store: look_up(store, "họp"),
    "get": lambda store: store.get([1]),
    "count": lambda store: store.count(),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_server_that_goes_away_is_named_at_every_call(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(QdrantClient, "collection_exists", lambda *_: True)
        store = ServerStore("http://127.0.0.1:9")
    with pytest.raises(CorpusIndexError, match=r"127\.0\.0\.1:9") as caught:
        CALLS[call](store)
    assert caught.value.status == 503
    assert caught.value.next_step


def test_a_collection_that_somebody_else_made_is_a_mismatch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = QdrantClient(path=str(tmp_path))
    client.create_collection("tracuu", vectors_config={})
    monkeypatch.setattr(server, "QdrantClient", lambda **_: client)
    store = ServerStore("http://127.0.0.1:6333")
    with pytest.raises(IndexMismatch):
        store.spec()
    store.create(SPEC)
    assert store.spec() == SPEC
    store.close()


def test_the_spec_is_readable_without_the_program(tmp_path: Path) -> None:
    store = EdgeStore(tmp_path)
    store.create(IndexSpec("mô hình", "x", 8, "", ""))
    store.close()
    assert "mô hình" in (tmp_path / "index.json").read_text(encoding="utf-8")

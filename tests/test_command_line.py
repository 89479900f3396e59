"""The command ``tracuu`` as users and scripts run it: in processes of its own, beside each other, interrupted."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from corpus.errors import ModelError
from corpus.numbers import find_dates
from corpus.runtime.opening import open_encoder
from corpus.runtime.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = [
    ROOT / "corpus" / "documents" / name
    for name in ("01-hd-du-2025-08-15.txt", "03-nq-cb-2025-12-04.txt", "06-kl-du-2026-01-26.html")
]
ON_WINDOWS = os.name == "nt"
OK, WRONG, NO_MODEL, NOT_READY, NOT_FOUND, REFUSED, INTERRUPTED = 0, 2, 3, 4, 5, 6, 130


@pytest.fixture(scope="module", autouse=True)
def _model() -> None:
    try:
        open_encoder(Settings.from_environment())
    except ModelError as missing:
        pytest.skip(f"no model: {missing}")


def environment(data: Path, **more: str) -> dict[str, str]:
    """With the streams of a terminal that is not UTF-8, as on an office PC."""
    return os.environ | {"TRACUU_DATA": str(data), "TRACUU_THREADS": "1", "PYTHONIOENCODING": "latin-1"} | more


def tracuu(data: Path, *arguments: str | Path, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tracuu", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment(data, **more), input=stdin, capture_output=True, timeout=180, check=False
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.returncode == OK, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def complaint(done: subprocess.CompletedProcess[bytes], code: int) -> str:
    """What a command that failed told its user."""
    said = done.stderr.decode("utf-8")
    assert done.returncode == code, said
    assert "Traceback" not in said
    return said


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of three sample documents that the tests only read."""
    folder = tmp_path_factory.mktemp("cli") / "kho dữ liệu"
    done = tracuu(folder, "ingest", *SAMPLES)
    assert done.returncode == OK, done.stderr.decode()
    return folder


@dataclass
class Server:
    process: subprocess.Popen[bytes]
    url: str

    def get(self, address: str, **query: Any) -> dict[str, Any]:
        response = httpx.get(f"{self.url}{address}", params=query, timeout=30, trust_env=False)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    def ended(self) -> tuple[int, str]:
        """Its exit code and all it said, once it has ended."""
        said, _ = self.process.communicate(timeout=30)
        return self.process.returncode, said.decode("utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(data: Path) -> Iterator[Server]:
    """``tracuu serve``, ready to answer."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tracuu", "serve"],
        cwd=ROOT,
        env=environment(data, TRACUU_PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    server = Server(process, f"http://127.0.0.1:{port}")
    try:
        wait_for(server)
        yield server
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def wait_for(server: Server) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            httpx.get(f"{server.url}/api/health", trust_env=False)
        except httpx.TransportError:
            assert server.process.poll() is None, server.process.communicate()[0].decode()
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.1)
        else:
            return


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with serving(data) as running:
        yield running


def check_answer(answer: dict[str, Any], query: str, hits: int | None = None) -> None:
    assert list(answer) == ["query", "answered", "hits"]
    assert answer["query"] == query
    assert hits is None or len(answer["hits"]) == hits
    for hit in answer["hits"]:
        assert list(hit) == ["document", "path", "pages", "text", "citation", "score"]
        assert isinstance(hit["document"], str)
        assert all(isinstance(unit, str) and isinstance(label, str) for unit, label in hit["path"])
        assert all(isinstance(page, int) and page >= 1 for page in hit["pages"])
        assert isinstance(hit["text"], str)
        assert hit["document"] in hit["citation"]
        assert isinstance(hit["score"], float)


QUESTION = "chi bộ thôn Đồng Cao họp thế nào"
STDIN = ["chuyển đổi số", "", "  ", "?!", "khoản 1 mục I 03-NQ/CB", "a" * 1001, "chuyen doi so", "x" * 200_000]


def answer_from(data: Path) -> None:
    """What the command answers, alone or through a server."""
    (one,) = lines(tracuu(data, "search", QUESTION, "--json", "--limit", "3"))
    check_answer(one, QUESTION, 3)
    # Typed on Windows: CRLF, and a byte that is no UTF-8.
    found = lines(
        tracuu(data, "search", "--stdin", "--json", "--limit", "2", stdin="\r\n".join([*STDIN, ""]).encode() + b"\xff")
    )
    for answer, line in zip(found[:-1], STDIN, strict=True):
        check_answer(answer, line, 2 if any(c.isalnum() for c in line) and len(line) <= 1000 else 0)
    check_answer(found[-1], "\ufffd", 0)
    assert found[4]["hits"][0]["document"] == "03-NQ/CB"
    assert found[4]["hits"][0]["path"] == [["mục", "I"], ["khoản", "1"]]


def test_answers_as_json(data: Path) -> None:
    answer_from(data)


def test_a_last_line_needs_no_end(data: Path) -> None:
    assert [answer["query"] for answer in lines(tracuu(data, "search", "--stdin", "--json", stdin=b"a\nb"))] == [
        "a",
        "b",
    ]


def test_no_lines_give_no_answers(data: Path) -> None:
    assert lines(tracuu(data, "search", "--stdin", "--json")) == []


def test_answers_for_people(data: Path) -> None:
    done = tracuu(data, "search", "khoản 1 mục I 03-NQ/CB", "--limit", "1")
    shown = done.stdout.decode("utf-8")
    assert done.returncode == OK
    assert shown.startswith("1. Nghị quyết số 03-NQ/CB, ngày 04/12/2025")
    assert "mục I, khoản 1" in shown


@pytest.mark.parametrize("limit", ["1", "100"])
def test_the_bounds_of_limit(data: Path, limit: str) -> None:
    (answer,) = lines(tracuu(data, "search", "chi bộ", "--json", "--limit", limit))
    assert 1 <= len(answer["hits"]) <= int(limit)


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("search", "chi bộ", "--limit", "0"), WRONG, "--limit"),
        (("search", "chi bộ", "--limit", "101"), WRONG, "--limit"),
        (("search", "chi bộ", "--limit", "ba"), WRONG, "không phải số nguyên"),
        (("search", "a", "--sort", "ten"), WRONG, "không có lựa chọn 'ten'"),
        (("search", "chi bộ loai:xyz"), WRONG, "«loai» không có giá trị «xyz»"),
        (("search",), WRONG, "Chưa có câu hỏi"),
        (("search", "?!"), WRONG, "chưa có chữ nào"),
        (("search", "a" * 1001), WRONG, "1001"),
        (("tim",), WRONG, "không có lệnh"),
        ((), WRONG, "còn thiếu"),
        (("search", "a", "--la"), WRONG, "không rõ tham số"),
        (("ingest", "khong/co"), WRONG, "khong"),
        (("remove", "khong-co"), NOT_FOUND, "khong-co"),
        (("parse", ROOT / "Makefile"), REFUSED, "Makefile"),
        (("ingest", ROOT / "Makefile"), REFUSED, ""),
    ],
)
def test_a_command_that_cannot_be_done_says_so(data: Path, arguments: tuple[str, ...], code: int, named: str) -> None:
    assert named in complaint(tracuu(data, *arguments), code)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("TRACUU_PORT", "0"), ("TRACUU_PORT", "http"), ("TRACUU_THREADS", "-1"), ("TRACUU_QDRANT_URL", "qdrant")],
)
def test_a_wrong_setting_is_named(data: Path, variable: str, value: str) -> None:
    assert variable in complaint(tracuu(data, "status", **{variable: value}), WRONG)


def test_without_a_model_the_command_that_makes_it_is_named(data: Path, tmp_path: Path) -> None:
    assert "tracuu setup" in complaint(tracuu(data, "search", "a", TRACUU_MODEL_DIR=str(tmp_path)), NO_MODEL)


def test_an_empty_corpus_is_not_ready(tmp_path: Path) -> None:
    assert "tracuu ingest" in complaint(tracuu(tmp_path / "trống", "search", "a"), NOT_READY)
    assert "0 văn bản" in tracuu(tmp_path / "trống", "status").stdout.decode("utf-8")


def dated(data: Path) -> list[date]:
    (answer,) = lines(tracuu(data, "search", "chi bộ", "--json", "--limit", "20", "--sort", "date"))
    return [day for hit in answer["hits"] for _, day in find_dates(hit["citation"].partition(" của ")[0])]


def test_by_date_the_newest_comes_first(data: Path) -> None:
    days = dated(data)
    assert len(set(days)) > 1
    assert days == sorted(days, reverse=True)


@pytest.mark.usefixtures("server")
def test_through_the_server_the_answers_are_the_same(data: Path) -> None:
    answer_from(data)
    test_by_date_the_newest_comes_first(data)
    assert "Máy chủ đang chạy." in tracuu(data, "status").stdout.decode("utf-8")


def test_the_server_shows_pages_and_problems(server: Server) -> None:
    assert "text/html" in httpx.get(f"{server.url}/", trust_env=False).headers["content-type"]
    for method, address, status in (("GET", "/api/khong-co", 404), ("POST", "/api/search", 405)):
        response = httpx.request(method, f"{server.url}{address}", trust_env=False)
        assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert httpx.get(f"{server.url}/khong-co", trust_env=False).status_code == 404


def test_a_second_server_finds_the_port_taken(data: Path, server: Server) -> None:
    port = server.url.rpartition(":")[2]
    assert f"Cổng {port}" in complaint(tracuu(data, "serve", TRACUU_PORT=port), WRONG)


def test_a_second_server_on_the_same_corpus_is_turned_away(data: Path, server: Server) -> None:
    assert "tiến trình khác" in complaint(tracuu(data, "serve", TRACUU_PORT=str(free_port())), NOT_READY)
    assert server.get("/api/search", q="chi bộ")["hits"]


LETTER = """ĐẢNG BỘ XÃ MẪU
CHI BỘ THÔN MẪU
*
Số 09-NQ/CB

ĐẢNG CỘNG SẢN VIỆT NAM
Xã Mẫu, ngày 05 tháng 02 năm 2026

NGHỊ QUYẾT
về trồng cây
-----

{}

T/M CHI BỘ
BÍ THƯ
Nguyễn Văn Mẫu
"""
VERSIONS = {"xoan": 20, "bàng": 26}
CHANGING = "09-nq-cb-chi-bo-thon-mau-2026-02-05"


def write_version(path: Path, tree: str) -> None:
    items = (f"{place}. Thôn trồng cây {tree} ở khu đất số {place}." for place in range(1, VERSIONS[tree] + 1))
    path.write_text(LETTER.format("\n\n".join(items)), encoding="utf-8")


@dataclass
class Watcher(threading.Thread):
    """Asks all the while, and keeps what it was answered."""

    server: Server
    done: threading.Event = field(default_factory=threading.Event)
    seen: list[tuple[str, int]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        while not self.done.is_set():
            try:
                self.seen.append(self.version(self.found()))
                self.seen.append(self.version(self.shown()))
                assert self.server.get("/api/search", q=QUESTION)["hits"]
            except (AssertionError, httpx.HTTPError) as error:
                self.failed.append(repr(error))

    def found(self) -> list[str]:
        hits = self.server.get("/api/search", q="thôn trồng cây", document=CHANGING, page_size=100)["hits"]
        return [hit["passage"]["text"] for hit in hits if hit["passage"]["address"].startswith("khoan-")]

    def shown(self) -> list[str]:
        outline = self.server.get(f"/api/documents/{CHANGING}")["outline"]
        return [unit["text"] for unit in outline if unit["address"].startswith("khoan-")]

    @staticmethod
    def version(texts: list[str]) -> tuple[str, int]:
        trees = {tree for tree in VERSIONS for text in texts if tree in text}
        return "+".join(sorted(trees)), len(texts)


def test_ingest_beside_the_server_hands_over_and_nobody_sees_half_a_document(tmp_path: Path) -> None:
    data, letter = tmp_path / "data", tmp_path / "nghi-quyet.txt"
    write_version(letter, "xoan")
    assert tracuu(data, "ingest", letter, *SAMPLES).returncode == OK
    with serving(data) as server:
        watcher = Watcher(server)
        watcher.start()
        try:
            for tree in ("bàng", "xoan", "bàng"):
                write_version(letter, tree)
                assert tracuu(data, "ingest", letter).returncode == OK
                assert watcher.version(watcher.found()) == (tree, VERSIONS[tree])
        finally:
            watcher.done.set()
            watcher.join()
        assert watcher.failed == []
        assert set(watcher.seen) == set(VERSIONS.items())
        assert tracuu(data, "remove", CHANGING).returncode == OK
        assert watcher.found() == []
    (answer,) = lines(tracuu(data, "search", "thôn trồng cây", "--json"))
    assert "09-NQ/CB" not in {hit["document"] for hit in answer["hits"]}


@pytest.mark.parametrize("how", ["terminate", "ctrl-c", "kill"])
def test_a_server_that_is_stopped_leaves_a_corpus_that_opens(tmp_path: Path, how: str) -> None:
    if how == "ctrl-c" and ON_WINDOWS:
        pytest.skip("a test cannot press Ctrl+C for one process on Windows")
    own = tmp_path / "data"
    assert tracuu(own, "ingest", SAMPLES[0]).returncode == OK
    with serving(own) as server:
        before = server.get("/api/search", q="chi bộ")["hits"]
        {
            "terminate": server.process.terminate,
            "ctrl-c": lambda: server.process.send_signal(signal.SIGINT),
            "kill": server.process.kill,
        }[how]()
        code, said = server.ended()
    assert "Traceback" not in said
    note = own / "owner.json"
    if how == "kill" or ON_WINDOWS:
        # It could not take its note with it; the next command does not believe it.
        assert note.exists()
    else:
        assert code == OK
        assert not note.exists()
    (answer,) = lines(tracuu(own, "search", "chi bộ", "--json", "--limit", "100"))
    assert [hit["text"] for hit in answer["hits"]][: len(before)] == [hit["passage"]["text"] for hit in before]
    with serving(own) as again:
        assert again.get("/api/search", q="chi bộ")["hits"] == before


def test_a_note_that_leads_to_another_server_is_not_believed(tmp_path: Path) -> None:
    own = tmp_path / "data"
    assert tracuu(own, "ingest", SAMPLES[0]).returncode == OK
    with serving(tmp_path / "other") as other:
        note = json.dumps({"url": other.url, "secret": "its-port-was-given-to-another"})
        (own / "owner.json").write_text(note, encoding="utf-8")
        (answer,) = lines(tracuu(own, "search", "chi bộ", "--json"))
    assert {hit["document"] for hit in answer["hits"]} == {"01-HD/ĐU"}


@pytest.fixture
def hears_interrupts() -> Iterator[None]:
    """Children hear Ctrl+C even if a background shell made this process, and so its children, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(ON_WINDOWS, reason="a test cannot press Ctrl+C for one process on Windows")
@pytest.mark.usefixtures("hears_interrupts")
def test_an_interrupted_ingest_leaves_a_corpus_that_opens(tmp_path: Path) -> None:
    own = tmp_path / "data"
    assert tracuu(own, "ingest", SAMPLES[0]).returncode == OK
    process = subprocess.Popen(
        [sys.executable, "-m", "tracuu", "ingest", str(ROOT / "corpus" / "documents")],
        cwd=ROOT,
        env=environment(own),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    deadline = time.monotonic() + 60
    # The run has begun once it keeps a second file.
    while len(list((own / "files").iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[0].decode("utf-8", "replace")
    assert process.returncode == INTERRUPTED, said
    assert "Traceback" not in said
    (answer,) = lines(tracuu(own, "search", "chi bộ", "--json"))
    assert answer["hits"]
    assert tracuu(own, "ingest", *SAMPLES).returncode == OK

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bench.serving import Server

ASKED: Counter[str] = Counter()


class Answers(BaseHTTPRequestHandler):
    """Answers every question but one."""

    def do_GET(self) -> None:
        question = parse_qs(urlsplit(self.path).query)["q"][0]
        ASKED[question] += 1
        self.send_response(500 if question == "hỏng" else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    ASKED.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        process = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
        with httpx.Client(base_url=f"http://127.0.0.1:{listening.server_port}", trust_env=False) as client:
            yield Server(client, process, 0.0)
        process.communicate()
        listening.shutdown()
        thread.join()


def test_sixteen_clients_ask_all_questions_and_errors_are_counted(server: Server) -> None:
    questions = [f"câu {place}" for place in range(15)] + ["hỏng"]
    many = server.throughput(questions * 2, 10)
    assert many.clients == 16
    assert dict.fromkeys(questions, 2) == ASKED
    assert many.errors == 2
    assert many.a_second > 0


def test_a_server_that_is_gone_answers_nothing(server: Server) -> None:
    with httpx.Client(base_url="http://127.0.0.1:9", trust_env=False) as client:
        gone = Server(client, server.process, 0.0).throughput(["một"], 10)
    assert gone.a_second == 0
    assert gone.errors == 1

"""A server as a user starts it, measured from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import httpx
import psutil

_PATIENCE_SECONDS = 120
_CLIENTS = 16


@dataclass(frozen=True, slots=True)
class Throughput:
    """What a server did for several clients that each ask one question after the other.

    Attributes:
        clients: How many they were.
        a_second: Searches answered a second, all clients together.
        errors: Searches that were answered with an error or not at all.
    """

    clients: int
    a_second: float
    errors: int


@dataclass(frozen=True, slots=True)
class Server:
    """A running ``tracuu serve``.

    Attributes:
        client: Speaks to it; one connection, kept open.
        process: The server.
        start_seconds: From the command to its first answer to a search.
    """

    client: httpx.Client
    process: subprocess.Popen[bytes]
    start_seconds: float

    def search(self, query: str, limit: int) -> dict[str, Any]:
        """The JSON of ``GET /api/search``."""
        response = self.client.get("/api/search", params={"q": query, "page_size": limit})
        response.raise_for_status()
        answer: dict[str, Any] = response.json()
        return answer

    def timed(self, query: str, limit: int) -> float:
        """Milliseconds from sending a search to having its answer."""
        began = time.perf_counter()
        self.client.get("/api/search", params={"q": query, "page_size": limit}).read()
        return (time.perf_counter() - began) * 1000

    def throughput(self, queries: Sequence[str], limit: int) -> Throughput:
        """Sixteen clients at once, each asking its share of the queries."""
        together = Barrier(_CLIENTS + 1)
        with ThreadPoolExecutor(_CLIENTS) as clients:
            asked = [
                clients.submit(self._ask_all, queries[place::_CLIENTS], limit, together) for place in range(_CLIENTS)
            ]
            together.wait()
            began = time.perf_counter()
            answered = [one.result() for one in asked]
            took = time.perf_counter() - began
        return Throughput(_CLIENTS, sum(answered) / took, len(queries) - sum(answered))

    def _ask_all(self, queries: Sequence[str], limit: int, together: Barrier) -> int:
        """How many of the searches were answered; begins when all clients are ready."""
        answered = 0
        with httpx.Client(base_url=self.client.base_url, timeout=60, trust_env=False) as client:
            together.wait()
            for query in queries:
                try:
                    answered += client.get("/api/search", params={"q": query, "page_size": limit}).is_success
                except httpx.TransportError:
                    continue
        return answered

    def memory_mb(self) -> float:
        """Resident memory in MB."""
        return psutil.Process(self.process.pid).memory_info().rss / 1024**2


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[Server]:
    """``tracuu serve`` on a free port, with these variables added to the environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "tracuu", "serve"],
        env={**os.environ, **environment, "TRACUU_PORT": str(port)},
        stdout=subprocess.DEVNULL,
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
            _await_answer(client, process)
            yield Server(client, process, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(30)


def _await_answer(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if client.get("/api/search", params={"q": "chuyển đổi số"}).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.02)
    raise RuntimeError(f"tracuu serve did not answer (exit code {process.poll()})")

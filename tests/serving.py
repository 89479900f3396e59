"""Applications served over HTTP from a thread, as ``tracuu serve`` does from its process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from doubles import ENCODER
from starlette.types import ASGIApp

from corpus.runtime.library import Library
from corpus.runtime.owner import Ownership, owning
from corpus.runtime.settings import Settings
from search_api.app import create_app
from search_api.service import Service


@contextmanager
def served(library: Library, settings: Settings) -> Iterator[Ownership]:
    """The API over a library on a free port, announced as its owner."""
    with (
        listening() as listener,
        owning(settings, address_of(listener)) as ownership,
        serving(create_app(Service(library, ENCODER), ownership.secret), listener),
    ):
        yield ownership


@contextmanager
def listening() -> Iterator[socket.socket]:
    """A free port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        yield listener


def address_of(listener: socket.socket) -> str:
    """Where what listens there is asked."""
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@contextmanager
def serving(app: ASGIApp, listener: socket.socket) -> Iterator[None]:
    """An application answering there, until the block ends."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    _wait_for(server)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def _wait_for(server: uvicorn.Server) -> None:
    deadline = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.01)

"""The command that serves the API and the pages: ``tracuu serve``."""

from __future__ import annotations

import gc
import signal
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import uvicorn
from rich.console import Console
from starlette.types import ASGIApp

from corpus.drafts import DraftReader
from corpus.errors import SettingsError
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.owner import owning
from corpus.runtime.settings import Settings
from search_api.app import create_app
from search_api.hosts import HostNames
from search_api.service import Service
from search_api.study import Study, open_study

_OK = 0


def serve(
    settings: Settings, pages: Callable[[Service, Study], ASGIApp], read_draft: DraftReader, console: Console
) -> int:
    """Serve the API and, over the same service, the pages until interrupted.

    Raises:
        SettingsError: The port is taken.
        PacksError: The database of the study packs cannot be opened.
    """
    address = server_address(settings)
    _require_free_port(settings, address)
    encoder = open_encoder(settings)
    with ExitStack() as stack:
        library = stack.enter_context(open_library(settings, encoder))
        ownership = stack.enter_context(owning(settings, address))
        service = Service(library, encoder)
        study = stack.enter_context(open_study(settings, service, read_draft))
        app = create_app(service, ownership.secret, HostNames.of(settings.host, settings.names), study=study)
        app.mount("/", pages(service, study))
        # What was made until here stays until the end: the collector need not look through it again and again.
        gc.freeze()
        console.print(f"Tra Cứu đang chạy tại {address} (bấm Ctrl+C để dừng).", highlight=False)
        # When it has shut down, uvicorn sends itself once more the signal that stopped it; as it stands, the one
        # of a service manager would end the process before the corpus is closed.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", access_log=False)
    return _OK


def server_address(settings: Settings) -> str:
    """Where this machine reaches the server; one that listens on every address is reached on the local one."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104 - read, not bound
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


def _require_free_port(settings: Settings, address: str) -> None:
    """Find out before the model is loaded that the port is taken.

    Raises:
        SettingsError: Something listens there.
    """
    with suppress(OSError), socket.create_connection((urlsplit(address).hostname, settings.port), timeout=1):
        raise SettingsError(
            f"Cổng {settings.port} đang có chương trình khác dùng.",
            "Hãy tắt chương trình đó, hoặc đặt TRACUU_PORT sang số khác.",
        )

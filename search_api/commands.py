"""The commands that read the corpus: search, serve, status."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

import uvicorn
from rich.console import Console
from rich.markup import escape
from starlette.types import ASGIApp

from corpus.errors import SettingsError
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.owner import find_owner, owning
from corpus.runtime.settings import Settings
from corpus.types import Filters
from search_api.app import create_app
from search_api.service import LARGEST_RESULT, Service

__all__ = ["LARGEST_RESULT", "search", "search_lines", "serve", "status"]

_OK = 0
# Long passages are cut on a terminal, never in JSON.
_SHOWN = 600

Search = Callable[[str, int], dict[str, Any]]
"""Question and number of hits → the JSON of ``GET /api/search``."""


def search(settings: Settings, query: str, limit: int, console: Console, *, as_json: bool) -> int:
    """Answer one question."""
    with ExitStack() as stack:
        result = _open_search(settings, stack)(query, limit)
    if as_json:
        console.file.write(json.dumps(_line(result), ensure_ascii=False) + "\n")
        return _OK
    for place, hit in enumerate(result["hits"], 1):
        text = hit["passage"]["text"]
        shown = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
        console.print(f"[bold]{place}. {escape(hit['passage']['citation']['full'])}[/]", highlight=False)
        console.print(f"   {escape(shown)}\n", highlight=False)
    if not result["hits"]:
        console.print("Không tìm thấy đoạn nào. Hãy thử ít từ hơn hoặc từ khác.")
    return _OK


def search_lines(settings: Settings, lines: Iterable[str], limit: int, console: Console) -> int:
    """Answer one question a line with one JSON object a line; an empty line is answered with no hits."""
    with ExitStack() as stack:
        answer = _open_search(settings, stack)
        for line in lines:
            query = line.rstrip("\r\n")
            result = answer(query, limit) if any(c.isalnum() for c in query) else {"query": query, "hits": []}
            console.file.write(json.dumps(_line(result), ensure_ascii=False) + "\n")
            console.file.flush()
    return _OK


def serve(settings: Settings, pages: ASGIApp, console: Console) -> int:
    """Serve the API and the pages until interrupted.

    Raises:
        SettingsError: The port is taken.
    """
    address = f"http://{settings.host}:{settings.port}"
    _require_free_port(settings)
    encoder = open_encoder(settings)
    with ExitStack() as stack:
        library = stack.enter_context(open_library(settings, encoder))
        ownership = stack.enter_context(owning(settings, address))
        app = create_app(Service(library, encoder), ownership.secret)
        app.mount("/", pages)
        console.print(f"Tra Cứu đang chạy tại {address} (bấm Ctrl+C để dừng).", highlight=False)
        uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", access_log=False)
    return _OK


def status(settings: Settings, console: Console) -> int:
    """Print what is in the corpus."""
    settings.data.mkdir(parents=True, exist_ok=True)
    catalogue = Catalogue(settings.database_url)
    try:
        documents, passages = catalogue.totals()
        _, entries = catalogue.entries(Filters(), 0, documents)
    finally:
        catalogue.close()
    console.print(f"Kho: {settings.data}", highlight=False)
    console.print(f"{documents} văn bản, {passages} đoạn.", highlight=False)
    console.print("Máy chủ đang chạy." if find_owner(settings) else "Máy chủ không chạy.")
    for entry in entries:
        console.print(f"  {escape(entry.ref.id)}  ({escape(entry.name)})", highlight=False)
    return _OK


def _open_search(settings: Settings, stack: ExitStack) -> Search:
    """Through the server that owns the corpus if it runs, else in this process."""
    owner = find_owner(settings)
    if owner is not None:
        return owner.search
    encoder = open_encoder(settings)
    service = Service(stack.enter_context(open_library(settings, encoder)), encoder)
    return lambda query, limit: service.search(query, Filters(), 1, limit).model_dump(mode="json")


def _line(result: dict[str, Any]) -> dict[str, Any]:
    """A result in the short form of the command line: documents by number, by file name where they have none."""
    return {
        "query": result["query"],
        "hits": [
            {
                "document": hit["document"]["number"] or hit["document"]["file_name"],
                "path": [[step["unit"], step["label"]] for step in hit["passage"]["path"]],
                "pages": list(hit["passage"]["pages"]),
                "text": hit["passage"]["text"],
                "citation": hit["passage"]["citation"]["full"],
                "score": hit["score"],
            }
            for hit in result["hits"]
        ],
    }


def _require_free_port(settings: Settings) -> None:
    """Find out before the model is loaded that the port is taken.

    Raises:
        SettingsError: Something listens there.
    """
    with socket.socket() as probe:
        if probe.connect_ex((settings.host, settings.port)) == 0:
            raise SettingsError(
                f"Cổng {settings.port} đang có chương trình khác dùng.",
                "Hãy tắt chương trình đó, hoặc đặt TRACUU_PORT sang số khác.",
            )

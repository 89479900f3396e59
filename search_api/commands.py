"""The commands that read the corpus: search, serve, status."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from rich.console import Console
from rich.markup import escape
from starlette.types import ASGIApp

from corpus.drafts import DraftReader
from corpus.errors import BadQuery, SettingsError
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.owner import OwnerClient, find_owner, owning
from corpus.runtime.settings import Settings
from corpus.text import one_line
from corpus.types import Filters
from corpus.validity import EXPIRED
from search_api.app import create_app
from search_api.arranged import Sort, View
from search_api.finding import LARGEST_RESULT
from search_api.hosts import HostNames
from search_api.service import Service
from search_api.study import Study, open_study
from search_api.understand import understand

__all__ = ["LARGEST_RESULT", "search", "search_lines", "serve", "server_address", "status"]

_OK = 0
Search = Callable[[str, int], dict[str, Any]]
"""Question and number of hits → the JSON of ``GET /api/search``."""


def search(settings: Settings, query: str, limit: int, sort: Sort, console: Console, *, as_json: bool) -> int:
    """Answer one question."""
    with ExitStack() as stack:
        result = _open_search(settings, stack, sort)(query, limit)
    if as_json:
        console.file.write(json.dumps(_line(result), ensure_ascii=False) + "\n")
        return _OK
    for line in _understood(result):
        console.print(escape(line), highlight=False)
    if not result["answered"]:
        console.print(f"Không tìm thấy căn cứ trong kho văn bản.{' Các mục gần nhất:' if result['hits'] else ''}\n")
    for place, hit in enumerate(result["hits"], 1):
        console.print(f"[bold]{place}. {escape(hit['passage']['citation']['full'])}[/]", highlight=False)
        if hit["document"]["validity"].startswith(EXPIRED):
            console.print(f"   [bold]{escape(_sentence(hit['document']['validity']))}[/]", highlight=False)
        console.print(f"   {escape(_shown(hit['passage']['text'], hit['snippet']))}\n", highlight=False)
    if not result["hits"]:
        console.print("Hãy thử ít từ hơn hoặc từ khác.")
    return _OK


def search_lines(settings: Settings, lines: Iterable[str], limit: int, sort: Sort, console: Console) -> int:
    """Answer one question a line with one JSON object a line.

    A line that is no question (empty, too long) is answered with no hits: line n of the answers belongs to line
    n of the questions.
    """
    with ExitStack() as stack:
        answer = _open_search(settings, stack, sort)
        for line in lines:
            query = line.rstrip("\r\n")
            try:
                told = _line(answer(query, limit))
            except BadQuery:
                told = {"query": query, "answered": False, "hits": []}
            console.file.write(json.dumps(told, ensure_ascii=False) + "\n")
            console.file.flush()
    return _OK


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
        console.print(f"Tra Cứu đang chạy tại {address} (bấm Ctrl+C để dừng).", highlight=False)
        # When it has shut down, uvicorn sends itself once more the signal that stopped it; as it stands, the one
        # of a service manager would end the process before the corpus is closed.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", access_log=False)
    return _OK


def status(settings: Settings, console: Console) -> int:
    """Print what is in the corpus."""
    settings.data.mkdir(parents=True, exist_ok=True)
    catalogue = Catalogue(settings.catalogue_url)
    try:
        documents, passages = catalogue.totals()
        copies = catalogue.number_of_copies()
        _, entries = catalogue.entries(Filters(), 0, documents)
        refused = catalogue.refused_files()
    finally:
        catalogue.close()
    console.print(f"Kho: {settings.data}", highlight=False)
    console.print(f"{documents} văn bản, {passages} đoạn; {copies} bản khác của các văn bản ấy.", highlight=False)
    console.print("Máy chủ đang chạy." if find_owner(settings) else "Máy chủ không chạy.")
    shown = [entry for entry in entries if settings.clearance.admits(entry.ref.secrecy)]
    if len(shown) < len(entries):
        hidden = len(entries) - len(shown)
        console.print(f"{hidden} văn bản lưu hành hạn chế không liệt kê ở đây; «tracuu reindex» đưa chúng ra khỏi kho.")
    for entry in shown:
        console.print(f"  {escape(entry.ref.id)}  ({escape(one_line(entry.name))})", highlight=False)
    if refused:
        console.print(f"{len(refused)} tệp bị từ chối, đến nay chưa nạp được:")
    for note in refused:
        told = f"{note.name}: {note.message} {note.next_step}"
        console.print(f"  [red]✗[/] {escape(one_line(told))}", highlight=False)
    return _OK


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _shown(text: str, snippet: Sequence[tuple[int, int]]) -> str:
    """Of a long passage the sentences around the match; JSON has all of it."""
    if not snippet:
        return text
    between = " … ".join(text[start:end] for start, end in snippet)
    return f"{'… ' if snippet[0][0] > 0 else ''}{between}{' …' if snippet[-1][1] < len(text) else ''}"


def _open_search(settings: Settings, stack: ExitStack, sort: Sort) -> Search:
    """Through the server that owns the corpus if it runs, else in this process.

    Raises:
        SettingsError: The server shows documents of another clearance than this command may.
    """
    owner = find_owner(settings)
    if owner is not None:
        owner.require_clearance(settings.clearance)
        return _through(owner, sort)
    encoder = open_encoder(settings)
    service = Service(stack.enter_context(open_library(settings, encoder)), encoder)
    return lambda query, limit: service.search(query, Filters(), 1, limit, View(sort)).model_dump(mode="json")


def _through(owner: OwnerClient, sort: Sort) -> Search:
    def search(query: str, limit: int) -> dict[str, Any]:
        # Before it is sent: a line of a megabyte makes no address.
        understand(query, Filters())
        return owner.search(query, limit, sort)

    return search


def _understood(result: dict[str, Any]) -> Iterator[str]:
    """What a reader has to know of how the question was understood; nothing if it was taken as typed."""
    understood, choices = result["understood"], result["choices"]
    if understood["absent"]:
        yield f"Kho chưa có {understood['absent']}.\n"
    if understood["changes"]:
        yield f"Đã tìm theo: {understood['text']}\n"
    if understood["suggestion"]:
        yield f"Có phải đồng chí muốn tìm: {understood['suggestion']}\n"
    if choices:
        yield f"Có {len(choices)} văn bản được gọi như vậy, thêm năm hoặc ngày để chọn một:"
        yield from (f"  - {choice['citation']}" for choice in choices)
        yield ""


def _line(result: dict[str, Any]) -> dict[str, Any]:
    """A result in the short form of the command line: documents by number, by file name where they have none.

    How the question was understood is told only where it was not taken as typed, or where a name means no document
    or several.
    """
    line: dict[str, Any] = {"query": result["query"], "answered": result["answered"]}
    line["hits"] = [_short(hit) for hit in result["hits"]]
    understood = result["understood"]
    if understood["changes"] or understood["suggestion"] or understood["absent"]:
        line["understood"] = understood
    if result["choices"]:
        line["choices"] = [_choice(document) for document in result["choices"]]
    return line


def _short(hit: dict[str, Any]) -> dict[str, Any]:
    return {
        "document": hit["document"]["number"] or hit["document"]["file_name"],
        "path": [[step["unit"], step["label"]] for step in hit["passage"]["path"]],
        "pages": list(hit["passage"]["pages"]),
        "text": hit["passage"]["text"],
        "citation": hit["passage"]["citation"]["full"],
        "score": hit["score"],
    }


def _choice(document: dict[str, Any]) -> dict[str, Any]:
    name = document["number"] or document["file_name"]
    return {"document": name, "issued_on": document["issued_on"], "citation": document["citation"]}


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

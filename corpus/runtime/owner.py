"""Handing work to the process that owns the corpus.

While ``tracuu serve`` runs it owns the corpus, whichever engine keeps the passages. A command beside it
finds its address in ``owner.json`` in the data folder, together with a secret that only who can read that
folder knows, and sends over HTTP what it would otherwise write itself. Reading files and encoding stay in
the command's own process, so that the server answers all the while.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

import httpx

from corpus.codec import document_to_json, indexed_to_json, outcome_to_json, standing_to_json
from corpus.copies import Standing
from corpus.errors import BadQuery, CorpusIndexError, IndexMismatch, NotFound, SettingsError, TraCuuError
from corpus.runs import Outcome
from corpus.runtime.files import write_atomically
from corpus.runtime.settings import Settings
from corpus.secrecy import Clearance
from corpus.spec import IndexSpec
from corpus.types import Document, IndexedPassage

_FILE = "owner.json"
_ERRORS: dict[int, type[TraCuuError]] = {404: NotFound, 409: IndexMismatch, 422: BadQuery}
# A large document takes the owner some seconds to store; a dead one refuses the connection at once.
_TIMEOUT = httpx.Timeout(120.0, connect=2.0)
_NO_IDLE_CONNECTIONS = httpx.Limits(max_keepalive_connections=0)


@dataclass(frozen=True, slots=True)
class Ownership:
    """How to reach the owner: its address, the secret it accepts, and how restricted a document it shows."""

    url: str
    secret: str
    clearance: Clearance = Clearance.PUBLIC


@contextmanager
def owning(settings: Settings, url: str) -> Iterator[Ownership]:
    """Say, for the length of the block, that this process owns the corpus and answers at ``url``."""
    ownership = Ownership(url, secrets.token_urlsafe(32), settings.clearance)
    path = settings.data / _FILE
    write_atomically(path, json.dumps(asdict(ownership)).encode())
    try:
        yield ownership
    finally:
        path.unlink(missing_ok=True)


def find_owner(settings: Settings) -> OwnerClient | None:
    """The running owner of the corpus, ``None`` if there is none or it left its note behind when it died."""
    try:
        note = json.loads((settings.data / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    # An owner of before there was a choice takes in public documents only.
    client = OwnerClient(Ownership(note["url"], note["secret"], Clearance(note.get("clearance", Clearance.PUBLIC))))
    return client if client.answers() else None


class OwnerClient:
    """The owner of the index, seen from another process."""

    def __init__(self, ownership: Ownership) -> None:
        self._clearance = ownership.clearance
        headers = {"Authorization": f"Bearer {ownership.secret}"}
        # The owner is on this machine: a proxy from the environment has no business in between, and a new
        # connection for every request costs next to nothing and leaves none that somebody has to close.
        self._http = httpx.Client(
            base_url=ownership.url, headers=headers, timeout=_TIMEOUT, limits=_NO_IDLE_CONNECTIONS, trust_env=False
        )

    def answers(self) -> bool:
        """Whether the owner is alive and knows the secret."""
        try:
            return self._http.get("/owner").status_code == httpx.codes.NO_CONTENT
        except httpx.TransportError:
            return False

    def require_clearance(self, clearance: Clearance) -> None:
        """Find out before a file is read or a question asked that the owner admits what this command admits.

        Raises:
            SettingsError: The two were started with different settings.
        """
        if clearance is not self._clearance:
            raise SettingsError(
                f"Máy chủ đang chạy với TRACUU_CLEARANCE={self._clearance}, lệnh này với {clearance}.",
                "Hãy đặt hai bên như nhau rồi chạy lại.",
            )

    def search(self, query: str, limit: int, sort: str) -> dict[str, Any]:
        """Have the owner answer a question; the JSON of ``GET /api/search``."""
        return self.send("GET", "/api/search", params={"q": query, "page_size": str(limit), "sort": sort})

    def send(self, method: str, path: str, body: object = None, params: dict[str, str] | None = None) -> dict[str, Any]:
        """Send a request and return the JSON it is answered with.

        Raises:
            TraCuuError: What the owner answered with instead.
        """
        response = self._asked(method, path, json=body, params=params)
        answer: dict[str, Any] = response.json() if response.content else {}
        return answer

    def send_file(self, path: str, name: str, data: bytes) -> bytes:
        """Send a file as a form does and return the bytes it is answered with.

        Raises:
            TraCuuError: What the owner answered with instead.
        """
        return self._asked("POST", path, files={"file": (name, data)}).content

    def _asked(self, method: str, path: str, **body: Any) -> httpx.Response:
        try:
            response = self._http.request(method, path, **body)
        except httpx.TransportError as error:
            raise CorpusIndexError(
                "Máy chủ Tra Cứu đang giữ kho nhưng không trả lời.", "Hãy tắt máy chủ rồi chạy lại lệnh này."
            ) from error
        if response.is_success:
            return response
        raise _ERRORS.get(response.status_code, CorpusIndexError)(response.json()["detail"], "")


class OwnerWriter:
    """Writes through the owner of the index, as ``Writer`` asks.

    Args:
        client: The owner.
        spec: What this process encodes and splits with; the owner refuses another than its own.
    """

    def __init__(self, client: OwnerClient, spec: IndexSpec) -> None:
        self._client = client
        self._spec = spec

    def replace(self, document: Document, passages: Sequence[IndexedPassage], standing: Standing) -> None:
        """Have the owner make this the document readers see."""
        body = {
            "spec": self._spec.to_record(),
            "document": document_to_json(document),
            "passages": [indexed_to_json(passage) for passage in passages],
            "standing": standing_to_json(standing),
        }
        self._client.send("PUT", "/owner/documents", body)

    def arrange(self, document: str, standing: Standing) -> None:
        """Have the owner make the copies of a document stand otherwise."""
        self._client.send("PUT", f"{_of(document)}/copies", standing_to_json(standing))

    def add_place(self, version: str, origin: str) -> None:
        """Have the owner note that the file at a place is a copy that is known from another."""
        self._client.send("PUT", "/owner/places", {"version": version, "origin": origin})

    def remove(self, document: str) -> None:
        """Have the owner take a document out with all its copies.

        Raises:
            NotFound: There is no such document.
        """
        self._client.send("DELETE", _of(document))

    def note_run(self, outcome: Outcome) -> None:
        """Have the owner note what became of a run."""
        self._client.send("POST", "/owner/runs", outcome_to_json(outcome))


def _of(document: str) -> str:
    return f"/owner/documents/{quote(document, safe='')}"

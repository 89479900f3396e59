"""Styles, scripts and pictures: sent from memory, and not again where the browser has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from web.policy import POLICY, WORKER_POLICY

_STATIC = Path(__file__).parent / "static"

# Named here because Windows takes its types from the registry, where ``.js`` is often ``text/plain``.
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pfb": "application/octet-stream",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
}
_POLICIES = {"vendor/pdfjs/pdf.worker.min.mjs": WORKER_POLICY}


@dataclass(frozen=True, slots=True)
class _Asset:
    """A file as it is sent."""

    body: bytes
    media_type: str
    etag: str


def asset(request: Request) -> Response:
    """The file the address names, or word that the browser has it.

    Raises:
        HTTPException: 404, there is no such file.
    """
    name = request.path_params["name"]
    path = _paths().get(name)
    if path is None:
        raise HTTPException(404)
    found = _asset(path)
    # The browser asks each time and mostly hears "not modified": an update shows at once, on every page.
    headers = {"ETag": found.etag, "Cache-Control": "no-cache", "Content-Security-Policy": _POLICIES.get(name, POLICY)}
    if found.etag in _known_etags(request):
        return Response(status_code=304, headers=headers)
    return Response(found.body, headers=headers, media_type=found.media_type)


@cache
def _paths() -> dict[str, Path]:
    """Every file of ``static`` by what it is called in an address."""
    files = (path for path in sorted(_STATIC.rglob("*")) if path.suffix in _MEDIA_TYPES)
    return {path.relative_to(_STATIC).as_posix(): path for path in files}


@cache
def _asset(path: Path) -> _Asset:
    """A file as it is sent; it stays in memory from the first time on."""
    body = path.read_bytes()
    return _Asset(body, _MEDIA_TYPES[path.suffix], f'"{sha256(body).hexdigest()[:32]}"')


def _known_etags(request: Request) -> set[str]:
    known = request.headers.get("if-none-match", "")
    return {tag.strip().removeprefix("W/") for tag in known.split(",")}

"""The pages and their assets as an application to mount at the root of the site.

The pages are the same for everyone: what a reader asks for is fetched by the scripts from ``/api``.
Addresses::

    /                                   search; /?q=…&kind=…&page=2 can be shared
    /van-ban                            the documents of the corpus
    /van-ban/{document}                 one document
    /van-ban/{document}/{unit address}  the same, scrolled to the unit
    /so-sanh/{document}/{version}       two copies of one document, where their words differ
    /static/{name}                      styles, scripts, pictures
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STATIC = Path(__file__).parent / "static"

# Named here because Windows takes its types from the registry, where ``.js`` is often ``text/plain``.
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}

_SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class _Asset:
    """A file as it is sent."""

    body: bytes
    media_type: str
    etag: str


def pages() -> Starlette:
    """The application that serves the pages; every answer of it carries the security headers."""
    assets = _load()
    return Starlette(
        routes=[
            Route("/", _always(assets["search.html"])),
            Route("/van-ban", _always(assets["documents.html"])),
            Route("/van-ban/{document_id}", _always(assets["reader.html"])),
            Route("/van-ban/{document_id}/{address:path}", _always(assets["reader.html"])),
            Route("/so-sanh/{document_id}/{version}", _always(assets["compare.html"])),
            Route("/static/{name}", _named(assets)),
        ],
        middleware=[Middleware(_SecurityHeaders)],
        exception_handlers={404: _not_found(assets["404.html"])},
    )


def _load() -> dict[str, _Asset]:
    """Every file of ``static`` by name: together a few dozen kilobytes, so they stay in memory."""
    return {path.name: _asset(path) for path in sorted(_STATIC.iterdir()) if path.suffix in _MEDIA_TYPES}


def _asset(path: Path) -> _Asset:
    body = path.read_bytes()
    return _Asset(body, _MEDIA_TYPES[path.suffix], f'"{sha256(body).hexdigest()[:32]}"')


def _always(asset: _Asset) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return _send(asset, request)

    return answer


def _named(assets: dict[str, _Asset]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        asset = assets.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404)
        return _send(asset, request)

    return answer


def _not_found(asset: _Asset) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(_request: Request, _error: Exception) -> Response:
        return Response(asset.body, 404, media_type=asset.media_type)

    return answer


def _send(asset: _Asset, request: Request) -> Response:
    # The browser asks each time and mostly hears "not modified": an update shows at once, on every page.
    headers = {"ETag": asset.etag, "Cache-Control": "no-cache"}
    if asset.etag in _known_etags(request):
        return Response(status_code=304, headers=headers)
    return Response(asset.body, headers=headers, media_type=asset.media_type)


def _known_etags(request: Request) -> set[str]:
    known = request.headers.get("if-none-match", "")
    return {tag.strip().removeprefix("W/") for tag in known.split(",")}


class _SecurityHeaders:
    """Puts the security headers on every answer, redirects and errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_SECURITY_HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)

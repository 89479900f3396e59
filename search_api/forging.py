"""Requests that pages of strangers make in a visitor's name.

A desk is known by a cookie, which browsers send along whoever's page makes the request. The cookie is already kept from
other sites (``SameSite=Strict``); this holds where a browser does not know of that, and for pages that reach the
server under another port or a neighbouring name, which count as the same site.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from search_api.problems import problem

_SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


class OwnPagesOnly:
    """Answers requests that change something and come from another site's page with a problem.

    Programs that are no browsers say nothing of where a request comes from, and have no cookies of a visitor.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] == "http" and scope["method"] not in _SAFE and _is_foreign(request := Request(scope)):
            detail = "Yêu cầu này đến từ trang của nơi khác. Hãy mở lại trang của Tra Cứu rồi làm từ đó."
            await problem(request, "khong-co-quyen", "Không có quyền", 403, detail)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_foreign(request: Request) -> bool:
    told = request.headers.get("sec-fetch-site")
    if told is not None:
        return told not in ("same-origin", "none")
    origin = request.headers.get("origin")
    # Without the scheme: behind a proxy that speaks https the server itself is asked over http.
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")

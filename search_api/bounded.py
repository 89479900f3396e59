"""Routes that read no more bytes than they are for."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.types import Message

from corpus.errors import TooBig

_MOST = 1_000_000


class BoundedRoute(APIRoute):
    """A route that takes JSON of at most a megabyte; what is longer is not read to its end."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route behind the bound."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            body = await _read(request)

            async def again() -> Message:
                return {"type": "http.request", "body": body, "more_body": False}

            return await handle(Request(request.scope, again))

        return bounded


async def _read(request: Request) -> bytes:
    """The body of a request.

    Raises:
        TooBig: It is longer than ``_MOST``.
    """
    told = request.headers.get("content-length", "")
    body = bytearray()
    if not told.isdigit() or int(told) <= _MOST:
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST:
                break
        else:
            return bytes(body)
    raise TooBig("Dữ liệu gửi lên vượt 1 MB.", "Hãy rút gọn lời văn, hoặc chia thành nhiều tập.")

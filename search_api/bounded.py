"""Routes that read no more bytes than they are for."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from anyio import fail_after
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from starlette.types import Message, Receive

from corpus.drafts import LARGEST_DRAFT
from corpus.errors import TooBig, TooSlow
from search_api.heavy import heavy_work

_FILES = "multipart/form-data"
# Seconds: 20 MB over the slowest line an office has. Who sends a letter a minute holds the place of another.
_PATIENCE = 120
_LONGEST_LENGTH = 15

# Of a file in a form so much is held in memory: all of the largest draft, or it would lie on the disk for a while,
# whatever marks it carries. A bound of its own on every route comes first.
MultiPartParser.spool_max_size = LARGEST_DRAFT


class BoundedRoute(APIRoute):
    """A route that takes so many bytes at most, a megabyte of JSON; what is longer is not read to its end."""

    most = 1_000_000

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route behind the bound."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            read = await whole(request, self.most)
            if not request.headers.get("content-type", "").startswith(_FILES):
                _require_json(await read.body())
            return await handle(read)

        return bounded


class HeavyRoute(BoundedRoute):
    """A bounded route whose work takes long: it waits for its turn (``search_api.heavy``)."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route behind the bound and in its turn."""
        handle = super().get_route_handler()

        async def in_turn(request: Request) -> Response:
            async with heavy_work(request).admitted() as turn:
                read = await whole(request, self.most)
                async with turn:
                    return await handle(read)

        return in_turn


async def whole(request: Request, most: int) -> Request:
    """The same request with its body read.

    Args:
        request: The request.
        most: How many bytes are read.

    Raises:
        TooBig: It has more.
        TooSlow: It is not there after ``_PATIENCE``.
    """
    told = request.headers.get("content-length", "")
    # More figures than a length has are no number to be made of them.
    if len(told) <= _LONGEST_LENGTH and (not told.isdigit() or int(told) <= most):
        try:
            with fail_after(_PATIENCE):
                body = await _body(request, most)
        except TimeoutError:
            raise TooSlow(
                "Dữ liệu gửi lên quá chậm.", "Hãy kiểm tra đường truyền, hoặc giảm dung lượng, rồi gửi lại."
            ) from None
        if body is not None:
            return Request(request.scope, _again(body))
    raise TooBig(
        f"Dữ liệu gửi lên vượt {most // 1_000_000} MB.",
        "Hãy rút gọn lời văn, giảm dung lượng hình ảnh, hoặc chia thành nhiều phần.",
    )


async def _body(request: Request, most: int) -> bytes | None:
    """The body; ``None`` if it is longer."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            return None
    return bytes(body)


def _again(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _require_json(body: bytes) -> None:
    """Find out that a body can be parsed: the framework has no words for letters or depths that cannot.

    Raises:
        RequestValidationError: It cannot.
    """
    try:
        json.loads(body or b"null")
    except (ValueError, RecursionError) as error:
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body",), "msg": "", "input": None}]) from error

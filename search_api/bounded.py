"""Routes that read no more bytes than they are for."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.types import Message, Receive

from corpus.errors import TooBig

_FILES = "multipart/form-data"


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


async def whole(request: Request, most: int) -> Request:
    """The same request with its body read.

    Args:
        request: The request.
        most: How many bytes are read.

    Raises:
        TooBig: It has more.
    """
    told = request.headers.get("content-length", "")
    body = bytearray()
    if not told.isdigit() or int(told) <= most:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                break
        else:
            return Request(request.scope, _again(bytes(body)))
    raise TooBig(
        f"Dữ liệu gửi lên vượt {most // 1_000_000} MB.",
        "Hãy rút gọn lời văn, giảm dung lượng hình ảnh, hoặc chia thành nhiều phần.",
    )


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

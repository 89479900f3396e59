"""Forms that pages send back: from our own pages alone, and no larger than a pack can be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from starlette.responses import Response

from corpus.errors import TraCuuError
from search_api.bounded import whole
from search_api.heavy import heavy_work

Fields = ImmutableMultiDict[str, str]
"""What a form was filled in with; a name may come several times."""

_FORM = "application/x-www-form-urlencoded"
# What users may type into one pack (``search_api.packs.held.MOST_BYTES``), each byte sent as three characters.
_LARGEST_BYTES = 4_000_000
# A hundred passages with three fields each, and the rest of a pack.
_MOST_FIELDS = 1000


class BadForm(TraCuuError):
    """A form that cannot be read."""

    exit_code = 2
    status = 422
    title = "Chưa nhận được nội dung"
    slug = "bieu-mau-chua-hop-le"


def posted(handler: Callable[[Request, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A handler that is given the fields of a form; like every page it runs in a worker thread."""

    async def answer(request: Request) -> Response:
        fields = await _sent(request)
        return await run_in_threadpool(handler, request, fields)

    return answer


def posted_heavy(handler: Callable[[Request, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    """The same for work that takes long; it waits for its turn (``search_api.heavy``)."""

    async def answer(request: Request) -> Response:
        async with heavy_work(request).admitted() as turn:
            fields = await _sent(request)
            async with turn:
                return await run_in_threadpool(handler, request, fields)

    return answer


def asked_heavy(handler: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A page that is asked for, whose making takes long."""

    async def answer(request: Request) -> Response:
        async with heavy_work(request).admitted() as turn, turn:
            return await run_in_threadpool(handler, request)

    return answer


async def _sent(request: Request) -> Fields:
    sent = await whole(request, _LARGEST_BYTES)
    return _fields(request, await sent.body())


def _fields(request: Request, body: bytes) -> Fields:
    if not body:
        return Fields([])
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise BadForm("Máy chủ không đọc được nội dung gửi lên.", "Xin tải lại trang rồi làm lại.")
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise BadForm("Máy chủ không đọc được nội dung gửi lên.", "Xin tải lại trang rồi làm lại.") from None
    return Fields(pairs)


def wants_json(request: Request) -> bool:
    """Whether a script asks, which shows the outcome in the page that is there."""
    return request.headers.get("accept", "").startswith("application/json")

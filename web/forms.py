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
        sent = await whole(request, _LARGEST_BYTES)
        return await run_in_threadpool(handler, request, _fields(request, await sent.body()))

    return answer


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

"""Work that takes seconds, kept from taking the threads that searches need.

Every request runs in one of a few worker threads (``search_api.app``). Checking a draft, making a file, a first draft
or a table of targets holds one for seconds; eight of them at once would leave a search none. So few of them run at a
time, some wait without holding a thread, and the rest is told to come again before a byte of it is read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from anyio import CapacityLimiter
from starlette.requests import Request

from corpus.errors import Busy

# An office computer has two processors to spare; the six other threads are for searches and pages.
_AT_ONCE = 2
# Each may hold a draft of 20 MB while it waits, and the last of them waits some tens of seconds.
_MOST_WAITING = 12


class HeavyWork:
    """The places for such work in a process."""

    def __init__(self) -> None:
        self._turn = CapacityLimiter(_AT_ONCE)
        self._there = 0

    @asynccontextmanager
    async def admitted(self) -> AsyncIterator[AbstractAsyncContextManager[None]]:
        """Be one of those who may send what such work is to be done on.

        Yields:
            What waits for a turn when it is entered, and keeps it until it is left: nothing slow from outside is to
            be waited for inside.

        Raises:
            Busy: There are too many already.
        """
        if self._there >= _AT_ONCE + _MOST_WAITING:
            raise Busy("Máy chủ đang bận soát, soạn hoặc xuất tệp cho nhiều người.", "Hãy thử lại sau một phút.")
        self._there += 1
        try:
            yield self._turn
        finally:
            self._there -= 1


def heavy_work(request: Request) -> HeavyWork:
    """The places, as a request finds them."""
    work: HeavyWork = request.app.state.service.heavy
    return work

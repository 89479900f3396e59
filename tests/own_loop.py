"""Coroutines in tests: where a browser was opened before, this thread's loop stays taken to the end of the session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

import anyio

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


def run(work: Callable[[*Given], Awaitable[Result]], *given: *Given) -> Result:
    """What a coroutine function returns, run in the loop of a thread of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, work, *given).result()

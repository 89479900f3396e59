"""Under which names the server answers.

A page of a stranger can have its own name lead to this machine (DNS rebinding) and then read as its own what the
server answers. So a request must name the server as its readers do. An address typed in figures leads nowhere else
and cannot be taken over in this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from search_api.problems import problem

_LOCAL = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - read, not bound
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d+)?", re.IGNORECASE)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class HostNames:
    """What the server may be called.

    Attributes:
        known: Names and addresses, in small letters.
        any_address: Any address in figures will do: the server listens on all of this machine's.
    """

    known: frozenset[str] = frozenset(_LOCAL)
    any_address: bool = False

    @classmethod
    def of(cls, listening: str, names: Iterable[str]) -> HostNames:
        """What a server may be called that listens on an address (``TRACUU_HOST``) and has these names."""
        known = frozenset(name.lower() for name in (*_LOCAL, listening, *names))
        return cls(known - set(_EVERYWHERE), listening in _EVERYWHERE)

    def admit(self, header: str) -> bool:
        """Whether a ``Host`` header names this server."""
        found = _HOST.fullmatch(header)
        if found is None:
            return False
        name = (found[1] or found[2]).lower().removesuffix(".")
        return name in self.known or (self.any_address and _is_address(name))


THIS_MACHINE = HostNames()
"""A server that only this machine reaches."""


class HostCheck:
    """Answers requests that name another server with a problem."""

    def __init__(self, app: ASGIApp, names: HostNames) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        host = request.headers.get("host", "")
        if self._names.admit(host):
            await self._app(scope, receive, send)
            return
        detail = (
            f"Máy chủ không nhận yêu cầu gửi đến tên «{host[:_LONGEST]}». Hãy vào bằng địa chỉ ghi khi chạy "
            "«tracuu serve»; nếu đây đúng là tên của máy chủ thì người quản trị thêm tên ấy vào TRACUU_NAMES rồi chạy "
            "lại máy chủ."
        )
        await problem(request, "sai-ten-may-chu", "Sai tên máy chủ", 421, detail)(scope, receive, send)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True

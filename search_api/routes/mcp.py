"""MCP over HTTP, at ``/mcp``: each request stands alone, nothing of it is kept.

Under which names the server is asked and from whose pages, the application's own checks tell, which stand before this
as before everything else (``search_api.hosts``, ``search_api.forging``).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from search_api.answering import OwnAnswers
from search_api.mcp_server import mcp_server

# As much as the longest text may take up.
_MOST = 3_000_000
_OWN_CHECKS = TransportSecuritySettings(enable_dns_rebinding_protection=False)


class _Endpoint:
    """Hands requests to the manager of the application that runs."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request.

        Raises:
            HTTPException: 405; there are no streams and no sessions to open or end.
        """
        if scope["method"] != "POST":
            raise HTTPException(405, headers={"Allow": "POST"})
        manager: StreamableHTTPSessionManager = scope["app"].state.mcp
        await manager.handle_request(scope, receive, send)


route = Route("/mcp", endpoint=_Endpoint(), include_in_schema=False)


@asynccontextmanager
async def speaking(app: FastAPI) -> AsyncIterator[None]:
    """Answer MCP requests for the length of the block."""
    manager = StreamableHTTPSessionManager(
        mcp_server(OwnAnswers(app.state.service)),
        json_response=True,
        stateless=True,
        security_settings=_OWN_CHECKS,
        max_request_body_size=_MOST,
    )
    app.state.mcp = manager
    async with manager.run():
        yield

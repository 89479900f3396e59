"""The HTTP application."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, FastAPI

from search_api import problems
from search_api.forging import OwnPagesOnly
from search_api.hosts import THIS_MACHINE, HostCheck, HostNames
from search_api.routes import checks, citations, drafts, exports, mcp, owner, packs, public, targets
from search_api.service import Service
from search_api.study import Study

_THREADS = 8


def create_app(
    service: Service,
    owner_secret: str | None = None,
    names: HostNames = THIS_MACHINE,
    *,
    study: Study | None = None,
) -> FastAPI:
    """The API over a service.

    Args:
        service: What answers.
        owner_secret: What commands on this machine show to hand work over; a random one, which nobody
            knows, if the process does not own an embedded index.
        names: What the server may be called; every other name is refused.
        study: What keeps study packs and reads drafts; without it there are no addresses of theirs.
    """

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        # Searches share one interpreter: more threads bring memory and no speed.
        current_default_thread_limiter().total_tokens = _THREADS
        async with mcp.speaking(app):
            yield

    app = FastAPI(
        lifespan=running,
        title="Tra Cứu",
        summary="Tra cứu nghị quyết, chỉ thị của Đảng: đúng đoạn, đúng nguyên văn, đúng mục và trang",
        version=version("tra-cuu-nghi-quyet"),
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.service = service
    app.state.owner_secret = owner_secret or secrets.token_urlsafe(32)
    problems.install(app)
    app.add_middleware(OwnPagesOnly)
    app.add_middleware(HostCheck, names=names)
    # Last among those under /api is public's: it answers for every address that none of them has.
    app.state.routers = [
        *_study_routers(app, study),
        citations.router,
        targets.router,
        public.router,
    ]
    for router in (*app.state.routers, owner.router):
        app.include_router(router)
    app.router.routes.append(mcp.route)
    return app


def _study_routers(app: FastAPI, study: Study | None) -> tuple[APIRouter, ...]:
    if study is None:
        return ()
    app.state.study = study
    # Drafts come before the packs, whose names would take "draft".
    return drafts.router, packs.router, exports.router, checks.router

"""The page for the keeper of the corpus: what is in it, how it got there, what was refused and why."""

from __future__ import annotations

from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response

from search_api.keeper import told_to
from web.rendering import render, service_of


def status(request: Request) -> Response:
    """``/trang-thai``."""
    told = told_to(request, service_of(request).status(version("tra-cuu-nghi-quyet")))
    return render("status.html", told=told)

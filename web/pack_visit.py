"""Who opens a pack, and what the pages of packs stand on."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from search_api.packs.cookie import keep_owner, new_owner, owner_of
from search_api.packs.desk import PackDesk, Visit
from search_api.study import Study

LIST = "/tap"
"""The page with the packs of a desk."""

_SEE_OTHER = 303


def desk_of(request: Request) -> PackDesk:
    """Where the packs are kept."""
    study: Study = request.app.state.study
    return study.desk


def visit_of(request: Request) -> Visit:
    """The pack that the address names, and whose desk asks."""
    return Visit(request.path_params["name"], owner_of(request))


def owner_or_new(request: Request) -> str:
    """The token of the browser's desk, or of one to begin."""
    return owner_of(request) or new_owner()


def pack_address(name: str) -> str:
    """The page of a pack, by its id or by the key of a link to it."""
    return f"{LIST}/{quote(name, safe='')}"


def export_address(name: str, format_name: str) -> str:
    """A pack as a file."""
    return f"/api/packs/{quote(name, safe='')}/export?format={quote(format_name)}"


def check_address(name: str) -> str:
    """The page that checks the quotations of a pack."""
    return f"/soat?tap={quote(name, safe='')}"


def gone_to(address: str) -> Response:
    """What answers a form that was done: the page that shows what came of it."""
    return RedirectResponse(address, _SEE_OTHER)


def begun(request: Request, owner: str, response: Response) -> Response:
    """An answer after which the browser has its desk."""
    keep_owner(request, response, owner)
    return response

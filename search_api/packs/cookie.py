"""A browser's desk: an unguessable token in a cookie, in place of accounts.

The cookie is ``SameSite=Strict``: it is not sent when somebody comes from another site's link, so an answer to a read
must never set one, or it would take the place of the desk that is there. It is set where something is kept: such a
request comes from this site's own pages (``search_api.forging``) and brings the cookie along.
"""

from __future__ import annotations

import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "tracuu_ban"
"""Name of the cookie; its value is the desk's token."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_BYTES = 32
# As long as browsers keep one; every change of a pack begins it anew.
_SECONDS = 400 * 24 * 3600


def new_owner() -> str:
    """The token of a new desk."""
    return secrets.token_urlsafe(_BYTES)


def owner_of(request: Request) -> str | None:
    """The token of the browser's desk, if it has one."""
    value = request.cookies.get(COOKIE, "")
    return value if _TOKEN.fullmatch(value) else None


def keep_owner(request: Request, response: Response, owner: str) -> None:
    """Have the browser keep its desk."""
    response.set_cookie(
        COOKIE,
        owner,
        max_age=_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )

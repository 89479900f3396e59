"""Who keeps the corpus, as far as a request tells, and what nobody else is told.

There are no accounts. The keeper works at the machine that serves the corpus: commands run there, and files come from
there. The name of a file that was refused may say what no reader is to know.
"""

from __future__ import annotations

from ipaddress import ip_address

from starlette.requests import Request

from search_api.hosts import THIS_MACHINE
from search_api.schemas import StatusOut

# A proxy on this machine asks in the name of others.
_PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-real-ip")


def told_to(request: Request, status: StatusOut) -> StatusOut:
    """The state of the corpus as who asks may know it: how many files were refused, and which only for the keeper."""
    return status if _is_keeper(request) else status.model_copy(update={"refused": ()})


def _is_keeper(request: Request) -> bool:
    """Whether this machine asks itself, by one of its own names and for nobody else."""
    try:
        is_local = request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False
    is_passed_on = any(name in request.headers for name in _PASSED_ON)
    return is_local and not is_passed_on and THIS_MACHINE.admit(request.headers.get("host", ""))

"""What commands on this machine ask of the process that owns the index; see ``corpus.runtime.owner``."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

from corpus.codec import document_from_json, indexed_from_json, outcome_from_json, standing_from_json
from corpus.runtime.library import Library
from corpus.spec import IndexSpec


class _TrustedRoute(APIRoute):
    """Answers who knows the secret in the data folder; of what others send not a byte is read."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route behind the check."""
        handle = super().get_route_handler()

        async def trusted(request: Request) -> Response:
            given = request.headers.get("Authorization", "").encode()
            if not hmac.compare_digest(given, f"Bearer {request.app.state.owner_secret}".encode()):
                raise HTTPException(401)
            return await handle(request)

        return trusted


def _library(request: Request) -> Library:
    library: Library = request.app.state.service.library
    return library


_Owned = Annotated[Library, Depends(_library)]

# Not part of the public description: the commands of this program are its only users.
router = APIRouter(prefix="/owner", include_in_schema=False, route_class=_TrustedRoute)


@router.get("")
def alive() -> Response:
    """The owner is alive."""
    return Response(status_code=204)


@router.put("/documents")
def replace(library: _Owned, body: dict[str, Any]) -> Response:
    """Make a document the one readers see."""
    IndexSpec.from_record(body["spec"]).require(library.spec)
    passages = [indexed_from_json(record) for record in body["passages"]]
    library.replace(document_from_json(body["document"]), passages, standing_from_json(body["standing"]))
    return Response(status_code=204)


@router.put("/documents/{document}/copies")
def arrange(library: _Owned, document: str, body: dict[str, Any]) -> Response:
    """Make the copies of a document stand otherwise."""
    library.arrange(document, standing_from_json(body))
    return Response(status_code=204)


@router.put("/places")
def add_place(library: _Owned, body: dict[str, str]) -> Response:
    """Note that the file at a place is a copy that is known from another."""
    library.add_place(body["version"], body["origin"])
    return Response(status_code=204)


@router.delete("/documents/{document}")
def remove(library: _Owned, document: str) -> Response:
    """Take a document out with all its copies."""
    library.remove(document)
    return Response(status_code=204)


@router.post("/runs")
def note_run(library: _Owned, body: dict[str, Any]) -> Response:
    """Note what became of a run."""
    library.note_run(outcome_from_json(body))
    return Response(status_code=204)

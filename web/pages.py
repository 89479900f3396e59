"""The pages as an application to mount at the root of the site, written by the server from what the service answers.

Every state of a page is in its address. Addresses::

    /                                   search; /?q=…&kind=…&page=2 can be shared
    /tuong-tu/{passage}                 what is like a passage
    /van-ban                            the documents of the corpus
    /van-ban/{document}                 one document
    /van-ban/{document}/{unit address}  the same, scrolled to the unit
    /so-sanh/{document}/{version}       two copies of one document, where their words differ
    /doi-chieu/{document}               the original of a document; ?page=3 is a page of it
    /doi-chieu/{document}/{address}     a passage beside the original, where its lines are marked
    /chi-tieu                           figures and deadlines of chosen documents
    /tap                                the study packs of this browser's desk
    /tap/them?doan={passage}            the pack to add a passage to
    /tap/{name}                         a pack by its id or the key of a link; /xem to read and print,
                                        /lich-su its history, /chia-se the links to it
    /soat                               the quotations of a draft checked; the draft is sent, not kept
    /trang-thai                         what is in the corpus, what was refused, for its keeper
    /static/{name}                      styles, scripts, pictures
"""

from __future__ import annotations

from collections.abc import Iterator

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import TraCuuError
from search_api.service import Service
from search_api.study import Study
from web import problems
from web.assets import asset
from web.checking import check, form
from web.documents import comparison, documents
from web.forms import asked_heavy, posted, posted_heavy
from web.keeper import status
from web.pack import pack, reading, save
from web.pack_add import add, choose
from web.pack_ways import (
    delete,
    duplicate,
    history,
    keep_as_template,
    restore,
    revision,
    share,
    shares,
    undelete,
    unshare,
)
from web.packs import begin, draft, packs
from web.policy import POLICY
from web.proof import proof
from web.reader import reader
from web.search import search, similar
from web.targets import targets

# What a level above this saves in bytes it loses in time, on the network of an office.
_COMPRESSION = 4
# Under "no-referrer" a form of this site would say it came from nowhere, and be taken for a stranger's.
_SECURITY_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


def pages(service: Service, study: Study | None = None) -> ASGIApp:
    """The application that serves the pages; every answer of it carries the security headers.

    Handlers are plain functions, so each answer is made in a worker thread.

    Args:
        service: What answers.
        study: What keeps study packs and reads drafts; without it there are no pages of theirs.
    """
    app = Starlette(
        routes=[
            Route("/", search),
            Route("/tuong-tu/{passage:path}", similar),
            Route("/van-ban", documents),
            Route("/van-ban/{document_id}", reader),
            Route("/van-ban/{document_id}/{address:path}", reader),
            Route("/so-sanh/{document_id}/{version}", comparison),
            Route("/doi-chieu/{document_id}", proof),
            Route("/doi-chieu/{document_id}/{address:path}", proof),
            Route("/chi-tieu", asked_heavy(targets), methods=["GET"]),
            *(_pack_routes() if study else ()),
            *(
                (Route("/soat", asked_heavy(form), methods=["GET"]), Route("/soat", check, methods=["POST"]))
                if study
                else ()
            ),
            Route("/trang-thai", status),
            Route("/static/{name:path}", asset),
        ],
        # The answers of the API stay as they are: on this machine packing them takes longer than sending them.
        middleware=[Middleware(GZipMiddleware, compresslevel=_COMPRESSION)],
        exception_handlers={
            TraCuuError: problems.told,
            HTTPException: problems.refused,
            Exception: problems.unexpected,
        },
    )
    app.state.service = service
    app.state.study = study
    return _SecurityHeaders(app)


def _pack_routes() -> Iterator[Route]:
    """The pages of study packs; what changes something is sent as a form."""
    for path, shown in (
        ("/tap", packs),
        ("/tap/them", choose),
        ("/tap/{name}", pack),
        ("/tap/{name}/xem", reading),
        ("/tap/{name}/lich-su", history),
        ("/tap/{name}/lich-su/{number:int}", revision),
        ("/tap/{name}/chia-se", shares),
    ):
        yield Route(path, shown, methods=["GET"])
    # Before the pages of one pack, whose name would take it.
    yield Route("/tap/nhap", posted_heavy(draft), methods=["POST"])
    for path, done in (
        ("/tap", begin),
        ("/tap/them", add),
        ("/tap/{name}", save),
        ("/tap/{name}/lay-lai", restore),
        ("/tap/{name}/chia-se", share),
        ("/tap/{name}/thu-hoi", unshare),
        ("/tap/{name}/nhan-ban", duplicate),
        ("/tap/{name}/lam-mau", keep_as_template),
        ("/tap/{name}/xoa", delete),
        ("/tap/{name}/khoi-phuc", undelete),
    ):
        yield Route(path, posted(done), methods=["POST"])


class _SecurityHeaders:
    """Puts the security headers on every answer, redirects and errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_SECURITY_HEADERS)
                headers.setdefault("Content-Security-Policy", POLICY)
            await send(message)

        await self._app(scope, receive, send_with_headers)

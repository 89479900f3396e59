"""The list of documents, and the comparison of two copies of one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from web.asked import Asked
from web.listing import Pager, box_groups
from web.rendering import render, service_of

_PAGE_SIZE = 20


def documents(request: Request) -> Response:
    """``/van-ban``: the documents of the corpus, newest first."""
    asked = Asked.read(request.query_params)
    found = service_of(request).documents(asked.filters, asked.page, _PAGE_SIZE)
    return render(
        "documents.html",
        asked=asked,
        found=found,
        groups=box_groups(found.facets, asked),
        pager=Pager.of(found.page, found.page_size, found.total),
    )


def comparison(request: Request) -> Response:
    """``/so-sanh/{document}/{version}``: where the words of two copies differ."""
    found = service_of(request).differences(request.path_params["document_id"], request.path_params["version"])
    return render("comparison.html", found=found)

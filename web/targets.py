"""The table of targets and deadlines: documents are chosen, then their figures and deadlines shown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from web.asked import Asked
from web.listing import Pager, box_groups
from web.rendering import render, service_of
from web.targets_asked import FILTERS, PATH, TargetsPage

_ROWS = 50
_DOCUMENTS = 50
_EXPORT = "/api/targets/export"


def targets(request: Request) -> Response:
    """``/chi-tieu``: the table over the documents of its address, or a list to choose them from."""
    wanted = TargetsPage.read(request.query_params)
    return _table(request, wanted) if wanted.document else _choice(request)


def _choice(request: Request) -> Response:
    asked = Asked.read(request.query_params)
    found = service_of(request).documents(asked.filters, asked.page, _DOCUMENTS)
    return render(
        "targets_choice.html",
        asked=asked,
        found=found,
        groups=box_groups(found.facets, asked),
        pager=Pager.of(found.page, found.page_size, found.total),
    )


def _table(request: Request, wanted: TargetsPage) -> Response:
    table = service_of(request).targets.page(wanted.asked, wanted.page, _ROWS)
    return render(
        "targets.html",
        asked=wanted,
        table=table,
        path=PATH,
        export=wanted.but().at(_EXPORT),
        groups=box_groups(table.facets, wanted, FILTERS),
        pager=Pager.of(table.page, table.page_size, table.total),
    )

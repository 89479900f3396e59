"""Adding a passage to a pack, from wherever the passage is shown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.errors import NotFound
from search_api.packs.content import PackContent
from search_api.packs.cookie import owner_of
from search_api.packs.desk import PackDesk, Visit
from search_api.packs.schemas import Right
from web.forms import Fields, wants_json
from web.pack_visit import begun, desk_of, gone_to, owner_or_new, pack_address
from web.rendering import render

NEW = "moi"
"""Names the pack that is to be begun."""

_LONGEST_TITLE = 300


def choose(request: Request) -> Response:
    """``/tap/them?doan=…``: the pack to add a passage to, chosen from a list."""
    passage = request.query_params.get("doan", "")
    desk = desk_of(request)
    return render(
        "pack_choose.html",
        passage=passage,
        quote=desk.quote(passage),
        packs=[one for one in desk.owned(owner_of(request)).packs if not one.is_template],
    )


def add(request: Request, fields: Fields) -> Response:
    """Add a passage to the pack that is named, else to the one that was changed last, else to a new one."""
    desk, owner = desk_of(request), owner_or_new(request)
    passage = fields.get("passage", "")
    # Before a pack is begun for it: one that is not there begins none.
    desk.quote(passage)
    visit, is_new = _chosen(desk, owner, fields)
    added = desk.add(visit, (passage,))
    label = (*added.added, *added.present)[0]
    address = pack_address(visit.name)
    if not wants_json(request):
        return begun(request, owner, gone_to(f"{address}#trich-dan-{label}"))
    told = {
        "title": added.pack.content.title,
        "address": address,
        "label": label,
        "is_new": is_new,
        "is_present": not added.added,
    }
    return begun(request, owner, JSONResponse(told))


def _chosen(desk: PackDesk, owner: str, fields: Fields) -> tuple[Visit, bool]:
    """The pack to add to, and whether it was begun for that."""
    wanted = fields.get("pack", "")
    if wanted and wanted != NEW:
        return Visit(wanted, owner), False
    # The pack that was open last, as the script of the page remembers it: it may have been deleted since.
    opened = Visit(fields.get("opened", ""), owner)
    if not wanted and opened.name and _is_there(desk, opened):
        return opened, False
    owned = [one for one in desk.owned(owner).packs if not one.is_template]
    if not wanted and owned:
        return Visit(owned[0].id, owner), False
    title = fields.get("title", "").strip()[:_LONGEST_TITLE]
    return Visit(desk.create(owner, PackContent(title=title)).id, owner), True


def _is_there(desk: PackDesk, visit: Visit) -> bool:
    try:
        return desk.read(visit).right.includes(Right.EDIT)
    except NotFound:
        return False

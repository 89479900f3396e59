"""The packs of a desk, and how a new one is begun."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from corpus.errors import BadQuery
from search_api.drafting.drafter import LONGEST_TOPIC
from search_api.drafting.errors import NotAnswered
from search_api.packs.content import Occasion, PackContent
from search_api.packs.cookie import owner_of
from web.forms import Fields
from web.pack_visit import begun, desk_of, gone_to, owner_or_new, pack_address
from web.rendering import render, service_of

_LONGEST_TITLE = 300


def packs(request: Request) -> Response:
    """``/tap``: the packs of the desk, and the ways to begin one."""
    return _page(request)


def _page(
    request: Request, status: int = 200, topic: str = "", problem: str = "", occasion: Occasion = Occasion.THEMATIC
) -> Response:
    desk, owner = desk_of(request), owner_of(request)
    owned = desk.owned(owner)
    deleted = request.query_params.get("da-xoa")
    return render(
        "packs.html",
        status,
        packs=[one for one in owned.packs if not one.is_template],
        templates=desk.templates(owner).templates,
        own_templates=[one for one in owned.packs if one.is_template],
        deleted=owned.deleted,
        just_deleted=next((one for one in owned.deleted if one.id == deleted), None),
        topic=topic,
        occasion=occasion,
        occasions=Occasion,
        longest_topic=LONGEST_TOPIC,
        problem=problem,
    )


def begin(request: Request, fields: Fields) -> Response:
    """A new pack: from a template, or an empty one where none is named."""
    desk, owner = desk_of(request), owner_or_new(request)
    title, template = fields.get("title", "").strip()[:_LONGEST_TITLE], fields.get("template", "")
    made = desk.create_from(owner, template, title) if template else desk.create(owner, PackContent(title=title))
    return begun(request, owner, gone_to(pack_address(made.id)))


def draft(request: Request, fields: Fields) -> Response:
    """A new pack that holds a first draft on a topic; where there is none, the page says why and keeps the topic."""
    topic, owner = fields.get("topic", "").strip(), owner_or_new(request)
    wanted = fields.get("occasion")
    occasion = next((one for one in Occasion if one.value == wanted), Occasion.THEMATIC)
    try:
        content = service_of(request).drafter.draft(topic, occasion)
    except (BadQuery, NotAnswered) as error:
        return _page(request, error.status, topic, str(error), occasion)
    return begun(request, owner, gone_to(pack_address(desk_of(request).create(owner, content).id)))

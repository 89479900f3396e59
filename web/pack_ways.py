"""What is done with a pack as a whole: its history, links to it, copies of it, taking it off the desk."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from search_api.packs.schemas import Given
from web import pack_form
from web.forms import Fields
from web.pack_visit import LIST, begun, desk_of, gone_to, owner_or_new, pack_address, visit_of
from web.rendering import render


def history(request: Request) -> Response:
    """``/tap/{name}/lich-su``: the revisions that are kept."""
    desk, visit = desk_of(request), visit_of(request)
    return render(
        "pack_history.html",
        pack=desk.read(visit),
        address=pack_address(visit.name),
        revisions=desk.history(visit).revisions,
    )


def revision(request: Request) -> Response:
    """``/tap/{name}/lich-su/{number}``: the pack as it was."""
    desk, visit = desk_of(request), visit_of(request)
    number: int = request.path_params["number"]
    return render(
        "pack_reading.html",
        pack=desk.read(visit),
        content=desk.revision(visit, number),
        address=pack_address(visit.name),
        name=visit.name,
        flags={},
        formats={},
        may_edit=True,
        revision=number,
    )


def restore(request: Request, fields: Fields) -> Response:
    """Make the pack what it was in a revision."""
    desk, visit = desk_of(request), visit_of(request)
    base, number = (pack_form.number(fields.get(name, "")) for name in ("base", "number"))
    desk.restore(visit, base, number)
    return gone_to(pack_address(visit.name))


def shares(request: Request) -> Response:
    """``/tap/{name}/chia-se``: the links to the pack."""
    desk, visit = desk_of(request), visit_of(request)
    return render(
        "pack_shares.html",
        pack=desk.read(visit),
        address=pack_address(visit.name),
        home=str(request.base_url).rstrip("/"),
        shares=desk.shares(visit).shares,
    )


def share(request: Request, fields: Fields) -> Response:
    """Make a link."""
    visit = visit_of(request)
    right = Given.EDIT if fields.get("right") == Given.EDIT else Given.READ
    desk_of(request).share(visit, right)
    return gone_to(f"{pack_address(visit.name)}/chia-se")


def unshare(request: Request, fields: Fields) -> Response:
    """Revoke a link."""
    visit = visit_of(request)
    desk_of(request).unshare(visit, fields.get("share", ""))
    return gone_to(f"{pack_address(visit.name)}/chia-se")


def duplicate(request: Request, _fields: Fields) -> Response:
    """A copy on the visitor's own desk, opened."""
    return _copied(request, as_template=False)


def keep_as_template(request: Request, _fields: Fields) -> Response:
    """A copy among the visitor's templates, opened."""
    return _copied(request, as_template=True)


def _copied(request: Request, *, as_template: bool) -> Response:
    owner = owner_or_new(request)
    made = desk_of(request).duplicate(visit_of(request), owner, as_template=as_template)
    return begun(request, owner, gone_to(pack_address(made.id)))


def delete(request: Request, _fields: Fields) -> Response:
    """Take the pack off the desk; the list offers to have it back."""
    desk, visit = desk_of(request), visit_of(request)
    pack = desk.read(visit).id
    desk.delete(visit)
    return gone_to(f"{LIST}?da-xoa={pack}")


def undelete(request: Request, _fields: Fields) -> Response:
    """Put a deleted pack back."""
    desk_of(request).undelete(visit_of(request))
    return gone_to(LIST)

"""The page of a study pack: its editor for whoever may change it, else a page to read and print."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.errors import Conflict, NotFound, TraCuuError
from search_api.drafting.verified import UNVERIFIED
from search_api.exports import FORMATS
from search_api.packs.content import Occasion, PackContent, Quote
from search_api.packs.desk import PackDesk, Visit
from search_api.packs.edit import PackEdit, content_of
from search_api.packs.schemas import PackOut, Right
from web import pack_form, pack_phrasing
from web.forms import Fields, wants_json
from web.pack_visit import desk_of, gone_to, pack_address, visit_of
from web.rendering import render
from web.words import clock_time

MOST_MINUTES = 60
"""What a session of a branch takes at most; longer ones tire its elder members."""

_CONFLICT = 409
_STEPS = {"hoan-tac": PackDesk.undo, "lam-lai": PackDesk.redo}
_PARTS = {
    "len": "trich-dan-{}",
    "xuong": "trich-dan-{}",
    "bo": "passages-title",
    "bo-viec": "steps",
    "bo-cau": "questions",
}


def pack(request: Request) -> Response:
    """``/tap/{name}``: the editor, or for a link that allows no more the page to read."""
    found = desk_of(request).read(visit_of(request))
    return _editor(request, found, found.content) if found.right.includes(Right.EDIT) else _reading(request, found)


def reading(request: Request) -> Response:
    """``/tap/{name}/xem``: the pack as it is read and printed."""
    return _reading(request, desk_of(request).read(visit_of(request)))


def save(request: Request, fields: Fields) -> Response:
    """Keep what was typed, then do what the pressed button says."""
    desk, visit = desk_of(request), visit_of(request)
    edit = pack_form.read(fields)
    base = pack_form.number(fields.get("revision", ""))
    try:
        saved = desk.save(visit, base, edit)
    except Conflict as error:
        if wants_json(request):
            return JSONResponse({"revision": error.revision}, _CONFLICT)
        return _editor(request, desk.read(visit), _unsaved(desk, visit, base, edit), error)
    action, _, place = fields.get("do", "").partition(":")
    if action == pack_phrasing.BUTTON:
        return _phrased(request, visit, saved)
    if action in _STEPS:
        saved = _STEPS[action](desk, visit, saved.revision)
    if wants_json(request):
        return JSONResponse(_told(saved))
    part = _PARTS.get(action, "").format(place)
    return gone_to(pack_address(visit.name) + (f"#{part}" if part else ""))


def _phrased(request: Request, visit: Visit, saved: PackOut) -> Response:
    """The editor with what a generator wrote; where it wrote nothing, the editor says why."""
    try:
        withheld = pack_phrasing.phrased(request, visit, saved)
    except TraCuuError as error:
        return _editor(request, saved, saved.content, error)
    told = f"?{pack_phrasing.WITHHELD}={'.'.join(map(str, withheld))}" if withheld else ""
    return gone_to(f"{pack_address(visit.name)}{told}#introduction-title")


def _told(saved: PackOut) -> Mapping[str, object]:
    """What the script of the editor shows of a pack that was saved."""
    return {
        "revision": saved.revision,
        "saved": clock_time(saved.updated),
        "can_undo": saved.can_undo,
        "can_redo": saved.can_redo,
    }


def _unsaved(desk: PackDesk, visit: Visit, base: int, edit: PackEdit) -> PackContent:
    """What somebody typed into a pack that has moved on: all of it, with the quotations it had before them."""
    quotes = _quotes(desk.read(visit).content)
    try:
        quotes |= _quotes(desk.revision(visit, base))
    except NotFound:
        # A revision so old that it is not kept: what was taken out since cannot be shown again.
        known = tuple(one for one in edit.passages if one.label in quotes)
        edit = edit.model_copy(update={"passages": known})
    return content_of(edit, quotes)


def _quotes(content: PackContent) -> dict[int, Quote]:
    return {one.label: one.quote for one in content.passages}


def _editor(request: Request, found: PackOut, content: PackContent, error: TraCuuError | None = None) -> Response:
    """The editor; with an error, what could not be done to the pack."""
    is_conflict = isinstance(error, Conflict)
    return render(
        "pack.html",
        error.status if error else 200,
        pack=found,
        content=content,
        address=_address(request),
        name=request.path_params["name"],
        flags=flags_of(desk_of(request), content),
        conflict=is_conflict,
        problem="" if is_conflict or error is None else str(error),
        phrases=pack_phrasing.is_offered(request),
        unverified=content.introduction.count(UNVERIFIED),
        withheld=[label for label in pack_phrasing.withheld(request) if label in _quotes(content)],
        formats=FORMATS,
        occasions=Occasion,
        most_minutes=MOST_MINUTES,
    )


def _reading(request: Request, found: PackOut) -> Response:
    return render(
        "pack_reading.html",
        pack=found,
        content=found.content,
        address=_address(request),
        name=request.path_params["name"],
        flags=flags_of(desk_of(request), found.content),
        formats=FORMATS,
        may_edit=found.right.includes(Right.EDIT),
        revision=None,
    )


def flags_of(desk: PackDesk, content: PackContent) -> Mapping[int, str]:
    """What a reader must know of the passages of a pack before using them, by label."""
    return {one.label: one.warning for one in desk.states_of(content).quotes if one.warning}


def _address(request: Request) -> str:
    return pack_address(request.path_params["name"])

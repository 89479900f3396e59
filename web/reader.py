"""The reader: a whole document, at the unit its address names, with what is looked for in it marked.

::

    /van-ban/{document}/{unit address}?tim=…    what was typed, where it stands just so
    /van-ban/{document}/{unit address}?q=…      the words of a search, in the units that answer it
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from search_api.schemas import DocumentDetailOut, RelationOut
from search_api.service import Service
from web.asked import Asked, reader_address
from web.reader_contents import contents_of
from web.reader_units import Goal, chunks_of, goal_of
from web.rendering import render, service_of
from web.words import Spans

# What a reader types to find a place; a whole paragraph is found by its first words.
_LONGEST = 200
_NOT_FOUND = 404
_RELATIONS = {"hết hiệu lực": "Nêu đã hết hiệu lực"}


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in a document.

    Attributes:
        words: What was typed or asked; empty where nothing is looked for.
        name: The parameter it came in, ``tim`` or ``q``.
        places: Where it stands: unit address → ranges of the unit's text.
        is_too_long: It was not looked for.
    """

    words: str = ""
    name: str = "tim"
    places: Mapping[str, Spans] = field(default_factory=dict)
    is_too_long: bool = False

    @property
    def total(self) -> int:
        """In how many places it stands."""
        return sum(map(len, self.places.values()))


def reader(request: Request) -> Response:
    """A document; a former name of it leads to the name it has now."""
    name, address = request.path_params["document_id"], request.path_params.get("address", "")
    service = service_of(request)
    detail = service.document(name)
    document = detail.document.id
    if document != name or request.url.path.endswith("/"):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(reader_address(f"{document}/{address}".rstrip("/")) + query, 302)
    printed = str(request.url.replace(query=None))
    return _page(detail, goal_of(address, detail.outline), _sought(request, service, document), printed)


def _sought(request: Request, service: Service, document: str) -> Sought:
    for name, places in (("tim", service.phrase_places), ("q", service.answer_places)):
        words = request.query_params.get(name, "").strip()
        if len(words) > _LONGEST:
            return Sought(f"{words[:_LONGEST]}…", name, is_too_long=True)
        if words:
            return Sought(words, name, places(document, words))
    return Sought()


def _page(detail: DocumentDetailOut, goal: Goal, sought: Sought, printed: str) -> Response:
    return render(
        "reader.html",
        200 if goal.is_exact else _NOT_FOUND,
        here="documents",
        detail=detail,
        document=detail.document,
        path=reader_address(detail.document.id),
        relations=_by_kind(detail.relations),
        is_scanned=any(unit.recognised for unit in detail.outline),
        is_mixed=len({unit.recognised for unit in detail.outline}) > 1,
        contents=contents_of(detail.outline),
        chunks=chunks_of(detail.outline, sought.places),
        goal=goal,
        sought=sought,
        longest=_LONGEST,
        printed=printed,
        elsewhere=Asked(q=sought.words, document=(detail.document.id,)).at("/"),
        everywhere=Asked(q=sought.words).at("/"),
    )


def _by_kind(relations: Sequence[RelationOut]) -> Mapping[str, Sequence[RelationOut]]:
    groups: dict[str, list[RelationOut]] = defaultdict(list)
    for one in relations:
        groups[_RELATIONS.get(one.relation, one.relation[:1].upper() + one.relation[1:])].append(one)
    return groups

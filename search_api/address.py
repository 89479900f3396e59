"""Questions that name a document or a unit of it: "khoản 2 mục III nghị quyết 57"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.numbers import find_numbers, number_in_name, number_key
from corpus.runtime.library import Library
from corpus.text import fold, match_form
from corpus.types import Document, Filters, Passage, Path, Value
from search_api.rank import Hit, in_order
from search_api.understand import Query, WantedDocument, WantedUnit

# Added to the score of a hit that stands in the document the question names; larger than any fused score.
_IN_DOCUMENT = 4.0
# Added, on top, to a hit that is the unit the question names, or stands inside it.
_IS_UNIT = 4.0
_IN_UNIT = 2.0


@dataclass(frozen=True, slots=True)
class Addressed(Value):
    """What a question names in this corpus.

    Attributes:
        documents: Ids of the documents it may mean, newest first.
        filters: The user's own filters, narrowed to those documents.
        passages: The units it names.
        units: What it calls them.
    """

    documents: tuple[str, ...]
    filters: Filters
    passages: tuple[Passage, ...]
    units: tuple[WantedUnit, ...]


def find_document(library: Library, query: Query) -> Addressed:
    """The documents and units a question names, as far as the corpus has them."""
    documents = tuple(_documents(library, query.document, query.filters)) if query.document else ()
    passages: list[Passage] = []
    if query.units:
        for document in documents:
            body = library.catalogue.body(document)
            if body is not None:
                passages += library.passages(document, _addresses(body, query.units))
    filters = replace(query.filters, document=documents)
    return Addressed(documents, filters, tuple(passages), query.units)


def _documents(library: Library, wanted: WantedDocument, filters: Filters) -> list[str]:
    entries = library.catalogue.numbered(wanted.serial, filters)
    return [entry.ref.id for entry in entries if _names(wanted, entry.ref.number or number_in_name(entry.name) or "")]


def _names(wanted: WantedDocument, number: str) -> bool:
    mentions = find_numbers(number)
    if not mentions:
        return False
    serial = number.replace("/", "-").split("-")[0]
    key = number_key(number)
    return (
        serial.lstrip("0") == wanted.serial.lstrip("0")
        and (not wanted.codes or fold(mentions[0].code) in wanted.codes)
        and (not wanted.body or wanted.body in number_key(mentions[0].body))
        and (not wanted.year or wanted.year in key)
    )


def _addresses(document: Document, units: Sequence[WantedUnit]) -> list[str]:
    """Addresses of the units whose path ends as asked, fewest further steps in between first."""
    found = [
        (len(section.path), section.span.start, section.address)
        for section in document.sections
        if _is_unit(section.path, units)
    ]
    return [address for _, _, address in sorted(found)]


def _is_unit(path: Path, units: Sequence[WantedUnit]) -> bool:
    """Whether the path holds every unit that was named and ends with one of them."""
    return all(any(_matches(unit, step) for step in path) for unit in units) and any(
        _matches(unit, path[-1]) for unit in units
    )


def _matches(unit: WantedUnit, step: tuple[str, str]) -> bool:
    name, label = step
    same_name = name == unit.unit or (name == "số" and unit.unit in ("khoản", "điểm", "mục"))
    return same_name and match_form(label) in unit.labels


def put_addressed_first(hits: Sequence[Hit], addressed: Addressed) -> list[Hit]:
    """What the question names by unit comes first, then the rest of the document it names, then the others."""
    if not addressed.documents:
        return list(hits)
    scores = {hit.passage.id: hit.score for hit in hits}
    exact = [
        Hit(passage, scores.get(passage.id, 0.0) + _IN_DOCUMENT + _IS_UNIT, ("address",))
        for passage in addressed.passages
    ]
    named = {hit.passage.id for hit in exact}
    rest = [_lifted(hit, addressed) for hit in hits if hit.passage.id not in named]
    return in_order([*exact, *rest])


def _lifted(hit: Hit, addressed: Addressed) -> Hit:
    passage = hit.passage
    if passage.ref.id not in addressed.documents:
        return hit
    inside = any(passage.id.startswith(unit.id + "/") for unit in addressed.passages)
    bonus = _IN_DOCUMENT + (_IN_UNIT if inside else 0.0)
    return Hit(passage, hit.score + bonus, (*hit.matched_by, "address"))

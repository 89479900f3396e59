"""The hits of a question as readers want them: by relevance or date, one a document, counted by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.types import Listed, Value
from corpus.validity import validity_class
from search_api import schemas
from search_api.ranking.rank import Hit, in_order

FACETS = ("kind", "issuer", "year", "validity", "source")
"""Fields by which results are counted; each is a filter, too."""

# By date a weak hit would come first only for being new: what is less than half as good as the best stays out.
_WORTH_DATING = 0.5


Sort = Literal["relevance", "date"]
"""What hits are ordered by."""

Group = Literal["none", "document"]
"""What hits are put together by: ``document`` leaves the best one of each."""


@dataclass(frozen=True, slots=True)
class View(Value):
    """How the hits of a question are wanted."""

    sort: Sort = "relevance"
    group: Group = "none"


BEST_FIRST = View()
"""How hits come unless something else is asked for."""


class Shown(NamedTuple):
    """A hit, and how many further ones of its document stand behind it."""

    hit: Hit
    further: int


def arranged(hits: Sequence[Hit], view: View) -> list[Shown]:
    """The hits in the order and groups wanted, a total order each time."""
    if view.sort == "date":
        hits = newest_first(hits)
    if view.group == "none":
        return [Shown(hit, 0) for hit in hits]
    counts = Counter(hit.listed.ref.id for hit in hits)
    first = {hit.listed.ref.id: hit for hit in reversed(hits)}
    return [Shown(first[name], counts[name] - 1) for name in dict.fromkeys(hit.listed.ref.id for hit in hits)]


def newest_first(hits: Sequence[Hit]) -> list[Hit]:
    """Good hits by date of issue, newest first, undated last; within a day by score, then by passage id."""
    best = max((hit.score for hit in hits), default=0.0)
    good = in_order([hit for hit in hits if hit.score >= best * _WORTH_DATING])
    return sorted(good, key=_age)


def _age(hit: Hit) -> int:
    issued_on = hit.listed.ref.issued_on
    return -issued_on.toordinal() if issued_on else 0


def facet_values(field: str, documents: Iterable[Listed]) -> tuple[schemas.FacetValueOut, ...]:
    """The values of a field with the number of documents that have each, most frequent first.

    Args:
        field: One of ``FACETS``.
        documents: A passage of each document.
    """
    counts = Counter(value for one in documents if (value := _value(field, one)) is not None)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(schemas.FacetValueOut(value=value, count=count) for value, count in ordered)


def _value(field: str, one: Listed) -> str | None:
    ref = one.ref
    match field:
        case "kind":
            return ref.kind
        case "issuer":
            return ref.issuer
        case "year":
            return str(ref.issued_on.year) if ref.issued_on else None
        case "validity":
            return validity_class(ref.validity)
        case _:
            return one.source

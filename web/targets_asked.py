"""What the table of targets was asked: read from its address and written into the addresses it leads to.

The names are those of the API. What makes no sense there is left out: an address that was shared or typed still opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Self, get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from search_api.targets.asked import MOST_DOCUMENTS, Sort, TargetsAsked
from search_api.targets.values import Kind

PATH = "/chi-tieu"
"""The address of the page."""
FILTERS = {"kind": "Loại", "year": "Năm của thời hạn", "body": "Chịu trách nhiệm"}
"""The fields the table is narrowed by, with the words readers see."""

_LAST_PAGE = 1000
_MOST_VALUES = 20
_LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class TargetsPage:
    """A table with everything that is set; the fields are the parameters of its address.

    Attributes:
        document: Ids of the chosen documents.
        kind: Kinds of targets.
        year: Years of deadlines, as digits.
        body: Responsible bodies.
        words: Words a row must have.
        sort: Order.
        descending: The other way round.
        page: From 1.
    """

    document: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    words: str = ""
    sort: Sort = "order"
    descending: bool = False
    page: int = 1

    @classmethod
    def read(cls, parameters: QueryParams) -> Self:
        """From the part of an address behind the question mark."""
        page, sort = parameters.get("page", ""), parameters.get("sort", "")
        return cls(
            document=_values(parameters, "document", MOST_DOCUMENTS),
            kind=tuple(kind for kind in _values(parameters, "kind") if kind in set(Kind)),
            year=tuple(
                year for year in _values(parameters, "year") if len(year) == 4 and year.isascii() and year.isdigit()
            ),
            body=_values(parameters, "body"),
            words=parameters.get("words", "").strip()[:_LONGEST_WORDS],
            sort=next((one for one in get_args(Sort) if one == sort), "order"),
            descending=parameters.get("descending") == "true",
            page=min(max(int(page), 1), _LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 9 else 1,
        )

    @property
    def asked(self) -> TargetsAsked:
        """What the service is asked."""
        kinds, years = tuple(map(Kind, self.kind)), tuple(map(int, self.year))
        return TargetsAsked(self.document, kinds, years, self.body, self.words, self.sort, self.descending)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Every filter value that is set, with its field."""
        return [(field, value) for field in FILTERS for value in getattr(self, field)]

    def but(self, **changes: object) -> Self:
        """The same with something else in it, from its first page on."""
        return replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]

    def without(self, field: str, value: str) -> Self:
        """The same without one value of a filter."""
        return self.but(**{field: tuple(one for one in getattr(self, field) if one != value)})

    def everything(self) -> Self:
        """The same table without filters."""
        return self.but(words="", **dict.fromkeys(FILTERS, ()))

    def sorted_by(self, sort: Sort) -> Self:
        """The same in the order of a column, the other way round if it is in that order already."""
        return self.but(sort=sort, descending=self.sort == sort and not self.descending)

    def direction(self, sort: Sort) -> str:
        """How a column is sorted, as ``aria-sort`` says it."""
        if self.sort != sort:
            return "none"
        return "descending" if self.descending else "ascending"

    def at(self, path: str = PATH) -> str:
        """The address under which a page answers this."""
        written = urlencode(list(self._parameters()))
        return f"{path}?{written}" if written else path

    def _parameters(self) -> Iterator[tuple[str, str]]:
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                every = value if isinstance(value, tuple) else (value,)
                yield from ((field.name, "true" if one is True else str(one)) for one in every)


def _values(parameters: QueryParams, name: str, most: int = _MOST_VALUES) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, parameters.getlist(name))))[:most]

"""What the table of targets was asked: read from its address and written into the addresses it leads to.

The names are those of the API.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, get_args

from starlette.datastructures import QueryParams

from search_api.targets.asked import MOST_DOCUMENTS, Sort, TargetsAsked
from search_api.targets.values import Kind
from web.parameters import Parameters, page_number, values, years

PATH = "/chi-tieu"
"""The address of the page."""
FILTERS = {"kind": "Loại", "year": "Năm của thời hạn", "body": "Chịu trách nhiệm"}
"""The fields the table is narrowed by, with the words readers see."""

_LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class TargetsPage(Parameters):
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

    narrowing = FILTERS

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
        sort = parameters.get("sort", "")
        return cls(
            document=values(parameters, "document", MOST_DOCUMENTS),
            kind=tuple(kind for kind in values(parameters, "kind") if kind in set(Kind)),
            year=years(parameters),
            body=values(parameters, "body"),
            words=parameters.get("words", "").strip()[:_LONGEST_WORDS],
            sort=next((one for one in get_args(Sort) if one == sort), "order"),
            descending=parameters.get("descending") == "true",
            page=page_number(parameters),
        )

    @property
    def asked(self) -> TargetsAsked:
        """What the service is asked."""
        kinds, years = tuple(map(Kind, self.kind)), tuple(map(int, self.year))
        return TargetsAsked(self.document, kinds, years, self.body, self.words, self.sort, self.descending)

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
        """The address under which a page, by default the table, answers this."""
        return Parameters.at(self, path)

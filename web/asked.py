"""What a page was asked: read from its address and written into the addresses it leads to.

The names are those of the API.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from corpus.types import Filters
from search_api.showing.arranged import FACETS, Group, Sort, View
from web.parameters import Parameters, page_number, values, years

FILTERS = dict(zip(FACETS, ("Loại văn bản", "Cơ quan ban hành", "Năm ban hành", "Hiệu lực", "Nguồn"), strict=True))
"""The fields people narrow by, with the words they see."""


@dataclass(frozen=True, slots=True)
class Asked(Parameters):
    """A question with everything beside it.

    Attributes:
        q: The words; empty where only the list is asked for.
        document: Ids of documents to look in.
        kind: Kinds of documents; like the others below, none stands for any.
        issuer: Issuing bodies.
        year: Years of issue, as digits.
        validity: Classes of validity.
        source: Kinds of source.
        sort: Order of the hits.
        group: What hits are put together by.
        page: Page of the list, from 1.
    """

    narrowing = FILTERS

    q: str = ""
    document: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    validity: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    sort: Sort = "relevance"
    group: Group = "none"
    page: int = 1

    @classmethod
    def read(cls, parameters: QueryParams) -> Self:
        """From the part of an address behind the question mark."""
        every = {name: values(parameters, name) for name in ("document", *FILTERS)}
        return cls(
            parameters.get("q", "").strip(),
            sort="date" if parameters.get("sort") == "date" else "relevance",
            group="document" if parameters.get("group") == "document" else "none",
            page=page_number(parameters),
            **every | {"year": years(parameters)},
        )

    @property
    def filters(self) -> Filters:
        """The conditions on documents."""
        years = tuple(map(int, self.year))
        return Filters(self.document, (), self.kind, self.issuer, years, self.validity, self.source)

    @property
    def view(self) -> View:
        """How the hits are wanted."""
        return View(self.sort, self.group)

    @property
    def narrowed(self) -> bool:
        """Whether any condition is set beside the words."""
        return bool(self.document or self.chosen)

    def everywhere(self) -> Self:
        """The same words over the whole corpus."""
        return self.but(document=(), **dict.fromkeys(FILTERS, ()))


def reader_address(passage: str, q: str = "") -> str:
    """The permanent address of a document or of a unit in it.

    Args:
        passage: The id of the document or of the passage.
        q: The question that led there, for the reader to mark.
    """
    return _address("van-ban", passage) + (f"?{urlencode({'q': q})}" if q else "")


def original_address(passage: str) -> str:
    """The page that shows a passage beside its original."""
    return _address("doi-chieu", passage)


def similar_address(passage: str) -> str:
    """The page with what is like a passage."""
    return _address("tuong-tu", passage)


def comparison_address(document: str, version: str) -> str:
    """The page that compares a copy with the served one."""
    return _address("so-sanh", f"{document}/{version}")


def file_address(document: str) -> str:
    """The original file of a document."""
    return f"/api/documents/{quote(document, safe='')}/file"


def copy_file_address(document: str, version: str) -> str:
    """The file of a copy."""
    return f"/api/documents/{quote(document, safe='')}/copies/{quote(version, safe='')}/file"


def _address(page: str, name: str) -> str:
    return f"/{page}/{quote(name)}"

"""What a page was asked: read from its address and written into the addresses it leads to.

The names are those of the API. What makes no sense there (``page=x``, ``sort=y``) is left out: an address that was
shared, cut off or typed still opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Self
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from corpus.types import Filters
from search_api.showing.arranged import FACETS, Group, Sort, View

FILTERS = dict(zip(FACETS, ("Loại văn bản", "Cơ quan ban hành", "Năm ban hành", "Hiệu lực", "Nguồn"), strict=True))
"""The fields people narrow by, with the words they see."""

# The API's own bound.
_LAST_PAGE = 1000
# Each value is a link that holds all the others: thousands in one address would make a page of a hundred megabytes.
_MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class Asked:
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
        every = {name: _values(parameters, name) for name in ("document", *FILTERS)}
        every["year"] = tuple(year for year in every["year"] if len(year) == 4 and year.isascii() and year.isdigit())
        page = parameters.get("page", "")
        return cls(
            parameters.get("q", "").strip(),
            sort="date" if parameters.get("sort") == "date" else "relevance",
            group="document" if parameters.get("group") == "document" else "none",
            page=min(max(int(page), 1), _LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 9 else 1,
            **every,
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
    def chosen(self) -> list[tuple[str, str]]:
        """Every filter value that is set, with its field."""
        return [(field, value) for field in FILTERS for value in getattr(self, field)]

    @property
    def narrowed(self) -> bool:
        """Whether any condition is set beside the words."""
        return bool(self.document or self.chosen)

    def but(self, **changes: object) -> Self:
        """The same with something else in it, from its first page on."""
        return replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]

    def without(self, field: str, value: str) -> Self:
        """The same without one value of a filter."""
        return self.but(**{field: tuple(one for one in getattr(self, field) if one != value)})

    def everywhere(self) -> Self:
        """The same words over the whole corpus."""
        return self.but(document=(), **dict.fromkeys(FILTERS, ()))

    def at(self, path: str) -> str:
        """The address under which a page answers this."""
        written = urlencode(list(self._parameters()))
        return f"{path}?{written}" if written else path

    def _parameters(self) -> Iterator[tuple[str, str]]:
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                yield from ((field.name, str(one)) for one in (value if isinstance(value, tuple) else (value,)))


def _values(parameters: QueryParams, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, parameters.getlist(name))))[:_MOST_VALUES]


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

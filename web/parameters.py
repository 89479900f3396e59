"""What a page was asked as the parameters of its address: reading them, and writing those of the pages it leads to.

What makes no sense there (``page=x``, ``sort=y``) is left out: an address that was shared, cut off or typed still
opens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from typing import ClassVar, Self
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

# The API's own bound.
_LAST_PAGE = 1000
# Each value is a link that holds all the others: thousands in one address would make a page of a hundred megabytes.
_MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a page was asked; the fields of a subclass are the parameters, ``page`` (from 1) among them."""

    narrowing: ClassVar[Collection[str]]
    """The fields that hold the values of filters."""

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Every filter value that is set, with its field."""
        return [(field, value) for field in self.narrowing for value in getattr(self, field)]

    def but(self, **changes: object) -> Self:
        """The same with something else in it, from its first page on."""
        return replace(self, **{"page": 1, **changes})

    def without(self, field: str, value: str) -> Self:
        """The same without one value of a filter."""
        return self.but(**{field: tuple(one for one in getattr(self, field) if one != value)})

    def at(self, path: str) -> str:
        """The address under which a page answers this."""
        written = urlencode(list(self._written()))
        return f"{path}?{written}" if written else path

    def _written(self) -> Iterator[tuple[str, str]]:
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                every = value if isinstance(value, tuple) else (value,)
                yield from ((field.name, "true" if one is True else str(one)) for one in every)


def values(parameters: QueryParams, name: str, most: int = _MOST_VALUES) -> tuple[str, ...]:
    """The values of a parameter that may stand more than once, each once."""
    return tuple(dict.fromkeys(filter(None, parameters.getlist(name))))[:most]


def years(parameters: QueryParams) -> tuple[str, ...]:
    """The years among the parameters, as digits."""
    return tuple(year for year in values(parameters, "year") if len(year) == 4 and year.isascii() and year.isdigit())


def page_number(parameters: QueryParams) -> int:
    """The page among the parameters, from 1; the first where none is told."""
    page = parameters.get("page", "")
    return min(max(int(page), 1), _LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 9 else 1

"""Fields of a question as filters: ``loai:nq`` asks for resolutions, ``so:57`` for the documents so numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NoReturn, TypeVar

from corpus.abbreviations import readings
from corpus.errors import BadQuery
from corpus.numbers import codes_of_kind, number_in_name, number_key
from corpus.runtime.catalogue import Catalogue
from corpus.text import fold
from corpus.types import Filters
from search_api.asking.operators import FieldValue
from search_api.asking.phrase import Phrase, phrase

FIRST_YEAR, LAST_YEAR = 1930, 2100
"""Years of issue that can be asked for."""

# A message names as many values as a reader takes in.
_NAMED = 12
_NUMBER = re.compile(r"0*(?P<serial>\d{1,5}(?:\.\d{1,3})?[a-z]?)(?![a-z\d])")
_YEARS = re.compile(r"(?P<first>\d{4})(?:(?P<to>\s?[-–]\s?|\.\.+)(?P<last>\d{4})?)?|\.\.+(?P<until>\d{4})")
# No document has them: a filter with such a value lets nothing through.
_NO_NAME, _NO_YEAR = "", 0
_T = TypeVar("_T", str, int)


def narrowed(catalogue: Catalogue, filters: Filters, fields: Sequence[FieldValue]) -> Filters:
    """Filters that let through what these and the fields of a question let through.

    Raises:
        BadQuery: A value is none that its field takes.
    """
    by_field = {name: [item.value for item in items] for name, items in groupby(sorted(fields, key=_name), key=_name)}
    for name, values in by_field.items():
        filters = _NARROW[name](catalogue, filters, values)
    return filters


def _name(item: FieldValue) -> str:
    return item.field


def _kinds(catalogue: Catalogue, filters: Filters, values: Sequence[str]) -> Filters:
    known = [kind for kind, _ in catalogue.facet("kind")]
    found = [kind for value in values for kind in _kinds_called(value, known)]
    return replace(filters, kind=_both(filters.kind, found, _NO_NAME))


def _kinds_called(value: str, known: Sequence[str]) -> list[str]:
    wanted = _phrase("loai", value, known)
    found = [kind for kind in known if _is_whole(wanted, kind)]
    found = found or [kind for kind in known if fold(value) in map(fold, codes_of_kind(kind))]
    return found or _refuse("loai", value, known)


def _issuers(catalogue: Catalogue, filters: Filters, values: Sequence[str]) -> Filters:
    known = [issuer for issuer, _ in catalogue.facet("issuer")]
    found = [issuer for value in values for issuer in _holding("coquan", value, known)]
    return replace(filters, issuer=_both(filters.issuer, found, _NO_NAME))


def _validities(catalogue: Catalogue, filters: Filters, values: Sequence[str]) -> Filters:
    known = [validity for validity, _ in catalogue.facet("validity")]
    found = [validity for value in values for validity in _holding("hieuluc", value, known)]
    return replace(filters, validity=_both(filters.validity, found, _NO_NAME))


def _holding(field: str, value: str, known: Sequence[str]) -> list[str]:
    """The known values that hold the words of one, or what it is short for."""
    written_out = (reading for found in readings(value) for reading in found)
    wanted = [_phrase(field, text, known) for text in (value, *written_out)]
    return [name for name in known if any(one.stands_in(name) for one in wanted)] or _refuse(field, value, known)


def _numbers(catalogue: Catalogue, filters: Filters, values: Sequence[str]) -> Filters:
    found = [document for value in values for document in _numbered(catalogue, value)]
    return replace(filters, document=_both(filters.document, found, _NO_NAME))


def _numbered(catalogue: Catalogue, value: str) -> list[str]:
    match = _NUMBER.match(fold(value))
    if match is None:
        raise BadQuery(f"Trường «so» không nhận giá trị «{value}».", "Hãy ghi số hiệu, ví dụ so:57 hoặc so:57-NQ/TW.")
    key = number_key(value).lstrip("0")
    found = [
        entry.ref.id
        for entry in catalogue.numbered(match["serial"], Filters())
        if number_key(entry.ref.number or number_in_name(entry.name) or "").lstrip("0").startswith(key)
    ]
    if not found:
        raise BadQuery(f"Kho không có văn bản nào mang số «{value}».", "Các số hiệu trong kho xem ở trang Văn bản.")
    return found


def _years(catalogue: Catalogue, filters: Filters, values: Sequence[str]) -> Filters:
    known = sorted(int(year) for year, _ in catalogue.facet("year"))
    found = [year for value in values for year in _years_of(value, known)]
    return replace(filters, year=_both(filters.year, found, _NO_YEAR))


def _years_of(value: str, known: Sequence[int]) -> list[int]:
    match = _YEARS.fullmatch(value)
    first = int(match["first"] or FIRST_YEAR) if match else 0
    last = int(match["last"] or match["until"] or (LAST_YEAR if match["to"] else first)) if match else 0
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise BadQuery(
            f"Trường «nam» không nhận giá trị «{value}».",
            f"Hãy ghi một năm từ {FIRST_YEAR} đến {LAST_YEAR}, hoặc hai năm từ nhỏ đến lớn, ví dụ nam:2020-2024 "
            "hay nam:2020.. (từ 2020 trở đi).",
        )
    found = [year for year in known if first <= year <= last]
    return found or _refuse("nam", value, list(map(str, known)))


def _both(set_before: Sequence[_T], asked: Iterable[_T], none: _T) -> tuple[_T, ...]:
    """Values that pass both; where nothing does, the value that nothing has."""
    every = tuple(dict.fromkeys(asked))
    return tuple(value for value in every if not set_before or value in set_before) or (none,)


def _phrase(field: str, value: str, known: Sequence[str]) -> Phrase:
    return phrase(value) or _refuse(field, value, known)


def _is_whole(wanted: Phrase, name: str) -> bool:
    return any(span == (0, len(name)) for span in wanted.spans(name))


def _refuse(field: str, value: str, known: Sequence[str]) -> NoReturn:
    more = ", …" if len(known) > _NAMED else ""
    raise BadQuery(
        f"Trường «{field}» không có giá trị «{value}» trong kho.",
        f"Các giá trị: {', '.join(known[:_NAMED])}{more}. Giá trị có khoảng trắng thì đặt trong ngoặc kép.",
    )


_NARROW: dict[str, Callable[[Catalogue, Filters, Sequence[str]], Filters]] = {
    "loai": _kinds,
    "so": _numbers,
    "coquan": _issuers,
    "nam": _years,
    "hieuluc": _validities,
}

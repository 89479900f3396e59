"""Questions that name a document or a unit of it: "khoản 2 mục III nghị quyết 57"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.abbreviations import write_out
from corpus.numbers import find_numbers, number_in_name, number_key
from corpus.pieces import pieces
from corpus.runtime.catalogue import Entry
from corpus.runtime.library import Library
from corpus.text import fold, match_form, words
from corpus.types import Document, Filters, Listed, Path, Section, Value
from search_api.asking.beside import Beside, beside
from search_api.asking.named_document import WantedDocument, WantedTitle
from search_api.asking.popular import WantedByName
from search_api.asking.question import question
from search_api.asking.titles import titled_documents
from search_api.asking.understand import Query
from search_api.asking.unit_labels import WantedUnit, spellings
from search_api.ranking.rank import Hit, Named, Worth, in_order

# Added to the score of a hit that stands in the document the question names; larger than any fused score.
_IN_DOCUMENT = 4.0
# The same for a document named by words of its title alone, which may be the topic: a nudge.
_IN_TITLED = 0.4
# Added, on top, to a hit that is the unit the question names, or stands inside it.
_IS_UNIT = 4.0
_IN_UNIT = 2.0
# Kinds of unit whose names people mix up: the "mục 3" of a directive is printed as khoản 3.
_MIXED_UP = ("phần", "mục", "khoản", "điểm")
_MANY = 1000


@dataclass(frozen=True, slots=True)
class Addressed(Value):
    """What a question names in this corpus.

    Attributes:
        query: The question.
        documents: Ids of the documents it may mean, newest first.
        is_sure: Whether they were named by number, popular name or unit, and not by words of their titles alone.
        filters: The user's own filters, narrowed to those documents.
        places: Passage ids of the units it names, whether or not they print more than their label.
        units: Those of them that can be quoted.
        words: What to look for: without the names if they were found, else all of the question, since a
            document that is not here may be mentioned by others; behind them what their abbreviations stand for.
        typed: The same without what abbreviations stand for.
        beside: What to look for beside them.
        absent: The document it names by a number that none here has; empty if it names none such.
    """

    query: Query
    documents: tuple[str, ...]
    is_sure: bool
    filters: Filters
    places: tuple[str, ...]
    units: tuple[Listed, ...]
    words: str
    typed: str
    beside: tuple[Beside, ...]
    absent: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The documents a number or name may mean, newest first; none if it means one, or all are meant."""
        is_open = isinstance(self.query.document, WantedDocument | WantedByName)
        return self.documents if is_open and len(self.documents) > 1 else ()

    @property
    def alone(self) -> tuple[str, ...]:
        """The document a question names and asks nothing more of; none if there is no such, or there are several."""
        is_alone = self.is_sure and not self.query.topic and not self.query.units
        return self.documents if is_alone and len(self.documents) == 1 else ()


def locate(library: Library, query: Query) -> Addressed:
    """The documents and units a question names, as far as the corpus has them."""
    documents, is_sure = _documents(library, query)
    places: list[str] = []
    units: list[Listed] = []
    for document in documents if query.units else ():
        body = library.catalogue.body(document)
        addresses = addresses_of(body, query.units) if body else []
        places += [f"{document}/{address}" for address in addresses]
        units += library.catalogue.listed_at(document, addresses)
    filters = replace(query.filters, document=documents)
    words = query.topic if documents and is_sure and query.topic else query.text
    return Addressed(
        query=query,
        documents=documents,
        is_sure=is_sure,
        filters=filters,
        places=tuple(places),
        units=tuple(units),
        words=write_out(words),
        typed=words,
        beside=beside(words, query.reading),
        absent="" if documents else _absent(library, query),
    )


def _absent(library: Library, query: Query) -> str:
    """The document a question names by number, if there is none behind the user's filters either."""
    wanted = query.document
    if not isinstance(wanted, WantedDocument) or _numbered(library, wanted, Filters()):
        return ""
    return wanted.name


def _documents(library: Library, query: Query) -> tuple[tuple[str, ...], bool]:
    """The documents a question names, and whether that is sure."""
    match query.document:
        case WantedDocument() as wanted:
            entries = _numbered(library, wanted, query.filters)
        case WantedByName() as wanted:
            entries = _called(library, wanted, query.filters)
        case WantedTitle() as wanted:
            entries = _titled(library, wanted, query.filters)
        case None:
            entries = []
    if entries or isinstance(query.document, WantedDocument):
        return tuple(entry.ref.id for entry in entries), True
    return _by_title(library, query), bool(query.units)


def _by_title(library: Library, query: Query) -> tuple[str, ...]:
    names = titled_documents(question(query.text), query.named, library.catalogue.titles())
    wanted = query.filters.document or tuple(names)
    filters = replace(query.filters, document=tuple(name for name in names if name in wanted))
    _, entries = library.catalogue.entries(filters, 0, len(names)) if filters.document else (0, [])
    return tuple(entry.ref.id for entry in entries)


def _numbered(library: Library, wanted: WantedDocument, filters: Filters) -> list[Entry]:
    found = [entry for entry in library.catalogue.numbered(wanted.serial, filters) if _names(wanted, entry)]
    # A body in full tells 94-KH/TW from 94-KH/BTGDVTW; in part ("NQ57-TW") it is a hint.
    found = [entry for entry in found if wanted.body == _body(entry)] or found
    # The year may be one the question asks about ("nghị quyết 57 năm 2030 phải đạt gì").
    return [entry for entry in found if wanted.year is not None and wanted.year == _year(entry)] or found


def _called(library: Library, wanted: WantedByName, filters: Filters) -> list[Entry]:
    """The documents a popular name means; of the year that is known, since numbers repeat."""
    return [
        entry
        for one in wanted.documents
        for entry in library.catalogue.numbered(one.serial, filters)
        if _names(one, entry) and _body(entry) == one.body and _year(entry) in (one.year, None)
    ]


def _names(wanted: WantedDocument, entry: Entry) -> bool:
    mentions = find_numbers(_number(entry))
    if not mentions:
        return False
    serial = re.split("[-/]", mentions[0].number)[0].lower()
    return (
        serial.lstrip("0") == wanted.serial.lstrip("0")
        and fold(mentions[0].code) in wanted.codes
        and wanted.body in number_key(mentions[0].body)
    )


def _number(entry: Entry) -> str:
    return entry.ref.number or number_in_name(entry.name) or ""


def _body(entry: Entry) -> str:
    return number_key(find_numbers(_number(entry))[0].body)


def _year(entry: Entry) -> int | None:
    in_number = re.search(r"/((?:19|20)\d\d)/", _number(entry))
    if in_number:
        return int(in_number[1])
    return entry.ref.issued_on.year if entry.ref.issued_on else None


def _titled(library: Library, wanted: WantedTitle, filters: Filters) -> list[Entry]:
    """Documents of the kind whose titles begin with the most of the words that follow it."""
    if filters.kind and wanted.kind not in filters.kind:
        return []
    _, entries = library.catalogue.entries(replace(filters, kind=(wanted.kind,)), 0, _MANY)
    agreement = {entry.ref.id: _common_start(wanted.title, entry.ref.title or "") for entry in entries}
    most = max(agreement.values(), default=0)
    if wanted.title and not most:
        return []
    return [entry for entry in entries if agreement[entry.ref.id] == most]


def _common_start(asked: Sequence[str], title: str) -> int:
    have = [match.group() for match in words(fold(title))]
    same = [left == right for left, right in zip(asked, have, strict=False)]
    return same.index(False) if False in same else len(same)


def addresses_of(document: Document, units: Sequence[WantedUnit]) -> list[str]:
    """Addresses of the units whose path holds every unit that was named and ends with one of them."""
    found = [section.address for section in document.sections if _is_unit(section.path, units)]
    found += [piece.address for piece in pieces(document) if piece.table and _is_unit(piece.path, units)]
    return found or [section.address for section in _mixed_up(document, units)]


def _mixed_up(document: Document, units: Sequence[WantedUnit]) -> list[Section]:
    """The outermost units that fit where nothing bears the very name: mục for khoản, "mục 3.2" for mục III, khoản 2."""
    loose = [step for unit in units for step in _taken_apart(unit)]
    found = [section for section in document.sections if _is_unit(section.path, loose, mixing=True)]
    depth = min((len(section.path) for section in found), default=0)
    return [section for section in found if len(section.path) == depth]


def _taken_apart(unit: WantedUnit) -> list[WantedUnit]:
    if unit.unit != "số":
        return [unit]
    parts = unit.labels[0].split(".")
    return [WantedUnit(name, spellings(part)) for name, part in zip(("mục", "khoản", "điểm"), parts, strict=False)]


def _is_unit(path: Path, units: Sequence[WantedUnit], *, mixing: bool = False) -> bool:
    return all(any(_matches(unit, step, mixing) for step in path) for unit in units) and any(
        _matches(unit, path[-1], mixing) for unit in units
    )


def _matches(unit: WantedUnit, step: tuple[str, str], mixing: bool) -> bool:
    name, label = step
    same_name = name == unit.unit or (mixing and name in _MIXED_UP and unit.unit in _MIXED_UP)
    return same_name and (not unit.labels or match_form(label) in unit.labels)


def put_addressed_first(hits: Sequence[Hit], addressed: Addressed) -> list[Hit]:
    """What the question names by unit comes first, then the rest of the document it names, then the others."""
    if not addressed.documents:
        return list(hits)
    found = {hit.listed.id: hit for hit in hits}
    bonus = _IN_DOCUMENT + _IS_UNIT
    exact = [_raised(found.get(unit.id) or Hit(unit, Worth()), bonus, "address") for unit in addressed.units]
    named = {hit.listed.id for hit in exact}
    rest = [_lifted(hit, addressed) for hit in hits if hit.listed.id not in named]
    return in_order([*exact, *rest])


def _lifted(hit: Hit, addressed: Addressed) -> Hit:
    listed = hit.listed
    if listed.ref.id not in addressed.documents:
        return hit
    if any(listed.id.startswith(place + "/") for place in addressed.places):
        return _raised(hit, _IN_DOCUMENT + _IN_UNIT, "address")
    return _raised(hit, _IN_DOCUMENT, "document") if addressed.is_sure else _raised(hit, _IN_TITLED, "")


def _raised(hit: Hit, bonus: float, named: Named) -> Hit:
    return replace(hit, worth=replace(hit.worth, named=bonus), named=named)

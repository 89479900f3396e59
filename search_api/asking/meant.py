"""The documents of a corpus that a question names: by number, popular name, day or title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.abbreviations import readings
from corpus.citation import Citation
from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from corpus.text import fold, words
from corpus.types import Filters
from search_api.asking.named_document import WantedDated, WantedDocument, WantedTitle
from search_api.asking.numbered import is_of, issues, numbered, of_another_kind
from search_api.asking.popular import WantedByName
from search_api.asking.question import question
from search_api.asking.titles import titled_documents
from search_api.asking.understand import Query

_MANY = 1000


@dataclass(frozen=True, slots=True)
class Meant:
    """The documents a question names, whether that is sure, and what readers have to know of it.

    Attributes:
        documents: Their ids.
        is_sure: Whether they were not named by words of their titles alone.
        notes: Sentences.
        attached: The kind of what is attached to them, where that is meant.
    """

    documents: tuple[str, ...]
    is_sure: bool
    notes: tuple[str, ...] = ()
    attached: str = ""


def absent_name(library: Library, query: Query) -> str:
    """The document a question names by number, if there is none behind the user's filters either."""
    wanted = query.document
    if not isinstance(wanted, WantedDocument) or numbered(library, wanted, Filters()):
        return ""
    return wanted.name


def meant_documents(library: Library, query: Query) -> Meant:
    """The documents of a corpus that a question names."""
    match query.document:
        case WantedDocument() as wanted:
            entries = numbered(library, wanted, query.filters)
            return Meant(_ids(entries), is_sure=True) if entries else _otherwise(library, wanted, query.filters)
        case WantedByName() as wanted:
            entries = _called(library, wanted, query.filters)
        case WantedDated() as wanted:
            entries = _dated(library, wanted, query.filters)
        case WantedTitle() as wanted:
            entries = _titled(library, wanted, query.filters)
        case None:
            entries = []
    if entries:
        return Meant(_ids(entries), is_sure=True)
    return Meant(_by_title(library, query), bool(query.units))


def _ids(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(entry.ref.id for entry in entries)


def _otherwise(library: Library, wanted: WantedDocument, filters: Filters) -> Meant:
    """What bears the number under another kind: a decision is asked for by what it issues; else it is only told."""
    if numbered(library, wanted, Filters()):
        return Meant((), is_sure=True)
    others = of_another_kind(library, wanted, filters)
    kind = wanted.name.partition(" số ")[0]
    issuing = [entry for entry in others if (body := library.catalogue.body(entry.ref.id)) and issues(body, kind)]
    told = "; ".join(dict.fromkeys(Citation(entry.ref).short_document for entry in issuing or others))
    if issuing:
        return Meant(_ids(issuing), is_sure=True, notes=(f"{wanted.name} được hiểu là {told}.",), attached=kind)
    return Meant((), is_sure=True, notes=(f"Số {wanted.serial} trong kho là {told}.",) if others else ())


def _by_title(library: Library, query: Query) -> tuple[str, ...]:
    names = titled_documents(question(query.text), query.named, library.catalogue.titles())
    wanted = query.filters.document or tuple(names)
    filters = replace(query.filters, document=tuple(name for name in names if name in wanted))
    _, entries = library.catalogue.entries(filters, 0, len(names)) if filters.document else (0, [])
    return tuple(entry.ref.id for entry in entries)


def _called(library: Library, wanted: WantedByName, filters: Filters) -> list[Entry]:
    """The documents a popular name means: the very numbers, since a name's are in full, and no other year's."""
    return [
        entry
        for one in wanted.documents
        for entry in library.catalogue.numbered(one.serial, filters)
        if is_of(one, entry)
    ]


def _dated(library: Library, wanted: WantedDated, filters: Filters) -> list[Entry]:
    """Documents of the kind and day; of several those of the issuer that was named."""
    kinds = tuple(kind for kind in wanted.kinds if not filters.kind or kind in filters.kind)
    if not kinds:
        return []
    _, entries = library.catalogue.entries(replace(filters, kind=kinds), 0, _MANY)
    found = [entry for entry in entries if entry.ref.issued_on == wanted.day]
    issuers = (wanted.issuer, *(fold(name) for names in readings(wanted.issuer) for name in names))
    return [entry for entry in found if fold(entry.ref.issuer or "") in issuers] or found


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

"""The other documents that a document speaks of, with those that the corpus has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.endings import named_one
from corpus.numbers import find_dates, find_numbers, number_key
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.document_rows import Entry
from corpus.types import Document, Filters
from search_api import schemas
from search_api.showing.shown import document_out


def relations_out(document: Document, catalogue: Catalogue) -> Iterator[schemas.RelationOut]:
    """What a document says about others, in its order; what it says twice is told once."""
    told = set()
    for reference in document.relations:
        key = (reference.relation, reference.number or reference.name)
        if key not in told:
            told.add(key)
            others = {entry.ref.id: entry for entry in _numbered(reference.number, document.ref.id, catalogue)}
            meant = named_one(document, reference, [entry.ref for entry in others.values()]) if others else None
            yield schemas.RelationOut(
                relation=reference.relation,
                number=reference.number,
                name=reference.name,
                document=document_out(others[meant.id]) if meant else None,
            )


def ended_by(entry: Entry, catalogue: Catalogue) -> schemas.DocumentOut | None:
    """The document of the corpus that ended the force of another, as JSON."""
    ender = ender_of(entry, catalogue)
    return document_out(ender) if ender else None


def ender_of(entry: Entry, catalogue: Catalogue) -> Entry | None:
    """The document of the corpus that ended the force of another, as the other's validity names it."""
    said = entry.ref.validity
    number = next((mention.number for mention in find_numbers(said)), None)
    days = {day for _, day in find_dates(said)}
    found = [other for other in _numbered(number, entry.ref.id, catalogue) if other.ref.issued_on in days]
    return found[0] if len(found) == 1 else None


def _numbered(number: str | None, but: str, catalogue: Catalogue) -> Sequence[Entry]:
    if number is None:
        return ()
    key, serial = number_key(number), re.split("[-/]", number)[0]
    found = catalogue.numbered(serial, Filters())
    return [one for one in found if one.ref.number and number_key(one.ref.number) == key and one.ref.id != but]

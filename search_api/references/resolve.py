"""What the corpus has under the names by which a text mentions documents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from corpus.citation import Citation, cited
from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from corpus.text import match_form
from corpus.types import Document, DocumentRef, Filters, Path, Step, Value
from corpus.validity import EXPIRED
from search_api.asking.unit_labels import WantedUnit, read_unit
from search_api.asking.unit_places import addresses_of
from search_api.references.alone import Alone, units_alone
from search_api.references.mention import Mention, Naming
from search_api.references.mentions import find_mentions
from search_api.references.shelf import Shelf
from search_api.showing.relations import ender_of

# Some 2 MB for a hundred pages.
_KEPT_DOCUMENTS = 16
# A unit that points back is looked for among so many documents named before it.
_NAMED_BACK = 40
_SEVERAL = re.compile(r"(?:bộ tứ|bốn|4)\s")
# In which year each congress from the sixth on elected the Central Committee of its term.
_TERMS = {6: 1986, 7: 1991, 8: 1996, 9: 2001, 10: 2006, 11: 2011, 12: 2016, 13: 2021, 14: 2026}


class Status(StrEnum):
    """What became of a mention."""

    FOUND = "found"
    """One document of the corpus is meant, and it has the units that are named."""
    AMBIGUOUS = "ambiguous"
    """Several fit, and nothing in the mention tells them apart: ``candidates``."""
    NOT_IN_CORPUS = "not_in_corpus"
    """The corpus has no such document; nothing is said of whether there is one."""
    NO_SUCH_UNIT = "no_such_unit"
    """The document is there, a unit that is named is not in it."""
    DATE_DIFFERS = "date_differs"
    """The only document of that name is of another day or year than the mention says: ``candidates``."""
    SELF = "self"
    """The text speaks of itself."""


@dataclass(frozen=True, slots=True)
class Place(Value):
    """A unit that is named, in the document that is meant.

    Attributes:
        path: As it is named.
        addresses: Where the document has it (``dieu-5/khoan-2/diem-a``): none if it has no such unit, several if
            the words fit several ("khoản 2" of a resolution with four parts).
    """

    path: Path
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved(Value):
    """A mention, and what the corpus has for it.

    Attributes:
        mention: The mention.
        text: Its words as they stand in the text.
        status: What became of it.
        documents: The documents meant: one; several only for a name of several ("bộ tứ nghị quyết"). None where
            the status is ``ambiguous``, ``not_in_corpus``, ``date_differs`` or ``self``.
        candidates: What it may mean where it is ambiguous or its date differs, newest first.
        places: The units named, where one document is meant.
        ended_by: The document of the corpus that took the force of the one meant; its validity tells in words.
        through: What names the document before, where the words name units alone ("khoản 2 nêu trên").
        citation: How the one meant is cited in full, with the place if just one is named and found.
    """

    mention: Mention
    text: str
    status: Status
    documents: tuple[Entry, ...] = ()
    candidates: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    ended_by: Entry | None = None
    citation: str | None = None
    through: Resolved | None = None

    @property
    def document(self) -> Entry | None:
        """The document meant, if it is one."""
        return self.documents[0] if len(self.documents) == 1 else None

    @property
    def has_ended(self) -> bool:
        """Whether the document meant is no longer in force, as a whole or in part."""
        return self.document is not None and self.document.ref.validity.startswith(EXPIRED)


class Resolver:
    """Finds what is mentioned among the documents of a corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library
        # What the corpus was when these were made is part of what they are kept under.
        self._shelf = lru_cache(maxsize=1)(self._new_shelf)
        self._body = lru_cache(maxsize=_KEPT_DOCUMENTS)(self._new_body)

    def resolve(self, text: str) -> tuple[Resolved, ...]:
        """Every mention in a text, in order, with what the corpus has for it."""
        shelf = self._shelf(self._library.catalogue.changes)
        return tuple(self._resolved(shelf, mention, text[slice(*mention.span)]) for mention in find_mentions(text))

    def with_units_alone(self, text: str) -> tuple[Resolved, ...]:
        """Every mention in a text, and every place named by its unit alone, of the document named before it, in order.

        A unit that does not point back ("nêu trên") is taken to be of the document that its paragraph names, unless
        the text speaks of itself ("Quy định này"): there it is one of its own.
        """
        mentions = self.resolve(text)
        named = [one for one in mentions if one.mention.naming is not Naming.SELF]
        starts = [one.mention.span.start for one in named]
        found = []
        for alone in units_alone(text, [one.mention for one in mentions], but_own=True):
            before = named[: bisect_left(starts, alone.span.start)][-_NAMED_BACK:]
            if not alone.points_back:
                paragraph = text.rfind("\n", 0, alone.span.start)
                is_of_others = len(named) == len(mentions)
                before = [one for one in before if is_of_others and one.mention.span.start > paragraph]
            found.append(self._of_one_before(alone, text, before))
        return tuple(sorted((*mentions, *filter(None, found)), key=lambda one: one.mention.span))

    def _of_one_before(self, alone: Alone, text: str, before: Sequence[Resolved]) -> Resolved | None:
        """Units as those of the document named last before them, or of the last of the kind that is said."""
        for one in reversed(before):
            found = self.at(alone, text, one)
            if found is not None or alone.kind is None:
                return replace(found, through=one) if found else None
        return None

    def at(self, alone: Alone, text: str, named: Resolved) -> Resolved | None:
        """Units named without their document, as those of a document named elsewhere in the text.

        Args:
            alone: The units.
            text: The text they stand in.
            named: What names the document.

        Returns:
            ``None`` if that is not one document, or not of the kind that is said; where no kind is said, also if it
            has no such units: they may be those of another, or of the text itself.
        """
        entry = named.document
        if entry is None or alone.kind not in (None, named.mention.kind, entry.ref.kind):
            return None
        mention = replace(named.mention, span=alone.span, units=alone.units)
        found = self._found(mention, text[slice(*alone.span)], entry)
        return None if found.status is Status.NO_SUCH_UNIT and alone.kind is None else found

    def _new_shelf(self, _changes: int) -> Shelf:
        catalogue = self._library.catalogue
        documents, _ = catalogue.totals()
        return Shelf(catalogue.entries(Filters(), 0, documents)[1])

    def _new_body(self, _changes: int, document: str) -> Document | None:
        return self._library.catalogue.body(document)

    def _resolved(self, shelf: Shelf, mention: Mention, text: str) -> Resolved:
        if mention.naming is Naming.SELF:
            return Resolved(mention, text, Status.SELF)
        named = _named(shelf, mention)
        fitting = [ref for ref in named if _is_of_time(mention, ref)]
        entries = self._library.catalogue.those([ref.id for ref in fitting or named]) if named else []
        if not entries:
            return Resolved(mention, text, Status.NOT_IN_CORPUS)
        if not fitting:
            return Resolved(mention, text, Status.DATE_DIFFERS, candidates=tuple(entries))
        if len(entries) == 1:
            return self._found(mention, text, entries[0])
        if _means_several(mention):
            return Resolved(mention, text, Status.FOUND, tuple(entries))
        return Resolved(mention, text, Status.AMBIGUOUS, candidates=tuple(entries))

    def _found(self, mention: Mention, text: str, entry: Entry) -> Resolved:
        body = self._body(self._library.catalogue.changes, entry.ref.id) if mention.units else None
        places = tuple(Place(path, addresses_named(body, path)) for path in mention.units if body)
        missing = any(not place.addresses for place in places)
        return Resolved(
            mention,
            text,
            Status.NO_SUCH_UNIT if missing else Status.FOUND,
            (entry,),
            places=places,
            ended_by=ender_of(entry, self._library.catalogue),
            citation=_citation(entry, body, places).full,
        )


def _named(shelf: Shelf, mention: Mention) -> list[DocumentRef]:
    match mention.naming:
        case Naming.NUMBER:
            return shelf.numbered(mention)
        case Naming.POPULAR:
            return shelf.called(mention)
        case _:
            return shelf.titled(mention)


def _means_several(mention: Mention) -> bool:
    """Whether a name is that of several documents at once, and not of one and its successor."""
    return bool(mention.called) and _SEVERAL.match(match_form(mention.title or "")) is not None


def _is_of_time(mention: Mention, ref: DocumentRef) -> bool:
    """Whether what a mention says of day, year and term is not against a document; an undated one may be of any."""
    day = ref.issued_on
    if day is None:
        return True
    if mention.issued_on is not None:
        return mention.issued_on == day
    if mention.year is not None and f"/{mention.year}" not in (mention.number or ""):
        return mention.year == day.year
    # A term ends in the year in which the next begins.
    begins, ends = _TERMS.get(mention.term or 0), _TERMS.get((mention.term or 0) + 1, date.max.year)
    return begins is None or begins <= day.year <= ends


def addresses_named(document: Document, path: Path) -> tuple[str, ...]:
    """Where a document has a unit as a text names it: none if it has no such unit, several if it may be several."""
    wanted = [unit for step in path for unit in _wanted(step)]
    return tuple(addresses_of(document, wanted))


def _wanted(step: Step) -> Iterator[WantedUnit]:
    label = match_form(step.label)
    return read_unit(step.unit, label, (label,) if label[:1] in ("d", "đ") and step.unit == "điểm" else ())


def _citation(entry: Entry, body: Document | None, places: Sequence[Place]) -> Citation:
    """The document, with the place if just one is named and found."""
    if body is None or len(places) != 1 or len(places[0].addresses) != 1:
        return Citation(entry.ref)
    section = next((one for one in body.sections if one.address == places[0].addresses[0]), None)
    return cited(replace(body, ref=entry.ref), section.path, section.unit_pages) if section else Citation(entry.ref)

"""What a reader may be typing: documents, units of the document that is named, popular terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from threading import Lock

from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from corpus.text import clean, fold, one_line, words
from corpus.types import Document, Filters, Section, Value
from search_api.asking.address import locate
from search_api.asking.frequent import Terms, popular_terms
from search_api.asking.named_document import named_document
from search_api.asking.question import question
from search_api.asking.understand import LONGEST_QUERY, understand

DOCUMENTS, UNITS, TERMS = 4, 6, 4
"""How many suggestions of each sort: together as many lines as a reader takes in while typing."""

# Outlines of documents that are being named: who types asks for one again with every letter.
_OUTLINES = 16
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Titled(Value):
    """A document with the folded words by which it is found, each with a blank in front."""

    entry: Entry
    key: str


@dataclass(frozen=True, slots=True)
class Unit(Value):
    """A unit of a document with the folded words by which it is found, and those that are its own."""

    section: Section
    key: str
    own: str


@dataclass(frozen=True, slots=True)
class Suggested(Value):
    """What may be meant."""

    documents: tuple[Entry, ...]
    units: tuple[tuple[Entry, Section], ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named(Value):
    """Documents named by number, the places of units named with them, and the folded words typed besides."""

    documents: tuple[Entry, ...]
    places: tuple[str, ...]
    typed: tuple[str, ...]


class Suggester:
    """Suggestions over a corpus, from memory; what is in memory follows the corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._titles: tuple[int, tuple[Titled, ...]] = (-1, ())
        self._terms: tuple[int, Terms] = (-1, Terms())
        self._headings: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._refreshing = Lock()
        self._units = lru_cache(_OUTLINES)(self._units_of)

    def suggest(self, typed: str) -> Suggested:
        """What may be meant by what has been typed; terms are those of the last ``refresh``."""
        text = one_line(clean(typed))
        titles = self._current_titles()
        named = self._named(titles, text)
        if named is None:
            terms = self._terms[1].completing(text, TERMS)
            return Suggested(tuple(islice(_called(titles, text), DOCUMENTS)), (), tuple(terms))
        return Suggested(named.documents[:DOCUMENTS], tuple(islice(self._units_called(named), UNITS)), ())

    def refresh(self) -> None:
        """Bring the terms up to the corpus; nothing to do if they are, or if another thread is at it."""
        if self._terms[0] == self._library.catalogue.changes or not self._refreshing.acquire(blocking=False):
            return
        try:
            changes = self._library.catalogue.changes
            self._terms = (changes, popular_terms(self._all_headings()))
        finally:
            self._refreshing.release()

    def _current_titles(self) -> tuple[Titled, ...]:
        changes = self._library.catalogue.changes
        if self._titles[0] != changes:
            _, entries = self._library.catalogue.entries(Filters(), 0, _ALL)
            self._titles = (changes, tuple(Titled(entry, _key(_names(entry))) for entry in entries))
        return self._titles[1]

    def _named(self, titles: Sequence[Titled], text: str) -> _Named | None:
        """What a question names by number, as far as the corpus has it."""
        # "nq 05 điều" is taken for a number of articles; half a word later it names one.
        asked = next((asked for asked in (text, text.rpartition(" ")[0]) if named_document(question(asked))), "")
        found = named_document(question(asked))
        if found is None or len(text) > LONGEST_QUERY:
            return None
        query = understand(asked, Filters())
        names = locate(self._library, replace(query, units=())).documents
        # Only the newest is opened for its units: many documents bear one number.
        places = locate(self._library, replace(query, filters=Filters(document=names[:1]))).places if names else ()
        entries = {titled.entry.ref.id: titled.entry for titled in titles if titled.entry.ref.id in names}
        documents = tuple(entries[name] for name in names if name in entries)
        rest = f"{text[: found[1].start]} {text[found[1].end :]}"
        typed = tuple(match.group() for match in words(fold(rest)))
        return _Named(documents, places, typed) if documents else None

    def _units_called(self, named: _Named) -> Iterator[tuple[Entry, Section]]:
        """Units of the newest document named: those named too, else those whose words begin as typed."""
        entry = named.documents[0]
        units = self._units(entry.ref.id, entry.version) if named.typed else ()
        exact = [unit for unit in units if f"{entry.ref.id}/{unit.section.address}" in named.places]
        begun = [unit for unit in units if all(f" {word}" in unit.key for word in named.typed)]
        # What stands inside a unit that was begun comes behind the unit itself.
        begun.sort(key=lambda unit: f" {named.typed[-1]}" not in unit.own)
        for unit in exact or begun:
            yield entry, unit.section

    def _units_of(self, document: str, _version: str) -> tuple[Unit, ...]:
        body = self._library.catalogue.body(document)
        if body is None:
            return ()
        return tuple(
            Unit(section, _key(unit_name(section)), _key(" ".join((*section.path[-1], section.heading or ""))))
            for section in body.sections
            if section.heading or section.path[-1].label
        )

    def _all_headings(self) -> Iterator[str]:
        """Titles and headings; documents that are as they were are not read again."""
        titles = self._current_titles()
        kept = {}
        for titled in titles:
            entry = titled.entry
            known = self._headings.get(entry.ref.id)
            if known is None or known[0] != entry.version:
                known = (entry.version, _headings(self._library.catalogue.body(entry.ref.id)))
            kept[entry.ref.id] = known
            yield from (entry.ref.title or "", *known[1])
        self._headings = kept


def _called(titles: Sequence[Titled], text: str) -> Iterator[Entry]:
    """Documents in whose number or title every word typed begins a word.

    Those so numbered come first, then those whose name begins so, then those that have the words side by side; of
    equal ones the newest.
    """
    typed = [match.group() for match in words(fold(text))]
    found = [titled for titled in titles if typed and all(f" {word}" in titled.key for word in typed)]
    numbers = {word.lstrip("0") for word in typed if word.isdigit()}
    in_a_row = " " + " ".join(typed)

    def fit(titled: Titled) -> tuple[bool, bool, bool]:
        other_number = _serial(titled.entry) not in numbers
        return other_number, not titled.key.startswith(in_a_row), in_a_row not in titled.key

    for titled in sorted(found, key=fit):
        yield titled.entry


def _serial(entry: Entry) -> str:
    first = next(words(fold(entry.ref.number or "")), None)
    return first.group().lstrip("0") if first else ""


def _names(entry: Entry) -> str:
    ref = entry.ref
    # A number is also looked for without its zeros.
    return " ".join(filter(None, (ref.kind, (ref.number or "").lstrip("0"), ref.number, ref.title)))


def unit_name(section: Section) -> str:
    """A unit by its path and heading: "mục III, khoản 2: Hạ tầng số"."""
    path = ", ".join(f"{step.unit} {step.label}".strip() for step in section.path)
    return f"{path}: {one_line(section.heading)}" if section.heading else path


def _headings(body: Document | None) -> tuple[str, ...]:
    return tuple(one_line(section.heading) for section in body.sections if section.heading) if body else ()


def _key(text: str) -> str:
    return " " + " ".join(match.group() for match in words(fold(text)))

"""Questions that name a document or a unit of it: "khoản 2 mục III nghị quyết 57"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.abbreviations import write_out
from corpus.citation import Citation
from corpus.runtime.library import Library
from corpus.text import fold, match_form
from corpus.types import Document, Filters, Listed, Passage, Value
from search_api.asking.beside import Beside, beside
from search_api.asking.meant import Meant, absent_name, meant_documents
from search_api.asking.named_document import WantedDated, WantedDocument
from search_api.asking.named_unit import named_units
from search_api.asking.numbered import ATTACHED, mentions_of
from search_api.asking.popular import WantedByName
from search_api.asking.question import question
from search_api.asking.understand import Query
from search_api.asking.unit_labels import WantedUnit
from search_api.asking.unit_places import addresses_of, lacking, together
from search_api.ranking.rank import Hit, Named, Worth, in_order

# Added to the score of a hit that stands in the document the question names; larger than any fused score.
_IN_DOCUMENT = 4.0
# The same for a document named by words of its title alone, which may be the topic: a nudge.
_IN_TITLED = 0.4
# Added, on top, to a hit that is the unit the question names, or stands inside it.
_IS_UNIT = 4.0
_IN_UNIT = 2.0
# The same for a passage that names a document the corpus has not: it may say what became of it.
_MENTIONS = 0.4
# Units that are listed ("điều 30 đến 33") stand in their order, each worth more than any fused score.
_OWN_MOST, _IN_ORDER = 3.0, 0.01
# What texts say of documents that are not theirs: whether they are in force, and what took their place.
_STANDING = re.compile(
    r"(?<!\w)(?:hieu luc|thay the|thay cho|bai bo|huy bo|sua doi|het han|con (?:dung|ap dung|gia tri)|"
    r"(?:do )?ai ban hanh|ban hanh (?:khi|ngay|nam) nao)(?!\w)"
)
# So many characters about a number, at most, are about the document.
_NEAR = 80
# Of so many hits that is looked up: what comes behind them is far from the question.
_READ_FOR_MENTIONS = 30

ReadTexts = Callable[[Sequence[Listed]], Mapping[str, Passage]]
"""Passages by id, those that are gone left out."""


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
        lacks_unit: Whether it names a unit that the document it names has not.
        notes: Sentences on what it names and how that was understood, for readers.
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
    lacks_unit: bool = False
    notes: tuple[str, ...] = ()

    def is_missing_in(self, best: Passage | None) -> bool:
        """Whether what it names is not here, and the best hit does not tell of it either.

        A text tells what became of a document the corpus has not, though not what that says; and it may speak of
        units of another document ("điểm 8.3" of the guidance it amends) that it has not itself.
        """
        if best is None:
            return bool(self.absent) or self.lacks_unit
        wanted = self.query.document
        is_told = self.asks_standing and isinstance(wanted, WantedDocument) and bool(mentions_of(best.text, wanted))
        return (bool(self.absent) and not is_told) or (self.lacks_unit and not self._is_unit_named_in(best))

    def _is_unit_named_in(self, best: Passage) -> bool:
        said = {unit for unit, _ in named_units(question(best.text), None)}
        return best.ref.id in self.documents and said.issuperset(self.query.units)

    @property
    def asks_standing(self) -> bool:
        """Whether it asks nothing of a document but what became of it, or nothing at all."""
        return not self.query.topic or _STANDING.search(fold(self.query.topic)) is not None

    @property
    def choices(self) -> tuple[str, ...]:
        """The documents a number or name may mean, newest first; none if it means one, or all are meant."""
        is_open = isinstance(self.query.document, WantedDocument | WantedByName | WantedDated)
        return self.documents if is_open and len(self.documents) > 1 else ()

    @property
    def alone(self) -> tuple[str, ...]:
        """The document a question names and asks nothing more of; none if there is no such, or there are several."""
        is_alone = self.is_sure and not self.query.topic and not self.query.units
        return self.documents if is_alone and len(self.documents) == 1 else ()


def locate(library: Library, query: Query) -> Addressed:
    """The documents and units a question names, as far as the corpus has them."""
    meant = meant_documents(library, query)
    documents = meant.documents
    bodies = {name: body for name in documents if (body := library.catalogue.body(name))} if query.units else {}
    places: list[str] = []
    units: list[Listed] = []
    for name, body in bodies.items():
        addresses = _addresses(body, query, meant)
        places += [f"{name}/{address}" for address in addresses]
        units += library.catalogue.listed_at(name, addresses)
    lacks = lacking(tuple(bodies.values()), query.units) if bodies and meant.is_sure else ""
    words = query.topic if documents and meant.is_sure and query.topic else query.text
    return Addressed(
        query=query,
        documents=documents,
        is_sure=meant.is_sure,
        filters=replace(query.filters, document=documents),
        places=tuple(places),
        units=tuple(units),
        words=write_out(words),
        typed=words,
        beside=beside(words, query.reading),
        absent="" if documents else absent_name(library, query),
        lacks_unit=bool(lacks) and not places,
        notes=(*meant.notes, *([_lacks(tuple(bodies.values()), lacks)] if lacks else [])),
    )


def _addresses(body: Document, query: Query, meant: Meant) -> list[str]:
    """Where a document has the units; of one that is asked for as what is attached to it, there first."""
    units = together(query.units)
    inside = (*units, WantedUnit(ATTACHED, (match_form(meant.attached),))) if meant.attached else units
    return addresses_of(body, inside) or addresses_of(body, units)


def _lacks(documents: Sequence[Document], units: str) -> str:
    if len(documents) > 1:
        return f"Không văn bản nào được hỏi có {units}."
    return f"{Citation(documents[0].ref).short_document} trong kho không có {units}."


def put_addressed_first(hits: Sequence[Hit], addressed: Addressed, texts: ReadTexts) -> list[Hit]:
    """What the question names by unit comes first, then the rest of the document it names, then the others.

    Of a document that is not here, what names it by its number is a little in front.
    """
    if not addressed.documents:
        return _with_mentions(hits, addressed, texts)
    found = {hit.listed.id: hit for hit in hits}
    firsts = [found.get(unit.id) or Hit(unit, Worth()) for unit in addressed.units]
    firsts += _in_label_only(hits, addressed)
    if addressed.query.lists_units:
        firsts.sort(key=lambda hit: _place_of(hit, addressed))
        exact = [_first(hit, _OWN_MOST - _IN_ORDER * number) for number, hit in enumerate(firsts)]
    else:
        exact = [_first(hit, hit.score) for hit in firsts]
    named = {hit.listed.id for hit in exact}
    rest = [_lifted(hit, addressed) for hit in hits if hit.listed.id not in named]
    return in_order([*exact, *rest])


def _in_label_only(hits: Sequence[Hit], addressed: Addressed) -> list[Hit]:
    """Of each unit named that prints no more than its label, the best that stands in it."""
    quotable = {unit.id for unit in addressed.units}
    inside = (
        next((hit for hit in hits if hit.listed.id.startswith(f"{place}/")), None)
        for place in addressed.places
        if place not in quotable
    )
    return list(dict.fromkeys(hit for hit in inside if hit is not None))


def _place_of(hit: Hit, addressed: Addressed) -> int:
    """The place, among the units named, of the one a hit is or stands in."""
    return next(
        number
        for number, place in enumerate(addressed.places)
        if hit.listed.id == place or hit.listed.id.startswith(f"{place}/")
    )


def _first(hit: Hit, own: float) -> Hit:
    """A unit that is named, in front of all others by what is its own among those."""
    return _raised(hit, _IN_DOCUMENT + _IS_UNIT + own - hit.worth.score, "address")


def _with_mentions(hits: Sequence[Hit], addressed: Addressed, texts: ReadTexts) -> list[Hit]:
    wanted = addressed.query.document
    if not addressed.absent or not isinstance(wanted, WantedDocument):
        return list(hits)
    read = texts([hit.listed for hit in hits[:_READ_FOR_MENTIONS]])
    bonus = {
        name: _IN_DOCUMENT if addressed.asks_standing and _tells_standing(passage.text, wanted) else _MENTIONS
        for name, passage in read.items()
        if mentions_of(passage.text, wanted)
    }
    return in_order(_raised(hit, bonus[hit.listed.id], "") if hit.listed.id in bonus else hit for hit in hits)


def _tells_standing(text: str, wanted: WantedDocument) -> bool:
    """Whether a text says what became of a document it names, near where it names it."""
    plain = fold(text)
    around = (plain[max(0, one.start - _NEAR) : one.end + _NEAR] for one in mentions_of(text, wanted))
    return any(_STANDING.search(part) for part in around)


def _lifted(hit: Hit, addressed: Addressed) -> Hit:
    listed = hit.listed
    if listed.ref.id not in addressed.documents:
        return hit
    if any(listed.id.startswith(place + "/") for place in addressed.places):
        return _raised(hit, _IN_DOCUMENT + _IN_UNIT, "address")
    return _raised(hit, _IN_DOCUMENT, "document") if addressed.is_sure else _raised(hit, _IN_TITLED, "")


def _raised(hit: Hit, bonus: float, named: Named) -> Hit:
    return hit._replace(worth=hit.worth._replace(named=bonus), named=named)

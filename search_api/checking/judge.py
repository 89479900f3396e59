"""What the corpus says of one quotation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.pieces import Piece
from corpus.runtime.document_rows import Entry
from corpus.types import Value
from corpus.validity import EXPIRED, validity_class
from search_api.checking.attribution import Attribution
from search_api.checking.compare import Match, Range, exact_matches, nearest_match, segments_of
from search_api.checking.hidden import cut_off_denial, omitted_denial
from search_api.checking.schemas import Verdict
from search_api.checking.shelf import Shelf
from search_api.checking.source import Source
from search_api.checking.words import Words, words_of
from search_api.references.resolve import Resolved, Status
from search_api.schemas import DocumentOut

# Of the documents that share the most with a quotation the first has it; copies of one another take the next places.
_MOST_DOCUMENTS = 8
# An altered quotation may by chance be a little nearer to another document than to its own.
_ABOUT = 0.15


@dataclass(frozen=True, slots=True)
class Found(Value):
    """A quotation as a document of the corpus has it.

    Attributes:
        entry: The document.
        source: Its words.
        match: How the quotation lies in it.
        pieces: The units in which it stands, in order.
    """

    entry: Entry
    source: Source
    match: Match
    pieces: tuple[Piece, ...]

    @property
    def ended(self) -> bool:
        """Whether the document is no longer in force."""
        return validity_class(self.entry.ref.validity) == EXPIRED


@dataclass(frozen=True, slots=True)
class Judgement(Value):
    """What was found of a quotation.

    Attributes:
        quote: Its words.
        verdict: What it comes to.
        found: Where the corpus has it, or what it was altered from.
        misplaced: That is not where it is said to be from.
        by_another: It stands in a document that its sentence names, but not next to it.
        omitted: The word of denial that its ellipsis hides, as the document has it; empty if there is none.
        cut_off: The word of denial right before its first word in the document, which the draft does not say either.
        ended_by: What took the force of the document, if the corpus has it.
    """

    quote: Words
    verdict: Verdict
    found: Found | None = None
    misplaced: bool = False
    by_another: bool = False
    omitted: str = ""
    cut_off: str = ""
    ended_by: DocumentOut | None = None


class Judge:
    """Judges quotations by one corpus."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def judge(self, text: str, attribution: Attribution | None, before: str) -> Judgement:
        """What the corpus says of a quotation.

        Args:
            text: Its words as the draft has them.
            attribution: What it is said to be from.
            before: What the draft says before it in the same paragraph.
        """
        quote = words_of(text)
        segments = segments_of(quote)
        if not segments:
            return Judgement(quote, Verdict.NOT_FOUND)
        named = attribution.named if attribution and attribution.stated else ()
        documents = documents_meant(attribution.named) if attribution else ()
        also = documents_meant(attribution.also) if attribution else ()
        nearest = self._shelf.nearest(text, _MOST_DOCUMENTS)
        entries = self._shelf.entries(tuple({*documents, *also, *nearest}))
        order = [name for name in dict.fromkeys((*documents, *also, *nearest)) if name in entries]
        exact = [found for name in order for found in self._exact(quote, segments, entries[name])]
        if exact:
            return self._judged(quote, _best(exact, attribution), attribution, before)
        found = self._altered(quote, segments, [entries[name] for name in order], documents)
        if found is None:
            unknown = bool(named) and not documents
            return Judgement(quote, Verdict.UNKNOWN_DOCUMENT if unknown else Verdict.NOT_FOUND)
        return self._judged(quote, found, attribution, before)

    def _exact(self, quote: Words, segments: tuple[Range, ...], entry: Entry) -> Iterator[Found]:
        source = self._shelf.source(entry.ref.id)
        if source is not None:
            for match in exact_matches(quote, segments, source):
                yield Found(entry, source, match, source.pieces_at(match.first, match.end))

    def _altered(
        self, quote: Words, segments: tuple[Range, ...], entries: Sequence[Entry], named: Collection[str]
    ) -> Found | None:
        """The document that has the most of it; the one it is said to be from if it has about as much."""
        best: Found | None = None
        for entry in entries:
            source = self._shelf.source(entry.ref.id)
            match = nearest_match(quote, segments, source) if source else None
            allowed = _ABOUT if best and best.entry.ref.id in named else 0.0
            if source and match and (best is None or match.alike > best.match.alike + allowed):
                best = Found(entry, source, match, source.pieces_at(match.first, match.end))
        return best

    def _judged(self, quote: Words, found: Found, attribution: Attribution | None, before: str) -> Judgement:
        named = attribution.named if attribution and attribution.stated else ()
        at_named = not named or _is_at(found, named)
        by_another = not at_named and attribution is not None and _is_at(found, attribution.also)
        judgement = Judgement(
            quote,
            Verdict.EXACT,
            found,
            misplaced=(not at_named and not by_another) or _is_elsewhere(found, attribution),
            by_another=by_another,
            omitted=omitted_denial(found.source.words, found.match),
            cut_off=cut_off_denial(found.source.words, found.match, before),
            ended_by=self._shelf.ended_by(found.entry) if found.ended else None,
        )
        return replace(judgement, verdict=_verdict(judgement, unknown=bool(named) and not documents_meant(named)))


def documents_meant(mentions: Sequence[Resolved]) -> tuple[str, ...]:
    """Ids of the documents that mentions mean or may mean."""
    return tuple(dict.fromkeys(entry.ref.id for one in mentions for entry in (*one.documents, *one.candidates)))


def _best(exact: Sequence[Found], attribution: Attribution | None) -> Found:
    """Of the places that have it the one it is said to be from, else one in force, else the first."""

    def rank(found: Found) -> tuple[bool, bool, bool, bool]:
        named = attribution.named if attribution else ()
        also = attribution.also if attribution else ()
        in_document = found.entry.ref.id in documents_meant(named)
        return (not _is_at(found, named), not in_document, not _is_at(found, also), found.ended and not in_document)

    return min(exact, key=rank)


def _is_at(found: Found, mentions: Sequence[Resolved]) -> bool:
    """Whether a place is one that is named."""
    return any(_is_named(found, mention) for mention in mentions)


def _is_elsewhere(found: Found, attribution: Attribution | None) -> bool:
    """Whether a place is in the document of the unit that is named with a quotation, but not in that unit."""
    if attribution is None or not attribution.by_unit:
        return False
    return found.entry.ref.id in documents_meant(attribution.named) and not _is_at(found, attribution.named)


def _is_named(found: Found, mention: Resolved) -> bool:
    if found.entry.ref.id not in documents_meant([mention]):
        return False
    if not mention.mention.units or not mention.places:
        # A unit of a document that several may be is not looked for.
        return not mention.mention.units or mention.status is Status.AMBIGUOUS
    addresses = [address for place in mention.places for address in place.addresses]
    first = found.pieces[0].address if found.pieces else ""
    return any(first == address or first.startswith(f"{address}/") for address in addresses)


def _verdict(judgement: Judgement, *, unknown: bool) -> Verdict:
    found = judgement.found
    assert found is not None  # noqa: S101 - judged is what was found
    if unknown:
        return Verdict.UNKNOWN_DOCUMENT
    if not found.match.exact or judgement.omitted or judgement.cut_off:
        return Verdict.ALTERED
    if judgement.misplaced:
        return Verdict.MISATTRIBUTED
    return Verdict.REPLACED if found.ended else Verdict.EXACT

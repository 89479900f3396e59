"""Quotations taken from the corpus, and what has become of them there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.errors import NotFound
from corpus.pieces import pieces
from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from corpus.types import Passage
from corpus.validity import EXPIRED
from search_api.checking.words import words_of
from search_api.packs.content import Quote, QuotedDocument
from search_api.packs.schemas import QuoteStateOut, Standing
from search_api.packs.withheld import WARNING
from search_api.showing.shown import document_out, passage_out


class Quoting:
    """Takes quotations from a corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def quotes(self, passages: Sequence[str]) -> list[Quote]:
        """Passages as quotations, in the order asked; one that is asked for twice comes once.

        Raises:
            NotFound: There is no such passage, or it cannot be quoted.
        """
        return [self._quote(passage) for passage in dict.fromkeys(passages)]

    def state(self, label: int, quote: Quote) -> QuoteStateOut:
        """What has become of a quotation."""
        if quote.withheld:
            return _withheld(label)
        name, _, address = quote.passage.partition("/")
        entry = self._entry(name)
        found = self._standing(entry, address, quote) if entry else None
        if entry is None or found is None:
            return QuoteStateOut(
                label=label,
                standing=Standing.GONE,
                passage=None,
                text=None,
                version=None,
                validity=entry.ref.validity if entry else None,
                ended=_ended(entry),
                warning=_warning(Standing.GONE, entry),
            )
        same = _same_words(found.text, quote.text)
        standing = Standing.UNCHANGED if same else Standing.CHANGED
        return QuoteStateOut(
            label=label,
            standing=standing,
            passage=found.id,
            text=None if same else found.text,
            version=entry.version,
            validity=entry.ref.validity,
            ended=_ended(entry),
            warning=_warning(standing, entry),
        )

    def _quote(self, passage: str) -> Quote:
        name, _, address = passage.partition("/")
        while True:
            entry = self._entry(name)
            found = next(iter(self._library.passages(entry.ref.id, [address])), None) if entry else None
            if entry is None or found is None:
                raise NotFound(f"Không có đoạn «{passage}» trong kho.", "Hãy tìm lại đoạn cần trích rồi thêm từ đó.")
            # A new version may take the document's place between the two readings: then both are made again.
            if self._entry(name) == entry:
                return _frozen(entry, found)

    def _standing(self, entry: Entry, address: str, quote: Quote) -> Passage | None:
        """The passage at the quotation's address, or the one that has its words if those moved."""
        here = next(iter(self._library.passages(entry.ref.id, [address])), None)
        if entry.version == quote.document.version or (here and _same_words(here.text, quote.text)):
            return here
        body = self._library.catalogue.body(entry.ref.id)
        others = self._library.passages(entry.ref.id, [piece.address for piece in pieces(body)]) if body else []
        return next((other for other in others if _same_words(other.text, quote.text)), here)

    def _entry(self, document: str) -> Entry | None:
        catalogue = self._library.catalogue
        return catalogue.entry(catalogue.known_as(document))


def _withheld(label: int) -> QuoteStateOut:
    return QuoteStateOut(
        label=label,
        standing=Standing.WITHHELD,
        passage=None,
        text=None,
        version=None,
        validity=None,
        ended=False,
        warning=WARNING,
    )


def _frozen(entry: Entry, passage: Passage) -> Quote:
    document, shown = document_out(entry), passage_out(passage)
    return Quote(
        passage=shown.id,
        document=QuotedDocument(
            id=document.id,
            version=entry.version,
            number=document.number,
            kind=document.kind,
            issuer=document.issuer,
            issued_on=document.issued_on,
            title=document.title,
            citation=document.citation,
            validity=document.validity,
            secrecy=document.secrecy,
        ),
        trail=shown.trail,
        text=shown.text,
        pages=shown.pages,
        recognised=shown.recognised,
        citation=shown.citation,
    )


def _same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words, as a check of quotations compares them: hóa and hoá are one."""
    return one == other or words_of(one).forms == words_of(other).forms


def _ended(entry: Entry | None) -> bool:
    return entry is not None and entry.ref.validity.startswith(EXPIRED)


def _warning(standing: Standing, entry: Entry | None) -> str | None:
    told = " ".join(_warnings(standing, entry))
    return told or None


def _warnings(standing: Standing, entry: Entry | None) -> Iterable[str]:
    if entry is None:
        yield "Văn bản này không còn trong kho; lời trích là lời lúc trích."
    elif standing is Standing.GONE:
        yield "Bản văn bản hiện dùng không còn đoạn này; hãy đối chiếu lại trước khi dùng."
    elif standing is Standing.CHANGED:
        yield "Lời văn hiện nay trong kho đã khác lời trích; hãy đối chiếu lại trước khi dùng."
    if entry is not None and _ended(entry):
        yield f"Văn bản {entry.ref.validity}."

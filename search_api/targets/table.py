"""The table of targets over documents of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from corpus.citation import Citation, cited
from corpus.errors import BadQuery, NotFound
from corpus.pages import pages_of
from corpus.pieces import pieces
from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from corpus.text import fold, match_form, one_line
from corpus.types import Document, Span
from search_api.schemas import FacetValueOut
from search_api.showing.outline import page_numbers
from search_api.showing.shown import citation_out, document_out
from search_api.targets.asked import MOST_DOCUMENTS, TargetsAsked
from search_api.targets.finding import find_targets
from search_api.targets.schemas import AmountOut, DeadlineOut, TargetFacetsOut, TargetOut, TargetTableOut
from search_api.targets.values import Target

# A few hundred rows of 2 KB each for a long document.
_KEPT = 32
_FIELDS = ("kind", "year", "body")
# Behind every date: what has none.
_NO_DAY = "9999"


class Targets:
    """Finds the targets of documents of a corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library
        # A table is sorted, filtered and exported again and again over the same documents.
        self._rows_of = lru_cache(maxsize=_KEPT)(self._new_rows_of)

    def table(self, documents: Sequence[str]) -> tuple[TargetOut, ...]:
        """Every target of these documents, in the order of the documents and as printed.

        Raises:
            NotFound: There is no such document.
            BadQuery: More documents than one table holds.
        """
        if len(documents) > MOST_DOCUMENTS:
            raise BadQuery(
                f"Một bảng chỉ lấy từ nhiều nhất {MOST_DOCUMENTS} văn bản; đã chọn {len(documents)}.",
                "Hãy bớt văn bản rồi lập bảng lại.",
            )
        catalogue = self._library.catalogue
        known = dict.fromkeys(map(catalogue.known_as, documents))
        return tuple(row for document in known for row in self._rows_of(catalogue.changes, document))

    def rows(self, asked: TargetsAsked) -> tuple[TargetOut, ...]:
        """The rows that are wanted, in the order wanted; see ``table`` for the errors."""
        kept = [row for row in self.table(asked.document) if all(test(row) for test in _tests(asked).values())]
        if asked.sort == "order":
            return tuple(reversed(kept)) if asked.descending else tuple(kept)
        return tuple(sorted(kept, key=_ORDERS[asked.sort], reverse=asked.descending))

    def page(self, asked: TargetsAsked, page: int, page_size: int) -> TargetTableOut:
        """One page of the rows, with what they can be filtered by; see ``table`` for the errors."""
        rows = self.rows(asked)
        catalogue = self._library.catalogue
        entries = {entry.ref.id: entry for entry in catalogue.those([*map(catalogue.known_as, asked.document)])}
        chosen = dict.fromkeys(map(catalogue.known_as, asked.document))
        return TargetTableOut(
            total=len(rows),
            page=page,
            page_size=page_size,
            documents=tuple(document_out(entries[name]) for name in chosen if name in entries),
            rows=rows[(page - 1) * page_size : page * page_size],
            facets=self._facets(asked),
        )

    def _facets(self, asked: TargetsAsked) -> TargetFacetsOut:
        """The values of each field among the rows that pass the other filters."""
        every, tests = self.table(asked.document), _tests(asked)
        values: dict[str, tuple[FacetValueOut, ...]] = {}
        for field in _FIELDS:
            others = [test for name, test in tests.items() if name != field]
            values[field] = _counted(field, [row for row in every if all(test(row) for test in others)])
        return TargetFacetsOut(**values)

    def _new_rows_of(self, _changes: int, document: str) -> tuple[TargetOut, ...]:
        entry = self._library.catalogue.entry(document)
        body = self._library.catalogue.body(document)
        if entry is None or body is None:
            raise NotFound(f"Không có văn bản «{document}».", "Hãy xem danh sách tại /api/documents.")
        return tuple(_rows(entry, body))


def _rows(entry: Entry, body: Document) -> Iterator[TargetOut]:
    shown = document_out(entry)
    citations: dict[str, tuple[Citation, tuple[int, ...]]] = {}
    for piece in pieces(body):
        pages = pages_of(piece.span, body.page_starts)
        citations[piece.address] = (cited(body, piece.path, pages), page_numbers(pages))
    for target in find_targets(body):
        # Part of a long row is cited as the row; a cell whose row is not quoted apart, as its table.
        address = next(one for one in _upwards(target.address) if one in citations)
        citation, pages_out = citations[address]
        yield TargetOut(
            passage=f"{body.ref.id}/{address}",
            document=shown,
            kind=target.kind.value,
            what=_words(body, target.what),
            comparison=target.comparison.value if target.comparison else None,
            amount=_amount_out(body, target),
            deadline=_deadline_out(body, target),
            body=_words(body, target.body) if target.body else None,
            sentence=_words(body, target.sentence),
            citation=citation_out(citation),
            pages=pages_out,
        )


def _upwards(address: str) -> Iterator[str]:
    """An address and those of the units around it, innermost first."""
    while address:
        yield address
        address = address.rpartition("/")[0]


def _words(body: Document, span: Span) -> str:
    """As printed; the break of a wrapped line or between cells is a space."""
    return one_line(body.text[slice(*span)])


def _amount_out(body: Document, target: Target) -> AmountOut | None:
    amount = target.amount
    if amount is None:
        return None
    return AmountOut(
        printed=_words(body, amount.span),
        number=float(amount.number),
        upper=None if amount.upper is None else float(amount.upper),
        unit=amount.unit,
    )


def _deadline_out(body: Document, target: Target) -> DeadlineOut | None:
    deadline = target.deadline
    if deadline is None:
        return None
    return DeadlineOut(
        printed=_words(body, deadline.span), precision=deadline.precision.value, day=deadline.day, key=deadline.key
    )


def _tests(asked: TargetsAsked) -> dict[str, Callable[[TargetOut], bool]]:
    """Field → whether a row passes the filter on it."""
    kinds, years = {kind.value for kind in asked.kind}, {str(year) for year in asked.year}
    bodies, words = {match_form(body) for body in asked.body}, frozenset(fold(asked.words).split())
    return {
        "kind": lambda row: not kinds or row.kind in kinds,
        "year": lambda row: not years or _value("year", row) in years,
        "body": lambda row: not bodies or match_form(row.body or "") in bodies,
        "words": lambda row: not words or _has(row, words),
    }


def _has(row: TargetOut, words: Collection[str]) -> bool:
    # Folded once a row: what is asked may have a hundred words.
    text = fold(f"{row.sentence} {row.body or ''}")
    return all(word in text for word in words)


def _value(field: str, row: TargetOut) -> str | None:
    match field:
        case "kind":
            return row.kind
        case "year":
            return str(row.deadline.day.year) if row.deadline and row.deadline.day else None
        case _:
            return row.body


def _counted(field: str, rows: Sequence[TargetOut]) -> tuple[FacetValueOut, ...]:
    """The values with their numbers, most frequent first; a body written with other capitals is the same."""
    spelled: dict[str, str] = {}
    counts: dict[str, int] = {}
    for row in rows:
        if value := _value(field, row):
            form = match_form(value)
            spelled.setdefault(form, value)
            counts[form] = counts.get(form, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValueOut(value=spelled[form], count=count) for form, count in ordered)


def _by_deadline(row: TargetOut) -> tuple[str, str]:
    deadline = row.deadline
    return (deadline.day.isoformat() if deadline and deadline.day else _NO_DAY, deadline.key if deadline else "~")


_ORDERS: dict[str, Callable[[TargetOut], tuple[str | float, ...]]] = {
    "amount": lambda row: (row.amount.unit if row.amount else "~", row.amount.number if row.amount else 0.0),
    "deadline": _by_deadline,
    "body": lambda row: (match_form(row.body) if row.body else "~",),
    "document": lambda row: (match_form(row.document.citation),),
    "kind": lambda row: (row.kind,),
}

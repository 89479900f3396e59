from __future__ import annotations

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.citation import Citation, place_parts
from corpus.codec import (
    document_from_json,
    document_to_json,
    indexed_from_json,
    indexed_to_json,
    pack_document,
    unpack_document,
)
from corpus.identity import addresses, document_id
from corpus.numbers import find_dates, find_numbers, kind_at_start, number_key, roman_value
from corpus.pages import pages_of, printed_labels
from corpus.record import from_payload, point_id, to_payload
from corpus.types import (
    Document,
    DocumentRef,
    IndexedPassage,
    PageRange,
    Passage,
    Reference,
    Section,
    Source,
    Span,
    SparseVector,
    Step,
)

EXAMPLES = settings(max_examples=40, deadline=None)

UNITS = (
    "phần",
    "chương",
    "mục",
    "điều",
    "khoản",
    "điểm",
    "số",
    "gạch",
    "cộng",
    "ngoặc",
    "phụ lục",
    "tiêu đề",
    "phần đầu",
)
LABELS = ("", "1", "2", "10.2", "III", "a", "d", "đ", "5a")

NUMBERS = ("57-NQ/TW", "05-NQ/ĐU", "30/2020/NĐ-CP", "117/2025/QH15", "66.18/2026/NQ-CP")

# What a reader hands on holds no lone surrogates (``ingest.read.lines`` drops them).
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAYBE = st.none() | TEXT
NATURAL = st.integers(0, 10_000)
PATHS = st.lists(st.builds(Step, st.sampled_from(UNITS), st.sampled_from(LABELS)), min_size=1, max_size=4).map(tuple)
SPANS = st.tuples(NATURAL, NATURAL).map(lambda pair: Span(min(pair), max(pair)))
PAGES = st.tuples(st.integers(1, 900), st.integers(1, 900)).map(lambda pair: PageRange(min(pair), max(pair)))
REFS = st.builds(
    DocumentRef,
    id=TEXT,
    number=MAYBE,
    kind=MAYBE,
    issuer=MAYBE,
    issued_on=st.none() | st.dates(),
    title=MAYBE,
    secrecy=MAYBE,
    validity=TEXT,
)
DOCUMENTS = st.builds(
    Document,
    ref=REFS,
    signer=MAYBE,
    place=MAYBE,
    relations=st.lists(st.builds(Reference, TEXT, MAYBE, MAYBE, SPANS), max_size=2).map(tuple),
    sections=st.lists(
        st.builds(Section, PATHS, TEXT, MAYBE, SPANS, NATURAL, st.none() | PAGES, st.none() | PAGES),
        max_size=3,
    ).map(tuple),
    text=TEXT,
    page_starts=st.lists(NATURAL, max_size=3).map(tuple),
    source=st.builds(Source, TEXT, TEXT, TEXT, NATURAL, st.lists(TEXT, max_size=2).map(tuple), TEXT),
    text_version=NATURAL,
)
PASSAGES = st.builds(
    Passage,
    id=TEXT,
    ref=REFS,
    path=PATHS,
    trail=st.lists(TEXT, max_size=2).map(tuple),
    text=TEXT,
    pages=st.none() | PAGES,
    page_labels=st.none() | st.tuples(TEXT, TEXT),
    span=SPANS,
    position=NATURAL,
)
SINGLE = st.floats(-1, 1, width=32)
SPARSE = st.dictionaries(st.integers(0, 2**32 - 1), SINGLE, max_size=5).map(
    lambda weights: SparseVector(tuple(sorted(weights)), tuple(weights[term] for term in sorted(weights)))
)


@EXAMPLES
@given(DOCUMENTS)
def test_documents_round_trip(document: Document) -> None:
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document
    assert unpack_document(pack_document(document)) == document


@EXAMPLES
@given(st.builds(IndexedPassage, PASSAGES, st.lists(SINGLE, max_size=8).map(tuple), SPARSE), TEXT)
def test_passages_round_trip(indexed: IndexedPassage, version: str) -> None:
    assert indexed_from_json(json.loads(json.dumps(indexed_to_json(indexed)))) == indexed
    assert from_payload(json.loads(json.dumps(to_payload(indexed.passage, version)))) == indexed.passage
    assert point_id(indexed.passage.id, version) == point_id(indexed.passage.id, version)


@EXAMPLES
@given(st.lists(PATHS, max_size=12))
def test_addresses_are_unique_and_plain(paths: list[tuple[Step, ...]]) -> None:
    made = addresses(paths)
    assert len(set(made)) == len(made) == len(paths)
    assert set("".join(made)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/")


@EXAMPLES
@given(st.none() | st.sampled_from(NUMBERS), MAYBE, MAYBE, st.none() | st.dates(), MAYBE, TEXT)
def test_ids_are_plain_and_the_same_every_time(
    number: str | None, kind: str | None, issuer: str | None, day: date | None, title: str | None, text: str
) -> None:
    made = document_id(number, kind, issuer, day, title, text)
    assert made == document_id(number, kind, issuer, day, title, text)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@EXAMPLES
@given(st.lists(st.integers(0, 40), max_size=6), st.integers(0, 40), st.integers(1, 20))
def test_page_ranges(lengths: list[int], start: int, length: int) -> None:
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    pages = pages_of(Span(start, start + length), starts)
    if not starts:
        assert pages is None
        return
    assert pages is not None
    assert 1 <= pages.first <= pages.last <= len(starts)
    assert starts[pages.first - 1] <= start
    assert starts[pages.last - 1] < start + length
    assert printed_labels([str(page) for page in range(1, len(starts) + 1)], pages) is None
    assert printed_labels(["x"] * len(starts), pages) == ("x", "x")


@EXAMPLES
@given(REFS, PATHS | st.just(()), st.none() | PAGES, st.none() | st.tuples(TEXT, TEXT))
def test_anything_can_be_cited(
    ref: DocumentRef, path: tuple[Step, ...], pages: PageRange | None, labels: tuple[str, str] | None
) -> None:
    citation = Citation(ref, path, pages, labels)
    assert citation.full.startswith(citation.document)
    assert citation.short.startswith(citation.short_document)
    assert citation.full.endswith(citation.place)
    assert len(place_parts(path)) <= len(path)


@EXAMPLES
@given(
    st.text("0123456789 -–/.ABCĐNQTWKLnđáắ\n", max_size=40)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
)
def test_the_grammar_stands_any_text(text: str) -> None:
    for mention in find_numbers(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.code in text[mention.start : mention.end]
        again = find_numbers(mention.number)
        assert [(m.number, m.code, m.body) for m in again] == [(mention.number, mention.code, mention.body)]
    for offset, day in find_dates(text):
        assert str(day.year) in text[offset:]
    found = kind_at_start(text)
    assert found is None or text[: found[1]].casefold()
    assert number_key(text).isascii()


@EXAMPLES
@given(st.integers(1, 89))
def test_every_roman_numeral_is_read_back(value: int) -> None:
    tens, ones = (
        ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"),
        ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    )
    assert roman_value(tens[value // 10] + ones[value % 10]) == value

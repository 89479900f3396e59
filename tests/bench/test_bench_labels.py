"""The labels themselves: well formed, and every anchor stands once in the file it names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from bench.metrics import KINDS, LabelledQuery, compared, load_queries

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "bench" / "queries"
SAMPLES = ROOT / "corpus" / "documents"
PARTY = ROOT.parent / "shared" / "real" / "party"
PARTY_QUERIES = load_queries(QUERIES / "party.jsonl")
SAMPLE_QUERIES = load_queries(QUERIES / "samples.jsonl")
HELD_OUT = load_queries(QUERIES / "party-held-out.jsonl")
ALL = pytest.mark.parametrize(
    "queries", [PARTY_QUERIES, HELD_OUT, SAMPLE_QUERIES], ids=["party", "held out", "samples"]
)

# Marks a Markdown reader drops: escapes before punctuation, emphasis.
_MARKDOWN = re.compile(r"\\(?=[^\w\s])|\*+|__")


@cache
def _text(name: str) -> str:
    path = PARTY / name
    if path.suffix == ".pdf":
        return compared("\n".join(page.extract_text() for page in PdfReader(path).pages))
    return compared(_MARKDOWN.sub("", path.read_text(encoding="utf-8")))


def test_enough_queries_of_every_kind() -> None:
    kinds = Counter(query.kind for query in PARTY_QUERIES)
    assert sum(kinds.values()) >= 300
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 8
    assert kinds["unanswerable"] >= 60


def test_ids_tell_the_annotators_apart() -> None:
    assert Counter(query.id[0] for query in PARTY_QUERIES) == {"p": 190, "q": 130, "r": 160}


def test_nothing_held_out_is_asked_elsewhere() -> None:
    elsewhere = {compared(query.query) for query in PARTY_QUERIES}
    assert all(query.id.startswith("b") and compared(query.query) not in elsewhere for query in HELD_OUT)


def test_samples_cover_every_kind_too() -> None:
    assert {query.kind for query in SAMPLE_QUERIES} == set(KINDS)


@ALL
def test_ids_and_queries_are_unique(queries: tuple[LabelledQuery, ...]) -> None:
    assert len({query.id for query in queries}) == len(queries)
    assert len({query.query for query in queries}) == len(queries)


@ALL
def test_only_unanswerable_queries_have_no_answer(queries: tuple[LabelledQuery, ...]) -> None:
    assert all(query.answerable == (query.kind != "unanswerable") for query in queries)


@ALL
def test_queries_without_marks_have_none(queries: tuple[LabelledQuery, ...]) -> None:
    assert all(query.query.isascii() for query in queries if query.kind == "nomarks")


@ALL
def test_anchors_are_labels_not_quotations(queries: tuple[LabelledQuery, ...]) -> None:
    for answer in (answer for query in queries for answer in query.relevant):
        assert 2 < len(answer.anchor.split()) <= 8, answer.anchor


@ALL
def test_a_query_is_never_its_own_anchor(queries: tuple[LabelledQuery, ...]) -> None:
    for query in queries:
        assert all(compared(answer.anchor) != compared(query.query) for answer in query.relevant)


@pytest.mark.parametrize("query", SAMPLE_QUERIES, ids=lambda query: query.id)
def test_sample_anchors_stand_once_in_their_source(query: LabelledQuery) -> None:
    for answer in query.relevant:
        assert (SAMPLES / answer.file).is_file()
        source = (SAMPLES / "sources" / answer.file).with_suffix(".source")
        assert compared(source.read_text(encoding="utf-8")).count(compared(answer.anchor)) == 1, answer.anchor


@pytest.mark.skipif(not PARTY.is_dir(), reason="the real documents are not on this machine")
class TestAgainstTheDocuments:
    def test_every_document_is_asked_about(self) -> None:
        labelled = {answer.file for query in PARTY_QUERIES for answer in query.relevant}
        assert labelled == {path.name for path in PARTY.iterdir() if path.suffix in {".md", ".pdf"}}

    @pytest.mark.parametrize("query", [*PARTY_QUERIES, *HELD_OUT], ids=lambda query: query.id)
    def test_anchors_stand_once_in_their_file(self, query: LabelledQuery) -> None:
        counts = {answer.anchor: _text(answer.file).count(compared(answer.anchor)) for answer in query.relevant}
        assert set(counts.values()) <= {1}, counts

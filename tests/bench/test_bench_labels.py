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
QUERIES = ROOT / "bench" / "queries" / "party.jsonl"
PARTY = ROOT.parent / "shared" / "real" / "party"
PARTY_QUERIES = load_queries(QUERIES)

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
    assert sum(kinds.values()) >= 110
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 8
    assert kinds["unanswerable"] >= 12


def test_ids_and_queries_are_unique() -> None:
    assert len({query.id for query in PARTY_QUERIES}) == len(PARTY_QUERIES)
    assert len({query.query for query in PARTY_QUERIES}) == len(PARTY_QUERIES)


def test_only_unanswerable_queries_have_no_answer() -> None:
    assert all(query.answerable == (query.kind != "unanswerable") for query in PARTY_QUERIES)


def test_queries_without_marks_have_none() -> None:
    assert all(query.query.isascii() for query in PARTY_QUERIES if query.kind == "nomarks")


def test_anchors_are_labels_not_quotations() -> None:
    assert all(2 < len(answer.anchor.split()) <= 8 for query in PARTY_QUERIES for answer in query.relevant)


def test_a_query_is_never_its_own_anchor() -> None:
    for query in PARTY_QUERIES:
        assert all(compared(answer.anchor) != compared(query.query) for answer in query.relevant)


@pytest.mark.skipif(not PARTY.is_dir(), reason="the real documents are not on this machine")
class TestAgainstTheDocuments:
    def test_every_document_is_asked_about(self) -> None:
        labelled = {answer.file for query in PARTY_QUERIES for answer in query.relevant}
        assert labelled == {path.name for path in PARTY.iterdir() if path.suffix in {".md", ".pdf"}}

    @pytest.mark.parametrize("query", PARTY_QUERIES, ids=lambda query: query.id)
    def test_anchors_stand_once_in_their_file(self, query: LabelledQuery) -> None:
        counts = {
            answer.anchor: _text(answer.file).count(compared(answer.anchor)) for answer in query.relevant
        }
        assert set(counts.values()) <= {1}, counts

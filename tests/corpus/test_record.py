from __future__ import annotations

import json
from dataclasses import replace

import pytest
from doubles import indexed_passages, made_document, plain_passages

from corpus.record import FILTER_FIELDS, from_payload, point_id, to_payload
from corpus.types import DocumentRef, Passage

FULL = replace(
    plain_passages(made_document("Một điều.", "Hai điều."))[1], trail=("Chương I", "Điều 2"), page_labels=("ii", "ii")
)
SILENT = replace(
    FULL, ref=DocumentRef("van-ban-1", None, None, None, None, None), path=(), trail=(), pages=None, page_labels=None
)


@pytest.mark.parametrize("passage", [FULL, SILENT], ids=["full", "silent"])
def test_round_trip_through_json(passage: Passage) -> None:
    assert from_payload(json.loads(json.dumps(to_payload(passage, "v1")))) == passage


def test_what_can_be_filtered_by_lies_at_the_top() -> None:
    payload = to_payload(FULL, "v1")
    assert set(FILTER_FIELDS) <= set(payload)
    assert payload["year"] == 2025
    assert payload["version"] == "v1"
    assert to_payload(SILENT, "v1")["year"] is None


def test_ids_of_points_are_stable_and_tell_versions_apart() -> None:
    assert point_id("a/khoan-1", "v1") == 9115958700811103613
    assert len({point_id(name, version) for name in ("a/1", "a/2") for version in ("v1", "v2")}) == 4
    assert all(0 <= point_id(f"a/{place}", "v1") < 2**63 for place in range(100))


def test_nothing_of_the_vectors_is_in_the_payload() -> None:
    indexed = indexed_passages(made_document("Một điều."))[0]
    assert "dense" not in to_payload(indexed.passage, "v1")

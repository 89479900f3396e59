"""Real documents against their outlines as annotated by hand, scored as the annotators score."""

from __future__ import annotations

from typing import Any

import pytest
from read_documents import SHARED, needs_shared

from bench.reading.gold import FILES, gold_outlines, gold_scores

FIELDS = ("number", "kind", "issuer", "issued_on", "title", "signer", "place", "secrecy")

pytestmark = needs_shared


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    return gold_scores(SHARED)


def test_every_gold_document_is_scored() -> None:
    assert set(gold_outlines(SHARED)) == set(FILES)


def test_units_and_paths(scores: dict[str, Any]) -> None:
    assert scores["all"]["units_F1"] >= 0.98
    assert scores["all"]["path_acc"] >= 0.985


@pytest.mark.parametrize("name", FILES)
def test_units_of_each_document(scores: dict[str, Any], name: str) -> None:
    assert scores["docs"][name]["units"]["units_F1"] >= 0.95


def test_pages(scores: dict[str, Any]) -> None:
    assert scores["all"]["page_start_acc"] >= 0.995
    assert scores["all"]["page_end_acc"] >= 0.99


@pytest.mark.parametrize("field", FIELDS)
def test_metadata(scores: dict[str, Any], field: str) -> None:
    assert scores["metadata"][field] >= 0.95


def test_relations(scores: dict[str, Any]) -> None:
    assert scores["metadata"]["relations_PRF"][2] >= 0.9

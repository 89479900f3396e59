"""Real documents against their outlines as annotated by hand, scored as the annotators score."""

from __future__ import annotations

import importlib.util
import io
import json
from typing import Any

import pytest
from read_documents import SHARED, needs_shared, read

from ingest.outline_json import outline_json

GOLD = SHARED / "gold"
REAL = SHARED / "real"
FILES = {
    "57-NQ-TW": "party/57-NQ-TW_2024-12-22.md",
    "20-NQ-TW": "party/20-NQ-TW_2012-11-01.md",
    "294-QD-TW": "party/quydinh294.pdf",
    "383-QD-TW": "party/383-QD-TW_2025-11-19.md",
    "66-NQ-TW": "party/66-NQ-TW_2025-04-30.md",
    "45-CT-TW": "party/45-CT-TW_2025-04-14.md",
    "Luat-Hoa-chat-69-2025": "state/born_digital/01-luat__Luat-Hoa-chat-69-2025-QH15.docx",
    "ND-139-2025": "state/born_digital/ND-139-2025-phan-dinh-tham-quyen-2-cap-BCT.docx",
}
FIELDS = ("number", "kind", "issuer", "issued_on", "title", "signer", "place", "secrecy")

pytestmark = needs_shared


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    specification = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert specification is not None
    assert specification.loader is not None
    score = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(score)
    pairs = [
        (name, json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8")), outline_json(read(REAL / file)))
        for name, file in FILES.items()
    ]
    found: dict[str, Any] = score.run(pairs, out=io.StringIO())
    return found


def test_every_gold_document_is_scored() -> None:
    assert {path.stem for path in GOLD.glob("*.json")} == set(FILES)


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

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from corpus.errors import IndexMismatch
from corpus.spec import IndexSpec

SPEC = IndexSpec("e5", "abc", 384, "query: ", "passage: ")
OTHERS: dict[str, str | int] = {
    "encoder": "khác",
    "fingerprint": "def",
    "dimension": 768,
    "query_prefix": "",
    "passage_prefix": "",
    "terms_version": 99,
    "text_version": 99,
    "structure_version": 99,
    "schema_version": 99,
}


def test_the_same_spec_is_accepted() -> None:
    SPEC.require(IndexSpec.from_record(SPEC.to_record()))


def test_every_part_is_compared() -> None:
    assert set(OTHERS) == {field.name for field in fields(IndexSpec)}


@pytest.mark.parametrize("part", OTHERS)
def test_a_mismatch_names_both_values_and_the_command(part: str) -> None:
    other = replace(SPEC, **{part: OTHERS[part]})
    with pytest.raises(IndexMismatch) as caught:
        SPEC.require(other)
    assert f"«{getattr(SPEC, part)}» khác «{OTHERS[part]}»" in caught.value.message
    assert "tracuu reindex" in caught.value.next_step
    assert "_" not in caught.value.message, "a field's own name says nothing to a reader"


def test_every_part_that_differs_is_named() -> None:
    with pytest.raises(IndexMismatch, match=r"mô hình.*số chiều"):
        SPEC.require(replace(SPEC, encoder="khác", dimension=768))


@pytest.mark.parametrize("part", OTHERS)
def test_a_record_of_another_version_names_what_it_lacks(part: str) -> None:
    record = SPEC.to_record()
    del record[part]
    with pytest.raises(IndexMismatch, match=part) as caught:
        IndexSpec.from_record(record)
    assert "tracuu reindex" in caught.value.next_step


def test_fields_of_a_later_version_are_no_obstacle() -> None:
    assert IndexSpec.from_record({**SPEC.to_record(), "mới": 1}) == SPEC

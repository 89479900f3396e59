from __future__ import annotations

from collections.abc import Callable

import pytest
from doubles import ENCODER

pytest.importorskip("bm25s", reason="bm25s is not installed")

from bench.retrieval.systems import (
    Search,
    bm25,
    full_text,
    fused,
    haystack_hybrid,
    model_alone,
    syllables_and_pairs,
)
from corpus.terms import syllables

TEXTS = [
    "Chi bộ họp thường kỳ mỗi tháng một lần.",
    "Đảng viên đóng đảng phí hằng tháng.",
    "Hồ sơ giấy nộp vào kho lưu trữ.",
]
VECTORS = ENCODER.encode_passages(TEXTS)
SYSTEMS: dict[str, Callable[[], Search]] = {
    "syllables": lambda: bm25(TEXTS, syllables),
    "pairs": lambda: bm25(TEXTS, syllables_and_pairs),
    "fts5": lambda: full_text(TEXTS),
    "model": lambda: model_alone(VECTORS, ENCODER),
    "fused": lambda: fused([bm25(TEXTS, syllables), model_alone(VECTORS, ENCODER)]),
    "haystack": lambda: haystack_hybrid(TEXTS, VECTORS, ENCODER),
}


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_passage_finds_itself_first(name: str) -> None:
    search = SYSTEMS[name]()
    for place, text in enumerate(TEXTS):
        found = list(search(text))
        assert found[0] == place
        assert len(found) == len(set(found)) <= len(TEXTS)


@pytest.mark.parametrize("name", ["syllables", "pairs", "fts5"])
def test_words_nobody_has_find_nothing(name: str) -> None:
    assert list(SYSTEMS[name]()("xyz qwe")) == []


def test_pairs_are_written_and_folded() -> None:
    assert syllables_and_pairs("Chi bộ") == ["chi", "bộ", "chi_bộ", "~chi", "~bo", "~chi_bo"]


def test_fusion_counts_ranks() -> None:
    # 7 stands first and third, 8 second and first, 9 third alone.
    assert fused([lambda _: [7, 8, 9], lambda _: [8, 6, 7]])("?") == [8, 7, 6, 9]

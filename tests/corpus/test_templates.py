"""A template that two communes filled in, and one document read twice, told apart by names; all of it made up."""

from __future__ import annotations

import random

import pytest
from made_copies import copy, items, scanned

from corpus.copies import copies_overlap
from corpus.templates import names_replaced, numbers_replaced
from corpus.types import Document

SILENT = {"number": None, "day": None, "issuer": None, "kind": None}
NAMES = ["Tân Lập Mẫu", "Đông Hòa", "Bo Lu", "Minh Tân", "Hòa Thắng Thượng"]


def filled(name: str, **stated: object) -> Document:
    return copy(*items(name), **stated)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "stated",
    [
        SILENT,
        {"number": None, "issuer": None},  # one model, filled in on one day
        {"issuer": None, "day": None},  # 05-NQ/ĐU stands in both
        {"issuer": None},
    ],
    ids=["nothing", "kind and date", "kind and number", "all but the issuer"],
)
def test_one_template_with_two_names_is_two_documents(name: str, stated: dict[str, None]) -> None:
    one, other = filled("Minh Khai", **stated), filled(name, **stated)
    assert copies_overlap(one, other) == copies_overlap(other, one) == 0


def test_a_name_that_stands_in_the_text_but_once_tells_them_apart() -> None:
    shared = items("xã")
    one, other = (copy(*shared, f"21. Xã {name} thực hiện.", **SILENT) for name in ("Đông Hòa", "Tân Lập"))
    assert copies_overlap(one, other) == 0


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("stated", [{}, {"issuer": None}, {"number": None, "issuer": None}, {"number": None}])
def test_two_per_cent_of_wrong_letters_make_no_other_document(seed: int, stated: dict[str, None]) -> None:
    original = copy(*items("Minh Khai Mẫu", seed=seed), **stated)
    scan = scanned(original, 0.02)
    assert copies_overlap(original, scan) == copies_overlap(scan, original) > 0


def test_numbers_filled_in_tell_documents_apart_that_state_nothing() -> None:
    shared = items()
    one, other = (copy(*shared, f"21. Chi bộ họp tháng {month}.", **SILENT) for month in (11, 12))
    assert copies_overlap(one, other) == 0
    dated = [copy(*shared, f"21. Chi bộ họp tháng {month}.") for month in (11, 12)]
    assert copies_overlap(*dated) > 0  # one number, one day: one of them is misprinted


PAIRS = {
    "a name": ("Đảng ủy xã Tân Lập họp.", "Đảng ủy xã Đông Hòa họp.", True),
    "a name of another length": ("Giao xã Tân Lập trồng cây.", "Giao xã Hòa Thắng Thượng trồng cây.", True),
    "a misspelt name": ("Giao xã Tân Lập trồng cây.", "Giao xã Tâm Lặp trồng cây.", False),
    "a name without marks": ("Giao xã Tân Lập trồng cây.", "Giao xã Tan Lap trồng cây.", False),
    "a word": ("Giao các thôn trồng cây.", "Giao mọi thôn trồng cây.", False),
    "a sentence more": ("Giao xã trồng cây.", "Giao xã trồng cây. Đoàn thanh niên Tân Lập tưới.", False),
    "the columns of a letterhead": ("TỈNH ỦY MẪU\nSố 5\nTân Lập", "Tân Lập\nTỈNH ỦY MẪU\nSố 5", False),
    "both names in both": ("Xã Tân Lập và xã Đông Hòa họp.", "Xã Đông Hòa và xã Tân Lập họp.", False),
}


@pytest.mark.parametrize(("one", "other", "replaced"), PAIRS.values(), ids=PAIRS.keys())
def test_names_that_stand_for_each_other(one: str, other: str, replaced: bool) -> None:
    assert names_replaced(one, other) is replaced
    assert names_replaced(other, one) is replaced


@pytest.mark.parametrize(
    ("one", "other", "replaced"),
    [
        ("Họp ngày 3 tháng 2.", "Họp ngày 4 tháng 2.", True),
        ("Họp ngày 3.", "Họp ngày ba.", False),
        ("Họp.", "Họp 3.", False),
    ],
)
def test_figures_that_stand_for_each_other(one: str, other: str, replaced: bool) -> None:
    assert numbers_replaced(one, other) is replaced


def test_every_text_is_made_of_its_own_template() -> None:
    syllables = random.Random(3).choices(items()[0].split(), k=200)  # noqa: S311
    text = " ".join(syllables)
    assert not names_replaced(text, text)
    assert not numbers_replaced(text, text)

"""How wrong characters of a scan are counted, by pages whose errors are known."""

from __future__ import annotations

import pytest

from bench.reading.ocr import errors

PAGE = ["Điều 1. Phạm vi", "Chi bộ quyết định việc này."]


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (PAGE, 0),
        (["Điều 1. Phạm vi Chi bộ", "quyết định việc này."], 0),  # broken elsewhere
        (PAGE[::-1], 0),  # in another order
        (["Điều l. Phạm vi", "Chi bộ quyêt định việc này."], 2),
        (["Điều 1. Phạm vi"], 27),  # a line is missing
        ([*PAGE, "—°F"], 3),  # what nobody printed
    ],
)
def test_wrong_characters_are_counted_once(read: list[str], wrong: int) -> None:
    counted = errors(PAGE, read)
    assert (counted.characters, counted.wrong) == (43, wrong)


def test_what_stands_twice_is_right_once() -> None:
    assert errors(["Họp chi bộ"], ["Họp chi bộ", "Họp chi bộ"]).wrong == 8


def test_another_order_counts_in_the_order_of_the_page() -> None:
    assert errors(PAGE, PAGE).in_order == 0
    assert errors(PAGE, PAGE[::-1]).in_order > 20

"""Snippets: whole sentences around the words looked for, cut out of the text and never changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.ranking.highlight import highlights
from search_api.showing.snippets import LONGEST, snippet

FILLER = "Mỗi thôn trồng thêm một hàng cây bên đường và giao cho từng hộ chăm sóc. "


def shown(text: str, topic: str) -> list[str]:
    return [text[start:end] for start, end in snippet(text, highlights(text, topic))]


def test_a_short_passage_has_none() -> None:
    assert shown("x" * LONGEST, "x") == []


def test_the_words_looked_for_are_in_it_from_the_beginning_of_their_sentence() -> None:
    text = FILLER * 12 + "Vườn ươm do hợp tác xã quản lý. " + FILLER * 12
    (piece,) = shown(text, "vườn ươm")
    assert piece.startswith("Vườn ươm do hợp tác xã quản lý. Mỗi thôn")
    assert LONGEST / 2 < len(piece) <= LONGEST
    assert piece.endswith("chăm sóc.")


def test_at_the_end_of_a_passage_what_stands_before_fills_it() -> None:
    text = FILLER * 12 + "Vườn ươm do hợp tác xã quản lý."
    (piece,) = shown(text, "vườn ươm")
    assert piece.startswith("Mỗi thôn")
    assert piece.endswith("Vườn ươm do hợp tác xã quản lý.")
    assert len(piece) > LONGEST / 2


def test_the_window_with_the_most_of_the_words_is_taken() -> None:
    text = "Có vườn ươm. " + FILLER * 12 + "Vườn ươm có sổ theo dõi. " + FILLER * 12
    assert "sổ theo dõi" in shown(text, "sổ theo dõi vườn ươm")[0]


def test_without_a_match_the_beginning_is_shown() -> None:
    assert (FILLER * 12).startswith(shown(FILLER * 12, "khác")[0])


@pytest.mark.parametrize(
    "whole",
    ["Theo điểm 2.1 và TS. Mẫu ở TP. Mẫu", "1. Trồng cây", "IV. Tổ chức thực hiện", "Xem tr. 5 của sổ"],
)
def test_a_stop_that_ends_no_sentence_is_no_border(whole: str) -> None:
    text = FILLER * 12 + whole + " vườn ươm xanh. " + FILLER * 12
    assert shown(text, "vườn ươm xanh")[0].startswith(whole + " vườn ươm xanh.")


def test_a_sentence_longer_than_a_snippet_is_not_cut() -> None:
    long = "Vườn ươm " + "và hàng cây " * 80 + "đều do thôn chăm sóc."
    assert shown(FILLER * 3 + long + " " + FILLER * 3, "vườn ươm") == [long]


@given(st.text("aAă.;\n 1“”", max_size=3 * LONGEST).map(lambda text: text.strip()))
def test_whatever_the_text_a_snippet_lies_in_it(text: str) -> None:
    for start, end in snippet(text, highlights(text, "a")):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()

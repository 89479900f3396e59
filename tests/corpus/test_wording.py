"""The words of a passage as ranking reads them."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from doubles import made_document, plain_passages

from corpus.terms import term_id
from corpus.wording import SENTENCE_END, packed_words, word_id

(PASSAGE,) = plain_passages(made_document("Một."))


def unpacked(text: str, *trail: str, notes: tuple[str, ...] = ()) -> list[list[int]]:
    """The words around a passage, then its sentences."""
    words = array("I")
    words.frombytes(packed_words(replace(PASSAGE, text=text, trail=trail, notes=notes)))
    parts: list[list[int]] = [[]]
    for word in words:
        if word == SENTENCE_END:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def spelled(*words: str) -> list[int]:
    return [word_id(word) for word in words]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Chi bộ họp. Bí thư nói.", [("chi", "bộ", "họp"), ("bí", "thư", "nói")]),
        ("Tăng 2.5 lần; giảm\nhai", [("tăng", "2", "5", "lần"), ("giảm",), ("hai",)]),
        ("Gồm: một… hai", [("gồm",), ("một", "hai")]),
        ("HOÁ ĐƠN", [("hóa", "đơn")]),
    ],
)
def test_a_passage_is_its_sentences_in_the_form_compared(text: str, sentences: list[tuple[str, ...]]) -> None:
    around, *found = unpacked(text)
    assert around == []
    assert [one for one in found if one] == [spelled(*words) for words in sentences]


def test_titles_and_notes_stand_first_and_are_one() -> None:
    around, *sentences = unpacked("Ba.", "I. Một: hai", "Điều 2", notes=("Bốn.",))
    assert around == spelled("i", "một", "hai", "điều", "2", "bốn")
    assert sentences[0] == spelled("ba")


def test_a_word_is_known_by_its_term_and_never_taken_for_an_end() -> None:
    assert word_id("đảng") == term_id("đảng") != SENTENCE_END

"""The words of a passage as numbers, sentence by sentence: what ranking reads of it without reading its text.

Sentences end at a full stop, a semicolon, a colon, a question or exclamation mark before a blank, and at the end of
a line.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator

from corpus.terms import term_id
from corpus.text import match_form
from corpus.types import Passage

# One reading of the whole text finds words and ends alike.
_TOKEN = re.compile(r"[^\W_]+|[.;:!?](?=\s)|\n")
_ENDS = frozenset(".;:!?\n")

SENTENCE_END = 0
"""Stands before each sentence of a passage; no word has this number."""


def word_id(word: str) -> int:
    """The number of a word.

    Args:
        word: As written, in the form compared in matching.
    """
    return term_id(word) or 1


def packed_words(passage: Passage) -> bytes:
    """The words of the titles and notes around a passage, then those of each of its sentences; 32 bits a word."""
    words = array("I")
    for title in (*passage.trail, *passage.notes):
        words.extend(word for word in _tokens(title) if word != SENTENCE_END)
    for sentence in _sentences(passage.text):
        words.append(SENTENCE_END)
        words.extend(sentence)
    return words.tobytes()


def _sentences(text: str) -> Iterator[list[int]]:
    sentence: list[int] = []
    for word in _tokens(text):
        if word != SENTENCE_END:
            sentence.append(word)
        elif sentence:
            yield sentence
            sentence = []
    yield sentence


def _tokens(text: str) -> Iterator[int]:
    for token in _TOKEN.findall(match_form(unicodedata.normalize("NFC", text))):
        yield SENTENCE_END if token in _ENDS else word_id(token)

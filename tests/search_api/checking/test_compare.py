"""Properties over every passage of the sample documents: what is the same is exact, what is not never is."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_corpus import sample_documents

from corpus.pieces import pieces
from search_api.checking.compare import Match, exact_matches, nearest_match, segments_of
from search_api.checking.source import Source
from search_api.checking.words import words_of

SOURCES = [Source.of(document) for document, _ in sample_documents()]
PASSAGES = [
    (source, source.document.text[slice(*piece.span)])
    for source in SOURCES
    for piece in pieces(source.document)
    if len(words_of(source.document.text[slice(*piece.span)])) >= 5
]
VOCABULARY = sorted({form for source in SOURCES for form in source.words.forms})
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Words of the longest label: "Điều 5.", "Phụ lục II".
_LONGEST_LABEL = 4
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"


def exact(text: str, source: Source) -> Match | None:
    quote = words_of(text)
    return next(exact_matches(quote, segments_of(quote), source), None)


def nearest(text: str, source: Source) -> Match | None:
    quote = words_of(text)
    return nearest_match(quote, segments_of(quote), source)


def test_there_are_passages_to_try() -> None:
    assert len(PASSAGES) > 800


def test_every_passage_is_exact_where_it_stands() -> None:
    for source, text in PASSAGES:
        match = exact(text, source)
        assert match is not None, text
        assert match.exact, text


def test_every_passage_with_its_tones_elsewhere_is_exact() -> None:
    """In every syllable the tone on another of its vowels."""
    draw = random.Random(1)  # noqa: S311 - a draw, not a secret
    moved = 0
    for source, text in PASSAGES:
        changed = "".join(_tone_elsewhere(word, draw) for word in _split(text))
        moved += unicodedata.normalize("NFC", changed) != unicodedata.normalize("NFC", text)
        assert exact(changed, source) is not None, changed
    assert moved > 700


def _split(text: str) -> list[str]:
    parts, at = [], 0
    for span in words_of(text).spans:
        parts += [text[at : span.start], text[slice(*span)]]
        at = span.end
    return [*parts, text[at:]]


def _tone_elsewhere(word: str, draw: random.Random) -> str:
    letters = unicodedata.normalize("NFD", word)
    tone = next((mark for mark in letters if mark in _TONES), "")
    bare = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES))
    places = [place for place, letter in enumerate(bare) if letter in _VOWELS]
    if not tone or not places:
        return word
    place = draw.choice(places) + 1
    return unicodedata.normalize("NFC", bare[:place] + tone + bare[place:])


@given(st.integers(0, len(PASSAGES) - 1), st.integers(0, 10_000), st.sampled_from(VOCABULARY))
def test_a_passage_with_one_other_word_is_never_exact(which: int, place: int, word: str) -> None:
    source, text = PASSAGES[which]
    quote = words_of(text)
    place %= len(quote)
    if word == quote.forms[place]:
        return
    span = quote.spans[place]
    changed = f"{text[: span.start]}{word}{text[span.end :]}"
    assert exact(changed, source) is None or _stands(changed, source)
    match = nearest(changed, source)
    assert match is None or not match.exact


@given(st.integers(0, len(PASSAGES) - 1), st.integers(0, 10_000), st.sampled_from("0123456789"))
def test_a_passage_with_one_other_digit_is_never_exact(which: int, place: int, digit: str) -> None:
    source, text = PASSAGES[which]
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not digits or text[digits[place % len(digits)]] == digit:
        return
    at = digits[place % len(digits)]
    changed = text[:at] + digit + text[at + 1 :]
    assert exact(changed, source) is None or _stands(changed, source)
    match = nearest(changed, source)
    assert match is None or not match.exact


@given(st.integers(0, len(PASSAGES) - 1), st.integers(0, 10_000), st.integers(1, 3))
def test_a_passage_that_lost_words_in_its_middle_is_never_exact(which: int, place: int, count: int) -> None:
    source, text = PASSAGES[which]
    quote = words_of(text)
    if len(quote) < count + 3:
        return
    first = 1 + place % (len(quote) - count - 1)
    changed = text[: quote.spans[first].start] + text[quote.spans[first + count].start :]
    if first <= _LONGEST_LABEL:
        return  # who begins behind the label begins in mid-sentence
    assert exact(changed, source) is None or _stands(changed, source)


def _stands(text: str, source: Source) -> bool:
    """Whether the changed text happens to stand in the document as well."""
    return f" {' '.join(words_of(text).forms)} " in f" {' '.join(source.words.forms)} "


UNITS = next(source for source in SOURCES if source.document.ref.number == "02-CT/ĐU")
ELLIPSES = [
    ("Nghiêm cấm chụp ảnh, quét … qua điện thoại, mạng xã hội", True),
    ("Nghiêm cấm chụp ảnh [...] qua điện thoại (…) phần mềm họp trực tuyến", True),
    ("… chụp ảnh, quét, đọc nội dung văn bản mật …", True),
    ("qua điện thoại, mạng xã hội … Nghiêm cấm chụp ảnh, quét", False),
    ("Nghiêm cấm chụp hình, quét … qua điện thoại, mạng xã hội", False),
]


@pytest.mark.parametrize(("text", "is_exact"), ELLIPSES)
def test_an_ellipsis_leaves_words_out_in_order(text: str, is_exact: bool) -> None:
    assert (exact(text, UNITS) is not None) is is_exact


def test_labels_of_units_may_be_left_out_and_not_be_others() -> None:
    first = "thay ngay khi nghi bị lộ."
    second = "Bật xác thực hai lớp trước ngày 31/12/2025"
    assert exact(f"{first} b) {second}", UNITS) is not None
    assert exact(f"{first} {second}", UNITS) is not None
    assert exact(f"{first} c) {second}", UNITS) is None
    assert exact(f"{first} thì {second}", UNITS) is None


def test_what_differs_is_found_word_by_word() -> None:
    match = nearest("Mật khẩu dài ít nhất 10 ký tự, có chữ hoa, chữ thường và ký tự đặc biệt", UNITS)
    assert match is not None
    words = UNITS.words
    told = [(a, b, words.written(c, d)) for segment in match.segments for a, b, c, d in segment.changes]
    assert told == [(5, 6, "12"), (13, 13, "chữ số")]

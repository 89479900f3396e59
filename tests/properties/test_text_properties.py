from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.terms import passage_vector, query_terms, query_vector, query_weights, term_id, text_terms
from corpus.text import clean, fold, has_marks, match_form, old_tone, one_line, slug, words

EXAMPLES = settings(max_examples=60, deadline=None)

# Anything at all, and what looks like Vietnamese: letters of both tone styles, loose marks, figures, joiners.
ANYTHING = st.text(max_size=60)
LIKE_VIETNAMESE = st.text(
    "aăâeêioôơuưyđnghqtAĂÂĐQ áàảãạ uỷ oà oẻ \u0300\u0301\u0309\u0303\u0323\u0302\u031b 0157-/.,;_\n\u00a0\u200b\u00d0",
    max_size=60,
)
TEXT = ANYTHING | LIKE_VIETNAMESE


@EXAMPLES
@given(TEXT)
def test_forms_for_matching_keep_every_offset(text: str) -> None:
    assert len(fold(text)) == len(old_tone(text)) == len(match_form(text)) == len(text)


@EXAMPLES
@given(TEXT)
def test_forms_are_reached_in_one_step(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert old_tone(old_tone(text)) == old_tone(text)
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@EXAMPLES
@given(TEXT)
def test_cleaned_text_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


@EXAMPLES
@given(TEXT)
def test_clean_gives_one_result_for_both_normal_forms(text: str) -> None:
    assert clean(unicodedata.normalize("NFD", text)) == clean(text)


@EXAMPLES
@given(TEXT)
def test_folding_forgets_tone_placement_and_marks(text: str) -> None:
    composed = clean(text)
    assert fold(old_tone(composed)) == fold(composed)
    assert not has_marks(fold(composed))


@EXAMPLES
@given(TEXT)
def test_a_slug_is_plain(text: str) -> None:
    made = slug(text)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert slug(made) == made


@EXAMPLES
@given(TEXT)
def test_words_stand_where_they_say(text: str) -> None:
    for match in words(text):
        assert text[match.start() : match.end()] == match.group()
        assert match.group().isalnum()


@EXAMPLES
@given(TEXT)
def test_both_normal_forms_give_the_same_terms(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert text_terms(composed) == text_terms(decomposed)
    assert query_terms(composed) == query_terms(decomposed)


@EXAMPLES
@given(TEXT)
def test_a_passage_vector_is_in_order_and_positive(text: str) -> None:
    vector = passage_vector(text, ())
    assert list(vector.ids) == sorted(set(vector.ids))
    assert len(vector.ids) == len(vector.weights)
    assert all(0 <= term < 2**32 for term in vector.ids)
    assert all(weight > 0 for weight in vector.weights)


@EXAMPLES
@given(TEXT, st.integers(1, 10**9), st.randoms(use_true_random=False))
def test_a_query_vector_is_positive_and_asks_for_nothing_unknown(text: str, passages: int, chance) -> None:
    shares = query_terms(text)
    frequencies = {term_id(term): chance.randint(0, passages) for term in shares}
    vector = query_vector(query_weights(shares, frequencies, passages))
    assert all(weight > 0 for weight in vector.weights)
    assert set(vector.ids) == {term for term, frequency in frequencies.items() if frequency}


@EXAMPLES
@given(TEXT)
def test_every_question_finds_the_passage_it_is(text: str) -> None:
    assert {term_id(term) for term in query_terms(text)} <= set(passage_vector(text, ()).ids)

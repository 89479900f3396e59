"""The words of the corpus come and go with the documents that print them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles import contents, made_document

from corpus.copies import alone
from corpus.runtime.catalogue import Catalogue
from corpus.terms import pair_term, word_term
from corpus.types import Document

FIRST = made_document("Chuyển đổi số ở chi bộ.", "Đổi mới.")
SECOND = made_document("Đội bóng đổi sân AI2.", number="57-NQ/TW")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}")
    put(opened, FIRST)
    put(opened, SECOND)
    yield opened
    opened.close()


def put(catalogue: Catalogue, document: Document) -> None:
    catalogue.switch(document, alone(document, document.ref.id), contents(document))


def test_words_are_found_by_their_form_without_marks(catalogue: Catalogue) -> None:
    assert catalogue.vocabulary.alike(["doi", "chi", "ai"]) == {"đổi": 3, "đội": 1, "chi": 1}
    assert catalogue.vocabulary.alike([]) == {}


def test_terms_are_counted_by_passages(catalogue: Catalogue) -> None:
    known = [word_term("đổi"), word_term("doi"), pair_term("chi", "bộ"), pair_term("chuyen", "doi")]
    assert catalogue.vocabulary.counts([*known, word_term("đối")]) == dict(zip(known, [3, 3, 1, 1], strict=True))


def test_words_go_with_the_last_passage_that_has_them(catalogue: Catalogue) -> None:
    catalogue.remove(FIRST.ref.id)
    assert catalogue.vocabulary.alike(["doi", "chi", "bo"]) == {"đổi": 1, "đội": 1}
    put(catalogue, FIRST)
    assert catalogue.vocabulary.alike(["chi"]) == {"chi": 1}


def test_a_rebuild_begins_without_words(catalogue: Catalogue) -> None:
    catalogue.await_rebuild()
    assert catalogue.vocabulary.alike(["doi"]) == {}

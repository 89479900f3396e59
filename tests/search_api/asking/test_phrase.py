"""Phrases: what holds one, and what does not."""

from __future__ import annotations

import pytest

from corpus.terms import certain_terms, text_terms
from search_api.asking.phrase import Phrase, phrase, with_phrases


def made(text: str) -> Phrase:
    found = phrase(text)
    assert found is not None
    return found


HELD = [
    ("vườn ươm", "Mở rộng vườn ươm ở thôn.", "vườn ươm"),
    ("VƯỜN ươm", "vườn ƯƠM", "vườn ƯƠM"),
    ("vuon uom", "Mở rộng vườn ươm.", "vườn ươm"),
    ("vườn uom", "vườn ươm", "vườn ươm"),
    ("số hoá", "Số hóa sổ", "Số hóa"),
    ("ủy ban", "Uỷ ban xã", "Uỷ ban"),
    ("57-NQ/TW", "theo 57-NQ/TW.", "57-NQ/TW"),
    ("kinh tế - xã hội", "kinh tế – xã hội", "kinh tế – xã hội"),
    ("kinh tế xã hội", "kinh tế - xã hội", "kinh tế - xã hội"),
    ("tưới cây bón phân", "tưới cây, bón phân", "tưới cây, bón phân"),
    ("cây. Gốc", "Chọn cây. Gốc to.", "cây. Gốc"),
    ("2,5%", "đạt 2,5%", "2,5"),
    ("vườn ươm", "vườn\nươm", "vườn\nươm"),
    ("lá là", "la lá là", "lá là"),
    ("cây", "cây", "cây"),
]
NOT_HELD = [
    ("vườn ươm", "vườn ướm"),
    ("vườn ươm", "khu vườn ươm-ướp".replace("ươm", "ương")),
    ("vườn ươm", "ươm vườn"),
    ("vườn ươm", "vườn cây ươm"),
    ("cây gốc", "Chọn cây. Gốc to."),
    ("cây gốc", "cây: gốc"),
    ("câ", "cây"),
    ("57", "157 và 5.7"),
]


@pytest.mark.parametrize(("asked", "text", "held"), HELD)
def test_held(asked: str, text: str, held: str) -> None:
    assert [text[slice(*span)] for span in made(asked).spans(text)] == [held]


@pytest.mark.parametrize(("asked", "text"), NOT_HELD)
def test_not_held(asked: str, text: str) -> None:
    assert not made(asked).stands_in(text)


def test_signs_alone_are_no_phrase() -> None:
    assert phrase(" -!? ") is None


@pytest.mark.parametrize(("asked", "text"), [(asked, text) for asked, text, _ in HELD])
def test_whatever_holds_a_phrase_has_its_certain_terms(asked: str, text: str) -> None:
    assert certain_terms(asked) <= set(text_terms(text))


def test_phrases_are_marked_beside_words_and_marks_that_meet_are_one() -> None:
    text = "Vườn ươm của thôn, vườn ươm mới"
    marks = with_phrases(text, ((0, 4), (13, 17)), (made("vườn ươm"), made("ươm mới")))
    assert [text[start:end] for start, end in marks] == ["Vườn ươm", "thôn", "vườn ươm mới"]
    assert with_phrases(text, (), ()) == ()

"""Where a place of a document is printed, and what tells its words from others like them."""

from __future__ import annotations

import pytest
from small_corpus import NAMES, NQ57, QD03

from corpus.errors import NotFound
from search_api.service import Service
from search_api.showing.proof import Wording

DECREE = QD03.ref.id


def test_a_passage_has_its_lines_its_citation_and_its_neighbours(service: Service) -> None:
    found = service.proof(NQ57.ref.id, "muc-iii/khoan-2")
    place = found.place
    assert place is not None
    told = service.passage(f"{NQ57.ref.id}/muc-iii/khoan-2")
    assert (place.text, place.citation.full) == (told.passage.text, told.passage.citation.full)
    assert [(page, *rect) for page, rect in place.rects] == [
        (rect.page, rect.left, rect.bottom, rect.right, pytest.approx(rect.top, abs=0.1)) for rect in told.rects
    ]
    assert place.pages == (1,)
    assert place.before is not None
    assert place.after is not None
    assert (place.before.address, place.after.address) == ("muc-iii/khoan-1", "muc-iii/khoan-2/gach-1")
    assert place.after.text == "- Lập sổ theo dõi bằng bảng tính."
    assert place.wordings == (), "a page has rectangles"


def test_a_unit_that_is_no_passage_can_be_proved_too(service: Service) -> None:
    place = service.proof(NQ57.ref.id, "muc-iv").place
    assert place is not None
    assert place.text == "IV-"
    assert len(place.rects) == 1
    assert place.after is not None
    assert place.after.address == "muc-iv/khoan-2"


def test_words_of_a_document_without_pages_are_looked_for_with_their_label_first(service: Service) -> None:
    place = service.proof(NAMES["45-CT/TW@None"], "khoan-3/so-3-2").place
    assert place is not None
    assert place.rects == ()
    assert place.wordings[0] == Wording("3.2.Chọngốcghépkhỏe.", 0, 1)


def test_words_are_counted_in_the_document(service: Service) -> None:
    place = service.proof(DECREE, "chuong-ii/dieu-2/khoan-1/diem-d").place
    assert place is not None
    assert place.wordings == (Wording("d)Bónphânhằngtháng.", 0, 1),)


def test_without_an_address_the_document_as_a_whole_is_meant(service: Service) -> None:
    found = service.proof(NQ57.ref.id, None)
    assert (found.place, found.document.id, found.labels) == (None, NQ57.ref.id, ())


@pytest.mark.parametrize(("document", "address"), [("khong-co", None), (NQ57.ref.id, "muc-ix")])
def test_what_is_not_there_is_told(service: Service, document: str, address: str | None) -> None:
    with pytest.raises(NotFound):
        service.proof(document, address)

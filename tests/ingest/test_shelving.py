"""Copies of one document that come one after the other: what is served, what is listed, what leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from doubles import ENCODER, look_up, made_document
from made_copies import HTML, copy, items, scanned

from corpus.copies import Copy
from corpus.errors import NotFound
from corpus.runtime.library import Library
from corpus.types import Document, Filters, Reference, Span
from corpus.validity import EXPIRED, validity_class
from ingest.shelving import Shelf, Shelved, remove_copy

SIGNED = copy(name="ban-ky.pdf")
PRESS = copy(*items()[:15], name="bao.html", media_type=HTML, day=None)
SCAN = scanned(copy())
EVERYTHING = Filters()


@pytest.fixture
def shelf(library: Library) -> Shelf:
    return Shelf(library, library.catalogue, ENCODER)


def put(shelf: Shelf, document: Document, origin: str | None = None) -> Shelved:
    return shelf.put(Copy(document, origin or document.source.name))


def listed(shelf: Shelf, document: str) -> list[str]:
    return [entry.name for entry in shelf.catalogue.copies(document)]


def seen(library: Library) -> dict[str, str]:
    """Document → the file readers see, each with all its passages in the index and no other."""
    _, entries = library.catalogue.entries(EVERYTHING, 0, 99)
    assert library.store.count() == library.catalogue.totals()[1]
    for candidate in look_up(library, "chi bộ thôn trồng cây"):
        assert candidate.listed.ref == library.catalogue.entry(candidate.listed.ref.id).ref
    return {entry.ref.id: entry.name for entry in entries}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_whatever_comes_first_the_best_is_served(shelf: Shelf, library: Library, order: tuple[int, ...]) -> None:
    arrivals = [SIGNED, PRESS, SCAN]
    for index in order:
        put(shelf, arrivals[index])
    assert seen(library) == {SIGNED.ref.id: "ban-ky.pdf"}
    assert listed(shelf, SIGNED.ref.id) == ["ban-ky.pdf", "quet.pdf", "bao.html"]


def test_a_better_copy_completes_the_identity_and_former_links_last(shelf: Shelf, library: Library) -> None:
    assert put(shelf, PRESS) == Shelved(PRESS.ref, 0, served=True)
    assert put(shelf, SIGNED) == Shelved(SIGNED.ref, 1, served=True)
    assert PRESS.ref.id != SIGNED.ref.id
    assert library.catalogue.known_as(PRESS.ref.id) == SIGNED.ref.id


def test_a_worse_copy_may_complete_the_identity(shelf: Shelf, library: Library) -> None:
    undated = copy(day=None, name="ban-ky.pdf")
    put(shelf, undated)
    dated = copy(*items()[:15], name="bao.html", media_type=HTML)
    shelved = put(shelf, dated)
    assert (shelved.served, shelved.document.issued_on) == (False, dated.ref.issued_on)
    assert seen(library) == {SIGNED.ref.id: "ban-ky.pdf"}
    assert library.catalogue.known_as(undated.ref.id) == SIGNED.ref.id
    remove_copy(shelf, SIGNED.ref.id, "bao.html")
    assert library.catalogue.entry(undated.ref.id).ref == undated.ref, "what nothing states any more is gone"


def test_what_others_say_of_its_validity_does_not_make_it_another(
    shelf: Shelf, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, SIGNED)
    words = f"Thay thế Nghị quyết số {SIGNED.ref.number}."
    start = words.index(str(SIGNED.ref.number))
    said = Reference("thay thế", SIGNED.ref.number, None, Span(start, len(words) - 1))
    newer = made_document(words, number="66-NQ/ĐU", day=date(2026, 1, 1), issuer=SIGNED.ref.issuer)
    put(shelf, replace(newer, relations=(said,)), "moi.pdf")
    assert validity_class(library.catalogue.entry(SIGNED.ref.id).ref.validity) == EXPIRED
    monkeypatch.setattr(library, "replace", lambda *_: pytest.fail("encoded again"))
    assert put(shelf, PRESS).others == 1
    copies = [shelf.catalogue.copy(SIGNED.ref.id, entry.version) for entry in shelf.catalogue.copies(SIGNED.ref.id)]
    assert {copy.ref.validity for copy in copies} == {"chưa rõ"}


def test_a_copy_without_a_number_is_found_by_its_words(shelf: Shelf) -> None:
    put(shelf, SIGNED)
    bare = copy(*items()[3:], name="trich.html", media_type=HTML, number=None, day=None, issuer=None)
    assert put(shelf, bare) == Shelved(SIGNED.ref, 1, served=False)


@pytest.mark.parametrize(
    "other",
    [
        copy(*items(seed=2), name="khac.pdf"),
        copy(number="06-NQ/ĐU", name="khac.pdf"),
        copy(*items("Tân Lập"), issuer="Đảng ủy xã Tân Lập", name="khac.pdf"),
    ],
    ids=["other words under the same number and date", "another number", "another commune"],
)
def test_another_document_is_served_beside(shelf: Shelf, library: Library, other: Document) -> None:
    put(shelf, SIGNED)
    assert put(shelf, other).others == 0
    assert sorted(seen(library).values()) == ["ban-ky.pdf", "khac.pdf"]
    assert library.catalogue.body(SIGNED.ref.id) == SIGNED


def test_a_changed_file_takes_the_place_of_its_own_copy(shelf: Shelf, library: Library) -> None:
    put(shelf, SIGNED)
    put(shelf, PRESS)
    longer = copy(*items()[:17], name="bao.html", media_type=HTML, day=None)
    put(shelf, longer)
    assert [entry.version for entry in shelf.catalogue.copies(SIGNED.ref.id)] == [
        SIGNED.source.sha256,
        longer.source.sha256,
    ]
    shorter = copy(*items()[:10], name="ban-ky.pdf")
    put(shelf, shorter)
    assert seen(library) == {SIGNED.ref.id: "bao.html"}


def test_a_file_that_becomes_another_document_leaves_the_copies_of_the_first(shelf: Shelf, library: Library) -> None:
    put(shelf, SIGNED)
    put(shelf, PRESS)
    another = copy(*items(seed=3), number="09-NQ/ĐU", name="ban-ky.pdf")
    assert put(shelf, another).others == 0
    assert seen(library) == {another.ref.id: "ban-ky.pdf", PRESS.ref.id: "bao.html"}


def test_a_listed_file_that_becomes_another_document_leaves_the_list(shelf: Shelf, library: Library) -> None:
    put(shelf, SIGNED)
    put(shelf, PRESS)
    another = copy(*items(seed=3), number="09-NQ/ĐU", name="bao.html")
    put(shelf, another)
    assert seen(library) == {SIGNED.ref.id: "ban-ky.pdf", another.ref.id: "bao.html"}
    assert listed(shelf, SIGNED.ref.id) == ["ban-ky.pdf"]


def test_the_only_file_of_a_document_may_become_a_copy_of_another(shelf: Shelf, library: Library) -> None:
    another = copy(*items(seed=3), number="09-NQ/ĐU", name="bao.html")
    put(shelf, SIGNED)
    put(shelf, another)
    put(shelf, PRESS)
    assert seen(library) == {SIGNED.ref.id: "ban-ky.pdf"}
    assert listed(shelf, SIGNED.ref.id) == ["ban-ky.pdf", "bao.html"]


def test_the_next_best_takes_over_when_the_served_copy_is_removed(shelf: Shelf, library: Library) -> None:
    for document in (SIGNED, PRESS, SCAN):
        put(shelf, document)
    remove_copy(shelf, SIGNED.ref.id, "ban-ky.pdf")
    assert seen(library) == {SIGNED.ref.id: "quet.pdf"}
    remove_copy(shelf, SIGNED.ref.id, "bao.html")
    assert listed(shelf, SIGNED.ref.id) == ["quet.pdf"]
    remove_copy(shelf, SIGNED.ref.id, "quet.pdf")
    assert seen(library) == {}


def test_removing_a_copy_that_is_not_there_names_those_that_are(shelf: Shelf) -> None:
    put(shelf, SIGNED)
    with pytest.raises(NotFound, match=r"«khac\.pdf».*«ban-ky\.pdf»"):
        remove_copy(shelf, SIGNED.ref.id, "khac.pdf")
    with pytest.raises(NotFound, match="tracuu status"):
        remove_copy(shelf, "khong-co", "khac.pdf")


def test_a_served_file_that_moves_onto_the_place_of_another(shelf: Shelf, library: Library) -> None:
    another = copy(*items(seed=3), number="09-NQ/ĐU", name="khac.pdf")
    put(shelf, SIGNED)
    put(shelf, another)
    shelf.move(SIGNED.source.sha256, "khac.pdf")
    assert seen(library) == {SIGNED.ref.id: "ban-ky.pdf"}
    assert library.catalogue.copies(SIGNED.ref.id)[0].origins == ("ban-ky.pdf", "khac.pdf")

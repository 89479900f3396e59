from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from doubles import contents, made_document

from corpus.copies import alone
from corpus.overlap import fingerprints
from corpus.runtime.catalogue import Catalogue
from corpus.types import Document, Filters

FIRST = made_document("Một.", "Hai.")
SECOND = made_document("Ba.", number="57-NQ/TW", issuer="Bộ Chính trị", day=date(2024, 12, 22))
UNDATED = made_document("Bốn.", number="09-TB/ĐU", day=None)
ALL = Filters()


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}")
    yield opened
    opened.close()


def put(catalogue: Catalogue, document: Document, terms: dict[int, int] | None = None, origin: str = "") -> None:
    standing = alone(document, origin or document.ref.id)
    catalogue.switch(document, standing, replace(contents(document), terms=Counter(terms or {})))


def test_an_entry_says_what_the_document_says(catalogue: Catalogue) -> None:
    put(catalogue, FIRST, origin="C:/vb/mau.pdf")
    entry = catalogue.entry(FIRST.ref.id)
    assert entry is not None
    assert entry.ref == FIRST.ref
    assert (entry.version, entry.name) == (FIRST.source.sha256, "mau.pdf")
    assert (entry.media_type, entry.source) == ("application/pdf", "PDF có lớp chữ")
    assert (entry.pages, entry.passages) == (2, 2)
    assert catalogue.lodger("C:/vb/mau.pdf") == (FIRST.ref.id, FIRST.source.sha256)
    assert catalogue.body(FIRST.ref.id) == FIRST


def test_what_is_not_there_is_none(catalogue: Catalogue) -> None:
    assert catalogue.entry("không có") is None
    assert catalogue.lodger("không có") is None
    assert catalogue.body("không có") is None
    assert catalogue.live_versions(["không có"]) == {}
    assert catalogue.live_versions([]) == {}
    assert not catalogue.has_version("không có")
    assert catalogue.totals() == (0, 0)
    assert catalogue.frequencies([1, 2]) == ({}, 0)
    catalogue.remove("không có")


def test_entries_are_newest_first_and_undated_last(catalogue: Catalogue) -> None:
    for document in (UNDATED, SECOND, FIRST):
        put(catalogue, document)
    total, entries = catalogue.entries(ALL, 0, 10)
    assert total == 3
    assert [entry.ref.id for entry in entries] == [FIRST.ref.id, SECOND.ref.id, UNDATED.ref.id]
    assert catalogue.entries(ALL, 1, 1) == (3, [entries[1]])
    assert catalogue.entries(ALL, 5, 10) == (3, [])


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(document=(FIRST.ref.id, SECOND.ref.id)), [FIRST, SECOND]),
        (Filters(number=("57-NQ/TW",)), [SECOND]),
        (Filters(issuer=("Đảng ủy xã Mẫu",)), [FIRST, UNDATED]),
        (Filters(year=(2024,)), [SECOND]),
        (Filters(kind=("Nghị quyết",), year=(2024, 2025)), [FIRST, SECOND]),
        (Filters(kind=("Chỉ thị",)), []),
    ],
)
def test_filters(catalogue: Catalogue, filters: Filters, found: list[Document]) -> None:
    for document in (FIRST, SECOND, UNDATED):
        put(catalogue, document)
    total, entries = catalogue.entries(filters, 0, 10)
    assert [entry.ref for entry in entries] == [document.ref for document in found]
    assert total == len(found)


def test_facets_count_documents(catalogue: Catalogue) -> None:
    for document in (FIRST, SECOND, UNDATED):
        put(catalogue, document)
    assert catalogue.facet("issuer") == [("Đảng ủy xã Mẫu", 2), ("Bộ Chính trị", 1)]
    assert catalogue.facet("kind") == [("Nghị quyết", 3)]
    assert catalogue.facet("year") == [("2024", 1), ("2025", 1)]


def test_validity_is_counted_and_filtered_by_its_class(catalogue: Catalogue) -> None:
    stated = {"hết hiệu lực từ 01/11/2025": FIRST, "hết hiệu lực một phần": SECOND, "chưa rõ": UNDATED}
    for validity, document in stated.items():
        put(catalogue, replace(document, ref=replace(document.ref, validity=validity)))
    assert catalogue.facet("validity") == [("chưa rõ", 1), ("hết hiệu lực", 1), ("hết hiệu lực một phần", 1)]
    assert catalogue.passing(Filters(validity=("hết hiệu lực",))) == (FIRST.ref.id,)
    assert catalogue.passing(Filters(validity=("chưa rõ", "hết hiệu lực một phần"))) == tuple(
        sorted((SECOND.ref.id, UNDATED.ref.id))
    )
    assert catalogue.passing(Filters(validity=("còn hiệu lực",))) == ()


def test_term_frequencies_follow_what_is_live(catalogue: Catalogue) -> None:
    put(catalogue, FIRST, {1: 2, 2**32 - 1: 1})
    put(catalogue, SECOND, {1: 1, 7: 70_000})
    assert catalogue.frequencies([1, 7, 2**32 - 1, 8]) == ({1: 3, 7: 70_000, 2**32 - 1: 1}, 3)
    put(catalogue, FIRST, {2: 1})
    found, passages = catalogue.frequencies([1, 2, 2**32 - 1])
    assert (found[1], found[2], found.get(2**32 - 1, 0), passages) == (1, 1, 0, 3)
    catalogue.remove(SECOND.ref.id)
    found, passages = catalogue.frequencies([1, 7])
    assert (found.get(1, 0), found.get(7, 0), passages) == (0, 0, 2)


def test_a_file_that_now_holds_another_document_replaces_the_old_one(catalogue: Catalogue) -> None:
    put(catalogue, FIRST, {1: 2}, origin="C:/vb/mau.pdf")
    put(catalogue, SECOND, {1: 1}, origin="C:/vb/mau.pdf")
    assert catalogue.entry(FIRST.ref.id) is None
    assert catalogue.totals() == (1, 1)
    assert catalogue.frequencies([1]) == ({1: 1}, 1)


def test_a_document_may_move_to_another_file(catalogue: Catalogue) -> None:
    put(catalogue, FIRST, origin="C:/cũ.pdf")
    put(catalogue, FIRST, origin="C:/mới.pdf")
    assert catalogue.lodger("C:/cũ.pdf") is None
    assert catalogue.totals() == (1, 2)


def test_a_failed_switch_leaves_everything_as_it_was(catalogue: Catalogue) -> None:
    put(catalogue, FIRST, {1: 2})
    broken = replace(FIRST, source=replace(FIRST.source, name=None))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        put(catalogue, broken, {1: 9})
    assert catalogue.body(FIRST.ref.id) == FIRST
    assert catalogue.frequencies([1]) == ({1: 2}, 2)


def test_announcing_and_settling(catalogue: Catalogue) -> None:
    catalogue.announce("a", "1")
    catalogue.announce("a", "1")
    catalogue.announce("a", "2")
    assert sorted(catalogue.unsettled()) == [("a", "1"), ("a", "2")]
    catalogue.settle("a", "1")
    catalogue.settle("b", "1")
    assert catalogue.unsettled() == [("a", "2")]


def test_everything_is_there_after_reopening_and_for_a_second_reader(catalogue: Catalogue, tmp_path: Path) -> None:
    put(catalogue, FIRST, {1: 2})
    second = Catalogue(f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}")
    assert second.body(FIRST.ref.id) == FIRST
    put(catalogue, SECOND)
    assert second.totals() == (2, 3)
    second.close()


# copies


def test_documents_that_share_words_or_the_number_are_found(catalogue: Catalogue) -> None:
    long = made_document(*(f"Chi bộ thôn {place} giao việc số {place * 7} cho tổ {place * 3}." for place in range(90)))
    put(catalogue, long)
    put(catalogue, SECOND)
    silent = replace(FIRST.ref, number=None)
    assert catalogue.relatives(silent, fingerprints(long.text[900:2200]), 8) == [long.ref.id]
    assert catalogue.relatives(silent, fingerprints("Không có chữ nào chung cả."), 8) == []
    assert catalogue.relatives(long.ref, (), 8) == [long.ref.id]
    assert catalogue.relatives(replace(long.ref, number="5-nq-du"), (), 8) == [long.ref.id]
    assert catalogue.relatives(replace(long.ref, issued_on=date(2022, 1, 2)), (), 8) == []
    catalogue.remove(long.ref.id)
    assert catalogue.relatives(long.ref, fingerprints(long.text), 8) == []


def test_sources_are_counted_and_filtered(catalogue: Catalogue) -> None:
    scanned = replace(SECOND, source=replace(SECOND.source, conversion="pypdfium2 + tesseract 5.3.0"))
    for document in (FIRST, scanned, UNDATED):
        put(catalogue, document)
    assert catalogue.facet("source") == [("PDF có lớp chữ", 2), ("bản quét", 1)]
    assert catalogue.passing(Filters(source=("bản quét",))) == (SECOND.ref.id,)
    assert catalogue.passing(Filters(source=("bản quét", "PDF có lớp chữ"), year=(2025,))) == (FIRST.ref.id,)
    assert catalogue.passing(Filters(source=("Word",))) == ()


def test_a_catalogue_made_before_sources_gets_them_from_the_copies(catalogue: Catalogue, tmp_path: Path) -> None:
    put(catalogue, FIRST)
    put(catalogue, replace(SECOND, source=replace(SECOND.source, conversion="tesseract 5.3.0")))
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as old, old:
        old.execute("ALTER TABLE documents DROP COLUMN source")
    for _ in range(2):
        opened = Catalogue(f"sqlite:///{(tmp_path / 'catalogue.sqlite').as_posix()}")
        assert opened.facet("source") == [("PDF có lớp chữ", 1), ("bản quét", 1)]
        opened.remove(FIRST.ref.id)
        put(opened, FIRST)
        opened.close()


def test_a_catalogue_made_before_copies_waits_to_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("CREATE TABLE documents (id PRIMARY KEY, version, origin UNIQUE, name, body NOT NULL)")
        old.execute("CREATE TABLE terms (id PRIMARY KEY, passages)")
        old.execute("CREATE TABLE pending (document, version)")
        old.execute("INSERT INTO documents VALUES ('a', '1f', 'C:/vb/mẫu.pdf', 'mẫu.pdf', x'00')")
    for _ in range(2):
        opened = Catalogue(f"sqlite:///{path.as_posix()}")
        assert opened.waiting() == [("C:/vb/mẫu.pdf", "a", "1f", "mẫu.pdf")]
        assert opened.totals() == (0, 0)
        opened.close()

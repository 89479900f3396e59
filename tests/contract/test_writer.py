"""What every ``Writer`` keeps: the library of this process, and the process that owns it, asked over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from doubles import SPEC, addresses_of, indexed_passages, look_up, made_document, plain_passages
from serving import served

from corpus.errors import IndexMismatch, NotFound
from corpus.runtime.library import Library, Writer
from corpus.runtime.owner import OwnerClient, OwnerWriter
from corpus.runtime.settings import Settings
from corpus.types import Document, IndexedPassage

OLD = made_document("Chi bộ họp hằng tháng.", "Đảng viên nộp đảng phí.")
NEW = made_document("Chi bộ họp hằng quý.", "Đảng viên đóng đảng phí.", "Điều khoản mới.")
OTHER = made_document("Chuyển đổi số.", number="57-NQ/TW", issuer="Bộ Chính trị", day=None)
ORIGIN = "C:/vb/mẫu.pdf"


@pytest.fixture(params=["library", "owner"])
def writer(request: pytest.FixtureRequest, library: Library, settings: Settings) -> Iterator[Writer]:
    """Writes into ``library``, directly or through the process that owns it."""
    if request.param == "library":
        yield library
    else:
        with served(library, settings) as ownership:
            yield OwnerWriter(OwnerClient(ownership), SPEC)


def put(writer: Writer, document: Document, origin: str = ORIGIN) -> None:
    writer.replace(document, indexed_passages(document), origin)


def test_a_document_arrives_as_it_was_sent(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    assert library.catalogue.body(OLD.ref.id) == OLD
    assert library.passages(OLD.ref.id, addresses_of(OLD)) == plain_passages(OLD)
    entry = library.catalogue.entry(OLD.ref.id)
    assert entry is not None
    assert (entry.origin, entry.version, entry.passages) == (ORIGIN, OLD.source.sha256, 2)


def test_vectors_arrive_as_they_were_sent(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    best = look_up(library, "Đảng viên nộp đảng phí.")[0]
    assert best.passage == plain_passages(OLD)[1]
    assert best.cosine == pytest.approx(1.0, abs=1e-5)
    assert best.lexical > 0
    terms = indexed_passages(OLD)[1].sparse.ids
    assert set(terms) <= set(library.catalogue.frequencies(terms)[0])


def test_another_version_takes_the_place_of_the_old_one(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    put(writer, NEW)
    assert library.passages(NEW.ref.id, addresses_of(NEW)) == plain_passages(NEW)
    assert library.store.count() == library.catalogue.totals()[1] == 3


def test_another_document_in_the_file_takes_the_place_of_the_first(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    put(writer, OTHER)
    assert library.catalogue.entry(OLD.ref.id) is None
    assert library.catalogue.totals() == (1, 1)


def test_a_document_without_passages(writer: Writer, library: Library) -> None:
    writer.replace(OLD, [], ORIGIN)
    assert library.catalogue.totals() == (1, 0)


def test_a_document_of_thousands_of_passages(writer: Writer, library: Library) -> None:
    long = made_document(*(f"Việc {place}." for place in range(2000)))
    put(writer, long)
    assert library.store.count() == 2000


def test_removing(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    put(writer, OTHER, "C:/vb/khác.pdf")
    writer.remove(OLD.ref.id)
    assert library.catalogue.entry(OLD.ref.id) is None
    assert library.store.count() == 1


@pytest.mark.parametrize("name", ["khong-co", "không có", "a?b=c#d", "50%"])
def test_removing_what_is_not_there_names_it(writer: Writer, name: str) -> None:
    with pytest.raises(NotFound) as caught:
        writer.remove(name)
    assert f"«{name}»" in str(caught.value)
    assert "tracuu status" in str(caught.value)
    assert str(caught.value) == str(caught.value).strip()


# What only the owner checks: a library writes with its own spec.


def test_what_was_encoded_otherwise_is_refused(library: Library, settings: Settings) -> None:
    with served(library, settings) as ownership:
        stranger = OwnerWriter(OwnerClient(ownership), replace(SPEC, fingerprint="2"))
        with pytest.raises(IndexMismatch, match="dấu vân tay"):
            put(stranger, OLD)
    assert library.catalogue.totals() == (0, 0)


def test_a_passage_that_does_not_fit_leaves_the_old_version(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    good = indexed_passages(NEW)
    bad = IndexedPassage(good[0].passage, (1.0,), good[0].sparse)
    with pytest.raises(Exception, match=r"(?i)dimension|lỗi"):
        writer.replace(NEW, [bad, *good[1:]], ORIGIN)
    assert library.passages(OLD.ref.id, addresses_of(OLD)) == plain_passages(OLD)
    put(writer, NEW)
    assert library.passages(NEW.ref.id, addresses_of(NEW)) == plain_passages(NEW)

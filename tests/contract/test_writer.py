"""What every ``Writer`` keeps: the library of this process, and the process that owns it, asked over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from doubles import SPEC, addresses_of, indexed_passages, look_up, made_document, plain_passages
from serving import served

from corpus.copies import Copy, Standing, alone
from corpus.errors import IndexMismatch, NotFound
from corpus.runs import FileNote, Outcome, Run
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
    writer.replace(document, indexed_passages(document), alone(document, origin))


def test_a_document_arrives_as_it_was_sent(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    assert library.catalogue.body(OLD.ref.id) == OLD
    assert library.passages(OLD.ref.id, addresses_of(OLD)) == plain_passages(OLD)
    entry = library.catalogue.entry(OLD.ref.id)
    assert entry is not None
    assert (entry.version, entry.passages) == (OLD.source.sha256, 2)
    assert [copy.origins for copy in library.catalogue.copies(OLD.ref.id)] == [(ORIGIN,)]


def test_vectors_arrive_as_they_were_sent(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    best = look_up(library, "Đảng viên nộp đảng phí.")[0]
    assert library.texts([best.listed]) == {best.listed.id: plain_passages(OLD)[1]}
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
    writer.replace(OLD, [], alone(OLD, ORIGIN))
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


# copies

PRESS = replace(
    made_document(*OLD.text.split("\n"), day=None), source=replace(OLD.source, sha256="ba0" * 20, name="bao.html")
)
PAGE = "C:/vb/báo.html"


def versions(*documents: Document) -> tuple[str, ...]:
    return tuple(document.source.sha256 for document in documents)


def listed(library: Library, document: Document) -> tuple[str, ...]:
    return tuple(copy.version for copy in library.catalogue.copies(document.ref.id))


def test_a_copy_is_listed_and_not_searched(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    writer.arrange(OLD.ref.id, Standing(versions(OLD, PRESS), Copy(PRESS, PAGE), OLD.ref.id))
    assert listed(library, OLD) == versions(OLD, PRESS)
    assert library.catalogue.copy(OLD.ref.id, PRESS.source.sha256) == PRESS
    assert library.catalogue.copies(OLD.ref.id)[1].origins == (PAGE,)
    assert library.store.count() == library.catalogue.totals()[1] == 2
    assert library.catalogue.body(OLD.ref.id) == OLD


def test_a_better_copy_takes_the_place_and_the_former_id_still_leads_there(writer: Writer, library: Library) -> None:
    put(writer, PRESS, PAGE)
    writer.replace(OLD, indexed_passages(OLD), Standing(versions(OLD, PRESS), Copy(OLD, ORIGIN), PRESS.ref.id))
    assert listed(library, OLD) == versions(OLD, PRESS)
    assert library.catalogue.body(OLD.ref.id) == OLD
    assert library.catalogue.entry(PRESS.ref.id) is None
    assert library.catalogue.known_as(PRESS.ref.id) == OLD.ref.id
    assert library.passages(OLD.ref.id, addresses_of(OLD)) == plain_passages(OLD)
    assert library.store.count() == 2


def test_what_readers_see_may_be_completed_by_a_copy_that_is_listed(writer: Writer, library: Library) -> None:
    put(writer, PRESS, PAGE)
    whole = replace(PRESS, ref=OLD.ref)
    standing = Standing(versions(PRESS, OLD), Copy(OLD, ORIGIN), PRESS.ref.id)
    writer.replace(whole, indexed_passages(whole), standing)
    assert library.catalogue.body(OLD.ref.id) == whole
    assert library.catalogue.copy(OLD.ref.id, PRESS.source.sha256) == PRESS, "as its own file gives it"
    assert library.passages(OLD.ref.id, addresses_of(OLD)) == plain_passages(whole)


def test_a_copy_that_is_no_longer_named_leaves(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    writer.arrange(OLD.ref.id, Standing(versions(OLD, PRESS), Copy(PRESS, PAGE), OLD.ref.id))
    writer.arrange(OLD.ref.id, Standing(versions(OLD), None, OLD.ref.id))
    assert listed(library, OLD) == versions(OLD)
    assert not library.catalogue.has_version(PRESS.source.sha256)
    assert library.catalogue.lodger(PAGE) is None


def test_copies_of_what_somebody_else_changed_meanwhile_are_not_arranged(writer: Writer, library: Library) -> None:
    put(writer, NEW)
    with pytest.raises(NotFound, match="chạy lại"):
        writer.arrange(OLD.ref.id, Standing(versions(OLD, PRESS), Copy(PRESS, PAGE), OLD.ref.id))
    assert listed(library, NEW) == versions(NEW)


def test_two_that_bring_one_document_in_at_once_lose_neither(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    late = replace(PRESS, ref=OLD.ref)
    writer.replace(late, indexed_passages(late), Standing(versions(late), Copy(late, PAGE), None))
    assert listed(library, OLD) == versions(late, OLD)
    assert library.store.count() == library.catalogue.totals()[1] == 2


def test_a_file_may_lie_in_two_places(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    writer.add_place(OLD.source.sha256, "D:/vb/mẫu.pdf")
    assert library.catalogue.copies(OLD.ref.id)[0].origins == (ORIGIN, "D:/vb/mẫu.pdf")
    assert library.catalogue.lodger(ORIGIN) is None, "it would stay if this file changed"
    put(writer, OTHER)
    assert library.catalogue.totals()[0] == 2
    assert library.catalogue.copies(OLD.ref.id)[0].origins == ("D:/vb/mẫu.pdf",)


def test_removing_takes_all_copies(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    writer.arrange(OLD.ref.id, Standing(versions(OLD, PRESS), Copy(PRESS, PAGE), OLD.ref.id))
    writer.remove(OLD.ref.id)
    assert library.catalogue.number_of_copies() == library.store.count() == 0
    assert not library.catalogue.has_version(PRESS.source.sha256)


# runs

RUN = Run("ingest", datetime(2026, 7, 1, 2, 15, tzinfo=UTC), read=1, refused=2, unnamed=1, pages=7)
REFUSED = FileNote("C:/vb/hỏng.pdf", "hỏng.pdf", True, "tệp rỗng", "Tệp «hỏng.pdf» rỗng.", "Hãy chép lại.")
DOUBTFUL = FileNote(ORIGIN, "mẫu.pdf", False, "đọc chưa chắc", "số hiệu để trống", "Hãy xem «tracuu parse mẫu.pdf».")


def test_what_became_of_a_run_arrives_as_it_was_sent(writer: Writer, library: Library) -> None:
    put(writer, OLD)
    writer.note_run(Outcome(RUN, (REFUSED, DOUBTFUL)))
    assert library.catalogue.runs() == [RUN]
    assert library.catalogue.refused_files() == [REFUSED]
    assert library.catalogue.doubtful_files() == [(OLD.ref.id, DOUBTFUL)]
    writer.note_run(Outcome(replace(RUN, refused=0), (), (REFUSED.origin, DOUBTFUL.origin)))
    assert [run.refused for run in library.catalogue.runs()] == [0, 2], "newest first"
    assert (library.catalogue.refused_files(), library.catalogue.doubtful_files()) == ([], [])


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
        writer.replace(NEW, [bad, *good[1:]], alone(NEW, ORIGIN))
    assert library.passages(OLD.ref.id, addresses_of(OLD)) == plain_passages(OLD)
    put(writer, NEW)
    assert library.passages(NEW.ref.id, addresses_of(NEW)) == plain_passages(NEW)

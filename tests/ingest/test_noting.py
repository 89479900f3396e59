"""What is noted of a run: counts, and the files that need a look."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from doubles import ENCODER, made_document
from made_files import GUARDED_WORDS, letter, put, secret

from corpus.errors import Refusal, RefusalReason
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.types import Span, Stated
from ingest.noting import outcome_of, outcome_of_rebuild
from ingest.run import Ingestor, Report


class Silent:
    def begins(self, path: Path) -> None: ...
    def recognises(self, done: int, total: int) -> None: ...
    def ends(self, path: Path, pages: int) -> None: ...


@pytest.fixture
def take(library: Library, settings: Settings):
    """Take files in as the command does, and note the run."""

    def taken(*paths: Path) -> None:
        report = Ingestor(library, library.catalogue, ENCODER, settings).ingest(paths, Silent())
        library.note_run(outcome_of(report, library.catalogue))

    return taken


def refused(library: Library) -> list[tuple[str, str]]:
    return [(note.name, note.reason) for note in library.catalogue.refused_files()]


def test_a_run_is_counted(take, library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "vb"
    put(folder, "a.txt", letter("05-NQ/ĐU"))
    put(folder, "b.txt", letter("05-NQ/ĐU") + "\n")
    put(folder, "c.txt", "")
    put(folder, "d.txt", secret())
    put(folder, "e.png", "ảnh")
    take(folder)
    take(folder)
    again, first = library.catalogue.runs()
    assert (first.command, first.read, first.copies, first.unchanged) == ("ingest", 1, 1, 0)
    assert (first.refused, first.unnamed, first.ignored, first.pages) == (2, 1, 1, 2)
    assert (again.read, again.copies, again.unchanged, again.refused) == (0, 0, 2, 2)
    assert again.ended >= first.ended


def test_a_name_that_is_no_text_keeps_no_other_file_out(take, library: Library, tmp_path: Path) -> None:
    folder = put(tmp_path / "vb", "b.txt", letter("05-NQ/ĐU")).parent
    for name in (b"a\xff.txt", b"c\xff.pdf"):
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(letter("06-NQ/ĐU"), encoding="utf-8")
        except OSError:
            pytest.skip("hệ thống tệp không nhận tên như vậy")
    take(folder)
    assert refused(library) == [("a?.txt", RefusalReason.MISNAMED), ("c?.pdf", RefusalReason.MISNAMED)]
    assert library.catalogue.totals()[0] == 1


def test_a_refused_file_is_listed_until_it_is_taken_in(take, library: Library, tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "")
    take(path)
    assert refused(library) == [("a.txt", RefusalReason.EMPTY)]
    take(put(tmp_path, "b.txt", letter()))
    assert refused(library) == [("a.txt", RefusalReason.EMPTY)], "another run does not settle it"
    put(tmp_path, "a.txt", letter("06-NQ/ĐU"))
    take(path)
    assert refused(library) == []


def test_a_refused_file_that_comes_to_hold_what_is_known_is_settled(take, library: Library, tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "")
    take(path, put(tmp_path, "b.txt", letter()))
    put(tmp_path, "a.txt", letter())
    take(path)
    assert library.catalogue.runs()[0].unchanged == 1
    assert refused(library) == []


def test_a_refused_file_that_is_gone_is_no_longer_listed(take, library: Library, tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "")
    take(path)
    path.unlink()
    take(put(tmp_path, "b.txt", letter()))
    assert refused(library) == []


def test_a_file_that_a_mark_keeps_out_is_counted_and_not_named(
    take, library: Library, settings: Settings, tmp_path: Path
) -> None:
    path = put(tmp_path, "ke-hoach-phong-thu.txt", "")
    take(path)
    assert refused(library) == [("ke-hoach-phong-thu.txt", RefusalReason.EMPTY)]
    put(tmp_path, "ke-hoach-phong-thu.txt", secret())
    take(path)
    assert refused(library) == [], "what was noted of it before goes too"
    assert library.catalogue.runs()[0].unnamed == 1
    library.close()
    for kept in settings.data.glob("catalogue*"):
        assert b"phong-thu" not in kept.read_bytes()
        assert GUARDED_WORDS.encode() not in kept.read_bytes()


def test_a_document_with_an_unsure_number_is_noted(library: Library) -> None:
    made = made_document("Số 05-NQ/ĐU", "Chi bộ họp.")
    unsure = replace(made, ref=replace(made.ref, number=None), stated=(Stated("number", Span(3, 11), 1),))
    outcome = outcome_of(Report(read=[unsure], taken={"C:/vb/mau.pdf": unsure}), library.catalogue)
    (note,) = outcome.notes
    assert (note.origin, note.name, note.refused) == ("C:/vb/mau.pdf", "mau.pdf", False)
    assert note.message == "tr. 1: số hiệu đọc chưa chắc («05-NQ/ĐU») nên để trống; hãy xem ảnh trang"
    assert note.next_step == "Hãy xem «tracuu parse mau.pdf»."
    assert outcome_of(Report(read=[made], taken={"C:/vb/mau.pdf": made}), library.catalogue).notes == ()


def test_a_document_without_a_date_is_noted(library: Library) -> None:
    made = made_document("Chi bộ họp.", day=None)
    (note,) = outcome_of(Report(read=[made], taken={"C:/vb/mau.pdf": made}), library.catalogue).notes
    assert (note.reason, note.refused) == ("thiếu phần đầu văn bản", False)
    assert "không tìm thấy" in note.message
    assert "ngày ban hành" in note.message


def test_a_rebuild_is_noted_with_what_could_not_be_read_again() -> None:
    damaged = Refusal(RefusalReason.DAMAGED, "Tệp «a.pdf» hỏng.", "Hãy chép lại.")
    hidden = Refusal(RefusalReason.RESTRICTED, "Tệp «b.pdf» lưu hành nội bộ.", "")
    outcome = outcome_of_rebuild(5, [("/vb/a.pdf", damaged), ("/vb/b.pdf", hidden)])
    assert (outcome.run.command, outcome.run.read) == ("reindex", 3)
    assert (outcome.run.refused, outcome.run.unnamed) == (2, 1)
    assert [(note.name, note.message, note.next_step) for note in outcome.notes] == [
        ("a.pdf", "Tệp «a.pdf» hỏng.", "Hãy chép lại.")
    ]

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from doubles import SPEC, addresses_of, indexed_passages, look_up, made_document, plain_passages, settings_in

from corpus.copies import alone
from corpus.errors import CorpusIndexError, IndexBusy, IndexMismatch, NotFound, Refusal, RefusalReason
from corpus.runtime.library import Library, keep_original, original_path
from corpus.runtime.rebuild_rows import Waiting
from corpus.runtime.settings import Settings
from corpus.runtime.store.protocol import Scored
from corpus.secrecy import Clearance
from corpus.types import Document, Filters

OLD = made_document("Chi bộ họp hằng tháng.", "Đảng viên nộp đảng phí.")
NEW = made_document("Chi bộ họp hằng quý.", "Đảng viên đóng đảng phí.", "Điều khoản mới.")
OTHER = made_document("Chuyển đổi số.", number="57-NQ/TW", issuer="Bộ Chính trị", day=date(2024, 12, 22))
ORIGIN = "C:/vb/mau.pdf"


def take_in(library: Library, settings: Settings, document: Document, origin: str = ORIGIN) -> Path:
    """As an ingest run does: keep the file, then replace; returns where the file is kept."""
    source = settings.data / document.source.name
    source.write_bytes(document.text.encode())
    keep_original(settings, source, document.source.sha256)
    library.replace(document, indexed_passages(document), alone(document, origin))
    return original_path(settings.files_folder, document.source.sha256, document.source.name)


def assert_whole(library: Library, *documents: Document) -> None:
    """Readers see exactly these documents, each whole, and nothing else lies about."""
    _, entries = library.catalogue.entries(Filters(), 0, 100)
    assert {entry.ref.id: entry.version for entry in entries} == {d.ref.id: d.source.sha256 for d in documents}
    for document in documents:
        assert library.catalogue.body(document.ref.id) == document
        assert library.passages(document.ref.id, addresses_of(document)) == plain_passages(document)
    passages = sum(len(document.sections) for document in documents)
    assert library.catalogue.totals() == (len(documents), passages)
    assert library.store.count() == passages
    assert library.catalogue.unsettled() == []


def kept(settings: Settings) -> set[str]:
    return {path.stem for path in settings.files_folder.glob("*")}


def test_a_document_is_taken_in_and_found(library: Library, settings: Settings) -> None:
    file = take_in(library, settings, OLD)
    assert_whole(library, OLD)
    best = look_up(library, "đảng phí")[0]
    assert library.texts([best.listed]) == {best.listed.id: plain_passages(OLD)[1]}
    assert library.original(OLD.ref.id) == (file, "mau.pdf", "application/pdf")
    assert file.read_bytes() == OLD.text.encode()


def test_another_version_takes_its_place(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    take_in(library, settings, NEW)
    assert_whole(library, NEW)
    assert kept(settings) == {NEW.source.sha256}
    assert {candidate.listed.version for candidate in look_up(library, "chi bộ")} == {NEW.source.sha256}


def test_an_internal_document_is_kept_and_shown_only_with_the_clearance(tmp_path: Path) -> None:
    public = settings_in(tmp_path / "data")
    internal = replace(public, clearance=Clearance.INTERNAL)
    marked = replace(OLD, ref=replace(OLD.ref, secrecy="LƯU HÀNH NỘI BỘ"))
    with closing(Library(public, SPEC)) as library, pytest.raises(IndexMismatch, match="1 văn bản"):
        library.replace(marked, indexed_passages(marked), alone(marked, ORIGIN))
    with closing(Library(internal, SPEC)) as library:
        take_in(library, internal, marked)
        take_in(library, internal, OTHER, "C:/vb/khac.pdf")
        assert_whole(library, marked, OTHER)
    with pytest.raises(IndexMismatch, match="TRACUU_CLEARANCE=cong-khai") as caught:
        Library(public, SPEC)
    assert "tracuu reindex" in caught.value.next_step
    with closing(Library(internal, SPEC)) as library:
        assert_whole(library, marked, OTHER)


def test_a_document_set_aside_leaves_its_original_unless_it_is_wiped(library: Library, settings: Settings) -> None:
    kept = take_in(library, settings, OLD)
    wiped = take_in(library, settings, OTHER, "C:/vb/khac.pdf")
    for file in library.announce_rebuild():
        library.rebuilt(file, wipe=file.version == OTHER.source.sha256)
    assert_whole(library)
    assert (kept.exists(), wiped.exists()) == (True, False)


def test_the_same_version_again_changes_nothing(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    take_in(library, settings, OLD)
    assert_whole(library, OLD)
    assert kept(settings) == {OLD.source.sha256}


def test_another_document_in_the_same_file_takes_the_place_of_the_first(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    take_in(library, settings, OTHER)
    assert_whole(library, OTHER)
    assert kept(settings) == {OTHER.source.sha256}


def test_documents_of_other_files_are_left_alone(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    take_in(library, settings, OTHER, "C:/vb/khac.pdf")
    take_in(library, settings, NEW)
    assert_whole(library, NEW, OTHER)


def test_a_document_that_moves_into_the_file_of_another_takes_the_place_of_both(
    library: Library, settings: Settings
) -> None:
    take_in(library, settings, OLD, "C:/một.pdf")
    take_in(library, settings, OTHER, "C:/hai.pdf")
    take_in(library, settings, NEW, "C:/hai.pdf")
    assert_whole(library, NEW)
    assert kept(settings) == {NEW.source.sha256}


def test_removing(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    take_in(library, settings, OTHER, "C:/vb/khac.pdf")
    library.remove(OLD.ref.id)
    assert_whole(library, OTHER)
    assert kept(settings) == {OTHER.source.sha256}
    assert library.passages(OLD.ref.id, ["khoan-1"]) == []
    assert OLD.ref.id not in {candidate.listed.ref.id for candidate in look_up(library, "đảng phí")}
    with pytest.raises(NotFound, match=OLD.ref.id):
        library.original(OLD.ref.id)


def test_removing_what_is_not_there(library: Library) -> None:
    with pytest.raises(NotFound, match="không-có") as caught:
        library.remove("không-có")
    assert "tracuu status" in caught.value.next_step


def test_a_file_that_two_documents_share_goes_with_the_last(library: Library, settings: Settings) -> None:
    twin = replace(OLD, ref=replace(OLD.ref, id="bản-hai"))
    take_in(library, settings, OLD)
    take_in(library, settings, twin, "C:/vb/khac.pdf")
    library.remove("bản-hai")
    assert kept(settings) == {OLD.source.sha256}
    library.remove(OLD.ref.id)
    assert kept(settings) == set()


def test_a_kept_file_without_a_suffix_goes_too(library: Library, settings: Settings) -> None:
    bare = replace(OLD, source=replace(OLD.source, name="mau"))
    file = take_in(library, settings, bare)
    assert file.is_file()
    library.remove(OLD.ref.id)
    assert not file.exists()


def test_a_kept_file_that_was_deleted_by_hand_is_named(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD).unlink()
    with pytest.raises(NotFound, match=OLD.ref.id):
        library.original(OLD.ref.id)


def test_an_empty_corpus_names_the_command(library: Library) -> None:
    with pytest.raises(CorpusIndexError) as caught:
        look_up(library, "gì cũng được")
    assert "tracuu ingest" in caught.value.next_step


def test_everything_is_there_after_reopening(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    library.close()
    again = Library(settings, SPEC)
    assert_whole(again, OLD)
    again.close()


# readers while a document is being replaced


def test_readers_see_the_old_version_until_the_switch_and_the_new_one_from_then_on(
    library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(library, settings, OLD)
    switch, seen = library.catalogue.switch, []

    def look() -> None:
        passages = library.passages(OLD.ref.id, addresses_of(NEW))
        found = {candidate.listed.version for candidate in look_up(library, "chi bộ họp")}
        seen.append((passages, found))

    def watched(*given) -> None:
        look()
        switch(*given)
        look()

    monkeypatch.setattr(library.catalogue, "switch", watched)
    take_in(library, settings, NEW)
    assert seen == [(plain_passages(OLD), {OLD.source.sha256}), (plain_passages(NEW), {NEW.source.sha256})]


def test_a_search_that_a_switch_overtakes_finds_the_new_version(
    library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(library, settings, OLD)
    search, calls = library.store.search, []

    def overtaken(*wanted: Any) -> list[Scored]:
        found = search(*wanted)
        calls.append(len(found))
        if len(calls) == 1:
            take_in(library, settings, NEW)
        return found

    monkeypatch.setattr(library.store, "search", overtaken)
    assert {candidate.listed.version for candidate in look_up(library, "chi bộ họp")} == {NEW.source.sha256}
    assert calls == [2, 3]


def test_reading_passages_that_a_switch_overtakes_gives_the_new_version(
    library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(library, settings, OLD)
    get, asked = library.store.get, []

    def overtaken(points: Sequence[int]):
        asked.append(len(points))
        if len(asked) == 1:
            take_in(library, settings, NEW)
        return get(points)

    monkeypatch.setattr(library.store, "get", overtaken)
    assert library.passages(OLD.ref.id, addresses_of(NEW)) == plain_passages(NEW)
    assert asked == [len(OLD.sections), len(NEW.sections)]


def test_a_reader_beside_a_writer_always_sees_one_whole_version(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    done = threading.Event()
    wrong: list[object] = []
    whole = {document.source.sha256: plain_passages(document) for document in (OLD, NEW)}

    def read() -> None:
        while not done.is_set():
            found = look_up(library, "chi bộ họp đảng viên")
            versions = {candidate.listed.version for candidate in found}
            if len(versions) != 1 or len(found) != len(whole[versions.pop()]):
                wrong.append(found)
            passages = library.passages(OLD.ref.id, addresses_of(NEW))
            if passages not in whole.values():
                wrong.append(passages)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for _ in range(10):
            take_in(library, settings, NEW)
            take_in(library, settings, OLD)
    finally:
        done.set()
        reader.join()
    assert wrong == []


# an index that does not fit, and one that somebody else has


def test_an_index_of_another_make_is_refused_and_let_go_of(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    library.close()
    with pytest.raises(IndexMismatch, match="«bam» khác «khác»") as caught:
        Library(settings, replace(SPEC, encoder="khác"))
    assert "tracuu reindex" in caught.value.next_step
    again = Library(settings, SPEC)
    assert_whole(again, OLD)
    again.close()


def test_a_catalogue_whose_index_is_gone_is_refused(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    library.close()
    shutil.rmtree(settings.index_folder)
    with pytest.raises(IndexMismatch) as caught:
        Library(settings, SPEC)
    assert "tracuu reindex" in caught.value.next_step


@pytest.mark.parametrize("rebuilding", [False, True])
def test_only_one_may_own_the_corpus(library: Library, settings: Settings, *, rebuilding: bool) -> None:
    take_in(library, settings, OLD)
    with pytest.raises(IndexBusy) as caught:
        Library(settings, SPEC, rebuilding=rebuilding)
    assert caught.value.next_step
    assert_whole(library, OLD)


OPENING = """
import sys
from pathlib import Path
from doubles import SPEC, settings_in
from corpus.copies import alone
from corpus.errors import IndexBusy
from corpus.runtime.rebuild_rows import Waiting
from corpus.runtime.library import Library
try:
    Library(settings_in(Path(sys.argv[1])), SPEC).close()
except IndexBusy as error:
    sys.exit(error.exit_code)
"""


def test_a_second_process_is_told_that_the_corpus_is_taken(library: Library, settings: Settings) -> None:
    tests = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tests), str(tests.parent)))}

    def second_process() -> int:
        command = [sys.executable, "-c", OPENING, str(settings.data)]
        return subprocess.run(command, env=environment, timeout=60, check=False).returncode

    assert second_process() == IndexBusy.exit_code
    library.close()
    assert second_process() == 0


# making the index anew


def read_again(library: Library, file: Waiting) -> None:
    (document,) = (made for made in (OLD, OTHER) if made.source.sha256 == file.version)
    library.replace(document, indexed_passages(document), alone(document, file.origin))
    library.rebuilt(file)


def cut_off_rebuild(settings: Settings) -> None:
    """A rebuild of two documents that is cut off after the first."""
    library = Library(settings, replace(SPEC, encoder="mới"), rebuilding=True)
    first, _ = library.announce_rebuild()
    read_again(library, first)
    library.close()


def test_a_rebuild_that_was_cut_off_is_refused_and_can_be_gone_on_with(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    take_in(library, settings, OTHER, "C:/vb/khac.pdf")
    library.close()
    cut_off_rebuild(settings)
    with pytest.raises(IndexMismatch, match="giữa chừng") as caught:
        Library(settings, replace(SPEC, encoder="mới"))
    assert "tracuu reindex" in caught.value.next_step

    again = Library(settings, replace(SPEC, encoder="mới"), rebuilding=True)
    files = again.announce_rebuild()
    assert {file.document for file in files} == {OLD.ref.id, OTHER.ref.id}
    for file in files:
        read_again(again, file)
    again.close()
    opened = Library(settings, replace(SPEC, encoder="mới"))
    assert_whole(opened, OLD, OTHER)
    assert kept(settings) == {OLD.source.sha256, OTHER.source.sha256}
    opened.close()


def test_opening_for_a_rebuild_changes_nothing_until_it_is_announced(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    library.close()
    Library(settings, replace(SPEC, encoder="mới"), rebuilding=True).close()
    again = Library(settings, SPEC)
    assert_whole(again, OLD)
    again.close()


def test_a_document_that_now_has_another_id_is_rebuilt_under_it(library: Library, settings: Settings) -> None:
    take_in(library, settings, OLD)
    library.close()
    again = Library(settings, SPEC, rebuilding=True)
    (file,) = again.announce_rebuild()
    renamed = made_document(*OLD.text.split("\n"), number="06-NQ/ĐU")
    assert renamed.source.sha256 == OLD.source.sha256
    again.replace(renamed, indexed_passages(renamed), alone(renamed, file.origin))
    again.rebuilt(file)
    assert_whole(again, renamed)
    assert again.catalogue.known_as(OLD.ref.id) == renamed.ref.id, "links to the former id last"
    assert kept(settings) == {OLD.source.sha256}
    again.close()


def test_keeping_a_file_twice_keeps_it_once(settings: Settings, tmp_path: Path) -> None:
    source = tmp_path / "Mẫu.PDF"
    source.write_bytes(b"%PDF")
    version = sha256(b"%PDF").hexdigest()
    keep_original(settings, source, version)
    kept = original_path(settings.files_folder, version, source.name)
    assert kept.name == f"{version}.pdf"
    keep_original(settings, source, version)
    assert kept.read_bytes() == b"%PDF"


def test_a_file_that_was_changed_since_it_was_read_is_not_kept(settings: Settings, tmp_path: Path) -> None:
    source = tmp_path / "Mẫu.PDF"
    source.write_bytes(b"%PDF khac")
    with pytest.raises(Refusal, match=r"«Mẫu\.PDF» bị thay đổi") as refused:
        keep_original(settings, source, sha256(b"%PDF").hexdigest())
    assert refused.value.reason is RefusalReason.CHANGED
    assert list(settings.files_folder.iterdir()) == []

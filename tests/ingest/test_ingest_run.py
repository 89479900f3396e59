"""A run over files: what becomes of each, and what lies on the disk and in the corpus afterwards."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from doubles import ENCODER, look_up
from made_files import GUARDED_WORDS, letter, put, secret

from corpus.errors import NotFound, RefusalReason, SettingsError
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.types import Filters
from ingest.read.limits import Limits
from ingest.read.rules import Rules
from ingest.run import Ingestor, Report, files_of


class Steps:
    """A progress that notes what it is told."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.pages: list[int] = []
        self.recognised: list[tuple[int, int]] = []

    def begins(self, path: Path) -> None:
        self.begun.append(path.name)

    def recognises(self, done: int, total: int) -> None:
        self.recognised.append((done, total))

    def ends(self, path: Path, pages: int) -> None:
        assert path.name == self.begun[-1]
        self.pages.append(pages)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "văn bản"
    made.mkdir()
    return made


@pytest.fixture
def ingestor(library: Library, settings: Settings) -> Ingestor:
    return Ingestor(library, library.catalogue, ENCODER, settings)


def take(ingestor: Ingestor, *paths: Path) -> Report:
    return ingestor.ingest(paths, Steps())


def originals(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.files_folder.glob("*")) if settings.files_folder.exists() else []


def texts(library: Library, question: str) -> list[str]:
    """Of what is found, best first."""
    found = [candidate.listed for candidate in look_up(library, question)]
    passages = library.texts(found)
    return [passages[one.id].text for one in found]


def test_a_new_file_is_read_and_found(ingestor: Ingestor, library: Library, settings: Settings, folder: Path) -> None:
    path = put(folder, "a.txt", letter())
    report = take(ingestor, path)
    assert [document.ref.number for document in report.read] == ["05-NQ/ĐU"]
    assert (report.replaced, report.unchanged, report.refused, report.ignored) == ([], [], [], [])
    assert report.pages == 1
    assert texts(library, "trồng cây bàng")[0] == "1. Mỗi hộ trồng ba cây bàng."
    assert originals(settings) == [f"{report.read[0].source.sha256}.txt"]


def test_an_unchanged_file_is_not_read_again(ingestor: Ingestor, library: Library, folder: Path) -> None:
    path = put(folder, "a.txt", letter())
    take(ingestor, path)
    before = library.catalogue.totals()
    report = take(ingestor, path)
    assert report.unchanged == [path]
    assert (report.read, report.pages) == ([], 0)
    assert library.catalogue.totals() == before


def test_a_changed_file_replaces_its_document(
    ingestor: Ingestor, library: Library, settings: Settings, folder: Path
) -> None:
    path = put(folder, "a.txt", letter("05-NQ/ĐU", "Mỗi hộ trồng ba cây bàng."))
    first = take(ingestor, path).read[0]
    put(folder, "a.txt", letter("05-NQ/ĐU", "Mỗi hộ trồng năm cây nhãn.", "Tưới cây hằng ngày."))
    report = take(ingestor, path)
    second = report.replaced[0]
    assert report.read == []
    assert second.ref.id == first.ref.id
    assert originals(settings) == [f"{second.source.sha256}.txt"]
    assert not any("bàng" in text for text in texts(library, "cây bàng"))
    assert texts(library, "trồng cây nhãn")[0] == "1. Mỗi hộ trồng năm cây nhãn."
    assert library.catalogue.totals()[0] == 1


def test_a_file_that_became_another_document_replaces_the_old_one(
    ingestor: Ingestor, library: Library, settings: Settings, folder: Path
) -> None:
    path = put(folder, "a.txt", letter("05-NQ/ĐU"))
    take(ingestor, path)
    put(folder, "a.txt", letter("06-NQ/ĐU"))
    report = take(ingestor, path)
    assert [document.ref.number for document in report.replaced] == ["06-NQ/ĐU"]
    _, entries = library.catalogue.entries(Filters(), 0, 9)
    assert [entry.ref.number for entry in entries] == ["06-NQ/ĐU"]
    assert len(originals(settings)) == 1


def test_ids_of_passages_stay_when_a_file_is_taken_in_again(ingestor: Ingestor, library: Library, folder: Path) -> None:
    path = put(folder, "a.txt", letter("05-NQ/ĐU", "Trồng cây.", "Tưới cây."))
    first = take(ingestor, path).read[0]
    wanted = [section.address for section in first.sections]
    before = [passage.id for passage in library.passages(first.ref.id, wanted)]
    library.remove(first.ref.id)
    second = take(ingestor, path).read[0]
    assert second.ref.id == first.ref.id
    assert [passage.id for passage in library.passages(second.ref.id, wanted)] == before != []


def test_a_copy_under_another_name_is_listed_with_the_document(
    ingestor: Ingestor, library: Library, settings: Settings, folder: Path
) -> None:
    first = take(ingestor, put(folder, "a.txt", letter())).read[0]
    report = take(ingestor, put(folder, "b.txt", letter() + "\n"))
    [(document, shelved)] = report.copies
    assert (report.read, report.refused) == ([], [])
    assert document.source.name == "b.txt"
    assert shelved.document.id == first.ref.id
    assert library.catalogue.totals()[0] == 1
    assert library.catalogue.number_of_copies() == 1
    assert library.store.count() == library.catalogue.totals()[1], "only one copy is searched"
    assert {copy.name for copy in library.catalogue.copies(first.ref.id)} == {"a.txt", "b.txt"}
    assert len(originals(settings)) == 2


def test_the_same_bytes_under_another_name_are_another_place(
    ingestor: Ingestor, library: Library, folder: Path
) -> None:
    path = put(folder, "a.txt", letter())
    first = take(ingestor, path).read[0]
    same = put(folder, "b.txt", letter())
    assert take(ingestor, same).unchanged == [same]
    [copy] = library.catalogue.copies(first.ref.id)
    assert copy.origins == (str(path.resolve()), str(same.resolve()))


def test_a_file_that_comes_to_hold_what_another_holds_is_another_place(
    ingestor: Ingestor, library: Library, settings: Settings, folder: Path
) -> None:
    take(ingestor, put(folder, "a.txt", letter()), put(folder, "b.txt", letter("06-NQ/ĐU")))
    assert library.catalogue.totals()[0] == 2
    report = take(ingestor, put(folder, "b.txt", letter()))
    assert len(report.unchanged) == 1
    _, [entry] = library.catalogue.entries(Filters(), 0, 9)
    assert entry.ref.number == "05-NQ/ĐU"
    assert len(library.catalogue.copies(entry.ref.id)[0].origins) == 2
    assert len(originals(settings)) == 1


def test_one_of_two_places_may_change(ingestor: Ingestor, library: Library, folder: Path) -> None:
    path = put(folder, "a.txt", letter())
    take(ingestor, path, put(folder, "b.txt", letter()))
    put(folder, "b.txt", letter("06-NQ/ĐU"))
    assert len(take(ingestor, folder).read) == 1
    _, entries = library.catalogue.entries(Filters(), 0, 9)
    assert {entry.ref.number for entry in entries} == {"05-NQ/ĐU", "06-NQ/ĐU"}


def test_one_bad_file_does_not_stop_the_rest(ingestor: Ingestor, library: Library, folder: Path) -> None:
    put(folder, "1.txt", "")
    put(folder, "2.pdf", "không phải PDF")
    put(folder, "3.txt", letter())
    put(folder, "4.docx", "PK")
    report = take(ingestor, folder)
    reasons = {path.name: getattr(refusal, "reason", None) for path, refusal in report.refused}
    assert reasons["1.txt"] is RefusalReason.EMPTY
    assert reasons["2.pdf"] is RefusalReason.MISLABELLED
    assert set(reasons) == {"1.txt", "2.pdf", "4.docx"}
    assert len(report.read) == 1
    assert library.catalogue.totals()[0] == 1


def test_a_secret_file_leaves_nothing_behind(
    ingestor: Ingestor, library: Library, settings: Settings, folder: Path
) -> None:
    take(ingestor, put(folder, "a.txt", letter()))
    report = take(ingestor, put(folder, "mat.txt", secret()))
    [(_, refusal)] = report.refused
    assert getattr(refusal, "reason", None) is RefusalReason.SECRET
    assert GUARDED_WORDS not in str(refusal)
    assert library.catalogue.totals()[0] == 1
    library.close()
    for path in settings.data.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert GUARDED_WORDS.encode() not in held, path.name
            assert "phòng thủ".encode() not in held, path.name


def test_a_file_that_grows_secret_leaves_the_old_version(ingestor: Ingestor, library: Library, folder: Path) -> None:
    path = put(folder, "a.txt", letter())
    take(ingestor, path)
    put(folder, "a.txt", secret())
    assert len(take(ingestor, path).refused) == 1
    assert library.catalogue.totals()[0] == 1


def test_a_file_that_vanishes_during_the_run_is_reported(ingestor: Ingestor, folder: Path) -> None:
    path = put(folder, "a.txt", letter())

    class Vanishing(Steps):
        def begins(self, path: Path) -> None:
            super().begins(path)
            path.unlink()

    [(_, refusal)] = ingestor.ingest([path], Vanishing()).refused
    assert isinstance(refusal, NotFound)


def test_a_file_that_is_too_big_is_not_even_hashed(library: Library, settings: Settings, folder: Path) -> None:
    path = put(folder, "a.txt", letter())
    ingestor = Ingestor(library, library.catalogue, ENCODER, settings, Rules(Limits(bytes=10)))
    [(_, refusal)] = take(ingestor, path).refused
    assert getattr(refusal, "reason", None) is RefusalReason.TOO_BIG


def test_progress_is_told_of_every_file(ingestor: Ingestor, folder: Path) -> None:
    put(folder, "a.txt", letter())
    put(folder, "b.txt", "")
    steps = Steps()
    ingestor.ingest([folder], steps)
    assert steps.begun == ["a.txt", "b.txt"]
    assert steps.pages == [1, 1]


def test_folders_are_walked_in_order_and_what_is_no_document_is_noted(folder: Path) -> None:
    for name in ("b.txt", "a.md", "sâu/c.TXT", "ảnh.png", "~$a.docx", ".ẩn.txt", "Thumbs.db"):
        put(folder, name, "chữ")
    ignored: list[Path] = []
    assert [path.name for path in files_of([folder], ignored)] == ["a.md", "b.txt", "c.TXT"]
    assert Counter(path.name for path in ignored) == Counter(("ảnh.png", "~$a.docx", ".ẩn.txt", "Thumbs.db"))


def test_a_named_file_is_taken_whatever_its_suffix(ingestor: Ingestor, folder: Path) -> None:
    path = put(folder, "ảnh.png", "không phải ảnh")
    [(_, refusal)] = take(ingestor, path).refused
    assert getattr(refusal, "reason", None) is RefusalReason.UNSUPPORTED


def test_a_path_that_does_not_exist_is_an_error(ingestor: Ingestor, folder: Path) -> None:
    with pytest.raises(SettingsError, match="không có"):
        take(ingestor, folder / "không có")

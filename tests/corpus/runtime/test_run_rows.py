from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from doubles import made_document

from corpus.copies import alone
from corpus.runs import FileNote, Outcome, Run
from corpus.runtime.library import Library

BEGAN = datetime(2026, 7, 1, 2, 15, tzinfo=UTC)
RUN = Run("ingest", BEGAN)
DOCUMENT = made_document("Chi bộ họp hằng tháng.")


def note(name: str, *, refused: bool = True, reason: str = "tệp rỗng") -> FileNote:
    return FileNote(f"C:/vb/{name}", name, refused, reason, f"Tệp «{name}».", "Hãy chép lại.")


def names(notes: list[FileNote]) -> list[str]:
    return [one.name for one in notes]


def test_only_the_last_runs_are_kept_and_what_they_refused(library: Library) -> None:
    for minute in range(25):
        run = replace(RUN, ended=BEGAN + timedelta(minutes=minute))
        library.note_run(Outcome(run, (note(f"{minute:02d}.txt"),)))
    runs = library.catalogue.runs()
    assert (len(runs), runs[0].ended, runs[-1].ended) == (
        20,
        BEGAN + timedelta(minutes=24),
        BEGAN + timedelta(minutes=5),
    )
    assert names(library.catalogue.refused_files()) == [f"{minute:02d}.txt" for minute in range(5, 25)]


def test_a_file_refused_again_is_listed_once_for_the_later_reason(library: Library) -> None:
    library.note_run(Outcome(RUN, (note("a.txt"), note("b.txt"))))
    library.note_run(Outcome(RUN, (note("a.txt", reason="tệp đặt mật khẩu"),)))
    assert [(one.name, one.reason) for one in library.catalogue.refused_files()] == [
        ("a.txt", "tệp đặt mật khẩu"),
        ("b.txt", "tệp rỗng"),
    ]


def test_a_doubt_lasts_as_long_as_its_file_is_in_the_corpus(library: Library) -> None:
    library.replace(DOCUMENT, [], alone(DOCUMENT, "C:/vb/a.pdf"))
    for _ in range(25):
        library.note_run(Outcome(RUN, (note("a.pdf", refused=False),) if not library.catalogue.runs() else ()))
    assert [document for document, _ in library.catalogue.doubtful_files()] == [DOCUMENT.ref.id]
    library.remove(DOCUMENT.ref.id)
    assert library.catalogue.doubtful_files() == []
    library.note_run(Outcome(RUN))
    library.replace(DOCUMENT, [], alone(DOCUMENT, "C:/vb/a.pdf"))
    assert library.catalogue.doubtful_files() == [], "it is read anew"


def test_times_are_kept_whatever_zone_they_are_told_in(library: Library) -> None:
    told = BEGAN.astimezone(timezone(timedelta(hours=7)))
    library.note_run(Outcome(replace(RUN, ended=told)))
    assert library.catalogue.runs()[0].ended == BEGAN


def test_the_last_arrival_is_when_a_copy_last_came_in(library: Library) -> None:
    assert library.catalogue.last_arrival() is None
    before = datetime.now(UTC).replace(microsecond=0)
    library.replace(DOCUMENT, [], alone(DOCUMENT, "C:/vb/a.pdf"))
    arrival = library.catalogue.last_arrival()
    assert arrival is not None
    assert before <= arrival <= datetime.now(UTC)

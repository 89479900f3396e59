"""What is noted of a run for the keeper of the corpus: how many files, and which of them need a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import NotFound, Refusal, RefusalReason
from corpus.runs import FileNote, Outcome, Run
from corpus.runtime.catalogue import Catalogue
from ingest.run import Report, origin_of
from ingest.warnings import unfound_fields, unsure_fields

# What is refused for these is kept nowhere, its name neither, whatever an installation once allowed.
MAY_NOT_STAY = (RefusalReason.SECRET, RefusalReason.RESTRICTED)


def outcome_of(report: Report, catalogue: Catalogue) -> Outcome:
    """What to note of a run that took files in.

    Args:
        report: What became of its files.
        catalogue: What was noted before.
    """
    refused = [(origin_of(path), refusal) for path, refusal in report.refused]
    run = Run(
        command="ingest",
        ended=datetime.now(UTC),
        read=len(report.read),
        replaced=len(report.replaced),
        copies=len(report.copies),
        unchanged=len(report.unchanged),
        refused=len(refused),
        unnamed=_unnamed(refused),
        ignored=len(report.ignored),
        pages=report.pages,
    )
    return Outcome(run, (*_refusals(refused), *_doubts(report)), tuple(_settled(report, refused, catalogue)))


def outcome_of_rebuild(files: int, refused: Sequence[tuple[str, Refusal | NotFound]]) -> Outcome:
    """What to note of a rebuild.

    Args:
        files: How many were to be read again.
        refused: Those that could not be: where each was once read, and why.
    """
    run = Run(
        command="reindex",
        ended=datetime.now(UTC),
        read=files - len(refused),
        refused=len(refused),
        unnamed=_unnamed(refused),
    )
    return Outcome(run, tuple(_refusals(refused)))


def _reason(refusal: Refusal | NotFound) -> str:
    return refusal.reason if isinstance(refusal, Refusal) else refusal.title.lower()


def _may_stay(refusal: Refusal | NotFound) -> bool:
    return not isinstance(refusal, Refusal) or refusal.reason not in MAY_NOT_STAY


def _unnamed(refused: Sequence[tuple[str, Refusal | NotFound]]) -> int:
    return sum(1 for _, refusal in refused if not _may_stay(refusal))


def _refusals(refused: Sequence[tuple[str, Refusal | NotFound]]) -> Iterator[FileNote]:
    for origin, refusal in refused:
        if _may_stay(refusal):
            yield FileNote(origin, Path(origin).name, True, _reason(refusal), refusal.message, refusal.next_step)


def _doubts(report: Report) -> Iterator[FileNote]:
    for origin, document in report.taken.items():
        name = document.source.name
        if unsure := unsure_fields(document):
            what = "; ".join(f"tr. {one.page}: {one.what}" if one.page else one.what for one in unsure)
            yield FileNote(origin, name, False, "đọc chưa chắc", what, f"Hãy xem «tracuu parse {name}».")
        elif document.ref.issued_on is None and (unfound := unfound_fields(document)):
            # Every document of the Party is dated: one without has lost its letterhead, and is found and cited badly.
            what = f"Khó tìm theo số hiệu và chưa dẫn được cho đúng: {unfound[0].what}."
            step = f"Nếu có bản còn đủ phần đầu và chữ ký, hãy nạp bản ấy; xem «tracuu parse {name}»."
            yield FileNote(origin, name, False, "thiếu phần đầu văn bản", what, step)


def _settled(report: Report, refused: Sequence[tuple[str, Refusal | NotFound]], catalogue: Catalogue) -> Iterator[str]:
    """Files of which what was noted before holds no longer: taken in now, gone, or not to be named any more."""
    here = {str(path.resolve()) for path in report.unchanged}
    unnamed = {origin for origin, refusal in refused if not _may_stay(refusal)}
    for note in catalogue.refused_files():
        if note.origin in report.taken or note.origin in here | unnamed or not Path(note.origin).exists():
            yield note.origin
    yield from (note.origin for _, note in catalogue.doubtful_files() if note.origin in report.taken)

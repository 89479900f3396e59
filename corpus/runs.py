"""What became of a run over files, as the keeper of the corpus is told of it later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corpus.types import Value


@dataclass(frozen=True, slots=True)
class Run(Value):
    """A run that came to its end.

    Attributes:
        command: ``ingest`` or ``reindex``.
        ended: When, UTC.
        read: Files that are new documents.
        replaced: Files that took the place of what was read from them before.
        copies: Files that hold another copy of a document.
        unchanged: Files whose content was in the corpus.
        refused: Files that were not taken in.
        unnamed: How many of these may not be named: they carry a mark that keeps them out.
        ignored: Files of a folder that are no documents by their suffix.
        pages: Pages read.
    """

    command: str
    ended: datetime
    read: int = 0
    replaced: int = 0
    copies: int = 0
    unchanged: int = 0
    refused: int = 0
    unnamed: int = 0
    ignored: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class FileNote(Value):
    """What the keeper should know of a file until it is read otherwise.

    Attributes:
        origin: Where it was read.
        name: Its name, without its folder.
        refused: It was not taken in; else it was, with doubts.
        reason: Why, in a few words.
        message: What was found.
        next_step: What the keeper can do.
    """

    origin: str
    name: str
    refused: bool
    reason: str
    message: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Outcome(Value):
    """A run with what it says of single files.

    Attributes:
        run: The run.
        notes: Files that are to be noted, instead of what was noted of them before.
        settled: Where the files were read of which nothing is to be noted any more.
    """

    run: Run
    notes: tuple[FileNote, ...] = ()
    settled: tuple[str, ...] = ()

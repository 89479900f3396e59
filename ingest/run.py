"""An ingest run: which files, what became of each, and the report at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from corpus.copies import Copy
from corpus.errors import NotFound, Refusal, SettingsError
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import Pipeline, run
from corpus.runtime.library import Writer, keep_original
from corpus.runtime.settings import Settings
from corpus.types import Document
from ingest.document import file_digest
from ingest.pipeline import reading_pipeline
from ingest.read import SUFFIXES
from ingest.read.ocr.kept import forget_pages
from ingest.read.refusals import misnamed
from ingest.read.rules import Rules
from ingest.shelving import Shelf, Shelved


class Progress(Protocol):
    """Told of every file, so that somebody watching sees how far the run is."""

    def begins(self, path: Path) -> None:
        """A file is about to be read."""

    def recognises(self, done: int, total: int) -> None:
        """So many pages of a scan have been recognised, of so many."""

    def ends(self, path: Path, pages: int) -> None:
        """A file is done, with the number of its pages (1 where the format has none)."""


@dataclass(slots=True)
class Report:
    """What became of every file of a run.

    Attributes:
        read: Documents that are new.
        replaced: Documents that took the place of an earlier version.
        copies: Files that hold another copy of a document that is in the corpus, and what became of each.
        taken: Where each document was read that is in one of the lists above.
        unchanged: Files whose content is in the corpus already.
        refused: Files that were not taken in, each with the reason and the next step.
        ignored: Files of a folder that are no documents by their suffix.
        pages: Pages read.
    """

    read: list[Document] = field(default_factory=list)
    replaced: list[Document] = field(default_factory=list)
    copies: list[tuple[Document, Shelved]] = field(default_factory=list)
    taken: dict[str, Document] = field(default_factory=dict)
    unchanged: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, Refusal | NotFound]] = field(default_factory=list)
    ignored: list[Path] = field(default_factory=list)
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Ingestor:
    """Takes files into the corpus.

    Attributes:
        writer: Where documents go.
        catalogue: What is in the corpus; only read here.
        encoder: Makes the dense vectors.
        settings: Where originals are kept.
        rules: What is refused here, and what a single file may ask for.
    """

    writer: Writer
    catalogue: Catalogue
    encoder: Encoder
    settings: Settings
    rules: Rules = field(default_factory=Rules)

    def ingest(self, paths: Sequence[Path], progress: Progress) -> Report:
        """Take in files and folders; a file that is refused does not keep the others out.

        Raises:
            SettingsError: A path does not exist.
        """
        report = Report()
        shelf = Shelf(self.writer, self.catalogue, self.encoder)
        reading = reading_pipeline(replace(self.rules, watch=progress.recognises))
        for path in files_of(paths, report.ignored):
            progress.begins(path)
            pages = 1
            digest = self._digest(path)
            try:
                pages = self._take(path, digest, reading, shelf, report)
            except (Refusal, NotFound) as refusal:
                report.refused.append((path, refusal))
            # Only a run that was cut off needs them again; of a file refused as secret nothing may stay.
            forget_pages(self.rules.recognised, digest)
            progress.ends(path, pages)
        return report

    def _take(self, path: Path, digest: str | None, reading: Pipeline, shelf: Shelf, report: Report) -> int:
        """One file; returns its number of pages."""
        origin = origin_of(path)
        if origin != str(path.resolve()):
            raise misnamed(Path(origin).name)
        if digest is not None and self.catalogue.has_version(digest):
            if not self.catalogue.stands_at(origin, digest):
                shelf.move(digest, origin)
            report.unchanged.append(path)
            return 1
        document = read_through(reading, path, path.name, digest or "")
        # Only now is it known that the file may be kept.
        keep_original(self.settings, path, document.source.sha256)
        changed = self.catalogue.lodger(origin) is not None
        shelved = shelf.put(Copy(document, origin))
        if changed:
            report.replaced.append(document)
        elif shelved.others:
            report.copies.append((document, shelved))
        else:
            report.read.append(document)
        report.taken[origin] = document
        pages = max(1, document.source.pages)
        report.pages += pages
        return pages

    def _digest(self, path: Path) -> str | None:
        """Digest of a file; ``None`` for one that cannot be opened or is too big, which reading then refuses."""
        try:
            return file_digest(path) if path.stat().st_size <= self.rules.limits.bytes else None
        except OSError:
            return None


def origin_of(path: Path) -> str:
    """Where a file is, as the catalogue notes it; bytes that are no letters, as old archives leave them, are "?"."""
    return str(path.resolve()).encode(errors="replace").decode()


def read_through(pipeline: Pipeline, path: Path, name: str, sha256: str) -> Document:
    """Read a file by ``ingest.pipeline.reading_pipeline``.

    Raises:
        Refusal: The file is not taken in.
    """
    made = run(pipeline, {"read": {"path": path}, "recognise": {"name": name, "sha256": sha256}})
    document: Document = made["recognise"]["document"]
    return document


def files_of(paths: Iterable[Path], ignored: list[Path]) -> Iterator[Path]:
    """The files to read, folders walked in the order of their names.

    A file that is named is taken whatever its suffix, so that it can be refused with a reason; in a folder
    only files with a known suffix are documents, the others are noted in ``ignored``.

    Raises:
        SettingsError: A path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise SettingsError(f"Không tìm thấy «{path}».", "Hãy kiểm tra lại đường dẫn.")
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            if found.is_file():
                if found.suffix.lower() in SUFFIXES and not found.name.startswith(("~$", ".")):
                    yield found
                else:
                    ignored.append(found)

"""The corpus as one thing: the vector index, the catalogue and the original files, kept in step.

Order of a replacement: the new version's passages go into the index, beside the old ones and under ids of
their own; one transaction of the catalogue makes them the ones readers see; the old ones go. A reader
drops every passage that is not of the live version, so at no moment does anyone see half a document, and
what a power cut leaves behind is cleared when the corpus is next opened for writing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Protocol

from corpus.copies import Standing
from corpus.errors import CorpusIndexError, IndexMismatch, NotFound, Refusal, RefusalReason
from corpus.runs import Outcome
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.files import copy_atomically
from corpus.runtime.listing import contents_of
from corpus.runtime.lock import sole_owner
from corpus.runtime.rebuild_rows import Waiting
from corpus.runtime.settings import Settings
from corpus.runtime.store.edge import EdgeStore
from corpus.runtime.store.protocol import Condition, PassageStore
from corpus.secrecy import Clearance
from corpus.spec import REBUILD, IndexSpec
from corpus.types import Candidate, Document, Filters, IndexedPassage, Listed, Passage, SparseVector

# Passes nothing: every document has an id.
_NO_DOCUMENT = ("",)


class Writer(Protocol):
    """What ingest needs of the corpus: this process's own ``Library``, or the process that owns it."""

    def replace(self, document: Document, passages: Sequence[IndexedPassage], standing: Standing) -> None:
        """Make this the document readers see, and its copies stand as told, in one step."""

    def arrange(self, document: str, standing: Standing) -> None:
        """Make the copies of a document stand otherwise, in one step; what readers see of it stays."""

    def add_place(self, version: str, origin: str) -> None:
        """Note that the file at a place is a copy that is known from another."""

    def remove(self, document: str) -> None:
        """Take a document out with all its copies.

        Raises:
            NotFound: There is no such document.
        """

    def note_run(self, outcome: Outcome) -> None:
        """Note what became of a run, for the keeper."""


class Library:
    """The corpus in the process that owns it.

    Args:
        settings: Where everything is.
        spec: What this process encodes and splits with; the index must have been made with the same.
        rebuilding: The index is about to be made anew: it may be missing, damaged or of another make.

    Raises:
        IndexMismatch: The index was made with something else, is not whole, or holds more than may be shown here.
        IndexBusy: Another process owns the corpus.
    """

    def __init__(self, settings: Settings, spec: IndexSpec, *, rebuilding: bool = False) -> None:
        settings.data.mkdir(parents=True, exist_ok=True)
        self._files = settings.files_folder
        self.clearance = settings.clearance
        self.spec = spec
        self._writing = RLock()
        self._switches = 0
        with ExitStack() as opened:
            opened.enter_context(sole_owner(settings.data))
            self.catalogue = Catalogue(settings.catalogue_url)
            opened.callback(self.catalogue.close)
            self.store: PassageStore = open_store(settings, rebuilding=rebuilding)
            opened.callback(self.store.close)
            if not rebuilding:
                self._check()
            self._opened = opened.pop_all()

    def close(self) -> None:
        """Let go of the index and the catalogue."""
        self._opened.close()

    # reading

    def search(
        self, dense: Sequence[float], sparse: SparseVector, filters: Filters, condition: Condition | None = None
    ) -> list[Candidate]:
        """Candidates of the versions readers see."""
        if self.store.spec() is None:
            raise CorpusIndexError("Kho chưa có văn bản nào.", "Hãy chạy «tracuu ingest THƯ_MỤC» trước.")
        if filters.validity or filters.source:
            passing = self.catalogue.passing(filters) or _NO_DOCUMENT
            filters = replace(filters, document=passing, validity=(), source=())
        while True:
            switches = self._switches
            scored = {one.point: one for one in self.store.search(dense, sparse, filters, condition)}
            listed = self.catalogue.listed(scored.keys())
            # What readers do not see they may have seen when the search began; what took its place is found by
            # searching again.
            if len(listed) == len(scored) or switches == self._switches:
                return [Candidate(one, scored[one.point].lexical, scored[one.point].cosine) for one in listed]

    def passages(self, document: str, addresses: Sequence[str]) -> list[Passage]:
        """Passages of a document, in the order asked; those that do not exist are left out."""
        while True:
            listed = self.catalogue.listed_at(document, addresses)
            found = self.texts(listed)
            # A version is dropped only after another went live: still listed means that nothing was missing.
            if len(found) == len(listed) or listed == self.catalogue.listed_at(document, addresses):
                return [found[one.id] for one in listed if one.id in found]

    def texts(self, listed: Sequence[Listed]) -> dict[str, Passage]:
        """Id → passage, whole and with what the catalogue says of its document.

        One that another version has taken the place of since it was listed may be missing.
        """
        refs = {one.id: one.ref for one in listed}
        found = self.store.get([one.point for one in listed])
        return {passage.id: replace(passage, ref=refs[passage.id]) for passage in found}

    def original(self, document: str, version: str | None = None) -> tuple[Path, str, str]:
        """The original file of a document or of one of its copies: where it is, its name, its media type.

        Args:
            document: Id of the document.
            version: sha256 of the copy; without it, of the one readers see.

        Raises:
            NotFound: There is no such document or copy, or its file was deleted by hand.
        """
        copies = self.catalogue.copies(document)
        copy = next((copy for copy in copies if version in (None, copy.version)), None)
        path = original_path(self._files, copy.version, copy.name) if copy else None
        if copy is None or path is None or not path.is_file():
            what = f"văn bản «{document}»" if version is None else f"bản «{version}» của văn bản «{document}»"
            raise NotFound(f"Không có tệp gốc của {what}.", "Hãy xem danh sách văn bản trong kho.")
        return path, copy.name, copy.media_type

    # writing

    def replace(self, document: Document, passages: Sequence[IndexedPassage], standing: Standing) -> None:
        """Make this the document readers see; the module says in which order."""
        require_clearance(self.clearance, {document.ref.secrecy: 1} if document.ref.secrecy else {})
        new = (document.ref.id, document.source.sha256)
        with self._writing:
            if self.store.spec() is None:
                self.store.create(self.spec)
            old = self.catalogue.leaving(document.ref.id, standing)
            for name, version in (*old, new):
                self.catalogue.announce(name, version)
            self.store.add(passages, new[1])
            self._switches += 1
            self.catalogue.switch(document, standing, contents_of(document.ref.id, passages, new[1]))
            for name, version in old:
                self._drop(name, version)
            self.catalogue.settle(*new)

    def arrange(self, document: str, standing: Standing) -> None:
        """Make the copies of a document stand otherwise; what readers see of it stays.

        Raises:
            NotFound: Readers see another version of it, or none: somebody else was quicker.
        """
        with self._writing:
            if self.catalogue.live_versions([document]).get(document) != standing.order[0]:
                raise NotFound(f"Văn bản «{document}» vừa được một lệnh khác thay đổi.", "Hãy chạy lại lệnh này.")
            old = self.catalogue.leaving(document, standing)
            for name, version in old:
                self.catalogue.announce(name, version)
            self._switches += 1
            self.catalogue.arrange(document, standing)
            for name, version in old:
                self._drop(name, version)

    def add_place(self, version: str, origin: str) -> None:
        """Note that the file at a place is a copy that is known from another."""
        with self._writing:
            self.catalogue.add_place(version, origin)

    def remove(self, document: str) -> None:
        """Take a document, its passages, all its copies and their files out.

        Raises:
            NotFound: There is no such document.
        """
        with self._writing:
            versions = [copy.version for copy in self.catalogue.copies(document)]
            if not versions:
                raise NotFound(f"Trong kho không có văn bản «{document}».", "Hãy xem mã văn bản bằng «tracuu status».")
            for version in versions:
                self.catalogue.announce(document, version)
            self.catalogue.remove(document)
            for version in versions:
                self._drop(document, version)

    def note_run(self, outcome: Outcome) -> None:
        """Note what became of a run, for the keeper."""
        with self._writing:
            self.catalogue.note_run(outcome)

    def announce_rebuild(self) -> list[Waiting]:
        """Note every file as to be read again, empty the index, and return the files.

        What is noted is settled by ``rebuilt`` one by one; until all are, the corpus is not opened for
        reading, so that a rebuild that was cut off is gone on with and never taken for a whole one.
        """
        files = self.catalogue.await_rebuild()
        self.store.create(self.spec)
        return files

    def rebuilt(self, file: Waiting, *, wipe: bool = False) -> None:
        """Settle a file of a rebuild: it was read again, or cannot be.

        Args:
            file: The file; its original stays either way,
            wipe: unless this says that it goes, too.
        """
        with self._writing:
            self.catalogue.read_again(file)
            if wipe:
                self._drop(file.document, file.version)

    def _check(self) -> None:
        found = self.store.spec()
        if self.catalogue.waiting():
            raise IndexMismatch("Lần lập lại kho trước bị dừng giữa chừng.", REBUILD)
        if found is not None:
            found.require(self.spec)
        elif self.catalogue.totals()[0]:
            raise IndexMismatch("Danh mục có văn bản nhưng kho chỉ mục không còn.", REBUILD)
        require_clearance(self.clearance, self.catalogue.marks())
        for document, version in self.catalogue.unsettled():
            if self.catalogue.live_versions([document]).get(document) == version:
                self.catalogue.settle(document, version)
            else:
                self._drop(document, version)

    def _drop(self, document: str, version: str) -> None:
        """Take a version out of the index that readers no longer see, and its file off the disk if no copy is left."""
        self.store.drop(document, version)
        if not self.catalogue.has_version(version):
            for path in self._files.glob(f"{version}*"):
                path.unlink(missing_ok=True)
        self.catalogue.settle(document, version)


def require_clearance(clearance: Clearance, marks: Mapping[str, int]) -> None:
    """Find out that nothing is shown that may not be shown here.

    Args:
        clearance: How restricted a document may be.
        marks: Circulation mark → number of documents that carry it.

    Raises:
        IndexMismatch: Some are more restricted.
    """
    above = sum(count for mark, count in marks.items() if not clearance.admits(mark))
    if above:
        raise IndexMismatch(
            f"Kho có {above} văn bản lưu hành hạn chế, vượt mức TRACUU_CLEARANCE={clearance} đang đặt.",
            "Hãy chạy «tracuu reindex» để đưa các văn bản ấy ra khỏi kho, hoặc đặt lại TRACUU_CLEARANCE=noi-bo.",
        )


def open_store(settings: Settings, *, rebuilding: bool) -> PassageStore:
    """The engine the settings name; when rebuilding, the index that is there may be unreadable and is not opened."""
    if settings.qdrant_url:
        # Only here: its client takes 40 MB that the embedded engine does without.
        from corpus.runtime.store.server import ServerStore  # noqa: PLC0415

        return ServerStore(settings.qdrant_url, settings.qdrant_key)
    return EdgeStore(settings.index_folder, load=not rebuilding)


def original_path(folder: Path, version: str, name: str) -> Path:
    """Where the original file of a version lies: its sha256 with the suffix of its name."""
    return folder / f"{version}{Path(name).suffix.lower()}"


def keep_original(settings: Settings, source: Path, version: str) -> None:
    """Keep a copy of a file, so that every quote can be checked against it.

    Raises:
        Refusal: It is no longer the version that was read: nothing of it is kept.
    """
    target = original_path(settings.files_folder, version, source.name)
    if target.exists():
        return
    try:
        copy_atomically(source, target, version)
    except ValueError as error:
        raise Refusal(
            RefusalReason.CHANGED,
            f"Tệp «{source.name}» bị thay đổi trong khi đang được nạp.",
            "Hãy đóng chương trình đang sửa tệp rồi nạp lại.",
        ) from error

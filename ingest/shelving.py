"""Where a document goes that was read: to itself, or among the copies of a document that is in the corpus.

What is decided here goes into the corpus in one step for each document it touches. Bodies are read of the
documents only that share the number or the most fingerprints: a few, however large the corpus is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.copies import Copy, Standing, contradict, copies_overlap, identity_of
from corpus.errors import NotFound
from corpus.fidelity import best_first
from corpus.overlap import fingerprints
from corpus.runtime.catalogue import Catalogue
from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import Pipeline, run
from corpus.runtime.library import Writer
from corpus.text import fold, one_line
from corpus.types import Document, DocumentRef
from ingest.pipeline import serving_pipeline

# That share fingerprints: set phrases lead to a few others, and the true one shares by far the most.
_LIKELIEST = 8


@dataclass(frozen=True, slots=True)
class Shelved:
    """What became of a copy.

    Attributes:
        document: What readers see of its document now.
        others: Number of other copies of it.
        served: The copy is the one they see.
    """

    document: DocumentRef
    others: int
    served: bool


@dataclass(frozen=True)
class Shelf:
    """Puts copies where they belong.

    Attributes:
        writer: Where documents go.
        catalogue: What is in the corpus; only read here.
        encoder: Makes the dense vectors.
    """

    writer: Writer
    catalogue: Catalogue
    encoder: Encoder

    @cached_property
    def _serving(self) -> Pipeline:
        return serving_pipeline(self.writer, self.encoder)

    def put(self, copy: Copy) -> Shelved:
        """Take a copy in that is not in the corpus; it replaces the one that was read from the same file."""
        before = self.catalogue.lodger(copy.origin)
        home = self._home(copy.document)
        if before is not None and before[0] != home and self._is_one_of_several(before[0]):
            self.withdraw(*before)
            before = None
        members = [copy.document, *self._members(home, without=before[1] if before else None)]
        return self._settle(members, home, copy, vanishing=before[0] if before else None)

    def move(self, version: str, origin: str) -> None:
        """Note that a file holds what is in the corpus from another; what was read from it before goes."""
        before = self.catalogue.lodger(origin)
        if before is not None:
            self.withdraw(*before)
        self.writer.add_place(version, origin)

    def withdraw(self, document: str, version: str) -> None:
        """Take one copy of a document out; the next best takes its place, and with the last the document goes."""
        members = self._members(document, without=version)
        if members:
            self._settle(members, document, None, vanishing=None)
        else:
            self.writer.remove(document)

    def _home(self, document: Document) -> str | None:
        """The document in the corpus that this is a copy of: the one whose words it shares most."""
        names = self.catalogue.relatives(document.ref, fingerprints(document.text), _LIKELIEST)
        shared = [(self._overlap(document, name), name) for name in names]
        return max(((share, name) for share, name in shared if share > 0), default=(0.0, None))[1]

    def _overlap(self, document: Document, name: str) -> float:
        entry = self.catalogue.entry(name)
        if entry is None or contradict(document.ref, entry.ref):
            return 0.0
        body = self.catalogue.body(name)
        return copies_overlap(document, body) if body else 0.0

    def _is_one_of_several(self, document: str) -> bool:
        return len(self.catalogue.copies(document)) > 1

    def _members(self, document: str | None, without: str | None) -> list[Document]:
        if document is None:
            return []
        versions = [copy.version for copy in self.catalogue.copies(document) if copy.version != without]
        bodies = (self.catalogue.copy(document, version) for version in versions)
        return [body for body in bodies if body is not None]

    def _settle(
        self, members: Sequence[Document], home: str | None, arrival: Copy | None, vanishing: str | None
    ) -> Shelved:
        order = best_first(members)
        served = order[0]
        ref = self._unique(identity_of(order), served, (home, vanishing))
        standing = Standing(tuple(member.source.sha256 for member in order), arrival, home)
        entry = self.catalogue.entry(home) if home else None
        stated = replace(entry.ref, validity=entry.stated_validity) if entry else None
        if entry is not None and (stated, entry.version) == (ref, served.source.sha256):
            self.writer.arrange(ref.id, standing)
        else:
            run(self._serving, {"split": {"document": replace(served, ref=ref)}, "store": {"standing": standing}})
        arrived = arrival.document.source.sha256 if arrival else None
        return Shelved(ref, len(order) - 1, served.source.sha256 == arrived)

    def _unique(self, ref: DocumentRef, served: Document, own: tuple[str | None, ...]) -> DocumentRef:
        """The identity under an id that no other document has: same number and date, and yet other words."""
        if ref.id in own or self.catalogue.entry(ref.id) is None:
            return ref
        digest = hashlib.sha256(fold(one_line(served.text)).encode()).hexdigest()[:8]
        return replace(ref, id=f"{ref.id}-{digest}")


def remove_copy(shelf: Shelf, document: str, name: str) -> None:
    """Take the copy of a document out that was read from a file of this name.

    Raises:
        NotFound: The document has no such copy, or there is no such document.
    """
    copies = shelf.catalogue.copies(document)
    version = next((copy.version for copy in copies if copy.name == name), None)
    if version is None:
        names = ", ".join(f"«{copy.name}»" for copy in copies)
        raise NotFound(
            f"Trong kho không có bản «{name}» của văn bản «{document}».",
            f"Các bản đang có: {names}." if names else "Hãy xem mã văn bản bằng «tracuu status».",
        )
    shelf.withdraw(document, version)

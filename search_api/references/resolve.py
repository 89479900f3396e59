"""What the corpus has under the names by which a text mentions documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.citation import Citation
from corpus.runtime.catalogue import Entry
from corpus.runtime.library import Library
from corpus.types import Path, Value
from search_api.references.mention import Mention


class Status(StrEnum):
    """What became of a mention."""

    FOUND = "found"
    """One document of the corpus is meant, and it has the units that are named."""
    AMBIGUOUS = "ambiguous"
    """Several fit, and nothing in the mention tells them apart: ``candidates``."""
    NOT_IN_CORPUS = "not_in_corpus"
    """The corpus has no such document; nothing is said of whether there is one."""
    NO_SUCH_UNIT = "no_such_unit"
    """The document is there, a unit that is named is not in it."""
    DATE_DIFFERS = "date_differs"
    """The only document of that name is of another day or year than the mention says: ``candidates``."""
    SELF = "self"
    """The text speaks of itself."""


@dataclass(frozen=True, slots=True)
class Place(Value):
    """A unit that is named, in the document that is meant.

    Attributes:
        path: As it is named.
        addresses: Where the document has it (``dieu-5/khoan-2/diem-a``): none if it has no such unit, several if
            the words fit several ("khoản 2" of a resolution with four parts).
    """

    path: Path
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved(Value):
    """A mention, and what the corpus has for it.

    Attributes:
        mention: The mention.
        text: Its words as they stand in the text.
        status: What became of it.
        documents: The documents meant: one; several only for a name of several ("bộ tứ nghị quyết"). None where
            the status is ``ambiguous``, ``not_in_corpus``, ``date_differs`` or ``self``.
        candidates: What it may mean where it is ambiguous or its date differs, newest first.
        places: The units named, where one document is meant.
        ended_by: The document of the corpus that took the force of the one meant; its validity tells in words.
    """

    mention: Mention
    text: str
    status: Status
    documents: tuple[Entry, ...] = ()
    candidates: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    ended_by: Entry | None = None

    @property
    def document(self) -> Entry | None:
        """The document meant, if it is one."""
        return self.documents[0] if len(self.documents) == 1 else None

    @property
    def citation(self) -> str | None:
        """How the document meant is cited in full, with the place if one is named."""
        if self.document is None:
            return None
        path = self.places[0].path if len(self.places) == 1 else ()
        return Citation(self.document.ref, path).full


class Resolver:
    """Finds what is mentioned among the documents of a corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def resolve(self, text: str) -> tuple[Resolved, ...]:
        """Every mention in a text, in order, with what the corpus has for it."""
        raise NotImplementedError

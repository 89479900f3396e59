"""The table of targets over documents of the corpus."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.runtime.library import Library
from search_api.targets.asked import TargetsAsked
from search_api.targets.schemas import TargetOut, TargetTableOut


class Targets:
    """Finds the targets of documents of a corpus."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def table(self, documents: Sequence[str]) -> tuple[TargetOut, ...]:
        """Every target of these documents, in the order of the documents and as printed.

        Raises:
            NotFound: There is no such document.
            BadQuery: More documents than one table holds.
        """
        raise NotImplementedError

    def rows(self, asked: TargetsAsked) -> tuple[TargetOut, ...]:
        """The rows that are wanted, in the order wanted."""
        raise NotImplementedError

    def page(self, asked: TargetsAsked, page: int, page_size: int) -> TargetTableOut:
        """One page of the rows, with what they can be filtered by."""
        raise NotImplementedError

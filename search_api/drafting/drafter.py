"""The first draft of a study pack in one step; every sentence that is not a template is a quotation."""

from __future__ import annotations

from corpus.runtime.library import Library
from corpus.types import Filters
from search_api.finding import Finder
from search_api.packs.content import Occasion, PackContent

LONGEST_TOPIC = 300


class Drafter:
    """Proposes packs from the passages of one corpus."""

    def __init__(self, library: Library, finder: Finder) -> None:
        self._library = library
        self._finder = finder

    def draft(self, topic: str, occasion: Occasion = Occasion.THEMATIC, filters: Filters | None = None) -> PackContent:
        """A pack on a topic: title, aim, time plan, passages with their questions.

        Args:
            topic: In the user's words.
            occasion: What it is prepared for; the time plan follows it.
            filters: Which documents may be quoted; without any, all.

        Raises:
            NotAnswered: The corpus does not answer the topic; carries the nearest passages.
            BadQuery: The topic cannot be read.
            CorpusIndexError: There is no corpus yet.
        """
        raise NotImplementedError

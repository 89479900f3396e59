"""A draft held against the corpus: its quotations and the documents it names."""

from __future__ import annotations

from corpus.drafts import Draft
from corpus.runtime.library import Library
from search_api.checking.schemas import CheckedOut, ReportOut
from search_api.references.resolve import Resolver


class Checker:
    """Checks drafts against one corpus."""

    def __init__(self, library: Library, resolver: Resolver) -> None:
        self._library = library
        self._resolver = resolver

    def check(self, draft: Draft) -> ReportOut:
        """Every quotation and every named document of a draft, judged.

        Raises:
            TooLong: The draft is longer, or quotes more, than can be checked while somebody waits.
        """
        raise NotImplementedError

    def check_quote(self, quote: str, attribution: str | None) -> CheckedOut:
        """One quotation, judged.

        Args:
            quote: Its words, with or without quotation marks.
            attribution: Where it is said to be from ("khoản 2 Điều 5 Quy định 03-QĐ/ĐU"); ``None`` for anywhere.

        Raises:
            TooLong: It is longer than can be checked while somebody waits.
        """
        raise NotImplementedError

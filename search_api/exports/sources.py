"""The documents that a pack quotes, each once, in the order of their first quotation."""

from __future__ import annotations

from dataclasses import dataclass

from search_api.packs.content import PackContent, PackPassage, QuotedDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A document, and the passages of it in the pack."""

    document: QuotedDocument
    passages: tuple[PackPassage, ...]

    @property
    def line(self) -> str:
        """The document as a list names it, with its force when it was quoted."""
        return f"{self.document.citation.removesuffix('.')} (hiệu lực lúc trích: {self.document.validity})."

    @property
    def places(self) -> tuple[str, ...]:
        """Where in the document the passages stand, each place once; a passage that is a whole document has none."""
        return tuple(dict.fromkeys(one.quote.citation.place for one in self.passages if one.quote.citation.place))


def sources_of(content: PackContent) -> tuple[Source, ...]:
    """The documents quoted.

    The same document read from another file later is another version of the same source; as it was first named counts.
    """
    held: dict[str, list[PackPassage]] = {}
    for passage in content.passages:
        held.setdefault(passage.quote.document.id, []).append(passage)
    return tuple(Source(passages[0].quote.document, tuple(passages)) for passages in held.values())

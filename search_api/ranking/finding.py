"""From a question with its operators to the hits that answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from corpus.abbreviations import write_out
from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import run
from corpus.runtime.library import Library
from corpus.runtime.store.protocol import Condition
from corpus.text import one_line
from corpus.types import Filters, Listed, Value
from search_api.asking.address import Addressed
from search_api.asking.conditions import condition_of
from search_api.asking.fields import narrowed
from search_api.asking.operators import read_operators
from search_api.asking.phrase import Phrase, with_phrases
from search_api.ranking.evidence import ANSWERED, Evidence
from search_api.ranking.highlight import highlights
from search_api.ranking.rank import Hit
from search_api.ranking.retrieve import Ranked, search_pipeline

LARGEST_RESULT = 100
"""Hits a search can page through; who does not find it among these asks differently."""


# Of what does not answer, a few sections to look further from are better than pages of weak hits.
_NEAREST = 5


@dataclass(frozen=True, slots=True)
class Found(Value):
    """All hits of a question, best first, and what it was understood as.

    Attributes:
        hits: The hits.
        addressed: What the question names, and how it was read.
        weights: Its terms with what each is worth.
        evidence: What speaks for their answering it.
        phrases: What was wanted word for word.
    """

    hits: tuple[Hit, ...]
    addressed: Addressed
    weights: Mapping[str, float]
    evidence: Evidence
    phrases: tuple[Phrase, ...] = ()

    @property
    def confidence(self) -> float:
        """That the hits answer the question, 0 to 1."""
        return self.evidence.confidence if self.hits else 0.0

    @property
    def answered(self) -> bool:
        """Whether the hits answer the question."""
        return self.confidence >= ANSWERED

    @property
    def shown(self) -> tuple[Hit, ...]:
        """The hits readers see: all that answer, or the nearest of those that do not."""
        return self.hits if self.answered else self.hits[:_NEAREST]

    @property
    def documents(self) -> Collection[Listed]:
        """The documents they stand in, a passage of each."""
        return {hit.listed.ref.id: hit.listed for hit in self.shown}.values()

    def marker(self) -> Callable[[str], tuple[tuple[int, int], ...]]:
        """Tells the ranges ``[start, end)`` of a text that match the words and phrases looked for."""
        topic = self._topic()

        def marks(text: str) -> tuple[tuple[int, int], ...]:
            return with_phrases(text, highlights(text, topic), self.phrases)

        return marks

    def _topic(self) -> str:
        """The words looked for outside phrases."""
        text = self.addressed.query.text
        for one in self.phrases:
            text = text.replace(one.text.strip(), " ", 1)
        others = (other.text for other in self.addressed.beside)
        return " ".join((write_out(one_line(text)), *others))


class Finder:
    """Finds what answers, over one corpus with one encoder."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self._library = library
        self._pipeline = search_pipeline(library, encoder)

    def find(self, raw: str, filters: Filters) -> Found:
        """All hits of a question.

        Raises:
            BadQuery: The question cannot be read.
            CorpusIndexError: There is no corpus yet.
        """
        asked = read_operators(raw)
        catalogue = self._library.catalogue
        condition = condition_of(asked, catalogue)
        understood = {"raw": asked.text, "filters": narrowed(catalogue, filters, asked.fields)}
        made = run(self._pipeline, {"understand": understood, "retrieve": {"condition": condition}})
        ranked: Ranked = made["rank"]["ranked"]
        hits = ranked.hits if condition is None else self._accepted(ranked, condition)
        weights = ranked.vectors.weights
        return Found(hits[:LARGEST_RESULT], ranked.addressed, weights, ranked.evidence, asked.phrases)

    def _accepted(self, ranked: Ranked, condition: Condition) -> tuple[Hit, ...]:
        """The hits a condition accepts: a unit the question names was put in whatever it says."""
        units = ranked.addressed.units
        refused = {unit.id for unit in units} - {
            name for name, passage in self._library.texts(units).items() if condition.accepts(passage)
        }
        return tuple(hit for hit in ranked.hits if hit.listed.id not in refused)

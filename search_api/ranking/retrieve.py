"""From a question to hits, as a Haystack pipeline: understand → locate → encode → retrieve → rank.

What passes between the stages are values (``corpus.types.Value``), never bare lists: the pipeline would copy
those element by element.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import Pipeline, component
from corpus.runtime.library import Library
from corpus.runtime.model.manifest import DEFAULT_MODEL
from corpus.runtime.store.protocol import Condition
from corpus.terms import query_vector, query_weights, term_id
from corpus.text import has_marks
from corpus.types import Candidate, Filters, SparseVector, Value
from search_api.asking.address import Addressed, locate, put_addressed_first
from search_api.asking.beside import terms_with
from search_api.asking.marks import with_marks
from search_api.asking.understand import Query, understand
from search_api.ranking.evidence import READ, Evidence, evidence_of
from search_api.ranking.folding import fold_copies
from search_api.ranking.rank import Hit, ReadWords, rank
from search_api.ranking.sentences import WantedWords, plain_words
from search_api.ranking.term_counts import TermCounts

_KEPT_VECTORS = 1000


@dataclass(frozen=True, slots=True)
class Vectors(Value):
    """A question as the index is searched with it.

    Attributes:
        dense: The model's vector.
        sparse: Our own terms.
        weights: The same terms by name.
        counts: How many passages have each term looked for, those that none has among them.
        marked: The words with the marks they most likely have.
    """

    dense: tuple[float, ...]
    sparse: SparseVector
    weights: Mapping[str, float]
    counts: TermCounts
    marked: str

    @property
    def by_meaning(self) -> bool:
        """Whether the model understood the question: it takes Vietnamese without marks for another language."""
        return has_marks(self.marked)


@dataclass(frozen=True, slots=True)
class Retrieved(Value):
    """What the index offers for a question."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Ranked(Value):
    """All hits of a question, best first, what it was understood as, and whether they answer it."""

    hits: tuple[Hit, ...]
    addressed: Addressed
    vectors: Vectors
    evidence: Evidence


@component
class Understand:
    """Reads the question."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @component.output_types(query=Query)
    def run(self, raw: str, filters: Filters) -> dict[str, Query]:
        """``understand`` as a stage."""
        return {"query": understand(raw, filters, self._library.catalogue.vocabulary)}


@component
class Locate:
    """Finds what the question names by number, title and unit."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @component.output_types(addressed=Addressed)
    def run(self, query: Query) -> dict[str, Addressed]:
        """``locate`` as a stage."""
        return {"addressed": locate(self._library, query)}


@component
class Encode:
    """Turns the question into the two vectors the index is searched with."""

    def __init__(self, encoder: Encoder, library: Library) -> None:
        self._library = library

        # A vector hangs on nothing but the words: what is kept is right whatever becomes of the corpus. A page of
        # results, its filters and its next pages ask for the same one.
        @lru_cache(maxsize=_KEPT_VECTORS)
        def dense(words: str) -> tuple[float, ...]:
            return tuple(encoder.encode_query(words).tolist())

        self._dense = dense

    @component.output_types(vectors=Vectors)
    def run(self, addressed: Addressed) -> dict[str, Vectors]:
        """Dense vector of the model and sparse vector of our terms."""
        shares = terms_with(addressed.words, addressed.beside)
        frequencies, passages = self._library.catalogue.frequencies([term_id(term) for term in shares])
        weights = query_weights(shares, frequencies, passages)
        counts = TermCounts({term: frequencies.get(term_id(term), 0) for term in shares}, passages)
        typed, written_out = addressed.typed, addressed.words.removeprefix(addressed.typed)
        marked = with_marks(typed, self._library.catalogue.vocabulary) + written_out
        return {"vectors": Vectors(self._dense(marked), query_vector(weights), weights, counts, marked)}


@component
class Retrieve:
    """Fetches candidates."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @component.output_types(retrieved=Retrieved)
    def run(
        self, query: Query, addressed: Addressed, vectors: Vectors, condition: Condition | None = None
    ) -> dict[str, Retrieved]:
        """Candidates over the whole corpus or, where the question names a document, over that document too."""
        candidates = self._library.search(vectors.dense, vectors.sparse, query.filters, condition)
        if addressed.documents:
            known = {candidate.listed.id for candidate in candidates}
            inside = self._library.search(vectors.dense, vectors.sparse, addressed.filters, condition)
            candidates += [candidate for candidate in inside if candidate.listed.id not in known]
        return {"retrieved": Retrieved(tuple(candidates))}


@component
class Rank:
    """Puts the candidates in order."""

    def __init__(self, encoder: Encoder, library: Library) -> None:
        self._library = library
        self._known_model = encoder.name == DEFAULT_MODEL

    @component.output_types(ranked=Ranked)
    def run(self, addressed: Addressed, vectors: Vectors, retrieved: Retrieved) -> dict[str, Ranked]:
        """``rank``, then what the question names in front; the same rule once."""
        catalogue = self._library.catalogue
        alike = catalogue.vocabulary.alike(plain_words(vectors.counts.counts))
        words = WantedWords(vectors.weights, alike)
        read = _reader(catalogue.passage_words)
        hits = rank(retrieved.candidates, words, read, by_meaning=vectors.by_meaning)
        hits = fold_copies(put_addressed_first(hits, addressed, self._library.texts), read)
        texts = self._library.texts([hit.listed for hit in hits[:READ]])
        # A document may have been taken out since it was found.
        best = [texts[hit.listed.id] for hit in hits[:READ] if hit.listed.id in texts]
        evidence = evidence_of(hits, best, addressed, vectors.marked, vectors.counts, known_model=self._known_model)
        return {"ranked": Ranked(tuple(hits), addressed, vectors, evidence)}


def _reader(read: ReadWords) -> ReadWords:
    """Reads the words of every passage once: one question looks at the same few again and again."""
    known: dict[int, bytes] = {}

    def again(points: Collection[int]) -> Mapping[int, bytes]:
        if missing := [point for point in points if point not in known]:
            known.update(read(missing))
        return known

    return again


def search_pipeline(library: Library, encoder: Encoder) -> Pipeline:
    """The pipeline a question goes through; run it with ``{"understand": {"raw": …, "filters": …}}``."""
    pipeline = Pipeline()
    pipeline.add_component("understand", Understand(library))
    pipeline.add_component("locate", Locate(library))
    pipeline.add_component("encode", Encode(encoder, library))
    pipeline.add_component("retrieve", Retrieve(library))
    pipeline.add_component("rank", Rank(encoder, library))
    pipeline.connect("understand.query", "locate.query")
    pipeline.connect("understand.query", "retrieve.query")
    for stage in ("encode", "retrieve", "rank"):
        pipeline.connect("locate.addressed", f"{stage}.addressed")
    pipeline.connect("encode.vectors", "retrieve.vectors")
    pipeline.connect("encode.vectors", "rank.vectors")
    pipeline.connect("retrieve.retrieved", "rank.retrieved")
    return pipeline

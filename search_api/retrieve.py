"""From a question to hits, as a Haystack pipeline: understand → encode → retrieve → rank."""

from __future__ import annotations

from corpus.runtime.encoder import Encoder
from corpus.runtime.flows import Pipeline, component
from corpus.runtime.library import Library
from corpus.terms import query_terms, query_vector, term_id
from corpus.types import Candidate, Filters, SparseVector
from search_api.address import Addressed, find_document, put_addressed_first
from search_api.rank import Hit, rank, semantic_weight
from search_api.understand import Query, understand


@component
class Understand:
    """Reads the question."""

    @component.output_types(query=Query)
    def run(self, raw: str, filters: Filters) -> dict[str, Query]:
        """``understand`` as a stage."""
        return {"query": understand(raw, filters)}


@component
class Encode:
    """Turns the question into the two vectors the index is searched with."""

    def __init__(self, encoder: Encoder, library: Library) -> None:
        self._encoder = encoder
        self._library = library

    @component.output_types(dense=list[float], sparse=SparseVector)
    def run(self, query: Query) -> dict[str, list[float] | SparseVector]:
        """Dense vector of the model and sparse vector of our terms."""
        shares = query_terms(query.words)
        frequencies, passages = self._library.catalogue.frequencies([term_id(term) for term in shares])
        return {
            "dense": self._encoder.encode_query(query.words).tolist(),
            "sparse": query_vector(shares, frequencies, passages),
        }


@component
class Retrieve:
    """Fetches candidates, and what the question names by number and unit."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @component.output_types(candidates=list[Candidate], addressed=Addressed)
    def run(self, query: Query, dense: list[float], sparse: SparseVector) -> dict[str, object]:
        """Candidates over the whole corpus or, where the question names a document, over that document too."""
        addressed = find_document(self._library, query)
        candidates = self._library.search(dense, sparse, query.filters)
        if addressed.documents:
            known = {candidate.passage.id for candidate in candidates}
            inside = self._library.search(dense, sparse, addressed.filters)
            candidates += [candidate for candidate in inside if candidate.passage.id not in known]
        return {"candidates": candidates, "addressed": addressed}


@component
class Rank:
    """Puts the candidates in order."""

    @component.output_types(hits=list[Hit])
    def run(self, query: Query, candidates: list[Candidate], addressed: Addressed) -> dict[str, list[Hit]]:
        """``rank``, then what the question names in front."""
        return {"hits": put_addressed_first(rank(candidates, semantic_weight(query.words)), addressed)}


def search_pipeline(library: Library, encoder: Encoder) -> Pipeline:
    """The pipeline a question goes through; run it with ``{"understand": {"raw": …, "filters": …}}``."""
    pipeline = Pipeline()
    pipeline.add_component("understand", Understand())
    pipeline.add_component("encode", Encode(encoder, library))
    pipeline.add_component("retrieve", Retrieve(library))
    pipeline.add_component("rank", Rank())
    pipeline.connect("understand.query", "encode.query")
    pipeline.connect("understand.query", "retrieve.query")
    pipeline.connect("understand.query", "rank.query")
    pipeline.connect("encode.dense", "retrieve.dense")
    pipeline.connect("encode.sparse", "retrieve.sparse")
    pipeline.connect("retrieve.candidates", "rank.candidates")
    pipeline.connect("retrieve.addressed", "rank.addressed")
    return pipeline

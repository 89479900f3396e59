"""More like a passage: what says something near to it, ranked as any question is."""

from __future__ import annotations

from corpus.runtime.encoder import Encoder
from corpus.runtime.library import Library
from corpus.terms import query_terms, query_vector, query_weights, term_id
from corpus.types import Filters, Passage
from search_api.folding import says_the_same, wording
from search_api.rank import Hit, rank


def similar(library: Library, encoder: Encoder, passage: Passage) -> list[Hit]:
    """The passages nearest to one, best first, without itself and without its near duplicates."""
    shares = query_terms(passage.text)
    frequencies, passages = library.catalogue.frequencies([term_id(term) for term in shares])
    weights = query_weights(shares, frequencies, passages)
    dense: list[float] = encoder.encode_passages([passage.text])[0].tolist()
    hits = rank(library.search(dense, query_vector(weights), Filters()), weights)
    own = wording(passage.text)
    return [hit for hit in hits if hit.passage.id != passage.id and not says_the_same(own, wording(hit.passage.text))]

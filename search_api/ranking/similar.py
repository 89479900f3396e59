"""More like a passage: what says something near to it, ranked as any question is."""

from __future__ import annotations

from corpus.runtime.encoder import Encoder
from corpus.runtime.library import Library
from corpus.terms import query_terms, query_vector, query_weights, term_id
from corpus.types import Filters, Passage
from corpus.wording import packed_words
from search_api.ranking.folding import pairs_of, says_the_same
from search_api.ranking.rank import Hit, rank
from search_api.ranking.sentences import WantedWords, plain_words


def similar(library: Library, encoder: Encoder, passage: Passage) -> list[Hit]:
    """The passages nearest to one, best first, without itself and without its near duplicates."""
    shares = query_terms(passage.text)
    frequencies, passages = library.catalogue.frequencies([term_id(term) for term in shares])
    weights = query_weights(shares, frequencies, passages)
    dense: list[float] = encoder.encode_passages([passage.text])[0].tolist()
    words = WantedWords(weights, library.catalogue.vocabulary.alike(plain_words(weights)))
    read = library.catalogue.passage_words
    hits = rank(library.search(dense, query_vector(weights), Filters()), words, read)
    own, packed = pairs_of(packed_words(passage)), read([hit.listed.point for hit in hits])
    return [
        hit
        for hit in hits
        if hit.listed.id != passage.id
        and hit.listed.point in packed
        and not says_the_same(own, pairs_of(packed[hit.listed.point]))
    ]

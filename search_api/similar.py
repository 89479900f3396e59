"""More like a passage: what says something near to it, ranked as any question is."""

from __future__ import annotations

from corpus.overlap import shingles
from corpus.runtime.encoder import Encoder
from corpus.runtime.library import Library
from corpus.terms import query_terms, query_vector, term_id
from corpus.text import fold, one_line
from corpus.types import Filters, Passage
from search_api.rank import Hit, rank, semantic_weight

# Two passages that share this much of their words in a row are the same rule in two copies.
_SAME = 0.8


def similar(library: Library, encoder: Encoder, passage: Passage) -> list[Hit]:
    """The passages nearest to one, best first, without itself and without its near duplicates."""
    shares = query_terms(passage.text)
    frequencies, passages = library.catalogue.frequencies([term_id(term) for term in shares])
    dense: list[float] = encoder.encode_passages([passage.text])[0].tolist()
    candidates = library.search(dense, query_vector(shares, frequencies, passages), Filters())
    hits = rank(candidates, semantic_weight(passage.text))
    return [hit for hit in hits if not _is_same(hit.passage, passage)]


def _is_same(one: Passage, other: Passage) -> bool:
    if one.id == other.id or fold(one_line(one.text)) == fold(one_line(other.text)):
        return True
    left, right = shingles(one.text), shingles(other.text)
    return len(left & right) >= _SAME * len(left | right) > 0

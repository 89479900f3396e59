"""Why a hit stands where it does, as JSON: what its score is made of, and which words brought it in."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.terms import passage_vector, spelled, term_id
from corpus.types import Passage
from search_api import schemas
from search_api.ranking.rank import Hit

_TERMS = 12


def explanation_out(hit: Hit, passage: Passage, weights: Mapping[str, float]) -> schemas.ExplanationOut:
    """The parts of a hit's score.

    Args:
        hit: The hit.
        passage: Its passage.
        weights: The question's terms with their weights.
    """
    worth = hit.worth
    return schemas.ExplanationOut(
        lexical=round(worth.lexical, 4),
        semantic=round(worth.semantic, 4),
        sentence=round(worth.sentence, 4),
        factor=round(worth.factor, 4),
        newness=round(worth.newness, 4),
        named=round(worth.named, 4),
        cosine=round(hit.cosine, 4),
        terms=tuple(schemas.TermOut(term=term, weight=round(weight, 3)) for term, weight in _terms(passage, weights)),
    )


def _terms(passage: Passage, weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """The question's terms that the passage has, each with what it adds to the terms' score, weightiest first."""
    sparse = passage_vector(passage.text, (*passage.trail, *passage.notes))
    held = dict(zip(sparse.ids, sparse.weights, strict=True))
    added: dict[str, float] = {}
    for term, weight in weights.items():
        if term_id(term) in held:
            added[spelled(term)] = added.get(spelled(term), 0.0) + weight * held[term_id(term)]
    return sorted(added.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]

"""Phrases and exclusions of a question as a condition on passages."""

from __future__ import annotations

from functools import cache

from corpus.runtime.catalogue import Catalogue
from corpus.runtime.store.protocol import Condition
from corpus.terms import certain_terms, term_id
from corpus.types import Passage
from search_api.asking.operators import Asked
from search_api.asking.phrase import Phrase


def condition_of(asked: Asked, catalogue: Catalogue) -> Condition | None:
    """What a passage must hold and not hold, in its text or in a title above it; ``None`` if nothing is asked."""
    if not asked.phrases and not asked.excluded:
        return None

    # Many passages stand under the same titles.
    in_title = cache(Phrase.stands_in)

    def holds(passage: Passage, one: Phrase) -> bool:
        return one.stands_in(passage.text) or any(in_title(one, title) for title in passage.trail)

    def accepts(passage: Passage) -> bool:
        return all(holds(passage, one) for one in asked.phrases) and not any(
            holds(passage, one) for one in asked.excluded
        )

    return Condition(accepts, _rarest_term(asked, catalogue))


def _rarest_term(asked: Asked, catalogue: Catalogue) -> int | None:
    """The term of the phrases that the fewest passages have: every passage that holds them all is among those."""
    terms = sorted({term_id(term) for one in asked.phrases for term in certain_terms(one.text)})
    frequencies, _ = catalogue.frequencies(terms)
    return min(terms, key=lambda term: (frequencies.get(term, 0), term), default=None)

"""Phrases and exclusions of a question as a condition on passages."""

from __future__ import annotations

from corpus.runtime.catalogue import Catalogue
from corpus.runtime.store.protocol import Condition
from corpus.terms import certain_terms, term_id
from corpus.types import Passage
from search_api.operators import Asked
from search_api.phrase import Phrase


def condition_of(asked: Asked, catalogue: Catalogue) -> Condition | None:
    """What a passage must hold and not hold, in its text or in a title above it; ``None`` if nothing is asked."""
    if not asked.phrases and not asked.excluded:
        return None

    def accepts(passage: Passage) -> bool:
        texts = (passage.text, *passage.trail)
        return all(_stands_in(one, texts) for one in asked.phrases) and not any(
            _stands_in(one, texts) for one in asked.excluded
        )

    return Condition(accepts, _rarest_term(asked, catalogue))


def _stands_in(one: Phrase, texts: tuple[str, ...]) -> bool:
    return any(one.stands_in(text) for text in texts)


def _rarest_term(asked: Asked, catalogue: Catalogue) -> int | None:
    """The term of the phrases that the fewest passages have: every passage that holds them all is among those."""
    terms = sorted({term_id(term) for one in asked.phrases for term in certain_terms(one.text)})
    frequencies, _ = catalogue.frequencies(terms)
    return min(terms, key=lambda term: (frequencies.get(term, 0), term), default=None)

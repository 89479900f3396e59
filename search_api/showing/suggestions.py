"""Suggestions as JSON."""

from __future__ import annotations

from corpus.citation import Citation
from search_api import schemas
from search_api.asking.suggest import Suggested, unit_name


def suggest_out(typed: str, suggested: Suggested) -> schemas.SuggestOut:
    """Suggestions as JSON."""
    documents = [
        schemas.SuggestionOut(
            type="document",
            text=Citation(entry.ref).short_document,
            detail=entry.ref.title,
            document=entry.ref.id,
            address=None,
        )
        for entry in suggested.documents
    ]
    units = [
        schemas.SuggestionOut(
            type="unit",
            text=unit_name(section),
            detail=Citation(entry.ref).short_document,
            document=entry.ref.id,
            address=section.address,
        )
        for entry, section in suggested.units
    ]
    terms = [
        schemas.SuggestionOut(type="term", text=term, detail=None, document=None, address=None)
        for term in suggested.terms
    ]
    return schemas.SuggestOut(query=typed, suggestions=(*documents, *units, *terms))

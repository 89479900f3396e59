"""Where in a document stands what a reader looks for in it, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search_api import schemas
from search_api.asking.phrase import phrase
from search_api.ranking.finding import Found
from search_api.showing.shown import Marks

Places = Mapping[str, Marks]
"""Address of a unit → ranges ``[start, end)`` of its text; units without any are left out."""


def phrase_places(outline: Sequence[schemas.OutlineItemOut], typed: str) -> Places:
    """Where the words that were typed stand just so: in headings, in tables and everywhere else."""
    wanted = phrase(typed)
    if wanted is None:
        return {}
    found = {unit.address: tuple((at.start, at.end) for at in wanted.spans(unit.text)) for unit in outline}
    return {address: spans for address, spans in found.items() if spans}


def answer_places(outline: Sequence[schemas.OutlineItemOut], document: str, found: Found) -> Places:
    """What of the units that answer a search matches it."""
    marks = found.marker()
    texts = {f"{document}/{unit.address}": unit for unit in outline}
    answering = {_unit_of(hit.listed.id, texts) for hit in found.shown} - {None}
    return {unit.address: spans for name, unit in texts.items() if name in answering and (spans := marks(unit.text))}


def _unit_of(passage: str, units: Mapping[str, object]) -> str | None:
    """The unit a passage is part of: itself, or the one around it where it is a row of a table or a further part."""
    while passage not in units and "/" in passage:
        passage = passage.rpartition("/")[0]
    return passage if passage in units else None

"""The words that name a document, before what stands around them is read."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.popular_names import Called
from corpus.types import Span, Value
from search_api.references.mention import Naming


@dataclass(frozen=True, slots=True)
class Named(Value):
    """A name in a text; the fields are those of ``Mention``, ``span`` counts in the evened text.

    Attributes:
        span: The words of the name.
        naming: By what it names.
        number: As in ``Mention``.
        serial: The digits of the number, with the letter or the part after the dot.
        codes: As in ``Mention``.
        body: As in ``Mention``.
        kind: As in ``Mention``.
        year: As in ``Mention``.
        title: As in ``Mention``.
        called: As in ``Mention``.
    """

    span: Span
    naming: Naming
    number: str | None = None
    serial: str = ""
    codes: tuple[str, ...] = ()
    body: str = ""
    kind: str | None = None
    year: int | None = None
    title: str | None = None
    called: tuple[Called, ...] = ()

"""Mentions and their targets as JSON, and passages cited in every style."""

from __future__ import annotations

from corpus.citation import place_parts
from search_api.exports.bibtex import bibtex_of
from search_api.exports.csl import csl_of
from search_api.packs.content import PackContent, PackPassage
from search_api.packs.quoting import Quoting
from search_api.references.resolve import Place, Resolved
from search_api.references.schemas import CitationStyle, PlaceOut, ReferenceOut, ReferencesOut, StyledOut, ThroughOut
from search_api.references.told import told
from search_api.service import Service
from search_api.showing.outline import step_out
from search_api.showing.shown import document_out


def references_out(service: Service, text: str) -> ReferencesOut:
    """Every reference in a text."""
    return ReferencesOut(references=tuple(map(reference_out, service.resolver.with_units_alone(text))))


def reference_out(resolved: Resolved) -> ReferenceOut:
    """A mention with what the corpus has for it."""
    mention = resolved.mention
    return ReferenceOut(
        start=mention.span.start,
        end=mention.span.end,
        text=resolved.text,
        naming=mention.naming,
        number=mention.number,
        kind=mention.kind,
        title=mention.title,
        issued_on=mention.issued_on,
        year=mention.year,
        issuer=mention.issuer,
        status=resolved.status,
        told=told(resolved),
        documents=tuple(map(document_out, resolved.documents)),
        candidates=tuple(map(document_out, resolved.candidates)),
        places=tuple(_place_out(resolved, place) for place in resolved.places),
        citation=resolved.citation,
        replaced_by=document_out(resolved.ended_by) if resolved.ended_by else None,
        through=_through_out(resolved.through) if resolved.through else None,
    )


def _through_out(named: Resolved) -> ThroughOut:
    return ThroughOut(start=named.mention.span.start, end=named.mention.span.end, text=named.text)


def _place_out(resolved: Resolved, place: Place) -> PlaceOut:
    document = resolved.document.ref.id if resolved.document else ""
    return PlaceOut(
        path=tuple(map(step_out, place.path)),
        words=", ".join(place_parts(place.path)),
        places=tuple(f"{document}/{address}" for address in place.addresses),
    )


def styled(service: Service, passage: str, style: CitationStyle) -> StyledOut:
    """A passage, cited.

    Raises:
        NotFound: There is no such passage.
    """
    quote = next(iter(Quoting(service.library).quotes([passage])))
    content = PackContent(passages=(PackPassage(label=1, quote=quote),))
    match style:
        case "bibtex":
            citation = bibtex_of(content, {}).decode()
        case "csl":
            citation = csl_of(content, {}).decode()
        case _:
            citation = getattr(quote.citation, style)
    return StyledOut(passage=quote.passage, style=style, citation=citation, validity=quote.document.validity)

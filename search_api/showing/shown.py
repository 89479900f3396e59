"""Values of the corpus as the JSON models of the API."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.citation import Citation
from corpus.documents import is_sample
from corpus.runtime.document_rows import Entry
from corpus.types import Document, Passage, Stated
from search_api import schemas
from search_api.asking.address import Addressed
from search_api.asking.operators import hints
from search_api.ranking.rank import Hit
from search_api.showing.outline import page_numbers, step_out
from search_api.showing.snippets import snippet

Marks = tuple[tuple[int, int], ...]


def understood_out(addressed: Addressed, raw: str) -> schemas.UnderstoodOut:
    """How a question was understood, as JSON.

    Args:
        addressed: What it names.
        raw: The question with its operators.
    """
    reading = addressed.query.reading
    return schemas.UnderstoodOut(
        text=reading.text,
        changes=tuple(schemas.ChangeOut(typed=change.typed, read=change.read) for change in reading.changes),
        suggestion=reading.suggestion or None,
        absent=addressed.absent or None,
        notes=(*addressed.notes, *hints(raw)),
    )


def hit_out(
    hit: Hit,
    texts: Mapping[str, Passage],
    entry: Entry,
    marks: Marks = (),
    further: int = 0,
    explanation: schemas.ExplanationOut | None = None,
) -> schemas.HitOut:
    """A hit as JSON.

    Args:
        hit: The hit.
        texts: Passages by id, its own among them.
        entry: Its document.
        marks: What of its text matches.
        further: How many hits of its document are not shown for it.
        explanation: Why it stands where it does, if that was asked.
    """
    passage = texts[hit.listed.id]
    return schemas.HitOut(
        passage=passage_out(passage),
        document=document_out(entry),
        score=round(hit.score, 4),
        matched_by=hit.matched_by,
        highlights=marks,
        snippet=snippet(passage.text, marks),
        parents=_parents(passage),
        further=further,
        also=tuple(passage_out(texts[one.id]) for one in hit.also if one.id in texts),
        explanation=explanation,
    )


def _parents(passage: Passage) -> tuple[schemas.ParentOut, ...]:
    steps = passage.id.partition("/")[2].split("/")
    outer = passage.path[:-1]
    # The trail names every unit around, except in a document that does not print one of them.
    titles = passage.trail if len(passage.trail) >= len(outer) else [f"{unit} {label}".strip() for unit, label in outer]
    return tuple(
        schemas.ParentOut(address="/".join(steps[:depth]), title=titles[depth - 1])
        for depth in range(1, len(outer) + 1)
    )


def document_out(entry: Entry) -> schemas.DocumentOut:
    """A catalogue entry as JSON."""
    ref = entry.ref
    return schemas.DocumentOut(
        id=ref.id,
        number=ref.number,
        kind=ref.kind,
        issuer=ref.issuer,
        issued_on=ref.issued_on,
        title=ref.title,
        secrecy=ref.secrecy,
        validity=ref.validity,
        citation=Citation(ref).document,
        pages=entry.pages,
        file_name=entry.name,
        media_type=entry.media_type,
        source=entry.source,
        sample=is_sample(entry.version),
    )


def passage_out(passage: Passage) -> schemas.PassageOut:
    """A passage as JSON."""
    citation = Citation(passage.ref, passage.path, passage.pages, passage.page_labels)
    return schemas.PassageOut(
        id=passage.id,
        address=passage.id.partition("/")[2],
        path=tuple(map(step_out, passage.path)),
        trail=passage.trail,
        text=passage.text,
        pages=page_numbers(passage.pages),
        recognised=passage.recognised,
        doubts=tuple((span.start, span.end) for span in passage.doubts),
        citation=citation_out(citation),
    )


def citation_out(citation: Citation) -> schemas.CitationOut:
    """A citation as JSON."""
    return schemas.CitationOut(
        full=citation.full, short=citation.short, footnote=citation.footnote, place=citation.place
    )


def stated_out(document: Document, item: Stated) -> schemas.StatedOut:
    """Where a document states something of itself, as JSON."""
    text = document.text[slice(*item.span)] if item.span else None
    return schemas.StatedOut(field=item.field, text=text, page=item.page or None)

"""What was found, as the JSON models of a report."""

from __future__ import annotations

from corpus.drafts import Draft
from corpus.runtime.document_rows import Entry
from search_api.checking import told
from search_api.checking.attribution import Attribution
from search_api.checking.judge import Found, Judgement, documents_meant
from search_api.checking.parts import parts_of
from search_api.checking.quotations import Quotation
from search_api.checking.schemas import AttributionOut, CheckedOut, FoundOut, MentionOut, PartKind, PartOut
from search_api.references.resolve import Resolved
from search_api.references.told import told as mention_told
from search_api.schemas import DocumentOut
from search_api.showing.shown import citation_out, document_out

# Enough of the sentence around a quotation to know it by.
_AROUND = 160


def checked_out(
    draft: Draft, quotation: Quotation, judgement: Judgement, attribution: Attribution | None, page: int | None
) -> CheckedOut:
    """A quotation and what was found of it."""
    text, (start, end), found = draft.text, quotation.span, judgement.found
    line, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[max(line, start - _AROUND) : start]
    if start - len(before) > line:
        # Not from the middle of a word.
        before = before[before.find(" ") + 1 :]
    return CheckedOut(
        quote=text[start:end],
        start=start,
        end=end,
        page=page,
        before=before,
        after=text[end : min(line_end if line_end >= 0 else len(text), end + _AROUND)],
        verdict=judgement.verdict,
        told=told.verdict_told(judgement, attribution),
        misplaced=judgement.misplaced,
        parts=_parts(judgement, found) if found else (),
        found=_found_out(found, judgement) if found else None,
        attribution=_attribution_out(attribution) if attribution else None,
        remarks=tuple(told.remarks(judgement, attribution)),
    )


def _parts(judgement: Judgement, found: Found) -> tuple[PartOut, ...]:
    before = (PartOut(kind=PartKind.MISSING, text=judgement.cut_off),) if judgement.cut_off else ()
    return (*before, *parts_of(judgement.quote, found.source.words, found.match))


def mention_out(resolved: Resolved, page: int | None) -> MentionOut:
    """A document that a draft names."""
    span = resolved.mention.span
    return MentionOut(
        text=resolved.text,
        start=span.start,
        end=span.end,
        page=page,
        verdict=told.mention_verdict(resolved),
        told=mention_told(resolved),
        documents=_documents(resolved),
        replaced_by=document_out(resolved.ended_by) if resolved.ended_by else None,
    )


def _found_out(found: Found, judgement: Judgement) -> FoundOut:
    return FoundOut(
        passages=tuple(f"{found.entry.ref.id}/{piece.address}" for piece in found.pieces),
        document=document_out(found.entry),
        text=found.source.words.written(found.match.first, found.match.end),
        citation=citation_out(told.citation_of(found)),
        replaced_by=judgement.ended_by,
    )


def _attribution_out(attribution: Attribution) -> AttributionOut:
    first, last = attribution.named[0].mention.span, attribution.named[-1].mention.span
    entries: dict[str, Entry] = {
        entry.ref.id: entry for one in attribution.named for entry in (*one.documents, *one.candidates)
    }
    return AttributionOut(
        text=", ".join(one.text for one in attribution.named),
        start=first.start,
        end=last.end,
        documents=tuple(document_out(entries[name]) for name in documents_meant(attribution.named)),
        stated=attribution.stated,
    )


def _documents(resolved: Resolved) -> tuple[DocumentOut, ...]:
    return tuple(map(document_out, (*resolved.documents, *resolved.candidates)))

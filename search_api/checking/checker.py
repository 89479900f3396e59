"""A draft held against the corpus: its quotations and the documents it names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from corpus.drafts import Draft, pasted_draft
from corpus.errors import BadQuery, TooLong
from corpus.runtime.library import Library
from corpus.types import Span
from search_api.checking.attribution import Attribution, Attributions
from search_api.checking.judge import Judge
from search_api.checking.out import checked_out, mention_out
from search_api.checking.quotations import (
    LONGEST_DRAFT,
    LONGEST_QUOTATION,
    Quotation,
    Skipped,
    find_quotations,
    is_phrase,
    reason_to_skip,
)
from search_api.checking.schemas import CheckedOut, ReportOut, SkippedOut, Verdict
from search_api.checking.shelf import Shelf
from search_api.references.mention import Naming
from search_api.references.resolve import Resolved, Resolver

# What stands around a quotation that was handed over alone.
_MARKS = " \t\r\n“”„\"«»‘’'"
# Of what leads to a quotation so much is read for words that deny.
_BEFORE = 200
LONGEST_ATTRIBUTION = 500
"""Characters of the words that say where a quotation is from."""


class Checker:
    """Checks drafts against one corpus.

    Args:
        library: The corpus.
        resolver: Finds what a draft names.
    """

    def __init__(self, library: Library, resolver: Resolver) -> None:
        self._resolver = resolver
        self._shelf = Shelf(library)
        self._judge = Judge(self._shelf)

    def check(self, draft: Draft) -> ReportOut:
        """Every quotation and every named document of a draft, judged.

        Raises:
            TooLong: The draft is longer, or quotes more, than can be checked while somebody waits.
            CorpusIndexError: There is no corpus yet.
        """
        if len(draft.text) > LONGEST_DRAFT:
            raise TooLong(
                f"Bản thảo «{draft.name}» dài {len(draft.text)} chữ cái, quá mức {LONGEST_DRAFT} soát được một lần.",
                "Hãy tách bản thảo thành nhiều phần rồi soát từng phần.",
            )
        found, passed = find_quotations(draft.text)
        mentions = self._resolver.resolve(draft.text)
        named = sorted(one.mention.span.end for one in mentions)
        titles = self._shelf.titles()
        reasons = [reason_to_skip(draft.text, one, titles, named) for one in found]
        quotations = [one for one, reason in zip(found, reasons, strict=True) if reason is None]
        left_out = [(one.span, reason) for one, reason in zip(found, reasons, strict=True) if reason is not None]
        left_out += [(one.span, one.reason) for one in passed]
        attributions = Attributions(draft, quotations, mentions, self._resolver)
        quotes: list[CheckedOut] = []
        for place, quotation in enumerate(quotations):
            attribution = attributions.of(place)
            checked = self._checked(draft, quotation, attribution)
            if _is_way_of_speaking(checked, attribution):
                left_out.append((quotation.span, Skipped.PHRASE))
            else:
                quotes.append(checked)
        return _report(draft, quotes, mentions, left_out)

    def check_quote(self, quote: str, attribution: str | None) -> CheckedOut:
        """One quotation, judged.

        Args:
            quote: Its words, with or without quotation marks.
            attribution: Where it is said to be from ("khoản 2 Điều 5 Quy định 03-QĐ/ĐU"); ``None`` for anywhere.

        Raises:
            BadQuery: There is no word in it, or the attribution names no document.
            TooLong: It is longer than can be checked while somebody waits.
        """
        words = quote.strip(_MARKS)
        if len(words) > LONGEST_QUOTATION:
            raise TooLong(
                f"Lời trích dài {len(words)} chữ cái, quá mức {LONGEST_QUOTATION} soát được.", "Hãy soát từng đoạn."
            )
        if not any(letter.isalnum() for letter in words):
            raise BadQuery("Lời trích không có chữ nào.", "Hãy nhập lời cần soát.")
        named = self._named(attribution) if attribution and attribution.strip() else ()
        draft = pasted_draft("lời trích", quote)
        start = quote.index(words)
        span = Span(start, start + len(words))
        return self._checked(draft, Quotation(span, span), Attribution(named) if named else None)

    def _named(self, attribution: str) -> tuple[Resolved, ...]:
        if len(attribution) > LONGEST_ATTRIBUTION:
            raise TooLong(f"Lời dẫn dài quá {LONGEST_ATTRIBUTION} chữ cái.", "Hãy chỉ nêu văn bản và vị trí.")
        every = self._resolver.resolve(attribution)
        named = tuple(one for one in every if one.mention.naming is not Naming.SELF)
        if not named:
            raise BadQuery(
                f"Không rõ «{attribution.strip()}» là văn bản nào.",
                "Hãy nêu số hiệu hoặc tên văn bản, ví dụ «khoản 2 mục III Nghị quyết 57-NQ/TW».",
            )
        return named

    def _checked(self, draft: Draft, quotation: Quotation, attribution: Attribution | None) -> CheckedOut:
        text = draft.text
        before = text[
            max(text.rfind("\n", 0, quotation.outer.start) + 1, quotation.outer.start - _BEFORE) : quotation.outer.start
        ]
        judgement = self._judge.judge(text[slice(*quotation.span)], attribution, before)
        return checked_out(draft, quotation, judgement, attribution, _page(draft, quotation.span))


def _is_way_of_speaking(checked: CheckedOut, attribution: Attribution | None) -> bool:
    """Whether words of no stated source, which the corpus does not have, are too short to be called wrong."""
    sourced = attribution is not None and attribution.stated
    if sourced or not is_phrase(checked.quote):
        return False
    # A whole sentence that is near to one of the corpus was meant to be that one.
    is_sentence = checked.quote[0].isupper() and checked.quote.endswith((".", "!"))
    return checked.verdict is Verdict.NOT_FOUND or (checked.verdict is Verdict.ALTERED and not is_sentence)


def _report(
    draft: Draft,
    quotes: Sequence[CheckedOut],
    mentions: Sequence[Resolved],
    left_out: Sequence[tuple[Span, Skipped]],
) -> ReportOut:
    counts = Counter(quote.verdict for quote in quotes)
    return ReportOut(
        name=draft.name,
        text=draft.text,
        quotes=tuple(quotes),
        mentions=tuple(
            mention_out(one, _page(draft, one.mention.span))
            for one in mentions
            if one.mention.naming is not Naming.SELF
        ),
        skipped=tuple(
            SkippedOut(text=draft.text[slice(*span)], start=span.start, end=span.end, reason=reason.value)
            for span, reason in sorted(left_out)
        ),
        counts={verdict: counts[verdict] for verdict in Verdict},
        recognised=draft.recognised,
    )


def _page(draft: Draft, span: Span) -> int | None:
    return bisect_right(draft.page_starts, span.start) or None if span.start < draft.body_end else None

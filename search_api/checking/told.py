"""What was found, in words for the writer of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.citation import Citation, cited, place_parts, written_date
from corpus.pages import pages_of
from search_api.checking.amended import Amended, Change
from search_api.checking.attribution import Attribution
from search_api.checking.hidden import goes_on_with
from search_api.checking.judge import Found, Judgement
from search_api.checking.parts import capitals_changed, stops_changed
from search_api.checking.schemas import MentionVerdict, Verdict
from search_api.references.resolve import Resolved, Status

# A decree that changes another names up to twenty units of it: the first tell what it is about.
_MOST_UNITS = 6


def citation_of(found: Found) -> Citation:
    """How the place is cited: the unit it begins in, the pages on which the quoted words stand."""
    document, match = found.source.document, found.match
    span = found.source.anchored(match.first, match.end)
    path = found.pieces[0].path if found.pieces else ()
    return cited(document, path, pages_of(span, document.page_starts))


def verdict_told(judgement: Judgement, attribution: Attribution | None) -> str:
    """A verdict as a sentence or two: what is so, and what to do."""
    found, said = judgement.found, _said(attribution)
    if found is None:
        if judgement.verdict is Verdict.UNKNOWN_DOCUMENT:
            return f"Kho chưa có {said} và không văn bản nào trong kho có lời này; hãy đối chiếu với bản gốc."
        return "Không văn bản nào trong kho có lời này; hãy đối chiếu với bản gốc hoặc bỏ dấu ngoặc kép."
    place = citation_of(found).short
    match judgement.verdict:
        case Verdict.EXACT if judgement.is_changed:
            return f"Đúng nguyên văn {place}, nhưng chỗ này đã có văn bản sau sửa đổi, thay thế hoặc bãi bỏ."
        case Verdict.EXACT:
            return f"Đúng nguyên văn {place}."
        case Verdict.REPLACED:
            return f"Đúng nguyên văn {place}, nhưng văn bản này {found.entry.ref.validity}."
        case Verdict.MISATTRIBUTED:
            return f"Lời trích đúng nguyên văn, nhưng ở {place}, không phải ở {said}."
        case Verdict.UNKNOWN_DOCUMENT:
            how = "đúng nguyên văn" if found.match.exact else "gần giống"
            return f"Kho chưa có {said}; lời này {how} {place}. Hãy kiểm tra lại nguồn dẫn."
        case _:
            return _altered(judgement, place, said)


def _altered(judgement: Judgement, place: str, said: str) -> str:
    wrong = f" Chỗ này cũng không phải ở {said} như bản thảo nêu." if judgement.misplaced else ""
    if denial := judgement.omitted or judgement.cut_off:
        return f"Lời trích bỏ mất từ «{denial}» của nguyên văn {place}, dễ hiểu ngược nghĩa.{wrong}"
    return f"Khác nguyên văn {place}; hãy sửa theo phần đối chiếu.{wrong}"


def _said(attribution: Attribution | None) -> str:
    return " và ".join(f"«{one.text}»" for one in attribution.named) if attribution else ""


def remarks(judgement: Judgement, attribution: Attribution | None) -> Iterator[str]:
    """What a writer should know beside the verdict."""
    found = judgement.found
    if found is None:
        return
    if judgement.by_another:
        yield f"Câu này nêu nhiều văn bản; lời trích ở {citation_of(found).short_document}."
    elif attribution and attribution.stated and any(one.status is Status.AMBIGUOUS for one in attribution.named):
        yield f"Lời dẫn chưa rõ là văn bản nào; lời trích ở {Citation(found.entry.ref).document}."
    if changed := capitals_changed(judgement.quote, found.source.words, found.match):
        yield "Khác chữ hoa, chữ thường so với nguyên văn: " + ", ".join(f"«{a}» ({b})" for a, b in changed) + "."
    if changed := stops_changed(judgement.quote, found.source.words, found.match):
        yield "Khác dấu câu so với nguyên văn: " + ", ".join(f"«{a}» ({b})" for a, b in changed) + "."
    if going_on := goes_on_with(found.source.words, found.match):
        yield f"Ngay sau lời trích, nguyên văn còn: «{going_on}»; hãy xem việc dừng ở đây có làm đổi nghĩa không."
    if judgement.verdict in (Verdict.ALTERED, Verdict.MISATTRIBUTED, Verdict.UNKNOWN_DOCUMENT) and found.ended:
        yield f"Văn bản có lời này {found.entry.ref.validity}."
    yield from (_amended(judgement, one) for one in judgement.amended)
    if len(found.pieces) > 1:
        last = Citation(found.entry.ref, found.pieces[-1].path).place
        yield f"Lời trích kéo dài đến {last}."


def _amended(judgement: Judgement, one: Amended) -> str:
    """What a later document changes: of the quoted place if it says so, else of the document."""
    by = replace(one.by.ref, issuer=None, title=None if one.by.ref.number else one.by.ref.title)
    day = one.by.effective_on
    since = f", có hiệu lực từ {written_date(day)}" if day else ""
    if changes := judgement.changes(one):
        said = " và ".join(
            dict.fromkeys(
                f"{_capital(unit_of(change))} được {change.action} tại {_at(one, change)}" for change in changes
            )
        )
        return f"{said} {Citation(by).document}{since}; hãy dẫn theo văn bản ấy."
    units = ", ".join(dict.fromkeys(map(unit_of, one.changes[:_MOST_UNITS])))
    more = " …" if len(one.changes) > _MOST_UNITS else ""
    named = f" ({units}{more})" if units else ""
    return (
        f"Văn bản này được sửa đổi, bổ sung một phần{named} bởi {Citation(by).document}{since}; "
        "hãy kiểm tra đoạn này còn nguyên hiệu lực không."
    )


def unit_of(change: Change) -> str:
    """A changed unit as it is cited."""
    return ", ".join(place_parts(change.path))


def _at(one: Amended, change: Change) -> str:
    place = one.place_of(change)
    return f"{', '.join(place_parts(place.path))} của"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def mention_verdict(resolved: Resolved) -> MentionVerdict:
    """What a mention of a document comes to."""
    match resolved.status:
        case Status.AMBIGUOUS:
            return MentionVerdict.AMBIGUOUS
        case Status.NOT_IN_CORPUS:
            return MentionVerdict.NOT_IN_CORPUS
        case Status.NO_SUCH_UNIT:
            return MentionVerdict.NO_SUCH_UNIT
        case Status.DATE_DIFFERS:
            return MentionVerdict.DATE_DIFFERS
        case _:
            return MentionVerdict.REPLACED if resolved.has_ended else MentionVerdict.RESOLVED

"""Words as readers see them: names of documents, what is in force, marks in a text. Most are filters of templates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

from markupsafe import Markup, escape

from corpus.citation import written_date
from corpus.types import UNKNOWN_VALIDITY
from corpus.validity import VALIDITIES, validity_class
from search_api.schemas import CopyOut, DocumentOut, PassageOut

Spans = Sequence[tuple[int, int]]
"""Ranges ``[start, end)`` of a text, in characters."""

_IN_FORCE = VALIDITIES[0]
# What stands between two marks that are read as one: blanks of a phrase, a sign within "3.2.1" or "57-NQ/TW".
_BINDS = re.compile(r"\s*|[./-]")
_DOUBT = Markup('<span class="doubt" title="Nhận dạng chưa chắc, xin so với bản gốc">{}</span>')
_MARK = Markup("<mark>{}</mark>")
_MENTION = re.compile(r"\[([0-9]{1,6})\]")
_MENTIONED = Markup('<a class="mention" href="#trich-dan-{}">[{}]</a>')
_FORMATS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/msword": "Word",
    "application/rtf": "RTF",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "text/html": "trang web",
    "text/markdown": "Markdown",
    "text/plain": "văn bản thuần",
}


def short_name(document: DocumentOut) -> str:
    """The name a document goes by: ``Nghị quyết 57-NQ/TW``; without number and title its file tells it from others."""
    return f"{document.kind or 'Văn bản'} {document.number or document.title or f'(tệp {document.file_name})'}"


def in_force(document: DocumentOut) -> bool:
    """Whether the corpus knows that a document is in force."""
    return validity_class(document.validity) == _IN_FORCE


def in_doubt(document: DocumentOut) -> bool:
    """Whether a reader must be warned before quoting: the document is no longer, or not wholly, in force."""
    return validity_class(document.validity) not in (_IN_FORCE, UNKNOWN_VALIDITY)


def validity_badge(document: DocumentOut) -> str:
    """In force or not, in so many words: ``Hết hiệu lực``."""
    words = validity_class(document.validity)
    return words[:1].upper() + words[1:]


def validity_detail(document: DocumentOut) -> str:
    """What the corpus knows beyond that: `` do Quy chế số 01-QC/ĐU … thay thế``."""
    return document.validity[len(validity_class(document.validity)) :]


def file_name(copy: CopyOut) -> str:
    """``nghi-quyet.pdf (PDF, 12 trang)``."""
    pages = f", {copy.pages} trang" if copy.pages else ""
    return f"{copy.name} ({format_name(copy.media_type)}{pages})"


def format_name(media_type: str) -> str:
    """What people call a kind of file: ``Word``."""
    return _FORMATS.get(media_type, media_type)


def written_time(moment: datetime) -> str:
    """A moment by the clock of this machine: ``9 giờ 05, ngày 01/7/2026``."""
    here = moment.astimezone()
    return f"{here.hour} giờ {here.minute:02d}, ngày {written_date(here)}"


def clock_time(moment: datetime) -> str:
    """The hour of a moment by the clock of this machine: ``9 giờ 05``; with the day where that is not today."""
    here, now = moment.astimezone(), datetime.now().astimezone()
    return f"{here.hour} giờ {here.minute:02d}" if here.date() == now.date() else written_time(moment)


def day_in_words(day: date) -> str:
    """A day as it stands at the head of Party papers, small numbers with a zero: ``ngày 03 tháng 02 năm 2026``."""
    month = f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def with_mentions(text: str, labels: Collection[int]) -> Markup:
    """A text of a pack in which ``[3]`` leads to its passage 3; where there is none, it stays as it was typed.

    Args:
        text: What the pack's user typed.
        labels: Of the pack's passages.
    """
    parts = _MENTION.split(text)
    return Markup("").join(
        _MENTIONED.format(int(part), part)
        if index % 2 and int(part) in labels
        else escape(f"[{part}]" if index % 2 else part)
        for index, part in enumerate(parts)
    )


def quotation(passage: PassageOut) -> str:
    """The words with their source, ready to paste."""
    return f"“{passage.text.strip()}” ({passage.citation.full})"


def marked(text: str, hits: Spans = (), doubts: Spans = (), start: int = 0, end: int | None = None) -> Markup:
    """A text, or a stretch of it, for the page.

    Args:
        text: The whole text.
        hits: What was looked for, marked; with nothing but blanks between them, or a sign that stands close, two
            become one, so that a phrase or a number is marked as one.
        doubts: What recognition was not sure of, underlined, so that nobody quotes it unseen.
        start: First character of the stretch.
        end: The character behind its last one; ``None`` for the end of the text.
    """
    end = len(text) if end is None else end
    return Markup("").join(
        _MARK.format(_doubtful(text, doubts, first, last)) if hit else _doubtful(text, doubts, first, last)
        for first, last, hit in _cut(start, end, _joined(text, hits))
    )


def _doubtful(text: str, doubts: Spans, start: int, end: int) -> Markup:
    return Markup("").join(
        _DOUBT.format(text[first:last]) if doubt else escape(text[first:last])
        for first, last, doubt in _cut(start, end, sorted(doubts))
    )


def _cut(start: int, end: int, spans: Spans) -> Iterator[tuple[int, int, bool]]:
    """A stretch cut at spans that are in order: what lies in one of them, and what lies between."""
    at = start
    for first, last in spans:
        first, last = max(first, at), min(last, end)  # noqa: PLW2901 - as far as they lie in the stretch
        if first >= last:
            continue
        if first > at:
            yield at, first, False
        yield first, last, True
        at = last
    if at < end:
        yield at, end, False


def _joined(text: str, spans: Spans) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and _BINDS.fullmatch(text[joined[-1][1] : first]):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def beside(before: str, after: str) -> str:
    """The blank between two pieces of a sentence that were cut apart; none where one stands, or a sign stands close."""
    return " " if re.search(r"[\w.,;:!?\]]$", before) and re.match(r"[\w\[]", after) else ""

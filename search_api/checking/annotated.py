"""The report as comments in a Word file: the writer's own, or one made of the text where the draft is no Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml.etree import _Element

from corpus.drafts import Draft
from corpus.text import CONTROLS, NO_CHARACTERS
from corpus.types import Span
from search_api.checking.schemas import CheckedOut, MentionOut, MentionVerdict, ReportOut
from search_api.checking.titles import MENTION_TITLES, TITLES
from search_api.checking.word_text import WordText, cut_runs
from search_api.downloads import disposition
from search_api.exports.formats import FORMATS

MEDIA_TYPE = FORMATS["docx"].media_type
_AUTHOR, _INITIALS = "Tra Cứu", "TC"
# A carriage return would come back as another line end.
_UNUSABLE = re.compile(rf"[{CONTROLS}\r{NO_CHARACTERS}]")


class _Comment(NamedTuple):
    """A comment on a stretch of the draft."""

    span: Span
    text: str


def annotated(draft: Draft, report: ReportOut) -> bytes:
    """A Word file of a draft with a comment on every quotation and on every document that needs a look.

    The words and the look of a Word file stay as they are. A comment on a footnote stands at its mark, and one whose
    place the file does not tell at the beginning; none is left out.

    Args:
        draft: The draft.
        report: What was found of it.
    """
    document = docx.Document(BytesIO(draft.word_file)) if draft.word_file else _written_out(draft)
    comments = sorted(_comments(report))
    text = WordText(document, draft.text[: draft.body_end] if draft.word_file else draft.text)
    placed = [
        (comment, text.find(_in_body(draft, comment.span, own=draft.word_file is not None))) for comment in comments
    ]
    cut = cut_runs([spot for _, spots in placed if spots for spot in spots])
    for comment, spots in placed:
        first, last = (cut[spots[0]][1], cut[spots[1]][0]) if spots else (None, None)
        _put(document, comment.text, first, last)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _put(document: WordDocument, text: str, first: _Element | None, last: _Element | None) -> None:
    if first is None or last is None:
        first = last = _first_run(document)
    runs = [Run(run, document) for run in (first, last)]
    document.add_comment(runs, text=_UNUSABLE.sub(" ", text), author=_AUTHOR, initials=_INITIALS)


def _first_run(document: WordDocument) -> _Element:
    found = next(document.element.body.iter(qn("w:r")), None)
    return found if found is not None else document.add_paragraph().add_run(" ")._r


def _in_body(draft: Draft, span: Span, *, own: bool) -> Span:
    """Of a place in a note the letter before its mark: a note holds no comments."""
    if not own or span.start < draft.body_end:
        return span
    note = next((note for note in draft.notes if note.span.start <= span.start < note.span.end), None)
    at = note.anchor if note is not None and note.anchor else 1
    return Span(at - 1, at)


def _written_out(draft: Draft) -> WordDocument:
    """The text of a draft as a Word file, a paragraph a line."""
    document = docx.Document()
    for line in _UNUSABLE.sub(" ", draft.text).split("\n"):
        document.add_paragraph(line)
    return document


def _comments(report: ReportOut) -> Iterator[_Comment]:
    for one in report.quotes:
        yield _Comment(Span(one.start, one.end), "\n".join(_of_quote(one)))
    for mention in report.mentions:
        if mention.verdict is not MentionVerdict.RESOLVED:
            yield _Comment(Span(mention.start, mention.end), _of_mention(mention))


def _of_quote(checked: CheckedOut) -> Iterator[str]:
    yield f"{TITLES[checked.verdict].upper()}. {checked.told}"
    if checked.found is not None:
        yield f"Nguyên văn: “{checked.found.text}”"
        yield f"Cách dẫn: {checked.found.citation.full}"
        if checked.found.replaced_by is not None:
            yield f"Văn bản thay thế: {checked.found.replaced_by.citation}"
    yield from checked.remarks


def _of_mention(mention: MentionOut) -> str:
    return f"{MENTION_TITLES[mention.verdict].upper()}. {mention.told}"


def attachment(draft: Draft) -> dict[str, str]:
    """Headers of the Word file: to be saved under the name of the draft, and kept nowhere on its way."""
    name = f"{draft.name.rpartition('.')[0] or draft.name}-da-soat.docx"
    return {"Content-Disposition": disposition(name), "Cache-Control": "no-store"}

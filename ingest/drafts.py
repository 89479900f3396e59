"""Drafts that somebody wants checked: read as documents are, under the same gates, and kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from corpus.drafts import LARGEST_DRAFT, Draft, DraftNote
from corpus.errors import Refusal
from corpus.secrecy import Clearance
from corpus.types import Note, Span
from ingest.layout import notes_of
from ingest.read import read_data
from ingest.read.limits import Limits
from ingest.read.macros import has_macros
from ingest.read.refusals import macros
from ingest.read.rules import Rules
from ingest.read.word import MEDIA_TYPE as WORD
from ingest.reading import Reading
from ingest.structure import structure

# A report has some tens of pages; what unpacks to more than that is no draft.
_LIMITS = Limits(bytes=LARGEST_DRAFT, pages=200, unpacked_bytes=128 * 1024 * 1024)
# Four times what can be checked in letters of two bytes: more of it is read for a minute, to be refused.
_LARGEST_TEXT = 4 * 1024 * 1024
_TEXTS = (".txt", ".md", ".html", ".htm")
_LONGEST_NAME = 120


def read_draft(name: str, data: bytes, clearance: Clearance = Clearance.PUBLIC) -> Draft:
    """Read a draft; nothing of it is kept.

    Args:
        name: What its writer calls the file; only what stands behind the last slash counts.
        data: Its bytes.
        clearance: How restricted it may be.

    Raises:
        Refusal: It is not read; the message names the file and the next step.
    """
    shown = plain_name(name)
    if has_macros(data):
        raise _about_drafts(macros(shown))
    try:
        reading = read_data(shown, data, Rules(_limits(shown), clearance))
    except Refusal as refusal:
        raise _about_drafts(refusal) from refusal
    return _draft(shown, data, reading)


def _limits(name: str) -> Limits:
    return replace(_LIMITS, bytes=_LARGEST_TEXT) if name.lower().endswith(_TEXTS) else _LIMITS


def _draft(name: str, data: bytes, reading: Reading) -> Draft:
    laid_out = structure(reading)
    body = laid_out.text
    text, notes = _with_notes(body, notes_of(reading, laid_out.line_starts))
    # Of a file in an old encoding the letters in the file are not those of the text.
    own_words = reading.media_type == WORD and not reading.encodings
    return Draft(
        name=name,
        text=text,
        body_end=len(body),
        notes=notes,
        page_starts=laid_out.page_starts,
        recognised=any(line.words for line in reading.lines),
        word_file=data if own_words else None,
    )


def _with_notes(body: str, notes: tuple[Note, ...]) -> tuple[str, tuple[DraftNote, ...]]:
    parts, placed, at = [body], [], len(body)
    for note in notes:
        placed.append(DraftNote(note.anchor, Span(at + 1, at + 1 + len(note.text))))
        parts.append(note.text)
        at += 1 + len(note.text)
    return "\n".join(parts), tuple(placed)


def plain_name(name: str) -> str:
    """The name of a file without folders and without what cannot be printed."""
    printable = "".join(letter for letter in name if letter.isprintable())
    shown = PurePath(printable.replace("\\", "/")).name
    suffix = PurePath(shown).suffix[:10]
    return shown if len(shown) <= _LONGEST_NAME else shown[: _LONGEST_NAME - len(suffix)] + suffix


def _about_drafts(refusal: Refusal) -> Refusal:
    """The same refusal for somebody who takes nothing into the corpus."""
    return Refusal(refusal.reason, refusal.message, refusal.next_step.replace("nạp lại", "soát lại"))

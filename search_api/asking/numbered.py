"""The documents of a corpus that bear a number, and whether a text names one."""

from __future__ import annotations

import re

from corpus.numbers import NumberMention, find_numbers, number_in_name, number_key
from corpus.runtime.document_rows import Entry
from corpus.runtime.library import Library
from corpus.text import fold, match_form
from corpus.types import Document, Filters
from search_api.asking.named_document import WantedDocument

ATTACHED = "văn bản kèm theo"
"""The unit of what is issued with a decision; its label is the kind."""
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def numbered(library: Library, wanted: WantedDocument, filters: Filters) -> list[Entry]:
    """The documents a number means: of its kind, issuing body and year, as far as they were given; newest first."""
    found = [entry for entry in library.catalogue.numbered(wanted.serial, filters) if _bears(wanted, entry)]
    # A body in full tells 94-KH/TW from 94-KH/BTGDVTW; in part ("NQ57-TW") it is a hint.
    found = [entry for entry in found if wanted.body == _body(entry)] or found
    # The year may be one the question asks about ("nghị quyết 57 năm 2030 phải đạt gì").
    return [entry for entry in found if wanted.year is not None and wanted.year == _year(entry)] or found


def of_another_kind(library: Library, wanted: WantedDocument, filters: Filters) -> list[Entry]:
    """The documents that bear a number under another kind than the one asked for."""
    return [
        entry
        for entry in library.catalogue.numbered(wanted.serial, filters)
        if any(_is_numbered(wanted, mention) for mention in find_numbers(_number(entry)))
    ]


def issues(document: Document, kind: str) -> bool:
    """Whether a document issues one of a kind with itself: a decision that says so, or has it attached."""
    form = match_form(kind)
    title = match_form(document.ref.title or "").removeprefix("về ")
    return title.startswith((form, f"ban hành {form}", f"việc ban hành {form}")) or any(
        step.unit == ATTACHED and match_form(step.label) == form
        for section in document.sections
        for step in section.path
    )


def mentions_of(text: str, wanted: WantedDocument) -> tuple[NumberMention, ...]:
    """Where a text names a document by the number asked for."""
    return tuple(one for one in find_numbers(text) if _is_numbered(wanted, one) and _is_of_kind(wanted, one))


def is_of(wanted: WantedDocument, entry: Entry) -> bool:
    """Whether a document is certainly the one meant: its body is the very same, and its year is not another."""
    return _bears(wanted, entry) and _body(entry) == wanted.body and _year(entry) in (wanted.year, None)


def _year(entry: Entry) -> int | None:
    """The year of a document's number or of its issue."""
    in_number = _YEAR.search(_number(entry))
    if in_number:
        return int(in_number[1])
    return entry.ref.issued_on.year if entry.ref.issued_on else None


def _bears(wanted: WantedDocument, entry: Entry) -> bool:
    mention = next(iter(find_numbers(_number(entry))), None)
    return mention is not None and _is_numbered(wanted, mention) and _is_of_kind(wanted, mention)


def _is_of_kind(wanted: WantedDocument, mention: NumberMention) -> bool:
    return not wanted.codes or fold(mention.code) in wanted.codes


def _is_numbered(wanted: WantedDocument, mention: NumberMention) -> bool:
    serial = re.split("[-/]", mention.number)[0].lower()
    return serial.lstrip("0") == wanted.serial.lstrip("0") and wanted.body in number_key(mention.body)


def _number(entry: Entry) -> str:
    return entry.ref.number or number_in_name(entry.name) or ""


def _body(entry: Entry) -> str:
    return number_key(find_numbers(_number(entry))[0].body)

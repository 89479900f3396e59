"""What a question asks for: the words to look for, and the document and units it names, if it names any.

Numbers are recognised however they are typed (``57-NQ/TW``, ``57/NQ-TW``, ``NQ 57``, ``nghi quyet so 57``),
units in any order (``khoản 2 mục III``, ``muc 3 khoan 2``). Typed marks are kept: they count in matching.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.errors import BadQuery
from corpus.text import clean, fold, has_marks, one_line
from corpus.types import Filters, Span, Value
from search_api.asking.named_document import (
    WantedDated,
    WantedDocument,
    WantedTitle,
    dated_document,
    named_document,
    titled_document,
)
from search_api.asking.named_unit import named_units
from search_api.asking.popular import WantedByName, popular_document
from search_api.asking.question import Question, question
from search_api.asking.slips import Reading, read
from search_api.asking.spelling import KnownWords
from search_api.asking.unit_labels import WantedUnit

LONGEST_QUERY = 1000
"""Characters; a pasted paragraph fits, a pasted document does not."""


Wanted = WantedDocument | WantedByName | WantedDated | WantedTitle
"""What a question may name a document by."""


@dataclass(frozen=True, slots=True)
class Query(Value):
    """A question, understood.

    Attributes:
        raw: As it was asked.
        reading: How it is read: NFC, blanks evened out, slips put right.
        named: The words that name units, as they stand in the text that was read.
        topic: The text without the words that name a document or a unit; empty if nothing else is asked.
        document: The document it names.
        units: The units it names, in the order asked; those of one kind are alternatives ("điều 5 và điều 6").
        filters: Conditions the user set beside the words.
    """

    raw: str
    reading: Reading
    topic: str
    document: Wanted | None
    units: tuple[WantedUnit, ...]
    named: tuple[Span, ...]
    filters: Filters

    @property
    def text(self) -> str:
        """The question as it is read."""
        return self.reading.text

    @property
    def lists_units(self) -> bool:
        """Whether it names several units of a kind: they are wanted in their order."""
        kinds = [unit.unit for unit in self.units]
        return len(set(kinds)) < len(kinds)


def understand(raw: str, filters: Filters, known: KnownWords | None = None) -> Query:
    """Read a question.

    Args:
        raw: As it was asked.
        filters: Conditions the user set beside the words.
        known: The words of the corpus, against which slips are told.

    Raises:
        BadQuery: It is empty, too long, or has no letter or digit.
    """
    text = one_line(clean(raw))
    if len(text) > LONGEST_QUERY:
        raise BadQuery(f"Câu hỏi dài {len(text)} ký tự, quá mức {LONGEST_QUERY}.", "Hãy rút gọn còn một hai câu chính.")
    if not any(c.isalnum() for c in text):
        raise BadQuery("Câu hỏi chưa có chữ nào.", "Hãy nhập vài từ cần tìm, ví dụ: chuyển đổi số ở chi bộ.")
    # Numbers and words of an address are certain: "điều chín" is no slip of "điều chỉnh".
    asked = question(text)
    names = _names(asked)
    reading = read(text, known, names.spans)
    if reading.text != text:
        asked = question(reading.text)
        names = _names(asked)
    return Query(
        raw,
        reading,
        _topic(asked, names.spans),
        names.document,
        tuple(dict.fromkeys(unit for unit, _ in names.units)),
        tuple(span for _, span in names.units),
        filters,
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """What a question names, and the words that name the document."""

    document: Wanted | None
    place: Span | None
    units: list[tuple[WantedUnit, Span]]

    @property
    def spans(self) -> list[Span]:
        """All words that name something."""
        return [span for _, span in self.units] + ([self.place] if self.place else [])


def _names(asked: Question) -> _Names:
    named = _named(asked)
    title = None if named else titled_document(asked, [])
    units = named_units(asked, named[1] if named else None, title[1] if title else None)
    if named is None and units:
        named = titled_document(asked, [span for _, span in units])
    return _Names(named[0] if named else None, named[1] if named else None, units)


def _named(asked: Question) -> tuple[Wanted, Span] | None:
    """The document a question names by number, by a popular name, which may look like one ("khoán 10"), or by day."""
    numbered, popular = named_document(asked), popular_document(asked)
    if numbered and popular and not numbered[1].overlaps(popular[1]):
        return numbered
    return popular or numbered or dated_document(asked)


# What joins a name to the rest of the question and means nothing without it.
_JOINTS = "của|trong|tại|theo|ở|và|đến"
_JOINT_BEFORE = re.compile(rf"(?:(?<!\w)(?<!kèm )(?:{_JOINTS})\s+|[\s,;:(\-])+$")
_JOINT_BEFORE_FOLDED = re.compile(rf"(?:(?<!\w)(?<!kem )(?:{fold(_JOINTS)})\s+|[\s,;:(\-])+$")
_JOINT_AFTER = re.compile(r"[\s,;:.?!)\-]+")


def _topic(asked: Question, spans: list[Span]) -> str:
    kept: list[str] = []
    at = 0
    joint, form = (_JOINT_BEFORE, asked.written) if has_marks(asked.written) else (_JOINT_BEFORE_FOLDED, asked.folded)
    for span in sorted(set(spans)):
        before = joint.search(form, at, span.start)
        kept.append(asked.text[at : before.start() if before else span.start])
        after = _JOINT_AFTER.match(asked.folded, span.end)
        at = after.end() if after else span.end
    topic = one_line(" ".join((*kept, asked.text[at:])))
    return topic if any(c.isalnum() for c in topic) else ""

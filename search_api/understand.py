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
from search_api.named_document import WantedDocument, WantedTitle, named_document, titled_document
from search_api.named_unit import WantedUnit, named_units
from search_api.question import Question, question

LONGEST_QUERY = 1000
"""Characters; a pasted paragraph fits, a pasted document does not."""


@dataclass(frozen=True, slots=True)
class Query(Value):
    """A question, understood.

    Attributes:
        raw: As it was asked.
        text: NFC, blanks evened out.
        topic: The text without the words that name a document or a unit; empty if nothing else is asked.
        document: The document it names.
        units: The units it names, in the order asked; one of each kind, with every label that was named.
        filters: Conditions the user set beside the words.
    """

    raw: str
    text: str
    topic: str
    document: WantedDocument | WantedTitle | None
    units: tuple[WantedUnit, ...]
    filters: Filters


def understand(raw: str, filters: Filters) -> Query:
    """Read a question.

    Raises:
        BadQuery: It is empty, too long, or has no letter or digit.
    """
    text = one_line(clean(raw))
    if len(text) > LONGEST_QUERY:
        raise BadQuery(f"Câu hỏi dài {len(text)} ký tự, quá mức {LONGEST_QUERY}.", "Hãy rút gọn còn một hai câu chính.")
    if not any(c.isalnum() for c in text):
        raise BadQuery("Câu hỏi chưa có chữ nào.", "Hãy nhập vài từ cần tìm, ví dụ: chuyển đổi số ở chi bộ.")
    asked = question(text)
    document: tuple[WantedDocument | WantedTitle, Span] | None = named_document(asked)
    units = named_units(asked, document[1] if document else None)
    if document is None and units:
        document = titled_document(asked, [span for _, span in units])
    spans = [span for _, span in units] + ([document[1]] if document else [])
    named = document[0] if document else None
    return Query(raw, text, _topic(asked, spans), named, _by_kind([unit for unit, _ in units]), filters)


def _by_kind(units: list[WantedUnit]) -> tuple[WantedUnit, ...]:
    """Units of one kind as alternatives: "điều 5 và điều 6" asks for either."""
    labels: dict[str, tuple[str, ...]] = {}
    for unit in units:
        labels[unit.unit] = (*labels.get(unit.unit, ()), *unit.labels)
    return tuple(WantedUnit(name, tuple(dict.fromkeys(every))) for name, every in labels.items())


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

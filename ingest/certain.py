"""What a scan states unsurely is not taken for known: a wrong digit in a number or a date would be cited.

Handwritten and stamped figures are where recognition errs most, and they stand in the number and the date. Such a
field stays empty; where it is printed is kept, so that a person is told to look there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.text import one_line
from corpus.types import Reference, Span
from ingest.recognise import Letterhead

_YEAR = re.compile(r"\d{4}")


def without_doubtful(letterhead: Letterhead, text: str, doubts: Sequence[Span]) -> Letterhead:
    """A letterhead without the numbers and dates that are unsure.

    A relation to an unsure number is to what is printed there, as to a document that is named without a number:
    it is shown, and no other document is taken for replaced by it.

    Args:
        letterhead: What was recognised.
        text: The text it was recognised in.
        doubts: Places of the text a reader cannot be sure of (``corpus.doubts``).
    """
    unsure = {field for field, span in letterhead.stated if _touches(span, doubts)}
    relations = tuple(
        _by_name(relation, text) if relation.number and _touches(relation.span, doubts) else relation
        for relation in letterhead.relations
    )
    return replace(
        letterhead,
        number=None if "number" in unsure else letterhead.number,
        issued_on=None if "issued_on" in unsure else letterhead.issued_on,
        effective_on=None if _effect_is_unsure(letterhead, text, unsure) else letterhead.effective_on,
        relations=relations,
    )


def _effect_is_unsure(letterhead: Letterhead, text: str, unsure: set[str]) -> bool:
    """Whether the day of effect is unsure itself, or counted from a date that is."""
    said = next((text[slice(*span)] for field, span in letterhead.stated if field == "effective_on"), "")
    return "effective_on" in unsure or ("issued_on" in unsure and not _YEAR.search(said))


def _by_name(relation: Reference, text: str) -> Reference:
    return replace(relation, number=None, name=one_line(text[slice(*relation.span)]))


def _touches(span: Span, doubts: Sequence[Span]) -> bool:
    return any(span.overlaps(doubt) for doubt in doubts)

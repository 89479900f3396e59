"""Drafts whose quotations are labelled, and what a check makes of them.

In a labelled draft ``⟦verdict⟧`` or ``⟦verdict:kind⟧`` stands behind each quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.drafts import Draft, pasted_draft
from search_api.checking.schemas import ReportOut

FOLDER = Path(__file__).parent / "drafts"
SECOND = "second"
_LABEL = re.compile(r"⟦([a-z_]+)(?::([a-z_]+))?⟧")
SKIPPED, MISSED = "skipped", "missed"


@dataclass(frozen=True, slots=True)
class Label:
    """What ought to be found of a quotation.

    Attributes:
        end: Offset in the draft right behind it, its closing mark included.
        verdict: A ``Verdict``, or ``skipped``.
        kind: How it was made, or the draft it stands in.
    """

    end: int
    verdict: str
    kind: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A draft and its labels, in order."""

    draft: Draft
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A label, and what was found: a ``Verdict``, ``skipped``, or ``missed`` where no quotation was seen."""

    label: Label
    found: str
    text: str


def hand_written() -> list[Labelled]:
    """The drafts written by hand, as people write them."""
    return [labelled(path.read_text(encoding="utf-8"), path.stem) for path in sorted(FOLDER.glob("*.txt"))]


def second_annotator() -> list[Labelled]:
    """The drafts of a second annotator, who wrote and labelled them before reading the code that judges them."""
    return [labelled(path.read_text(encoding="utf-8"), SECOND) for path in sorted((FOLDER / SECOND).glob("*.txt"))]


def labelled(text: str, kind: str) -> Labelled:
    """A draft from a text with labels.

    Args:
        text: The text.
        kind: What its labels are counted under that do not say it.
    """
    parts, labels, at, length = [], [], 0, 0
    for match in _LABEL.finditer(text):
        parts.append(text[at : match.start()])
        length += match.start() - at
        labels.append(Label(length, match[1], match[2] or kind))
        at = match.end()
    return Labelled(pasted_draft(kind, "".join((*parts, text[at:]))), tuple(labels))


def outcomes(drafts: Sequence[Labelled], check: Callable[[Draft], ReportOut]) -> Iterator[Outcome]:
    """What a check makes of each labelled quotation."""
    for one in drafts:
        report = check(one.draft)
        found = [(quote.end, quote.verdict.value, quote.quote) for quote in report.quotes]
        found += [(skipped.end, SKIPPED, skipped.text) for skipped in report.skipped]
        for label in one.labels:
            # The closing mark, a full stop and blanks may stand between a quotation and its label.
            at = next((item for item in found if label.end - 3 <= item[0] <= label.end), None)
            text = at[2] if at else one.draft.text[max(0, label.end - 80) : label.end]
            yield Outcome(label, at[1] if at else MISSED, text)

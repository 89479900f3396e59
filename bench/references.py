"""How well mentions of documents are found in real texts: ``python -m bench.references SHARED``.

The labels (``bench/queries/references.json``) were written by reading, before anything was run on these texts; what
they hold of them are places, numbers and names. A mention is right if it overlaps the labelled one, names the same
document and the same units. Files fall into two halves by their sha256: the grammar was worked on with the first, the
second shows what it does on texts it was not fitted to.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.text import match_form
from corpus.types import Span
from ingest.document import read_document
from ingest.read.rules import Rules
from search_api.references.mention import Mention, Naming
from search_api.references.mentions import find_mentions

LABELS = Path(__file__).parent / "queries" / "references.json"
_SELF = "này"
_IGNORED = "-"

Units = frozenset[tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Label:
    """A mention as it was labelled: its place in the text as read, the document's number or name, the units."""

    span: Span
    name: str
    units: Units


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text in which every mention is labelled."""

    span: Span
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A file, as the labels know it.

    Attributes:
        name: Its place under the folder of real texts.
        sha256: Of the file.
        read_sha256: Of the text that was read from it; offsets count in that text.
        passages: What was labelled of it.
    """

    name: str
    sha256: str
    read_sha256: str
    passages: tuple[Passage, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether the grammar was not worked on with it."""
        return int(self.sha256[0], 16) % 2 == 1


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of the labels of some files.

    Attributes:
        right: Labels found as they are.
        labels: How many there are.
        found: How many mentions were found where labels are.
        wrong: What differs, a line each, for whoever works on the grammar.
    """

    right: int
    labels: int
    found: int
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of the mentions found that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the labels that are found right."""
        return self.right / self.labels if self.labels else 0.0


def labelled_files(path: Path = LABELS) -> tuple[LabelledFile, ...]:
    """The labels."""
    return tuple(
        LabelledFile(
            record["file"],
            record["sha256"],
            record["read_sha256"],
            tuple(
                Passage(
                    Span(passage["start"], passage["end"]),
                    tuple(
                        Label(Span(one["start"], one["end"]), one["name"], _units(one["units"]))
                        for one in passage["mentions"]
                    ),
                )
                for passage in record["passages"]
            ),
        )
        for record in json.loads(path.read_text(encoding="utf-8"))
    )


def score(files: Sequence[LabelledFile], real: Path) -> Score:
    """Look for mentions in files and compare them with their labels.

    Args:
        files: Labelled files.
        real: The folder of real texts.

    Raises:
        ValueError: A file is another one, or is read otherwise, than when it was labelled.
    """
    right = labels = found = 0
    wrong: list[str] = []
    for file in files:
        mentions = find_mentions(text := _text(file, real))
        for passage in file.passages:
            ignored = [label.span for label in passage.labels if label.name == _IGNORED]
            wanted = [label for label in passage.labels if label.name != _IGNORED]
            places = [label.span for label in wanted]
            # What only reaches into a passage is none of it, but for a label that the edge of the passage cuts off.
            here = [one for one in mentions if _is_in(one.span, passage.span) or _any(one.span, places)]
            here = [one for one in here if not _any(one.span, ignored)]
            pairs = list(_pairs(wanted, here))
            right, labels, found = right + len(pairs), labels + len(wanted), found + len(here)
            wrong += _differences(file.name, text, wanted, here, pairs)
    return Score(right, labels, found, tuple(wrong))


def _text(file: LabelledFile, real: Path) -> str:
    path = real / file.name
    if hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256:
        raise ValueError(f"{file.name} is not the file that was labelled")
    text = read_document(path, Rules()).text
    if hashlib.sha256(text.encode()).hexdigest() != file.read_sha256:
        raise ValueError(f"{file.name} is read otherwise than when it was labelled: its offsets have to be moved")
    return text


def _units(paths: Sequence[Sequence[Sequence[str]]]) -> Units:
    return frozenset(tuple((unit, label) for unit, label in path) for path in paths)


def _is_in(span: Span, around: Span) -> bool:
    return around.start <= span.start and span.end <= around.end


def _any(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _pairs(labels: Sequence[Label], mentions: Sequence[Mention]) -> Iterator[tuple[Label, Mention]]:
    """Labels with the mentions that are theirs, each once."""
    left = list(mentions)
    for label in labels:
        fitting = next((one for one in left if one.span.overlaps(label.span) and _agrees(label, one)), None)
        if fitting is not None:
            left.remove(fitting)
            yield label, fitting


def _agrees(label: Label, mention: Mention) -> bool:
    units = frozenset(tuple((step.unit, step.label) for step in path) for path in mention.units)
    return match_form(label.name) in _names(mention) and label.units == units


def _names(mention: Mention) -> tuple[str, ...]:
    if mention.naming is Naming.SELF:
        return (_SELF,)
    if mention.naming is Naming.NUMBER:
        return (match_form(mention.number or ""),)
    return (match_form(mention.title or ""), match_form(f"{mention.kind or ''} {mention.title or ''}".strip()))


def _differences(
    name: str,
    text: str,
    labels: Sequence[Label],
    mentions: Sequence[Mention],
    pairs: Sequence[tuple[Label, Mention]],
) -> Iterator[str]:
    seen = [label for label, _ in pairs]
    used = [mention for _, mention in pairs]
    for label in labels:
        if label not in seen:
            yield f"- {name}: {text[slice(*label.span)]!r} {label.name} {sorted(label.units)}"
    for mention in mentions:
        if mention not in used:
            yield f"+ {name}: {text[slice(*mention.span)]!r} {_names(mention)} {mention.units}"


def main() -> None:
    """Print precision and recall of each half."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--wrong", action="store_true", help="what differs in the half the grammar is worked on with")
    given = parser.parse_args()
    files = labelled_files()
    for title, held_out in (("worked on", False), ("held out", True)):
        half = [file for file in files if file.is_held_out == held_out]
        told = score(half, given.shared / "real")
        print(f"{title:10} {len(half)} files, {told.labels} mentions", end=": ")
        print(
            f"precision {told.precision:.3f}, recall {told.recall:.3f} ({told.right} of {told.found} found are right)"
        )
        if given.wrong and not held_out:
            print("\n".join(told.wrong))


if __name__ == "__main__":
    main()

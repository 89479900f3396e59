"""How well targets and deadlines are found: precision and recall on labelled documents.

::

    python -m bench.targets [SHARED]

The labels (``bench/queries/targets.jsonl``) were set by reading, before anything was run. Each gives the figure, or
the time where there is no figure, as a range of its passage with a digest of its characters; so nothing of the real
documents is in the repository. Sample documents are always measured, the real ones with the folder ``SHARED``. Rules
were tuned on the part ``tune`` alone. Labels that are ``optional`` are places where two readers may differ (a figure
in a condition, "hằng năm" as an attribute): found or not they count neither way.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.pieces import pieces
from corpus.text import match_form
from corpus.types import Document, Span
from ingest.document import read_document
from ingest.read.rules import Rules
from search_api.targets.finding import find_targets
from search_api.targets.values import Target

_LABELS = Path(__file__).parent / "queries" / "targets.jsonl"
_SAMPLES = Path(__file__).parents[1] / "corpus" / "documents"


@dataclass(frozen=True, slots=True)
class Label:
    """A target as a reader marked it; spans lie in the document's text."""

    file: str
    part: str
    address: str
    span: Span
    kind: str
    deadline: str | None
    body: Span | None
    optional: bool


@dataclass(slots=True)
class Counts:
    """What was found of the labels of a part.

    Attributes:
        found: Labels that were found.
        missed: Labels that were not.
        extra: Finds without a label.
        right: How many found ones have the labelled kind, deadline, body, or none where the label says so.
        lines: What differs, in words.
    """

    found: int = 0
    missed: int = 0
    extra: int = 0
    right: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1."""
        return {
            "labels": self.found + self.missed,
            "precision": round(self.found / max(1, self.found + self.extra), 3),
            "recall": round(self.found / max(1, self.found + self.missed), 3),
            **{name: round(self.right[name] / max(1, self.found), 3) for name in ("kind", "deadline", "body")},
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--errors", action="store_true", help="tell what differs in the part tuned on")
    given = parser.parse_args()
    counts = measure(given.shared)
    print(json.dumps({name: one.figures() for name, one in sorted(counts.items())}, indent=1))
    if given.errors:
        print("\n".join(line for name, one in counts.items() if name.startswith("tune") for line in one.lines))


def measure(shared: Path | None) -> Mapping[str, Counts]:
    """Part and kind of source → what was found.

    Args:
        shared: The folder with the real documents; without it the samples alone are measured.
    """
    counts: dict[str, Counts] = defaultdict(Counts)
    for file, rows in _rows().items():
        path = _SAMPLES / file
        is_real = not path.is_file()
        if is_real and shared is None:
            continue
        document = read_document(shared / "real" / "party" / file if is_real and shared else path, Rules())
        labels = [_label(document, row) for row in rows]
        into = counts[f"{labels[0].part} {'real' if is_real else 'samples'}"]
        _compare(document, labels, _in_units_read(find_targets(document), labels, is_real), into)
    return counts


def _in_units_read(found: Sequence[Target], labels: Sequence[Label], is_real: bool) -> list[Target]:
    """What is to be judged: of the long real documents only the units that were read for labels."""
    if not is_real:
        return list(found)
    read = {label.address.split("/")[0] for label in labels}
    return [target for target in found if target.address.split("/")[0] in read]


def _rows() -> Mapping[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in _LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["file"]].append(row)
    return rows


def _label(document: Document, row: dict[str, Any]) -> Label:
    start = next(piece.span.start for piece in pieces(document) if piece.address == row["address"])
    span = Span(start + row["start"], start + row["end"])
    if hashlib.sha256(document.text[slice(*span)].encode()).hexdigest()[:12] != row["sha"]:
        raise ValueError(f"{row['file']}: the text at {row['address']} is not what was labelled")
    body = Span(*row["body"]) if row["body"] else None
    return Label(
        row["file"], row["part"], row["address"], span, row["kind"], row["deadline"], body, bool(row["optional"])
    )


def _compare(document: Document, labels: Sequence[Label], found: Iterable[Target], counts: Counts) -> None:
    open_labels = list(labels)
    for target in found:
        label = next((one for one in open_labels if anchor(target).overlaps(one.span)), None)
        if label is None:
            if not any(anchor(target).overlaps(one.span) for one in labels):
                counts.extra += 1
                counts.lines.append(
                    f"extra  {document.ref.number} {target.address}: {_words(document, anchor(target))}"
                )
            continue
        open_labels.remove(label)
        if not label.optional:
            counts.found += 1
            counts.right.update(_agreeing(document, target, label))
            counts.lines.extend(_told(document, target, label))
    for label in open_labels:
        if not label.optional:
            counts.missed += 1
            counts.lines.append(f"missed {document.ref.number} {label.address}: {_words(document, label.span)}")


def anchor(target: Target) -> Span:
    """What a label marks: the figure, or the time where there is none."""
    if target.amount is not None:
        return target.amount.span
    return target.deadline.span if target.deadline else target.sentence


def _agreeing(document: Document, target: Target, label: Label) -> Iterator[str]:
    if target.kind.value == label.kind:
        yield "kind"
    if (target.deadline.key if target.deadline else None) == label.deadline:
        yield "deadline"
    ours, theirs = (match_form(_words(document, span)) if span else "" for span in (target.body, label.body))
    if bool(ours) == bool(theirs) and (ours in theirs or theirs in ours):
        yield "body"


def _told(document: Document, target: Target, label: Label) -> Iterator[str]:
    missing = {"kind", "deadline", "body"} - set(_agreeing(document, target, label))
    if missing:
        body = _words(document, target.body) if target.body else None
        deadline = target.deadline.key if target.deadline else None
        yield (
            f"unlike {document.ref.number} {label.address}: {_words(document, label.span)}: {sorted(missing)}; "
            f"found {target.kind}, {deadline}, {body}; labelled {label.kind}, {label.deadline}, "
            f"{_words(document, label.body) if label.body else None}"
        )


def _words(document: Document, span: Span) -> str:
    return document.text[slice(*span)].replace("\n", " ")


if __name__ == "__main__":
    main()

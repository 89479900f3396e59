"""Labelled queries, the judging of hits, and the figures computed from it.

A label names a file, where possible the path of the answering unit, and an *anchor*: a few words of the
answer that stand once in that file. A hit is right when it comes from that file and either its path is
the labelled one or its text holds the anchor. Chunks without a path are judged by the anchor alone.

Ranks count from 1. Queries without an answer have no figures; ``LabelledQuery.answerable`` tells them.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

from corpus.text import match_form, one_line

UnitPath = tuple[tuple[str, str], ...]
Ranks = tuple[int | None, ...]
"""For each labelled answer of a query the rank of the first hit that holds it, ``None`` if none does."""
Grades = tuple[float, ...]
"""What each of them is worth, above 0; empty where all are worth the same."""

KINDS = (
    "paraphrase",
    "keyword",
    "question",
    "nomarks",
    "abbreviation",
    "address",
    "number",
    "figure",
    "typo",
    "unanswerable",
)

# An attached document is one unit whatever name a parser gives it.
_UNNAMED = "văn bản kèm theo"


@dataclass(frozen=True, slots=True)
class Answer:
    """One place that answers a query.

    Attributes:
        document: Number, or the file's stem where the document has none; for people to read.
        file: File name, what hits are compared by.
        path: Labels from the outermost unit inwards; ``None`` where the file makes them ambiguous.
        anchor: At most eight words of the answer.
    """

    document: str
    file: str
    path: UnitPath | None
    anchor: str


@dataclass(frozen=True, slots=True)
class LabelledQuery:
    """A query and every place that answers it."""

    id: str
    query: str
    kind: str
    relevant: tuple[Answer, ...]

    @property
    def answerable(self) -> bool:
        """Whether anything in the corpus answers it."""
        return bool(self.relevant)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search returned at one rank; ``path`` is ``None`` for chunks that are no units."""

    file: str
    text: str
    path: UnitPath | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over queries, each between 0 and 1."""

    queries: int
    success_at_1: float
    success_at_5: float
    success_at_10: float
    mrr_at_10: float
    ndcg_at_10: float
    recall_at_10: float
    recall_at_100: float


def load_queries(path: Path) -> tuple[LabelledQuery, ...]:
    """Read a ``.jsonl`` of labelled queries.

    Raises:
        ValueError: a line is no labelled query; the message names file and line.
    """
    queries: list[LabelledQuery] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            queries.append(_query(json.loads(line)))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path.name}:{number}: {error!r}") from error
    return tuple(queries)


def _query(row: dict[str, Any]) -> LabelledQuery:
    if row["kind"] not in KINDS:
        raise ValueError(f"unknown kind {row['kind']!r}")
    relevant = tuple(_answer(item) for item in row["relevant"])
    return LabelledQuery(row["id"], row["query"], row["kind"], relevant)


def _answer(item: dict[str, Any]) -> Answer:
    path = item["path"]
    steps = None if path is None else tuple((unit, label) for unit, label in path)
    return Answer(item["document"], item["file"], steps, item["anchor"])


def compared(text: str) -> str:
    """The form in which texts are compared: NFC, old tone placement, lower case, single spaces."""
    return one_line(match_form(unicodedata.normalize("NFC", text)))


def _compared_path(path: UnitPath) -> UnitPath:
    steps = ((compared(unit), compared(label).strip(" .()-")) for unit, label in path)
    return tuple((unit, "" if unit == _UNNAMED else label) for unit, label in steps)


def is_right(hit: Hit, answer: Answer) -> bool:
    """Whether a hit shows this answer."""
    if hit.file != answer.file:
        return False
    if hit.path and answer.path and _compared_path(hit.path) == _compared_path(answer.path):
        return True
    return compared(answer.anchor) in compared(hit.text)


def found_at(hits: Sequence[Hit], relevant: Sequence[Answer]) -> Ranks:
    """Where each answer was first found among the hits, best hit first."""
    return tuple(next((rank for rank, hit in enumerate(hits, 1) if is_right(hit, answer)), None) for answer in relevant)


def success_at(ranks: Ranks, k: int) -> float:
    """1 if any answer is among the first ``k`` hits, else 0."""
    return float(_best(ranks) <= k)


def reciprocal_rank_at(ranks: Ranks, k: int) -> float:
    """1 / rank of the first right hit, 0 if it is not among the first ``k``."""
    best = _best(ranks)
    return 1 / best if best <= k else 0.0


def ndcg_at(ranks: Ranks, k: int, grades: Grades = ()) -> float:
    """Discounted gain of the answers found among the first ``k`` hits, against the best answers first.

    Each answer counts once, at the rank where it is first found, by its grade (as ``trec_eval`` does it); a hit that
    holds several is credited for each, and the quotient is held at 1, so that long chunks are not marked down for
    their length.
    """
    _require(ranks)
    worths = grades or (1.0,) * len(ranks)
    gain = sum(worth * _discount(rank) for rank, worth in zip(ranks, worths, strict=True) if rank and rank <= k)
    best_first = sorted(worths, reverse=True)[:k]
    ideal = sum(worth * _discount(rank) for rank, worth in enumerate(best_first, 1))
    return min(1.0, gain / ideal)


def recall_at(ranks: Ranks, k: int) -> float:
    """Share of the answers that are among the first ``k`` hits."""
    _require(ranks)
    return sum(1 for rank in ranks if rank and rank <= k) / len(ranks)


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)


def _best(ranks: Ranks) -> float:
    _require(ranks)
    return min((rank for rank in ranks if rank is not None), default=math.inf)


def _require(ranks: Ranks) -> None:
    if not ranks:
        raise ValueError("a query without an answer has no rank; leave unanswerable queries out")


def figures(judged: Iterable[Ranks], grades: Iterable[Grades] = repeat(())) -> Figures:
    """Means over the answerable queries of a set; ``grades`` has one entry a query.

    Raises:
        ValueError: there is no query.
    """
    rows = list(judged)
    return Figures(
        queries=len(rows),
        success_at_1=mean([success_at(row, 1) for row in rows]),
        success_at_5=mean([success_at(row, 5) for row in rows]),
        success_at_10=mean([success_at(row, 10) for row in rows]),
        mrr_at_10=mean([reciprocal_rank_at(row, 10) for row in rows]),
        ndcg_at_10=mean([ndcg_at(row, 10, worths) for row, worths in zip(rows, grades, strict=False)]),
        recall_at_10=mean([recall_at(row, 10) for row in rows]),
        recall_at_100=mean([recall_at(row, 100) for row in rows]),
    )


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    return math.fsum(values) / len(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie, interpolated between neighbours.

    Raises:
        ValueError: there are no values, or the share is outside 0 to 1.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError("percentile wants values and a share between 0 and 1")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)

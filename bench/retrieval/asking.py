"""Questions asked of a service, and the figures of their answers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.metrics import Figures, Ranks, figures, percentile
from bench.retrieval.beir import Question
from corpus.errors import BadQuery
from corpus.types import Filters, Passage
from search_api.service import Service

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a question.

    Attributes:
        passages: Up to a hundred, best first; those folded into a hit follow it.
        ms: Milliseconds of a search that shows ten hits.
        answered: Whether the service holds the question answered; ``None`` where it does not say.
    """

    passages: tuple[Passage, ...]
    ms: float
    answered: bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's answers against its labels.

    Attributes:
        id: Of the question.
        kind: Of the question; empty where the set tells none.
        ranks: Where each right answer was found; empty for a question that has none.
        grades: What each right answer is worth; empty where all are worth the same.
        ms: As ``Answered``.
        answered: As ``Answered``.
    """

    id: str
    kind: str
    ranks: Ranks
    grades: tuple[float, ...]
    ms: float
    answered: bool | None = None

    @property
    def best(self) -> int | None:
        """Rank of the first right answer."""
        return min((rank for rank in self.ranks if rank is not None), default=None)


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one kind of questions; milliseconds of one search, half and 95 % of them faster."""

    kind: str
    figures: Figures
    p50_ms: float
    p95_ms: float


def ask(service: Service, text: str) -> Answered:
    """Ask a question twice: as a user does, for the time, and for all that was found."""
    try:
        began = time.perf_counter()
        shown = service.search(text, Filters(), 1, _SHOWN)
        ms = (time.perf_counter() - began) * 1000
        hits = service.find(text, Filters()).hits
    except BadQuery:
        return Answered((), (time.perf_counter() - began) * 1000, None)
    listed = [one for hit in hits for one in (hit.listed, *hit.also)]
    texts = service.library.texts(listed)
    return Answered(tuple(texts[one.id] for one in listed), ms, shown.answered)


def judge(question: Question, found: Sequence[str], ms: float) -> Judged:
    """A question of a set against the ids that were found, best first."""
    places = {name: rank for rank, name in reversed(list(enumerate(found, 1)))}
    ranks = tuple(places.get(name) for name in question.grades)
    return Judged(question.id, question.kind, ranks, tuple(question.grades.values()), ms)


def row(kind: str, judged: Sequence[Judged]) -> Row:
    """Figures of questions that have an answer."""
    times = [one.ms for one in judged]
    means = figures([one.ranks for one in judged], [one.grades for one in judged])
    return Row(kind, means, percentile(times, 0.5), percentile(times, 0.95))


def rows(judged: Sequence[Judged]) -> list[Row]:
    """All questions that have an answer, then each kind, if there are several."""
    answerable = [one for one in judged if one.ranks]
    kinds = sorted({one.kind for one in answerable})
    each = [row(kind, [one for one in answerable if one.kind == kind]) for kind in kinds] if len(kinds) > 1 else []
    return [row("all", answerable), *each]


def recognised(judged: Sequence[Judged]) -> tuple[float, float] | None:
    """Share of the unanswerable questions held to be so, and share of the answerable ones held to be so, too.

    ``None`` where there is no question without an answer, or the service does not say.
    """
    without, with_answer = ([one.answered for one in judged if bool(one.ranks) is has] for has in (False, True))
    if not without or set(without) == {None}:
        return None
    return without.count(False) / len(without), with_answer.count(False) / len(with_answer)

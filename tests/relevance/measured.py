"""A folder of documents taken in with the real model, and the labelled questions asked of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.metrics import Figures, LabelledQuery, Ranks, figures, found_at
from bench.retrieval.party import hits_of
from corpus.types import Filters
from search_api.service import Service

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "bench" / "queries"


def ranks(service: Service, query: LabelledQuery, write: Callable[[str], str] = str) -> Ranks:
    """Where the answers of a question are among the first ten hits."""
    found = service.find(write(query.query), Filters()).hits[:10]
    return found_at(
        hits_of(service, list(service.library.texts([hit.listed for hit in found]).values())), query.relevant
    )


def measured(
    service: Service, queries: Sequence[LabelledQuery], write: Callable[[str], str] = str
) -> dict[str, Figures]:
    """Figures of the answerable questions, overall (``all``) and by kind; ``write`` retypes each question."""
    judged: defaultdict[str, list[Ranks]] = defaultdict(list)
    for query in queries:
        if query.answerable:
            found = ranks(service, query, write)
            judged["all"].append(found)
            judged[query.kind].append(found)
    return {kind: figures(found) for kind, found in judged.items()}

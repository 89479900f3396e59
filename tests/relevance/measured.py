"""A folder of documents taken in with the real model, and the labelled questions asked of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bench.metrics import Figures, LabelledQuery, Ranks, figures, found_at
from bench.retrieval.party import Silent, hits_of
from corpus.errors import ModelError
from corpus.runtime.encoder import Encoder
from corpus.runtime.opening import open_encoder, open_library
from corpus.runtime.settings import Settings
from corpus.types import Filters
from ingest.run import Ingestor
from search_api.service import Service

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "bench" / "queries"


@contextmanager
def searched(documents: Path, data: Path) -> Iterator[Service]:
    """A corpus made of a folder; skips the test where the model was not made yet."""
    settings = replace(Settings.from_environment(), data=data)
    encoder = real_encoder(settings)
    data.mkdir(parents=True)
    with open_library(settings, encoder) as library:
        report = Ingestor(library, library.catalogue, encoder, settings).ingest([documents], Silent())
        assert not report.refused
        yield Service(library, encoder)


def real_encoder(settings: Settings) -> Encoder:
    try:
        return open_encoder(settings)
    except ModelError as missing:
        pytest.skip(f"no model: {missing}")


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

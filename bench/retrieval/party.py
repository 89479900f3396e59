"""The labelled questions asked of the real Party documents, alone or among articles of state law."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.metrics import Hit, LabelledQuery, found_at, load_queries
from bench.retrieval.asking import Judged, ask
from bench.retrieval.beir import Text
from bench.retrieval.corpora import digest_of, opened, put_texts
from corpus.pieces import pieces
from corpus.runtime.encoder import Encoder
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.text import fold
from corpus.types import Filters, Passage
from ingest.run import Ingestor
from search_api.service import Service

QUERIES = Path(__file__).resolve().parents[1] / "queries" / "party.jsonl"
HELD_OUT = QUERIES.with_name("party-held-out.jsonl")
"""Questions on which nothing is chosen or fitted."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Progress nobody watches."""

    def begins(self, path: Path) -> None:
        """Say nothing."""

    def recognises(self, done: int, total: int) -> None:
        """Say nothing."""

    def ends(self, path: Path, pages: int) -> None:
        """Say nothing."""


@contextmanager
def party_service(documents: Path, articles: Sequence[Text], data: Path, encoder: Encoder) -> Iterator[Service]:
    """The documents of a folder read as a user's are, the articles as one passage each, in a corpus in ``data``."""

    def fill(library: Library, settings: Settings) -> None:
        Ingestor(library, library.catalogue, encoder, settings).ingest([documents], Silent())
        put_texts(library, encoder, articles)

    files = (hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(documents.iterdir()))
    with opened(data, encoder, "\n".join((*files, digest_of(articles))), fill) as service:
        yield service


def judged_party(service: Service) -> list[Judged]:
    """Every labelled question as it is written."""
    return _judged(service, labelled(), str)


def judged_held_out(service: Service) -> list[Judged]:
    """Every question that nothing was chosen or fitted on, as it is written."""
    return _judged(service, load_queries(HELD_OUT), str)


def judged_without_marks(service: Service) -> list[Judged]:
    """Every labelled question that has an answer, typed without marks."""
    return _judged(service, [query for query in labelled() if query.answerable], fold)


def labelled() -> tuple[LabelledQuery, ...]:
    """The labelled questions."""
    return load_queries(QUERIES)


def passages_of(service: Service) -> Iterator[Passage]:
    """Every passage of a corpus."""
    catalogue = service.library.catalogue
    documents, _ = catalogue.totals()
    for entry in catalogue.entries(Filters(), 0, documents)[1]:
        body = catalogue.body(entry.ref.id)
        if body is not None:
            yield from service.library.passages(entry.ref.id, [piece.address for piece in pieces(body)])


def hits_of(service: Service, passages: Iterable[Passage]) -> list[Hit]:
    """Passages as labels are compared with them."""
    catalogue = service.library.catalogue
    found = list(passages)
    entries = catalogue.those({one.ref.id for one in found})
    files = {entry.ref.id: entry.name for entry in entries}
    return [Hit(files[one.ref.id], one.text, tuple((step.unit, step.label) for step in one.path)) for one in found]


def _judged(service: Service, queries: Sequence[LabelledQuery], write: Callable[[str], str]) -> list[Judged]:
    ask(service, queries[0].query)  # the first search opens what later ones find open
    judged = []
    for query in queries:
        found = ask(service, write(query.query))
        ranks = found_at(hits_of(service, found.passages), query.relevant)
        judged.append(Judged(query.id, query.kind, ranks, (), found.ms, found.answered))
    return judged

"""A BEIR folder taken into a corpus of its own and asked through the service."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.retrieval.asking import Judged, ask, judge
from bench.retrieval.beir import Set
from bench.retrieval.corpora import digest_of, opened, passage_name, put_texts
from corpus.runtime.encoder import Encoder
from search_api.service import Service


def key_of(folder: Path) -> str:
    """What a folder's corpus and runs are kept under: its name, and what tells it from its namesakes."""
    return f"{folder.resolve().name}-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:8]}"


@contextmanager
def service_over(given: Set, data: Path, encoder: Encoder) -> Iterator[Service]:
    """A set's passages in a corpus that lies in ``data``."""
    with opened(
        data, encoder, digest_of(given.texts), lambda library, _: put_texts(library, encoder, given.texts)
    ) as service:
        yield service


def search_in(given: Set, service: Service) -> Callable[[str], tuple[list[str], float]]:
    """Asks the service over a set's passages; gives their ids, best first, and milliseconds."""
    names = {passage_name(place): text.id for place, text in enumerate(given.texts)}

    def search(question: str) -> tuple[list[str], float]:
        found = ask(service, question)
        return [names[passage.id] for passage in found.passages], found.ms

    return search


def judged_of(given: Set, service: Service) -> list[Judged]:
    """Every question of a set asked of the service over its passages."""
    search = search_in(given, service)
    search(given.questions[0].text)  # the first search opens what later ones find open
    return [judge(question, *search(question.text)) for question in given.questions]

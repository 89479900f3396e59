"""A BEIR folder taken into a corpus of its own and asked through the service."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.retrieval.asking import Judged, ask, ask_all
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


def judged_of(given: Set, service: Service) -> list[Judged]:
    """Every question of a set asked of the service over its passages."""
    names = {passage_name(place): text.id for place, text in enumerate(given.texts)}

    def search(question: str) -> tuple[list[str], float]:
        found = ask(service, question)
        return [names[passage.id] for passage in found.passages], found.ms

    search(given.questions[0].text)  # the first search opens what later ones find open
    return ask_all(given.questions, search)

"""This project beside what a user could pick instead: the same passages, the same machine, one run, one table.

::

    python -m bench.retrieval.others SHARED [--distractors] [--only NAME] [--every N] [--txtai PYTHON]

Milliseconds are those of one search in the process, the encoding of the question included. ``--every 5`` asks every
fifth question (an odd number, so that ALQAC's halves are drawn from alike): Haystack's in-memory store takes long.
``--txtai`` names a Python that has txtai, which this project has not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.metrics import LabelledQuery, found_at
from bench.retrieval.asking import Judged, Row, ask, judge, row
from bench.retrieval.beir import Text
from bench.retrieval.corpora import WORK
from bench.retrieval.folder import search_in, service_over
from bench.retrieval.party import hits_of, labelled, party_service, passages_of
from bench.retrieval.public import articles
from bench.retrieval.sets import ARTICLES, NAMES, public_set
from bench.retrieval.systems import (
    Search,
    bm25,
    full_text,
    fused,
    haystack_hybrid,
    model_alone,
    syllables_and_pairs,
)
from bench.retrieval.tables import table
from bench.retrieval.vectors import kept_encoder
from corpus.errors import TraCuuError
from corpus.runtime.encoder import Encoder, Vectors
from corpus.terms import syllables
from ingest.pipeline import embedded_text
from search_api.service import Service

_TXTAI = Path(__file__).with_name("txtai_side.py")

Found = tuple[Sequence[str], float]
"""Ids of passages, best first, and milliseconds."""


@dataclass(frozen=True, slots=True)
class Task:
    """Passages, and questions over them.

    Attributes:
        name: Of the set.
        texts: Id → passage as the model reads it, its titles first.
        questions: Each with what judges its answers.
        ours: This project's search.
    """

    name: str
    texts: Mapping[str, str]
    questions: Sequence[tuple[str, Callable[[Sequence[str], float], Judged]]]
    ours: Callable[[str], Found]


def main(arguments: Sequence[str], work: Path = WORK) -> int:
    """Run it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.retrieval.others")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--distractors", action="store_true", help="among 40,817 articles of state law")
    parser.add_argument("--only", choices=NAMES, help="one set")
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    parser.add_argument("--txtai", type=Path, help="a Python that has txtai")
    given = parser.parse_args(arguments)
    try:
        encoder = kept_encoder(work)
        others = articles(given.shared / ARTICLES) if given.distractors else ()
        for name in [given.only] if given.only else NAMES:
            with _task(name, given.shared, others, work, encoder) as task:
                _tell(task, encoder, given.every, given.txtai)
    except TraCuuError as error:
        print(f"{error.title}: {error}", file=sys.stderr)
        return error.exit_code
    return 0


@contextmanager
def _task(name: str, shared: Path, others: Sequence[Text], work: Path, encoder: Encoder) -> Iterator[Task]:
    if name == "party":
        kept_as = "party-among-articles" if others else "party"
        with party_service(shared / "real/party", others, work / "corpora" / kept_as, encoder) as service:
            yield _party_task(kept_as, service)
        return
    made = public_set(name, shared, others)
    with service_over(made, work / "corpora" / made.name, encoder) as service:
        texts = {one.id: f"{one.title}\n{one.text}" if one.title else one.text for one in made.texts}
        questions = [(one.text, partial(judge, one)) for one in made.questions]
        yield Task(made.name, texts, questions, search_in(made, service))


def _party_task(name: str, service: Service) -> Task:
    passages = {passage.id: passage for passage in passages_of(service)}

    def judged(query: LabelledQuery, found: Sequence[str], ms: float) -> Judged:
        ranks = found_at(hits_of(service, [passages[name] for name in found]), query.relevant)
        return Judged(query.id, query.kind, ranks, (), ms)

    def ours(question: str) -> Found:
        found = ask(service, question)
        return [passage.id for passage in found.passages], found.ms

    texts = {passage.id: embedded_text(passage) for passage in passages.values()}
    return Task(name, texts, [(one.query, partial(judged, one)) for one in labelled() if one.answerable], ours)


def _tell(task: Task, encoder: Encoder, every: int, txtai: Path | None) -> None:
    questions = task.questions[::every]
    told: list[Row] = []
    for name, search in _searches(task, encoder, [text for text, _ in questions], txtai):
        search(questions[0][0])  # the first search opens what later ones find open
        told.append(row(name, [judged(*search(text)) for text, judged in questions]))
        print(f"{name} …", file=sys.stderr)
    print(f"\n## {task.name}: {len(task.texts):,} passages\n\n{table('system', told)}")


def _searches(
    task: Task, encoder: Encoder, questions: Sequence[str], txtai: Path | None
) -> Iterator[tuple[str, Callable[[str], Found]]]:
    yield "Tra Cứu", task.ours
    names, texts = list(task.texts), list(task.texts.values())
    vectors = encoder.encode_passages(texts)
    pairs, model = bm25(texts, syllables_and_pairs), model_alone(vectors, encoder)
    made: dict[str, Callable[[], Search]] = {
        "BM25 (bm25s), syllables": lambda: bm25(texts, syllables),
        "BM25 (bm25s), syllables and pairs": lambda: pairs,
        "SQLite FTS5, diacritics removed": lambda: full_text(texts),
        "the model alone": lambda: model,
        "both by reciprocal rank (k = 60)": lambda: fused([pairs, model]),
        "Haystack's hybrid, in memory": lambda: haystack_hybrid(texts, vectors, encoder),
    }
    for name, make in made.items():
        yield name, _timed(make(), names)
    if txtai:
        yield "txtai's hybrid", _of_txtai(txtai, names, texts, vectors, questions, encoder)


def _timed(search: Search, names: Sequence[str]) -> Callable[[str], Found]:
    def timed(question: str) -> Found:
        began = time.perf_counter()
        places = search(question)
        ms = (time.perf_counter() - began) * 1000
        return [names[place] for place in places], ms

    return timed


def _of_txtai(
    python: Path,
    names: Sequence[str],
    texts: Sequence[str],
    vectors: Vectors,
    questions: Sequence[str],
    encoder: Encoder,
) -> Callable[[str], Found]:
    """All questions at once, in a process of its own; what our encoder takes for a question is added to its time."""
    began = time.perf_counter()
    asked = [encoder.encode_query(question).tolist() for question in questions]
    encoding = (time.perf_counter() - began) * 1000 / len(questions)
    given = {"texts": texts, "vectors": vectors.tolist(), "questions": questions, "asked": asked}
    ran = subprocess.run([python, _TXTAI], input=json.dumps(given), stdout=subprocess.PIPE, check=True, text=True)
    found = dict(zip(questions, json.loads(ran.stdout), strict=True))
    return lambda question: ([names[place] for place in found[question][0]], found[question][1] + encoding)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

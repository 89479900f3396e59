"""The sample documents answer the questions labelled for them, with the model that is installed."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator

import pytest
from measured import QUERIES, ROOT, measured
from real_model import searched
from rich.console import Console

import tracuu
from bench.metrics import Figures, load_queries
from corpus.runtime.settings import Settings
from corpus.text import fold
from corpus.types import Filters
from search_api.answering import OwnAnswers
from search_api.commands import search as search_command
from search_api.service import Service

LABELLED = load_queries(QUERIES / "samples.jsonl")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with searched(ROOT / "corpus" / "documents", tmp_path_factory.mktemp("samples") / "data") as made:
        yield made


@pytest.fixture(scope="module")
def figures(service: Service) -> dict[str, Figures]:
    return measured(service, LABELLED)


# The questions were written to be hard: measured 0.667 and 0.810 over 21, one question is 0.048.
def test_enough_questions_are_answered_first_and_among_five(figures: dict[str, Figures]) -> None:
    assert figures["all"].success_at_1 >= 0.61
    assert figures["all"].success_at_5 >= 0.76


def test_every_question_that_names_a_place_is_answered_first(figures: dict[str, Figures]) -> None:
    assert figures["address"].success_at_1 == 1.0
    assert figures["number"].success_at_1 == 1.0


def test_questions_typed_without_marks_lose_little(service: Service, figures: dict[str, Figures]) -> None:
    plain = measured(service, LABELLED, fold)["all"]
    # Measured 0.095: two questions of 21.
    assert figures["all"].success_at_5 - plain.success_at_5 <= 0.15
    assert plain.success_at_5 >= 0.66


def test_the_same_question_gives_the_same_bytes(service: Service) -> None:
    def hits(question: str) -> list[str]:
        return [hit.model_dump_json() for hit in service.search(question, Filters(), 1, 100).hits]

    for query in LABELLED:
        assert hits(query.query) == hits(query.query)


def test_every_quote_stands_in_its_document_word_for_word(service: Service) -> None:
    for query in LABELLED:
        for hit in service.search(query.query, Filters(), 1, 10).hits:
            body = service.library.catalogue.body(hit.document.id)
            assert body is not None
            assert hit.passage.text in body.text


def test_the_readme_shows_what_the_samples_answer(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```console\n\$ \.venv/bin/tracuu (search .*?)^```", readme, re.MULTILINE | re.DOTALL)
    command, _, answer = shown.partition("\n")
    given = tracuu._parser().parse_args(shlex.split(command))

    monkeypatch.setattr(search_command, "open_answers", lambda *_: OwnAnswers(service))
    printed = io.StringIO()
    console = Console(file=printed, soft_wrap=True)
    search_command.search(
        Settings.from_environment(), given.query, given.limit, given.sort, console, as_json=given.json
    )
    assert printed.getvalue().strip().splitlines() == answer.strip().splitlines()

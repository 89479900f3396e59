"""What tests in several folders share; the made-up values themselves are in ``doubles`` and ``small_corpus``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles import ENCODER, SPEC, settings_in
from small_corpus import fill

from corpus.drafts import pasted_draft
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from search_api.service import Service
from search_api.study import Study, open_study


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation of its own in an empty folder."""
    return settings_in(tmp_path / "data")


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    """An empty corpus, closed when the test is over."""
    opened = Library(settings, SPEC)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The corpus of ``small_corpus``, for all tests that only read."""
    settings = settings_in(tmp_path_factory.mktemp("small") / "data")
    opened = Library(settings, SPEC)
    fill(opened, settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def service(small: Library) -> Service:
    """What answers over it."""
    return Service(small, ENCODER)


@pytest.fixture(scope="session")
def study(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Packs over it in a database of their own; drafts are read as text."""
    settings = settings_in(tmp_path_factory.mktemp("study"))
    with open_study(settings, service, lambda name, data: pasted_draft(name, data.decode())) as opened:
        yield opened

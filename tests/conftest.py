"""What tests in several folders share; the made-up values themselves are in ``doubles``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles import SPEC, settings_in

from corpus.runtime.library import Library
from corpus.runtime.settings import Settings


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

"""One small corpus for all tests that only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doubles import ADDRESS, ENCODER, SPEC, settings_in
from fastapi.testclient import TestClient
from small_corpus import OWNER_KEY, fill

from corpus.runtime.library import Library
from search_api.app import create_app
from search_api.service import Service


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The corpus of ``small_corpus``."""
    settings = settings_in(tmp_path_factory.mktemp("small") / "data")
    opened = Library(settings, SPEC)
    fill(opened, settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def service(small: Library) -> Service:
    return Service(small, ENCODER)


@pytest.fixture(scope="session")
def client(service: Service) -> Iterator[TestClient]:
    """The API over it; an error inside the server is answered, not raised."""
    with TestClient(create_app(service, OWNER_KEY), base_url=ADDRESS, raise_server_exceptions=False) as made:
        yield made

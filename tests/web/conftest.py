"""The pages over the small corpus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doubles import settings_in
from starlette.testclient import TestClient

from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.service import Service
from search_api.study import Study
from web import pages


@pytest.fixture(scope="session")
def study(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Study packs in a database of their own; every visitor has a desk of their own in it."""
    settings = settings_in(tmp_path_factory.mktemp("packs") / "data")
    settings.data.mkdir()
    with PackStore(settings.packs_url) as store:
        yield Study(PackDesk(store, service), _no_drafts)


def _no_drafts(_name: str, _content: object) -> None:
    raise AssertionError("no page of these tests reads a draft")


@pytest.fixture(scope="session")
def client(service: Service, study: Study) -> TestClient:
    """The pages; an error inside the server is answered, not raised."""
    return TestClient(pages(service, study), raise_server_exceptions=False)


@pytest.fixture
def visitor(service: Service, study: Study) -> TestClient:
    """Somebody whose browser has no desk yet."""
    return TestClient(pages(service, study), raise_server_exceptions=False)

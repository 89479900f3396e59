"""The API over the small corpus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doubles import ADDRESS
from fastapi.testclient import TestClient
from small_corpus import OWNER_KEY

from search_api.app import create_app
from search_api.service import Service
from search_api.study import Study


@pytest.fixture(scope="session")
def client(service: Service, study: Study) -> Iterator[TestClient]:
    """The API; an error inside the server is answered, not raised."""
    app = create_app(service, OWNER_KEY, study=study)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as made:
        yield made

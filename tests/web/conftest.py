"""The pages over the small corpus."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from search_api.service import Service
from web import pages


@pytest.fixture(scope="session")
def client(service: Service) -> TestClient:
    """The pages; an error inside the server is answered, not raised."""
    return TestClient(pages(service), raise_server_exceptions=False)

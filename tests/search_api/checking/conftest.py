"""A checker over the sample documents."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sample_corpus import sample_service

from search_api.checking.checker import Checker
from search_api.service import Service


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with sample_service(tmp_path_factory.mktemp("samples") / "data") as service:
        yield service


@pytest.fixture(scope="session")
def checker(samples: Service) -> Checker:
    return samples.checker

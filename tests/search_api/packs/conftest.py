"""Databases for the packs: a file of SQLite, and a PostgreSQL server of Debian started for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_packs import OWNER, Clock
from throwaway_postgresql import Cluster, postgresql_cluster

from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.service import Service

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server that nobody else reaches."""
    with postgresql_cluster() as cluster:
        yield cluster


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{(tmp_path / 'packs.sqlite').as_posix()}"
    cluster: Cluster = request.getfixturevalue("postgresql")
    return cluster.empty_database()


@pytest.fixture
def clock() -> Clock:
    """A clock the test sets."""
    return Clock()


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[PackStore]:
    """Packs in a database of either kind."""
    with PackStore(url, clock) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path, service: Service, clock: Clock) -> Iterator[PackDesk]:
    """Packs over the small corpus."""
    with PackStore(f"sqlite:///{(tmp_path / 'packs.sqlite').as_posix()}", clock) as opened:
        yield PackDesk(opened, service)


@pytest.fixture
def owner() -> str:
    """Token of a desk."""
    return OWNER

"""A PostgreSQL server for tests: in a folder of its own, on a Unix socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

DEBIAN = Path("/usr/lib/postgresql")
# Of what is thrown away nothing need survive a power cut.
FAST = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@dataclass
class Cluster:
    """The server: where its socket is."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str) -> str:
        return f"postgresql://tracuu@/{database}?host={self.folder}"

    def empty_database(self) -> str:
        """A new database; its SQLAlchemy URL."""
        name = f"thu_{next(self.numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        return self.address(name).replace("postgresql:", "postgresql+psycopg:")


@contextmanager
def postgresql_cluster() -> Iterator[Cluster]:
    programs = programs_folder()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    # Not pytest's own folder: the user the server runs as could not enter it, and a socket's path is short.
    folder = Path(tempfile.mkdtemp(prefix="tracuu-pg-"))
    user = unprivileged()
    if user:
        shutil.chown(folder, user["user"], user["group"])
    try:
        initdb = [programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", "tracuu", "-E", "UTF8", "-N"]
        subprocess.run([*initdb, "--locale=C.UTF-8"], cwd=folder, check=True, capture_output=True, **user)
        server = [programs / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses=", *FAST]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(server, cwd=folder, stdout=log, stderr=log, **user)
        try:
            cluster = Cluster(folder)
            wait_for(cluster, process)
            yield cluster
        finally:
            # Without waiting for who is connected still.
            process.send_signal(signal.SIGINT)
            process.wait()
    finally:
        shutil.rmtree(folder)


def programs_folder() -> Path | None:
    """Where the newest server is; Debian keeps it off the path."""
    found = sorted(DEBIAN.glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("postgres")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def unprivileged() -> dict[str, Any]:
    """The server refuses to run as root: then it runs as the user Debian made for it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def wait_for(cluster: Cluster, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(cluster.address("postgres")).close()
        except psycopg.OperationalError:
            assert process.poll() is None, (cluster.folder / "log").read_text()
            assert time.monotonic() < deadline, "PostgreSQL did not start"
            time.sleep(0.05)
        else:
            return

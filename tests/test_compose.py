"""``docker-compose.yml`` and ``Dockerfile`` against the rules that matter: no engine here can run them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.runtime import settings
from ingest.components import COMPONENTS

ROOT = Path(__file__).resolve().parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
# Keys of the compose specification that this file may use: a misspelt one would be ignored or refused.
SERVICE_KEYS = {"image", "build", "restart", "environment", "volumes", "healthcheck", "depends_on", "ports"}
CHECK_KEYS = {"test", "interval", "timeout", "retries", "start_period"}
DURATION = re.compile(r"\d+(ms|s|m|h)")


def test_the_file_holds_services_and_volumes_and_nothing_else() -> None:
    assert set(COMPOSE) == {"services", "volumes"}
    assert set(SERVICES) == {"qdrant", "tracuu"}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_says_where_it_comes_from_and_how_it_is_checked(name: str) -> None:
    service = SERVICES[name]
    assert set(service) <= SERVICE_KEYS
    assert ("image" in service) != ("build" in service)
    check = service["healthcheck"]
    assert set(check) <= CHECK_KEYS
    assert check["test"][0] == "CMD"
    assert all(DURATION.fullmatch(check[key]) for key in ("interval", "timeout"))


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_one_named_volume(name: str) -> None:
    (volume,) = SERVICES[name]["volumes"]
    source, _, target = volume.partition(":")
    assert source in COMPOSE["volumes"]
    assert target.startswith("/")


def test_images_are_pinned() -> None:
    assert re.fullmatch(r"[\w/-]+:v\d+\.\d+\.\d+", SERVICES["qdrant"]["image"])
    client = re.search(r"qdrant-client==(\d+\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert client
    assert f":v{client[1]}." in SERVICES["qdrant"]["image"], "server and client go together"


def test_secrets_come_from_the_environment_and_must_be_given() -> None:
    for service in SERVICES.values():
        secrets = [value for key, value in service["environment"].items() if key.endswith("KEY")]
        assert secrets
        assert all(re.fullmatch(r"\$\{TRACUU_QDRANT_KEY:\?.+\}", value) for value in secrets)


def test_only_the_pages_are_published_and_only_to_this_machine() -> None:
    assert "ports" not in SERVICES["qdrant"]
    assert SERVICES["tracuu"]["ports"] == ["127.0.0.1:8000:8000"]


def test_every_variable_is_one_the_program_reads() -> None:
    known = set(re.findall(r"``(TRACUU_\w+)``", settings.__doc__ or ""))
    assert set(SERVICES["tracuu"]["environment"]) <= known
    read = settings.Settings.from_environment({k: str(v) for k, v in SERVICES["tracuu"]["environment"].items()})
    assert read.qdrant_url == "http://qdrant:6333"


def test_the_service_waits_for_a_healthy_server() -> None:
    assert SERVICES["tracuu"]["depends_on"] == {"qdrant": {"condition": "service_healthy"}}


class Answering(BaseHTTPRequestHandler):
    """Answers like Qdrant: ready or not."""

    status = 200

    def do_GET(self) -> None:
        self.send_response(self.status if self.path == "/readyz" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="máy không có bash")
@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False), (None, False)])
def test_the_health_check_of_qdrant_asks_whether_it_is_ready(status: int | None, *, healthy: bool) -> None:
    handler = type("Handler", (Answering,), {"status": status})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        port = server.server_address[1]
        if status is None:
            server.server_close()
        else:
            threading.Thread(target=server.handle_request).start()
        *_, program = SERVICES["qdrant"]["healthcheck"]["test"]
        here = program.replace("$$", "$").replace("/6333", f"/{port}")
        done = subprocess.run(["bash", "-c", here], capture_output=True, timeout=10, check=False)
    assert (done.returncode == 0) is healthy


def test_the_image_installs_as_the_makefile_does_and_runs_as_nobody_special() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (torch,) = set(re.findall(r"torch==[\d.]+", dockerfile))
    assert torch in makefile
    for copied in re.findall(r"^COPY ([\w. ]+) \./$", dockerfile, re.MULTILINE):
        assert all((ROOT / name).is_file() for name in copied.split())
    assert re.search(r"^USER (?!root)\w+$", dockerfile, re.MULTILINE)


@pytest.mark.parametrize("place", ["Dockerfile", ".ci/run"])
def test_the_image_and_the_checks_install_what_set_up_says_may_be_missing(place: str) -> None:
    installed = (ROOT / place).read_text(encoding="utf-8").split()
    wanted = [word for part in COMPONENTS if part.debian.startswith("apt-get") for word in part.debian.split()[2:]]
    assert wanted
    assert set(wanted) <= set(installed)

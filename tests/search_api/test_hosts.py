"""The server answers by its own names only: a stranger's name that leads here is refused."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from search_api.app import create_app
from search_api.hosts import HostNames
from search_api.service import Service

LOCAL = HostNames.of("127.0.0.1", ())
OFFICE = HostNames.of("10.0.0.5", ("Tracuu.Mau.vn",))
EVERYWHERE = HostNames.of("0.0.0.0", ("tracuu.mau.vn",))  # noqa: S104 - what a container listens on
EVERY_SIX = HostNames.of("::", ())


@pytest.mark.parametrize(
    ("names", "host", "admitted"),
    [
        (LOCAL, "localhost", True),
        (LOCAL, "LOCALHOST:8000", True),
        (LOCAL, "localhost.", True),
        (LOCAL, "127.0.0.1:8000", True),
        (LOCAL, "[::1]:8000", True),
        (LOCAL, "ke-la.vn", False),
        (LOCAL, "ke-la.vn:8000", False),
        (LOCAL, "10.0.0.5", False),
        (LOCAL, "localhost.ke-la.vn", False),
        (LOCAL, "127.0.0.1.ke-la.vn", False),
        (LOCAL, "ke-la.vn@localhost", False),
        (LOCAL, "localhost/ke-la.vn", False),
        (LOCAL, "", False),
        (LOCAL, "[::1", False),
        (OFFICE, "10.0.0.5:8000", True),
        (OFFICE, "tracuu.mau.vn", True),
        (OFFICE, "a.tracuu.mau.vn", False),
        (OFFICE, "10.0.0.6", False),
        (EVERYWHERE, "192.168.1.9:8000", True),
        (EVERYWHERE, "[2001:db8::1]", True),
        (EVERYWHERE, "tracuu.mau.vn", True),
        (EVERYWHERE, "0.0.0.0", True),  # noqa: S104
        (EVERYWHERE, "ke-la.vn", False),
        (EVERYWHERE, "1.2.3", False),
        (EVERY_SIX, "192.168.1.9", True),
        (EVERY_SIX, "ke-la.vn", False),
    ],
)
def test_names(names: HostNames, host: str, admitted: bool) -> None:
    assert names.admit(host) is admitted


@pytest.mark.parametrize("address", ["/", "/api/search?q=chi+bộ", "/api/documents", "/owner", "/khong-co"])
def test_a_strangers_name_is_a_problem_in_vietnamese(service: Service, address: str) -> None:
    client = TestClient(create_app(service, names=OFFICE), base_url="http://ke-la.vn")
    response = client.get(address)
    assert response.status_code == 421
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["type"] == "/loi/sai-ten-may-chu"
    assert "«ke-la.vn»" in body["detail"]
    assert "TRACUU_NAMES" in body["detail"]
    assert body.keys() == {"type", "title", "status", "detail", "instance"}


def test_the_servers_own_name_is_answered(service: Service) -> None:
    client = TestClient(create_app(service, names=OFFICE), base_url="http://tracuu.mau.vn:8000")
    assert client.get("/api/health").status_code == 200

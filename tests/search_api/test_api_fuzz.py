"""Whatever is asked, in and out of bounds: no error inside the server, and every answer is what is described."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks

from search_api.app import create_app
from search_api.hosts import HostNames
from search_api.service import Service

INSIDE, OUTSIDE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
OPERATIONS = [
    ("/api/search", INSIDE),
    ("/api/search", OUTSIDE),
    ("/api/documents", INSIDE),
    ("/api/documents", OUTSIDE),
    ("/api/documents/{document}", INSIDE),
    ("/api/documents/{document}/file", INSIDE),
    ("/api/documents/{document}/copies/{version}/file", INSIDE),
    ("/api/documents/{document}/copies/{version}/differences", INSIDE),
    ("/api/suggest", INSIDE),
    ("/api/suggest", OUTSIDE),
    ("/api/passages/{passage}", INSIDE),
    ("/api/passages/{passage}/similar", INSIDE),
    ("/api/health", INSIDE),
    ("/api/status", INSIDE),
]
# Without ``positive_data_acceptance``: a question of nothing but signs fits the description and is refused.
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@pytest.fixture(scope="module")
def described(service: Service) -> Any:
    app = create_app(service, names=HostNames.of("testserver", ()))  # as schemathesis calls it
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.mark.parametrize(("address", "mode"), OPERATIONS, ids=lambda value: getattr(value, "value", value))
def test_any_request_is_answered_as_described(described: Any, address: str, mode: GenerationMode) -> None:
    @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        data.draw(described[address]["GET"].as_strategy(generation_mode=mode)).call_and_validate(checks=CHECKS)

    ask()


def test_every_operation_is_asked(described: Any) -> None:
    assert {operation.ok().path for operation in described.get_all_operations()} == {
        address for address, _ in OPERATIONS
    }

"""Whatever is asked, in and out of bounds: no error inside the server, and every answer is what is described."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from small_corpus import NQ57

from search_api.app import create_app
from search_api.hosts import HostNames
from search_api.packs.cookie import COOKIE
from search_api.packs.desk import Visit
from search_api.packs.schemas import PackOut
from search_api.service import Service
from search_api.study import Study

INSIDE, OUTSIDE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
ASKED = [
    ("GET", "/api/search"),
    ("GET", "/api/documents"),
    ("GET", "/api/documents/{document}"),
    ("GET", "/api/documents/{document}/file"),
    ("GET", "/api/documents/{document}/copies/{version}/file"),
    ("GET", "/api/documents/{document}/copies/{version}/differences"),
    ("GET", "/api/suggest"),
    ("GET", "/api/passages/{passage}"),
    ("GET", "/api/passages/{passage}/similar"),
    ("GET", "/api/health"),
    ("GET", "/api/status"),
    ("GET", "/api/packs"),
    ("POST", "/api/packs"),
    ("GET", "/api/packs/templates"),
    ("GET", "/api/packs/{pack}"),
    ("PUT", "/api/packs/{pack}"),
    ("DELETE", "/api/packs/{pack}"),
    ("POST", "/api/packs/{pack}/undelete"),
    ("POST", "/api/packs/{pack}/passages"),
    ("POST", "/api/packs/{pack}/move"),
    ("POST", "/api/packs/{pack}/undo"),
    ("POST", "/api/packs/{pack}/redo"),
    ("GET", "/api/packs/{pack}/history"),
    ("GET", "/api/packs/{pack}/history/{number}"),
    ("POST", "/api/packs/{pack}/restore"),
    ("POST", "/api/packs/{pack}/copy"),
    ("GET", "/api/packs/{pack}/quotes"),
    ("GET", "/api/packs/{pack}/export"),
    ("GET", "/api/packs/{pack}/shares"),
    ("POST", "/api/packs/{pack}/shares"),
    ("DELETE", "/api/packs/{pack}/shares/{link}"),
    ("POST", "/api/checks"),
    ("POST", "/api/checks/file"),
    ("POST", "/api/checks/annotated"),
    ("POST", "/api/citations/resolve"),
    ("POST", "/api/citations/check"),
    ("GET", "/api/passages/{passage}/citation"),
    ("GET", "/api/targets"),
    ("GET", "/api/targets/export"),
    ("POST", "/api/packs/draft"),
    ("POST", "/api/packs/{pack}/introduction"),
]
# Where there is something to get wrong besides a name in the address.
BOUNDED = [
    ("GET", "/api/search"),
    ("GET", "/api/documents"),
    ("GET", "/api/suggest"),
    ("POST", "/api/packs"),
    ("PUT", "/api/packs/{pack}"),
    ("POST", "/api/packs/{pack}/passages"),
    ("POST", "/api/packs/{pack}/move"),
    ("POST", "/api/packs/{pack}/undo"),
    ("POST", "/api/packs/{pack}/restore"),
    ("POST", "/api/packs/{pack}/copy"),
    ("POST", "/api/packs/{pack}/shares"),
    ("GET", "/api/packs/{pack}/export"),
    ("POST", "/api/checks"),
    ("POST", "/api/citations/resolve"),
    ("POST", "/api/citations/check"),
    ("GET", "/api/passages/{passage}/citation"),
    ("GET", "/api/targets"),
    ("GET", "/api/targets/export"),
    ("POST", "/api/packs/draft"),
]
OPERATIONS = [*((*one, INSIDE) for one in ASKED), *((*one, OUTSIDE) for one in BOUNDED)]
DESK = "f" * 43
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
def described(service: Service, study: Study) -> Any:
    app = create_app(service, names=HostNames.of("testserver", ()), study=study)  # as schemathesis calls it
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.fixture
def pack(study: Study) -> PackOut:
    """A pack that is there, so that more is asked of than whether there is one."""
    return study.desk.create_from(DESK, "chuyen-de", "Thử", [f"{NQ57.ref.id}/muc-i"])


@pytest.mark.parametrize(("method", "address", "mode"), OPERATIONS, ids=lambda value: getattr(value, "value", value))
def test_any_request_is_answered_as_described(
    described: Any, study: Study, pack: PackOut, method: str, address: str, mode: Any
) -> None:
    @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        case = data.draw(described[address][method].as_strategy(generation_mode=mode))
        if "{pack}" in address and mode is INSIDE and data.draw(st.booleans()):
            lead_to(case, study, pack)
        case.call_and_validate(checks=CHECKS, cookies={COOKIE: DESK})

    ask()


def lead_to(case: Any, study: Study, pack: PackOut) -> None:
    """Have a request reach a pack in the revision it has by now, and of what it names only what is there."""
    case.path_parameters["pack"] = pack.id
    if not isinstance(case.body, dict) or was_deleted(study, pack):
        return
    if "base" in case.body:
        case.body["base"] = study.desk.read(Visit(pack.id, DESK)).revision
    content = case.body.get("content")
    if content:
        content["passages"] = [one | {"label": 1} for one in content.get("passages", [])[:1]]


def was_deleted(study: Study, pack: PackOut) -> bool:
    """Whether an earlier request deleted the pack."""
    return pack.id not in {one.id for one in study.desk.owned(DESK).packs}


def test_every_operation_is_asked(described: Any) -> None:
    every = {(operation.ok().method.upper(), operation.ok().path) for operation in described.get_all_operations()}
    assert every == set(ASKED)

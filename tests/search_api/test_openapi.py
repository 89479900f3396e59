"""The description of the API is complete, in Vietnamese, and its examples are valid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from small_corpus import NQ57

from corpus.text import has_marks
from search_api import schemas
from search_api.app import create_app
from search_api.service import Service
from search_api.study import Study

Json = dict[str, Any]


@pytest.fixture(scope="module")
def described(service: Service, study: Study) -> Json:
    return create_app(service, study=study).openapi()


def operations(described: Json) -> Iterator[tuple[str, Json]]:
    for address, methods in described["paths"].items():
        for operation in methods.values():
            yield address, operation


def fields(described: Json) -> Iterator[tuple[str, Json]]:
    for name, model in described["components"]["schemas"].items():
        for field, schema in model.get("properties", {}).items():
            yield f"{name}.{field}", schema


def without_references(schema: Any, described: Json) -> Any:
    """A schema that stands alone."""
    if isinstance(schema, list):
        return [without_references(item, described) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return without_references(described["components"]["schemas"][schema["$ref"].rpartition("/")[2]], described)
    return {key: without_references(value, described) for key, value in schema.items()}


def test_the_addresses_are_these(described: Json) -> None:
    assert set(described["paths"]) == {
        "/api/search",
        "/api/documents",
        "/api/documents/{document}",
        "/api/documents/{document}/file",
        "/api/suggest",
        "/api/citations/resolve",
        "/api/citations/check",
        "/api/passages/{passage}/citation",
        "/api/passages/{passage}",
        "/api/passages/{passage}/similar",
        "/api/documents/{document}/copies/{version}/file",
        "/api/documents/{document}/copies/{version}/differences",
        "/api/health",
        "/api/status",
        "/api/packs",
        "/api/packs/templates",
        "/api/packs/{pack}",
        "/api/packs/{pack}/undelete",
        "/api/packs/{pack}/passages",
        "/api/packs/{pack}/move",
        "/api/packs/{pack}/undo",
        "/api/packs/{pack}/redo",
        "/api/packs/{pack}/history",
        "/api/packs/{pack}/history/{number}",
        "/api/packs/{pack}/restore",
        "/api/packs/{pack}/copy",
        "/api/packs/{pack}/quotes",
        "/api/packs/{pack}/export",
        "/api/packs/{pack}/shares",
        "/api/packs/{pack}/shares/{link}",
        "/api/checks",
        "/api/checks/file",
        "/api/checks/annotated",
        "/api/packs/draft",
        "/api/packs/{pack}/introduction",
        "/api/targets",
        "/api/targets/export",
    }


def test_every_operation_says_what_it_does_and_answers(described: Json) -> None:
    for address, operation in operations(described):
        assert has_marks(operation["summary"]), address
        assert has_marks(operation["description"]), address
        assert operation["responses"]["200"]["content"], address
        if not address.endswith(("/file", "/annotated", "/export")):
            assert "$ref" in operation["responses"]["200"]["content"]["application/json"]["schema"]


def test_errors_are_described_as_the_problems_they_are(described: Json) -> None:
    for address, operation in operations(described):
        for status, response in operation["responses"].items():
            if status != "200":
                assert has_marks(response["description"]), address
                assert list(response["content"]) == ["application/problem+json"]
                schema = response["content"]["application/problem+json"]["schema"]
                model = schemas.ConflictOut if status == "409" else schemas.ProblemOut
                assert schema == model.model_json_schema()


def test_every_parameter_has_a_description_and_a_valid_example(described: Json) -> None:
    seen = 0
    for address, operation in operations(described):
        for parameter in operation.get("parameters", []):
            schema = parameter["schema"]
            assert has_marks(parameter["description"]), (address, parameter["name"])
            assert schema["examples"], (address, parameter["name"])
            for example in schema["examples"]:
                jsonschema.validate(example, schema)
            seen += 1
    assert seen > 15


def test_every_field_has_a_description_and_valid_examples(described: Json) -> None:
    seen = 0
    for name, schema in fields(described):
        assert has_marks(schema["description"]), name
        alone = without_references(schema, described)
        examples = alone.get("examples", [])
        nested = "$ref" in str(schema)
        assert examples or nested, name
        for example in examples:
            jsonschema.validate(example, alone)
        seen += 1
    assert seen > 40


def test_what_is_answered_is_what_is_described(described: Json, client: Any) -> None:
    addresses = {
        "/api/search": "/api/search?q=cây giống",
        "/api/documents": "/api/documents",
        "/api/documents/{document}": f"/api/documents/{NQ57.ref.id}",
        "/api/suggest": "/api/suggest?q=nq 57 khoan",
        "/api/passages/{passage}": f"/api/passages/{NQ57.ref.id}/muc-i",
        "/api/passages/{passage}/similar": f"/api/passages/{NQ57.ref.id}/muc-i/similar",
        "/api/health": "/api/health",
        "/api/status": "/api/status",
    }
    for address, operation in operations(described):
        if address in addresses:
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            alone = without_references(schema, described)
            jsonschema.validate(client.get(addresses[address]).json(), alone, jsonschema.Draft202012Validator)


def test_the_description_is_served(client: Any, described: Json) -> None:
    assert client.get("/api/openapi.json").json() == described
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404

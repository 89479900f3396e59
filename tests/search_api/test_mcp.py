"""The corpus as an assistant sees it, with the client of the MCP SDK: inside a process, over HTTP, over the streams."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import jsonschema
import own_loop
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent
from real_model import real_encoder
from serving import address_of, listening, served, serving
from small_corpus import NQ57

from corpus.errors import NotFound
from corpus.runtime.library import Library
from corpus.runtime.owner import OwnerClient
from corpus.runtime.settings import Settings
from search_api.answering import OwnAnswers, OwnersAnswers
from search_api.app import create_app
from search_api.mcp_server import mcp_server
from search_api.service import Service

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"tim_kiem", "doc_don_vi", "tra_cho_dan", "soat_loi_trich"}
UNIT = f"{NQ57.ref.id}/muc-iii/khoan-2"
Asking = Callable[[Client], Awaitable[Any]]


def inside(service: Service, ask: Asking) -> Any:
    async def run() -> Any:
        async with Client(mcp_server(OwnAnswers(service))) as client:
            return await ask(client)

    return own_loop.run(run)


def called(service: Service, tool: str, **arguments: object) -> CallToolResult:
    async def ask(client: Client) -> CallToolResult:
        return await client.call_tool(tool, arguments)

    return inside(service, ask)


def answer(service: Service, tool: str, **arguments: object) -> dict[str, Any]:
    result = called(service, tool, **arguments)
    assert not result.is_error, result.content
    assert isinstance(result.content[0], TextContent)
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


def refusal(service: Service, tool: str, **arguments: object) -> str:
    result = called(service, tool, **arguments)
    assert result.is_error
    assert isinstance(result.content[0], TextContent)
    return result.content[0].text


def test_tools_are_described_in_vietnamese_and_change_nothing(service: Service) -> None:
    tools = inside(service, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert "ă" in tool.description or "o" in tool.description
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        for value in tool.input_schema["properties"].values():
            assert value["description"]


def test_search_gives_words_that_can_be_quoted(service: Service) -> None:
    told = answer(service, "tim_kiem", query="sổ theo dõi cây giống", limit=3)
    first = told["passages"][0]
    shown = service.passage(first["id"]).passage
    assert (first["text"], first["citation"]) == (shown.text, shown.citation.full)
    assert first["validity"] == "chưa rõ"
    assert first["pages"] == [1]
    assert len(told["passages"]) == 3


def test_what_the_corpus_does_not_have_is_said(service: Service) -> None:
    told = answer(service, "tim_kiem", query="nghị quyết 58-NQ/TW")
    assert "Kho chưa có Nghị quyết số 58-NQ/TW" in told["told"]
    unit = answer(service, "tim_kiem", query="mục IX nghị quyết 57")
    assert "Nghị quyết 57-NQ/TW trong kho không có mục IX." in unit["told"]


def test_a_unit_is_read_with_all_it_holds(service: Service) -> None:
    told = answer(service, "doc_don_vi", id=UNIT)
    assert [one["id"] for one in told["passages"]] == [UNIT, f"{UNIT}/gach-1", f"{UNIT}/gach-2"]
    assert told["passages"][0]["text"] == "2. Số hóa sổ theo dõi cây giống."
    assert told["passages"][0]["citation"] == service.passage(UNIT).passage.citation.full
    assert (told["further"], told["complete"]) == ([], True)


def test_a_document_is_told_by_its_contents(service: Service) -> None:
    told = answer(service, "doc_don_vi", id=NQ57.ref.id)
    assert told["passages"] == []
    assert [one["id"] for one in told["further"]][:2] == [f"{NQ57.ref.id}/muc-i", f"{NQ57.ref.id}/muc-iii"]


def test_references_and_quotations(service: Service) -> None:
    told = answer(service, "tra_cho_dan", text="Theo khoản 2 mục III Nghị quyết 57.")
    assert told["references"][0]["places"][0]["places"] == [UNIT]
    told = answer(service, "soat_loi_trich", quote="Số hoá sổ theo dõi cây giống.", attribution="Nghị quyết 57")
    assert told["verdict"] == "exact"
    told = answer(service, "soat_loi_trich", quote="Số hóa sổ theo dõi hạt giống.")
    assert told["verdict"] == "altered"


def test_errors_are_told_in_vietnamese(service: Service) -> None:
    assert refusal(service, "doc_don_vi", id="khong-co").startswith("Không có văn bản «khong-co».")
    assert "không có mục" in refusal(service, "doc_don_vi", id=f"{NQ57.ref.id}/muc-ix")
    assert refusal(service, "tim_kiem", query="…").startswith("Câu hỏi chưa có chữ nào.")
    assert refusal(service, "tim_kiem").startswith("Tham số «query» còn thiếu.")
    assert "«limit» lớn hơn mức cho phép" in refusal(service, "tim_kiem", query="cây", limit=1000)
    assert refusal(service, "xoa_kho").startswith("Không có công cụ «xoa_kho».")


def test_what_goes_wrong_inside_stays_inside(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    class Broken(OwnAnswers):
        def document(self, document: str) -> Any:
            raise RuntimeError(f"hỏng ở {document}")

    async def run() -> CallToolResult:
        async with Client(mcp_server(Broken(service))) as client:
            return await client.call_tool("doc_don_vi", {"id": "x"})

    result = own_loop.run(run)
    assert result.is_error
    assert "hỏng" not in str(result.content)
    assert "hỏng ở x" in caplog.text


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_over_http_it_is_the_same(service: Service, mode: Any) -> None:
    async def ask(address: str) -> Any:
        async with Client(f"{address}/mcp", mode=mode) as client:
            assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
            return (await client.call_tool("doc_don_vi", {"id": UNIT})).structured_content

    with listening() as listener, serving(create_app(service), listener):
        assert own_loop.run(ask, address_of(listener)) == answer(service, "doc_don_vi", id=UNIT)


def test_the_checks_of_the_api_stand_before_it(service: Service) -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accepts = {"Accept": "application/json, text/event-stream"}
    with (
        listening() as listener,
        serving(create_app(service), listener),
        httpx.Client(base_url=address_of(listener), headers=accepts, trust_env=False) as client,
    ):
        assert client.post("/mcp", json=call).status_code == 200
        assert client.post("/mcp", json=call, headers={"Host": "ke-la.example"}).status_code == 421
        assert client.post("/mcp", json=call, headers={"Origin": "http://ke-la.example"}).status_code == 403
        assert client.get("/mcp").status_code == 405
        assert client.post("/mcp", content=b" " * 3_000_001).status_code == 413
        assert "/mcp" not in client.get("/api/openapi.json").text


@pytest.mark.parametrize("name", ["..", "../owner", f"{NQ57.ref.id}/../../../owner", "a//b", "./x", "%2e%2e/owner"])
def test_no_name_leads_to_another_address_of_the_server(small: Library, settings: Settings, name: str) -> None:
    with served(small, settings) as ownership:
        answers = OwnersAnswers(OwnerClient(ownership))
        for ask in (answers.document, answers.passage, lambda one: answers.citation(one, "full")):
            with pytest.raises(NotFound):
                ask(name)


def test_a_server_answers_as_this_process_does(service: Service, small: Library, settings: Settings) -> None:
    own = OwnAnswers(service)
    with served(small, settings) as ownership:
        other = OwnersAnswers(OwnerClient(ownership))
        text = "khoản 2 mục III Nghị quyết 57"
        assert other.references(text) == own.references(text)
        assert other.citation(UNIT, "footnote") == own.citation(UNIT, "footnote")
        assert other.passage(UNIT) == own.passage(UNIT)
        assert other.document(NQ57.ref.id) == own.document(NQ57.ref.id)
        assert other.check("Số hóa sổ", text) == own.check("Số hóa sổ", text)
        assert [hit.passage for hit in other.search("cây giống", 2).hits] == [
            hit.passage for hit in own.search("cây giống", 2).hits
        ]


def test_over_the_streams_of_a_process(tmp_path: Path) -> None:
    real_encoder(Settings.from_environment())
    data = tmp_path / "data"
    environment = {**os.environ, "TRACUU_DATA": str(data), "TRACUU_THREADS": "1"}
    command = StdioServerParameters(command=sys.executable, args=["-m", "tracuu", "mcp"], env=environment, cwd=ROOT)

    @asynccontextmanager
    async def speaking() -> AsyncIterator[Client]:
        with anyio.fail_after(120):
            async with Client(command) as client:
                yield client

    async def run() -> None:
        async with speaking() as client:
            assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
            nothing = await client.call_tool("tim_kiem", {"query": "cây giống"})
            assert nothing.is_error
            assert "Kho chưa có văn bản nào" in str(nothing.content)
            told = await client.call_tool("tra_cho_dan", {"text": "Nghị quyết 57-NQ/TW"})
            assert told.structured_content["references"][0]["status"] == "not_in_corpus"

    own_loop.run(run)

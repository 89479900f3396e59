"""The corpus for assistants that speak MCP: they search, read, resolve and check, and cannot cite what is not there.

Every tool answers with words of the corpus as they stand, with citation, id, pages and validity. What is wrong is
told in Vietnamese as the error of a tool, so that the assistant can mend its question.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from functools import partial
from importlib.metadata import version
from typing import Any

import anyio
from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)
from pydantic import ValidationError

from corpus.errors import TraCuuError
from corpus.runtime.settings import Settings
from search_api.answering import Answers, open_answers
from search_api.mcp_tools import TOOLS, ToolSpec
from search_api.problems import what_is_wrong

_LOG = logging.getLogger("tracuu")
_LONGEST_NAME = 60
# Threads of its own: assistants may ask much at a time, and the pages go on meanwhile.
_AT_ONCE = 2
_INSTRUCTIONS = (
    "Kho nghị quyết, chỉ thị, quy định của Đảng. Trước khi trích dẫn, hãy tìm (tim_kiem) hoặc đọc (doc_don_vi) rồi "
    "chép đúng trường «text» và «citation»; soát lại bằng soat_loi_trich. Nếu «answered» là false thì kho không có "
    "căn cứ: hãy nói rõ như vậy, không suy đoán. Văn bản hết hiệu lực phải nói là hết hiệu lực."
)


def mcp_server(answers: Answers) -> Server[Any]:
    """A server of the corpus.

    Args:
        answers: What it can reach.
    """
    threads = CapacityLimiter(_AT_ONCE)

    async def list_tools(
        _context: ServerRequestContext[Any], _params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=[_described(name, tool) for name, tool in TOOLS.items()])

    async def call_tool(_context: ServerRequestContext[Any], params: CallToolRequestParams) -> CallToolResult:
        return await run_sync(partial(_called, answers, params.name, params.arguments or {}), limiter=threads)

    return Server(
        "tra-cuu",
        title="Tra Cứu",
        version=version("tra-cuu-nghi-quyet"),
        instructions=_INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def serve_stdio(settings: Settings) -> int:
    """Speak MCP over the standard streams until they are closed; nothing else is written to the standard output.

    Raises:
        TraCuuError: The corpus cannot be opened.
    """
    with ExitStack() as stack:
        server = mcp_server(open_answers(settings, stack))

        async def run() -> None:
            async with stdio_server() as (reading, writing):
                await server.run(reading, writing, server.create_initialization_options())

        anyio.run(run)
    return 0


def _described(name: str, tool: ToolSpec) -> Tool:
    return Tool(
        name=name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.asked.model_json_schema(),
        output_schema=tool.told.model_json_schema(mode="serialization"),
        annotations=ToolAnnotations(
            title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def _called(answers: Answers, name: str, arguments: dict[str, Any]) -> CallToolResult:
    tool = TOOLS.get(name)
    if tool is None:
        return _failed(f"Không có công cụ «{name[:_LONGEST_NAME]}». Các công cụ: {', '.join(TOOLS)}.")
    try:
        told = tool.asked.model_validate(arguments).answer(answers)
    except ValidationError as error:
        wrong = "; ".join(f"«{item['loc'][0]}» {what_is_wrong(item)}" for item in error.errors())
        return _failed(f"Tham số {wrong}. Hãy xem mô tả của công cụ {name}.")
    except TraCuuError as error:
        return _failed(str(error))
    except Exception:  # noqa: BLE001 - as the API does: what went wrong stays here, the connection stays open
        _LOG.exception("Lỗi ngoài dự kiến ở công cụ %s", name)
        return _failed("Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại sau ít phút.")
    return CallToolResult(
        content=[TextContent(type="text", text=told.model_dump_json())], structured_content=told.model_dump(mode="json")
    )


def _failed(message: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=message)], is_error=True)

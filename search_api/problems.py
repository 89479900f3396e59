"""Every error as an RFC 9457 problem, in Vietnamese, without a trace."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from corpus.errors import Conflict, TraCuuError
from search_api.schemas import ConflictOut, ProblemOut

_LOG = logging.getLogger("tracuu")
_MEDIA_TYPE = "application/problem+json"
_HTTP_TITLES = {
    400: (
        "du-lieu-khong-doc-duoc",
        "Dữ liệu không đọc được",
        "Dữ liệu gửi lên không đúng dạng. Hãy xem mô tả tại /api/openapi.json.",
    ),
    401: ("khong-duoc-phep", "Không được phép", "Yêu cầu này thiếu khóa hoặc khóa không đúng."),
    404: (
        "khong-tim-thay",
        "Không tìm thấy",
        "Địa chỉ này không có trong dịch vụ. Hãy xem /api/openapi.json.",
    ),
    405: (
        "khong-ho-tro",
        "Không hỗ trợ",
        "Địa chỉ này không nhận phương thức đó. Hãy xem /api/openapi.json.",
    ),
}
_DESCRIPTIONS = {
    400: "Dữ liệu gửi lên không đọc được",
    403: "Không có quyền",
    404: "Không tìm thấy",
    409: "Đã có thay đổi khác",
    413: "Dữ liệu quá lớn",
    422: "Tham số chưa hợp lệ",
    502: "Dịch vụ bên ngoài không trả lời",
    503: "Kho chưa sẵn sàng",
}
_CONFLICT = 409
_INVALID = {
    "missing": "còn thiếu",
    "string_too_short": "không được để trống",
    "string_too_long": "quá dài",
    "int_parsing": "phải là số nguyên",
    "greater_than_equal": "nhỏ hơn mức cho phép",
    "less_than_equal": "lớn hơn mức cho phép",
    "too_long": "dài quá mức cho phép",
    "too_short": "còn trống",
    "extra_forbidden": "không có trong mô tả",
    "json_invalid": "không phải là JSON",
}
# Of a body with a thousand faults the first will do.
_MOST_TOLD = 10
_LONGEST_PLACE = 100


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for the OpenAPI document."""
    return {status: {"description": _DESCRIPTIONS[status], "content": _content(status)} for status in statuses}


def _content(status: int) -> dict[str, Any]:
    model = ConflictOut if status == _CONFLICT else ProblemOut
    return {_MEDIA_TYPE: {"schema": model.model_json_schema()}}


def install(app: FastAPI) -> None:
    """Make an application answer every error as a problem."""
    app.add_exception_handler(TraCuuError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def problem(
    request: Request,
    slug: str,
    title: str,
    status: int,
    detail: str,
    headers: Mapping[str, str] | None = None,
    revision: int | None = None,
) -> JSONResponse:
    """The answer that tells of an error.

    Args:
        request: What was asked.
        slug: Names the kind of error in its ``type``.
        title: What is wrong, in a few words.
        status: HTTP status.
        detail: What is wrong here, and the reader's next step.
        headers: Further headers.
        revision: Of a conflict: which revision is current.
    """
    told: dict[str, Any] = {
        "type": f"/loi/{slug}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    body = ProblemOut(**told) if revision is None else ConflictOut(**told, revision=revision)
    return JSONResponse(body.model_dump(), status, headers, _MEDIA_TYPE)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TraCuuError)  # noqa: S101 - registered for this type alone
    revision = error.revision if isinstance(error, Conflict) else None
    return problem(request, error.slug, error.title, error.status, str(error), revision=revision)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this type alone
    details = [f"«{_where(item['loc'])}» {what_is_wrong(item)}" for item in error.errors()[:_MOST_TOLD]]
    detail = f"Tham số {'; '.join(details)}. Hãy xem mô tả tại /api/openapi.json."
    return problem(request, "tham-so-chua-hop-le", "Tham số chưa hợp lệ", 422, detail)


def _where(place: Sequence[str | int]) -> str | int:
    """The parameter, or the field of what was sent: after "query" the parameter, then the place in a repeated one."""
    if place[0] == "body":
        return ".".join(map(str, place[1:]))[:_LONGEST_PLACE] or "nội dung gửi lên"
    return place[min(1, len(place) - 1)]


def what_is_wrong(item: Mapping[str, Any]) -> str:
    """What is wrong with a value, in a few words.

    Args:
        item: An error of pydantic.
    """
    if item["type"] == "literal_error":
        return f"chỉ nhận {item['ctx']['expected'].replace(' or ', ' hoặc ')}"
    return _INVALID.get(item["type"], "chưa hợp lệ")


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this type alone
    slug, title, detail = _HTTP_TITLES.get(error.status_code, ("loi", "Lỗi", "Yêu cầu không thực hiện được."))
    return problem(request, slug, title, error.status_code, detail, error.headers)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    _LOG.error("Lỗi ngoài dự kiến tại %s", request.url.path, exc_info=error)
    return problem(
        request, "loi-may-chu", "Lỗi máy chủ", 500, "Máy chủ gặp lỗi ngoài dự kiến. Hãy thử lại sau ít phút."
    )

"""What went wrong, as a page: what it is and the reader's next step, never a trace."""

from __future__ import annotations

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.errors import NotFound, TraCuuError
from search_api.problems import logged_path
from web.forms import wants_json
from web.rendering import render

_LOG = logging.getLogger("tracuu")
_RETRY = "Xin thử lại sau ít phút; nếu vẫn không được, xin báo người quản trị."
_SERVER = 500


def told(request: Request, error: Exception) -> Response:
    """An error of ours, in its own words."""
    assert isinstance(error, TraCuuError)  # noqa: S101 - registered for this type alone
    # The next step of an unknown document is written for programs; the page offers its own.
    detail = error.message if isinstance(error, NotFound) else str(error)
    if wants_json(request):
        return JSONResponse({"title": error.title, "detail": detail}, error.status)
    return _page(error.title, detail, error.status)


def refused(_request: Request, error: Exception) -> Response:
    """An address that leads nowhere, or that is asked in a way it does not know."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this type alone
    if error.status_code == 404:
        return _page("Không có trang này", "Địa chỉ có thể đã gõ sai hoặc không còn dùng nữa.", 404)
    return _page("Không thực hiện được", "Trang này không nhận yêu cầu như vậy.", error.status_code)


def unexpected(request: Request, error: Exception) -> Response:
    """A fault of the program; the log has the whole of it."""
    _LOG.error("Lỗi ngoài dự kiến tại %s", logged_path(request), exc_info=error)
    return _page("Máy chủ gặp lỗi", _RETRY, _SERVER)


def _page(title: str, detail: str, status: int) -> Response:
    return render("problem.html", status, here=None, title=title, detail=detail, retry=status >= _SERVER)

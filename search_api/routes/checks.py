"""Soát trích dẫn over HTTP. Nothing of what is sent is kept, and no answer of it is stored on the way."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Request, Response, UploadFile

from corpus.drafts import LARGEST_DRAFT, Draft, DraftReader
from search_api.bounded import HeavyRoute
from search_api.checking.annotated import MEDIA_TYPE, annotated, attachment
from search_api.checking.checker import Checker
from search_api.checking.pasted import pasted
from search_api.checking.schemas import CheckTextIn, ReportOut
from search_api.problems import answers
from search_api.routes.unstored import unstored


class DraftRoute(HeavyRoute):
    """A route that takes a draft, with room for what a form adds to it."""

    most = LARGEST_DRAFT + 100_000


router = APIRouter(prefix="/api/checks", route_class=DraftRoute)

_UPLOADED = Annotated[
    UploadFile,
    File(description="Bản thảo: .docx, .pdf, .odt, .doc, .rtf, .html, .md hoặc .txt, tối đa 20 MB", examples=["…"]),
]
_WORD_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Tệp Word có ghi chú tại từng chỗ",
        "content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}},
    }
}
_CHECKING = answers(400, 403, 413, 422, 503)


def _checker(request: Request) -> Checker:
    checker: Checker = request.app.state.service.checker
    return checker


def _draft(request: Request, file: _UPLOADED) -> Draft:
    read: DraftReader = request.app.state.study.read_draft
    return read(file.filename or "", file.file.read())


_Checker = Annotated[Checker, Depends(_checker)]
_Draft = Annotated[Draft, Depends(_draft)]


@router.post("", summary="Soát lời văn", responses=_CHECKING, dependencies=[Depends(unstored)])
def check_text(checker: _Checker, body: CheckTextIn) -> ReportOut:
    """Đối chiếu từng lời trích và từng văn bản được nêu trong lời văn với kho; không lưu gì của lời văn."""
    return checker.check(pasted(body.text))


@router.post("/file", summary="Soát một tệp", responses=_CHECKING, dependencies=[Depends(unstored)])
def check_file(checker: _Checker, draft: _Draft) -> ReportOut:
    """Như soát lời văn, với bản thảo là một tệp; không lưu gì của tệp."""
    return checker.check(draft)


@router.post(
    "/annotated",
    summary="Bản thảo có ghi chú",
    responses={**_CHECKING, **_WORD_FILE},
    response_class=Response,
)
def annotate(checker: _Checker, draft: _Draft) -> Response:
    """Tệp Word của chính bản thảo, mỗi lời trích có một ghi chú; bản thảo dạng khác được chép lời văn sang Word."""
    return Response(annotated(draft, checker.check(draft)), media_type=MEDIA_TYPE, headers=attachment(draft))

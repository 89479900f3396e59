"""Soát trích dẫn over HTTP. Nothing of what is sent is kept, and no answer of it is stored on the way."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Response, UploadFile

from corpus.drafts import LARGEST_DRAFT, Draft
from search_api.bounded import HeavyRoute
from search_api.checking.annotated import MEDIA_TYPE, annotated, attachment
from search_api.checking.pasted import pasted
from search_api.checking.schemas import CheckTextIn, ReportOut
from search_api.downloads import file_answer
from search_api.problems import answers
from search_api.routes.given import TheService, TheStudy
from search_api.routes.unstored import unstored


class DraftRoute(HeavyRoute):
    """A route that takes a draft, with room for what a form adds to it."""

    most = LARGEST_DRAFT + 100_000


router = APIRouter(prefix="/api/checks", route_class=DraftRoute)

_UPLOADED = Annotated[
    UploadFile,
    File(description="Bản thảo: .docx, .pdf, .odt, .doc, .rtf, .html, .md hoặc .txt, tối đa 20 MB", examples=["…"]),
]
_CHECKING = answers(400, 403, 413, 422, 503)


def _draft(study: TheStudy, file: _UPLOADED) -> Draft:
    return study.read_draft(file.filename or "", file.file.read())


_Draft = Annotated[Draft, Depends(_draft)]


@router.post("", summary="Soát lời văn", responses=_CHECKING, dependencies=[Depends(unstored)])
def check_text(service: TheService, body: CheckTextIn) -> ReportOut:
    """Đối chiếu từng lời trích và từng văn bản được nêu trong lời văn với kho; không lưu gì của lời văn."""
    return service.checker.check(pasted(body.text))


@router.post("/file", summary="Soát một tệp", responses=_CHECKING, dependencies=[Depends(unstored)])
def check_file(service: TheService, draft: _Draft) -> ReportOut:
    """Như soát lời văn, với bản thảo là một tệp; không lưu gì của tệp."""
    return service.checker.check(draft)


@router.post(
    "/annotated",
    summary="Bản thảo có ghi chú",
    responses=file_answer("Tệp Word có ghi chú tại từng chỗ", MEDIA_TYPE) | _CHECKING,
    response_class=Response,
)
def annotate(service: TheService, draft: _Draft) -> Response:
    """Tệp Word của chính bản thảo, mỗi lời trích có một ghi chú; bản thảo dạng khác được chép lời văn sang Word."""
    return Response(annotated(draft, service.checker.check(draft)), media_type=MEDIA_TYPE, headers=attachment(draft))

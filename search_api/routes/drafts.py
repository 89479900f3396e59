"""First drafts of study packs over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from corpus.types import Filters
from search_api.bounded import HeavyRoute
from search_api.drafting.errors import GeneratorOff
from search_api.drafting.schemas import DraftIn, IntroductionOut
from search_api.packs.cookie import keep_owner, new_owner, owner_of
from search_api.packs.schemas import PackOut
from search_api.problems import answers
from search_api.routes.given import PackVisit, TheService, TheStudy
from search_api.routes.unstored import unstored

router = APIRouter(prefix="/api/packs", route_class=HeavyRoute, dependencies=[Depends(unstored)])


@router.post("/draft", summary="Lập một tập có sẵn đoạn trích theo chuyên đề", responses=answers(413, 422, 503))
def draft(request: Request, response: Response, service: TheService, study: TheStudy, body: DraftIn) -> PackOut:
    """Chọn các đoạn gánh chuyên đề (quan điểm, mục tiêu, nhiệm vụ, trách nhiệm, thời hạn), kèm câu hỏi thảo luận.

    Mọi câu không phải của người soạn đều là trích nguyên văn có dẫn nguồn hoặc câu hỏi theo mẫu. Kho không có căn cứ
    thì trả lời 422 và không lập tập.
    """
    content = service.drafter.draft(body.topic, body.occasion, Filters(document=body.document))
    owner = owner_of(request) or new_owner()
    keep_owner(request, response, owner)
    return study.desk.create(owner, content)


@router.post(
    "/{pack}/introduction",
    summary="Đề dẫn do bộ soạn lời viết từ các đoạn trích của tập",
    responses=answers(403, 404, 413, 422, 502, 503),
)
def introduction(study: TheStudy, visit: PackVisit) -> IntroductionOut:
    """Chỉ có khi người quản trị đã bật bộ soạn lời. Tập không đổi: người soạn đọc, sửa rồi tự đưa vào."""
    content = study.desk.editable(visit)
    if study.generator is None:
        raise GeneratorOff
    return study.generator.introduction(content)

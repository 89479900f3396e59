"""What routes take from a request: the service, the study, the pack and the passage that its address names."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Request, Response

from search_api.packs.cookie import keep_owner, owner_of
from search_api.packs.desk import PackDesk, Visit
from search_api.service import Service
from search_api.study import Study

PASSAGE = Annotated[
    str, Path(max_length=500, description="Mã đoạn", examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3"])
]
_PACK = Annotated[
    str,
    Path(
        max_length=64,
        description="Mã tập (ở trình duyệt đã lập tập) hoặc khoá của liên kết chia sẻ",
        examples=["4f1d2c3b5a697887", "Zk3v9Qw1xY7uB2nM5pL8sT4rE6cA0dGh"],
    ),
]


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _study(request: Request) -> Study:
    study: Study = request.app.state.study
    return study


def _desk(request: Request) -> PackDesk:
    return _study(request).desk


def _visit(request: Request, response: Response, pack: _PACK) -> Visit:
    owner = owner_of(request)
    if owner and request.method != "GET":
        keep_owner(request, response, owner)
    return Visit(pack, owner)


TheService = Annotated[Service, Depends(_service)]
TheStudy = Annotated[Study, Depends(_study)]
TheDesk = Annotated[PackDesk, Depends(_desk)]
PackVisit = Annotated[Visit, Depends(_visit)]

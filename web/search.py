"""The search page: its home, the answer to a question, and what is like a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from corpus.errors import BadQuery
from corpus.types import Filters
from search_api.ranking.finding import LARGEST_RESULT
from search_api.schemas import DocumentOut, SearchOut
from search_api.service import Service
from web.asked import Asked
from web.listing import Pager, box_groups
from web.rendering import render, service_of

PAGE_SIZE = 10
_NEWEST = 5
_ALIKE = 10
_EXAMPLES = (
    ("trách nhiệm của bí thư chi bộ", ""),
    ("giúp đảng viên cao tuổi dùng điện thoại", ""),
    ("dang vien o xa du sinh hoat truc tuyen", "(gõ không dấu)"),
    ("nghị quyết 57 mục III khoản 2", "(hỏi đúng chỗ)"),
)


def search(request: Request) -> Response:
    """``/``: the home where nothing is asked, else the answer."""
    asked, service = Asked.read(request.query_params), service_of(request)
    if not asked.q:
        return _home(service)
    try:
        found = service.search(asked.q, asked.filters, asked.page, PAGE_SIZE, asked.view)
    except BadQuery as error:
        # Shown under the box, so that the question can be mended where it stands.
        return render("unreadable.html", error.status, asked=asked, error=error)
    return render(
        "results.html",
        asked=asked,
        found=found,
        outcome=_outcome(found, asked),
        groups=box_groups(found.facets, asked),
        pager=Pager.of(found.page, found.page_size, found.total),
        within=_within(service, asked),
        same_serial=_same_serial(found.choices),
    )


def similar(request: Request) -> Response:
    """``/tuong-tu/{passage}``: what is like a passage; no question, so nothing to narrow."""
    found = service_of(request).similar(request.path_params["passage"], _ALIKE)
    return render("similar.html", asked=Asked(), found=found)


def _home(service: Service) -> Response:
    corpus = service.documents(Filters(), 1, _NEWEST)
    return render("home.html", asked=Asked(), examples=_EXAMPLES, corpus=corpus)


def _outcome(found: SearchOut, asked: Asked) -> str:
    """What came of the search, in a few words."""
    if found.total == 0:
        return "Không tìm được đoạn nào"
    if not found.answered:
        return "Không tìm thấy căn cứ trong kho văn bản"
    unit = "văn bản" if asked.group == "document" else "đoạn"
    nearest = " sát nhất" if found.total >= LARGEST_RESULT else ""
    page = f", trang {found.page}" if found.page > 1 else ""
    return f"Tìm được {found.total} {unit}{nearest}{page}"


def _within(service: Service, asked: Asked) -> Sequence[DocumentOut]:
    """The documents looked in, by name; an id nobody knows is none of them."""
    if not asked.document:
        return ()
    return service.documents(Filters(document=asked.document), 1, len(asked.document)).documents


def _same_serial(choices: Sequence[DocumentOut]) -> bool:
    """Whether it is their number that documents share, and not a popular name."""
    serials = {match[1] if (match := re.match(r"0*(\d+)", choice.number or "")) else None for choice in choices}
    return len(serials) == 1 and None not in serials

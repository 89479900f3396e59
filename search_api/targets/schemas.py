"""The JSON of the table of targets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from search_api.schemas import CitationOut, DocumentOut, FacetValueOut, Model


class AmountOut(Model):
    """A figure to be reached."""

    printed: Annotated[str, Field(description="Như in trong văn bản", examples=["80%"])]
    number: Annotated[float, Field(description="Giá trị theo đơn vị; nếu là khoảng thì đầu dưới", examples=[80])]
    upper: Annotated[float | None, Field(description="Đầu trên, nếu văn bản nêu một khoảng", examples=[None])]
    unit: Annotated[str, Field(description="Đơn vị; rỗng nếu không rõ", examples=["%", "đồng", "đảng viên"])]


class DeadlineOut(Model):
    """By when."""

    printed: Annotated[str, Field(description="Như in trong văn bản", examples=["trước ngày 30/6/2026"])]
    precision: Annotated[
        str, Field(description="Mốc là ngày, tháng, quý, năm, kể từ một mốc hay định kỳ", examples=["ngày"])
    ]
    day: Annotated[
        date | None,
        Field(
            description="Ngày được nêu; nếu nêu tháng, quý, năm thì là ngày cuối; null nếu không nêu năm, tính từ một "
            "mốc hoặc định kỳ",
            examples=["2026-06-30"],
        ),
    ]
    key: Annotated[
        str, Field(description="Viết theo một mẫu, để xếp và so sánh", examples=["2026-06-30", "2026-Q2", "2030"])
    ]


class TargetOut(Model):
    """A target or deadline with its words and its source."""

    passage: Annotated[str, Field(description="Mã đoạn", examples=["05-nq-du-2025-08-18/muc-ii/khoan-1"])]
    document: Annotated[DocumentOut, Field(description="Văn bản có đoạn này")]
    kind: Annotated[
        str, Field(description="Loại: chỉ tiêu, định mức, mức tiền, thời hạn, định kỳ", examples=["chỉ tiêu"])
    ]
    what: Annotated[
        str, Field(description="Nội dung cần đạt, nguyên văn phần quanh con số", examples=["trồng mới 40 ha"])
    ]
    comparison: Annotated[
        str | None,
        Field(
            description="Tối thiểu, tối đa, trên, dưới, khoảng, tăng, giảm, đạt; null nếu không nêu", examples=["trên"]
        ),
    ]
    amount: Annotated[AmountOut | None, Field(description="Con số; null nếu chỉ có thời hạn")]
    deadline: Annotated[DeadlineOut | None, Field(description="Thời hạn; null nếu văn bản không nêu")]
    body: Annotated[
        str | None,
        Field(description="Cơ quan, tổ chức chịu trách nhiệm, như in; null nếu văn bản không nêu", examples=["Chi bộ"]),
    ]
    sentence: Annotated[str, Field(description="Nguyên văn câu có con số hoặc thời hạn", examples=["Trồng mới 40 ha."])]
    citation: Annotated[CitationOut, Field(description="Trích dẫn đoạn này")]
    pages: Annotated[tuple[int, ...], Field(description="Các trang in đoạn này, đếm từ 1", examples=[[3]])]


class TargetFacetsOut(Model):
    """The values the table can be filtered by, with the number of rows for each."""

    kind: Annotated[tuple[FacetValueOut, ...], Field(description="Theo loại")]
    year: Annotated[tuple[FacetValueOut, ...], Field(description="Theo năm của thời hạn")]
    body: Annotated[tuple[FacetValueOut, ...], Field(description="Theo cơ quan chịu trách nhiệm")]


class TargetTableOut(Model):
    """A page of the table of targets."""

    total: Annotated[int, Field(description="Số dòng qua bộ lọc", examples=[42])]
    page: Annotated[int, Field(description="Trang, từ 1", examples=[1])]
    page_size: Annotated[int, Field(description="Số dòng mỗi trang", examples=[50])]
    documents: Annotated[tuple[DocumentOut, ...], Field(description="Các văn bản đã chọn")]
    rows: Annotated[tuple[TargetOut, ...], Field(description="Các dòng của trang này")]
    facets: Annotated[TargetFacetsOut, Field(description="Giá trị có thể lọc, đếm trước khi lọc")]

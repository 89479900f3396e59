"""What is answered where something went wrong."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field


class ProblemOut(BaseModel):
    """An RFC 9457 problem (``application/problem+json``), in Vietnamese."""

    type: Annotated[str, Field(description="Loại lỗi", examples=["/loi/khong-tim-thay"])]
    title: Annotated[str, Field(description="Tên lỗi", examples=["Không tìm thấy"])]
    status: Annotated[int, Field(description="Mã HTTP", examples=[404])]
    detail: Annotated[
        str,
        Field(
            description="Lỗi cụ thể và cách xử lý",
            examples=["Không có văn bản «99-nq-tw». Hãy xem danh sách tại /api/documents."],
        ),
    ]
    instance: Annotated[str, Field(description="Địa chỉ đã hỏi", examples=["/api/documents/99-nq-tw"])]


class ConflictOut(ProblemOut):
    """The problem that something was changed by somebody else in between."""

    revision: Annotated[int, Field(description="Bản hiện nay", examples=[9])]

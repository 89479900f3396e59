"""What may be meant while somebody types."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from search_api.schemas.base import Model


class SuggestionOut(Model):
    """One thing that may be meant by what has been typed."""

    type: Annotated[
        Literal["document", "unit", "term"],
        Field(description="Văn bản (document), mục của văn bản (unit), từ ngữ (term)", examples=["document"]),
    ]
    text: Annotated[str, Field(description="Lời gợi ý", examples=["Nghị quyết 57-NQ/TW", "chuyển đổi số"])]
    detail: Annotated[
        str | None,
        Field(
            description="Nói thêm: trích yếu của văn bản, hoặc văn bản có mục ấy; null với từ ngữ",
            examples=["về phát triển vườn ươm"],
        ),
    ]
    document: Annotated[str | None, Field(description="Mã văn bản; null với từ ngữ", examples=["57-nq-tw-2024-12-22"])]
    address: Annotated[
        str | None, Field(description="Địa chỉ của mục trong văn bản; null nếu không phải mục", examples=["muc-iii"])
    ]


class SuggestOut(Model):
    """What may be meant by what has been typed so far."""

    query: Annotated[str, Field(description="Chữ đã gõ", examples=["nq 57 muc"])]
    suggestions: Annotated[
        tuple[SuggestionOut, ...], Field(description="Các gợi ý: văn bản, rồi mục, rồi từ ngữ; sát nhất trước")
    ]

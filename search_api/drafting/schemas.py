"""The JSON of drafting."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from search_api.drafting.drafter import LONGEST_TOPIC
from search_api.packs.content import Occasion
from search_api.schemas import Model


class DraftIn(Model):
    """What a first draft is wanted for."""

    topic: Annotated[
        str,
        Field(min_length=1, max_length=LONGEST_TOPIC, description="Chuyên đề", examples=["chuyển đổi số ở chi bộ"]),
    ]
    occasion: Annotated[Occasion, Field(description="Dịp", examples=["chuyen-de"])] = Occasion.THEMATIC
    document: Annotated[
        tuple[Annotated[str, Field(max_length=300)], ...],
        Field(
            max_length=50,
            description="Chỉ trích từ các văn bản này; rỗng là cả kho",
            examples=[["57-nq-tw-2024-12-22"]],
        ),
    ] = ()


class IntroductionOut(Model):
    """A đề dẫn phrased by a generator, checked sentence by sentence."""

    introduction: Annotated[
        str,
        Field(
            description="Đề dẫn; câu nào không dẫn đúng đoạn trích của tập thì mang dấu «chưa kiểm chứng»",
            examples=["Chuyển đổi số là việc của cả chi bộ [1]."],
        ),
    ]
    unverified: Annotated[int, Field(description="Số câu chưa kiểm chứng được", examples=[0])]
    withheld: Annotated[
        tuple[int, ...],
        Field(description="Số của các đoạn không gửi đi vì văn bản có dấu lưu hành hạn chế", examples=[[4]]),
    ]

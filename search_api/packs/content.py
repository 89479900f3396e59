"""What a study pack holds: passages, each with its quotation frozen as it was, and the words of who prepares it.

One set of models for the database, the API and the exports; bounds keep a pack something people can print.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from corpus.text import CONTROLS, NO_CHARACTERS
from search_api.schemas import CitationOut, Model

MOST_PASSAGES = 100
"""Passages of one pack: a session of an hour uses ten, a course of a week sixty."""

_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNTYPED = re.compile(rf"[{CONTROLS}\x80-\x9f{NO_CHARACTERS}]")


def _tidy(value: Any) -> Any:
    """A text as it is kept: letters composed with their marks, one kind of line end, no invisible controls."""
    if not isinstance(value, str):
        return value
    return unicodedata.normalize("NFC", _UNTYPED.sub("", _BREAKS.sub("\n", value)))


def _tidy_line(value: Any) -> Any:
    return _tidy(value).replace("\n", " ") if isinstance(value, str) else value


# Tidied before it is measured: what is kept is within the bounds when it is read again.
_Line = Annotated[str, BeforeValidator(_tidy_line), Field(max_length=300)]
_Text = Annotated[str, BeforeValidator(_tidy), Field(max_length=20_000)]
Note = Annotated[str, BeforeValidator(_tidy), Field(max_length=4_000)]
"""A text of some sentences."""


class Occasion(StrEnum):
    """What a pack is prepared for."""

    REGULAR = "thuong-ky"
    THEMATIC = "chuyen-de"
    LESSON = "bai-giang"

    @property
    def words(self) -> str:
        """As readers see it."""
        return _OCCASIONS[self]


_OCCASIONS = {
    Occasion.REGULAR: "Sinh hoạt thường kỳ",
    Occasion.THEMATIC: "Sinh hoạt chuyên đề",
    Occasion.LESSON: "Bài giảng",
}


class QuotedDocument(Model):
    """A document as it was named when a passage of it was quoted."""

    id: Annotated[str, Field(description="Mã văn bản", examples=["57-nq-tw-2024-12-22"])]
    version: Annotated[str, Field(description="sha256 của tệp đã trích", examples=["9f86d081884c7d65" * 4])]
    number: Annotated[str | None, Field(description="Số hiệu", examples=["57-NQ/TW"])]
    kind: Annotated[str | None, Field(description="Loại văn bản", examples=["Nghị quyết"])]
    issuer: Annotated[str | None, Field(description="Cơ quan ban hành", examples=["Bộ Chính trị"])]
    issued_on: Annotated[date | None, Field(description="Ngày ban hành", examples=["2024-12-22"])]
    title: Annotated[str | None, Field(description="Trích yếu", examples=["về phát triển vườn ươm"])]
    citation: Annotated[str, Field(description="Cách dẫn văn bản, chưa kèm vị trí", examples=["Nghị quyết 57-NQ/TW"])]
    validity: Annotated[str, Field(description="Hiệu lực lúc trích", examples=["chưa rõ"])]
    secrecy: Annotated[
        str | None, Field(description="Dấu mức độ lưu hành lúc trích, nếu có", examples=["LƯU HÀNH NỘI BỘ"])
    ] = None


class Quote(Model):
    """A passage, word for word, as it was when it was taken into the pack. It never changes afterwards."""

    passage: Annotated[str, Field(description="Mã đoạn", examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3"])]
    document: Annotated[QuotedDocument, Field(description="Văn bản có đoạn này")]
    trail: Annotated[
        tuple[str, ...],
        Field(description="Tiêu đề các đơn vị bao quanh, từ ngoài vào trong", examples=[["III- NHIỆM VỤ"]]),
    ]
    text: Annotated[str, Field(description="Nguyên văn lúc trích", examples=["2. Đẩy mạnh chuyển đổi số."])]
    pages: Annotated[tuple[int, ...], Field(description="Các trang in đoạn này, đếm từ 1", examples=[[3, 4]])]
    recognised: Annotated[bool, Field(description="Đọc từ ảnh trang quét (nhận dạng chữ)", examples=[False])]
    citation: Annotated[CitationOut, Field(description="Trích dẫn đoạn này")]
    withheld: Annotated[
        bool,
        Field(description="Lời trích không được hiện ở đây; các trường khác không nêu gì của nó", examples=[False]),
    ] = False


class PackPassage(Model):
    """A quotation in a pack, with what its user adds to it."""

    label: Annotated[
        int,
        Field(
            ge=1,
            description="Số của trích dẫn trong tập, không đổi khi đổi thứ tự; lời văn khác dẫn tới nó bằng [3]",
            examples=[3],
        ),
    ]
    quote: Annotated[Quote, Field(description="Đoạn trích")]
    note: Annotated[Note, Field(description="Ghi chú của người soạn", examples=["Nhấn mạnh mốc thời gian."])] = ""
    question: Annotated[
        Note, Field(description="Câu hỏi thảo luận về đoạn này", examples=["Chi bộ đã làm đến đâu?"])
    ] = ""


class TimeStep(Model):
    """A step of the time plan."""

    what: Annotated[_Line, Field(description="Việc", examples=["Trình bày đề dẫn"])]
    minutes: Annotated[int, Field(ge=0, le=600, description="Số phút", examples=[10])]


class PackFrame(Model):
    """All of a pack but its passages: what its user types.

    The texts (``introduction``, ``local``, ``questions``, ``conclusion``) are the user's; ``[3]`` in them refers to the
    passage with that label and becomes its footnote when printed.
    """

    title: Annotated[_Line, Field(description="Tên chuyên đề", examples=["Chuyển đổi số ở chi bộ"])] = ""
    occasion: Annotated[Occasion, Field(description="Dịp", examples=["chuyen-de"])] = Occasion.THEMATIC
    branch: Annotated[_Line, Field(description="Chi bộ, đảng bộ hoặc lớp học", examples=["Chi bộ thôn Mẫu"])] = ""
    superior: Annotated[
        _Line, Field(description="Tổ chức đảng cấp trên trực tiếp, in trên đầu trang", examples=["Đảng uỷ xã Mẫu"])
    ] = ""
    place: Annotated[_Line, Field(description="Địa danh ghi trên đầu trang", examples=["Mẫu"])] = ""
    held_on: Annotated[date | None, Field(description="Ngày sinh hoạt", examples=["2026-12-03"])] = None
    author: Annotated[_Line, Field(description="Người chuẩn bị", examples=["Nguyễn Văn Mẫu, Bí thư chi bộ"])] = ""
    aim: Annotated[Note, Field(description="Mục đích, yêu cầu", examples=["Nắm vững nhiệm vụ của chi bộ."])] = ""
    plan: Annotated[tuple[TimeStep, ...], Field(max_length=30, description="Kế hoạch thời gian")] = ()
    introduction: Annotated[
        _Text, Field(description="Đề dẫn", examples=["Nghị quyết yêu cầu chuyển đổi số đến từng chi bộ [3]."])
    ] = ""
    local: Annotated[
        _Text, Field(description="Liên hệ thực tế ở chi bộ", examples=["Chi bộ đã lập sổ theo dõi điện tử."])
    ] = ""
    questions: Annotated[
        tuple[Note, ...],
        Field(
            max_length=50,
            description="Câu hỏi thảo luận chung, ngoài câu hỏi của từng đoạn",
            examples=[["Chi bộ ta cần làm gì trước?"]],
        ),
    ] = ()
    conclusion: Annotated[
        _Text, Field(description="Dự thảo kết luận", examples=["Chi bộ thống nhất giao đồng chí Bí thư theo dõi."])
    ] = ""


class PackContent(PackFrame):
    """A study pack as its user left it."""

    passages: Annotated[
        tuple[PackPassage, ...],
        Field(max_length=MOST_PASSAGES, description="Nội dung quán triệt: các đoạn trích, theo thứ tự trình bày"),
    ] = ()

"""What the citation service speaks, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from search_api.references.mention import Naming
from search_api.references.resolve import Status
from search_api.schemas import DocumentOut, Model, StepOut

LONGEST_TEXT = 200_000
"""Characters of a text in which references are looked for: a report of a congress has half as many."""

_UNIT = [{"unit": "điều", "label": "5"}, {"unit": "khoản", "label": "2"}]


CitationStyle = Literal["full", "short", "footnote", "bibtex", "csl"]
"""How a passage is cited."""


class ResolveIn(Model):
    """A text."""

    text: Annotated[
        str,
        Field(
            max_length=LONGEST_TEXT,
            description="Lời văn cần tìm các chỗ dẫn văn bản",
            examples=["Căn cứ khoản 2 Điều 5 Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương."],
        ),
    ]


class PlaceOut(Model):
    """A unit that is named, in the document that is meant."""

    path: Annotated[tuple[StepOut, ...], Field(description="Đơn vị được nêu, từ bậc ngoài vào trong", examples=[_UNIT])]
    words: Annotated[str, Field(description="Viết theo lối dẫn", examples=["Điều 5, khoản 2"])]
    places: Annotated[
        tuple[str, ...],
        Field(
            description="Mã các đơn vị ấy: rỗng nếu văn bản không có, nhiều nếu lời nêu hợp với nhiều chỗ",
            examples=[["24-qd-tw-2021-07-30/dieu-5/khoan-2"]],
        ),
    ]


class ThroughOut(Model):
    """What names the document of units that are named alone."""

    start: Annotated[int, Field(description="Chữ đầu trong lời văn đã gửi, đếm từ 0", examples=[7])]
    end: Annotated[int, Field(description="Chữ sau cùng, cộng 1", examples=[29])]
    text: Annotated[str, Field(description="Lời nêu văn bản ở trước", examples=["Nghị quyết số 57-NQ/TW"])]


class ReferenceOut(Model):
    """A document that a text mentions, and what the corpus has for it."""

    start: Annotated[int, Field(description="Chữ đầu trong lời văn đã gửi, đếm từ 0 theo ký tự Unicode", examples=[7])]
    end: Annotated[int, Field(description="Chữ sau cùng, cộng 1", examples=[84])]
    text: Annotated[
        str,
        Field(
            description="Nguyên văn chỗ dẫn, kể cả đơn vị, ngày và cơ quan ban hành",
            examples=["khoản 2 Điều 5 Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương"],
        ),
    ]
    naming: Annotated[
        Naming,
        Field(
            description="Gọi văn bản bằng gì: số hiệu (so-hieu), tên (ten), tên gọi quen dùng (ten-goi), hay nói về "
            "chính văn bản chứa lời ấy (tu-dan)",
            examples=["so-hieu"],
        ),
    ]
    number: Annotated[
        str | None, Field(description="Số hiệu dạng chuẩn, đủ đến đâu ghi đến đó", examples=["24-QĐ/TW", "57"])
    ]
    kind: Annotated[str | None, Field(description="Loại văn bản", examples=["Quy định"])]
    title: Annotated[str | None, Field(description="Tên gọi kèm theo loại, nếu nêu", examples=["Đất đai", None])]
    issued_on: Annotated[date | None, Field(description="Ngày ban hành, nếu nêu", examples=["2021-07-30"])]
    year: Annotated[int | None, Field(description="Năm, nếu nêu", examples=[2021])]
    issuer: Annotated[str | None, Field(description="Cơ quan ban hành, nếu nêu", examples=["Ban Chấp hành Trung ương"])]
    status: Annotated[
        Status,
        Field(
            description="Kết quả: có (found), nhiều văn bản cùng hợp (ambiguous), kho chưa có (not_in_corpus), có văn "
            "bản nhưng không có đơn vị được nêu (no_such_unit), ngày hoặc năm không khớp (date_differs), tự dẫn (self)",
            examples=["found"],
        ),
    ]
    told: Annotated[str, Field(description="Kết quả bằng lời", examples=["Kho chưa có văn bản này."])]
    documents: Annotated[
        tuple[DocumentOut, ...],
        Field(description="Văn bản được nói tới; nhiều văn bản chỉ khi tên gọi chỉ nhiều văn bản cùng lúc"),
    ]
    candidates: Annotated[
        tuple[DocumentOut, ...],
        Field(description="Các văn bản có thể là văn bản ấy khi chưa rõ hoặc ngày không khớp, mới nhất trước"),
    ]
    places: Annotated[tuple[PlaceOut, ...], Field(description="Các đơn vị được nêu, khi rõ là văn bản nào")]
    citation: Annotated[
        str | None,
        Field(
            description="Cách dẫn đầy đủ văn bản ấy, kèm vị trí nếu rõ",
            examples=["Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương, Điều 5, khoản 2, tr. 4"],
        ),
    ]
    replaced_by: Annotated[DocumentOut | None, Field(description="Văn bản đã làm văn bản ấy hết hiệu lực, nếu kho có")]
    through: Annotated[
        ThroughOut | None,
        Field(
            description="Chỉ khi lời văn nêu riêng điều, khoản, mục («khoản 2 nêu trên»): chỗ nêu văn bản ở trước mà "
            "đơn vị ấy được hiểu là của văn bản đó; null nếu chính chỗ dẫn nêu văn bản"
        ),
    ] = None


class CheckQuoteIn(Model):
    """A quotation to check."""

    quote: Annotated[
        str,
        Field(max_length=LONGEST_TEXT, description="Lời trích", examples=["2. Đẩy mạnh chuyển đổi số."]),
    ]
    attribution: Annotated[
        str,
        Field(
            max_length=1000,
            description="Lời ấy được nói là ở đâu; để trống nếu không nêu",
            examples=["khoản 2 mục III Nghị quyết 57-NQ/TW"],
        ),
    ] = ""


class ReferencesOut(Model):
    """Every reference in a text, in order."""

    references: Annotated[tuple[ReferenceOut, ...], Field(description="Các chỗ dẫn văn bản, theo thứ tự trong lời văn")]


class StyledOut(Model):
    """A passage, cited."""

    passage: Annotated[str, Field(description="Mã đoạn", examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3"])]
    style: Annotated[CitationStyle, Field(description="Lối dẫn", examples=["short"])]
    citation: Annotated[
        str,
        Field(
            description="Trích dẫn; với bibtex và csl là nội dung tệp tương ứng",
            examples=["Nghị quyết 57-NQ/TW, mục III, khoản 2, gạch đầu dòng thứ 3"],
        ),
    ]
    validity: Annotated[str, Field(description="Hiệu lực của văn bản", examples=["chưa rõ"])]

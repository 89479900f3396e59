"""A passage and how it is cited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from search_api.schemas.base import Model
from search_api.schemas.document import DocumentOut

PATH_EXAMPLE = [{"unit": "mục", "label": "III"}, {"unit": "khoản", "label": "2"}, {"unit": "gạch", "label": "3"}]
"""A path, as examples show one."""


class CitationOut(Model):
    """A reference in the forms Party style wants."""

    full: Annotated[
        str,
        Field(
            description="Lần dẫn đầu, kèm vị trí và trang",
            examples=[
                "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
                "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, mục III, khoản 2, gạch đầu dòng thứ 3"
            ],
        ),
    ]
    short: Annotated[
        str,
        Field(
            description="Các lần dẫn sau, kèm vị trí và trang",
            examples=["Nghị quyết 57-NQ/TW, mục III, khoản 2, gạch đầu dòng thứ 3"],
        ),
    ]
    footnote: Annotated[
        str,
        Field(
            description="Chú thích cuối trang: cơ quan ban hành đứng trước, kèm vị trí và trang",
            examples=[
                "Bộ Chính trị: Nghị quyết số 57-NQ/TW, ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ, "
                "đổi mới sáng tạo và chuyển đổi số quốc gia, mục III, khoản 2, gạch đầu dòng thứ 3."
            ],
        ),
    ]
    place: Annotated[
        str,
        Field(description="Riêng vị trí và trang", examples=["mục III, khoản 2, gạch đầu dòng thứ 3"]),
    ]


class StepOut(Model):
    """One step of a path."""

    unit: Annotated[str, Field(description="Bậc: phần, chương, mục, điều, khoản, số, điểm, gạch …", examples=["mục"])]
    label: Annotated[str, Field(description="Nhãn như in trong văn bản", examples=["III"])]


class PassageOut(Model):
    """One citable unit, word for word."""

    id: Annotated[
        str,
        Field(description="Mã đoạn: mã văn bản và địa chỉ", examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3"]),
    ]
    address: Annotated[str, Field(description="Phần sau mã văn bản", examples=["muc-iii/khoan-2/gach-3"])]
    path: Annotated[
        tuple[StepOut, ...], Field(description="Đường dẫn, từ bậc ngoài vào trong", examples=[PATH_EXAMPLE])
    ]
    trail: Annotated[
        tuple[str, ...],
        Field(
            description="Tiêu đề các đơn vị bao quanh, từ ngoài vào trong",
            examples=[["III- NHIỆM VỤ, GIẢI PHÁP"]],
        ),
    ]
    text: Annotated[str, Field(description="Nguyên văn", examples=["2. Đẩy mạnh chuyển đổi số."])]
    pages: Annotated[
        tuple[int, ...],
        Field(description="Các trang in đoạn này, đếm từ 1; rỗng nếu không có trang", examples=[[3, 4]]),
    ]
    recognised: Annotated[bool, Field(description="Đọc từ ảnh trang quét (nhận dạng chữ)", examples=[False])]
    doubts: Annotated[
        tuple[tuple[int, int], ...],
        Field(
            description="Các chỗ trong text nhận dạng chưa chắc, cần so với bản gốc: [đầu, cuối), theo ký tự Unicode",
            examples=[[[3, 4]]],
        ),
    ]
    citation: Annotated[CitationOut, Field(description="Trích dẫn đoạn này")]


class RectOut(Model):
    """Where a line, or a part of one, stands on a page of a PDF."""

    page: Annotated[int, Field(description="Trang, đếm từ 1", examples=[3])]
    left: Annotated[
        float, Field(description="Mép trái, theo toạ độ của tệp PDF (điểm, trang chưa xoay)", examples=[85])
    ]
    bottom: Annotated[float, Field(description="Mép dưới, tính từ góc dưới bên trái", examples=[602.4])]
    right: Annotated[float, Field(description="Mép phải", examples=[539.1])]
    top: Annotated[float, Field(description="Mép trên", examples=[618])]


class PassageDetailOut(Model):
    """A passage with the passages before and after it in its document."""

    passage: Annotated[PassageOut, Field(description="Đoạn được hỏi")]
    document: Annotated[DocumentOut, Field(description="Văn bản có đoạn này")]
    rects: Annotated[
        tuple[RectOut, ...],
        Field(description="Chỗ in từng dòng của đoạn trên trang PDF, theo thứ tự đọc; rỗng nếu không rõ chỗ"),
    ]
    previous: Annotated[PassageOut | None, Field(description="Đoạn ngay trước; null nếu là đoạn đầu")]
    next: Annotated[PassageOut | None, Field(description="Đoạn ngay sau; null nếu là đoạn cuối")]

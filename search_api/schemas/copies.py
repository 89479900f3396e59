"""The files a document was read from, and where they differ."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from search_api.schemas.base import Model
from search_api.schemas.document import DocumentOut


class CopyOut(Model):
    """One of the files a document was read from."""

    version: Annotated[str, Field(description="Mã của bản: sha256 của tệp", examples=["9f86d081884c7d65" * 4])]
    name: Annotated[str, Field(description="Tên tệp", examples=["57-NQ-TW.html"])]
    media_type: Annotated[str, Field(description="Kiểu của tệp", examples=["text/html"])]
    pages: Annotated[int, Field(description="Số trang; 0 nếu định dạng không có trang", examples=[0])]
    conversion: Annotated[str, Field(description="Tệp được đọc bằng gì", examples=["selectolax"])]
    served: Annotated[bool, Field(description="Là bản đang dùng để tìm và trích dẫn", examples=[False])]


class DifferenceOut(Model):
    """A stretch in which a copy differs from the served text."""

    place: Annotated[str, Field(description="Vị trí trong bản đang dùng", examples=["mục III, khoản 2"])]
    address: Annotated[str, Field(description="Địa chỉ của mục ấy", examples=["muc-iii/khoan-2"])]
    served: Annotated[
        str, Field(description="Chữ của bản đang dùng; rỗng nếu bản kia thêm chữ", examples=["chuyển đổi số"])
    ]
    copied: Annotated[str, Field(description="Chữ của bản kia; rỗng nếu bản kia thiếu chữ", examples=["chuyển đồi số"])]
    before: Annotated[str, Field(description="Chữ đứng ngay trước, theo bản đang dùng", examples=["Đẩy mạnh "])]
    after: Annotated[str, Field(description="Chữ đứng ngay sau, theo bản đang dùng", examples=[" ở chi bộ."])]


class DifferencesOut(Model):
    """The words in which a copy differs from the served text."""

    document: Annotated[DocumentOut, Field(description="Văn bản, theo bản đang dùng")]
    copy_compared: Annotated[CopyOut, Field(description="Bản được so với bản đang dùng")]
    total: Annotated[int, Field(description="Số chỗ khác nhau", examples=[3])]
    differences: Annotated[
        tuple[DifferenceOut, ...],
        Field(
            description="Các chỗ khác nhau theo thứ tự in, tối đa 1000; hoa thường, dấu câu và chỗ đặt dấu không tính"
        ),
    ]

"""A whole document: what it states of itself and of others, and its units."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from search_api.schemas.base import Model
from search_api.schemas.copies import CopyOut
from search_api.schemas.document import DocumentOut
from search_api.schemas.outline import NoteOut, OutlineItemOut


class StatedOut(Model):
    """Where a document states something of itself."""

    field: Annotated[
        str,
        Field(
            description="Điều được nêu: number, kind, issuer, issued_on, title, signer, position, place, effective_on, "
            "secrecy",
            examples=["effective_on"],
        ),
    ]
    text: Annotated[
        str | None,
        Field(
            description="Nguyên văn chỗ nêu; null nếu chỗ ấy nằm ngoài phần chữ (con dấu, đầu trang)",
            examples=["Quy định này có hiệu lực kể từ ngày ký"],
        ),
    ]
    page: Annotated[int | None, Field(description="Trang nêu, đếm từ 1; null nếu không có trang", examples=[12])]


class RelationOut(Model):
    """What a document says about another, and which that is where the corpus has it."""

    relation: Annotated[str, Field(description="Quan hệ: căn cứ, thay thế, bãi bỏ, thực hiện …", examples=["căn cứ"])]
    number: Annotated[str | None, Field(description="Số hiệu được nêu", examples=["57-NQ/TW"])]
    name: Annotated[
        str | None, Field(description="Tên được nêu, nếu không có số hiệu", examples=["Điều lệ Đảng Cộng sản Việt Nam"])
    ]
    document: Annotated[DocumentOut | None, Field(description="Văn bản ấy, nếu kho có và chắc là đúng văn bản ấy")]


class DocumentDetailOut(Model):
    """A whole document, unit by unit."""

    document: Annotated[DocumentOut, Field(description="Văn bản")]
    signer: Annotated[str | None, Field(description="Người ký", examples=["Nguyễn Văn A"])]
    position: Annotated[str | None, Field(description="Chức vụ người ký", examples=["Phó Bí thư Thường trực"])]
    place: Annotated[str | None, Field(description="Nơi ban hành", examples=["Hà Nội"])]
    effective_on: Annotated[
        date | None, Field(description="Ngày có hiệu lực, nếu văn bản tự nêu", examples=["2025-07-01"])
    ]
    stated: Annotated[tuple[StatedOut, ...], Field(description="Văn bản nêu từng điều về mình ở chỗ nào")]
    copies: Annotated[
        tuple[CopyOut, ...], Field(description="Các bản của văn bản, tốt nhất trước; bản đầu là bản đang dùng")
    ] = ()
    relations: Annotated[
        tuple[RelationOut, ...], Field(description="Văn bản này nêu các văn bản khác thế nào, mỗi điều một lần")
    ] = ()
    ended_by: Annotated[
        DocumentOut | None, Field(description="Văn bản trong kho làm văn bản này hết hiệu lực, nếu có")
    ] = None
    notes: Annotated[
        tuple[NoteOut, ...], Field(description="Chú thích không rõ dấu đứng ở đâu; các chú thích khác nằm ở đơn vị")
    ] = ()
    encodings: Annotated[
        tuple[str, ...],
        Field(
            description="Bảng mã cũ mà chữ đã được chuyển từ đó sang Unicode; rỗng nếu tệp đã là Unicode",
            examples=[["TCVN3"]],
        ),
    ]
    outline: Annotated[tuple[OutlineItemOut, ...], Field(description="Các đơn vị theo thứ tự in")]

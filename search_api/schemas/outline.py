"""The units of a document with their text, tables and footnotes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from search_api.schemas.base import Model
from search_api.schemas.passage import PATH_EXAMPLE, StepOut


class TableCellOut(Model):
    """A cell that holds text."""

    text: Annotated[str, Field(description="Nguyên văn của ô", examples=["Trồng cây"])]
    column: Annotated[int, Field(description="Cột, đếm từ 0", examples=[1])]
    columns: Annotated[int, Field(description="Số cột mà ô chiếm", examples=[1])]
    rows: Annotated[int, Field(description="Số dòng mà ô chiếm", examples=[1])]


class TableRowOut(Model):
    """A row of a table; rows without a number of their own have the address of the row above them."""

    address: Annotated[str, Field(description="Địa chỉ của dòng", examples=["phu-luc-ii/bang-1/dong-7"])]
    place: Annotated[str, Field(description="Vị trí và trang, để trích dẫn", examples=["Phụ lục II, bảng 1, dòng 7"])]
    head: Annotated[bool, Field(description="Dòng này là tên các cột", examples=[False])]
    cells: Annotated[tuple[TableCellOut, ...], Field(description="Các ô có chữ, từ trái sang phải")]


class TableOut(Model):
    """A table in the text of a unit."""

    address: Annotated[str, Field(description="Địa chỉ của bảng", examples=["phu-luc-ii/bang-1"])]
    place: Annotated[str, Field(description="Vị trí và trang, để trích dẫn", examples=["Phụ lục II, bảng 1"])]
    start: Annotated[int, Field(description="Ký tự Unicode đầu của bảng trong text của đơn vị", examples=[24])]
    end: Annotated[int, Field(description="Ký tự Unicode ngay sau bảng", examples=[180])]
    columns: Annotated[int, Field(description="Số cột có chữ", examples=[4])]
    rows: Annotated[tuple[TableRowOut, ...], Field(description="Các dòng theo thứ tự in, cả tên cột")]


class NoteOut(Model):
    """A footnote or endnote."""

    label: Annotated[str, Field(description="Dấu chú thích như in", examples=["1"])]
    at: Annotated[
        int | None,
        Field(description="Dấu đứng sau ký tự Unicode thứ mấy trong text của đơn vị; null nếu không rõ", examples=[42]),
    ]
    text: Annotated[str, Field(description="Nguyên văn chú thích, không kèm dấu", examples=["Theo số liệu năm 2024."])]
    page: Annotated[int | None, Field(description="Trang in, đếm từ 1; null nếu không có trang", examples=[3])]


class PageTurnOut(Model):
    """A page that begins inside the text of a unit."""

    page: Annotated[int, Field(description="Trang bắt đầu ở đây, đếm từ 1", examples=[4])]
    at: Annotated[int, Field(description="Ký tự Unicode đầu của trang trong text của đơn vị", examples=[120])]


class OutlineItemOut(Model):
    """One unit of a document, in reading order, with its own text."""

    address: Annotated[str, Field(description="Địa chỉ trong văn bản", examples=["muc-iii/khoan-2"])]
    path: Annotated[
        tuple[StepOut, ...], Field(description="Đường dẫn, từ bậc ngoài vào trong", examples=[PATH_EXAMPLE])
    ]
    heading: Annotated[str | None, Field(description="Tiêu đề, không kèm nhãn", examples=["NHIỆM VỤ, GIẢI PHÁP"])]
    text: Annotated[
        str,
        Field(
            description="Nguyên văn phần riêng của đơn vị, không gồm đơn vị con",
            examples=["2. Đẩy mạnh chuyển đổi số."],
        ),
    ]
    pages: Annotated[
        tuple[int, ...], Field(description="Các trang in phần này, đếm từ 1; rỗng nếu không có trang", examples=[[3]])
    ]
    place: Annotated[str, Field(description="Vị trí và trang, để trích dẫn", examples=["mục III, khoản 2"])]
    tables: Annotated[tuple[TableOut, ...], Field(description="Các bảng nằm trong text, theo thứ tự in")] = ()
    notes: Annotated[tuple[NoteOut, ...], Field(description="Chú thích có dấu đứng trong text, theo thứ tự")] = ()
    turns: Annotated[tuple[PageTurnOut, ...], Field(description="Các chỗ sang trang nằm trong text")] = ()
    quotable: Annotated[
        bool, Field(description="Trích được thành một đoạn; chỉ in nhãn, nơi nhận, chữ ký thì không", examples=[True])
    ] = True
    recognised: Annotated[bool, Field(description="Đọc từ ảnh trang quét (nhận dạng chữ)", examples=[False])] = False
    doubts: Annotated[
        tuple[tuple[int, int], ...],
        Field(
            description="Các chỗ trong text nhận dạng chưa chắc, cần so với bản gốc: [đầu, cuối), theo ký tự Unicode",
            examples=[[[3, 4]]],
        ),
    ] = ()

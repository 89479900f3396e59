"""What identifies a document, and the list of the documents there are."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from search_api.schemas.base import Model


class DocumentOut(Model):
    """What identifies a document, and where its file is."""

    id: Annotated[str, Field(description="Mã văn bản", examples=["57-nq-tw-2024-12-22"])]
    number: Annotated[str | None, Field(description="Số hiệu; null nếu văn bản không ghi", examples=["57-NQ/TW"])]
    kind: Annotated[str | None, Field(description="Loại văn bản", examples=["Nghị quyết"])]
    issuer: Annotated[str | None, Field(description="Cơ quan ban hành", examples=["Bộ Chính trị"])]
    issued_on: Annotated[date | None, Field(description="Ngày ban hành", examples=["2024-12-22"])]
    title: Annotated[
        str | None,
        Field(
            description="Trích yếu",
            examples=["về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"],
        ),
    ]
    secrecy: Annotated[str | None, Field(description="Dấu mức độ lưu hành, nếu có", examples=[None, "LƯU HÀNH NỘI BỘ"])]
    validity: Annotated[
        str,
        Field(
            description="Hiệu lực, văn bản tự nêu hoặc văn bản khác trong kho cho biết; «chưa rõ» nếu kho không nêu",
            examples=["chưa rõ", "hết hiệu lực do Quy định số 03-QĐ/TW, ngày 01/10/2025 thay thế"],
        ),
    ]
    citation: Annotated[
        str,
        Field(
            description="Cách dẫn văn bản, chưa kèm vị trí",
            examples=[
                "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
                "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"
            ],
        ),
    ]
    pages: Annotated[int, Field(description="Số trang; 0 nếu định dạng không có trang", examples=[12])]
    file_name: Annotated[str, Field(description="Tên tệp gốc", examples=["57-NQ-TW.pdf"])]
    media_type: Annotated[str, Field(description="Kiểu của tệp gốc", examples=["application/pdf"])]
    source: Annotated[
        str,
        Field(
            description="Nguồn: PDF có lớp chữ, bản quét (có trang nhận dạng chữ), Word (cả RTF, OpenDocument), "
            "trang web, văn bản thuần",
            examples=["PDF có lớp chữ", "bản quét"],
        ),
    ]
    sample: Annotated[
        bool, Field(description="Văn bản mẫu đi kèm phần mềm, không có giá trị pháp lý", examples=[False])
    ] = False


class FacetValueOut(Model):
    """How many documents carry one value of a field."""

    value: Annotated[str, Field(description="Giá trị để lọc", examples=["Nghị quyết"])]
    count: Annotated[int, Field(description="Số văn bản có giá trị này", examples=[12])]


class FacetsOut(Model):
    """The values filters can take, with the number of documents for each."""

    kind: Annotated[tuple[FacetValueOut, ...], Field(description="Theo loại văn bản")]
    issuer: Annotated[tuple[FacetValueOut, ...], Field(description="Theo cơ quan ban hành")]
    year: Annotated[tuple[FacetValueOut, ...], Field(description="Theo năm ban hành")]
    validity: Annotated[tuple[FacetValueOut, ...], Field(description="Theo hiệu lực")]
    source: Annotated[tuple[FacetValueOut, ...], Field(description="Theo nguồn: văn bản được đọc từ loại tệp nào")]


class DocumentListOut(Model):
    """The documents of the corpus, newest first, and the values their fields take."""

    total: Annotated[int, Field(description="Số văn bản qua bộ lọc", examples=[14])]
    page: Annotated[int, Field(description="Trang kết quả, từ 1", examples=[1])]
    page_size: Annotated[int, Field(description="Số văn bản mỗi trang", examples=[20])]
    documents: Annotated[tuple[DocumentOut, ...], Field(description="Các văn bản của trang này")]
    facets: Annotated[FacetsOut, Field(description="Giá trị có thể lọc, đếm trên cả kho")]

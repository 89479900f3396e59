"""The JSON the API speaks; every model is in the OpenAPI document with an example."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """Base: unknown fields are errors, values do not change after they are made."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
    place: Annotated[
        str,
        Field(description="Riêng vị trí và trang", examples=["mục III, khoản 2, gạch đầu dòng thứ 3"]),
    ]


class DocumentOut(Model):
    """What identifies a document, and where its file is."""

    id: Annotated[str, Field(examples=["57-nq-tw-2024-12-22"])]
    number: Annotated[str | None, Field(examples=["57-NQ/TW"])]
    kind: Annotated[str | None, Field(examples=["Nghị quyết"])]
    issuer: Annotated[str | None, Field(examples=["Bộ Chính trị"])]
    issued_on: Annotated[date | None, Field(examples=["2024-12-22"])]
    title: Annotated[
        str | None,
        Field(examples=["về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"]),
    ]
    secrecy: Annotated[str | None, Field(description="Dấu mức độ lưu hành, nếu có", examples=[None])]
    validity: Annotated[str, Field(description="Hiệu lực; «chưa rõ» nếu kho không nêu", examples=["chưa rõ"])]
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
    file_name: Annotated[str, Field(examples=["57-NQ-TW.pdf"])]
    media_type: Annotated[str, Field(examples=["application/pdf"])]


class StepOut(Model):
    """One step of a path."""

    unit: Annotated[str, Field(examples=["mục"])]
    label: Annotated[str, Field(examples=["III"])]


class PassageOut(Model):
    """One citable unit, word for word."""

    id: Annotated[str, Field(examples=["57-nq-tw-2024-12-22/muc-iii/khoan-2/gach-3"])]
    address: Annotated[str, Field(description="Phần sau mã văn bản", examples=["muc-iii/khoan-2/gach-3"])]
    path: tuple[StepOut, ...]
    trail: Annotated[
        tuple[str, ...],
        Field(
            description="Tiêu đề các đơn vị bao quanh, từ ngoài vào trong",
            examples=[["III- NHIỆM VỤ, GIẢI PHÁP"]],
        ),
    ]
    text: Annotated[str, Field(description="Nguyên văn")]
    pages: Annotated[
        tuple[int, ...],
        Field(description="Các trang in đoạn này, đếm từ 1; rỗng nếu không có trang", examples=[[3, 4]]),
    ]
    citation: CitationOut


class HitOut(Model):
    """One answer to a search."""

    passage: PassageOut
    document: DocumentOut
    score: Annotated[float, Field(description="Điểm xếp hạng, càng lớn càng sát", examples=[1.84])]
    matched_by: Annotated[
        tuple[str, ...],
        Field(
            description="Khớp nhờ đâu: chữ (lexical), nghĩa (semantic), địa chỉ (address)",
            examples=[["lexical"]],
        ),
    ]
    highlights: Annotated[
        tuple[tuple[int, int], ...],
        Field(description="Các chỗ khớp trong text: [đầu, cuối), tính theo ký tự Unicode", examples=[[[0, 13]]]),
    ]


class FacetValueOut(Model):
    """How many passages of the result carry one value of a field."""

    value: Annotated[str, Field(examples=["Nghị quyết"])]
    count: Annotated[int, Field(examples=[12])]


class SearchOut(Model):
    """A page of results."""

    query: Annotated[str, Field(examples=["chuyển đổi số ở chi bộ"])]
    page: Annotated[int, Field(description="Trang kết quả, từ 1", examples=[1])]
    page_size: Annotated[int, Field(examples=[10])]
    total: Annotated[int, Field(description="Số đoạn tìm được, tối đa 100", examples=[87])]
    took_ms: Annotated[float, Field(description="Thời gian xử lý trên máy chủ, mili giây", examples=[12.4])]
    hits: tuple[HitOut, ...]


class FacetsOut(Model):
    """The values filters can take, with the number of documents for each."""

    kind: tuple[FacetValueOut, ...]
    issuer: tuple[FacetValueOut, ...]
    year: tuple[FacetValueOut, ...]


class DocumentListOut(Model):
    """The documents of the corpus, newest first, and the values their fields take."""

    total: Annotated[int, Field(examples=[14])]
    page: int
    page_size: int
    documents: tuple[DocumentOut, ...]
    facets: FacetsOut


class OutlineItemOut(Model):
    """One unit of a document, in reading order, with its own text."""

    address: Annotated[str, Field(examples=["muc-iii/khoan-2"])]
    path: tuple[StepOut, ...]
    heading: Annotated[str | None, Field(examples=["NHIỆM VỤ, GIẢI PHÁP"])]
    text: Annotated[str, Field(description="Nguyên văn phần riêng của đơn vị, không gồm đơn vị con")]
    pages: tuple[int, ...]
    place: Annotated[str, Field(examples=["mục III, khoản 2"])]


class DocumentDetailOut(Model):
    """A whole document, unit by unit."""

    document: DocumentOut
    signer: str | None
    place: str | None
    outline: tuple[OutlineItemOut, ...]


class PassageDetailOut(Model):
    """A passage with the passages before and after it in its document."""

    passage: PassageOut
    document: DocumentOut
    previous: PassageOut | None
    next: PassageOut | None


class HealthOut(Model):
    """Whether the service can answer, and over what."""

    status: Annotated[str, Field(examples=["sẵn sàng"])]
    documents: int
    passages: int
    encoder: Annotated[str, Field(examples=["multilingual-e5-small (onnx int8)"])]
    engine: Annotated[str, Field(examples=["qdrant-edge"])]
    version: Annotated[str, Field(examples=["0.1.0"])]


class ProblemOut(BaseModel):
    """An RFC 9457 problem (``application/problem+json``), in Vietnamese."""

    type: Annotated[str, Field(examples=["/loi/khong-tim-thay"])]
    title: Annotated[str, Field(examples=["Không tìm thấy"])]
    status: Annotated[int, Field(examples=[404])]
    detail: Annotated[str, Field(examples=["Không có văn bản «99-nq-tw». Xem danh sách tại /api/documents."])]
    instance: Annotated[str, Field(examples=["/api/documents/99-nq-tw"])]

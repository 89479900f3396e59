"""Whether the service can answer, what it holds and how that got there."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from search_api.schemas.base import Model
from search_api.schemas.document import FacetValueOut


class HealthOut(Model):
    """Whether the service can answer, and over what."""

    status: Annotated[
        str, Field(description="«sẵn sàng», hoặc «kho chưa có văn bản»", examples=["sẵn sàng", "kho chưa có văn bản"])
    ]
    documents: Annotated[int, Field(description="Số văn bản trong kho", examples=[18])]
    passages: Annotated[int, Field(description="Số đoạn trong kho", examples=[640])]
    encoder: Annotated[str, Field(description="Mô hình đang dùng", examples=["multilingual-e5-small (onnx-int8)"])]
    engine: Annotated[str, Field(description="Máy tìm kiếm đang dùng", examples=["qdrant-edge"])]
    version: Annotated[str, Field(description="Phiên bản của dịch vụ", examples=["0.6.0"])]


class RunOut(Model):
    """A run of ``tracuu ingest`` or ``tracuu reindex`` that came to its end."""

    command: Annotated[Literal["ingest", "reindex"], Field(description="Lệnh đã chạy", examples=["ingest"])]
    ended: Annotated[datetime, Field(description="Lúc xong, giờ UTC", examples=["2026-07-01T02:15:00Z"])]
    read: Annotated[int, Field(description="Số tệp là văn bản mới", examples=[12])]
    replaced: Annotated[int, Field(description="Số tệp thay bản đã nạp từ chính tệp ấy", examples=[1])]
    copies: Annotated[int, Field(description="Số tệp là bản sao của văn bản đã có", examples=[2])]
    unchanged: Annotated[int, Field(description="Số tệp không đổi", examples=[40])]
    refused: Annotated[int, Field(description="Số tệp bị từ chối", examples=[3])]
    unnamed: Annotated[
        int, Field(description="Trong số bị từ chối, số tệp không được nêu tên vì có dấu hạn chế", examples=[1])
    ]
    ignored: Annotated[int, Field(description="Số tệp không phải văn bản, bỏ qua", examples=[0])]
    pages: Annotated[int, Field(description="Số trang đã đọc", examples=[310])]


class FileNoteOut(Model):
    """A file that was refused, or taken in with doubts."""

    name: Annotated[str, Field(description="Tên tệp", examples=["bao-cao.pdf"])]
    document: Annotated[
        str | None,
        Field(description="Mã văn bản nếu tệp đã được nạp; null nếu bị từ chối", examples=["57-nq-tw-2024-12-22"]),
    ]
    reason: Annotated[str, Field(description="Lý do ngắn gọn", examples=["tệp hỏng hoặc bị cắt cụt"])]
    message: Annotated[str, Field(description="Điều đã thấy", examples=["Tệp «bao-cao.pdf» bị cắt cụt."])]
    next_step: Annotated[str, Field(description="Việc cần làm", examples=["Hãy chép lại tệp từ nguồn rồi nạp lại."])]


class VersionsOut(Model):
    """Versions of the rules the index was made with."""

    text: Annotated[int, Field(description="Quy tắc đọc chữ", examples=[2])]
    structure: Annotated[int, Field(description="Quy tắc tách mục", examples=[3])]
    terms: Annotated[int, Field(description="Quy tắc tách từ", examples=[4])]
    record: Annotated[int, Field(description="Cấu trúc bản ghi", examples=[2])]


class StatusOut(Model):
    """What is in the corpus and how it got there, for the keeper."""

    health: Annotated[HealthOut, Field(description="Kho có bao nhiêu, máy tìm kiếm và mô hình nào đang chạy")]
    copies: Annotated[int, Field(description="Số bản khác của các văn bản ấy", examples=[4])]
    kinds: Annotated[tuple[FacetValueOut, ...], Field(description="Số văn bản theo loại, nhiều nhất trước")]
    last_arrival: Annotated[
        datetime | None, Field(description="Lần cuối có tệp vào kho, giờ UTC", examples=["2026-07-01T02:14:50Z"])
    ]
    runs: Annotated[tuple[RunOut, ...], Field(description="Các lần nạp gần đây, mới nhất trước; tối đa 20")]
    refused_files: Annotated[int, Field(description="Số tệp bị từ chối và đến nay chưa nạp được", examples=[3])]
    refused: Annotated[
        tuple[FileNoteOut, ...],
        Field(description="Các tệp ấy; chỉ trả cho người hỏi ngay trên máy chủ, người khác nhận danh sách rỗng"),
    ]
    doubtful: Annotated[tuple[FileNoteOut, ...], Field(description="Các tệp đã nạp nhưng cần xem lại")]
    versions: Annotated[VersionsOut, Field(description="Phiên bản các quy tắc lập kho")]

"""What a check answers with, as JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from search_api.checking.quotations import LONGEST_DRAFT
from search_api.schemas import CitationOut, DocumentOut, Model


class Verdict(StrEnum):
    """What was found of a quotation."""

    EXACT = "exact"
    """Word for word, and where the draft says, as far as it says."""
    ALTERED = "altered"
    """The passage is known and differs in words, figures or marks."""
    MISATTRIBUTED = "misattributed"
    """Word for word, but in another document or another unit than the draft says."""
    REPLACED = "replaced"
    """Word for word, but the document is no longer in force."""
    UNKNOWN_DOCUMENT = "unknown_document"
    """The draft names a document that the corpus does not have."""
    NOT_FOUND = "not_found"
    """The corpus has no passage like it."""


class MentionVerdict(StrEnum):
    """What was found of a document that the draft names."""

    RESOLVED = "resolved"
    REPLACED = "replaced"
    AMBIGUOUS = "ambiguous"
    NOT_IN_CORPUS = "not_in_corpus"
    NO_SUCH_UNIT = "no_such_unit"
    DATE_DIFFERS = "date_differs"


class PartKind(StrEnum):
    """How a stretch of a quotation compares with its source."""

    SAME = "same"
    MISSING = "missing"
    """The source has it, the draft left it out."""
    ADDED = "added"
    """The draft has it, the source does not."""
    OMITTED = "omitted"
    """The draft left it out and says so by an ellipsis."""


class CheckTextIn(Model):
    """A draft as text."""

    text: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST_DRAFT,
            description="Lời văn của bản thảo, mỗi đoạn một dòng",
            examples=["Nghị quyết số 57-NQ/TW nêu: “Đẩy mạnh chuyển đổi số ở từng chi bộ”."],
        ),
    ]


class PartOut(Model):
    """A stretch of a quotation beside its source, in reading order."""

    kind: Annotated[
        PartKind,
        Field(
            description="same: như nhau; missing: nguyên văn có, bản thảo thiếu; added: bản thảo có, nguyên văn "
            "không có; omitted: bản thảo lược bỏ và có ghi dấu lược",
            examples=["missing"],
        ),
    ]
    text: Annotated[str, Field(description="Lời văn, như in ở bên có nó", examples=["không"])]


class AmendmentOut(Model):
    """A later document that changes a part of the one quoted, while the rest stays in force."""

    document: Annotated[DocumentOut, Field(description="Văn bản sửa đổi, bổ sung, thay thế hoặc bãi bỏ một phần")]
    units: Annotated[
        tuple[str, ...],
        Field(description="Các đơn vị mà văn bản ấy nêu; rỗng nếu không rõ", examples=[["Điều 5, khoản 2"]]),
    ]
    quoted: Annotated[bool, Field(description="Chỗ được trích nằm trong một đơn vị ấy", examples=[True])]


class FoundOut(Model):
    """Where the corpus has the words of a quotation."""

    passages: Annotated[
        tuple[str, ...],
        Field(description="Mã các đoạn có lời trích, theo thứ tự", examples=[["57-nq-tw-2024-12-22/muc-iii/khoan-2"]]),
    ]
    document: Annotated[DocumentOut, Field(description="Văn bản có lời trích")]
    text: Annotated[str, Field(description="Nguyên văn của chỗ được trích", examples=["Đẩy mạnh chuyển đổi số"])]
    citation: Annotated[CitationOut, Field(description="Cách dẫn đúng chỗ ấy")]
    replaced_by: Annotated[DocumentOut | None, Field(description="Văn bản đã thay thế, nếu kho có")] = None
    amended_by: Annotated[
        tuple[AmendmentOut, ...], Field(description="Các văn bản sau trong kho chỉ thay đổi một phần văn bản này")
    ] = ()


class AttributionOut(Model):
    """Where the draft says that a quotation is from."""

    text: Annotated[str, Field(description="Lời dẫn trong bản thảo", examples=["khoản 2 mục III Nghị quyết 57"])]
    start: Annotated[int, Field(description="Chữ đầu của lời dẫn trong text, đếm từ 0", examples=[120])]
    end: Annotated[int, Field(description="Chữ sau cùng của lời dẫn trong text, cộng 1", examples=[150])]
    documents: Annotated[
        tuple[DocumentOut, ...],
        Field(description="Văn bản trong kho mà lời dẫn nói tới; nhiều văn bản nếu chưa rõ là văn bản nào"),
    ]
    stated: Annotated[
        bool, Field(description="Nêu ngay tại lời trích; false nếu suy từ văn bản nêu trước đó", examples=[True])
    ]


class CheckedOut(Model):
    """A quotation, and what the corpus says of it."""

    quote: Annotated[str, Field(description="Lời trích như trong bản thảo", examples=["Đẩy mạnh chuyển đổi số"])]
    start: Annotated[int, Field(description="Chữ đầu của lời trích trong text, đếm từ 0", examples=[160])]
    end: Annotated[int, Field(description="Chữ sau cùng của lời trích trong text, cộng 1", examples=[182])]
    page: Annotated[int | None, Field(description="Trang của bản thảo, nếu có trang", examples=[2])]
    before: Annotated[str, Field(description="Lời văn ngay trước, cùng đoạn", examples=["Nghị quyết 57 nêu: “"])]
    after: Annotated[str, Field(description="Lời văn ngay sau, cùng đoạn", examples=["”."])]
    verdict: Annotated[Verdict, Field(description="Kết luận", examples=["exact"])]
    told: Annotated[str, Field(description="Kết luận bằng lời", examples=["Đúng nguyên văn."])]
    misplaced: Annotated[bool, Field(description="Chỗ có lời trích khác với chỗ bản thảo nêu", examples=[False])]
    parts: Annotated[tuple[PartOut, ...], Field(description="Đối chiếu từng chữ; rỗng nếu không tìm thấy")]
    found: Annotated[FoundOut | None, Field(description="Chỗ có lời trích trong kho; null nếu không tìm thấy")]
    attribution: Annotated[AttributionOut | None, Field(description="Bản thảo nói lời trích ở đâu; null nếu không nêu")]
    remarks: Annotated[
        tuple[str, ...],
        Field(description="Điều cần xem thêm, không làm đổi kết luận", examples=[["Khác chữ hoa: Đảng, đảng."]]),
    ]


class MentionOut(Model):
    """A document that the draft names, and what the corpus has for it."""

    text: Annotated[str, Field(description="Lời nêu văn bản trong bản thảo", examples=["Nghị quyết số 57-NQ/TW"])]
    start: Annotated[int, Field(description="Chữ đầu trong text, đếm từ 0", examples=[120])]
    end: Annotated[int, Field(description="Chữ sau cùng trong text, cộng 1", examples=[142])]
    page: Annotated[int | None, Field(description="Trang của bản thảo, nếu có trang", examples=[2])]
    verdict: Annotated[MentionVerdict, Field(description="Kết luận", examples=["resolved"])]
    told: Annotated[str, Field(description="Kết luận bằng lời", examples=["Có trong kho."])]
    documents: Annotated[tuple[DocumentOut, ...], Field(description="Văn bản trong kho được nói tới, mới nhất trước")]
    replaced_by: Annotated[DocumentOut | None, Field(description="Văn bản đã thay thế, nếu kho có")] = None


class SkippedOut(Model):
    """Words between quotation marks that were not judged."""

    text: Annotated[str, Field(description="Chữ trong ngoặc kép", examples=["chuyển đổi số"])]
    start: Annotated[int, Field(description="Chữ đầu trong text, đếm từ 0", examples=[10])]
    end: Annotated[int, Field(description="Chữ sau cùng trong text, cộng 1", examples=[23])]
    reason: Annotated[str, Field(description="Vì sao không soát", examples=["cụm từ ngắn"])]


class ReportOut(Model):
    """What was found of a draft."""

    name: Annotated[str, Field(description="Tên tệp, hoặc «văn bản dán vào»", examples=["de-dan.docx"])]
    text: Annotated[
        str,
        Field(description="Lời văn của bản thảo như đã đọc; mọi vị trí đếm trong đó", examples=["Nghị quyết 57 nêu …"]),
    ]
    quotes: Annotated[tuple[CheckedOut, ...], Field(description="Các lời trích, theo thứ tự")]
    mentions: Annotated[tuple[MentionOut, ...], Field(description="Các văn bản được nêu, theo thứ tự")]
    skipped: Annotated[tuple[SkippedOut, ...], Field(description="Chữ trong ngoặc kép không phải lời trích để soát")]
    counts: Annotated[
        dict[Verdict, int], Field(description="Số lời trích theo từng kết luận", examples=[{"exact": 12, "altered": 1}])
    ]
    recognised: Annotated[
        bool, Field(description="Bản thảo được nhận dạng từ ảnh quét: chữ có thể sai so với bản in", examples=[False])
    ]

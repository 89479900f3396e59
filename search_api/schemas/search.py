"""What a search finds, and how the question was understood."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from search_api.schemas.base import Model
from search_api.schemas.document import DocumentOut, FacetsOut
from search_api.schemas.passage import PassageOut


class ParentOut(Model):
    """A unit around a passage."""

    address: Annotated[str, Field(description="Địa chỉ trong văn bản", examples=["muc-iii"])]
    title: Annotated[
        str, Field(description="Tiêu đề, hoặc bậc và nhãn nếu không rõ", examples=["III- NHIỆM VỤ, GIẢI PHÁP"])
    ]


class TermOut(Model):
    """A word or pair of words of a question that a passage has."""

    term: Annotated[str, Field(description="Từ, cặp từ hoặc con số khớp", examples=["chuyển đổi"])]
    weight: Annotated[float, Field(description="Phần đóng góp vào điểm từ ngữ (BM25)", examples=[3.218])]


class ExplanationOut(Model):
    """Why a hit stands where it does: ``score = (lexical + semantic + sentence) * factor + newness + named``."""

    lexical: Annotated[float, Field(description="Điểm từ ngữ so với đoạn cao nhất, 0 đến 1", examples=[0.91])]
    semantic: Annotated[float, Field(description="Điểm nghĩa theo mô hình, 0 đến 0,7", examples=[0.55])]
    sentence: Annotated[
        float, Field(description="Câu sát nhất nói được bao nhiêu phần câu hỏi, 0 đến 0,6", examples=[0.48])
    ]
    factor: Annotated[
        float,
        Field(description="Hệ số: dưới 1 nếu chỉ là tiêu đề, hết hiệu lực hoặc không rõ là văn bản gì", examples=[1]),
    ]
    newness: Annotated[float, Field(description="Điểm cộng cho văn bản mới hơn, tối đa 0,02", examples=[0.013])]
    named: Annotated[float, Field(description="Điểm cộng vì câu hỏi gọi đúng văn bản hoặc mục", examples=[0])]
    cosine: Annotated[float, Field(description="Độ gần nghĩa giữa câu hỏi và đoạn (côsin)", examples=[0.884])]
    terms: Annotated[
        tuple[TermOut, ...], Field(description="Các từ của câu hỏi có trong đoạn, nặng nhất trước, tối đa 12")
    ]


class HitOut(Model):
    """One answer to a search."""

    passage: Annotated[PassageOut, Field(description="Đoạn tìm được")]
    document: Annotated[DocumentOut, Field(description="Văn bản có đoạn này")]
    score: Annotated[float, Field(description="Điểm xếp hạng, càng lớn càng sát", examples=[1.84])]
    matched_by: Annotated[
        tuple[str, ...],
        Field(
            description="Khớp nhờ đâu: chữ (lexical), nghĩa (semantic), câu hỏi gọi đúng mục (address) hoặc gọi đúng "
            "văn bản (document)",
            examples=[["lexical"]],
        ),
    ]
    highlights: Annotated[
        tuple[tuple[int, int], ...],
        Field(description="Các chỗ khớp trong text: [đầu, cuối), tính theo ký tự Unicode", examples=[[[0, 13]]]),
    ]
    snippet: Annotated[
        tuple[tuple[int, int], ...],
        Field(
            description="Phần nên hiện trước của một đoạn dài trên 600 ký tự, cắt ở ranh giới câu: [đầu, cuối) trong "
            "text, theo ký tự Unicode; rỗng nếu đoạn đủ ngắn để hiện cả",
            examples=[[[120, 590]]],
        ),
    ]
    parents: Annotated[
        tuple[ParentOut, ...], Field(description="Các đơn vị bao quanh đoạn, từ ngoài vào trong, để mở trong văn bản")
    ]
    further: Annotated[
        int,
        Field(
            description="Khi gộp theo văn bản: số đoạn khác tìm được trong cùng văn bản; không gộp thì bằng 0",
            examples=[3],
        ),
    ]
    also: Annotated[tuple[PassageOut, ...], Field(description="Đoạn của văn bản khác nói y như vậy, không hiện riêng")]
    explanation: Annotated[
        ExplanationOut | None, Field(description="Vì sao đoạn đứng ở hạng này; chỉ có khi hỏi với explain=true")
    ]


class ChangeOut(Model):
    """A word of a question that was read otherwise."""

    typed: Annotated[str, Field(description="Chữ đã gõ", examples=["chuyeern"])]
    read: Annotated[str, Field(description="Chữ được đọc là", examples=["chuyển"])]


class UnderstoodOut(Model):
    """How a question was understood: nothing is read otherwise without telling."""

    text: Annotated[str, Field(description="Câu hỏi như đã hiểu", examples=["chuyển đổi số ở chi bộ"])]
    changes: Annotated[
        tuple[ChangeOut, ...], Field(description="Các chữ được đọc khác chữ đã gõ, vì kho không có chữ đã gõ")
    ]
    suggestion: Annotated[
        str | None,
        Field(
            description="«Có phải bạn muốn tìm»: câu hỏi có lẽ muốn gõ; null nếu không ngờ chữ nào",
            examples=["đảng viên", None],
        ),
    ]
    absent: Annotated[
        str | None,
        Field(
            description="Văn bản được hỏi theo số mà kho không có; null nếu kho có hoặc không hỏi theo số",
            examples=["Nghị quyết số 18", None],
        ),
    ]
    notes: Annotated[
        tuple[str, ...],
        Field(
            description="Những điều cần biết về cách hiểu câu hỏi: mục mà văn bản không có, văn bản cùng số khác loại",
            examples=[["Quy định 383-QĐ/TW trong kho không có Điều 5, khoản 9."]],
        ),
    ] = ()


class SearchOut(Model):
    """A page of results."""

    query: Annotated[str, Field(description="Câu hỏi như đã nhận", examples=["chuyển đổi số ở chi bộ"])]
    understood: Annotated[UnderstoodOut, Field(description="Câu hỏi đã được hiểu thế nào")]
    choices: Annotated[
        tuple[DocumentOut, ...],
        Field(description="Các văn bản cùng mang số hoặc tên gọi đã hỏi, mới nhất trước; rỗng nếu chỉ có một"),
    ]
    document: Annotated[
        DocumentOut | None,
        Field(description="Văn bản được hỏi, khi câu hỏi chỉ nêu một văn bản mà không hỏi gì thêm về nó"),
    ] = None
    answered: Annotated[
        bool,
        Field(description="Kho có căn cứ trả lời hay không; nếu không, hits chỉ là vài đoạn gần nhất", examples=[True]),
    ]
    confidence: Annotated[
        float,
        Field(description="Độ tin rằng có lời đáp, 0 đến 1; từ 0,3 thì coi là có", examples=[0.93]),
    ]
    page: Annotated[int, Field(description="Trang kết quả, từ 1", examples=[1])]
    page_size: Annotated[int, Field(description="Số đoạn mỗi trang", examples=[10])]
    total: Annotated[
        int,
        Field(description="Số đoạn tìm được, tối đa 100; khi gộp theo văn bản là số văn bản", examples=[87]),
    ]
    took_ms: Annotated[float, Field(description="Thời gian xử lý trên máy chủ, mili giây", examples=[12.4])]
    hits: Annotated[tuple[HitOut, ...], Field(description="Các đoạn của trang này, theo thứ tự đã chọn")]
    facets: Annotated[
        FacetsOut,
        Field(
            description="Giá trị có thể lọc, đếm theo văn bản của kết quả; trường đang lọc thì đếm như khi chưa lọc "
            "trường ấy"
        ),
    ]


class SimilarOut(Model):
    """Passages that say something near to one."""

    passage: Annotated[PassageOut, Field(description="Đoạn được hỏi")]
    hits: Annotated[
        tuple[HitOut, ...], Field(description="Các đoạn gần nội dung nhất, không gồm chính đoạn ấy và các đoạn trùng")
    ]

"""The JSON the API speaks; every model is in the OpenAPI document with an example."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

_PATH = [{"unit": "mục", "label": "III"}, {"unit": "khoản", "label": "2"}, {"unit": "gạch", "label": "3"}]


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
    path: Annotated[tuple[StepOut, ...], Field(description="Đường dẫn, từ bậc ngoài vào trong", examples=[_PATH])]
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


class FacetValueOut(Model):
    """How many documents carry one value of a field."""

    value: Annotated[str, Field(description="Giá trị để lọc", examples=["Nghị quyết"])]
    count: Annotated[int, Field(description="Số văn bản có giá trị này", examples=[12])]


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


class FacetsOut(Model):
    """The values filters can take, with the number of documents for each."""

    kind: Annotated[tuple[FacetValueOut, ...], Field(description="Theo loại văn bản")]
    issuer: Annotated[tuple[FacetValueOut, ...], Field(description="Theo cơ quan ban hành")]
    year: Annotated[tuple[FacetValueOut, ...], Field(description="Theo năm ban hành")]
    validity: Annotated[tuple[FacetValueOut, ...], Field(description="Theo hiệu lực")]
    source: Annotated[tuple[FacetValueOut, ...], Field(description="Theo nguồn: văn bản được đọc từ loại tệp nào")]


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


class SuggestionOut(Model):
    """One thing that may be meant by what has been typed."""

    type: Annotated[
        Literal["document", "unit", "term"],
        Field(description="Văn bản (document), mục của văn bản (unit), từ ngữ (term)", examples=["document"]),
    ]
    text: Annotated[str, Field(description="Lời gợi ý", examples=["Nghị quyết 57-NQ/TW", "chuyển đổi số"])]
    detail: Annotated[
        str | None,
        Field(
            description="Nói thêm: trích yếu của văn bản, hoặc văn bản có mục ấy; null với từ ngữ",
            examples=["về phát triển vườn ươm"],
        ),
    ]
    document: Annotated[str | None, Field(description="Mã văn bản; null với từ ngữ", examples=["57-nq-tw-2024-12-22"])]
    address: Annotated[
        str | None, Field(description="Địa chỉ của mục trong văn bản; null nếu không phải mục", examples=["muc-iii"])
    ]


class SuggestOut(Model):
    """What may be meant by what has been typed so far."""

    query: Annotated[str, Field(description="Chữ đã gõ", examples=["nq 57 muc"])]
    suggestions: Annotated[
        tuple[SuggestionOut, ...], Field(description="Các gợi ý: văn bản, rồi mục, rồi từ ngữ; sát nhất trước")
    ]


class DocumentListOut(Model):
    """The documents of the corpus, newest first, and the values their fields take."""

    total: Annotated[int, Field(description="Số văn bản qua bộ lọc", examples=[14])]
    page: Annotated[int, Field(description="Trang kết quả, từ 1", examples=[1])]
    page_size: Annotated[int, Field(description="Số văn bản mỗi trang", examples=[20])]
    documents: Annotated[tuple[DocumentOut, ...], Field(description="Các văn bản của trang này")]
    facets: Annotated[FacetsOut, Field(description="Giá trị có thể lọc, đếm trên cả kho")]


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
    path: Annotated[tuple[StepOut, ...], Field(description="Đường dẫn, từ bậc ngoài vào trong", examples=[_PATH])]
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


class HealthOut(Model):
    """Whether the service can answer, and over what."""

    status: Annotated[
        str, Field(description="«sẵn sàng», hoặc «kho chưa có văn bản»", examples=["sẵn sàng", "kho chưa có văn bản"])
    ]
    documents: Annotated[int, Field(description="Số văn bản trong kho", examples=[18])]
    passages: Annotated[int, Field(description="Số đoạn trong kho", examples=[640])]
    encoder: Annotated[str, Field(description="Mô hình đang dùng", examples=["multilingual-e5-small (onnx-int8)"])]
    engine: Annotated[str, Field(description="Máy tìm kiếm đang dùng", examples=["qdrant-edge"])]
    version: Annotated[str, Field(description="Phiên bản của dịch vụ", examples=["0.5.0"])]


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
    refused: Annotated[tuple[FileNoteOut, ...], Field(description="Các tệp bị từ chối và đến nay chưa nạp được")]
    doubtful: Annotated[tuple[FileNoteOut, ...], Field(description="Các tệp đã nạp nhưng cần xem lại")]
    versions: Annotated[VersionsOut, Field(description="Phiên bản các quy tắc lập kho")]


class ProblemOut(BaseModel):
    """An RFC 9457 problem (``application/problem+json``), in Vietnamese."""

    type: Annotated[str, Field(description="Loại lỗi", examples=["/loi/khong-tim-thay"])]
    title: Annotated[str, Field(description="Tên lỗi", examples=["Không tìm thấy"])]
    status: Annotated[int, Field(description="Mã HTTP", examples=[404])]
    detail: Annotated[
        str,
        Field(
            description="Lỗi cụ thể và cách xử lý",
            examples=["Không có văn bản «99-nq-tw». Hãy xem danh sách tại /api/documents."],
        ),
    ]
    instance: Annotated[str, Field(description="Địa chỉ đã hỏi", examples=["/api/documents/99-nq-tw"])]


class ConflictOut(ProblemOut):
    """The problem that something was changed by somebody else in between."""

    revision: Annotated[int, Field(description="Bản hiện nay", examples=[9])]

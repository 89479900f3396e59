"""Vietnamese as programs of the nineties kept it, for tests."""

from __future__ import annotations

from ingest.read.legacy.tables import Encoding, table

# Each sentence written for these tests; together they hold every tone on every kind of vowel.
SENTENCES = (
    "Ban Thường vụ Đảng uỷ xã Minh Khai Mẫu yêu cầu các chi bộ thực hiện nghiêm túc những nội dung sau đây.",
    "Khẳng định kết quả đạt được; thẳng thắn nhìn vào chỗ yếu, nơi nào còn ỷ lại, lẫn lộn, để kỳ họp kéo dài.",
    "Mỗi đảng viên giữ gìn phẩm chất, gắn bó với nhân dân, sẵn sàng nhận việc khó và chịu trách nhiệm về kết quả.",
    "Chi bộ thôn Thượng họp thường kỳ vào ngày mồng năm, đọc kỹ dự thảo, sửa đổi từng câu rồi mới biểu quyết.",
)


def old(text: str, encoding: Encoding) -> str:
    """A text in an old encoding, its codes as Latin-1 characters; TCVN3 has few capitals and keeps the others small."""
    codes: dict[str, str] = {}
    for code, letter in table(encoding).items():
        codes.setdefault(letter, code)
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)

from __future__ import annotations

from ingest.read.plain import plain_lines


def read(source: str) -> list[tuple[str, bool]]:
    return [(line.text, line.continues) for line in plain_lines(source)]


def test_unwrapped_lines_are_paragraphs() -> None:
    long = (
        "Chi bộ thảo luận và quyết định những việc cụ thể của từng đảng viên trong tháng, trong quý và trong năm. " * 2
    )
    source = f"NGHỊ QUYẾT\n{long}\nviết tiếp\n\n1. {long}"
    assert [goes_on for _, goes_on in read(source)] == [False] * 4


WRAPPED = """
ỦY BAN NHÂN DÂN
TỈNH A
Số 11/QĐ-UBND

     Căn cứ Nghị định số 80/2025/NĐ-CP của Chính phủ về tổ chức thi hành
văn bản quy phạm pháp luật; theo đề nghị của các cơ quan có liên quan ở
địa phương.
     Quyết định này áp dụng đối với mọi tổ chức, cá nhân có liên quan đến
57-NQ/TW và các văn bản của Đảng về khoa học, công nghệ.
1. Quyết định này có hiệu lực từ ngày ký và được gửi đến các cấp uỷ.
2. Văn phòng chịu trách nhiệm thi hành; các đảng uỷ, chi bộ phối hợp thực
hiện.
"""


def test_wrapped_lines_continue_their_paragraph() -> None:
    lines = read(WRAPPED)
    assert [goes_on for _, goes_on in lines] == [
        False, False, False, False, True, True, False, True, False, False, True,
    ]  # fmt: skip


def test_blank_lines_and_page_breaks_end_paragraphs() -> None:
    row = "Đảng viên thực hiện nhiệm vụ theo phân công của chi bộ trong thời gian\n"
    assert [goes_on for _, goes_on in read(row + "\n" + row + "\f" + row + row)] == [False, False, False, True]


def test_ornaments_vanish() -> None:
    assert read("A\n-----\n***\nB") == [("A", False), ("B", False)]

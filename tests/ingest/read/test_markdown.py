from __future__ import annotations

from textwrap import dedent

import pytest

from ingest.read.markdown import markdown_lines
from ingest.reading import Line


def read(source: str) -> list[Line]:
    return markdown_lines(dedent(source).lstrip("\n"))


def texts(source: str) -> list[str]:
    return [line.text for line in read(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"kỷ nguyên mới \- kỷ nguyên", "kỷ nguyên mới - kỷ nguyên"),
        (r"1\. Một", "1. Một"),
        ("**Điều 1.** Phạm vi", "Điều 1. Phạm vi"),
        ("**Điều 1. **", "Điều 1."),
        ("*Hà Nội, ngày 19\ntháng 11 năm 2025 *", "Hà Nội, ngày 19 tháng 11 năm 2025"),
        ("**1. ***Giảm tối đa: *Đây là", "1. Giảm tối đa: Đây là"),
        ("***đậm nghiêng*** thường", "đậm nghiêng thường"),
        ("*nghiêng **đậm** nghiêng*", "nghiêng đậm nghiêng"),
        ("__Nơi nhận__:", "Nơi nhận:"),
        ("xem [Quy định 294](https://a.example/b_c) này", "xem Quy định 294 này"),
        ("![ảnh](a.png) chú thích", "chú thích"),
        ("A &amp; B &lt;x&gt;", "A & B <x>"),
        ("(*) Ghi chú", "(*) Ghi chú"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("chú thích[1] ở đây", "chú thích[1] ở đây"),
        ("Đả**ng**", "Đảng"),
        ("a<!-- ẩn -->b", "ab"),
    ],
)
def test_inline_marks(source: str, expected: str) -> None:
    assert texts(source) == [expected]


def test_setext_underline_is_no_heading() -> None:
    assert read("VỀ PHÔNG LƯU TRỮ\n-----\n") == [Line("VỀ PHÔNG LƯU TRỮ")]


def test_headings_and_bold_paragraphs() -> None:
    assert read("## I- MỤC TIÊU ##\n\n**1. Về tổ chức**\n\n**Đậm** và thường\n") == [
        Line("I- MỤC TIÊU", heading=2),
        Line("1. Về tổ chức", bold=True),
        Line("Đậm và thường"),
    ]


def test_numbers_stay_as_written() -> None:
    assert texts("3. Ba\n3. Ba nữa\n1- Một\n") == ["3. Ba", "3. Ba nữa", "1- Một"]


def test_bullets() -> None:
    assert texts("* một\n* hai\n\n- ba\n+ bốn\n    indented text\n") == [
        "- một",
        "- hai",
        "- ba",
        "+ bốn indented text",
    ]


def test_letterhead_of_lone_borders() -> None:
    source = """
        |
        BAN CHẤP HÀNH
        TRUNG ƯƠNG
        **VĂN PHÒNG**
        *
        |
        **ĐẢNG CỘNG SẢN
        VIỆT NAM**
        ---------------
        |
        |
        Số 07-KL/VPTW
        |
    """
    assert read(source) == [
        Line("BAN CHẤP HÀNH TRUNG ƯƠNG"),
        Line("VĂN PHÒNG", bold=True),
        Line("ĐẢNG CỘNG SẢN VIỆT NAM", bold=True),
        Line("Số 07-KL/VPTW"),
    ]


def test_table_cells_are_lines() -> None:
    source = "| Số: 20-NQ/TW | *Hà Nội, ngày 01* |\n| :---- | :---- |\n| một \\| hai | ba |\n"
    assert texts(source) == ["Số: 20-NQ/TW", "Hà Nội, ngày 01", "một | hai", "ba"]


def cells(source: str) -> list[tuple[str, int, int]]:
    return [(line.text, line.cell.row, line.cell.column) for line in markdown_lines(source) if line.cell]


def test_pipe_tables_have_rows_and_columns() -> None:
    source = "Mở đầu | không phải bảng\n\n| TT | Việc |\n|---|---|\n| 1 | **Trồng** |\n| 2 | |\n| | Tưới |\n\nHết."
    expected = [("TT", 0, 0), ("Việc", 0, 1), ("1", 1, 0), ("Trồng", 1, 1), ("2", 2, 0), ("Tưới", 3, 1)]
    assert cells(source) == expected
    assert [line.cell.head for line in markdown_lines(source) if line.cell] == [True] * 2 + [False] * 4


SPREAD_OUT = "|\nTT\n|\n**Việc**\n|\n|\n1\n|\nTrồng\ncây\n|\n|\n2\n|\n|\n|\n|\nTưới\n|\n\nHết."


def test_tables_with_every_border_on_its_own_line() -> None:
    assert cells(SPREAD_OUT) == [
        ("TT", 0, 0),
        ("Việc", 0, 1),
        ("1", 1, 0),
        ("Trồng cây", 1, 1),
        ("2", 2, 0),
        ("Tưới", 3, 1),
    ]
    assert texts(SPREAD_OUT)[-1] == "Hết."


def test_borders_that_do_not_make_full_rows_are_no_table() -> None:
    assert cells(SPREAD_OUT.replace("|\nTưới", "Tưới")) == []
    assert cells("|\nNơi nhận:\n|\nBÍ THƯ\n|\n\nHết.") == []


def test_bold_label_glued_to_a_sentence_begins_a_line() -> None:
    assert read("theo quy định (Phụ lục 1).**3.2. Thời điểm tính**") == [
        Line("theo quy định (Phụ lục 1)."),
        Line("3.2. Thời điểm tính", bold=True),
    ]


@pytest.mark.parametrize(
    "source", ["trong đó: **(1) Đối với tỉnh: **Ngoài ra", "xây mới. **Quan trọng** là", "a.**Không** có"]
)
def test_bold_inside_a_sentence_does_not(source: str) -> None:
    assert len(read(source)) == 1


WRAPPED = """
    Hội nghị được đồng chí Thường trực Ban Bí thư dự và chỉ đạo công việc trong
    năm nay. Ban Tổ chức Hội nghị nhận được mười sáu bản tham luận của các văn
    phòng cấp uỷ, trong đó tám đồng chí phát biểu.

    1. Nội dung thứ nhất của quy định này nói về phát triển kinh tế
    - xã hội của địa phương trong thời gian tới, theo điểm a), b), c),
    d) khoản 1 của quy định.
"""


def test_soft_wrapped_lines_join_with_one_space() -> None:
    lines = texts(WRAPPED)
    assert len(lines) == 2
    assert lines[0].endswith("tham luận của các văn phòng cấp uỷ, trong đó tám đồng chí phát biểu.")
    assert "kinh tế - xã hội" in lines[1]
    assert "c), d) khoản 1" in lines[1]


def test_recipients_stand_on_their_own_lines() -> None:
    source = """
        **Nơi nhận:**
        - Ban Bí thư (để báo cáo),
        - Các đồng chí Uỷ viên
        Ban Chấp hành,
        - Lưu Văn phòng.
    """
    assert texts(source) == [
        "Nơi nhận:",
        "- Ban Bí thư (để báo cáo),",
        "- Các đồng chí Uỷ viên Ban Chấp hành,",
        "- Lưu Văn phòng.",
    ]


def test_files_without_blank_lines_keep_a_paragraph_a_line() -> None:
    long = "Đảng viên có quyền được thông tin và thảo luận các vấn đề về Cương lĩnh chính trị và đường lối " * 2
    source = "\n".join(["**Điều 3.**", "Đảng viên có quyền :", f"1. {long}", f"2. {long}", long, "a) Một ý", long])
    assert len(texts(source)) == 7


def test_hard_break_splits() -> None:
    assert texts("**NGHỊ QUYẾT**  \n**HỘI NGHỊ LẦN THỨ SÁU**\n") == ["NGHỊ QUYẾT", "HỘI NGHỊ LẦN THỨ SÁU"]


def test_nothing() -> None:
    assert read("") == []
    assert read("\n\n***\n|\n") == []

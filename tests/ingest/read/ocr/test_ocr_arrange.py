from __future__ import annotations

import random

from made_words import HEIGHT, PITCH, line, segment

from ingest.read.ocr.arrange import in_reading_order
from ingest.read.ocr.found import Segment, segments_of
from ingest.read.ocr.picture import Rule

LETTERHEAD = [
    segment("ĐẢNG BỘ TỈNH MẪU", 100, 0),
    segment("ĐẢNG CỘNG SẢN VIỆT NAM", 500, 0),
    segment("ĐẢNG UỶ XÃ MẪU", 100, 1),
    segment("Mẫu, ngày 3 tháng 11 năm 2025", 480, 1.3),
    segment("Số 08-QĐ/ĐU", 120, 2),
    segment("QUY ĐỊNH", 330, 4),
    segment("Căn cứ Điều lệ Đảng Cộng sản Việt Nam và Quy định này", 100, 5),
    segment("như sau:", 100, 6),
]
SIGNATURE = [
    segment("Quy định này có hiệu lực từ ngày ký và được phổ biến", 100, 0),
    segment("đến chi bộ.", 100, 1),
    segment("T/M BAN THƯỜNG VỤ", 500, 2.6),
    segment("Nơi nhận:", 100, 3),
    segment("BÍ THƯ", 560, 3.6),
    segment("- Các chi bộ,", 100, 4),
    segment("- Lưu.", 100, 5),
    segment("Trần Văn Mẫu", 530, 6.6),
]


def read(segments: list[Segment], rules: tuple[Rule, ...] = ()) -> list[str]:
    mixed = random.Random(5).sample(segments, len(segments))  # noqa: S311
    return [found.text for found in in_reading_order(mixed, rules)]


def test_a_letterhead_is_read_column_by_column() -> None:
    assert read(LETTERHEAD) == [
        "ĐẢNG BỘ TỈNH MẪU",
        "ĐẢNG UỶ XÃ MẪU",
        "Số 08-QĐ/ĐU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Mẫu, ngày 3 tháng 11 năm 2025",
        "QUY ĐỊNH",
        "Căn cứ Điều lệ Đảng Cộng sản Việt Nam và Quy định này",
        "như sau:",
    ]


def test_recipients_come_before_the_signature_that_stands_beside_them() -> None:
    assert read(SIGNATURE)[1:] == [
        "đến chi bộ.",
        "Nơi nhận:",
        "- Các chi bộ,",
        "- Lưu.",
        "T/M BAN THƯỜNG VỤ",
        "BÍ THƯ",
        "Trần Văn Mẫu",
    ]


def test_rows_of_a_table_stay_rows() -> None:
    cells = [segment(text, left, row) for row in range(3) for text, left in ((f"Việc {row}", 100), (f"Hạn {row}", 500))]
    assert read(cells) == ["Việc 0", "Việc 1", "Việc 2", "Hạn 0", "Hạn 1", "Hạn 2"]
    drawn = Rule(400, 0, 3 * PITCH)
    assert read(cells, (drawn,)) == ["Việc 0 Hạn 0", "Việc 1 Hạn 1", "Việc 2 Hạn 2"]
    elsewhere = Rule(400, 10 * PITCH, 13 * PITCH)
    assert read(cells, (elsewhere,)) == read(cells)


def test_three_columns_are_a_table() -> None:
    cells = [segment(text, left, row) for row in (0, 1) for text, left in (("1", 100), ("Tên", 300), ("Ghi chú", 600))]
    assert read(cells) == ["1 Tên Ghi chú"] * 2


def test_codes_stay_beside_what_they_stand_for() -> None:
    meanings = ("đường làng", "đường liên xã", "cầu, cống", "kênh mương", "nhà văn hoá")
    codes = ("10", "X101", "20", "⁄", "30")
    rows = (0, 1, 2, 4, 5)
    cells = [
        segment(text, left, row)
        for texts, left in ((codes, 100), (meanings, 300))
        for text, row in zip(texts, rows, strict=True)
    ]
    below = segment("qua suối lớn và suối nhỏ", 300, 3)
    assert read([*cells, below]) == [
        "10 đường làng",
        "X101 đường liên xã",
        "20 cầu, cống",
        "qua suối lớn và suối nhỏ",
        "⁄ kênh mương",
        "30 nhà văn hoá",
    ]


def test_two_codes_are_no_list_of_them() -> None:
    cells = [segment(text, left, row) for row in (0, 1) for text, left in ((f"1{row}", 100), ("Mẫu", 500))]
    assert read(cells) == ["10", "11", "Mẫu", "Mẫu"]


def test_a_line_is_cut_where_columns_meet() -> None:
    words = [*line("Số 08-QĐ/ĐU", 100, 0), *line("Mẫu, ngày 3", 500, 0)]
    assert [found.text for found in segments_of(words)] == ["Số 08-QĐ/ĐU", "Mẫu, ngày 3"]
    justified = [*line("một hai", 100, 0), *line("ba", 170 + HEIGHT * 1.5, 0)]
    assert [found.text for found in segments_of(justified)] == ["một hai ba"]

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from corpus.numbers import (
    KINDS,
    codes_of_kind,
    find_dates,
    find_numbers,
    kind_at_start,
    kind_of_code,
    number_key,
    roman_value,
)

ONE_NUMBER = [
    # Party form, as printed and as people and machines vary it
    ("57-NQ/TW", "57-NQ/TW", "NQ", "TW"),
    ("05-CT/TW", "05-CT/TW", "CT", "TW"),
    ("294-QĐ/TW", "294-QĐ/TW", "QĐ", "TW"),
    ("45-HD/BTCTW", "45-HD/BTCTW", "HD", "BTCTW"),
    ("84-KH/TU", "84-KH/TU", "KH", "TU"),
    ("05-NQ/ĐU", "05-NQ/ĐU", "NQ", "ĐU"),
    ("03-CTr/ĐU", "03-CTr/ĐU", "CTr", "ĐU"),
    ("94- KH/BTGDVTW", "94-KH/BTGDVTW", "KH", "BTGDVTW"),
    ("57 – NQ / TW", "57-NQ/TW", "NQ", "TW"),
    ("Số: 36-HD/VPTW", "36-HD/VPTW", "HD", "VPTW"),
    ("57-NQ/TƯ", "57-NQ/TW", "NQ", "TW"),
    ("34O-CV/ĐU", "340-CV/ĐU", "CV", "ĐU"),
    ("12-NQLT/BTCTW - VPTW", "12-NQLT/BTCTW-VPTW", "NQLT", "BTCTW-VPTW"),
    # state form
    ("30/2020/NĐ-CP", "30/2020/NĐ-CP", "NĐ", "CP"),
    ("439/QĐ-TTg", "439/QĐ-TTg", "QĐ", "TTg"),
    ("03/NQ-CP", "03/NQ-CP", "NQ", "CP"),
    ("66.18/2026/NQ-CP", "66.18/2026/NQ-CP", "NQ", "CP"),
    ("01/2025/TTLT-BNV-BTC", "01/2025/TTLT-BNV-BTC", "TTLT", "BNV-BTC"),
    ("01/NQ-TT.HĐND", "01/NQ-TT.HĐND", "NQ", "TT.HĐND"),
    ("57/NQ-TW", "57/NQ-TW", "NQ", "TW"),
    ("117/2025/QH15", "117/2025/QH15", "QH", "15"),
    ("01/2016/UBTVQH13", "01/2016/UBTVQH13", "UBTVQH", "13"),
]


@pytest.mark.parametrize(("text", "number", "code", "body"), ONE_NUMBER)
def test_a_number_is_found_in_running_text(text: str, number: str, code: str, body: str) -> None:
    sentence = f"Thực hiện Nghị quyết {text}, ngày 22/12/2024 của Bộ Chính trị."
    (mention,) = find_numbers(sentence)
    assert (mention.number, mention.code, mention.body) == (number, code, body)
    assert sentence[mention.start : mention.end] == text.removeprefix("Số: ")


@pytest.mark.parametrize("text", ["57-NQTW", "NQ 57", "nghị quyết số 57", "22/12/2024", "2021-2026", "1/2", "24-7", ""])
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("theo Quy định 24-QĐ/TW. Ban Chấp hành quyết nghị", "24-QĐ/TW"),
        ("theo Quy định 24-QĐ/TW - Ban hành kèm theo", "24-QĐ/TW"),
        ("Nghị quyết 57-NQ/TW.\nTrung ương yêu cầu", "57-NQ/TW"),
        ("Nghị quyết 57-NQ/TW của Bộ Chính trị", "57-NQ/TW"),
        ("Nghị định 30/2020/NĐ-CP. Bộ Nội vụ", "30/2020/NĐ-CP"),
    ],
)
def test_a_number_ends_where_the_sentence_goes_on(text: str, number: str) -> None:
    assert [mention.number for mention in find_numbers(text)] == [number]


def test_several_numbers_come_in_order_and_do_not_overlap() -> None:
    text = "30/2020/NĐ-CP, 57-NQ/TW và 117/2025/QH15; 36-HD/VPTW"
    found = find_numbers(text)
    assert [m.number for m in found] == ["30/2020/NĐ-CP", "57-NQ/TW", "117/2025/QH15", "36-HD/VPTW"]
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize("spelling", ["57-NQ/TW", "57/NQ-TW", "57-NQTW", "57 - NQ / TW", "57-nq/tw", "57–NQ/TW"])
def test_spellings_of_one_number_have_one_key(spelling: str) -> None:
    assert number_key(spelling) == "57nqtw"


def test_typing_without_marks_gives_the_same_key() -> None:
    assert number_key("294-QD/TW") == number_key("294-QĐ/TW")
    assert number_key("84-KH/TU") != number_key("84-KH/TW")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hà Nội, ngày 22 tháng 12 năm 2024", [(8, date(2024, 12, 22))]),
        ("ngày 09  tháng 6, năm 2025", [(0, date(2025, 6, 9))]),
        ("NGÀY 1 THÁNG 7 NĂM 2025", [(0, date(2025, 7, 1))]),
        ("ngày 07/4/2025", [(5, date(2025, 4, 7))]),
        ("26-5-2025; 9.1.2026", [(0, date(2025, 5, 26)), (11, date(2026, 1, 9))]),
        # impossible days, and figures that are no dates
        ("ngày 31 tháng 2 năm 2025", []),
        ("31/4/2025, 29/2/2023, 0/1/2025, 10/13/2025", []),
        ("29/2/2024", [(0, date(2024, 2, 29))]),
        ("ngày 1 tháng 1 năm 0000", []),
        ("1.2.3.2025", []),
        ("22/12/20245", []),
        ("2021/2026", []),
        ("tỷ lệ 1/2", []),
    ],
)
def test_dates(text: str, wanted: list[tuple[int, date]]) -> None:
    assert list(find_dates(text)) == wanted


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("NGHỊ QUYẾT", "Nghị quyết", ""),
        ("Nghị quyết về chuyển đổi số", "Nghị quyết", " về chuyển đổi số"),
        ("NGHỊ QUYẾT LIÊN TỊCH", "Nghị quyết liên tịch", ""),
        ("Chương trình hành động", "Chương trình hành động", ""),
        ("CHƯƠNG TRÌNH", "Chương trình", ""),
        ("QUY ĐỊNH thi hành", "Quy định", " thi hành"),
        ("QUYẾT ĐỊNH", "Quyết định", ""),
        ("Luật Hóa chất", "Luật", " Hóa chất"),
        ("Bộ luật dân sự", "Bộ luật", " dân sự"),
    ],
)
def test_kind_at_start(line: str, kind: str, rest: str) -> None:
    found = kind_at_start(line)
    assert found is not None
    assert found[0] == kind
    assert line[found[1] :] == rest


@pytest.mark.parametrize("line", ["", "Về nghị quyết", "nghi quyet", "Luậtgì", "Quyết nghị", "Thông"])
def test_lines_that_name_no_kind(line: str) -> None:
    assert kind_at_start(line) is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_recognised_as_itself_in_capitals(kind: str) -> None:
    assert kind_at_start(kind.upper()) == (kind, len(kind))


def test_codes_that_mean_two_kinds_are_left_to_the_title() -> None:
    assert kind_of_code("QĐ") is None
    assert kind_of_code("TT") is None
    assert kind_of_code("NQ") == "Nghị quyết"
    assert codes_of_kind("Quy định") == ("QĐ", "QyĐ", "QĐi")
    assert codes_of_kind("Quyết định") == ("QĐ",)
    assert codes_of_kind("Thông tri") == ("TT",)
    assert codes_of_kind("Chương trình hành động") == ("CTHĐ", "CTrHĐ")
    assert codes_of_kind("Luật") == ()


@pytest.mark.parametrize(
    ("label", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XLIX", 49), ("LXXXIX", 89)]
    + [(label, None) for label in ("", "i", "IIII", "VX", "IC", "C", "A", "I.", "IL")],
)
def test_roman_value(label: str, value: int | None) -> None:
    assert roman_value(label) == value

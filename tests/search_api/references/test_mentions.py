"""Mentions of documents in a text: what is one, what it says, where it stands."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Path, Step
from search_api.references.alone import units_alone
from search_api.references.mention import Mention, Naming
from search_api.references.mentions import find_mentions


def words(text: str) -> list[str]:
    return [text[slice(*one.span)] for one in find_mentions(text)]


def only(text: str) -> Mention:
    (found,) = find_mentions(text)
    return found


def units(text: str) -> list[str]:
    return [" ".join(f"{unit} {label}" for unit, label in path) for path in only(text).units]


def test_all_of_a_mention_is_taken() -> None:
    text = "điểm a khoản 2 Điều 5 Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương"
    found = only(f"Theo {text} thì chi bộ họp.")
    assert found.span == (5, 5 + len(text))
    path: Path = (Step("điều", "5"), Step("khoản", "2"), Step("điểm", "a"))
    assert found.units == (path,)
    assert (found.number, found.serial, found.codes, found.body) == ("24-QĐ/TW", "24", ("qd",), "tw")
    assert (found.kind, found.issued_on, found.year) == ("Quy định", date(2021, 7, 30), 2021)
    assert found.issuer == "Ban Chấp hành Trung ương"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("chi bộ học nq57 trong tháng", "nq57"),
        ("chi bộ học quy định 294 điểm 6.1.2", "quy định 294 điểm 6.1.2"),
        ("chi bộ học điều lệ đảng điều 5", "điều lệ đảng điều 5"),
        ("chi bộ học chỉ thị 02 của đảng uỷ", "chỉ thị 02"),
    ],
)
def test_a_text_without_capitals_names_documents_all_the_same(text: str, named: str) -> None:
    assert text[slice(*only(text).span)].startswith(named)


def test_a_unit_may_follow_a_name_without_a_comma() -> None:
    assert units("NQ 57 mục III khoản 2") == ["mục III khoản 2"]


def test_a_plan_for_years_is_not_one_by_number() -> None:
    assert not find_mentions("Kế hoạch 5 năm 2021-2025 đã xong.")


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("Nghị quyết số 57-NQ/TW", "57-NQ/TW", "Nghị quyết"),
        ("nghị quyết 57", "57", "Nghị quyết"),
        ("NQ 57-NQ/TW", "57-NQ/TW", "Nghị quyết"),
        ("NQ57-TW", "57-NQ/TW", "Nghị quyết"),
        ("NQ57-NQ/TW", "57-NQ/TW", "Nghị quyết"),
        ("57/NQ-TW", "57-NQ/TW", "Nghị quyết"),
        ("nghị quyết số 57-nq/tw", "57-NQ/TW", "Nghị quyết"),
        ("57-NQTW", "57-NQ/TW", "Nghị quyết"),
        ("Kết luận 127", "127", "Kết luận"),
        ("QĐ 24", "24", None),
        ("Thông báo 81 TB TW", "81-TB/TW", "Thông báo"),
        ("Quyết định số 24-QD/TW", "24-QĐ/TW", "Quyết định"),
        ("Công văn số 34O-CV/ĐU", "340-CV/ĐU", "Công văn"),
        ("94- KH/BTGDVTW", "94-KH/BTGDVTW", "Kế hoạch"),
        ("Quy định 24-QĐ/TƯ", "24-QĐ/TW", "Quy định"),
        ("Thông báo kết luận số 75-TB/TW", "75-TB/TW", "Thông báo"),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", "Nghị định"),
        ("QĐ 262/QĐ-TTg", "262/QĐ-TTg", None),
        ("Luật Tổ chức chính quyền địa phương số 72/2025/QH15", "72/2025/QH15", "Luật"),
        ("Nghị quyết của Bộ Chính trị số 57-NQ/TW", "57-NQ/TW", "Nghị quyết"),
    ],
)
def test_numbers(text: str, number: str, kind: str | None) -> None:
    found = only(f"Thực hiện {text}, chi bộ họp.")
    assert (found.number, found.kind) == (number, kind)
    assert found.span == (10, 10 + len(text))


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Luật Quy hoạch đô thị và nông thôn lựa chọn tổ chức", "Luật", "Quy hoạch đô thị và nông thôn"),
        ("Luật Đất đai năm 2024", "Luật", "Đất đai"),
        ("Luật xử lý vi phạm hành chính", "Luật", "Xử lý vi phạm hành chính"),
        ("Luật Ghép cành được ban hành", "Luật", "Ghép cành"),
        ("Bộ luật Hình sự", "Bộ luật", "Hình sự"),
        ("Hiến pháp năm 2013", "Hiến pháp", None),
        ("Điều lệ Đảng Cộng sản Việt Nam", "Điều lệ", "Đảng"),
        ("Điều lệ và các quy định của Đảng", "Điều lệ", "Đảng"),
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết", "Đại hội XIII"),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV", "Nghị quyết", "Đại hội XIV"),
        ("Nghị quyết Trung ương 4 khoá XII", "Nghị quyết", "Trung ương 4 khóa XII"),
        (
            "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII",
            "Nghị quyết",
            "Trung ương 4 khóa XII",
        ),
        ("19 điều đảng viên không được làm", None, "19 điều đảng viên không được làm"),
    ],
)
def test_titles(text: str, kind: str | None, title: str | None) -> None:
    found = only(f"Theo {text}.")
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    "text",
    [
        "theo chỉ thị của cấp trên",
        "ban hành 2 quyết định",
        "ngày 30/7/2021",
        "Quyết định 5 vấn đề về nhân sự",
        "Quy định 3 nhóm đối tượng",
        "hướng dẫn 12 chi bộ",
        "kế hoạch 5 năm",
        "Kế hoạch 2026",
        "Nghị quyết 4 khâu đột phá",
        "các quy định này",
        "Điều này cho thấy",
        "các khoản này được chi",
        "pháp luật hiện hành",
        "điểm 8 của bài thi",
        "đường dây 220/110 kV",
        "chi-thi-so-45-ct-tw.htm",
        "QUYẾT ĐỊNH\n5. Giao chi bộ thực hiện",
        "tổ chức thực hiện nghị quyết\n3- Chi bộ họp",
    ],
)
def test_false_friends(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("khoản 1 và 5 Điều 12 Luật Trồng trọt", ["điều 12 khoản 1", "điều 12 khoản 5"]),
        ("các Điều 15, 18 của Điều lệ Đảng", ["điều 15", "điều 18"]),
        (
            "điểm e khoản 1, điểm d khoản 2 Điều 62, khoản 6 Điều 63 Luật Trồng trọt",
            ["điều 62 khoản 1 điểm e", "điều 62 khoản 2 điểm d", "điều 63 khoản 6"],
        ),
        ("khoản 7 Điều 64; bãi bỏ Điều 66 của Luật Trồng trọt", ["điều 64 khoản 7", "điều 66"]),
        ("Nghị quyết 57-NQ/TW, mục III, khoản 2, gạch đầu dòng thứ 3", ["mục III khoản 2 gạch 3"]),
        ("Quy định 24-QĐ/TW, Điều 9, khoản 3, điểm c và d", ["điều 9 khoản 3 điểm c", "điều 9 khoản 3 điểm d"]),
        ("Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP", ["phụ lục II"]),
        ("Điểm 4.6, Mục 4 của Hướng dẫn này", ["mục 4 điểm 4.6"]),
        ("điểm đ và điểm đ2 khoản 1a Điều này", ["điều này khoản 1a điểm đ", "điều này khoản 1a điểm đ2"]),
    ],
)
def test_units(text: str, named: list[str]) -> None:
    assert units(text) == named


def test_a_citation_in_full_is_one_mention() -> None:
    named = "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng"
    text = f"{named}, Điều 5, khoản 2, tr. 9"
    found = only(f"{text}.")
    assert found.span == (0, len(text))
    assert found.title == "về thi hành Điều lệ Đảng"
    assert units(text) == ["điều 5 khoản 2"]


def test_several_in_one_phrase() -> None:
    text = "các Nghị quyết số 18-NQ/TW và 19-NQ/TW, Chỉ thị 05, 06 và 07 của Bộ Chính trị"
    found = find_mentions(text)
    assert [one.number for one in found] == ["18-NQ/TW", "19-NQ/TW", "05", "06", "07"]
    assert {one.kind for one in found[2:]} == {"Chỉ thị"}
    assert found[-1].issuer == "Bộ Chính trị"


def test_a_text_speaks_of_itself() -> None:
    found = find_mentions("Quy định này thay thế; khoản 2 Điều này; theo Quy định số 3-QĐ/ĐU")
    assert [one.naming for one in found] == [Naming.SELF, Naming.SELF, Naming.NUMBER]


def test_day_term_and_issuer_in_any_order() -> None:
    found = only("Nghị quyết số 29 của Ban Chấp hành Trung ương Đảng khoá XI, ngày 04 tháng 11 năm 2013")
    assert (found.issuer, found.term, found.issued_on) == ("Ban Chấp hành Trung ương Đảng", 11, date(2013, 11, 4))


def test_broken_lines_stray_blanks_and_marks_apart_keep_their_places() -> None:
    text = "Theo Nghị\nquyết  số 57-NQ/TW,\r\nngày 22/12/2024 của Bộ\u00a0Chính trị,\nchi bộ họp"
    wanted = "Nghị\nquyết  số 57-NQ/TW,\r\nngày 22/12/2024 của Bộ\u00a0Chính trị"
    assert words(text) == [wanted]
    apart = unicodedata.normalize("NFD", text)
    assert words(apart) == [unicodedata.normalize("NFD", wanted)]
    assert only(apart).issued_on == date(2024, 12, 22)


def test_letters_drawn_with_eth_and_invisible_signs() -> None:
    text = "Quy \u00ad\u0111\u1ecbnh 24-Q\u00d0/TW\u200b."
    assert words(text) == ["Quy \u00ad\u0111\u1ecbnh 24-Q\u00d0/TW"]


def test_a_mention_does_not_reach_into_the_next_paragraph() -> None:
    assert words("Kết luận số 126-KL/TW của Bộ Chính trị, Ban Bí thư\nVề mục tiêu") == [
        "Kết luận số 126-KL/TW của Bộ Chính trị, Ban Bí thư"
    ]
    assert only("Nghị quyết 57-NQ/TW\n\nĐiều 5. Chi bộ họp").units == ()


_SCRAPS = st.sampled_from(
    [
        *"0159 ,;:.\n“”()-–/",
        "Điều ",
        "khoản ",
        "điểm a",
        " này",
        "Nghị quyết ",
        "Quy định ",
        "số ",
        "-NQ/TW",
        "/2020/NĐ-CP",
        "ngày 30/7/2021",
        " của ",
        "Bộ Chính trị",
        "Luật ",
        "về ",
        "khoá XII",
        "Trung ương ",
        "e\u0302\u0301",
        "\u200b",
        "cụm từ “",
        " và ",
    ]
)


@given(st.lists(_SCRAPS, max_size=40).map("".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_places_are_in_order_and_apart_whatever_the_text(text: str) -> None:
    end = 0
    for one in find_mentions(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@given(st.lists(_SCRAPS, max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_the_normal_form_of_a_text_changes_nothing_but_places(text: str) -> None:
    one, other = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [unicodedata.normalize("NFC", found) for found in words(other)] == words(one)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "Điều ",
        "Điều 5, ",
        "khoản 1 ",
        "Nghị quyết ",
        "Nghị quyết số ",
        "57-NQ/TW ",
        "57-NQ/TW, ",
        "Luật ",
        "Luật A ",
        "A-",
        "-A",
        "12-NQ/A.",
        " ",
        "\n",
        "cụm từ “",
        "của Bộ ",
        "e\u0301",
        "Chỉ thị 05, 06, ",
        "Trung ương ",
        "nghị quyết trung ương ",
        "khoản 2 Điều này, ",
        "về Luật A, ",
        "Quy định 24-QĐ/TW về ",
    ],
)
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    began = time.perf_counter()
    find_mentions(text)
    # At most 1.4 s, and that for 10,000 mentions; what grows with the square takes minutes.
    assert time.perf_counter() - began < 10


def test_a_point_in_letters_lies_in_the_one_in_figures() -> None:
    inner = "khoản 3 điểm 3.1 điểm a"
    assert units("Chỉ thị số 02-CT/ĐU, khoản 3, điểm 3.1, điểm a, tr. 2") == [inner]
    assert units("điểm a điểm 3.1 khoản 3 Chỉ thị số 02-CT/ĐU") == [inner]


def test_a_count_is_no_number() -> None:
    assert words("Quy chế 3 không: không rượu, không cờ bạc") == []


def test_units_without_their_document() -> None:
    text = "Quy chế số 01-QC/ĐU, Điều 3.\nĐiều 2. Mục tiêu\nTheo khoản 1 Điều 9 Quy chế nói trên.\nXem Điều 5."
    alone = units_alone(text, find_mentions(text))
    assert [(text[slice(*one.span)], one.kind) for one in alone] == [
        ("khoản 1 Điều 9 Quy chế nói trên", "Quy chế"),
        ("Điều 5", None),
    ]


def test_units_that_point_back_are_told_from_what_only_looks_so() -> None:
    text = "Theo mục III khoản 2 nêu trên và Điều 5 Quy chế đó; điểm a trên địa bàn xã."
    alone = units_alone(text, find_mentions(text))
    assert [(text[slice(*one.span)], one.points_back) for one in alone] == [
        ("mục III khoản 2 nêu trên", True),
        ("Điều 5 Quy chế đó", True),
        ("điểm a", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1 là đúng.",
        "Quyết định số 1 thì ai cũng tán thành.",
        "Kết luận số 2 và kết luận số 3 đều chưa thuyết phục.",
        "Báo cáo số 3 của chúng tôi được trình bày ở thôn Đông.",
        "Hội nghị nghe báo cáo số 1 trước giờ nghỉ.",
    ],
)
def test_one_of_several_is_not_named_by_its_number(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Quyết định số 1 của Ban Thường vụ Đảng uỷ", "Quyết định số 1 của Ban Thường vụ Đảng uỷ"),
        ("Quyết định số 01 là đúng.", "Quyết định số 01"),
        ("Quyết định số 12 là đúng.", "Quyết định số 12"),
        ("Kết luận số 2, ngày 05/3/2026 là đúng.", "Kết luận số 2, ngày 05/3/2026"),
        ("Hướng dẫn số 1 có hiệu lực từ hôm nay.", "Hướng dẫn số 1"),
        ("Thực hiện Chỉ thị số 5.", "Chỉ thị số 5"),
        ("Nghị quyết số 5 là đúng.", "Nghị quyết số 5"),
        ("Quyết định số 1-QĐ/ĐU là đúng.", "Quyết định số 1-QĐ/ĐU"),
        ("Quy định số 3 điểm 6.1 là đúng.", "Quy định số 3 điểm 6.1"),
    ],
)
def test_a_document_may_have_a_number_of_one_digit(text: str, named: str) -> None:
    assert words(text) == [named]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("xem (05-NQ/ĐU, III.4)", ["mục III.4"]),
        ("xem (05-NQ/ĐU, III.4 và IV.1.a)", ["mục III.4", "mục IV.1.a"]),
        ("05-NQ/ĐU, ngày 18/8/2025, III.4, tr. 3", ["mục III.4"]),
        ("(11-QĐ/ĐU, 18.2)", ["mục 18.2"]),
        ("Quy định 294-QĐ/TW, 6.1.2.", ["mục 6.1.2"]),
        ("Nghị quyết 05-NQ/ĐU, 18.2 tỷ đồng", []),
        ("Nghị quyết 05-NQ/ĐU, 18.2 và 19.1 là hai chỉ số", []),
        ("Nghị quyết 05-NQ/ĐU, III.4% hộ dân", []),
        ("Nghị quyết 05-NQ/ĐU, XIV là khoá nào", []),
    ],
)
def test_a_place_may_stand_behind_a_number_as_its_label_alone(text: str, wanted: list[str]) -> None:
    assert units(text) == wanted

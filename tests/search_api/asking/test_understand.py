"""What a question names, as tables: the ways people write numbers and units, and what only looks like one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import BadQuery
from corpus.popular_names import PLENUMS, POPULAR_NAMES
from corpus.text import fold
from corpus.types import Filters
from search_api.asking.named_document import WantedDocument, WantedTitle
from search_api.asking.popular import WantedByName
from search_api.asking.understand import LONGEST_QUERY, Query, understand
from search_api.asking.unit_labels import spellings


def ask(question: str) -> Query:
    return understand(question, Filters())


NUMBERS = {
    # as printed
    "57-NQ/TW": ("57", "nq", "tw"),
    "05-NQ/ĐU": ("05", "nq", "du"),
    "84-KH/TU": ("84", "kh", "tu"),
    "45-HD/BTCTW": ("45", "hd", "btctw"),
    "1147-QĐ/BTGDVTW": ("1147", "qd", "btgdvtw"),
    "03-CTr/ĐU": ("03", "ctr", "du"),
    "12-TTr/ĐU": ("12", "ttr", "du"),
    "15-QyĐ/TW": ("15", "qyd", "tw"),
    "15-QĐi/TW": ("15", "qdi", "tw"),
    "08-NQ/BCT": ("08", "nq", "bct"),
    "12-BB/CB": ("12", "bb", "cb"),
    "12a-NQ/TW": ("12a", "nq", "tw"),
    # slash and hyphen changed over, glued, blanks, other dashes
    "57/NQ-TW": ("57", "nq", "tw"),
    "57-NQTW": ("57", "nq", "tw"),
    "57 NQ TW": ("57", "nq", "tw"),
    "57 - NQ / TW": ("57", "nq", "tw"),
    "94- KH/BTGDVTW": ("94", "kh", "btgdvtw"),
    "57–NQ/TW": ("57", "nq", "tw"),
    "57\u2011NQ/TW": ("57", "nq", "tw"),
    "57-nq/tw": ("57", "nq", "tw"),
    # the letterhead with it
    "Số: 36-HD/VPTW": ("36", "hd", "vptw"),
    "số 36-HD/VPTW": ("36", "hd", "vptw"),
    # the code first
    "NQ 57": ("57", "nq", ""),
    "NQ57": ("57", "nq", ""),
    "NQ-57": ("57", "nq", ""),
    "NQ/57": ("57", "nq", ""),
    "NQ số 57": ("57", "nq", ""),
    "NQ57-TW": ("57", "nq", "tw"),
    "NQ57/TW": ("57", "nq", "tw"),
    "NQ 57-NQ/TW": ("57", "nq", "tw"),
    # the kind in words
    "nghị quyết 57": ("57", "nq", ""),
    "nghị quyết số 57": ("57", "nq", ""),
    "Nghị quyết số: 57": ("57", "nq", ""),
    "nghi quyet so 57": ("57", "nq", ""),
    "nghị quyết 57-TW": ("57", "nq", "tw"),
    "nghị quyết số 57-NQ/TW": ("57", "nq", "tw"),
    "nghị quyết số 57 của Bộ Chính trị": ("57", "nq", ""),
    "nghị quyết của Bộ Chính trị số 57": ("57", "nq", ""),
    "nghi quyet so 57 cua bo chinh tri": ("57", "nq", ""),
    "thông báo kết luận số 81": ("81", "tb", ""),
    "đề án 06": ("06", "da", ""),
    "quyết định 1147": ("1147", "qd", ""),
    # marks left out, read wrongly, typed another way
    "294-QD/TW": ("294", "qd", "tw"),
    "QD 294": ("294", "qd", ""),
    "34O-CV/ĐU": ("340", "cv", "du"),
    "57-NQ/TƯ": ("57", "nq", "tw"),
    "57-nq/tư": ("57", "nq", "tw"),
    "57 NQ TƯ": ("57", "nq", "tw"),
    # the state's
    "439/QĐ-TTg": ("439", "qd", "ttg"),
    "03/NQ-CP": ("03", "nq", "cp"),
}
YEARS = {
    "30/2020/NĐ-CP": ("30", "nd", "cp", 2020),
    "nghị định 30/2020/NĐ-CP": ("30", "nd", "cp", 2020),
    "nghị định 30/2020": ("30", "nd", "", 2020),
    "ND 30/2020": ("30", "nd", "", 2020),
    "117/2025/QH15": ("117", "qh", "15", 2025),
    "luật 117/2025/QH15": ("117", "qh", "15", 2025),
    "66.18/2026/NQ-CP": ("66.18", "nq", "cp", 2026),
    "03/2021/TT-BNV": ("03", "tt", "bnv", 2021),
    "nghị quyết 18-NQ/TW ngày 25/10/2017": ("18", "nq", "tw", 2017),
    "nghị quyết 18 ngày 25 tháng 10 năm 2017 của Ban Chấp hành Trung ương": ("18", "nq", "", 2017),
    "nghị quyết số 18 của Ban Chấp hành Trung ương, ngày 25/10/2017": ("18", "nq", "", 2017),
}


@pytest.mark.parametrize(("typed", "parts"), [*NUMBERS.items(), *YEARS.items()])
def test_a_number_is_read_however_it_is_typed(typed: str, parts: tuple[str, ...]) -> None:
    query = ask(typed)
    assert isinstance(query.document, WantedDocument)
    serial, code, body, *year = parts
    assert (query.document.serial, query.document.body) == (serial, body)
    assert code in query.document.codes
    assert query.document.year == (year[0] if year else None)
    assert (query.topic, query.units) == ("", ())


@pytest.mark.parametrize("typed", NUMBERS)
@pytest.mark.parametrize("frame", ["{} hạ tầng số", "hạ tầng số trong {}", "hạ tầng số theo {}?"])
def test_the_words_around_a_number_are_the_topic(typed: str, frame: str) -> None:
    query = ask(frame.format(typed))
    assert query.document == ask(typed).document
    assert query.topic == "hạ tầng số"


def test_a_kind_in_words_stands_for_all_its_codes() -> None:
    assert ask("quy định 294").document == WantedDocument("294", ("qd", "qdi", "qyd"))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("nghị quyết 57 nói gì", "Nghị quyết số 57"),
        ("nghi quyet so 57 cua bo chinh tri", "Nghị quyết số 57"),
        ("57-nq/tw", "Nghị quyết số 57-NQ/TW"),
        ("theo nq 57/tw thì sao", "Nghị quyết số 57/TW"),
        ("12a-CTr/TU", "Chương trình số 12a-CTr/TU"),
        ("nghị định 30/2020/nđ-cp", "Nghị định số 30/2020/NĐ-CP"),
        ("quy định 08-qđ/đu", "Quy định số 08-QĐ/ĐU"),
        ("08-QĐ/TW", "Quyết định hoặc Quy định số 08-QĐ/TW"),
        ("117/2025/QH15", "văn bản số 117/2025/QH15"),
    ],
)
def test_a_document_named_by_number_has_a_name_for_readers(question: str, name: str) -> None:
    wanted = understand(question, Filters()).document
    assert isinstance(wanted, WantedDocument)
    assert wanted.name == name


def test_a_year_that_may_be_asked_about_stays_in_the_topic() -> None:
    query = ask("nghị quyết 57 năm 2030 phải đạt gì")
    assert query.document == WantedDocument("57", ("nq",), "", 2030)
    assert query.topic == "năm 2030 phải đạt gì"


NOT_DOCUMENTS = [
    "trong 57 ngày",
    "10% GDP",
    "mục tiêu 2030",
    "đảng viên 30 năm tuổi đảng",
    "đã 30 tuổi",
    "da 30 tuoi",
    "kế hoạch 5 năm",
    "kế hoạch năm năm",
    "chương trình hai mươi năm",
    "quy định một số vấn đề",
    "quy định hai ba trường hợp",
    "nghị quyết năm nay",
    "nghị quyết năm hai nghìn",
    "ke hoach 5 nam",
    "kế hoạch 2026",
    "chương trình 3 năm",
    "báo cáo 6 tháng đầu năm",
    "bc 6 tháng",
    "báo cáo 22 hằng tháng",
    "thông báo 3 ngày trước",
    "thông báo 3 lần",
    "nghị quyết 2 trang",
    "dự án 5 triệu héc-ta",
    "quy định 5 điều",
    "luật 4 chương",
    "nghị quyết trung ương 4",
    "57 nghị quyết",
    "ban hành 5 nq",
    "12 ct",
    "có 57 kh cần làm",
    "500.000 ct",
    "nhiệm kỳ 2025-2030",
    "ngày 5/10",
    "tổng số 294",
    "hỗ trợ 300.000 đồng",
    "khoản chi 5 triệu",
    "điều kiện 3 năm",
    "phần 2 nghìn tỷ",
    "điểm 8 trở lên",
]


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("57", ()),
        ("số 57", ()),
        ("văn bản 57", ()),
        ("57 tiểu mục 10.5", ("số",)),
        ("57, điểm 3.6", ("số",)),
        ("57 mục III khoản 2", ("mục", "khoản")),
    ],
)
def test_a_number_alone_or_before_a_unit_names_a_document_of_any_kind(question: str, units: tuple[str, ...]) -> None:
    found = understand(question, Filters())
    assert isinstance(found.document, WantedDocument)
    assert found.document == WantedDocument("57", ())
    assert found.document.name == ""
    assert tuple(unit.unit for unit in found.units) == units
    assert found.topic == ""


@pytest.mark.parametrize("question", ["57%", "57 tuổi", "2025", "19 điều cấm", "5 mục tiêu", "57 điểm nghẽn", "57 000"])
def test_a_number_with_something_else_behind_it_names_none(question: str) -> None:
    assert understand(question, Filters()).document is None


@pytest.mark.parametrize("question", NOT_DOCUMENTS)
def test_quantities_and_years_name_no_document(question: str) -> None:
    query = ask(question)
    assert query.document is None
    assert query.units == ()
    assert query.topic == question


def unit(name: str, *labels: str) -> tuple[str, tuple[str, ...]]:
    return name, labels


III, TWO, FIVE = unit("mục", "iii", "3"), unit("khoản", "2", "ii"), unit("điều", "5", "v")
UNITS = {
    "bảng 2 phụ lục II": [unit("bảng", "2", "ii"), unit("phụ lục", "ii", "2")],
    "dòng II.3 bảng 2.1": [unit("dòng", "ii.3"), unit("bảng", "2.1")],
    "dong 7 bang 1": [unit("dòng", "7", "vii"), unit("bảng", "1", "i")],
    "gạch đầu dòng thứ 3 khoản 2": [unit("gạch", "3", "iii"), TWO],
    "khoản 2 mục III": [TWO, III],
    "mục III khoản 2": [III, TWO],
    "muc iii khoan 2": [III, TWO],
    "mục 3 khoản 2": [unit("mục", "3", "iii"), TWO],
    "mục III, khoản 2, gạch đầu dòng thứ 3": [III, TWO, unit("gạch", "3", "iii")],
    "gach dau dong thu ba": [unit("gạch", "3", "iii")],
    "gạch thứ nhất": [unit("gạch", "1", "i")],
    "dấu cộng thứ 2": [unit("cộng", "2", "ii")],
    "Điều 5, khoản 4, điểm a": [FIVE, unit("khoản", "4", "iv"), unit("điểm", "a")],
    "điểm a khoản 4 điều 5": [unit("điểm", "a"), unit("khoản", "4", "iv"), FIVE],
    "điểm đ khoản 2": [unit("điểm", "đ"), TWO],
    "điểm d khoản 2": [unit("điểm", "d"), TWO],
    "diem d khoan 2": [unit("điểm", "d", "đ"), TWO],
    "phần B mục III": [unit("phần", "b"), III],
    "chương II": [unit("chương", "ii", "2")],
    "chương thứ hai": [unit("chương", "2", "ii")],
    "phụ lục I": [unit("phụ lục", "i", "1")],
    "mục 3.2": [unit("số", "3.2")],
    "điểm c mục 3.2": [unit("điểm", "c"), unit("số", "3.2")],
    "điểm 8.3": [unit("số", "8.3")],
    "mục 3.5.2": [unit("số", "3.5.2")],
    "mục III.2": [III, TWO],
    "mục III.2.a": [III, TWO, unit("điểm", "a")],
    "điều 5.2": [FIVE, TWO],
    "điều 5a": [unit("điều", "5a")],
    "điều 5 và điều 6": [FIVE, unit("điều", "6", "vi")],
    "điều 5, 6 và 7": [FIVE, unit("điều", "6", "vi"), unit("điều", "7", "vii")],
    "điều 30 đến 32": [unit("điều", "30"), unit("điều", "31"), unit("điều", "32")],
    "khoản 1-2": [unit("khoản", "1", "i"), TWO],
    "khoản 1 đến khoản 2": [unit("khoản", "1", "i"), TWO],
    "mục I-III": [unit("mục", "i", "1"), unit("mục", "ii", "2"), III],
    "mục 3.2 đến 3.4": [unit("số", "3.2"), unit("số", "3.3"), unit("số", "3.4")],
    "điểm c đến đ khoản 2": [unit("điểm", "c"), unit("điểm", "d"), unit("điểm", "đ"), TWO],
    "điểm a, b khoản 2": [unit("điểm", "a"), unit("điểm", "b"), TWO],
    "tiết a điểm 10.6.2": [unit("tiết", "a"), unit("số", "10.6.2")],
    "mục B III 2": [unit("phần", "b"), III, TWO],
    "mục B.III.2": [unit("phần", "b"), III, TWO],
    "điều 5 k2": [FIVE, TWO],
    "khoản hai điều 5": [TWO, FIVE],
    "điều 05": [FIVE],
    "Điều 5?": [FIVE],
    "điều 5.": [FIVE],
    "(điều 5)": [FIVE],
}


@pytest.mark.parametrize(("typed", "units"), UNITS.items())
def test_units_are_read_in_any_order_and_numeral(typed: str, units: list[tuple[str, tuple[str, ...]]]) -> None:
    query = ask(typed)
    assert [(found.unit, found.labels) for found in query.units] == units
    assert query.topic == ""


@pytest.mark.parametrize("number", ["nghị quyết 57", "57-NQ/TW", "NQ 57", "nghị quyết số 57-NQ/TW ngày 22/12/2024"])
@pytest.mark.parametrize("frame", ["{1} {0}", "{0} {1}", "{0}, {1}", "{1} của {0}"])
def test_units_and_a_number_together(number: str, frame: str) -> None:
    query = ask(frame.format(number, "khoản 2 mục III"))
    assert query.document == ask(number).document
    assert [(found.unit, found.labels) for found in query.units] == [TWO, III]
    assert query.topic == ""


@pytest.mark.parametrize(
    ("typed", "document", "units"),
    [
        ("NQ 57 mục III khoản 2", WantedDocument("57", ("nq",)), [III, TWO]),
        ("57/NQ-TW mục III khoản 2", WantedDocument("57", ("nq",), "tw"), [III, TWO]),
        ("quy định 294 điểm 6.1.2", WantedDocument("294", ("qd", "qdi", "qyd")), [unit("số", "6.1.2")]),
        ("quy dinh 294 diem 6.1.2", WantedDocument("294", ("qd", "qdi", "qyd")), [unit("số", "6.1.2")]),
        ("điều lệ đảng điều 5", WantedTitle("Điều lệ", ("dang",)), [FIVE]),
        ("ddieefu leej ddangr ddieefu 5", WantedTitle("Điều lệ", ("dang",)), [FIVE]),
        ("qđ294 d5 k2", WantedDocument("294", ("qd",)), [FIVE, TWO]),
        ("đ. 5 qđ 294", WantedDocument("294", ("qd",)), [FIVE]),
        ("nghị quyết 57 mục ba", WantedDocument("57", ("nq",)), [unit("mục", "3", "iii")]),
        ("nghi quyet nam muoi bay khoan hai dieu nam", WantedDocument("57", ("nq",)), [TWO, FIVE]),
        ("nghị quyết năm bảy điều năm", WantedDocument("57", ("nq",)), [FIVE]),
        ("nghị quyết số sáu khoản hai", WantedDocument("6", ("nq",)), [TWO]),
        ("điều năm quy định hai chín bốn", WantedDocument("294", ("qd", "qdi", "qyd")), [FIVE]),
        ("nghị quyết 57 (2)", WantedDocument("57", ("nq",)), [unit("ngoặc", "2", "ii")]),
        ("thứ hai nghị quyết 57", WantedDocument("57", ("nq",)), [unit("thứ", "2", "ii")]),
        ("điều ba mươi chín điều lệ đảng", WantedTitle("Điều lệ", ("dang",)), [unit("điều", "39")]),
        ("kết luận 127 mục 2", WantedDocument("127", ("kl",)), [unit("mục", "2", "ii")]),
        ("khoản 2 điều 5 hướng dẫn 06-HD/TW", WantedDocument("06", ("hd",), "tw"), [TWO, FIVE]),
        ("mục III khoản 2 nghị quyết tam nông", ask("nghị quyết tam nông").document, [III, TWO]),
    ],
)
def test_document_and_unit_in_words(typed: str, document: object, units: list[tuple[str, tuple[str, ...]]]) -> None:
    query = ask(typed)
    assert query.document == document
    assert [(found.unit, found.labels) for found in query.units] == units
    # The words of a statute's title may go on, so they stay.
    assert query.topic == ("đảng" if isinstance(document, WantedTitle) else "")


def test_without_marks_the_same_is_named() -> None:
    marked = ask("điểm c khoản 2 mục III nghị quyết 57 của Bộ Chính trị về hạ tầng số")
    plain = ask("diem c khoan 2 muc iii nghi quyet 57 cua bo chinh tri ve ha tang so")
    assert (plain.document, plain.units, plain.topic) == (marked.document, marked.units, fold(marked.topic))


@pytest.mark.parametrize("question", ["18.2 hướng dẫn 06-HD/TW", "06-HD/TW 18.2", "hướng dẫn 06, 18.2"])
def test_a_dotted_label_beside_a_document_is_a_unit(question: str) -> None:
    assert [(found.unit, found.labels) for found in ask(question).units] == [unit("số", "18.2")]


def test_the_annex_of_a_document_needs_no_label() -> None:
    assert [(found.unit, found.labels) for found in ask("phụ lục của nghị quyết 57").units] == [unit("phụ lục")]
    assert ask("phụ lục kèm theo").units == ()


NOT_UNITS = [
    "điểm 8 trở lên",
    "điểm 5 sao",
    "khoản 5 triệu đồng",
    "khoản 300.000 đồng",
    "khoản chi",
    "khoán 10",
    "định danh mức 2",
    "phần trăm",
    "một phần 3",
    "mỗi mục 1 trang",
    "danh mục 3",
    "danh mục vi phạm",
    "tài khoản 2",
    "thí điểm 2 xã",
    "thời điểm 31/12",
    "bị trừ điểm 3 lần",
    "mục vi phạm",
    "điểm ở nông thôn",
    "tỷ lệ 5/10",
    "điều này",
    "bằng 2 lần",
    "hai phần ba đảng viên",
    "điều năm 2024",
    "khoản chi ba triệu",
    "chương trình hai năm",
    "thời tiết 2 ngày",
    "họp lần thứ 6",
    "chiều thứ sáu họp",
    "lớp k65 học",
    "đồng 500",
    "dong 500",
]


@pytest.mark.parametrize("question", NOT_UNITS)
def test_what_only_looks_like_a_unit_is_none(question: str) -> None:
    query = ask(f"{question} nghị quyết 57")
    assert query.document is not None
    assert query.units == ()
    assert query.topic == question


@pytest.mark.parametrize("question", ["điều 7 điều lệ đảng", "điều lệ đảng điều 7", "dieu 7 dieu le dang"])
def test_statutes_are_named_by_title_when_a_unit_is_asked_for(question: str) -> None:
    assert ask(question).document == WantedTitle("Điều lệ", ("dang",))


@pytest.mark.parametrize(
    "question",
    ["điều lệ đảng", "tuổi đảng theo điều lệ", "diều lệ điều 7", "ky luat vi sinh con thu ba", "kỷ luật đảng, điều 7"],
)
def test_a_title_without_a_unit_is_words(question: str) -> None:
    assert ask(question).document is None


NAMES = {
    "nghị quyết tam nông": ["19-2022", "26-2008"],
    "nghi quyet tam nong": ["19-2022", "26-2008"],
    "NQ tam nông": ["19-2022", "26-2008"],
    "nghị quyết về tam nông": ["19-2022", "26-2008"],
    "nghị quyết nông nghiệp nông dân nông thôn": ["19-2022", "26-2008"],
    "Nghị quyết kinh tế tư nhân": ["68-2025", "10-2017"],
    "bộ tứ nghị quyết": ["68-2025", "66-2025", "59-2025", "57-2024"],
    "bốn nghị quyết trụ cột": ["68-2025", "66-2025", "59-2025", "57-2024"],
    "bon nghi quyet tru cot": ["68-2025", "66-2025", "59-2025", "57-2024"],
    "nghị quyết 4 chỉnh đốn đảng": ["04-2016", "12-2012"],
    "NQTW 4 khoá XII": ["04-2016"],
    "nghị quyết trung ương 4 khóa 12": ["04-2016"],
    "nghị quyết trung ương 4 khóa XI": ["12-2012"],
    "kết luận trung ương 4 khóa XIII": ["21-2021"],
    "NQ TW 6 khóa XI": ["20-2012", "19-2012"],
    "nghị quyết Trung ương 8, khóa XI": ["29-2013", "28-2013"],
    "nghị quyết trung ương 8 (khóa 12": ["36-2018"],
    "19 điều đảng viên không được làm": ["37-2021", "47-2011"],
    "quy định 19 điều đảng viên không được làm": ["37-2021", "47-2011"],
    "quy định về những điều đảng viên không được làm": ["37-2021", "47-2011"],
    "19 dieu dang vien khong duoc lam": ["37-2021", "47-2011"],
    "khoán 10": ["10-1988"],
    "khoan 100": ["100-1981"],
    "quy định thi hành điều lệ đảng": ["294-2025", "24-2021"],
    "chỉ thị học tập và làm theo Bác": ["05-2016"],
    "nghị quyết văn hoá con người": ["33-2014"],
    # leftovers of keys in a name
    "nghij quyeets tam noong": ["19-2022", "26-2008"],
}


@pytest.mark.parametrize(("typed", "documents"), NAMES.items())
@pytest.mark.parametrize("frame", ["{}", "{} đất lúa", "đất lúa trong {}?"])
def test_popular_names_mean_documents_of_a_year(typed: str, documents: list[str], frame: str) -> None:
    query = ask(frame.format(typed))
    assert isinstance(query.document, WantedByName)
    assert [f"{one.serial}-{one.year}" for one in query.document.documents] == documents
    assert query.topic == ("đất lúa" if "đất" in frame else "")


def test_a_number_beside_a_popular_name_is_meant() -> None:
    assert ask("68-NQ/TW nghị quyết kinh tế tư nhân").document == WantedDocument("68", ("nq",), "tw")


NO_NAMES = [
    "khoản 10", "khoán việc", "kinh tế tư nhân", "tam nông", "nghị quyết tâm nông", "nghị quyết của chi bộ", "bộ tứ",
    "điều đảng viên được làm", "nghị quyết trung ương 4", "trụ cột kinh tế", "19 điều", "bộ tư",
]  # fmt: skip


@pytest.mark.parametrize("typed", NO_NAMES)
def test_what_only_resembles_a_popular_name_is_none(typed: str) -> None:
    assert not isinstance(ask(typed).document, WantedByName)


def test_every_popular_name_is_read_as_itself() -> None:
    for name, called in (POPULAR_NAMES | PLENUMS).items():
        for typed in (name, fold(name), name.upper()):
            document = ask(typed).document
            assert isinstance(document, WantedByName), typed
            assert [(one.serial, one.year) for one in document.documents] == [
                (one.number.partition("-")[0], one.year) for one in called
            ]
            assert all(one.body == "tw" for one in document.documents)


SLIPS = {
    "nghij quyeets 57": WantedDocument("57", ("nq",)),
    "d9ie62u le65 d9ang3": None,
    "Nghị quyêts 57": WantedDocument("57", ("nq",)),
    "khoản 2 mục III nghij quyeets 57": WantedDocument("57", ("nq",)),
}


@pytest.mark.parametrize(("typed", "document"), SLIPS.items())
def test_names_are_read_behind_the_slips(typed: str, document: WantedDocument | None) -> None:
    assert ask(typed).document == document


def test_the_text_is_composed_and_blanks_are_evened_out() -> None:
    typed = unicodedata.normalize("NFD", "  chuyển\u00a0 đổi\tsố ")
    query = ask(typed)
    assert (query.raw, query.text, query.topic) == (typed, "chuyển đổi số", "chuyển đổi số")


@pytest.mark.parametrize("question", ["", "  ", "?!…", "\u200b", "😀", "a" * (LONGEST_QUERY + 1)])
def test_what_is_no_question_is_refused_with_a_next_step(question: str) -> None:
    with pytest.raises(BadQuery) as refused:
        ask(question)
    assert refused.value.next_step


def test_the_longest_question_is_read() -> None:
    assert ask("a" * LONGEST_QUERY).topic == "a" * LONGEST_QUERY


def test_labels_in_both_numerals() -> None:
    assert spellings("xiv") == ("xiv", "14")
    assert spellings("20") == ("20", "xx")
    assert spellings("21") == ("21",)
    assert spellings("a") == ("a",)


PIECES = st.sampled_from(
    [
        *NUMBERS,
        *UNITS,
        *NOT_UNITS,
        *NOT_DOCUMENTS,
        "của",
        ",",
        "điều lệ",
        "İ",
        "ǆ",
        "😀",
        "ß",
        "Ⅳ",
        "٣",
        "²",
        "/",
        "-",
        ".",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=8))
def test_any_text_is_read_or_refused_as_a_bad_question(pieces: list[str]) -> None:
    question = " ".join(pieces)
    try:
        query = ask(question)
    except BadQuery:
        return
    assert query.raw == question
    assert len(query.topic) <= len(query.text)
    assert (query.topic == query.text) == (query.document is None and query.units == ())

"""Marks found and marks not found: what is printed on a first page, line by line, all of it made up."""

from __future__ import annotations

import pytest

from corpus.secrecy import Level
from corpus.stamps import secrecy_mark, standing_mark

BODY = ["Chi bộ họp thường kỳ mỗi tháng một lần."] * 200
LETTERHEAD = [
    "TỈNH ỦY MẪU",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "*",
    "Mẫu, ngày 5 tháng 3 năm 2026",
    "Số 05-BC/TU",
    "BÁO CÁO",
    "về trồng cây hai bên đường",
]
INTERNAL, BACK, RECALLED = "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI", "TÀI LIỆU THU HỒI"
UNPUBLISHED = "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"


def found(lines: list[str], stamps: list[str] | None = None) -> str | None:
    mark = secrecy_mark(lines, stamps or [])
    return mark.text if mark else None


# A mark on lines of its own, as many as are written, under the name of the upper body.
ALONE = {
    "MẬT": [
        "MẬT", "(MẬT)", "* MẬT *", "*MẬT*", "[ MẬT ]", "[MẬT]", "-MẬT-", "- MẬT -", "| MẬT |", "“MẬT”", "M Ậ T",
        "M  Ậ  T",
        "TÀI LIỆU MẬT", "VĂN BẢN MẬT", "MÂT", "MAT", "M A T", "MẠT", "MÀT", "MẬ7", "MÂ7", "M4T", "MA\u0302\u0323T",
        "MẬT MẬT",
        "KHẨN MẬT", "MẬT - KHẨN", "MẬT HỎA TỐC", "MẬT HOẢ TỐC KHẨN", "MẬT - THƯỢNG KHẨN", "MẬT HỎA TỐC HẸN GIỜ",
        "MẬT Bản số: 05", "MẬT (Bản số 3)", "MẬT Bản số: 05/10", "MẬT Số bản: 10", "MẬT 03/10", "MẬT - Bản thứ hai",
        "Độ mật: Mật", "ĐỘ MẬT: MẬT", "Mức độ mật: Mật", "Độ mật của văn bản: Mật", "M|Ậ|T", "MẬT|Bản số 3",
        "BẢN SAO BÍ MẬT NHÀ NƯỚC", "BẢN TRÍCH SAO BÍ MẬT NHÀ NƯỚC", "BÁO CÁO TÌNH HÌNH (MẬT)",
        "KẾ HOẠCH NĂM 2026 - TÀI LIỆU MẬT",
    ],
    "TỐI MẬT": [
        "TỐI MẬT", "T Ố I  M Ậ T", "TÔI MẬT", "TOI MAT", "TỐI MẠT", "T0I MẬT", "T0l MẬT", "TỐ1 MẬT", "TỐIMẬT",
        "TỐI - MẬT",
        "TÀI LIỆU TỐI MẬT", "TỐI MẬT - HỎA TỐC", "*** TỐI MẬT ***", "Độ mật: Tối mật", "TỐI MẬT Bản số 01",
    ],
    "TUYỆT MẬT": [
        "TUYỆT MẬT", "TUYÊT MÂT", "TUYET MAT", "TUYỆT MẠT", "TUYỆ7 MẬT", "T U Y Ệ T  M Ậ T", "TUYỆT MẬT KHẨN",
        "Độ mật: Tuyệt mật",
    ],
    INTERNAL: [
        "LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ", "(Tài liệu lưu hành nội bộ)", "L Ư U  H À N H  N Ộ I  B Ộ",
        "LUU HANH NOI BO",
        "TÀI LIỆU SỬ DỤNG NỘI BỘ", "Chỉ dùng trong nội bộ", "NỘI BỘ", "TÀI LIỆU NỘI BỘ",
        "LƯU HÀNH NỘI BỘ, KHÔNG SAO CHỤP",
        "TÀI LIỆU SINH HOẠT CHI BỘ (Lưu hành nội bộ)", "Tài liệu học tập của chi bộ thôn Đông (lưu hành nội bộ)",
        "TÀI LIỆU SINH HOẠT CHI BỘ - LƯU HÀNH NỘI BỘ", "Lưu hành trong nội bộ Đảng",
    ],
    RECALLED: [RECALLED, "Tài liệu thu hồi sau hội nghị", "VĂN BẢN THU HỒI"],
    BACK: [BACK, "Xem xong đề nghị trả lại", "XEM XONG TRẢ LẠI CHO VĂN PHÒNG", "(Xem xong xin trả lại)"],
    UNPUBLISHED: [
        "Không phổ biến trên các phương tiện thông tin đại chúng", UNPUBLISHED, "KHÔNG PHỔ BIẾN",
        "(Không đăng tải trên các phương tiện thông tin đại chúng)", "KHÔNG ĐƯỢC SAO CHỤP",
    ],
    "DỰ THẢO": ["DỰ THẢO", "Dự thảo lần 2", "DỰ THẢO NGÀY 12/3/2026", "Dự thảo lần thứ ba", "DỰ THẢO 3"],
}  # fmt: skip


@pytest.mark.parametrize(("written", "mark"), [(line, mark) for mark, lines in ALONE.items() for line in lines])
def test_marks_alone_on_their_lines(written: str, mark: str) -> None:
    assert found(["ĐẢNG BỘ TỈNH A", *written.split("|"), *BODY]) == mark


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", INTERNAL])
@pytest.mark.parametrize("place", range(len(LETTERHEAD)))
def test_marks_at_every_place_of_a_letterhead(mark: str, place: int) -> None:
    assert found([*LETTERHEAD[:place], mark, *LETTERHEAD[place:], *BODY]) == mark


# Read with the columns of the letterhead, or by a scan that sees hardly a letter right.
BESIDE = [
    ("BAN CHẤP HÀNH TRUNG ƯƠNG MẬT ĐẢNG CỘNG SẢN VIỆT NAM", "MẬT"),
    ("TỈNH ỦY MẪU MẬT ĐẢNG CỘNG SẢN VIỆT NAM", "MẬT"),
    ("TỈNH ỦY MẪU MẬT", "MẬT"),
    ("TỈNH ỦY MẪU TỐI MẬT", "TỐI MẬT"),
    ("MẬT ĐẢNG CỘNG SẢN VIỆT NAM", "MẬT"),
    ("MẬT TỈNH ỦY MẪU", "MẬT"),
    ("Số 12-BC/TW TUYỆT MẬT", "TUYỆT MẬT"),
    ("Số 12 - BC/TU MẬT", "MẬT"),
    ("Số 12-BC/TU MẬ7", "MẬT"),
    ("MẬT Mẫu, ngày 5 tháng 3 năm 2026", "MẬT"),
    ("TỐI MẠT Mẫu, ngày 5 tháng 3 năm 2026", "TỐI MẬT"),
    ("ỦY BAN NHÂN DÂN MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"),
    ("MẬT Độc lập - Tự do - Hạnh phúc", "MẬT"),
    ("TỈNH ỦY MẪU LƯU HÀNH NỘI BỘ ĐẢNG CỘNG SẢN VIỆT NAM", INTERNAL),
    ("TỈNH ỦY MẪU TÀI LIỆU THU HỒI", RECALLED),
    ("Mật", "MẬT"),
    ("Tối mật", "TỐI MẬT"),
    ("MẶT", "MẬT"),
    ("MẤT", "MẬT"),
    ("Tuyệt mật", "TUYỆT MẬT"),
]


@pytest.mark.parametrize(("line", "mark"), BESIDE)
def test_marks_that_are_read_together_with_a_letterhead(line: str, mark: str) -> None:
    assert found(["ĐẢNG BỘ TỈNH A", line, *LETTERHEAD, *BODY]) == mark


@pytest.mark.parametrize(
    ("stamp", "mark"),
    [
        ("MẬT", "MẬT"),
        ("Mật", "MẬT"),
        ("MẶT", "MẬT"),
        ("mật", "MẬT"),
        ("Tối mật", "TỐI MẬT"),
        ("TUYỆT MẬT TUYỆT MẬT", "TUYỆT MẬT"),
        ("MẬTMẬTMẬT", "MẬT"),
        ("Lưu hành nội bộ", INTERNAL),
        ("Độ mật: A", None),
        ("Mất", None),
        ("bảo mật", None),
        ("Bí mật nhà nước", None),
        ("Trang 3/10", None),
        ("VĂN PHÒNG", None),
    ],
)
def test_one_mark_around_the_text_is_enough(stamp: str, mark: str | None) -> None:
    assert found([*LETTERHEAD, *BODY], ["Trang 1", stamp]) == mark


TITLES = {
    "Mật - Báo cáo quý I": "MẬT",
    "MẬT - BÁO CÁO QUÝ I": "MẬT",
    "MẬT: BÁO CÁO QUÝ I": "MẬT",
    "Báo cáo quý I - Mật": "MẬT",
    "BÁO CÁO QUÝ I – MẬT": "MẬT",
    "Báo cáo quý I (Mật)": "MẬT",
    "Báo cáo (Tối mật) quý I": "TỐI MẬT",
    "[Tuyệt mật] Báo cáo quý I": "TUYỆT MẬT",
    "Tuyệt mật | Báo cáo quý I | Trang 1": "TUYỆT MẬT",
    "Tài liệu mật - Báo cáo quý I": "MẬT",
    "Lưu hành nội bộ - Báo cáo quý I": INTERNAL,
    "Xem xong trả lại - Báo cáo": BACK,
    "Bí mật nhà nước - Hỏi và đáp": None,
    "Luật Bảo vệ bí mật nhà nước (2025)": None,
    "Ban Cơ yếu Chính phủ - Mật mã và đời sống": None,
    "Bảo mật - An toàn thông tin": None,
    "Mật ong - Sản phẩm của xã": None,
    "TAI - MŨI - MẮT": None,
    "Bà Mật - Người giữ rừng": None,
    "Tuyệt mật, tối mật - mật: giải thích từ ngữ": None,
    "Mật - Thường - Tối mật": None,
    "a) Tối mật; b) Mật": None,
    "Độ mật - cách xác định": None,
    "Giải mật - hướng dẫn": None,
    "Mất - còn": None,
    "Mặt trận - Đoàn thể": None,
    "Tuyệt mật: 3 văn bản; tối mật: 5 văn bản; mật: 12 văn bản.": None,
}


@pytest.mark.parametrize(("title", "mark"), TITLES.items())
def test_marks_inside_a_longer_title(title: str, mark: str | None) -> None:
    assert found([title, "Một dòng của văn bản.", *BODY]) == mark
    assert found([*LETTERHEAD, *BODY], [title]) == mark
    assert found([*LETTERHEAD, *BODY[:50], title, *BODY]) is None, "further down it is a sentence"


@pytest.mark.parametrize(
    "written",
    [
        "\u041c\u1eac\u0422",  # Cyrillic М and Т
        "\u041c\u0410\u0302\u0323\u0422",  # Cyrillic А with the marks set on it
        "\u039c\u1eac\u03a4",  # Greek Μ and Τ
        "\uff2d\uff21\u0302\u0323\uff34",  # full-width
        "\uff2d\uff21\uff34",
        "\U0001d40c\u1eac\U0001d413",  # mathematical bold
        "M\u200b\u1eac\u200bT",
        "M\u2060\u1eac\ufe0fT",
        "\u200eM\u1eacT\u200f",
        "\u202aM\u1eacT\u202c",
        "M\u00ad\u1eacT",
        "M\u3000\u1eac\u3000T",
    ],
)
def test_letters_that_look_like_ours(written: str) -> None:
    assert found(["ĐẢNG BỘ TỈNH A", written, *BODY]) == "MẬT"
    assert found([*LETTERHEAD, *BODY], [written]) == "MẬT"


def test_a_stamp_set_letter_under_letter() -> None:
    assert found(["ĐẢNG BỘ TỈNH A", "T", "Ố", "I", "MẬT", *BODY]) == "MẬT"
    assert found([*LETTERHEAD, *BODY], ["M", "Ậ", "T"]) == "MẬT"


NO_MARKS = [
    # subjects and titles
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "QUY ĐỊNH VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VỀ ĐỘ MẬT CỦA TỪNG LOẠI BÍ MẬT NHÀ NƯỚC",
    "DANH MỤC BÍ MẬT NHÀ NƯỚC", "QUY CHẾ BẢO MẬT HỆ THỐNG THÔNG TIN", "CHỈ THỊ VỀ CÔNG TÁC BẢO MẬT",
    "KẾ HOẠCH GIẢI MẬT TÀI LIỆU",
    "ĐÃ GIẢI MẬT", "GIẢI MẬT", "MẬT MÃ VÀ AN TOÀN THÔNG TIN", "BAN CƠ YẾU CHÍNH PHỦ", "CỤC QUẢN LÝ MẬT MÃ DÂN SỰ",
    "MẬT ONG", "MẬT ONG RỪNG", "NGHỀ NUÔI ONG LẤY MẬT", "RỈ MẬT", "MẬT MÍA", "SẢN PHẨM MẬT ONG BẠC HÀ MẪU",
    "MẬT ĐỘ DÂN SỐ",
    "MẬT ĐỘ XÂY DỰNG", "MẬT KHẨU", "MẬT KHẨU TÀI KHOẢN CÔNG VỤ", "MẬT THƯ", "ĐỘ MẬT", "CẤP ĐỘ MẬT", "CƠ MẬT",
    "VIỆN CƠ MẬT", "MẬT VỤ",
    "MẬT NGHỊ", "TÚI MẬT", "SỎI MẬT", "CHU ĐÁO, THÂN MẬT", "GẶP MẶT THÂN MẬT", "PHẬT GIÁO MẬT TÔNG", "TỈ MẬT",
    "NGHIÊM MẬT",
    # words with other marks
    "MẶT TRẬN TỔ QUỐC VIỆT NAM", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ MẪU", "MẶT", "MẮT", "MÁT", "MẤT", "MẶT HÀNG",
    "CÓ MẶT", "VẮNG MẶT",
    "TỐI MAI", "TÓM TẮT", "MỐT", "MÚT", "MÍT", "MỘT", "M", "T", "TUYỆT ĐỐI", "TUYỆT MỸ", "MẪU", "MẪU ĐƠN",
    # names
    "Mật", "Bà Mật", "Nguyễn Thị Mật", "NGUYỄN THỊ MẬT", "Đồng chí Trần Văn Mật", "ông Mật", "Lê Mật", "THÔN AN MẬT",
    "Xã Đức Mật",
    # sentences
    "Căn cứ Luật Bảo vệ bí mật nhà nước;", "Văn bản thuộc danh mục tuyệt mật do cấp có thẩm quyền quy định.",
    "Tài liệu mật phải được cất trong tủ có khóa.", "Cán bộ giữ bí mật nội dung cuộc họp.", "mật khẩu", "mật",
    "tối mật", "tuyệt mật",
    "Đóng dấu MẬT lên góc trên của trang đầu.", "Dấu “MẬT” được khắc bằng gỗ.", "Mỗi văn bản tối mật có một bản lưu.",
    "Không để lộ, lọt bí mật nhà nước trên mạng.", "Thân mật chào hỏi bà con.", "Rừng rậm rạp, cây cối mật độ cao.",
    "Số lượng tài liệu MẬT đã nộp lưu: 12.", "Văn bản MẬT không gửi qua thư điện tử.", "1. Mật", "a) Tối mật;",
    "- Tuyệt mật",
    "Tuyệt mật: 3 văn bản; tối mật: 5 văn bản; mật: 12 văn bản.", "Loại A: Tuyệt mật", "Độ mật: do người ký quyết định",
    "Độ mật", "Mức độ mật", "Độ mật: Không", "Mức độ: Thường", "Độ mật: Thường",
    # circulation in sentences and tables
    "Nghị quyết này lưu hành nội bộ trong Đảng bộ xã cho đến khi công bố.", "Dự thảo Nghị quyết do Văn phòng chuẩn bị.",
    "Tài liệu lưu hành nội bộ phải được thu hồi sau hội nghị.", "Không phổ biến", "Không phổ biến.", "Nội bộ", "nội bộ",
    "Thu hồi",
    "THU HỒI ĐẤT", "QUYẾT ĐỊNH THU HỒI ĐẤT", "Thu hồi tài liệu sau hội nghị",
    "Xem xong chương trình, bà con trả lại ghế.",
    "ĐOÀN KẾT NỘI BỘ", "Kiểm soát nội bộ", "KIỂM TOÁN NỘI BỘ", "BẢO VỆ CHÍNH TRỊ NỘI BỘ", "BAN BẢO VỆ CHÍNH TRỊ NỘI BỘ",
    "Văn bản thu hồi", "Tài liệu được phổ biến rộng rãi.", "Không sao chụp", "PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT", "LƯU HÀNH",
    "GIẤY CHỨNG NHẬN LƯU HÀNH", "SỐ LƯU HÀNH: 12/2026", "PHÊ DUYỆT DỰ THẢO NGHỊ QUYẾT", "GÓP Ý DỰ THẢO",
    "Ý kiến về dự thảo lần 2:",
    # urgency and other stamps
    "KHẨN", "HỎA TỐC", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ", "TÀI LIỆU", "VĂN BẢN", "Bản số: 05", "BẢN CHÍNH", "SAO Y",
    "BẢN SAO", "ĐẾN",
    "CÔNG VĂN ĐẾN", "VĂN PHÒNG", "*", "-", "", "1", "17", "2026", "TÓI", "7",
]  # fmt: skip


@pytest.mark.parametrize("line", NO_MARKS)
def test_words_that_are_no_marks(line: str) -> None:
    assert found(["ĐẢNG BỘ TỈNH A", *["Một dòng của văn bản."] * 8, line, *BODY]) is None
    assert found(["ĐẢNG BỘ TỈNH A", line, *BODY]) is None


@pytest.mark.parametrize(
    "line",
    [
        "BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT NHÀ NƯỚC ĐẢNG CỘNG SẢN VIỆT NAM",
        "BỘ PHẬN BẢO MẬT ĐẢNG CỘNG SẢN VIỆT NAM",
        "TRUNG TÂM MẬT MÃ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BAN CHỈ ĐẠO GIẢI MẬT",
        "HỢP TÁC XÃ MẬT ONG MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ĐẢNG ỦY XÃ ĐỨC MẬT",
        "Căn cứ Luật Bảo vệ bí mật nhà nước ngày 15 tháng 11 năm 2018;",
        "ỦY BAN MẶT TRẬN TỔ QUỐC",
        "HỘI ĐỒNG GIẢI MẬT TỈNH MẪU",
    ],
)
def test_names_of_bodies_that_hold_the_word(line: str) -> None:
    assert found(["ĐẢNG BỘ TỈNH A", line, *LETTERHEAD, "Đảng bộ xã Đức Mật trồng cây.", *BODY]) is None


def test_a_regulation_about_marks_lists_them() -> None:
    title = [*LETTERHEAD[:5], "QUY ĐỊNH", "VỀ MẪU DẤU CHỈ ĐỘ MẬT"]
    table = ["Mẫu số 01", "TUYỆT MẬT", "Mẫu số 02", "TỐI MẬT", "Mẫu số 03", "MẬT"]
    assert found([*title, "Điều 1. Mẫu dấu", *table, *BODY]) is None
    assert found([*title, *BODY, *table * 3, *BODY]) is None
    assert found(["PHỤ LỤC", "MẪU DẤU", "TUYỆT MẬT", "TỐI MẬT", "MẬT", *BODY]) is None
    assert found([*title[:2], "MẬT", *title[2:], *table, *BODY]) == "MẬT"
    assert found([*title, *table, *(["Một trang.", "MẬT"] * 9), *BODY]) == "MẬT"


def test_a_mark_deep_in_a_document_must_come_back() -> None:
    once = [*BODY, "TUYỆT MẬT", *BODY]
    assert found(once) is None
    assert found(once * 3) == "TUYỆT MẬT"


def test_the_strictest_mark_counts() -> None:
    mark = secrecy_mark(["DỰ THẢO", "LƯU HÀNH NỘI BỘ", "MẬT", "TỐI MẬT"])
    assert mark is not None
    assert mark.level is Level.TOP_SECRET


def test_a_line_of_its_own() -> None:
    mark = standing_mark("(Lưu hành nội bộ)")
    assert mark is not None
    assert mark.text == INTERNAL
    assert standing_mark("M" * 500) is None


def test_no_lines() -> None:
    assert secrecy_mark([]) is None

from __future__ import annotations

import pytest

from corpus.secrecy import Level, secrecy_mark

BODY = ["Chi bộ họp thường kỳ mỗi tháng một lần."] * 200


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "MẬT"),
        ("(MẬT)", "MẬT"),
        ("* MẬT *", "MẬT"),
        ("M Ậ T", "MẬT"),
        ("TÀI LIỆU MẬT", "MẬT"),
        ("MÂT", "MẬT"),
        ("MAT", "MẬT"),
        ("MA\u0302\u0323T", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("TÔI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("TUYÊT MÂT", "TUYỆT MẬT"),
        ("TỐI MẬT - HỎA TỐC", "TỐI MẬT"),
        ("KHẨN MẬT", "MẬT"),
        ("MẬT Bản số: 05", "MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG MẬT ĐẢNG CỘNG SẢN VIỆT NAM", "MẬT"),
        ("Số 12-BC/TW TUYỆT MẬT", "TUYỆT MẬT"),
        ("LƯU HÀNH NỘI BỘ", "LƯU HÀNH NỘI BỘ"),
        ("(Tài liệu lưu hành nội bộ)", "LƯU HÀNH NỘI BỘ"),
        ("L Ư U  H À N H  N Ộ I  B Ộ", "LƯU HÀNH NỘI BỘ"),
        ("Tài liệu thu hồi sau hội nghị", "TÀI LIỆU THU HỒI"),
        ("XEM XONG TRẢ LẠI", "XEM XONG TRẢ LẠI"),
        (
            "Không phổ biến trên các phương tiện thông tin đại chúng",
            "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
        ),
        ("DỰ THẢO", "DỰ THẢO"),
        ("Dự thảo lần 2", "DỰ THẢO"),
        ("DỰ THẢO NGÀY 12/3/2026", "DỰ THẢO"),
    ],
)
def test_marks(line: str, mark: str) -> None:
    found = secrecy_mark(["ĐẢNG BỘ TỈNH A", line, *BODY])
    assert found is not None
    assert found.text == mark


@pytest.mark.parametrize(
    "line",
    [
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Căn cứ Luật Bảo vệ bí mật nhà nước;",
        "Văn bản thuộc danh mục tuyệt mật do cấp có thẩm quyền quy định.",
        "MẬT ĐỘ DÂN SỐ",
        "MẶT TRẬN TỔ QUỐC VIỆT NAM",
        "CƠ MẬT",
        "Mật",
        "mật khẩu",
        "Thu hồi",
        "Dự thảo Nghị quyết do Văn phòng chuẩn bị.",
        "Nghị quyết này lưu hành nội bộ trong Đảng bộ xã cho đến khi công bố.",
        "KHẨN",
        "TÀI LIỆU",
        "",
    ],
)
def test_no_marks(line: str) -> None:
    assert secrecy_mark(["ĐẢNG BỘ TỈNH A", line, *BODY]) is None


def test_a_mark_deep_in_a_document_must_come_back() -> None:
    once = [*BODY, "TUYỆT MẬT", *BODY]
    assert secrecy_mark(once) is None
    assert secrecy_mark(once * 3) is not None


def test_the_strictest_mark_counts() -> None:
    found = secrecy_mark(["DỰ THẢO", "LƯU HÀNH NỘI BỘ", "MẬT", "TỐI MẬT"])
    assert found is not None
    assert found.level is Level.TOP_SECRET


@pytest.mark.parametrize(
    ("line", "secret", "refused"),
    [
        ("MẬT", True, True),
        ("LƯU HÀNH NỘI BỘ", False, True),
        ("XEM XONG TRẢ LẠI", False, True),
        ("DỰ THẢO", False, False),
    ],
)
def test_what_a_mark_means(line: str, secret: bool, refused: bool) -> None:
    found = secrecy_mark([line])
    assert found is not None
    assert (found.secret, found.refused) == (secret, refused)


def test_no_lines() -> None:
    assert secrecy_mark([]) is None

"""The body in whose name a document is signed, from made-up letterheads and signatures."""

from __future__ import annotations

import pytest
from made_lines import made_lines

from ingest.issuer import (
    begins_with_body,
    central_body,
    central_body_before,
    issuer_of_code,
    issuer_of_letterhead,
    issuer_of_signature,
)

TEXT = (
    "Đảng ủy xã Bến Mẫu, Ủy ban nhân dân tỉnh Mẫu, Bộ Cây xanh và Môi trường, Tỉnh ủy Mẫu và Chi bộ thôn Đông cùng lo."
)
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PROVINCE = "Ủy ban nhân dân tỉnh Mẫu"

LETTERHEADS = {
    "the lower of two": (["ĐẢNG BỘ TỈNH MẪU", "ĐẢNG ỦY XÃ BẾN MẪU", "*"], "Đảng ủy xã Bến Mẫu"),
    "the other tone": (["ĐẢNG BỘ TỈNH MẪU", "ĐẢNG UỶ XÃ BẾN MẪU"], "Đảng ủy xã Bến Mẫu"),
    "beside the motto": (["BỘ CÂY XANH VÀ MÔI TRƯỜNG " + MOTTO], "Bộ Cây xanh và Môi trường"),
    "broken after và": (["BỘ CÂY XANH VÀ", "MÔI TRƯỜNG"], "Bộ Cây xanh và Môi trường"),
    "broken before the province": (
        ["ỦY BAN NHÂN DÂN", "TỈNH MẪU", MOTTO],
        PROVINCE,
    ),
    "beside the date": (["ĐẢNG ỦY XÃ BẾN MẪU Bến Mẫu, ngày 1 tháng 2 năm 2026"], "Đảng ủy xã Bến Mẫu"),
    "an organ of a committee": (["TỈNH ỦY MẪU", "BAN TỔ CHỨC", "*"], "Ban Tổ chức Tỉnh ủy Mẫu"),
    "a central organ": (
        ["BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN TUYÊN GIÁO VÀ DÂN VẬN"],
        "Ban Tuyên giáo và Dân vận Trung ương",
    ),
    "the Central Committee": (["BAN CHẤP HÀNH TRUNG ƯƠNG", "*"], "Ban Chấp hành Trung ương"),
    "a committee under the Central Committee": (["BAN CHẤP HÀNH TRUNG ƯƠNG", "ĐẢNG ỦY CHÍNH PHỦ"], "Đảng ủy Chính phủ"),
    "the government": (["CHÍNH PHỦ", MOTTO, "Độc lập - Tự do - Hạnh phúc"], "Chính phủ"),
    "the prime minister": (["THỦ TƯỚNG CHÍNH PHỦ"], "Thủ tướng Chính phủ"),
    "nobody": (["ĐẢNG CỘNG SẢN VIỆT NAM", "Tin trong nước"], None),
}


@pytest.mark.parametrize(("head", "issuer"), LETTERHEADS.values(), ids=LETTERHEADS.keys())
def test_letterheads(head: list[str], issuer: str | None) -> None:
    assert issuer_of_letterhead(head, TEXT) == issuer


COMMUNE = "Đảng ủy xã Bến Mẫu"
SIGNATURES = {
    "a central body": ("T/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ", None, "Bộ Chính trị"),
    "the committee of an organisation": ("T/M BAN CHẤP HÀNH\nBÍ THƯ", COMMUNE, "Ban Chấp hành Đảng bộ xã Bến Mẫu"),
    "its standing committee": ("T/M BAN THƯỜNG VỤ\nBÍ THƯ", COMMUNE, "Ban Thường vụ Đảng ủy xã Bến Mẫu"),
    "by order of the standing committee": (
        "T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG",
        COMMUNE,
        "Ban Thường vụ Đảng ủy xã Bến Mẫu",
    ),
    "the letterhead says more": (
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        PROVINCE,
        PROVINCE,
    ),
    "for a minister: the letterhead's": ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG", "Bộ Cây xanh", None),
    "for a chairman: the letterhead's": ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ", PROVINCE, None),
    "an office of a central body": ("CHỦ TỊCH QUỐC HỘI\nNguyễn Văn Mẫu", None, "Quốc hội"),
    "a Party committee is not the body it works in": (
        "T/M ĐẢNG ỦY CHÍNH PHỦ",
        "Đảng ủy Chính phủ",
        "Đảng ủy Chính phủ",
    ),
    "nobody": ("Nguyễn Văn Mẫu", COMMUNE, None),
}


@pytest.mark.parametrize(("signature", "letterhead", "issuer"), SIGNATURES.values(), ids=SIGNATURES.keys())
def test_signatures(signature: str, letterhead: str | None, issuer: str | None) -> None:
    text = f"{TEXT} Thay mặt Ban Chấp hành và Ban Thường vụ."
    assert issuer_of_signature(made_lines(signature), letterhead, text) == issuer


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("của Bộ Chính trị, Ban Bí thư", "Bộ Chính trị"),
        ("Thủ tướng Chính phủ giao", "Thủ tướng Chính phủ"),
        ("Đảng ủy Chính phủ", None),
        ("Văn phòng Chính phủ", "Văn phòng Chính phủ"),
        ("Văn phòng Trung ương Đảng", "Văn phòng Trung ương Đảng"),
        ("chi bộ thôn Đông", None),
    ],
)
def test_central_bodies(text: str, body: str | None) -> None:
    assert central_body(text) == body


def test_a_central_body_right_before_a_place() -> None:
    text = "Bộ Chính trị họp. Ban Bí thư đã ban hành"
    assert central_body_before(text, text.index("ban hành")) == "Ban Bí thư"
    assert central_body_before("Ban Bí thư họp với các tỉnh rồi ban hành", 32) is None


@pytest.mark.parametrize(("code", "body"), [("UBKTTW", "Ủy ban Kiểm tra Trung ương"), ("TW", None), ("ĐU", None)])
def test_codes(code: str, body: str | None) -> None:
    assert issuer_of_code(code) == body


@pytest.mark.parametrize("text", ["BỘ TRƯỞNG BỘ CÂY XANH", "ỦY BAN NHÂN DÂN TỈNH MẪU", "CHÍNH PHỦ", "Bí Thư"])
def test_what_begins_with_a_body(text: str) -> None:
    assert begins_with_body(text)


@pytest.mark.parametrize("text", ["Trần Văn Mẫu", "VỀ VIỆC TRỒNG CÂY", "Bùi Thị Mẫu"])
def test_what_begins_with_none(text: str) -> None:
    assert not begins_with_body(text)

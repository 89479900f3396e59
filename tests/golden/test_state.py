"""Real documents of the state: what they say of themselves, read from their letterheads by eye, and their articles."""

from __future__ import annotations

import pytest
from read_documents import SHARED, needs_shared, read

from corpus.types import Document

FOLDER = SHARED / "real" / "state" / "born_digital"
# File: number, kind, issuer, date, signer, number of articles. Where a number or a day was left to be stamped,
# the file does not say it; the last is an annex that was cut out of its document.
LETTERHEADS: dict[str, tuple[str | None, str | None, str | None, str | None, str | None, int]] = {
    "01-luat__Luat-Hoa-chat-69-2025-QH15.docx": (
        "69/2025/QH15",
        "Luật",
        "Quốc hội",
        "2025-06-14",
        "Trần Thanh Mẫn",
        48,
    ),
    "02-nghi-dinh__ND-24-2026-danh-muc-hoa-chat.docx": (
        "24/2026/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2026-01-17",
        "Bùi Thanh Sơn",
        5,
    ),
    "02-nghi-dinh__ND-25-2026-phat-trien-antoan-anninh.docx": (
        "25/2026/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2026-01-17",
        "Bùi Thanh Sơn",
        41,
    ),
    "02-nghi-dinh__ND-26-2026-quan-ly-hoat-dong-hoa-chat.docx": (
        "26/2026/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2026-01-17",
        "Bùi Thanh Sơn",
        31,
    ),
    "02-nghi-dinh__ND-34-2024-CWC-vukhihoahoc.docx": (
        "34/2024/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2024-03-31",
        "Trần Hồng Hà",
        35,
    ),
    "03-thong-tu__TT-01-2026-BCT-huong-dan-ND26-bieu-mau.docx": (
        "01/2026/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2026-01-17",
        "Trương Thanh Hoài",
        12,
    ),
    "03-thong-tu__TT-02-2026-BCT-bien-phap-thi-hanh-ND25.docx": (
        "02/2026/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2026-01-17",
        "Trương Thanh Hoài",
        6,
    ),
    "03-thong-tu__TT-19-2024-BCT-sua-QCVN05A.docx": (
        "19/2024/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2024-10-10",
        "Nguyễn Sinh Nhật Tân",
        3,
    ),
    "03-thong-tu__TT-37-BGTVT.pdf": (
        "37/2023/TT-BGTVT",
        "Thông tư",
        "Bộ Giao thông vận tải",
        "2023-12-13",
        "Lê Đình Thọ",
        30,
    ),
    "04-uy-quyen-quy-trinh__QD-1696-QD-UBND-uy-quyen-15-5-2026.pdf": (
        "1696/QĐ-UBND",
        "Quyết định",
        "Ủy ban nhân dân tỉnh Lào Cai",
        "2026-05-15",
        "Nguyễn Tuấn Anh",
        4,
    ),
    "05-xu-phat-kiem-tra__ND-71-2019-xu-phat-VPHC-hoachat-VLNCN.docx": (
        "71/2019/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2019-08-30",
        "Nguyễn Xuân Phúc",
        69,
    ),
    "06-kiem-tra__Luat-Thanh-tra-84-2025.docx": (
        "84/2025/QH15",
        "Luật",
        "Quốc hội",
        "2025-06-25",
        "Trần Thanh Mẫn",
        64,
    ),
    "06-kiem-tra__ND-217-2025-kiem-tra-chuyen-nganh.docx": (
        "217/2025/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2025-08-05",
        "Nguyễn Hòa Bình",
        19,
    ),
    "CT-07-2012-TTg-chan-chinh-KKT-KCN-CCN.docx": (
        "07/CT-TTg",
        "Chỉ thị",
        "Thủ tướng Chính phủ",
        "2012-03-02",
        "Nguyễn Tấn Dũng",
        0,
    ),
    "Luat-147-2025-QH15-sua-Luat-DCKS.docx": ("147/2025/QH15", "Luật", "Quốc hội", "2025-12-11", "Trần Thanh Mẫn", 4),
    "Luat-Xay-dung-135-2025-QH15.docx": ("135/2025/QH15", "Luật", "Quốc hội", "2025-12-10", "Trần Thanh Mẫn", 95),
    "ND-139-2025-phan-dinh-tham-quyen-2-cap-BCT.docx": (
        "139/2025/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2025-06-12",
        "Nguyễn Hòa Bình",
        22,
    ),
    "ND-14-2026-cat-giam-TTHC-SXKD.docx": (
        "14/2026/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2026-01-13",
        "Trần Hồng Hà",
        139,
    ),
    "ND-140-2025-phan-dinh-tham-quyen-2-cap-XD.docx": (
        "140/2025/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2025-06-12",
        "Nguyễn Hòa Bình",
        32,
    ),
    "ND-144-2025-phan-quyen-phan-cap-BXD.docx": (
        "144/2025/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2025-06-12",
        "Nguyễn Hòa Bình",
        47,
    ),
    "ND-178-2025-quy-hoach-do-thi-nong-thon.docx": (
        "178/2025/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2025-07-01",
        "Trần Hồng Hà",
        29,
    ),
    "ND-178-2026-tai-san-ket-cau-ha-tang.docx": (
        "178/2026/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2026-05-20",
        "Nguyễn Văn Thắng",
        49,
    ),
    "ND-207-2026-QLCL-thi-cong-bao-tri.docx": (
        "207/2026/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2026-06-15",
        "Phạm Gia Túc",
        54,
    ),
    "ND-243-2025-PPP.docx": ("243/2025/NĐ-CP", "Nghị định", "Chính phủ", "2025-09-11", "Trần Hồng Hà", 82),
    "ND-32-2024-quan-ly-phat-trien-CCN.docx": (
        "32/2024/NĐ-CP",
        "Nghị định",
        "Chính phủ",
        "2024-03-15",
        "Trần Hồng Hà",
        38,
    ),
    "ND-35-2023-sua-cac-ND-BXD.docx": ("35/2023/NĐ-CP", "Nghị định", "Chính phủ", "2023-06-20", "Trần Hồng Hà", 17),
    "NQ-66.19-2026-NQ-CP-toan-van.docx": (
        "66.19/2026/NQ-CP",
        "Nghị quyết",
        "Chính phủ",
        "2026-05-18",
        "Phạm Thị Thanh Trà",
        6,
    ),
    "NQ-66.19-2026-Phu-luc-VIII-phan-quyen-TTHC-DCKS.docx": (None, None, None, None, None, 0),
    "QD-1074-QD-BXD-29-6-2026.pdf": ("1074/QĐ-BXD", "Quyết định", "Bộ Xây dựng", "2026-06-29", "Phạm Minh Hà", 3),
    "QD-2463-2026-CTDT-KCN-Vo-Lao.pdf": (
        "2463/QĐ-UBND",
        "Quyết định",
        "Ủy ban nhân dân tỉnh Lào Cai",
        "2026-07-16",
        "Nguyễn Tuấn Anh",
        3,
    ),
    "TT-14-2024-che-do-bao-cao-mau-van-ban-CCN.docx": (
        "14/2024/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2024-08-15",
        "Phan Thị Thắng",
        6,
    ),
    "TT-26-2026-TT-BCT-phan-cap-cat-giam-TTHC-BCT.docx": (
        "26/2026/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2026-05-20",
        "Phan Thị Thắng",
        28,
    ),
    "TT-36-2025-TT-BNNMT-khai-thac-tan-thu-thu-hoi.docx": (
        "36/2025/TT-BNNMT",
        "Thông tư",
        "Bộ Nông nghiệp và Môi trường",
        "2025-07-02",
        "Trần Quý Kiên",
        25,
    ),
    "TT-43-2025-TT-BCT-ky-thuat-an-toan-khai-thac-KS.docx": (
        "43/2025/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2025-07-04",
        "Trương Thanh Hoài",
        11,
    ),
    "TT-67-2025-TT-BCT-sua-doi-TT-43-2025.docx": (
        "67/2025/TT-BCT",
        "Thông tư",
        "Bộ Công Thương",
        "2025-12-31",
        "Trương Thanh Hoài",
        2,
    ),
}

pytestmark = needs_shared


def articles(document: Document) -> list[str]:
    own = (section.path for section in document.sections if section.path[0].unit not in ("phụ lục", "văn bản kèm theo"))
    return [path[-1].label for path in own if path[-1].unit == "điều"]


@pytest.mark.parametrize("name", LETTERHEADS)
def test_letterheads(name: str) -> None:
    number, kind, issuer, day, signer, _ = LETTERHEADS[name]
    document = read(FOLDER / name)
    ref = document.ref
    assert (ref.number, ref.kind, ref.issuer) == (number, kind, issuer)
    assert (ref.issued_on.isoformat() if ref.issued_on else None) == day
    assert document.signer == signer


@pytest.mark.parametrize("name", LETTERHEADS)
def test_articles_are_all_found_and_none_is_a_quoted_one(name: str) -> None:
    expected = [str(number) for number in range(1, LETTERHEADS[name][-1] + 1)]
    assert articles(read(FOLDER / name)) == expected

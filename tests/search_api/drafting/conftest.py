"""A corpus of ours on one topic, from Trung ương down to a branch, one document of it restricted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from doubles import ENCODER, SPEC, settings_in
from sample_corpus import sample_service
from small_corpus import BCT, DU, document, put

from corpus.runtime.library import Library
from corpus.secrecy import Clearance
from search_api.service import Service

DOCUMENTS = (
    document(
        "02-NQ/CB",
        "Nghị quyết",
        "về trồng cây xanh ở thôn",
        "Chi bộ thôn Mẫu",
        date(2026, 1, 5),
        {
            "mục I": "I- TÌNH HÌNH TRỒNG CÂY XANH",
            "mục I/khoản 1": (
                "1. Năm qua thôn đã trồng cây xanh được 120 cây dọc đường, nhiều cây "
                "chết vì thiếu người tưới."
            ),
            "mục II": "II- NHIỆM VỤ TRỒNG CÂY XANH",
            "mục II/khoản 1": (
                "1. Chi bộ trồng cây xanh dọc đường thôn, mỗi tổ đảng nhận một đoạn, "
                "xong trước ngày 30/6/2026."
            ),
            "mục II/khoản 2": (
                "2. Mỗi đảng viên phải trồng cây xanh và chăm sóc cây tại nhà mình, "
                "báo cáo kết quả với chi bộ."
            ),
            "mục III": "III- MỤC TIÊU ĐẾN HẾT NĂM 2026",
            "mục III/điểm a": "a) 100% hộ trong thôn trồng cây xanh quanh nhà, cây còn sống sau một mùa nắng nóng.",
        },
        ("cb.txt", "text/plain"),
    ),
    document(
        "60-NQ/TW",
        "Nghị quyết",
        "về trồng cây xanh",
        BCT,
        date(2025, 3, 1),
        {
            "mục I": "I- QUAN ĐIỂM",
            "mục I/khoản 1": (
                "1. Trồng cây xanh là việc của toàn dân, phải làm thường xuyên, bền "
                "bỉ, không chạy theo phong trào."
            ),
            "mục II": "II- MỤC TIÊU ĐẾN NĂM 2030",
            "mục II/khoản 1": (
                "1. Trồng cây xanh ở ít nhất 80% đường làng, khu dân cư trong cả nước, "
                "cây sống trên 90%."
            ),
            "mục III": "III- NHIỆM VỤ, GIẢI PHÁP",
            "mục III/khoản 1": (
                "1. Đẩy mạnh tuyên truyền về trồng cây xanh, đưa nội dung này vào "
                "trường học và sinh hoạt cộng đồng."
            ),
            "mục III/khoản 2": "2. Trồng cây xanh gồm các việc sau:",
        },
        ("tw.txt", "text/plain"),
    ),
    document(
        "09-KH/ĐU",
        "Kế hoạch",
        "về trồng cây xanh trên địa bàn xã",
        DU,
        date(2025, 9, 1),
        {
            "khoản 1": (
                "1. Văn phòng Đảng uỷ chủ trì theo dõi việc trồng cây xanh, tổng hợp "
                "báo cáo Ban Thường vụ hằng quý."
            ),
            "khoản 2": (
                "2. Đẩy mạnh tuyên truyền về trồng cây xanh, đưa nội dung này vào "
                "trường học và sinh hoạt cộng đồng xã."
            ),
        },
        ("xa.txt", "text/plain"),
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def green(tmp_path_factory) -> Iterator[Service]:
    """What answers over these documents; the plan of the commune is for internal use."""
    settings = replace(settings_in(tmp_path_factory.mktemp("green") / "data"), clearance=Clearance("noi-bo"))
    library = Library(settings, SPEC)
    for made, content in DOCUMENTS:
        mark = "LƯU HÀNH NỘI BỘ" if made.ref.number == "09-KH/ĐU" else None
        put(library, settings, replace(made, ref=replace(made.ref, secrecy=mark)), content)
    yield Service(library, ENCODER)
    library.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory) -> Iterator[Service]:
    """What answers over the sample documents."""
    with sample_service(tmp_path_factory.mktemp("samples") / "data") as service:
        yield service

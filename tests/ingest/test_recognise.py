"""What a document says about itself, from letterheads, headlines and signatures that are made up."""

from __future__ import annotations

from datetime import date

import pytest
from made_lines import made_lines, made_reading

from corpus.types import Document
from ingest.document import name_document
from ingest.recognise import Block, Letterhead, recognise
from ingest.structure import structure

RESOLUTION = """
    ĐẢNG BỘ TỈNH MẪU
    ** ĐẢNG ỦY XÃ BẾN TRE MẪU
    *
    Số 05-NQ/ĐU
    ** ĐẢNG CỘNG SẢN VIỆT NAM
    Bến Tre Mẫu, ngày 18 tháng 8 năm 2025
    ** NGHỊ QUYẾT
    ** về giữ gìn vệ sinh đường làng
    Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị;
    Ban Chấp hành Đảng bộ xã Bến Tre Mẫu quyết nghị:
    1. Mỗi tuần quét đường một lần.
    ** T/M BAN CHẤP HÀNH
    ** BÍ THƯ
    Trần Văn Mẫu
"""


def document_of(written: str) -> Document:
    reading = made_reading(written)
    return name_document(reading, structure(reading), "mau.txt", "0" * 64)


def head_of(written: str) -> Letterhead:
    """What is recognised in an opening that nothing follows."""
    lines = made_lines(written)
    text = "\n".join(line.text for line in lines)
    return recognise(lines, Block(()), text, len(text), len(text))


def test_a_whole_letterhead() -> None:
    document = document_of(RESOLUTION)
    assert document.ref.number == "05-NQ/ĐU"
    assert document.ref.kind == "Nghị quyết"
    assert document.ref.issuer == "Ban Chấp hành Đảng bộ xã Bến Tre Mẫu"
    assert document.ref.issued_on == date(2025, 8, 18)
    assert document.ref.title == "về giữ gìn vệ sinh đường làng"
    assert document.signer == "Trần Văn Mẫu"
    assert document.place == "Bến Tre Mẫu"
    assert document.ref.secrecy is None
    assert document.ref.id == "05-nq-du-ban-chap-hanh-dang-bo-xa-ben-tre-mau-2025-08-18"


def test_the_opening_is_quoted_without_letterhead_and_title() -> None:
    document = document_of(RESOLUTION)
    opening = document.sections[0]
    assert document.text[opening.body_start : opening.span.end].startswith("Căn cứ Nghị quyết số 57-NQ/TW")


def test_a_circulation_mark_is_part_of_the_identity() -> None:
    reading = made_reading(RESOLUTION)
    marked = type(reading)(reading.lines, reading.media_type, 0, (), "thử", mark="DỰ THẢO")
    assert name_document(marked, structure(marked), "mau.txt", "0" * 64).ref.secrecy == "DỰ THẢO"


NUMBERS = {
    "the letterhead's, not a cited one": ("Số: 03-QĐ/ĐU\n** QUYẾT ĐỊNH\nCăn cứ Quy định số 294-QĐ/TW;", "03-QĐ/ĐU"),
    "spaced": ("Số 94 - KH/TU\n** KẾ HOẠCH", "94-KH/TU"),
    "a law's": ("Luật số: 69/2025/QH15\n** LUẬT\n** CÂY XANH", "69/2025/QH15"),
    "sharing its line with the date": ("Số 06-HD/TW Hà Nội, ngày 09 tháng 6 năm 2025\n** HƯỚNG DẪN", "06-HD/TW"),
    "after the other column": ("ĐẢNG ỦY XÃ MẪU Số 07-KH/ĐU\n** KẾ HOẠCH", "07-KH/ĐU"),
    "left blank for the stamp": ("Số: /QĐ-UBND\n** QUYẾT ĐỊNH\nCăn cứ Nghị định số 1/2026/NĐ-CP;", None),
    "a cited one in a document without a letterhead": (
        "** TÀI LIỆU HỌC TẬP\nThực hiện Luật Trồng cây số 55/2024/QH15 trong nhà trường.",
        None,
    ),
    "a cited one in a sentence": ("Thực hiện Nghị quyết số 57-NQ/TW, chi bộ họp.", None),
}


@pytest.mark.parametrize(("written", "number"), NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers(written: str, number: str | None) -> None:
    assert head_of(written).number == number


KINDS = {
    "QĐ is Quyết định": ("Số 03-QĐ/ĐU\n** QUYẾT ĐỊNH", "Quyết định"),
    "QĐ is Quy định": ("Số 03-QĐ/ĐU\n** QUY ĐỊNH", "Quy định"),
    "TT is Thông tri": ("Số 03-TT/TW\n** THÔNG TRI", "Thông tri"),
    "the longer of two": ("Số 03-CTr/ĐU\n** CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình hành động"),
    "by the code where no title says it": ("Số 03-CT/ĐU", "Chỉ thị"),
    "not by a code of two meanings": ("Số 03-QĐ/ĐU", None),
    "a heading of a chapter is no kind": ("Chương I\nQUY ĐỊNH CHUNG", None),
    "words that begin like a kind": ("** NGHỊ ĐỊNH THƯ\n** VỀ VẬN TẢI", None),
    "a kind in small letters is a mention": ("Quyết định này rất quan trọng.", None),
}


@pytest.mark.parametrize(("written", "kind"), KINDS.values(), ids=KINDS.keys())
def test_kinds(written: str, kind: str | None) -> None:
    assert head_of(written).kind == kind


DATES = {
    "written out": ("Mẫu, ngày 05 tháng 01 năm 2026\n** KẾ HOẠCH", date(2026, 1, 5), "Mẫu"),
    "with commas and blanks": ("Hà Nội, ngày 5 tháng 1, năm 2026\n** KẾ HOẠCH", date(2026, 1, 5), "Hà Nội"),
    "left blank for the stamp": ("Hà Nội, ngày tháng 4 năm 2026\n** KẾ HOẠCH", None, None),
    "impossible": ("Hà Nội, ngày 31 tháng 2 năm 2026\n** KẾ HOẠCH", None, "Hà Nội"),
    "of something else": ("Chi bộ họp tại Hà Nội, ngày 3 tháng 2 năm 2026 để bàn việc.", None, None),
}


@pytest.mark.parametrize(("written", "day", "place"), DATES.values(), ids=DATES.keys())
def test_dates_and_places(written: str, day: date | None, place: str | None) -> None:
    head = head_of(written)
    assert (head.issued_on, head.place) == (day, place)


TITLES = {
    "on the line of the kind": ("** NGHỊ QUYẾT VỀ VIỆC TRỒNG CÂY\nTrong thôn việc trồng cây", "về việc trồng cây"),
    "over lines": ("** KẾ HOẠCH\n** trồng cây\n** hai bên đường\nCăn cứ Điều lệ Đảng;", "trồng cây hai bên đường"),
    "plain": ("** KẾ HOẠCH\nvề việc trồng cây\nChi bộ thống nhất như sau:", "về việc trồng cây"),
    "a plain one that is wrapped": (
        "[1] ** KẾ HOẠCH\nvề việc trồng cây\n~ hai bên đường\nChi bộ họp.",
        "về việc trồng cây hai bên đường",
    ),
    "in capitals": ("** KẾ HOẠCH\nTRỒNG CÂY Ở XÃ MẪU\nChi bộ xã Mẫu lo trồng cây.", "trồng cây ở xã Mẫu"),
    "without the body that issues": (
        "** NGHỊ QUYẾT\n** CỦA BỘ CHÍNH TRỊ\n** VỀ TRỒNG CÂY\nlo trồng cây",
        "về trồng cây",
    ),
    "without who decides": (
        "** QUYẾT ĐỊNH\n** Về việc trồng cây\n** BỘ TRƯỞNG BỘ CÂY XANH\nCăn cứ Luật Cây xanh;",
        "Về việc trồng cây",
    ),
    "of a law": ("** LUẬT\n** CÂY XANH\nCăn cứ Hiến pháp;", "Cây xanh"),
    "none": ("** NGHỊ QUYẾT\nCăn cứ Điều lệ Đảng;", None),
    "none, the text begins": ("** THÔNG BÁO\nĐảng ủy xã thông báo việc trồng cây như sau:", None),
}


@pytest.mark.parametrize(("written", "title"), TITLES.values(), ids=TITLES.keys())
def test_titles(written: str, title: str | None) -> None:
    assert head_of(written).title == title


SIGNERS = {
    "under the office": ("T/M CHI BỘ\nBÍ THƯ\nNguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
    "what follows is no signer": ("T/M CHI BỘ\nBÍ THƯ\nNguyễn Thị Mẫu\nMốc X Y", "Nguyễn Thị Mẫu"),
    "on the line of the signature": ("T/M CHI BỘ (Đã ký) Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
    "an office is no name": ("T/M CHI BỘ\nBí Thư\nNguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
    "not signed": ("T/M CHI BỘ\nBÍ THƯ", None),
}


@pytest.mark.parametrize(("signature", "signer"), SIGNERS.values(), ids=SIGNERS.keys())
def test_signers(signature: str, signer: str | None) -> None:
    assert document_of(f"Mở đầu.\n1. Một.\n{signature}").signer == signer


PRESS = {
    "a sentence that introduces": (
        """
        Thay mặt Bộ Chính trị, Tổng Bí thư Nguyễn Văn Mẫu đã ký ban hành Nghị quyết số 91-NQ/TW (ngày 02/3/2026)
        ~ của Bộ Chính trị về trồng cây.
        """,
        ("91-NQ/TW", "Nghị quyết", "Bộ Chính trị", date(2026, 3, 2), "về trồng cây", "Nguyễn Văn Mẫu"),
    ),
    "a body that issues": (
        "Ngày 02/3/2026, Ban Bí thư đã ban hành Chỉ thị số 91-CT/TW về trồng cây.",
        ("91-CT/TW", "Chỉ thị", "Ban Bí thư", date(2026, 3, 2), "về trồng cây", None),
    ),
    "a headline": (
        "# Kết luận của Bộ Chính trị về trồng cây\nTin trong nước.",
        (None, "Kết luận", "Bộ Chính trị", None, "về trồng cây", None),
    ),
    "a headline that asks shortens the subject": (
        "# Toàn văn Kết luận số 91-KL/TW về trồng cây ra sao?",
        ("91-KL/TW", "Kết luận", None, None, None, None),
    ),
    "a mention is no identity": (
        "Theo báo, chi bộ đã học Nghị quyết số 91-NQ/TW của Bộ Chính trị về trồng cây.",
        (None, None, None, None, None, None),
    ),
}


@pytest.mark.parametrize(("written", "stated"), PRESS.values(), ids=PRESS.keys())
def test_press_copies(written: str, stated: tuple[object, ...]) -> None:
    lines = made_lines(written)
    # A paragraph of a press copy is one line.
    text = " ".join(line.text for line in lines) if any(line.continues for line in lines) else None
    head = head_of(text or written)
    assert (head.number, head.kind, head.issuer, head.issued_on, head.title, head.signer) == stated


def test_an_excerpt_that_begins_with_an_article_says_nothing_of_itself() -> None:
    document = document_of("** Điều 5. Quyền\n1. Được học.")
    ref = document.ref
    assert (ref.number, ref.kind, ref.issuer, ref.issued_on, ref.title) == (None, None, None, None, None)
    assert document.relations == ()
    assert ref.id.startswith("van-ban-")

"""What a document does to others, read from made-up openings and closing provisions."""

from __future__ import annotations

import pytest

from ingest.relations import relations_of


def relations(opening: str, body: str = "", own: str | None = "05-NQ/ĐU") -> list[tuple[str, str | None]]:
    found = relations_of(opening, body, len(opening), own)
    return [(reference.relation, reference.number or reference.name) for reference in found]


GROUNDS = {
    "by number": ("Căn cứ Quy định số 294-QĐ/TW, ngày 26/5/2025 về thi hành Điều lệ;", ["294-QĐ/TW"]),
    "by name": (
        "Căn cứ Luật Cây xanh ngày 01 tháng 7 năm 2020;\n- Căn cứ Điều lệ Đảng;",
        ["Luật Cây xanh", "Điều lệ Đảng"],
    ),
    "two on a line": (
        "Căn cứ Quy định số 1-QĐ/TW, ngày 01/7/2025 về sổ đảng viên và Chỉ thị số 2-CT/TW, ngày 02/7/2025;",
        ["1-QĐ/TW", "2-CT/TW"],
    ),
    "after a semicolon": (
        "Thực hiện Chỉ thị số 50-CT/TW; căn cứ Quy định số 294-QĐ/TW, Ban Thường vụ hướng dẫn:",
        ["294-QĐ/TW"],
    ),
    "by an article of it": ("Căn cứ khoản 1 Điều 3 Nghị định số 32/2024/NĐ-CP;", ["32/2024/NĐ-CP"]),
    "what only amends a ground is none": (
        "Căn cứ Nghị định số 1/2020/NĐ-CP; Nghị định số 2/2021/NĐ-CP sửa đổi Nghị định số 1/2020/NĐ-CP;\n"
        "Căn cứ Luật Cây số 3/2020/QH14 đã được sửa đổi, bổ sung theo Luật số 4/2021/QH15;",
        ["1/2020/NĐ-CP", "3/2020/QH14"],
    ),
    "a document in the title of another is none": (
        "Căn cứ Kế hoạch số 7-KH/TU về thực hiện Nghị quyết số 57-NQ/TW và Kết luận số 3-KL/TW;\n"
        "Căn cứ Thông tư số 8/2020/TT-BCX hướng dẫn Luật Cây và thi hành Nghị định số 9/2020/NĐ-CP;",
        ["7-KH/TU", "8/2020/TT-BCX"],
    ),
    "the state of things is no document": ("Căn cứ tình hình thực tế của xã, chi bộ quyết nghị:", []),
}


@pytest.mark.parametrize(("opening", "grounds"), GROUNDS.values(), ids=GROUNDS.keys())
def test_grounds(opening: str, grounds: list[str]) -> None:
    assert relations(opening) == [("căn cứ", ground) for ground in grounds]


CLOSING = {
    "replaces": ("Quy định này thay thế Quy định số 24-QĐ/TW, ngày 30/7/2021.", [("thay thế", "24-QĐ/TW")]),
    "replaces two": (
        "Quy định này thay thế Quy định số 1-QĐ/ĐU về sổ sách; Thông báo số 2-TB/ĐU.",
        [("thay thế", "1-QĐ/ĐU"), ("thay thế", "2-TB/ĐU")],
    ),
    "repeals": ("2. Bãi bỏ toàn bộ Quyết định số 3-QĐ/ĐU.", [("bãi bỏ", "3-QĐ/ĐU")]),
    "expires": (
        "Nghị định số 1/2017/NĐ-CP và Nghị định số 2/2020/NĐ-CP hết hiệu lực từ ngày ký.",
        [("hết hiệu lực", "1/2017/NĐ-CP"), ("hết hiệu lực", "2/2020/NĐ-CP")],
    ),
    "replaces a part: the rest stays": (
        "2. Quy định này thay thế mức chi tại khoản 4 Thông báo số 9-TB/ĐU; các nội dung khác vẫn thực hiện.",
        [("sửa đổi bổ sung", "9-TB/ĐU")],
    ),
    "repeals a part": ("3. Bãi bỏ Điều 7 và Điều 8 Quy định số 4-QĐ/ĐU.", [("sửa đổi bổ sung", "4-QĐ/ĐU")]),
    "amends": (
        "Điều 2. Sửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP về cây xanh",
        [("sửa đổi bổ sung", "5/2020/NĐ-CP")],
    ),
    "a list ends where a title names another": (
        "Bãi bỏ Thông tư số 6/2020/TT-BCX hướng dẫn Nghị định số 7/2017/NĐ-CP và Nghị định số 8/2018/NĐ-CP.",
        [("bãi bỏ", "6/2020/TT-BCX")],
    ),
    "the second of a title of two": (
        "Thông tư số 6/2020/TT-BCX quy định một số điều của Luật Cây và Nghị định số 7/2017/NĐ-CP hết hiệu lực.",
        [("hết hiệu lực", "6/2020/TT-BCX")],
    ),
    "words are no documents": ("4. Thay thế cụm từ “xã” bằng cụm từ “phường” tại Nghị định số 9/2020/NĐ-CP.", []),
    "was replaced": ("Quy định số 1-QĐ/ĐU đã được thay thế bởi Quy định số 2-QĐ/ĐU.", []),
    "in the title of another": ("Học Kết luận số 3-KL/TW về việc thay thế Quy định số 24-QĐ/TW.", []),
    "of papers": ("2. Bổ sung hồ sơ theo quy định tại khoản 2 Điều 5 Nghị định số 9/2020/NĐ-CP.", []),
    "according to another": ("5. Bãi bỏ khoản 3 được bổ sung theo Nghị định số 9/2020/NĐ-CP.", []),
    "as amended": ("1. Luật số 1/2020/QH14 được sửa đổi, bổ sung bởi Luật số 2/2021/QH15 áp dụng cho xã.", []),
    "plain mentions": ("1. Học Nghị quyết số 57-NQ/TW và Chỉ thị số 50-CT/TW.", []),
}


@pytest.mark.parametrize(("body", "found"), CLOSING.values(), ids=CLOSING.keys())
def test_closing_provisions(body: str, found: list[tuple[str, str]]) -> None:
    assert relations("", body) == found


OPENINGS = {
    "guides": (
        "HƯỚNG DẪN\nthực hiện một số điều\nhướng dẫn thực hiện Quy định số 294-QĐ/TW",
        "hướng dẫn thực hiện",
        "294-QĐ/TW",
    ),
    "amends": ("HƯỚNG DẪN sửa đổi, bổ sung một số nội dung trong Hướng dẫn số 5-HD/TW", "sửa đổi bổ sung", "5-HD/TW"),
    "goes on with": ("KẾT LUẬN về tiếp tục thực hiện Nghị quyết số 20-NQ/TW", "tiếp tục thực hiện", "20-NQ/TW"),
}


@pytest.mark.parametrize(("opening", "relation", "number"), OPENINGS.values(), ids=OPENINGS.keys())
def test_titles_say_what_a_document_does(opening: str, relation: str, number: str) -> None:
    assert relations(opening) == [(relation, number)]


def test_guidance_and_amendments_named_in_passing_are_not_the_documents_own() -> None:
    assert relations("", "1. Xã hướng dẫn thực hiện Quy định số 294-QĐ/TW cho chi bộ.") == []


def test_spans_point_at_the_number_and_nothing_is_said_twice() -> None:
    opening = "Căn cứ Quy định số 1-QĐ/TW;\n"
    body = "Quy định này thay thế Quy định số 2-QĐ/TW.\nQuy định này thay thế Quy định số 2-QĐ/TW."
    found = relations_of(opening, body, len(opening), None)
    text = opening + body
    assert [text[slice(*reference.span)] for reference in found] == ["1-QĐ/TW", "2-QĐ/TW"]

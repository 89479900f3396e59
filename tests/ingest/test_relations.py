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
    "căn cứ vào": ("Căn cứ vào Quy định số 294-QĐ/TW của Ban Chấp hành Trung ương;", ["294-QĐ/TW"]),
    "without số": ("Căn cứ Quyết định 12-QĐ/TU ngày 3/4/2025 về thành lập Đảng bộ xã,", ["12-QĐ/TU"]),
    "several of one kind": (
        "Căn cứ các Quy định của Ban Bí thư: số 299-QĐ/TW ngày 9/6/2025 và số 300-QĐ/TW ngày 10/6/2025;",
        ["299-QĐ/TW", "300-QĐ/TW"],
    ),
    "a guidance and a letter": (
        "Căn cứ Hướng dẫn số 4-HD/BTCTW và Công văn số 15-CV/BTCTU của Ban Tổ chức Tỉnh ủy;",
        ["4-HD/BTCTW", "15-CV/BTCTU"],
    ),
    "a congress": (
        "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030;",
        ["Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030"],
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


OPENINGS |= {
    "carries out": ("KẾ HOẠCH\nthực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị", "thực hiện", "57-NQ/TW"),
    "carries out, on its line": ("KẾ HOẠCH THỰC HIỆN Chỉ thị số 9-CT/TU", "thực hiện", "9-CT/TU"),
    "carries out, as a subject": ("về việc tổ chức thực hiện Kết luận số 8-KL/TW", "thực hiện", "8-KL/TW"),
    "makes concrete": ("QUY CHẾ\ncụ thể hóa Quy định số 22-QĐ/TW", "cụ thể hóa", "22-QĐ/TW"),
    "makes concrete, other tone": ("QUY CHẾ\ncụ thể hoá Quy định số 22-QĐ/TW", "cụ thể hóa", "22-QĐ/TW"),
    "looks back half-way": ("BÁO CÁO\nsơ kết 3 năm thực hiện Chỉ thị số 5-CT/TW", "sơ kết", "5-CT/TW"),
    "looks back": ("BÁO CÁO\ntổng kết 10 năm thực hiện Nghị quyết số 29-NQ/TW", "tổng kết", "29-NQ/TW"),
    "looks back on the carrying out": ("tổng kết việc thực hiện Nghị quyết số 29-NQ/TW", "tổng kết", "29-NQ/TW"),
    "guides the enforcement": ("hướng dẫn thi hành Quy định số 22-QĐ/TW", "hướng dẫn thực hiện", "22-QĐ/TW"),
    "amends in a title": ("sửa đổi Quyết định số 7-QĐ/ĐU", "sửa đổi bổ sung", "7-QĐ/ĐU"),
    "adds in a title": ("bổ sung Kế hoạch số 7-KH/ĐU", "sửa đổi bổ sung", "7-KH/ĐU"),
    "repeals in a title": ("bãi bỏ Quyết định số 7-QĐ/ĐU", "bãi bỏ", "7-QĐ/ĐU"),
    "replaces in a title": ("thay thế Quyết định số 7-QĐ/ĐU", "thay thế", "7-QĐ/ĐU"),
    "goes on, with việc": ("về việc tiếp tục thực hiện Chỉ thị số 5-CT/TW", "tiếp tục thực hiện", "5-CT/TW"),
}
OPENINGS |= {
    "studies and carries out": (
        "KẾ HOẠCH\nquán triệt, triển khai thực hiện Chỉ thị số 9-CT/TU",
        "thực hiện",
        "9-CT/TU",
    ),
    "makes known and carries out": (
        "KẾ HOẠCH\nhọc tập, quán triệt, tuyên truyền và triển khai thực hiện Nghị quyết số 70-NQ/TW",
        "thực hiện",
        "70-NQ/TW",
    ),
    "carries out as a programme": (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 70-NQ/TW, ngày 20/8/2025",
        "thực hiện",
        "70-NQ/TW",
    ),
    "guides under its kind": ("HƯỚNG DẪN\nthực hiện Quy định số 22-QĐ/TW", "hướng dẫn thực hiện", "22-QĐ/TW"),
    "guides some articles": (
        "HƯỚNG DẪN\nthi hành một số điều của Quy định số 22-QĐ/TW",
        "hướng dẫn thực hiện",
        "22-QĐ/TW",
    ),
    "guides some contents": (
        "HƯỚNG DẪN\nmột số nội dung về thực hiện Quy chế số 5-QC/TU",
        "hướng dẫn thực hiện",
        "5-QC/TU",
    ),
    "guides in detail": ("HƯỚNG DẪN\ncụ thể một số nội dung của Quy định số 2-QĐ/TU", "hướng dẫn thực hiện", "2-QĐ/TU"),
    "amends an article in a title": (
        "QUYẾT ĐỊNH\nsửa đổi, bổ sung Điều 5 Quy chế số 2-QC/ĐU",
        "sửa đổi bổ sung",
        "2-QC/ĐU",
    ),
    "amends and replaces some articles": (
        "QUY ĐỊNH\nsửa đổi, bổ sung, thay thế một số điều của Quy định số 3-QĐ/ĐU",
        "sửa đổi bổ sung",
        "3-QĐ/ĐU",
    ),
    "amends what is attached": (
        "về việc sửa đổi, bổ sung một số điều của Quy chế làm việc ban hành kèm theo Quyết định số 7-QĐ/ĐU",
        "sửa đổi bổ sung",
        "7-QĐ/ĐU",
    ),
    "looks back in mid-term": ("BÁO CÁO\nsơ kết giữa nhiệm kỳ thực hiện Nghị quyết số 1-NQ/ĐU", "sơ kết", "1-NQ/ĐU"),
    "looks back on the enforcement": ("BÁO CÁO\ntổng kết 10 năm thi hành Quy định số 30-QĐ/TW", "tổng kết", "30-QĐ/TW"),
    "goes on with more force": (
        "về việc tiếp tục đẩy mạnh thực hiện Chỉ thị số 5-CT/TW",
        "tiếp tục thực hiện",
        "5-CT/TW",
    ),
    "repeals a part in a title": ("bãi bỏ một phần Quyết định số 5/2020/QĐ-UBND", "bãi bỏ", "5/2020/QĐ-UBND"),
}
PLAIN = [
    "Thực hiện Chỉ thị số 50-CT/TW, chi bộ họp.",
    "Qua 3 năm thực hiện Chỉ thị số 50-CT/TW, chi bộ đã tiến bộ.",
    "Theo Nghị quyết số 57-NQ/TW của Bộ Chính trị, cây được trồng.",
    "Trên cơ sở Kết luận số 3-KL/TW, Đảng ủy xã họp.",
    "Sau khi nghe báo cáo về Quyết định số 7-QĐ/ĐU, chi bộ thống nhất.",
    "Xét đề nghị tại Tờ trình số 5-TTr/ĐU;",
    "Quyết định số 7-QĐ/ĐU đã bị bãi bỏ từ lâu.",
    "Ban hành kèm theo Quyết định số 7-QĐ/ĐU",
    "về việc bãi bỏ một số nghị quyết của Hội đồng nhân dân",
    "Căn cứ tình hình trồng cây và thực tế của xã;",
    "Kính gửi: Ban Tổ chức Tỉnh ủy (về Công văn số 15-CV/BTCTU)",
]
_TWO = ["1-QĐ/ĐU", "2-QĐ/ĐU"]
BODIES = [
    ("Quyết định này thay thế Quyết định số 7-QĐ/ĐU, ngày 3/2/2020.", "thay thế", ["7-QĐ/ĐU"]),
    ("2. Quy chế này thay thế Quy chế số 1-QC/ĐU và Quy chế số 2-QC/ĐU.", "thay thế", ["1-QC/ĐU", "2-QC/ĐU"]),
    ("Chỉ thị này thay thế Chỉ thị số 35-CT/TW; Kết luận số 118-KL/TW.", "thay thế", ["35-CT/TW", "118-KL/TW"]),
    ("Bãi bỏ các Quyết định số 1-QĐ/ĐU, Quyết định số 2-QĐ/ĐU.", "bãi bỏ", ["1-QĐ/ĐU", "2-QĐ/ĐU"]),
    ("Bãi bỏ Thông báo số 4-TB/ĐU.", "bãi bỏ", ["4-TB/ĐU"]),
    ("Luật Cây số 3/2020/QH14 hết hiệu lực kể từ ngày Luật này có hiệu lực.", "hết hiệu lực", ["3/2020/QH14"]),
    ("2. Nghị định số 1/2017/NĐ-CP hết hiệu lực từ ngày 1/7/2026.", "hết hiệu lực", ["1/2017/NĐ-CP"]),
    ("Sửa đổi, bổ sung Điều 5 Nghị định số 5/2020/NĐ-CP", "sửa đổi bổ sung", ["5/2020/NĐ-CP"]),
    ("Bãi bỏ khoản 2 Điều 5 Nghị định số 5/2020/NĐ-CP.", "sửa đổi bổ sung", ["5/2020/NĐ-CP"]),
    ("Thay thế Phụ lục I Thông tư số 6/2020/TT-BCX.", "sửa đổi bổ sung", ["6/2020/TT-BCX"]),
    ("Quyết định này thay thế các quyết định: Quyết định số 1-QĐ/ĐU và Quyết định số 2-QĐ/ĐU.", "thay thế", _TWO),
    ("Quyết định này thay thế các Quyết định số 1-QĐ/ĐU, số 2-QĐ/ĐU.", "thay thế", _TWO),
    ("Quyết định này thay thế Quyết định số 1-QĐ/ĐU và 2-QĐ/ĐU.", "thay thế", _TWO),
    ("Quy định này có hiệu lực từ ngày ký và thay thế Quy định số 24-QĐ/TW.", "thay thế", ["24-QĐ/TW"]),
    ("Quy chế này thay thế Quy chế ban hành kèm theo Quyết định số 7-QĐ/ĐU.", "thay thế", ["7-QĐ/ĐU"]),
    ("Hướng dẫn này thay cho Hướng dẫn số 8-HD/TU.", "thay thế", ["8-HD/TU"]),
    ("Quy định này thay thế cho Quy định số 5-QĐ/TU.", "thay thế", ["5-QĐ/TU"]),
    ("Nghị quyết số 5-NQ/ĐU thay thế Nghị quyết số 4-NQ/ĐU.", "thay thế", ["4-NQ/ĐU"]),
    ("Hủy bỏ Quyết định số 7-QĐ/ĐU.", "bãi bỏ", ["7-QĐ/ĐU"]),
    ("Thông tư này bãi bỏ Thông tư số 6/2020/TT-BCX.", "bãi bỏ", ["6/2020/TT-BCX"]),
    ("Bãi bỏ các văn bản sau:\na) Quyết định số 1-QĐ/ĐU;\nb) Quyết định số 2-QĐ/ĐU về sổ sách.", "bãi bỏ", _TWO),
    ("Các văn bản sau đây hết hiệu lực:\n- Quyết định số 1-QĐ/ĐU;\n- Quyết định số 2-QĐ/ĐU.", "hết hiệu lực", _TWO),
    ("Các văn bản sau đây hết hiệu lực: Quyết định số 1-QĐ/ĐU; Quyết định số 2-QĐ/ĐU.", "hết hiệu lực", _TWO),
    ("Kể từ ngày ký, Quyết định số 1-QĐ/ĐU hết hiệu lực thi hành.", "hết hiệu lực", ["1-QĐ/ĐU"]),
    ("Chỉ thị số 5-CT/TU chấm dứt hiệu lực kể từ ngày ký Chỉ thị này.", "hết hiệu lực", ["5-CT/TU"]),
    ("Bãi bỏ Điều 3 Quyết định số 1-QĐ/ĐU và khoản 2 Điều 4 Quyết định số 2-QĐ/ĐU.", "sửa đổi bổ sung", _TWO),
    ("Sửa đổi, bổ sung khoản 1 Điều 2 của Quy chế số 2-QC/ĐU như sau:", "sửa đổi bổ sung", ["2-QC/ĐU"]),
    ("Bổ sung Điều 4a vào sau Điều 4 Quyết định số 7-QĐ/ĐU như sau:", "sửa đổi bổ sung", ["7-QĐ/ĐU"]),
    ("Sửa đổi, bổ sung Quy chế số 2-QC/ĐU về họp chi bộ như sau:", "sửa đổi bổ sung", ["2-QC/ĐU"]),
    ("Thay thế Phụ lục ban hành kèm theo Quyết định số 7-QĐ/ĐU bằng Phụ lục này.", "sửa đổi bổ sung", ["7-QĐ/ĐU"]),
]
NO_ACTS = [
    "Đề nghị Tỉnh ủy xem xét bãi bỏ Quyết định số 7-QĐ/TU.",
    "Ban Tổ chức tham mưu thay thế Quy định số 5-QĐ/TU trong quý I.",
    "Đảng ủy xã nghiên cứu, đề xuất sửa đổi, bổ sung Quy chế số 5-QC/ĐU.",
    "Nghị quyết số 8-NQ/ĐU thay thế Nghị quyết số 4-NQ/ĐU.",
    "Những quy định trái với Quy định này được thay thế bằng Quy định số 5-QĐ/TU.",
    "Khi Quy định số 5-QĐ/TU được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.",
    "Các quy định trước đây trái với Quy định này đều bị bãi bỏ.",
    "Đề nghị bãi bỏ các văn bản sau:\n- Quyết định số 1-QĐ/ĐU;",
    "Nghị định số 5/2020/NĐ-CP hết hiệu lực một phần từ ngày ký.",
    "Các văn bản sau đây hết hiệu lực một phần:\n- Quyết định số 1-QĐ/ĐU;",
    "Bãi bỏ một phần các văn bản sau:\n- Quyết định số 1-QĐ/ĐU;",
    "Các văn bản sau đây hết hiệu lực:\n- Điều 5 Quyết định số 1-QĐ/ĐU;",
    "Chi bộ họp về các nội dung sau:\n- Quyết định số 1-QĐ/ĐU;",
    "Luật sửa đổi, bổ sung một số điều của Luật Cây xanh số 3/2020/QH14",
    "Thẻ đảng viên hết hiệu lực theo Hướng dẫn số 1-HD/TW.",
    "3. Thực hiện Quy định số 5-QĐ/TU và hướng dẫn thực hiện Quy định số 6-QĐ/TU.",
]


@pytest.mark.parametrize("opening", PLAIN)
def test_mentions_in_an_opening_are_no_relations(opening: str) -> None:
    assert relations(opening) == []


@pytest.mark.parametrize(("body", "relation", "numbers"), BODIES, ids=[body for body, _, _ in BODIES])
def test_sentences_of_closing_provisions(body: str, relation: str, numbers: list[str]) -> None:
    assert relations("", body) == [(relation, number) for number in numbers]


@pytest.mark.parametrize("body", NO_ACTS)
def test_what_others_do_or_are_asked_to_do_is_no_relation(body: str) -> None:
    assert relations("", body) == []


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

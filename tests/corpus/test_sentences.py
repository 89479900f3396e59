"""Where sentences end: a table of examples, and what holds for any text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import ends_sentence, parts, sentences

TEXTS = st.text('aĐ1.;:!?…()[]“”"/- \n\t\u00a0', max_size=200)


def written(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ họp hằng tháng.|Nghị quyết được thông qua!|Ai phụ trách?|Không ai…|Hết",
        "Tiêu đề không có dấu chấm|Câu dưới tiêu đề.|- Gạch đầu dòng;",
        "Thực hiện từ năm 2025.|Các chi bộ báo cáo ở mục III.|Sau đó theo khoản 2.|Mẫu kèm theo",
        "Trồng cây v.v.|Mỗi hộ một cây",
        "Bác dặn: “Phải nêu gương.”|Mọi người nhớ.|(Đã ghi vào sổ.)|Xong",
        "Nơi nhận ký tên./.|Phụ lục kèm theo",
        "Làm xong.|a) Trồng cây.|b. Tưới cây.|c) Báo cáo",
        "Đạt 40 ha.|2. Trồng rừng đạt 50 ha.|- Giữ rừng",
        "Họp xong.|“Nêu gương” là việc hằng ngày.|15 chi bộ đã làm",
    ],
)
def test_sentences_end_here(text: str) -> None:
    joined = text.replace("dấu chấm|", "dấu chấm\n|").replace("|", " ")
    assert written(joined) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Do TS. Mẫu và PGS. TS. Mẫu, GS.TS. Mẫu, ThS. Mẫu ở TP. Mẫu biên soạn",
        "Sách của Nxb. Mẫu, tr. 4 (TP. Mẫu, Nxb. Mẫu)",
        "Đồng chí Nguyễn Văn A. ký thay, do đ/c. Mẫu trình",
        "TM. BAN THƯỜNG VỤ",
        "KT. CHỦ TỊCH",
        "1. Trồng cây",
        "2.1. Trồng cây",
        "IV. Tổ chức thực hiện",
        "a. Trồng cây",
        "- 3. Trồng cây",
        "Điều 5. Quyền hạn",
        "Phần thứ nhất. Những quy định chung",
        "Phụ lục II. Biểu mẫu",
        "Chi 1.200 đồng từ 5.3.2026 theo moha.gov.vn, bản 2.0",
        "Thanh niên, phụ nữ, v.v. và các tổ chức khác",
        "Nghe, đọc, … rồi làm theo",
        "Câu hỏi “Vì sao?” được nêu ra, lời đáp “Vì dân!” cũng vậy",
        "Đảng viên phải […] Gương mẫu (...) Và (…) Trung thực",
    ],
)
def test_no_sentence_ends_within(text: str) -> None:
    assert written(text) == [text]


def test_an_enumeration_can_be_cut_behind_its_semicolons() -> None:
    text = "Gồm: trồng cây; tưới cây;\nbáo cáo. Từ 7:30; hết"
    found = [text[slice(*span)] for span in parts(text)]
    assert found == ["Gồm: trồng cây;", "tưới cây;", "báo cáo.", "Từ 7:30;", "hết"]


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Chi bộ họp hằng tháng.", True),
        ("Lưu Văn phòng./.", True),
        ("trồng cây;", True),
        ("gồm các việc sau:", True),
        ("“Vì dân!”", True),
        ("(Đã ghi vào sổ.)", True),
        ("v.v…", True),
        ("việc trồng cây và", False),
        ("theo điểm a)", False),
        ("tại khoản 2,", False),
        ("“Vì dân”", False),
        ("", False),
    ],
)
def test_how_a_line_ends(line: str, ends: bool) -> None:
    assert ends_sentence(line) is ends


@given(TEXTS)
def test_every_word_is_in_one_sentence_and_one_part(text: str) -> None:
    for cut in (sentences, parts):
        spans = list(cut(text))
        pieces = [text[slice(*span)] for span in spans]
        assert all(piece and piece == piece.strip() for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())
        assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("repeated", [".", "A. ", " ", "\n", "…", "“", ";", "1.", "Phần thứ "])
def test_a_long_text_is_read_in_time(repeated: str) -> None:
    text = " " * 100_000 + repeated * 100_000 + "x"
    begun = time.process_time()
    list(parts(text))
    assert time.process_time() - begun < 5

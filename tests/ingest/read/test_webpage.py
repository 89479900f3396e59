from __future__ import annotations

import pytest

from ingest.read.webpage import page_lines, webpage_lines
from ingest.reading import Cell, Line


def texts(source: str) -> list[str]:
    return [line.text for line in webpage_lines(source)[0]]


def test_main_content_without_what_stands_around_it() -> None:
    page = """
        <header>Đầu trang</header><nav>Thực đơn</nav>
        <main><nav>Đường dẫn</nav><article><header><p>Số 05-NQ/ĐU</p></header><h2>I- MỤC TIÊU</h2><p>Một câu.</p>
        <aside>Tin liên quan</aside><form>Bình luận</form><script>var a = "mã";</script>
        <footer><p>Nơi nhận:</p></footer></article></main><footer>Bản quyền</footer>
    """
    assert webpage_lines(page)[0] == [
        Line("Số 05-NQ/ĐU"),
        Line("I- MỤC TIÊU", heading=2, bold=True),
        Line("Một câu."),
        Line("Nơi nhận:"),
    ]
    assert {"Đầu trang", "Bản quyền", "Tin liên quan"} <= {line.text for line in page_lines(page)}


def test_the_longest_article_is_the_document() -> None:
    page = f"<article>Tin vắn</article><main><article><p>{'Văn bản dài. ' * 20}</p></article><p>Xem thêm</p></main>"
    assert len(texts(page)) == 1
    assert texts(page)[0].startswith("Văn bản dài.")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>một<br>hai</p>", ["một", "hai"]),
        ("<p>một <b>hai</b>\n   ba&nbsp;bốn</p>", ["một hai ba bốn"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<table><tr><td>1<td><p>2</p><p>3</p></table>", ["1", "2", "3"]),
        ("<ul><li>một</li><li>- hai</li></ul>", ["- một", "- hai"]),
        ("<ol><li>một<li><p>hai</p><p>tiếp</p></ol>", ["1. một", "2. hai", "tiếp"]),
        ("<ol start=3 type=a><li>một<li value=7>hai<li>ba</ol>", ["c. một", "g. hai", "h. ba"]),
        ("<ol type=I><li>1. một</ol>", ["1. một"]),
        ("<ol><li>một<ul><li>con</ul><li>hai</ol>", ["1. một", "- con", "2. hai"]),
        ("<pre>một\nhai</pre>", ["một", "hai"]),
        ("<p hidden>ẩn</p><p style='display: none'>ẩn</p><p>hiện</p>", ["hiện"]),
        ("<p>a<!-- ghi chú -->b</p><style>p{}</style>", ["ab"]),
        ("Đảng<sup>[1]</sup> bộ", ["Đảng[1] bộ"]),
        ("", []),
    ],
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_bold_blocks() -> None:
    page = "<p><strong>Điều 1.</strong></p><p><b>Điều</b> 2</p><p style='font-weight:700'>Điều 3</p><p><b>  </b>x</p>"
    assert [line.bold for line in webpage_lines(page)[0]] == [True, False, True, False]


def test_very_deep_nesting_is_survived() -> None:
    assert texts("<div>" * 5000 + "đáy" + "</div>" * 5000) == ["đáy"]


def test_a_line_broken_in_mid_sentence_runs_on() -> None:
    lines = webpage_lines("<p>ĐỀ ÁN<br>Về việc<br>trồng cây;<br>chăm sóc<br>a) Mỗi hộ</p><p>và</p>")[0]
    assert [line.text for line in lines if line.continues] == ["trồng cây;"]


def test_symbols_of_words_lists() -> None:
    bullet = "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>"
    arrow = "<font face='Wingdings'>&Oslash;</font>"
    assert texts(f"<p>{bullet}một</p><p>{arrow} hai</p>") == ["• một", "➢ hai"]


def test_cells_as_a_browser_lays_them_out() -> None:
    page = """
        <table><caption>Bảng 1</caption><thead><tr><th>TT<th>Việc<th>Hạn</thead>
        <tr><td rowspan=2>1<td><p>Trồng</p><p>cây</p><td>Tháng 2
        <tr><td colspan=2>Tưới</table><p>Hết</p>
    """
    assert {line.text: line.cell for line in webpage_lines(page)[0]} == {
        "Bảng 1": None,
        "TT": Cell(0, 0, 0, head=True),
        "Việc": Cell(0, 0, 1, head=True),
        "Hạn": Cell(0, 0, 2, head=True),
        "1": Cell(0, 1, 0, rows=2),
        "Trồng": Cell(0, 1, 1),
        "cây": Cell(0, 1, 1),
        "Tháng 2": Cell(0, 1, 2),
        "Tưới": Cell(0, 2, 1, columns=2),
        "Hết": None,
    }


def test_absurd_spans_are_bounded() -> None:
    page = "<table><tr><td rowspan=99999 colspan=99999>a<tr><td rowspan=0>b</table>"
    assert [line.cell for line in webpage_lines(page)[0]] == [Cell(0, 0, 0, 2, 100), Cell(0, 1, 100)]

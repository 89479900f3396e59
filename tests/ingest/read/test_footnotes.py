"""Footnotes of PDFs that a typesetting program made, and what only looks like them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import typst
from pdf_maker import Text, make_pdf, paragraph

from corpus.types import Span
from ingest.read.footnotes import without_footnotes
from ingest.read.layout import Box, Visual
from ingest.read.pdf import read_pdf
from ingest.reading import Mark, PrintedNote, Reading

LONG = (
    "Diện tích do Ủy ban nhân dân xã công bố hằng năm, sau khi lấy ý kiến của nhân dân các thôn, của Mặt trận Tổ quốc "
    "và của các đoàn thể ở xã, được niêm yết tại trụ sở và tại nhà văn hóa của các thôn trong thời hạn ba mươi ngày; "
    "nơi nào không có nhà văn hóa thì niêm yết tại nhà riêng của trưởng thôn, có chữ ký của hai người làm chứng là "
    "đảng viên hoặc đoàn viên đang sinh hoạt tại thôn ấy."
)
BODY = (
    "Đảng bộ xã Minh Khai Mẫu lãnh đạo toàn diện{first} các lĩnh vực công tác ở địa phương, trong đó có việc trồng cây "
    "trên 25 m#super[2] đất công{second} và giao cho các chi bộ thôn chăm sóc, bảo vệ trong suốt thời gian ba năm, kể "
    "từ ngày trồng xong cây cuối cùng cho đến khi bàn giao cho hợp tác xã quản lý, khai thác và sử dụng."
)


@cache
def typeset(first: str, second: str, height: int = 220) -> Reading:
    """The body above on small pages; ``first`` and ``second`` are calls of ``#footnote``."""
    source = (
        f"#set page(width: 300pt, height: {height}pt, margin: 36pt)\n"
        '#set text(font: "Libertinus Serif", size: 12pt, lang: "vi", hyphenate: false)\n'
        + BODY.format(first=first, second=second)
    )
    file = typst.Compiler(ignore_system_fonts=True).compile(source.encode(), format="pdf")
    assert isinstance(file, bytes)
    return read_pdf(file, 9).reading


def body_of(reading: Reading) -> str:
    assert [line.continues for line in reading.lines] == [False] + [True] * (len(reading.lines) - 1)
    return " ".join(line.text for line in reading.lines)


def words_before_marks(reading: Reading) -> list[tuple[int, str]]:
    return [(mark.note, line.text[: mark.offset].split()[-1]) for line in reading.lines for mark in line.marks]


PLAIN_BODY = BODY.format(first="", second="").replace("#super[2]", "2")


def test_notes_leave_the_flow_and_are_tied_to_their_words() -> None:
    reading = typeset("#footnote[Theo Điều lệ Đảng.]", "#footnote[Diện tích theo Kế hoạch\nnăm.]", 260)
    assert body_of(reading) == PLAIN_BODY
    assert reading.notes == (
        PrintedNote("1", "Theo Điều lệ Đảng.", 1),
        PrintedNote("2", "Diện tích theo Kế hoạch năm.", 1),
    )
    assert words_before_marks(reading) == [(0, "diện"), (1, "công")]


def test_a_note_may_go_on_at_the_foot_of_the_next_page() -> None:
    reading = typeset("", f"#footnote[{LONG}]")
    assert reading.pages == 2
    assert body_of(reading) == PLAIN_BODY
    assert reading.notes == (PrintedNote("1", LONG, 1),)
    assert words_before_marks(reading) == [(0, "công")]


def test_asterisks_mark_notes_too() -> None:
    reading = typeset('#footnote(numbering: "*")[Theo Điều lệ Đảng.]', "", 260)
    assert body_of(reading) == PLAIN_BODY
    assert reading.notes == (PrintedNote("*", "Theo Điều lệ Đảng.", 1),)


def test_raised_figures_without_a_note_stay() -> None:
    reading = typeset("", "#super[7]", 260)
    assert reading.notes == ()
    assert "25 m2 đất công7" in body_of(reading).replace("công 7", "công7")


def test_small_print_and_columns_of_numbers_are_no_notes() -> None:
    body = paragraph(["Đảng bộ xã lãnh đạo toàn diện các lĩnh vực công tác ở địa phương trong năm."] * 8, 800, pitch=16)
    recipients = [Text("Nơi nhận:", 72, 120, 9), Text("- Như trên;", 72, 108, 9), Text("- Lưu: VT.", 72, 96, 9)]
    columns = [Text(f"{n} {n * 25} 100", 72, 84 - 11 * n, 9) for n in range(1, 4)]
    reading = read_pdf(make_pdf([[*body, *recipients, *columns]]), 9).reading
    assert reading.notes == ()
    assert [line.text for line in reading.lines[8:]] == [row.text for row in [*recipients, *columns]]


def row(text: str, top: float, size: float = 12, raised: tuple[Span, ...] = ()) -> Visual:
    return Visual(text, Box(72, 500, top, size, bold=False), raised=raised)


@pytest.mark.parametrize(
    ("text", "raised", "bare", "offset"),
    [
        ("công tác1 ở xã", Span(8, 9), "công tác ở xã", 8),
        ("công tác 1 ở xã", Span(9, 10), "công tác ở xã", 8),
        ("công tác[1], ở xã", Span(8, 11), "công tác, ở xã", 8),
        ("công tác¹.", Span(8, 9), "công tác.", 8),
    ],
)
def test_marks_are_taken_out_of_the_line(text: str, raised: Span, bare: str, offset: int) -> None:
    page = [row("Một dòng của thân văn bản.", 700), row(text, 680, raised=(raised,)), row("1 Theo Điều lệ.", 80, 9)]
    found = without_footnotes([page])
    assert found.notes == [PrintedNote("1", "Theo Điều lệ.", 1)]
    assert found.pages[0][1] == replace(page[1], text=bare, raised=(), marks=(Mark(offset, 0),))


def test_numbers_begin_again_on_every_page() -> None:
    pages = [
        [row(f"trang {n}, công tác1 ở xã.", 700, raised=(Span(17, 18),)), row(f"1 Chú thích {n}.", 80, 9)] for n in "ab"
    ]
    found = without_footnotes(pages)
    assert found.notes == [PrintedNote("1", "Chú thích a.", 1), PrintedNote("1", "Chú thích b.", 2)]
    assert [page[0].marks for page in found.pages] == [(Mark(17, 0),), (Mark(17, 1),)]

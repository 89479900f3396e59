from __future__ import annotations

import io
import logging
from dataclasses import replace

import pypdf
import pytest
from pdf_maker import Text, make_pdf, paragraph
from pypdf.annotations import FreeText

from ingest.read.pdf import DamagedPdfError, LockedPdfError, TooManyPagesError, bare_pages, read_pdf
from ingest.reading import Line

LONG = "Đảng bộ xã lãnh đạo toàn diện các lĩnh vực công tác ở địa phương trong"  # as wide as a line gets
FIRST = LONG[:66]


def lines(pages: list[list[Text]]) -> list[Line]:
    return list(read_pdf(make_pdf(pages), 100).reading.lines)


def flags(rows: list[Text]) -> list[bool]:
    """Whether each row continues the one before, on a page that also holds an ordinary paragraph."""
    ordinary = paragraph([LONG, LONG, LONG, LONG, "năm."], 800)
    return [line.continues for line in lines([[*ordinary, *rows]])][len(ordinary) :]


def test_text_pages_and_weight() -> None:
    pages = [[Text("NGHỊ QUYẾT", 260, 700, bold=True), Text("Điều 1. Phạm vi", 72, 680)], [Text("Hết", 72, 700)]]
    assert [replace(line, rect=None) for line in lines(pages)] == [
        Line("NGHỊ QUYẾT", page=1, bold=True),
        Line("Điều 1. Phạm vi", page=1),
        Line("Hết", page=2),
    ]


def test_wrapped_lines_continue() -> None:
    assert flags(paragraph([LONG, LONG, "cuối cùng."], 600)) == [False, True, True]


def test_a_gap_ends_a_paragraph() -> None:
    assert flags([Text(LONG, 72, 600), Text("Tiếp theo là câu khác.", 72, 570)]) == [False, False]


def test_an_indented_line_opens_a_paragraph() -> None:
    rows = [*paragraph([FIRST, LONG], 600, indent=20), *paragraph([FIRST, "hết."], 572, indent=20)]
    assert flags(rows) == [False, True, False, True]


def test_hanging_list_items_go_on() -> None:
    assert flags([Text("- " + FIRST, 90, 600), Text("gồm các chi bộ trực thuộc", 100, 586)]) == [False, True]


def test_short_lines_do_not_run_on() -> None:
    assert flags([Text("ĐẢNG BỘ TỈNH A", 72, 600), Text("Số 05-NQ/ĐU", 72, 586)]) == [False, False]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (LONG, "1. Một mục mới", False),
        (LONG[:-5] + " điểm", "a) khoản 2 của Quy định này", True),
        (LONG, "- xã hội của địa phương", True),
        (LONG[:-1] + ";", "- Một ý mới", False),
        (LONG, "57-NQ/TW của Bộ Chính trị", True),
    ],
)
def test_what_looks_like_a_label_after_a_full_line(before: str, after: str, expected: bool) -> None:
    assert flags([Text(before, 72, 600), Text(after, 72, 586)]) == [False, expected]


def test_titles_wrap_in_bold_and_centred() -> None:
    title = [Text(LONG[:60], 100, 600, bold=True), Text("trên địa bàn xã", 235, 586, bold=True)]
    assert flags(title) == [False, True]
    assert flags([*title, Text(LONG, 72, 572)]) == [False, True, False]


def test_paragraphs_run_over_pages() -> None:
    pages = [paragraph([LONG] * 5, 700), paragraph(["kết thúc ở trang sau.", LONG, LONG], 780)]
    assert next(line.continues for line in lines(pages) if line.page == 2)
    ended = [paragraph([LONG] * 4 + [LONG[:-1] + "."], 700), paragraph(["Câu mới.", LONG, LONG], 780)]
    assert not next(line.continues for line in lines(ended) if line.page == 2)


def test_furniture_is_gone_but_seen() -> None:
    pages = [
        [Text("MẬT", 260, 820), *paragraph([f"Câu {word}.", f"Ý {word}."], 760), Text(f"Trang {number}/3", 280, 30)]
        for number, word in enumerate("abc", 1)
    ]
    raw = read_pdf(make_pdf(pages), 100)
    assert [line.text for line in raw.reading.lines] == ["Câu a.", "Ý a.", "Câu b.", "Ý b.", "Câu c.", "Ý c."]
    assert raw.seen.count("MẬT") == 3
    assert raw.reading.page_labels == ("1", "2", "3")


def test_labels_of_the_file_and_printed_ones() -> None:
    pages = [[Text("Lời nói đầu của tập sách", 72, 700)], [Text("Chương một của tập sách", 72, 700)]]
    labelled = make_pdf(pages, labels="/Nums [0 << /S /r >> 1 << /S /D /St 7 >>]")
    assert read_pdf(labelled, 100).reading.page_labels == ("i", "7")
    assert read_pdf(make_pdf(pages), 100).reading.page_labels == ()
    printed = [[*page, Text(str(number), 300, 30)] for number, page in enumerate(pages, 1)]
    assert read_pdf(make_pdf(printed), 100).reading.page_labels == ("1", "2")


def test_pdfium_reads_what_pypdf_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise pypdf.errors.DeprecationError

    monkeypatch.setattr(pypdf.PageObject, "extract_text", fail)
    reading = read_pdf(make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]]), 100).reading
    assert (reading.reader, [line.text for line in reading.lines]) == ("pypdfium2", ["Điều 1. Phạm vi"])


def test_pdfium_is_taken_where_it_reads_better(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda *_, **__: "Đ i ề u 1. Ph ạm vi á p dụ ng")
    reading = read_pdf(make_pdf([[Text("Điều 1. Phạm vi áp dụng", 72, 700)]]), 100).reading
    assert (reading.reader, reading.lines[0].text) == ("pypdfium2", "Điều 1. Phạm vi áp dụng")


def pieces(words: str, left: float, baseline: float, gap: float) -> list[Text]:
    """Words drawn one by one; the pieces of a word with ``|`` in it stand ``gap`` points apart."""
    drawn: list[Text] = []
    for word in words.split():
        for piece in word.split("|"):
            drawn.append(Text(piece, left, baseline))
            left += drawn[-1].width + gap
        left += 6 - gap
    return drawn


def test_pdfplumber_is_taken_where_both_break_words() -> None:
    words = "Đảng bộ xã lãnh đạo ph|át triển kinh tế xã hội và xây d|ựng hệ thống ch|ính trị ở địa phương"
    reading = read_pdf(make_pdf([pieces(words, 72, 700, gap=2.5)]), 100).reading
    assert (reading.reader, reading.lines[0].text) == ("pdfplumber", words.replace("|", ""))
    assert reading.lines[0].rect is not None


@pytest.mark.parametrize("turned", ["", "/CropBox [50 60 500 760]", "/Rotate 90 /CropBox [50 60 500 760]"])
def test_rectangles_are_in_the_coordinates_of_the_file(turned: str) -> None:
    row = Text("Điều 1. Phạm vi", 100, 700)
    [line] = read_pdf(make_pdf([[row]], turned=turned), 100).reading.lines
    assert line.rect is not None
    assert line.rect.left == pytest.approx(row.left)
    assert line.rect.right == pytest.approx(row.left + row.width)
    assert row.baseline - 0.3 * row.size < line.rect.bottom < row.baseline
    assert row.baseline + 0.8 * row.size < line.rect.top < row.baseline + 1.2 * row.size


@pytest.mark.parametrize(
    ("turned", "angle", "start", "step"), [("/Rotate 90", 90, (80, 80), 14), ("/Rotate 270", 270, (500, 780), -14)]
)
def test_lines_of_a_turned_page_run_on_as_they_are_shown(
    turned: str, angle: int, start: tuple[int, int], step: int
) -> None:
    rows = [Text(LONG, start[0] + step * n, start[1], angle=angle) for n in range(5)]
    made = read_pdf(make_pdf([rows], turned=turned), 100).reading.lines
    assert [line.continues for line in made] == [False, True, True, True, True]
    for row, line in zip(rows, made, strict=True):
        assert line.rect is not None
        assert line.rect.top - line.rect.bottom == pytest.approx(row.width, abs=5)
        assert line.rect.left < row.left < line.rect.right


def test_a_line_that_is_cut_otherwise_gets_the_place_of_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda *_, **__: "ĐẢNG ỦY XÃ\nHà Nội, ngày 5\nSố 05")
    page = [Text("ĐẢNG ỦY XÃ", 72, 700), Text("Hà Nội, ngay 5", 300, 700), Text("Số 05", 72, 680)]
    left, right, below = read_pdf(make_pdf([page]), 100).reading.lines
    assert left.rect is not None
    assert right.rect is not None
    assert below.rect is not None
    assert left.rect.right == pytest.approx(72 + page[0].width, abs=5)
    assert right.rect.left == pytest.approx(300)
    assert below.rect.top < left.rect.bottom


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]])))
    writer.encrypt(user_password=password, owner_password="chủ", algorithm="RC4-128")  # noqa: S106
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_passwords() -> None:
    with pytest.raises(LockedPdfError):
        read_pdf(encrypted("mật khẩu"), 100)
    assert read_pdf(encrypted(""), 100).reading.lines[0].text == "Điều 1. Phạm vi"


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.97])
def test_a_cut_off_file_is_damaged(share: float) -> None:
    data = make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]] * 3)
    with pytest.raises(DamagedPdfError):
        read_pdf(data[: int(len(data) * share)], 100)


def test_a_linearised_file_must_have_its_stated_length() -> None:
    data = make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]])
    stated = data.replace(b"%PDF-1.7\n", b"%%PDF-1.7\n%% << /Linearized 1 /L %d >>\n" % (len(data) * 2))
    with pytest.raises(DamagedPdfError):
        read_pdf(stated, 100)


def test_page_limit() -> None:
    with pytest.raises(TooManyPagesError) as refused:
        read_pdf(make_pdf([[Text("Điều 1", 72, 700)]] * 4), 3)
    assert refused.value.pages == 4


def test_bare_pages() -> None:
    text = [Text("Đảng viên có quyền được thông tin", 72, 700)]
    assert bare_pages(read_pdf(make_pdf([text, [], [Text("3", 300, 30)], text]), 100), 5) == 2


def test_stamps_put_on_in_a_viewer_are_seen() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]])))
    writer.add_annotation(0, FreeText(text="TỐI MẬT", rect=(50, 750, 150, 780)))
    file = io.BytesIO()
    writer.write(file)
    assert "TỐI MẬT" in read_pdf(file.getvalue(), 100).stamps


def test_pypdf_logs_nothing_and_is_left_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    data = make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]])
    broken = data.replace(b"startxref\n", b"startxref\n9")
    with caplog.at_level(logging.DEBUG):
        assert read_pdf(broken, 100).reading.pages == 1
    assert caplog.records == []
    assert logging.getLogger("pypdf").level == logging.NOTSET


def test_what_the_file_says_of_itself_is_seen() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([[Text("Điều 1. Phạm vi", 72, 700)]])))
    writer.add_metadata({"/Keywords": "MẬT", "/Author": "Văn phòng"})
    file = io.BytesIO()
    writer.write(file)
    assert read_pdf(file.getvalue(), 100).stamps == ("MẬT", "Văn phòng")

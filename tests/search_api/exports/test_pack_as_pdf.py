from __future__ import annotations

import re
import time
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hostile_packs import LITERAL, hostile
from read_back import pdf_pages, words

from bench.sample_packs import course, thematic
from search_api.exports import ExportError, export
from search_api.exports.pdf import typeset
from search_api.exports.worded import quote_heading

CONTENT = course()
FILE = export(CONTENT, "pdf", {2: "Văn bản nay đã hết hiệu lực."}).body


def _letters(text: str) -> str:
    """A text without the white space that breaking lines and pages puts in or takes away."""
    return re.sub(r"\s+", "", text)


def _running(pages: list[str]) -> str:
    """The text of the pages one after the other: what stands on a page is read before the notes at its foot."""
    return _letters("\n".join(pages))


def test_every_quotation_is_there_word_for_word() -> None:
    text = _running(pdf_pages(FILE))
    # One that goes over a page is read with the notes of the first and the number of the second in its middle.
    whole = [passage for passage in CONTENT.passages if _letters(f"“{passage.quote.text}”") in text]
    assert len(whole) >= len(CONTENT.passages) - 5
    for passage in CONTENT.passages:
        for line in passage.quote.text.split("\n"):
            half = len(line) // 2
            assert _letters(line[:half]) in text or _letters(line[half:]) in text


def test_letterhead_notes_and_warning_are_printed() -> None:
    pages = pdf_pages(FILE)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in pages[0]
    assert "BAN XÂY DỰNG ĐẢNG" in pages[0]
    assert words(pages[1]).startswith("2 ")
    text = _running(pages)
    assert _letters("Lưu ý: Văn bản nay đã hết hiệu lực.") in text
    for passage in CONTENT.passages:
        assert (
            _letters(passage.quote.citation.footnote.removesuffix(".")) in text
            or _letters(passage.quote.citation.short) in text
        )


def test_footnotes_stand_on_the_page_of_their_mark() -> None:
    content = thematic()
    page = next(page for page in pdf_pages(export(content, "pdf").body) if "III- ĐỀ DẪN" in page)
    assert _letters(content.passages[1].quote.citation.footnote) in _letters(page)


@pytest.mark.parametrize("lines", range(0, 30, 3))
def test_headings_stand_with_their_text(lines: int) -> None:
    """Wherever a page ends: the text above is made longer line by line."""
    content = thematic()
    aim = "\n".join(f"Việc thứ {number}." for number in range(lines))
    conclusion = content.conclusion.partition("\n")[0]
    for page in pdf_pages(export(content.model_copy(update={"aim": aim, "conclusion": conclusion}), "pdf").body):
        assert "T/M CHI BỘ" not in page or "Thống nhất ba việc" in page
        assert ("- DỰ THẢO KẾT LUẬN" in page) == ("Thống nhất ba việc" in page)
        for number, passage in enumerate(content.passages, start=1):
            heading = f"\n{number}. {quote_heading(passage.quote)}"
            if heading in page.replace("\r", ""):
                assert _letters(f"“{passage.quote.text}"[:40]) in _letters(page)


def test_file_is_tagged_vietnamese_and_named() -> None:
    reader = pypdf.PdfReader(BytesIO(FILE))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi-VN"
    assert reader.metadata.title == CONTENT.title
    assert reader.metadata.author == CONTENT.author
    assert reader.outline[0].title == "I- MỤC ĐÍCH, YÊU CẦU"


def test_only_fonts_of_the_package_are_used_and_they_are_embedded() -> None:
    reader = pypdf.PdfReader(BytesIO(FILE))
    fonts = {
        font.get_object()["/BaseFont"].split("+")[1]: font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {name.partition("-")[0] for name in fonts} == {"LiberationSerif"}
    assert all("/DescendantFonts" in font for font in fonts.values())


def test_markup_is_printed_as_typed() -> None:
    text = _letters("".join(pdf_pages(export(hostile(LITERAL), "pdf").body)))
    # In the text: title, aim, step, introduction, heading, trail, quotation twice, note, question, local, questions,
    # conclusion; at the end author and source; the notes are those of the passage.
    assert text.count(_letters(LITERAL)) >= 15


def test_same_pack_gives_the_same_bytes() -> None:
    assert export(course(), "pdf", {2: "Văn bản nay đã hết hiệu lực."}).body == FILE


def test_typst_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "_LONGEST_SECONDS", 0.001)
    began = time.perf_counter()
    with pytest.raises(ExportError, match="chưa dàn trang xong"):
        export(CONTENT, "pdf")
    assert time.perf_counter() - began < 5


def test_typst_that_fails_is_told_and_why_is_logged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "compiler.py"
    broken.write_text("raise SystemExit('chữ hỏng')", encoding="utf-8")
    monkeypatch.setattr(typeset, "_COMPILER", broken)
    with pytest.raises(ExportError, match="chưa dàn trang được"):
        export(CONTENT, "pdf")
    assert "chữ hỏng" in caplog.text

from __future__ import annotations

from io import BytesIO

import pptx
import pytest
from lxml import etree
from pptx.util import Mm
from read_back import part, pptx_words, words

from bench.sample_packs import course, short, thematic
from search_api.exports import export
from search_api.exports.slides.fitting import CUT, Area, fitted, height
from search_api.packs.content import PackContent, TimeStep

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CONTENT = course()
FILE = export(CONTENT, "pptx", {2: "Văn bản nay đã hết hiệu lực."}).body


def _slides(content: bytes) -> list[tuple[str, str, str]]:
    """Title, all text and notes of each slide."""
    return [
        (
            slide.shapes.title.text_frame.text,
            words(" ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)),
            words(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else "",
        )
        for slide in pptx.Presentation(BytesIO(content)).slides
    ]


def _long_quote(text: str) -> PackContent:
    content = short()
    [passage] = content.passages
    quote = passage.quote.model_copy(update={"text": text})
    return content.model_copy(update={"passages": (passage.model_copy(update={"quote": quote}),)})


def test_slides_are_wide_and_named() -> None:
    presentation = pptx.Presentation(BytesIO(FILE))
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9)
    assert presentation.core_properties.title == CONTENT.title
    assert [layout.name for layout in presentation.slide_layouts] == ["Mở đầu", "Một ý", "Đoạn trích"]


def test_one_passage_a_slide_with_its_source_on_it_and_all_of_it_in_the_notes() -> None:
    slides = [one for one in _slides(FILE) if "Nguồn [" in one[1]]
    assert len(slides) == 60
    for passage, (_, shown, notes) in zip(CONTENT.passages, slides, strict=True):
        citation = passage.quote.citation
        source = f"Nguồn [{passage.label}]: "
        assert source + citation.full in shown or source + citation.short in shown
        assert words(f"“{passage.quote.text}”") in notes
        assert citation.full in notes
        assert passage.note in notes
        assert passage.question in notes


def test_warning_stands_on_the_slide_and_in_the_notes() -> None:
    [(_, shown, notes)] = [one for one in _slides(FILE) if "Lưu ý" in one[1]]
    assert "Nguồn [2]" in shown
    assert "Lưu ý: Văn bản nay đã hết hiệu lực." in shown
    assert "Lưu ý: Văn bản nay đã hết hiệu lực." in notes


def test_no_word_of_the_pack_is_lost() -> None:
    content = thematic()
    shown, notes = pptx_words(export(content, "pptx").body)
    for text in (content.aim, content.introduction, content.local, content.conclusion, *content.questions):
        assert words(text) in notes
        assert words(text) in shown
    for step in content.plan:
        assert step.what in shown
    for own in (content.title, content.branch, content.author):
        assert own in shown


def test_order_is_that_of_a_session() -> None:
    titles = [title for title, _, _ in _slides(export(thematic(), "pptx").body)]
    named = [one for one in titles if one in ("Mục đích, yêu cầu", "Kế hoạch thời gian", "Đề dẫn", "Kết luận")]
    assert named == ["Mục đích, yêu cầu", "Kế hoạch thời gian", "Đề dẫn", "Kết luận"]
    assert titles[0] == thematic().title
    assert titles[-1] == "Danh mục văn bản được trích"


def test_long_quotation_is_cut_between_sentences_and_says_so() -> None:
    sentences = [f"Câu thứ {number} nói về việc của chi bộ trong quý này." for number in range(60)]
    [_, (_, shown, notes), _] = _slides(export(_long_quote(" ".join(sentences)), "pptx").body)
    begun = shown.partition("“")[2].partition(f" {CUT}”")[0]
    assert begun
    assert " ".join(sentences).startswith(f"{begun} ")
    assert begun.endswith(".")
    assert "(xem đầy đủ ở phần ghi chú)" in shown
    assert " ".join(sentences) in notes


def test_sentence_longer_than_a_slide_is_cut_between_words() -> None:
    endless = "việc " * 600
    [_, (_, shown, notes), _] = _slides(export(_long_quote(endless.strip()), "pptx").body)
    assert f"việc {CUT}”" in shown
    assert notes.count("việc việc") == 300


def test_only_the_theme_says_which_font_and_every_text_is_vietnamese() -> None:
    presentation = pptx.Presentation(BytesIO(FILE))
    for slide in presentation.slides:
        for run in slide._element.iter(f"{A}r"):
            assert run.find(f"{A}rPr").get("lang") == "vi-VN"
            assert run.find(f"{A}rPr/{A}latin") is None
    theme = part(FILE, "ppt/theme/theme1.xml")
    assert {one.get("typeface") for one in theme.iter(f"{A}latin")} == {"Arial"}
    masters = (presentation.slide_master, presentation.notes_master, *presentation.slide_layouts)
    text = " ".join(t.text or "" for one in masters for t in one._element.iter(f"{A}t"))
    assert "Click" not in text


def test_no_place_is_left_empty() -> None:
    for slide in pptx.Presentation(BytesIO(FILE)).slides:
        for place in slide.placeholders:
            assert place.text_frame.text, etree.tostring(place._element)


def test_long_plan_goes_over_slides_with_its_sum_on_the_last() -> None:
    plan = tuple(TimeStep(what=f"Bước {number} " + "dài " * 60, minutes=5) for number in range(30))
    slides = pptx.Presentation(BytesIO(export(PackContent(plan=plan), "pptx").body)).slides
    tables = [shape for slide in slides for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for shape in tables for row in shape.table.rows]
    assert [row[0] for row in rows if row[0].isdigit()] == [str(number) for number in range(1, 31)]
    assert rows[-1] == ["", "Tổng cộng", "150"]
    assert sum("Tổng cộng" in row for row in rows) == 1
    assert all(shape.top + shape.height < Mm(150) for shape in tables)


@pytest.mark.parametrize("size", [36, 24, 20])
def test_what_is_said_to_fit_fits(size: int) -> None:
    text = CONTENT.passages[4].quote.text
    lines = height([text], size, 280)
    assert lines > height([text], size, 600) > 0
    assert height([text, text], size, 280) > 2 * lines
    assert fitted([text], Area(280, lines), [size]).is_cut is False
    shown = fitted([text], Area(280, lines - 1), [size])
    assert shown.is_cut
    assert all(text.startswith(one) for one in shown.paragraphs)
    assert height([f"{one} {CUT}" for one in shown.paragraphs], size, 280) <= lines - 1


def test_largest_size_that_holds_all_is_taken() -> None:
    assert fitted(["Một câu ngắn."], Area(280, 100), [36, 24, 20]).size == 36
    assert fitted(["Một câu dài hơn nhiều. " * 36], Area(280, 100), [36, 24, 20]).size == 20
    assert fitted(["x" * 4000], Area(280, 100), [20]).is_cut


def test_same_pack_gives_the_same_bytes() -> None:
    assert export(course(), "pptx", {2: "Văn bản nay đã hết hiệu lực."}).body == FILE

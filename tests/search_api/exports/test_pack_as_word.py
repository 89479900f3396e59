from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.shared import Mm
from lxml import etree
from read_back import W, docx_notes, docx_words, part, words

from bench.sample_packs import course, short, thematic
from search_api.exports import export

CONTENT = course()
FILE = export(CONTENT, "docx", {2: "Văn bản nay đã hết hiệu lực."}).body


def test_every_word_of_the_pack_is_there() -> None:
    text = docx_words(FILE)
    for passage in CONTENT.passages:
        assert words(f"“{passage.quote.text}”") in text
    for own in (CONTENT.title, CONTENT.aim, CONTENT.local, *(step.what for step in CONTENT.plan)):
        assert words(own) in text
    assert "ĐẢNG CỘNG SẢN VIỆT NAM Minh Khai Mẫu, ngày 09 tháng 01 năm 2026" in text
    assert "Lưu ý: Văn bản nay đã hết hiệu lực." in text
    assert text.index("III- ĐỀ DẪN") < text.index(words(CONTENT.passages[0].quote.text)) < text.index("NGƯỜI CHUẨN BỊ")


def test_footnotes_are_real() -> None:
    notes = docx_notes(FILE)
    cited = {passage.label: passage.quote for passage in CONTENT.passages}
    mentioned: set[str] = set()
    expected = []

    def cite(label: int, *, always: bool) -> None:
        quote = cited[label]
        if always or quote.document.id not in mentioned:
            first = quote.document.id not in mentioned
            expected.append(words(quote.citation.footnote if first else f"{quote.citation.short}."))
        mentioned.add(quote.document.id)

    for label in range(1, 61, 4):
        cite(label, always=True)
    # Under its heading a passage is cited in full the first time, and not again in the words of the heading.
    for label in range(1, 61):
        cite(label, always=False)
    for number in range(1, 13):
        cite(number, always=True)
        cite(number + 1, always=True)
    for label in (1, 20, 60):
        cite(label, always=True)
    assert notes == expected


def test_part_of_the_footnotes_is_declared_related_and_known_to_the_settings() -> None:
    with ZipFile(BytesIO(FILE)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert 'PartName="/word/footnotes.xml"' in types
    assert "wordprocessingml.footnotes+xml" in types
    assert 'Target="footnotes.xml"' in relations
    separators = [
        note.get(f"{W}id") for note in part(FILE, "word/footnotes.xml").iter(f"{W}footnote") if note.get(f"{W}type")
    ]
    named = [note.get(f"{W}id") for note in part(FILE, "word/settings.xml").iter(f"{W}footnote")]
    assert separators == named == ["-1", "0"]
    styles = {style.get(f"{W}styleId") for style in part(FILE, "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        used = {one.get(f"{W}val") for kind in ("pStyle", "rStyle") for one in part(FILE, name).iter(f"{W}{kind}")}
        assert used <= styles, name


def test_page_is_that_of_party_papers() -> None:
    word = docx.Document(BytesIO(FILE))
    [section] = word.sections
    size = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(one / Mm(1)) for one in size] == [210, 297, 20, 30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element).decode()
    assert "PAGE" not in etree.tostring(section.first_page_header._element).decode()
    defaults = part(FILE, "word/styles.xml").find(f"{W}docDefaults")
    assert {one.get(f"{W}ascii") for one in defaults.iter(f"{W}rFonts")} == {"Times New Roman"}
    assert [one.get(f"{W}val") for one in defaults.iter(f"{W}sz", f"{W}lang")] == ["28", "vi-VN"]


def test_headings_can_be_navigated() -> None:
    paragraphs = docx.Document(BytesIO(FILE)).paragraphs
    first = [one.text for one in paragraphs if one.style.name == "Heading 1"]
    assert first[0] == "I- MỤC ĐÍCH, YÊU CẦU"
    assert first[-1] == "DANH MỤC VĂN BẢN ĐƯỢC TRÍCH"
    assert len([one for one in paragraphs if one.style.name == "Heading 2"]) == 60


def test_styles_are_the_ones_used_and_no_more() -> None:
    """Word translates the names of its own styles; others would stand there in English."""
    word = docx.Document(BytesIO(export(thematic(), "docx", {1: "Hết hiệu lực."}).body))
    assert {style.name for style in word.styles} == {
        *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Subtitle", "Heading 1", "Heading 2"),
        *("Body Text", "Quote", "Bibliography", "Header", "footnote text", "footnote reference", "Table Grid"),
        *("Vị trí đoạn trích", "Lưu ý về đoạn trích", "Ghi chú về đoạn trích"),
        *("Phần đầu và phần ký", "Ô bảng", "Không khung"),
    }


def test_properties_say_whose_it_is() -> None:
    properties = docx.Document(BytesIO(FILE)).core_properties
    assert (properties.title, properties.author, properties.language) == (CONTENT.title, CONTENT.author, "vi-VN")


def test_plan_is_a_table_with_its_sum() -> None:
    tables = docx.Document(BytesIO(FILE)).tables
    rows = [[cell.text for cell in row.cells] for row in tables[1].rows]
    assert rows[0] == ["TT", "Nội dung", "Thời gian (phút)"]
    assert rows[1] == ["1", "Nội dung thứ 1", "30"]
    assert rows[-1] == ["", "Tổng cộng", "240"]


def test_same_pack_gives_the_same_bytes() -> None:
    again = export(course(), "docx", {2: "Văn bản nay đã hết hiệu lực."}).body
    assert again == FILE
    assert export(short(), "docx").body != FILE

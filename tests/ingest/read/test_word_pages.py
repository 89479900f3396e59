from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from word_maker import NAMES, add_part, append, paragraph, read, run, state_pages

RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
ASKED = '<w:r><w:br w:type="page"/></w:r>'
NEXT = "<w:sectPr/>"
SAME = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'


def pages(count: int, *elements: str) -> tuple[int, list[tuple[str, int, bool]]]:
    """The number of pages, and of each line its text, its page and whether it runs on."""

    def build(document: Document) -> None:
        append(document, *elements)
        state_pages(document, count)

    reading = read(build).reading
    assert not reading.visual
    return reading.pages, [(line.text, line.page, line.continues) for line in reading.lines]


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_a_paragraph_over_a_page_end_is_cut_there() -> None:
    assert pages(2, paragraph(run("Chi bộ họp mỗi "), RENDERED, run("tháng một lần.")), paragraph(run("Sau đó"))) == (
        2,
        [("Chi bộ họp mỗi", 1, False), ("tháng một lần.", 2, True), ("Sau đó", 2, False)],
    )


@pytest.mark.parametrize("rest", [("-xã hội", " mới"), ("-xã hội mới",)])
def test_a_word_over_a_page_end_stays_whole(rest: tuple[str, ...]) -> None:
    _, lines = pages(2, paragraph(run("kinh tế"), RENDERED, *map(run, rest)))
    assert lines == [("kinh tế-xã", 1, False), ("hội mới", 2, True)]


@pytest.mark.parametrize(
    "between",
    [
        (paragraph(ASKED), paragraph(RENDERED, run("hai"))),
        (paragraph(ASKED, RENDERED, run("hai")),),
        (paragraph(run("hai"), properties="<w:pageBreakBefore/>"), paragraph()),
        (paragraph(properties=NEXT), paragraph(RENDERED, run("hai"))),
        (paragraph(RENDERED, run("hai"), properties="<w:pageBreakBefore/>"),),
    ],
)
def test_pages_an_author_asked_for_count_once(between: tuple[str, ...]) -> None:
    rest = paragraph(run("hết "), RENDERED, run("rồi"))
    counted, lines = pages(3, paragraph(run("một")), *between, rest)
    assert counted == 3
    assert lines == [("một", 1, False), ("hai", 2, False), ("hết", 2, False), ("rồi", 3, True)]


def test_a_section_on_the_same_page_turns_none() -> None:
    end = f"<w:p><w:pPr>{NEXT}</w:pPr></w:p>"
    counted, lines = pages(
        3, paragraph(run("một")), end, paragraph(RENDERED, run("hai"), properties=SAME), paragraph(run("ba"))
    )
    assert (counted, [page for _, page, _ in lines]) == (3, [1, 2, 3])


def test_an_empty_page_is_a_page() -> None:
    counted, lines = pages(3, paragraph(run("một")), paragraph(ASKED, ASKED), paragraph(RENDERED, run("ba")))
    assert (counted, lines[-1]) == (3, ("ba", 3, False))


def test_a_mark_in_a_second_cell_leads_back_beside_the_first() -> None:
    first = cell(paragraph(run("dài "), RENDERED, run("tiếp")))
    second = cell(paragraph(RENDERED, run("cũng dài "), RENDERED, run("tiếp")))
    assert pages(2, table(first + second), paragraph(run("dưới"))) == (
        2,
        [("dài", 1, False), ("tiếp", 2, True), ("cũng dài", 2, False), ("tiếp", 2, True), ("dưới", 2, False)],
    )


def test_after_a_short_last_cell_the_next_row_turns_the_page_again() -> None:
    row = cell(paragraph(run("dài "), RENDERED, run("tiếp"))) + cell(paragraph(RENDERED, run("ngắn")))
    below = cell(paragraph(RENDERED, run("dưới")))
    counted, lines = pages(3, table(row, below, cell(paragraph(RENDERED, run("cuối")))))
    assert (counted, [page for _, page, _ in lines]) == (3, [1, 2, 2, 2, 3])


def test_a_row_on_a_new_page_turns_it_once() -> None:
    row = cell(paragraph(RENDERED, run("a"))) + cell(paragraph(run("b")))
    counted, lines = pages(2, table(cell(paragraph(run("trên"))), row))
    assert (counted, [page for _, page, _ in lines]) == (2, [1, 2, 2])


@pytest.mark.parametrize("count", [0, 1, 3])
def test_pages_that_do_not_add_up_are_not_stated(count: int) -> None:
    stated = pages(count, paragraph(run("kinh tế "), RENDERED, run("xã hội")))
    assert stated == (0, [("kinh tế xã hội", 0, False)])


def test_a_count_alone_states_no_pages() -> None:
    assert pages(1, paragraph(run("một")))[0] == 0
    assert pages(2, paragraph(run("một")), paragraph(ASKED, run("hai")))[0] == 0


PAGE_FIELD = '<w:r><w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
ROMAN = '<w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr>'


def labels(count: int, *elements: str, field: str = PAGE_FIELD, last: str = "") -> tuple[str, ...]:
    """What each page prints as its number; ``last`` is the numbering of the last section."""

    def build(document: Document) -> None:
        append(document, *elements)
        add_part(document, "footer", f"<w:ftr {NAMES}>{paragraph(field)}</w:ftr>")
        state_pages(document, count)
        for numbering in parse_xml(f"<w:body {NAMES}>{last}</w:body>"):
            document.element.body.sectPr.append(numbering)

    return read(build).reading.page_labels


def test_pages_are_called_as_their_sections_number_them() -> None:
    front = (paragraph(run("mở "), RENDERED, run("đầu")), paragraph(properties=ROMAN))
    body = paragraph(RENDERED, run("một "), RENDERED, run("hai"))
    assert labels(4, *front, body, last='<w:pgNumType w:start="1"/>') == ("i", "ii", "1", "2")
    assert labels(4, *front, body) == ("i", "ii", "3", "4")


def test_an_annex_of_its_own_section_counts_anew() -> None:
    own = (paragraph(run("một "), RENDERED, run("hai")), paragraph(properties=NEXT))
    annex = paragraph(RENDERED, run("phụ lục "), RENDERED, run("tiếp"))
    assert labels(4, *own, annex, last='<w:pgNumType w:start="1"/>') == ("1", "2", "1", "2")


def test_a_section_in_the_middle_of_a_page_numbers_the_next() -> None:
    own = (paragraph(run("một")), paragraph(properties="<w:sectPr/>"))
    more = (paragraph(RENDERED, run("hai")), paragraph(run("ba "), RENDERED, run("bốn")))
    numbering = '<w:type w:val="continuous"/><w:pgNumType w:start="7"/>'
    first = (paragraph(run("một")), f"<w:p><w:pPr>{NEXT}</w:pPr></w:p>")
    assert labels(2, *first, paragraph(run("hai "), RENDERED, run("ba")), last=numbering) == ("1", "7")
    assert labels(3, *own, *more) == ("1", "2", "3")


@pytest.mark.parametrize("field", ["", '<w:r><w:instrText xml:space="preserve"> PAGEREF x </w:instrText></w:r>'])
def test_pages_that_print_no_number_have_no_label(field: str) -> None:
    assert labels(2, paragraph(run("một "), RENDERED, run("hai")), field=field) == ()


def test_a_file_that_states_no_pages_has_no_labels() -> None:
    assert labels(0, paragraph(run("một"))) == ()

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from word_maker import NAMES, add_notes, append, paragraph, read, run, state_pages

from ingest.reading import Mark, PrintedNote


def mark(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def own_mark(number: int, label: str) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{label}</w:t></w:r>'


def test_notes_are_tied_to_their_marks_in_reading_order() -> None:
    def build(document: Document) -> None:
        append(
            document,
            paragraph(run("Các ban đảng "), mark(7), run(" và chi bộ"), mark(3), run(".")),
            paragraph(run("[1] gõ tay")),
        )
        add_notes(document, "footnote", {3: " Gồm cả chi bộ thôn.", 7: " Như trên.", 9: " Không ai nhắc."})

    raw = read(build)
    assert [line.text for line in raw.reading.lines] == ["Các ban đảng và chi bộ.", "[1] gõ tay"]
    assert raw.reading.lines[0].marks == (Mark(12, 0), Mark(22, 1))
    assert raw.reading.notes == (PrintedNote("1", "Như trên."), PrintedNote("2", "Gồm cả chi bộ thôn."))
    assert " Không ai nhắc.".strip() in raw.stamps


def test_a_mark_of_the_authors_own_is_kept_and_is_no_text() -> None:
    def build(document: Document) -> None:
        append(document, paragraph(run("Đặc khu"), own_mark(1, "*"), run(" và xã"), mark(2)))
        add_notes(document, "footnote", {1: "* Chưa có tên.", 2: "[1] Mới."})

    reading = read(build).reading
    assert reading.lines[0].text == "Đặc khu và xã"
    assert reading.notes == (PrintedNote("*", "Chưa có tên."), PrintedNote("1", "Mới."))


def test_forms_of_numbers() -> None:
    def build(document: Document) -> None:
        append(document, paragraph(run("a"), mark(1), mark(2), mark(1, "endnote"), mark(2, "endnote")))
        for kind in ("footnote", "endnote"):
            add_notes(document, kind, {1: "một", 2: "hai"})
        settings = f'<w:footnotePr {NAMES}><w:numFmt w:val="chicago"/><w:numStart w:val="4"/></w:footnotePr>'
        document.sections[0]._sectPr.insert(0, parse_xml(settings))

    assert [note.label for note in read(build).reading.notes] == ["§", "**", "i", "ii"]


def test_numbers_begin_again_in_each_section() -> None:
    ends = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'

    def build(document: Document) -> None:
        append(document, paragraph(run("a"), mark(1), mark(2), properties=ends), paragraph(run("b"), mark(3)))
        add_notes(document, "footnote", {1: "một", 2: "hai", 3: "ba"})
        last = document.element.body.find(qn("w:sectPr"))
        last.insert(0, parse_xml(f'<w:footnotePr {NAMES}><w:numRestart w:val="eachSect"/></w:footnotePr>'))

    assert [note.label for note in read(build).reading.notes] == ["1", "2", "1"]


def test_deleted_marks_and_marks_without_a_note_count_for_nothing() -> None:
    def build(document: Document) -> None:
        append(document, paragraph(run("a"), f"<w:del>{mark(1)}</w:del>", mark(5), mark(2)))
        add_notes(document, "footnote", {1: "bỏ", 2: "giữ"})

    reading = read(build).reading
    assert reading.notes == (PrintedNote("1", "giữ"),)
    assert reading.lines[0].marks == (Mark(1, 0),)


def test_a_footnote_stands_on_the_page_of_its_mark() -> None:
    def build(document: Document) -> None:
        append(
            document,
            paragraph(run("một"), mark(1, "endnote")),
            paragraph("<w:r><w:lastRenderedPageBreak/></w:r>", run("hai"), mark(1)),
        )
        add_notes(document, "footnote", {1: "cước chú"})
        add_notes(document, "endnote", {1: "hậu chú"})
        state_pages(document, 2)

    assert read(build).reading.notes == (PrintedNote("i", "hậu chú", 0), PrintedNote("1", "cước chú", 2))

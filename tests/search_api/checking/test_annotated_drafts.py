"""Comments in the writer's own Word file: its words and its look stay, and LibreOffice opens it."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from corpus.drafts import pasted_draft
from ingest.drafts import read_draft
from search_api.checking.annotated import annotated, attachment
from search_api.checking.checker import Checker

_OFFICE = shutil.which("soffice")
WRONG = "Mật khẩu dài ít nhất 14 ký tự, có chữ hoa"


def made_word_file() -> bytes:
    """A draft in which quotations run over runs, stand in lists and in cells of a table."""
    document = docx.Document()
    first = document.add_paragraph("Theo ")
    first.add_run("Chỉ thị số 02-CT/ĐU").bold = True
    first.add_run(": “Mật khẩu dài ")
    first.add_run("ít nhất 14 ký").italic = True
    first.add_run(" tự, có chữ hoa”, xin\tcác đồng chí nhớ.")
    document.add_paragraph("“Bật xác thực hai lớp trước ngày 31/12/2025” (Quy chế số 91-QC/ĐU)", style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 1).text = "“Không dùng chung tài khoản; người nghỉ việc phải được thu hồi quyền”"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def comments_on(document: WordDocument) -> dict[str, str]:
    """What each comment stands on → the comment."""
    found = {}
    for comment in document.comments:
        inside, text = False, ""
        for element in document.element.body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t")):
            if element.tag == qn("w:t"):
                text += element.text if inside else ""
            elif element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart")
        found[text] = comment.text
    return found


def looks(document: WordDocument) -> list[tuple[str, bool | None, bool | None]]:
    """Every letter of the body with its look."""
    return [
        (letter, run.bold, run.italic)
        for paragraph in document.paragraphs
        for run in paragraph.runs
        for letter in run.text
    ]


def test_comments_stand_on_the_quotations_and_nothing_else_changes(checker: Checker) -> None:
    data = made_word_file()
    draft = read_draft("de-dan.docx", data)
    made = docx.Document(BytesIO(annotated(draft, checker.check(draft))))
    told = comments_on(made)
    assert told[WRONG].startswith("KHÁC NGUYÊN VĂN. ")
    assert "Nguyên văn: “Mật khẩu dài ít nhất 12 ký tự, có chữ hoa”" in told[WRONG]
    assert told["Bật xác thực hai lớp trước ngày 31/12/2025"].startswith("VĂN BẢN CHƯA CÓ TRONG KHO. ")
    assert told["Quy chế số 91-QC/ĐU"].startswith("CHƯA CÓ TRONG KHO. ")
    assert told["Không dùng chung tài khoản; người nghỉ việc phải được thu hồi quyền"]
    before = docx.Document(BytesIO(data))
    assert looks(made) == looks(before)
    assert [cell.text for cell in made.tables[0].row_cells(0)] == [cell.text for cell in before.tables[0].row_cells(0)]
    assert {part.partname for part in before.part.package.iter_parts()} <= {
        part.partname for part in made.part.package.iter_parts()
    }


def test_letters_that_are_not_composed_are_commented_whole(checker: Checker) -> None:
    document = docx.Document()

    document.add_paragraph(unicodedata.normalize("NFD", f"Chỉ thị số 02-CT/ĐU: “{WRONG}”."))
    stream = BytesIO()
    document.save(stream)
    draft = read_draft("nfd.docx", stream.getvalue())
    made = docx.Document(BytesIO(annotated(draft, checker.check(draft))))
    assert unicodedata.normalize("NFD", WRONG) in comments_on(made)
    assert made.paragraphs[0].text == document.paragraphs[0].text


def test_a_text_is_written_out_with_its_comments(checker: Checker) -> None:
    draft = pasted_draft("ghi chú", f"Đề dẫn\x0b\nChỉ thị số 02-CT/ĐU: “{WRONG}”.\n")
    made = docx.Document(BytesIO(annotated(draft, checker.check(draft))))
    assert [paragraph.text.strip() for paragraph in made.paragraphs][:2] == [
        "Đề dẫn",
        f"Chỉ thị số 02-CT/ĐU: “{WRONG}”.",
    ]
    assert list(comments_on(made)) == [WRONG]


def test_a_comment_whose_place_is_not_known_is_not_lost(checker: Checker) -> None:
    draft = read_draft("a.docx", made_word_file())
    report = checker.check(draft)
    elsewhere = docx.Document()
    elsewhere.add_paragraph("Chữ khác hẳn.")
    stream = BytesIO()
    elsewhere.save(stream)

    made = docx.Document(BytesIO(annotated(replace(draft, word_file=stream.getvalue()), report)))
    assert len(list(made.comments)) == 4


def test_the_file_is_named_after_the_draft() -> None:
    told = attachment(pasted_draft('Đề "dẫn".docx', ""))
    assert told["Content-Disposition"].startswith('attachment; filename="de-dan-da-soat.docx"')
    assert told["Cache-Control"] == "no-store"


@pytest.mark.skipif(_OFFICE is None, reason="máy không có LibreOffice")
def test_libreoffice_opens_it(checker: Checker, tmp_path: Path) -> None:
    draft = read_draft("de-dan.docx", made_word_file())
    (tmp_path / "da-soat.docx").write_bytes(annotated(draft, checker.check(draft)))
    command = [
        _OFFICE,
        f"-env:UserInstallation=file://{tmp_path}/p",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, "da-soat.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert WRONG in (tmp_path / "da-soat.txt").read_text(encoding="utf-8-sig")

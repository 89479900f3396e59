"""Marks that are written where nobody is shown them, in every format."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pdf_maker import Text, make_pdf
from word_maker import add_part, append, paragraph, run

from corpus.errors import Refusal, RefusalReason
from ingest.read import read_file

PROSE = "Chi bộ thảo luận và quyết định những việc cụ thể của từng đảng viên trong tháng."


def pdf(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(make_pdf([[Text(PROSE, 72, 700)]])))
    change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def word(change: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    document.add_paragraph(PROSE)
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def drawing(document: Document, *, described: str = "", words: str = "") -> None:
    names = nsdecls("w", "wp", "a")
    document.element.body.insert(
        1,
        parse_xml(
            f'<w:p {names}><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Hình 1" descr="{described}"/><a:graphic>'
            f'<a:graphicData uri="x"><a:p><a:r><a:t>{words[:3]}</a:t></a:r><a:r><a:t>{words[3:]}</a:t></a:r></a:p>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        ),
    )


def comment(document: Document, text: str) -> None:
    noted = f'<w:comment w:id="1">{paragraph(run(text))}</w:comment>'
    add_part(document, "comments", f"<w:comments {nsdecls('w')}>{noted}</w:comments>")


def page(head: str = "", body: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>{PROSE}</p>{body}</body></html>".encode()


def markdown(before: str) -> bytes:
    return f"{before}\n\n{PROSE}\n".encode()


MARKED = {
    "pdf: author": ("a.pdf", pdf(lambda w: w.add_metadata({"/Author": "TỐI MẬT"}))),
    "pdf: title": ("a.pdf", pdf(lambda w: w.add_metadata({"/Title": "Mật - Báo cáo quý I"}))),
    "pdf: subject": ("a.pdf", pdf(lambda w: w.add_metadata({"/Subject": "MẬT"}))),
    "pdf: keywords": ("a.pdf", pdf(lambda w: w.add_metadata({"/Keywords": "Đảng, MẬT, quý I"}))),
    "pdf: own field": ("a.pdf", pdf(lambda w: w.add_metadata({"/DoMat": "Tuyệt mật"}))),
    "pdf: outline": ("a.pdf", pdf(lambda w: w.add_outline_item(title="TỐI MẬT", page_number=0))),
    "pdf: outline below": (
        "a.pdf",
        pdf(
            lambda w: w.add_outline_item(
                title="MẬT", page_number=0, parent=w.add_outline_item(title="Phần một", page_number=0)
            )
        ),
    ),
    "pdf: attachment": ("a.pdf", pdf(lambda w: w.add_attachment("Báo cáo - Mật.docx", b"x"))),
    "word: author": ("a.docx", word(lambda d: setattr(d.core_properties, "author", "MẬT"))),
    "word: comment": ("a.docx", word(lambda d: comment(d, "TỐI MẬT"))),
    "word: description of a picture": ("a.docx", word(lambda d: drawing(d, described="MẬT"))),
    "word: words in a drawing": ("a.docx", word(lambda d: drawing(d, words="TỐI MẬT"))),
    "word: hidden": ("a.docx", word(lambda d: append(d, paragraph(run("TỐI MẬT", "<w:vanish/>"), run("một"))))),
    "word: title": ("a.docx", word(lambda d: setattr(d.core_properties, "title", "Mật - Báo cáo quý I"))),
    "web: keywords": ("a.html", page('<meta name="keywords" content="Đảng, MẬT, quý I">')),
    "web: description": ("a.html", page('<meta property="og:description" content="Tối mật">')),
    "web: title": ("a.html", page("<title>Mật - Báo cáo quý I</title>")),
    "web: picture": ("a.html", page(body='<img src="dau.png" alt="MẬT">')),
    "web: title of a picture": ("a.html", page(body='<img src="dau.png" title="TỐI MẬT">')),
    "web: comment": ("a.html", page(body="<!-- TỐI MẬT -->")),
    "web: hidden": ("a.html", page(body='<div style="display: none"><p>TỐI MẬT</p></div>')),
    "markdown: front matter": ("a.md", markdown("---\ntitle: Báo cáo\nclassification: Mật\n---")),
    "markdown: list in front matter": ("a.md", markdown('---\ntags: ["quý I", "MẬT"]\n---')),
    "markdown: item in front matter": ("a.md", markdown("---\ntags:\n  - MẬT\n---")),
    "markdown: comment": ("a.md", markdown("<!-- MẬT -->")),
}


@pytest.mark.parametrize(("name", "content"), MARKED.values(), ids=MARKED.keys())
def test_marks_that_nobody_is_shown(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        read_file(path)
    assert refused.value.reason is RefusalReason.SECRET


HARMLESS = {
    "pdf": (
        "a.pdf",
        pdf(
            lambda w: (
                w.add_metadata({"/Author": "Nguyễn Thị Mật", "/Title": "Luật Bảo vệ bí mật nhà nước - Hỏi đáp"}),
                w.add_outline_item(title="Chương II. Độ mật", page_number=0),
                w.add_attachment("Mật khẩu.txt", b"x"),
            )
        ),
    ),
    "word": (
        "a.docx",
        word(
            lambda d: (
                comment(d, "Câu này nói về bảo mật, cần xem lại."),
                drawing(d, described="Ảnh tổ ong mật", words="Mật ong"),
                append(d, paragraph(run("ẩn", "<w:vanish/>"), run("bảo vệ bí mật nhà nước"))),
            )
        ),
    ),
    "web": (
        "a.html",
        page(
            '<title>Bí mật nhà nước - Cổng thông tin</title><meta name="keywords" content="bí mật, tuyệt mật, mật">',
            '<img alt="Mật ong"><!-- mật khẩu --><div style="display:none">Bảo mật</div>',
        ),
    ),
    "markdown rules": ("a.md", markdown("---\nNhững việc đã làm\nmật\n---")),
    "markdown": ("a.md", markdown("---\ntitle: Luật Bảo vệ bí mật nhà nước\nauthor: Bà Mật\n---\n<!-- bảo mật -->")),
}


@pytest.mark.parametrize(("name", "content"), HARMLESS.values(), ids=HARMLESS.keys())
def test_words_around_the_text_that_are_no_marks(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read_file(path)
    assert reading.mark is None
    assert any(PROSE in line.text for line in reading.lines)

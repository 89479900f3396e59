from __future__ import annotations

import io
import logging
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from pdf_maker import Text, make_pdf, paragraph

from corpus.errors import NotFound, Refusal, RefusalReason
from corpus.secrecy import Clearance
from ingest import read
from ingest.read import SUFFIXES, Limits, Rules, check_file, read_file
from ingest.reading import Line

PROSE = "Chi bộ thảo luận và quyết định những việc cụ thể của từng đảng viên trong tháng."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


Put = Callable[[str, bytes | str], Path]


def refusal(path: Path, limits: Limits | None = None) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read_file(path, Rules(limits or Limits()))
    assert path.name in refused.value.message
    assert refused.value.next_step.endswith(".")
    return refused.value


def outcome(path: Path) -> RefusalReason | list[str]:
    try:
        return [line.text for line in read_file(path).lines]
    except Refusal as refused:
        return refused.reason


def word(*paragraphs: str, change: Callable[[Document], None] = lambda _: None) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(*texts: str) -> bytes:
    return make_pdf([paragraph(list(texts), 700)])


FORMATS = {
    ".pdf": (pdf(PROSE), "application/pdf", "pypdf"),
    ".docx": (
        word(PROSE),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "python-docx",
    ),
    ".html": (f"<html><body><p>{PROSE}</p></body></html>".encode(), "text/html", "selectolax"),
    ".htm": (f"<p>{PROSE}</p>".encode(), "text/html", "selectolax"),
    ".md": (PROSE.encode(), "text/markdown", "markdown-it-py"),
    ".txt": (PROSE.encode(), "text/plain", "plain"),
}


def test_exported_members() -> None:
    assert set(read.__all__) == {"SUFFIXES", "Limits", "Rules", "check_file", "read_data", "read_file"}
    assert set(SUFFIXES) == {*FORMATS, ".doc", ".rtf", ".odt"}


@pytest.mark.parametrize("suffix", [*FORMATS, ".PDF", ".Docx"])
def test_every_format(suffix: str, put: Put) -> None:
    content, media_type, reader = FORMATS[suffix.lower()]
    reading = read_file(put("văn bản" + suffix, content))
    assert [line.text for line in reading.lines] == [PROSE]
    assert (reading.media_type, reading.reader, reading.mark) == (media_type, reader, None)
    assert reading.pages == (1 if suffix.lower() == ".pdf" else 0)


@pytest.mark.parametrize("suffix", FORMATS)
def test_empty_files(suffix: str, put: Put) -> None:
    assert refusal(put("a" + suffix, b"")).reason is RefusalReason.EMPTY


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", " \n\n \n"), ("a.md", "***\n|\n"), ("a.html", "<p> </p>"), ("a.docx", word("", " ")), ("a.md", "...")],
)
def test_files_without_words(name: str, content: bytes | str, put: Put) -> None:
    assert refusal(put(name, content)).reason is RefusalReason.EMPTY


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf(PROSE)[:-200]),
        ("a.pdf", b"%PDF-1.7\nkhong co gi\n%%EOF"),
        ("a.docx", word(PROSE)[:-500]),
        ("a.docx", word(PROSE)[:100]),
        ("a.pdf", pdf(PROSE) + pdf("Tệp thứ hai dán liền sau.")),
        ("a.docx", word(PROSE) + word("Tệp thứ hai dán liền sau.")),
    ],
)
def test_damaged_files(name: str, content: bytes, put: Put) -> None:
    assert refusal(put(name, content)).reason is RefusalReason.DAMAGED


def test_words_that_a_word_file_keeps_in_entities_of_its_own_are_not_lost_unseen(put: Put) -> None:
    declared = b'?>\n<!DOCTYPE d [<!ENTITY x "khong duoc">]>\n<w:document'
    content = with_part(word(PROSE), "word/document.xml", lambda xml: re.sub(rb"\?>\s*<w:document", declared, xml))
    assert refusal(put("a.docx", content)).reason is RefusalReason.DAMAGED


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package one part of which was changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            content = before.read(part)
            after.writestr(part, change(content) if part == name else content)
    return made.getvalue()


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(PROSE)))
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def locked_zip() -> bytes:
    data = bytearray(word(PROSE))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", locked_pdf()),
        ("a.docx", OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("a.docx", locked_zip()),
    ],
)
def test_locked_files(name: str, content: bytes, put: Put) -> None:
    assert refusal(put(name, content)).reason is RefusalReason.ENCRYPTED


def excel() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "really"),
    [
        ("a.pdf", word(PROSE), "Word"),
        ("a.docx", pdf(PROSE), "PDF"),
        ("a.docx", excel(), "Excel"),
        ("a.docx", OLE + b"\x00" * 100, "đời cũ"),
        ("a.docx", b"{\\rtf1 abc}", "RTF"),
        ("a.docx", b"<html><body>a</body></html>", "HTML"),
        ("a.pdf", PROSE.encode(), "văn bản thường"),
        ("a.txt", pdf(PROSE), "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "hình ảnh"),
        ("a.md", b"ab\x00\x01\x02", "không phải văn bản"),
        ("a.txt", b"<!DOCTYPE html><html><p>a</p></html>", "HTML"),
        ("a.html", PROSE.encode(), "văn bản thường"),
    ],
)
def test_mislabelled_files(name: str, content: bytes, really: str, put: Put) -> None:
    refused = refusal(put(name, content))
    assert refused.reason is RefusalReason.MISLABELLED
    assert really in refused.message


@pytest.mark.parametrize("text", ["PKI là hạ tầng khoá công khai.", "BMTE và các chỉ tiêu khác.", "GI5 là mã số."])
def test_texts_that_begin_like_a_signature(text: str, put: Put) -> None:
    assert read_file(put("a.txt", text)).lines == (Line(text),)


def test_markdown_may_hold_tags(put: Put) -> None:
    assert [line.text for line in read_file(put("a.md", "một<br>hai\n\n<p>ba</p>\n")).lines] == ["một", "hai", "ba"]


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("a.docm", ".docx"),
        ("a.wps", ".docx"),
        ("a.xls", "bảng tính"),
        ("a.png", "PDF"),
        ("a.exe", ".pdf"),
        ("a", ".pdf"),
    ],
)
def test_unsupported_files(name: str, way_out: str, put: Put) -> None:
    refused = refusal(put(name, b"x"))
    assert refused.reason is RefusalReason.UNSUPPORTED
    assert way_out in refused.next_step


def test_scans(put: Put) -> None:
    scan = make_pdf([[Text("2", 300, 800)], [], paragraph([PROSE], 700)])
    refused = refusal(put("a.pdf", scan))
    assert refused.reason is RefusalReason.NO_TEXT
    assert "2/3" in refused.message


HIDDEN = "nội dung không ai được thấy"


def own_field(value: str) -> Callable[[Document], None]:
    """A field of the office's own, as Word keeps it in a part beside the usual ones."""
    uri = "http://schemas.openxmlformats.org/officeDocument/2006"
    xml = (
        f'<Properties xmlns="{uri}/custom-properties" xmlns:vt="{uri}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Nhãn">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
    )

    def change(document: Document) -> None:
        package = document.part.package
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        package.relate_to(
            Part(PackURI("/docProps/custom.xml"), kind, xml.encode(), package), f"{uri}/custom-properties"
        )

    return change


def header(text: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = text

    return change


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"MẬT\n\n{HIDDEN}"),
        ("a.md", f"|\n**T Ố I  M Ậ T**\n|\n{HIDDEN}"),
        ("a.html", f"<header>MẬT</header><main><p>{HIDDEN}</p></main>"),
        ("a.docx", word(HIDDEN, change=header("TUYỆT MẬT"))),
        ("a.docx", word(*[HIDDEN] * 100, change=header("Mật"))),
        ("a.docx", word(HIDDEN, change=header("Báo cáo\tTỐI MẬT\tTrang 1"))),
        ("a.docx", word(HIDDEN, change=lambda document: setattr(document.core_properties, "keywords", "MẬT"))),
        ("a.docx", word(HIDDEN, change=lambda document: setattr(document.core_properties, "keywords", "Đảng; MẬT"))),
        ("a.docx", word(HIDDEN, change=lambda document: setattr(document.core_properties, "content_status", "MẬT"))),
        ("a.docx", word(HIDDEN, change=own_field("TỐI MẬT"))),
        ("a.pdf", make_pdf([paragraph([HIDDEN] * 30, 800)] * 4 + [[Text("MẬT", 280, 820), Text(HIDDEN, 72, 700)]] * 3)),
        ("a.pdf", make_pdf([[Text("MẬT", 280, 820), Text(f"{HIDDEN} {n}", 72, 700)] for n in "abc"])),
        ("a.pdf", make_pdf([[Text("MẬT", 280, 820)], []])),
    ],
)
def test_marked_files_are_refused_and_nothing_of_them_is_told(
    name: str, content: bytes | str, put: Put, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        refused = refusal(put(name, content))
    assert refused.reason is RefusalReason.SECRET
    assert HIDDEN not in str(refused)
    assert HIDDEN not in caplog.text


RESTRICTED = {
    "a line": ("a.docx", word("LƯU HÀNH NỘI BỘ", PROSE), "LƯU HÀNH NỘI BỘ"),
    "a head": ("a.docx", word(PROSE, change=header("Xem xong trả lại")), "XEM XONG TRẢ LẠI"),
    "text": ("a.txt", f"TÀI LIỆU THU HỒI\n\n{PROSE}".encode(), "TÀI LIỆU THU HỒI"),
    "a page": ("a.html", f"<h1>Đề cương (Lưu hành nội bộ)</h1><p>{PROSE}</p>".encode(), "LƯU HÀNH NỘI BỘ"),
}


@pytest.mark.parametrize(("name", "content", "mark"), RESTRICTED.values(), ids=RESTRICTED.keys())
def test_restricted_files_go_where_the_installation_lets_them(name: str, content: bytes, mark: str, put: Put) -> None:
    path = put(name, content)
    refused = refusal(path)
    assert refused.reason is RefusalReason.RESTRICTED
    assert "TRACUU_CLEARANCE=noi-bo" in refused.next_step
    assert read_file(path, Rules(clearance=Clearance.INTERNAL)).mark == mark


def test_no_clearance_lets_a_state_secret_in(put: Put) -> None:
    path = put("a.txt", f"LƯU HÀNH NỘI BỘ\nTỐI MẬT\n\n{PROSE}")
    with pytest.raises(Refusal, match="TỐI MẬT") as refused:
        read_file(path, Rules(clearance=Clearance.INTERNAL))
    assert refused.value.reason is RefusalReason.SECRET


def test_a_draft_is_taken_in_and_says_so(put: Put) -> None:
    draft = word(PROSE, change=header("DỰ THẢO LẦN 2"))
    assert read_file(put("a.docx", draft)).mark == "DỰ THẢO"


def test_size_and_page_limits(put: Put) -> None:
    big = refusal(put("a.txt", PROSE), Limits(bytes=10))
    assert big.reason is RefusalReason.TOO_BIG
    many = refusal(put("a.pdf", make_pdf([paragraph([PROSE], 700)] * 3)), Limits(pages=2))
    assert many.reason is RefusalReason.TOO_MANY_PAGES
    assert "3" in many.message


def bomb(parts: dict[str, int]) -> bytes:
    file = io.BytesIO(word(PROSE))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, size in parts.items():
            archive.writestr(name, b"\x00" * size)
    return file.getvalue()


@pytest.mark.parametrize(
    ("parts", "limits"),
    [
        ({"word/media/a.bin": 4_000_000}, Limits()),
        ({f"word/media/{n}.bin": 1000 for n in range(30)}, Limits(parts=20)),
        ({"word/media/a.bin": 900_000, "word/media/b.bin": 900_000}, Limits(unpacked_bytes=1_000_000)),
    ],
)
def test_archive_bombs(parts: dict[str, int], limits: Limits, put: Put) -> None:
    assert refusal(put("a.docx", bomb(parts)), limits).reason is RefusalReason.ARCHIVE_BOMB


def test_a_directory_that_lies_about_sizes_is_damaged(put: Put) -> None:
    data = bytearray(bomb({"word/media/a.bin": 900_000}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    path = put("a.docx", bytes(data))
    assert outcome(path) in (RefusalReason.DAMAGED, [PROSE])


def test_entity_bombs_do_not_expand(put: Put) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "bom "}">' for n in range(9))
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
        f"{PROSE}</w:t></w:r><w:r><w:t>&e8;</w:t></w:r></w:p><w:sectPr/></w:body></w:document>"
    )
    source, target = zipfile.ZipFile(io.BytesIO(word(PROSE))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in source.infolist():
            archive.writestr(part, document if part.filename == "word/document.xml" else source.read(part))
    assert outcome(put("a.docx", target.getvalue())) in (RefusalReason.DAMAGED, [PROSE])


def test_letters_of_no_known_encoding(put: Put) -> None:
    unknown = "Cфng hшa xж hгi chщ nghлa Viюt Nam, зфc lцp Tй do Hынh phшc, Quyюt фпnh cлa Thщ tжщng Chпnh phщ " * 5
    refused = refusal(put("a.txt", unknown))
    assert refused.reason is RefusalReason.UNREADABLE_TEXT
    assert "Unicode" in refused.next_step


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_encodings(encoding: str, put: Put) -> None:
    assert read_file(put("a.txt", PROSE.encode(encoding))).lines == (Line(PROSE),)


def test_windows_1258(put: Put) -> None:
    data = "ngh\u00e2\u0300nh \u0111a\u0309ng".encode("cp1258")
    assert [line.text for line in read_file(put("a.txt", data)).lines] == ["nghầnh đảng"]
    page = b"<meta charset=windows-1258><p>" + data + b"</p>"
    assert [line.text for line in read_file(put("a.html", page)).lines] == ["nghầnh đảng"]


def test_bytes_in_no_encoding(put: Put) -> None:
    assert refusal(put("a.txt", b"\xd2\xff\xfd\x90 abc")).reason is RefusalReason.UNREADABLE_TEXT


def test_missing_files_folders_and_links_in_a_circle(tmp_path: Path) -> None:
    missing = tmp_path / "không có.pdf"
    with pytest.raises(NotFound, match=r"không có\.pdf"):
        read_file(missing)
    folder = tmp_path / "thư mục.pdf"
    folder.mkdir()
    with pytest.raises(NotFound, match="là thư mục"):
        read_file(folder)
    with pytest.raises(NotFound):
        check_file(tmp_path / "a\x00.pdf", Limits())
    circle = tmp_path / "vòng.pdf"
    try:
        circle.symlink_to(circle)
    except OSError:
        pytest.skip("no links on this system")
    with pytest.raises(NotFound, match=r"vòng\.pdf"):
        read_file(circle)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no file is closed to this user")
def test_files_that_may_not_be_read(put: Put) -> None:
    path = put("a.txt", PROSE)
    path.chmod(0)
    with pytest.raises(NotFound):
        read_file(path)

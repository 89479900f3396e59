"""Text files, web pages and PDFs in old encodings, as the readers take them in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from old_codes import SENTENCES, old
from pdf_maker import Text, make_pdf

from ingest.read import read_file
from ingest.read.decode import decode
from ingest.read.legacy.markup import unicode_markup
from ingest.read.legacy.tables import Encoding
from ingest.reading import Reading

Put = Callable[[str, bytes], Reading]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def read(name: str, data: bytes) -> Reading:
        path = tmp_path / name
        path.write_bytes(data)
        return read_file(path)

    return read


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def rows(encoding: Encoding) -> str:
    return "\n\n".join(old(sentence, encoding) for sentence in SENTENCES)


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("encoding", Encoding)
def test_text_files(encoding: Encoding, suffix: str, put: Put) -> None:
    reading = put(f"a.{suffix}", rows(encoding).encode("latin-1"))
    assert texts(reading) == list(SENTENCES)
    assert reading.encodings == (encoding.value,)


@pytest.mark.parametrize("encoding", [Encoding.TCVN3, Encoding.VNI])
def test_codes_saved_as_utf_8(encoding: Encoding, put: Put) -> None:
    reading = put("a.txt", rows(encoding).encode("utf-8"))
    assert texts(reading) == list(SENTENCES)
    assert reading.encodings == (encoding.value,)


def test_windows_1258_is_none_of_them() -> None:
    text = "Đa\u0309ng bô\u0323 xa\u0303 Minh Khai Mâ\u0303u ho\u0323p ba\u0300n nhiê\u0323m vu\u0323 kho\u0301"
    decoded = decode(text.encode("cp1258"))
    assert decoded.text == text
    assert decoded.encodings == ()


def test_unicode_is_none_of_them(put: Put) -> None:
    reading = put("a.txt", "\n\n".join(SENTENCES).encode())
    assert texts(reading) == list(SENTENCES)
    assert reading.encodings == ()


def test_web_pages_by_font(put: Put) -> None:
    page = (
        '<meta charset="iso-8859-1"><p><font face=".VnTimeH">quyÕt ®Þnh</font></p>'
        "<p style=\"font-family:'.VnTime'\">Th­êng vô <b>§¶ng uû</b> x· &agrave; &#174;</p>"
        '<p><font face="VNI-Times">Ña<b>ûng</b> vieân</font> <font face="Arial">có tên</font></p>'
        "<script>var s = '®¶ng';</script>"
    )
    reading = put("a.html", page.encode("latin-1"))
    assert texts(reading) == ["QUYẾT ĐỊNH", "Thường vụ Đảng uỷ xã à đ", "Đảng viên có tên"]
    assert reading.encodings == ("TCVN3", "VNI")


@pytest.mark.parametrize("encoding", Encoding)
def test_web_pages_by_text(encoding: Encoding, put: Put) -> None:
    page = "<html><body>" + "".join(f"<p>{old(sentence, encoding)}</p>" for sentence in SENTENCES) + "</body></html>"
    reading = put("a.html", page.encode("latin-1"))
    assert texts(reading) == list(SENTENCES)
    assert reading.encodings == (encoding.value,)


def test_web_pages_in_unicode_come_back_as_they_are() -> None:
    page = "<p>Diện tích <b>120 m²</b>, é</p><p style='font-family: Arial'>" + SENTENCES[0]
    assert unicode_markup(page) == (page, ())


def pdf_of(sentences: list[str], *, fonts: tuple[str, str], bold: str = "") -> bytes:
    lines = [Text(sentence, 60, 700 - 20 * n, size=9) for n, sentence in enumerate(sentences)]
    return make_pdf([[*([Text(bold, 60, 740, bold=True)] if bold else []), *lines]], fonts=fonts)


def test_pdf_by_font(put: Put) -> None:
    data = pdf_of(
        [old(sentence, Encoding.TCVN3) for sentence in SENTENCES],
        fonts=("ABCDEF+.VnTime", ".VnTimeH"),
        bold="quyÕt ®Þnh",
    )
    reading = put("a.pdf", data)
    assert texts(reading) == ["QUYẾT ĐỊNH", *SENTENCES]
    assert reading.encodings == ("TCVN3",)
    assert all(line.rect is not None for line in reading.lines)


@pytest.mark.parametrize("encoding", [Encoding.TCVN3, Encoding.VNI])
def test_pdf_without_names_of_fonts(encoding: Encoding, put: Put) -> None:
    reading = put("a.pdf", pdf_of([old(sentence, encoding) for sentence in SENTENCES], fonts=("F1", "F2")))
    assert texts(reading) == list(SENTENCES)
    assert reading.encodings == (encoding.value,)


def test_one_line_in_an_old_font_on_a_page_in_unicode(put: Put) -> None:
    reading = put("a.pdf", pdf_of(list(SENTENCES), fonts=("Serif", ".VnTimeH"), bold="®¶ng bé x·"))
    assert texts(reading) == ["ĐẢNG BỘ XÃ", *SENTENCES]
    assert reading.encodings == ("TCVN3",)


def test_pdf_in_unicode(put: Put) -> None:
    reading = put("a.pdf", pdf_of(list(SENTENCES), fonts=(".VnTime", "VNI-Times"), bold="ĐẢNG BỘ XÃ"))
    assert texts(reading) == ["ĐẢNG BỘ XÃ", *SENTENCES]
    assert reading.encodings == ()
